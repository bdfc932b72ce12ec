import type { Document } from '../../model/document.ts'
import type { Sentence } from '../text/sentence.ts'
import { EventDates } from './date-events.ts'
import { periodOf } from './date-periods.ts'
import { findAnchors } from './find-anchors.ts'
import { findMentions } from './find-mentions.ts'
import { findRemembrance } from './find-remembrance.ts'
import { isAnniversary } from './link-anniversaries.ts'
import type { TimeIndex, TimeMention } from './time-index.ts'

/** Finds and normalises the time expressions of the document; news is about the past (codebook, "Where and when"). */
export function findTimes(sentences: readonly Sentence[], document: Document): TimeIndex {
  const { anchorOf, datelineAt } = findAnchors(sentences, document)
  const mentions = findMentions(sentences, anchorOf)
  const dates = new EventDates(sentences, mentions, { anchorOf, datelineAt })
  const sources = { sentences, mentions, placedIn: (index: number) => dates.placedIn(index), anchorOf }
  const all: TimeMention[] = []
  // TIMEX3 knows no anniversaries.
  for (const list of mentions) for (const { mention } of list) if (!isAnniversary(mention)) all.push(mention)
  return {
    mentions: all,
    whenOf: (sentence, span, reach) => dates.whenOf(sentence, span, reach),
    periodOf: (sentence, span) => periodOf(sources, sentence, span),
    rememberedUntil: findRemembrance(sentences, mentions, anchorOf),
  }
}
