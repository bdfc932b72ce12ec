// Logistic regression of two classes with L2, full-batch gradient descent with a fixed schedule: the same rows give the
// same weights on every machine. Some weights may be held to one sign: what can only speak for, or only against.

const ROUNDS = 400
const RATE = 0.5
const MOMENTUM = 0.9

/** Numbers for feature names, the same over several trainings. */
export class FeatureIndex {
  names = []
  #numbers = new Map()

  /** @returns the numbers of these features */
  number(features) {
    return Int32Array.from(features, (feature) => {
      const known = this.#numbers.get(feature)
      if (known !== undefined) return known
      this.#numbers.set(feature, this.names.length)
      return this.names.push(feature) - 1
    })
  }
}

/**
 * @param rows { active: Int32Array, isSame: boolean, times: how often the row counts }
 * @param signOf 1, -1 or 0 (free) for a feature's name
 * @returns { bias, weights: Float64Array by feature number }, rounded to 2 decimals; 0 for features in fewer than `least` rows
 */
export function trainPairs(rows, index, { l2, least, signOf }) {
  const size = index.names.length
  const signs = index.names.map(signOf)
  const counts = new Float64Array(size)
  let total = 0
  for (const { active, times } of rows) {
    total += times
    for (const f of active) counts[f] += times
  }
  const [weights, speed] = [new Float64Array(size), new Float64Array(size)]
  let [bias, biasSpeed] = [0, 0]
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = new Float64Array(size)
    let biasGradient = 0
    for (const { active, isSame, times } of rows) {
      let score = bias
      for (let i = 0; i < active.length; i++) score += weights[active[i]]
      const error = (1 / (1 + Math.exp(-score)) - (isSame ? 1 : 0)) * times
      biasGradient += error
      for (let i = 0; i < active.length; i++) gradient[active[i]] += error
    }
    biasSpeed = MOMENTUM * biasSpeed + (2 * biasGradient) / total
    bias -= RATE * biasSpeed
    for (let f = 0; f < size; f++) {
      if (counts[f] < least) continue
      speed[f] = MOMENTUM * speed[f] + (2 * gradient[f] + l2 * weights[f]) / total
      weights[f] -= RATE * speed[f]
      if (weights[f] * signs[f] >= 0) continue
      weights[f] = 0
      speed[f] = 0
    }
  }
  const round = (value) => Math.round(value * 100) / 100
  return { bias: round(bias), weights: weights.map(round) }
}
