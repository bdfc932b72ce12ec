import type { Sentence } from '../text/sentence.ts'
import type { EventMention } from './event-mention.ts'

/** Finds every violent, coercive or territorial event the sentences name, in reading order, also where no number is given. */
export function findEvents(_sentences: readonly Sentence[]): EventMention[] {
  return []
}
