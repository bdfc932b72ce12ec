import { CONFIDENCE_MODELS } from '../../../data/models/confidence.ts'
import { judge } from '../scoring/linear-model.ts'
import { type ConfidenceInput, findConfidenceFeatures } from './find-confidence-features.ts'

/** Decimals kept: finer ones would pretend to a knowledge that the calibration does not have. */
const STEPS = 100

/**
 * The probability, calibrated on hand-labelled war news, that a claim is right in full: for a figure measure, bounds,
 * scope, claimant and stance; for an event type, claimant and stance; for a statement claimant and stance.
 *
 * @see scripts/train-confidence.mjs, which makes the weights, and the quality suite `calibration`
 */
export function scoreConfidence(input: ConfidenceInput): number {
  const { label, probability } = judge(CONFIDENCE_MODELS[input.kind], findConfidenceFeatures(input))
  const right = label === 'right' ? probability : 1 - probability
  return Math.round(right * STEPS) / STEPS
}
