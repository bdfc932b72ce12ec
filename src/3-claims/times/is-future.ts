import { FUTURE_CUES_WITH_TO } from '../../../data/words/time-cues.ts'
import type { Token } from '../text/token.ts'
import { lowerAt } from './scene.ts'
import { FUTURE, HARM_NOUN, PAST, signsAt, SPEECH } from './time-signs.ts'

/** How far the words that carry the tense may stand from the time expression, in tokens. */
const REACH = 14
/** Prepositions that point ahead when no verb of speech stands before them ("by Friday", "until June"). */
const AHEAD: ReadonlySet<string> = new Set(['until', 'till'])

/**
 * Whether the clause around the time expression at tokens [from, to) speaks of what is to come ("will meet on Friday").
 *
 * News is about the past: only a plain cue of the future turns a bare weekday or month forward.
 */
export function isFuture(tokens: readonly Token[], from: number, to: number): boolean {
  // "the January shooting", "the 7 August blasts": harm named by its date has happened.
  if (isDone(tokens, to) || ((signsAt(tokens, to) | signsAt(tokens, to + 1)) & HARM_NOUN) !== 0) return false
  for (let i = from - 1; i >= 0 && i >= from - REACH; i -= 1) {
    const word = lowerAt(tokens, i)
    if (word === ';' || word === ':' || word === '.') break
    if ((signsAt(tokens, i) & (SPEECH | PAST)) !== 0) return false
    if (isCue(tokens, i)) return lowerAt(tokens, i - 1) !== 'been'
    if (word === 'to' && FUTURE_CUES_WITH_TO.has(lowerAt(tokens, i - 1))) return true
  }
  // Fronted: "On Friday, the council will vote". The tense stands behind the expression.
  const fronted = from <= 3 || lowerAt(tokens, to) === ','
  const isAhead = AHEAD.has(lowerAt(tokens, from - 1))
  if (!fronted) return isAhead
  for (let i = to; i < tokens.length && i < to + REACH; i += 1) {
    const word = lowerAt(tokens, i)
    const signs = signsAt(tokens, i)
    if (word === ';' || word === 'that' || (signs & SPEECH) !== 0) return false
    if (isCue(tokens, i)) return true
    if ((signs & PAST) !== 0 || word === 'when') return false
  }
  return isAhead
}

/** A verb right behind the time that tells what was done ("on Sunday issued"). */
function isDone(tokens: readonly Token[], i: number): boolean {
  const word = lowerAt(tokens, i)
  return (signsAt(tokens, i) & SPEECH) !== 0 || (word.length > 4 && word.endsWith('ed'))
}

/** Whether the token points ahead; "May" with a capital is the month. */
function isCue(tokens: readonly Token[], i: number): boolean {
  const word = lowerAt(tokens, i)
  // "died due to shelling" is a cause; "is due to meet" is not.
  if (word === 'due') return /^(is|are|was|were|be|'s|'re)$/u.test(lowerAt(tokens, i - 1))
  return (signsAt(tokens, i) & FUTURE) !== 0 && tokens[i]?.text !== 'May'
}
