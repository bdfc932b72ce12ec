import {
  AFTER_VERB,
  BEFORE_ATTRIBUTE,
  CLAUSE_OPENERS,
  DONE_BEFORE_TO,
  HABIT_WORDS,
  IRREGULAR_PARTICIPLES,
  LONG_UNITS,
  NOUN_AFTER_TO,
  PAST_ADJECTIVES,
  UNREAL_WORDS,
} from '../../../data/words/tense-cues.ts'
import { SPEECH_VERBS } from '../../../data/words/time-cues.ts'
import type { Span } from '../../model/span.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import { tabulate } from '../text/word-table.ts'
import { lowerAt } from './scene.ts'

/**
 * How an event is told: `happened` at some time; `perfect`, as what has come about by now ("have been killed"), which is news in
 * a lead and background below it; `timeless`, as an aim, a state, a habit or a mere possibility, which has no day.
 */
export type Telling = 'happened' | 'perfect' | 'timeless'

/** How far before an event the words that carry its tense may stand, in tokens. */
const REACH = 8
/** How far around an event words of habit and long duration bear on it, in tokens. */
const HABIT_REACH = 20
/** How far before "had" a verb of saying makes it reported speech, in tokens. */
const REPORT_REACH = 30

/** Reads from the words around `span` how its event is told. */
export function readTelling({ tokens }: Sentence, span: Span): Telling {
  const { at, end } = tokensOf(tokens, span)
  if (at < 0) return 'happened'
  if (PAST_ADJECTIVES.has(lowerAt(tokens, at - 1)) || PAST_ADJECTIVES.has(lowerAt(tokens, at - 2))) return 'timeless'
  for (let i = Math.max(0, at - HABIT_REACH); i < Math.min(tokens.length, end + HABIT_REACH); i += 1)
    if (isHabit(tokens, i)) return 'timeless'
  return tenseBefore(tokens, at)
}

/** Whether the event is only named as an aim ("to capture the town"), a habit ("they attack") or a quality ("the besieged town"). */
export function isMereNaming({ tokens }: Sentence, span: Span): boolean {
  const { at, end } = tokensOf(tokens, span)
  return at >= 0 && (isPurpose(tokens, at) || isAttribute(tokens, at, end) || isPresentHabit(tokens, at))
}

function tokensOf(tokens: readonly Token[], span: Span): { readonly at: number; readonly end: number } {
  const at = firstEndingAfter(tokens, span.start)
  return { at: at < tokens.length ? at : -1, end: firstEndingAfter(tokens, span.end) }
}

/** Position of the first token that ends after `offset`; binary search, as a sentence may be very long. */
function firstEndingAfter(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

function tenseBefore(tokens: readonly Token[], at: number): Telling {
  for (let i = at - 1; i >= 0 && i >= at - REACH; i -= 1) {
    const word = lowerAt(tokens, i)
    if (word === ';' || word === ':' || word === '.') break
    if (CLAUSE_OPENERS.has(word)) break
    if (word === 'had' || word === 'has' || word === 'have' || word === "'ve") {
      const step = /(?:ly|also|now|since|already|just|not|n't)$/u.test(lowerAt(tokens, i + 1)) ? 2 : 1
      if (!isParticiple(lowerAt(tokens, i + step)) && i + step !== at) continue
      return word === 'had' && isReported(tokens, i) ? 'happened' : 'perfect'
    }
    if ((word === 'is' || word === 'are') && isState(tokens, i)) return 'perfect'
    if (UNREAL_WORDS.has(word) && tokens[i]?.text !== 'May') return 'timeless'
  }
  return 'happened'
}

/** "is surrounded", "are being forced out": what is so now, not what happened then. */
function isState(tokens: readonly Token[], i: number): boolean {
  const next = lowerAt(tokens, i + 1)
  return next === 'being' || next === 'set' || isParticiple(isAdverb(tokens, i + 1) ? lowerAt(tokens, i + 2) : next)
}

/** "officials said the shell had killed five": the past of a report, not a past before the past. */
function isReported(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - REPORT_REACH), at).some(({ lower }) => SPEECH_VERBS.has(lower))
}

function isParticiple(word: string): boolean {
  return /(?:ed|en)$/u.test(word) || IRREGULAR_PARTICIPLES.has(word)
}

/** "to capture": an aim, unless it was reached ("managed to capture") or is a noun ("led to clashes"). */
function isPurpose(tokens: readonly Token[], at: number): boolean {
  const to =
    lowerAt(tokens, at - 1) === 'to'
      ? at - 1
      : lowerAt(tokens, at - 2) === 'to' && isAdverb(tokens, at - 1)
        ? at - 2
        : -1
  const word = lowerAt(tokens, at)
  if (to < 0 || /(?:s|ing|ed)$/u.test(word)) return false
  const before = lowerAt(tokens, to - 1)
  return !DONE_BEFORE_TO.has(before) && !NOUN_AFTER_TO.has(before)
}

function isAdverb(tokens: readonly Token[], i: number): boolean {
  return lowerAt(tokens, i).endsWith('ly')
}

/** "two besieged towns", "rebel-held", "the bombed building". */
function isAttribute(tokens: readonly Token[], at: number, end: number): boolean {
  const word = lowerAt(tokens, at)
  if (end !== at + 1 || !/(?:ed|en|held)$/u.test(word)) return false
  const after = tokens[end]
  if (after?.kind !== 'word' || AFTER_VERB.has(after.lower)) return false
  return word.includes('-') || BEFORE_ATTRIBUTE.has(lowerAt(tokens, at - 1))
}

/** "they attack", "fighters who shell": the plain present of a verb. */
function isPresentHabit(tokens: readonly Token[], at: number): boolean {
  const word = lowerAt(tokens, at)
  return (
    /^(they|who|that|which|we|you)$/u.test(lowerAt(tokens, at - 1)) &&
    /^(attack|strike|bomb|shell|kill|fire|target|raid|use|launch|capture|seize|fight|destroy|abduct|detain|torture|shoot)s?$/u.test(
      word,
    )
  )
}

/** The other words that a habit may begin with. */
const MAY_BE_HABIT: ReadonlySet<string> = new Set(['every', 'each', 'day', 'more'])
const mayBeHabit = tabulate((lower) =>
  HABIT_WORDS.has(lower) || LONG_UNITS.has(lower) || MAY_BE_HABIT.has(lower) ? 1 : 0,
)

function isHabit(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  if (token === undefined || mayBeHabit(token) === 0) return false
  const word = token.lower
  if (HABIT_WORDS.has(word)) return true
  if (LONG_UNITS.has(word)) return lowerAt(tokens, i + 1) !== 'ago'
  const next = lowerAt(tokens, i + 1)
  if (word === 'every' || word === 'each') return next === 'day' || next === 'night' || next === 'time'
  if (word === 'day') return next === 'and' && lowerAt(tokens, i + 2) === 'night'
  return word === 'more' && next === 'than' && lowerAt(tokens, i + 2) === 'once'
}
