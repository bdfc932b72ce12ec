import type { Document } from '../../model/document.ts'
import type { Sentence } from '../text/sentence.ts'
import { findAnchors } from './find-anchors.ts'
import { findMentions } from './find-mentions.ts'
import type { TimeIndex } from './time-index.ts'

/** Finds and normalises the time expressions of the document; news is about the past (codebook, "Where and when"). */
export function findTimes(sentences: readonly Sentence[], document: Document): TimeIndex {
  const mentions = findMentions(sentences, findAnchors(sentences, document))
  return {
    mentions: mentions.flatMap((list) => list.map(({ mention }) => mention)),
    whenOf: () => null,
    periodOf: () => null,
  }
}
