/** A trained linear classifier: one weight per class for each feature, and a bias per class. Weights are data (data/models). */
export interface LinearModel {
  readonly classes: readonly string[]
  readonly bias: readonly number[]
  readonly weights: Readonly<Record<string, readonly number[]>>
}

/** What a model makes of a set of features. */
export interface Verdict {
  readonly label: string
  /** Softmax probability of the label, 0 to 1. */
  readonly probability: number
  /** The feature that speaks most for the label against the mean of the others; null when none is known. */
  readonly strongest: string | null
}

/** A feature with its weight for each class. */
type Weighted = readonly [feature: string, weights: readonly number[]]

/** The weights of each model by feature: a Map is asked faster than a record of hundreds of words. */
const TABLES = new WeakMap<LinearModel, ReadonlyMap<string, Weighted>>()

/** Judges features; those that the model does not know count nothing. */
export function judge(model: LinearModel, features: Iterable<string>): Verdict {
  const table = tableOf(model)
  const totals = [...model.bias]
  const known: Weighted[] = []
  for (const feature of features) {
    const entry = table.get(feature)
    if (entry === undefined) continue
    known.push(entry)
    const weights = entry[1]
    for (let c = 0; c < weights.length; c += 1) totals[c] = (totals[c] ?? 0) + (weights[c] ?? 0)
  }
  const top = totals.reduce((best, total, c) => (total > (totals[best] ?? Number.NEGATIVE_INFINITY) ? c : best), 0)
  const peak = totals[top] ?? 0
  const sum = totals.reduce((all, total) => all + Math.exp(total - peak), 0)
  return { label: model.classes[top] ?? '', probability: 1 / sum, strongest: strongestOf(known, top) }
}

function tableOf(model: LinearModel): ReadonlyMap<string, Weighted> {
  const known = TABLES.get(model)
  if (known !== undefined) return known
  const table = new Map(Object.entries(model.weights).map((entry): [string, Weighted] => [entry[0], entry]))
  TABLES.set(model, table)
  return table
}

/** The feature with the greatest lead, the first of equals. */
function strongestOf(known: readonly Weighted[], top: number): string | null {
  let strongest: string | null = null
  let most = 0
  for (const [feature, weights] of known) {
    const own = lead(weights, top)
    if (strongest !== null && own <= most) continue
    strongest = feature
    most = own
  }
  return strongest
}

/** By how much a feature prefers a class over the mean of the others. */
function lead(weights: readonly number[], top: number): number {
  let total = 0
  for (const weight of weights) total += weight
  const own = weights[top] ?? 0
  return own - (total - own) / Math.max(1, weights.length - 1)
}
