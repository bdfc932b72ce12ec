import { BEFORE_EARLIER_COUNT, EARLIER_SAID } from '../../data/words/responsibility-words.ts'
import type { Evidence } from '../model/claim.ts'

/** Words that may stand between "from" and the number. */
const LOOSENERS = '(?:at least |more than |over |about |around |nearly |some |an estimated |up to |just )?'
const RIGHT_BEFORE = new RegExp(`\\b(?:${BEFORE_EARLIER_COUNT.join('|')}) ${LOOSENERS}$`, 'u')
const SAID_BEFORE = new RegExp(`\\b(?:${EARLIER_SAID.join('|')})\\b`, 'u')
/** After these the sentence speaks of the present again. */
const TURNS = /\b(?:but|now|since|later|raised|revised|climbed|rose|risen)\b/u
/** Longest stretch of a sentence that is looked at. */
const MAX_UNITS = 400

/** Whether the text gives a count as one of before: "up from 58", "the group first reported 58". */
export function isEarlierCount(text: string, { start, sentence }: Evidence): boolean {
  const before = text
    .slice(Math.max(sentence.start, start - MAX_UNITS), start)
    .toLowerCase()
    .replace(/\s+/gu, ' ')
  if (RIGHT_BEFORE.test(before)) return true
  const said = SAID_BEFORE.exec(before)
  return said !== null && !TURNS.test(before.slice(said.index + said[0].length))
}
