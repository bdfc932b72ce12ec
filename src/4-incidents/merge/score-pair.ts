import { MERGING_MODEL } from '../../../data/models/merging.ts'
import { findPairFeatures, TEXTS } from './find-pair-features.ts'
import type { WeighedReport } from './weigh-words.ts'

const WEIGHTS: ReadonlyMap<string, number> = new Map(Object.entries(MERGING_MODEL.weights))
const BIAS: number = MERGING_MODEL.bias

/**
 * Log-odds taken off where a document is not mainly about the incident: a sentence or two of background share few words and
 * often lack the day, and the model is trained on main reports. Chosen of 0, 2, 4 and 6 on the development sets.
 */
export const SIDE_REPORT_DOUBT = 4

/** The same text, captured twice, tells of the same incident. */
const SAME_TEXT = 8

/** Texts with less in common than this are strangers, whatever else fits: most pairs of a block, and not looked at further. */
const LEAST_COSINE = 0.03
const STRANGERS = -6

/** Log-odds that two reports tell of one incident: 0 is even, 2.2 nine in ten. To two decimals, as the weights are. */
export function scorePair(a: WeighedReport, b: WeighedReport): number {
  const fixed = fixedScore(a, b)
  if (fixed !== null) return fixed
  let score = a.profile.isMain && b.profile.isMain ? BIAS : BIAS - SIDE_REPORT_DOUBT
  for (const feature of findPairFeatures(a, b)) score += WEIGHTS.get(feature) ?? 0
  return Math.round(score * 100) / 100
}

/** The score of two that need no closer look: the same text, or strangers; else null. */
export function fixedScore(a: WeighedReport, b: WeighedReport): number | null {
  if (a.profile.text !== null && a.profile.text === b.profile.text) return SAME_TEXT
  return TEXTS.cosine(a.all, b.all) < LEAST_COSINE ? STRANGERS : null
}

/** Log-odds as a probability, 0 to 1. */
export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds))
}
