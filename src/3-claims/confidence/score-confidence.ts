import { CONFIDENCE_MODELS } from '../../../data/models/confidence.ts'
import type { LinearModel } from '../scoring/linear-model.ts'
import { type ConfidenceInput, tellConfidenceFeatures } from './find-confidence-features.ts'

/** Decimals kept: finer ones would pretend to a knowledge that the calibration does not have. */
const STEPS = 100

/** A model of two classes with its weights by feature name, then by value: no claim's features need to be spelt out. */
interface SplitModel {
  readonly wrong: number
  readonly right: number
  readonly weights: ReadonlyMap<string, ReadonlyMap<string, readonly [wrong: number, right: number]>>
}

const MODELS = {
  figure: splitModel(CONFIDENCE_MODELS.figure),
  event: splitModel(CONFIDENCE_MODELS.event),
  statement: splitModel(CONFIDENCE_MODELS.statement),
} as const

/**
 * The probability, calibrated on hand-labelled war news, that a claim is right in full: for a figure measure, bounds,
 * scope, claimant and stance; for an event type, claimant and stance; for a statement claimant and stance.
 *
 * @see scripts/train-confidence.mjs, which makes the weights, and the quality suite `calibration`
 */
export function scoreConfidence(input: ConfidenceInput): number {
  const model = MODELS[input.kind]
  const { weights } = model
  let { wrong, right } = model
  tellConfidenceFeatures(input, (name, value) => {
    const weight = weights.get(name)?.get(value)
    if (weight === undefined) return
    wrong += weight[0]
    right += weight[1]
  })
  // As `judge` does: the softmax of the likelier class, and its rest for the other.
  const likelier = 1 / (1 + Math.exp(-Math.abs(right - wrong)))
  return Math.round((right > wrong ? likelier : 1 - likelier) * STEPS) / STEPS
}

function splitModel({ classes, bias, weights }: LinearModel): SplitModel {
  const right = classes.indexOf('right')
  const wrong = 1 - right
  const byName = new Map<string, Map<string, readonly [number, number]>>()
  for (const [feature, own] of Object.entries(weights)) {
    const at = feature.indexOf('=')
    const name = feature.slice(0, at)
    const byValue = byName.get(name) ?? new Map<string, readonly [number, number]>()
    byValue.set(feature.slice(at + 1), [own[wrong] ?? 0, own[right] ?? 0])
    byName.set(name, byValue)
  }
  return { wrong: bias[wrong] ?? 0, right: bias[right] ?? 0, weights: byName }
}
