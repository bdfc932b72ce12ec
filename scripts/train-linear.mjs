// Multinomial logistic regression with L2, full-batch gradient descent with a fixed schedule: the same rows give the
// same weights on every machine. Rows are { features: string[], label: string, group: string }.

const ROUNDS = 400
const RATE = 0.5

/** @returns a LinearModel (src/3-claims/scoring/linear-model.ts), weights rounded to 2 decimals */
export function trainLinear(rows, { classes, l2 = 1, least = 2 }) {
  const seen = new Map()
  for (const { features } of rows) for (const f of features) seen.set(f, (seen.get(f) ?? 0) + 1)
  const names = [...seen]
    .filter(([, n]) => n >= least)
    .map(([f]) => f)
    .sort()
  const at = new Map(names.map((f, i) => [f, i]))
  const k = classes.length
  const x = rows.map(({ features }) => [...new Set(features)].flatMap((f) => at.get(f) ?? []))
  const y = rows.map(({ label }) => classes.indexOf(label))
  const w = new Float64Array((names.length + 1) * k)
  const speed = new Float64Array(w.length)
  const bias = names.length * k
  for (let round = 0; round < ROUNDS; round++) {
    const grad = new Float64Array(w.length)
    x.forEach((active, r) => {
      const totals = Array.from({ length: k }, (_, c) => active.reduce((sum, f) => sum + w[f * k + c], w[bias + c]))
      const peak = Math.max(...totals)
      const exps = totals.map((t) => Math.exp(t - peak))
      const sum = exps.reduce((a, b) => a + b, 0)
      for (let c = 0; c < k; c++) {
        const error = exps[c] / sum - (c === y[r] ? 1 : 0)
        grad[bias + c] += error
        for (const f of active) grad[f * k + c] += error
      }
    })
    for (let i = 0; i < w.length; i++) {
      const g = (grad[i] + (i < bias ? l2 * w[i] : 0)) / rows.length
      speed[i] = 0.9 * speed[i] + g
      w[i] -= RATE * speed[i]
    }
  }
  const round = (v) => Math.round(v * 100) / 100
  const row = (i) => Array.from({ length: k }, (_, c) => round(w[i * k + c]))
  return { classes, bias: row(names.length), weights: Object.fromEntries(names.map((f, i) => [f, row(i)])) }
}

/** Deals rows into folds by group, groups in order of first appearance. */
export function foldsByGroup(rows, folds) {
  const order = [...new Set(rows.map(({ group }) => group))]
  const fold = new Map(order.map((group, i) => [group, i % folds]))
  return Array.from({ length: folds }, (_, i) => ({
    train: rows.filter(({ group }) => fold.get(group) !== i),
    test: rows.filter(({ group }) => fold.get(group) === i),
  }))
}
