import { REMEMBRANCE_WORDS } from '../../../data/words/time-cues.ts'
import type { Sentence } from '../text/sentence.ts'
import { isoOf } from './calendar.ts'
import type { ResolvedMention, SentenceAnchor } from './find-mentions.ts'
import { isRemembrance } from './link-anniversaries.ts'

/** Headline and first sentences, where a text says that it is one of remembrance. */
const LEAD_SENTENCES = 4
/** What lies so long before the day of writing may be remembered on its anniversary, in days. */
const LEAST_DAYS = 330

/**
 * The last day of what a text of remembrance looks back on ("thirty years after", "on the anniversary", "commemorated"): a year before
 * it was written. Null where headline and lead tell of no remembrance, or nothing says when they were written.
 */
export function findRemembrance(
  sentences: readonly Sentence[],
  mentions: readonly (readonly ResolvedMention[])[],
  anchorOf: (sentence: Sentence) => SentenceAnchor,
): string | null {
  for (let i = 0; i < LEAD_SENTENCES && i < sentences.length; i += 1) {
    const sentence = sentences[i]
    if (sentence === undefined) return null
    const { day } = anchorOf(sentence)
    if (day === null) continue
    const isOne =
      mentions[i]?.some(({ mention }) => isRemembrance(mention)) === true ||
      sentence.tokens.some(({ lower }) => REMEMBRANCE_WORDS.has(lower))
    if (isOne) return isoOf(day - LEAST_DAYS)
  }
  return null
}
