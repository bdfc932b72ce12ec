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

/** Judges features; those that the model does not know count nothing. */
export function judge(model: LinearModel, features: Iterable<string>): Verdict {
  const totals = [...model.bias]
  const known: string[] = []
  for (const feature of features) {
    const weights = model.weights[feature]
    if (weights === undefined) continue
    known.push(feature)
    weights.forEach((weight, c) => (totals[c] = (totals[c] ?? 0) + weight))
  }
  const top = totals.reduce((best, total, c) => (total > (totals[best] ?? Number.NEGATIVE_INFINITY) ? c : best), 0)
  const peak = totals[top] ?? 0
  const sum = totals.reduce((all, total) => all + Math.exp(total - peak), 0)
  const strongest = known.reduce<string | null>(
    (best, feature) => (best === null || lead(model, feature, top) > lead(model, best, top) ? feature : best),
    null,
  )
  return { label: model.classes[top] ?? '', probability: 1 / sum, strongest }
}

/** By how much a feature prefers a class over the mean of the others. */
function lead(model: LinearModel, feature: string, top: number): number {
  const weights = model.weights[feature] ?? []
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const own = weights[top] ?? 0
  return own - (total - own) / Math.max(1, weights.length - 1)
}
