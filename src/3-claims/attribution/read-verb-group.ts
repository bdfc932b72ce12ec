import type { ReportingVerb } from '../../../data/words/reporting-verbs.ts'
import { AUXILIARIES, BE_FORMS, DETERMINERS, NUMBER_WORDS, PREPOSITIONS } from '../../../data/words/grammar-words.ts'
import type { Sentence } from '../text/sentence.ts'
import { isAdverb } from './classify-word.ts'

/** A reporting verb with its auxiliaries and adverbs ("has also repeatedly denied"). */
export interface VerbGroup {
  /** First token of the group. */
  readonly first: number
  /** The verb itself. */
  readonly verb: number
  readonly isPassive: boolean
  readonly isNegated: boolean
  readonly isInfinitive: boolean
  /** "saying", "adding" without "is": hangs on another clause's subject. */
  readonly isParticiple: boolean
}

/** Verbs whose base and -s forms are nouns as well. */
const NOUN_LIKE: ReadonlySet<string> = new Set(
  'report claim list record count state order press call demand request estimate forecast doubt charge fear promise signal comment document blame brief urge threaten appeal pledge vow worry hope guess joke view read answer reply note point detail post tweet mention register praise rule show suspect remark feature plan judge joke condemn read welcome echo hail label dispute'.split(
    ' ',
  ),
)
/** Verbs that leave the subject to the infinitive after them ("appeared to acknowledge", "continues to deny"). */
const RAISING: ReadonlySet<string> = new Set(
  'appear appears appeared seem seems seemed continue continues continued'.split(' '),
)
/** What makes a participle after a noun a state and no report: "reported missing", "feared dead". */
const STATE_WORDS: ReadonlySet<string> = new Set(
  'dead missing killed injured wounded hurt captured destroyed safe alive trapped kidnapped arrested to'.split(' '),
)

/** Reads the verb group around a reporting verb; null when the word is no verb here. */
export function readVerbGroup(sentence: Sentence, at: number, verb: ReportingVerb): VerbGroup | null {
  const { tokens } = sentence
  let first = at
  let isNegated = false
  let be = false
  let auxiliary = false
  let isInfinitive = false
  for (; first > 0; first--) {
    const token = tokens[first - 1]
    if (token === undefined) break
    if (token.lower === 'to' && verb.form === 'base') {
      if (RAISING.has(tokens[first - 2]?.lower ?? '')) {
        auxiliary = true
        first--
        continue
      }
      isInfinitive = true
      first--
      break
    }
    if (AUXILIARIES.has(token.lower)) {
      if (token.lower === 'not' || token.lower === "n't") isNegated = true
      else auxiliary = true
      if (BE_FORMS.has(token.lower) || token.lower === "'s") be = true
    } else if (token.lower === 'never') isNegated = true
    else if (
      token.kind === 'clitic' &&
      token.lower === "'s" &&
      verb.form !== 'base' &&
      verb.form !== 's' &&
      !NOUN_LIKE.has(verb.lemma)
    ) {
      auxiliary = true
    } else if (!(isAdverb(token) && token.kind === 'word')) break
  }
  const before = tokens[first - 1]
  const next = tokens[at + 1]
  if (isNameOrNoun(sentence, at, verb)) return null
  if (first === at && before !== undefined) {
    if (DETERMINERS.has(before.lower) && !PRONOUN_LIKE.has(before.lower)) return null
    if (PREPOSITIONS.has(before.lower) && !['after', 'before', 'since', 'as', 'with', 'until'].includes(before.lower))
      return null
    if (before.kind === 'clitic' && verb.form !== 'ing') return null
  }
  if (verb.form !== 'ing' && !auxiliary && !isInfinitive && NOUN_LIKE.has(verb.lemma) && verb.form !== 'past') {
    if (before === undefined || before.kind === 'number' || next === undefined) return null
    if (['of', 'on', 'for', 'from', 'by', 'about', 'and', '.', ','].includes(next.lower) && verb.lemma !== 'call')
      return null
  }
  if (verb.form === 'past' && !auxiliary && next !== undefined && STATE_WORDS.has(next.lower)) return null
  const isPassive = be && verb.form === 'past'
  return { first, verb: at, isPassive, isNegated, isInfinitive, isParticiple: verb.form === 'ing' && !be }
}

/** Verbs whose present forms are nearly always nouns: they need "that", a colon or a quotation right after them. */
const RARELY_VERBS: ReadonlySet<string> = new Set(
  'state post press detail record register blast order list share document comment brief slam label count view joke show read name charge process'.split(
    ' ',
  ),
)

/** Verbs whose base form is a noun, or speaks of what people do and not of what they say. */
const BASE_IS_NO_REPORT: ReadonlySet<string> = new Set(['report', 'find', 'identify', 'name', 'determine', 'rule'])

/** "United States", "Washington Post", "blasts": a name or noun that looks like a verb form. */
function isNameOrNoun(sentence: Sentence, at: number, verb: ReportingVerb): boolean {
  const token = sentence.tokens[at]
  const next = sentence.tokens[at + 1]
  if (token === undefined) return true
  const isPresent = verb.form === 'base' || verb.form === 's'
  const reportsNext = next !== undefined && (next.lower === 'that' || next.text === ':' || next.kind === 'open')
  if (isPresent && RARELY_VERBS.has(verb.lemma) && !reportsNext && !countsNext(sentence, at, verb)) return true
  if (verb.form === 'base' && (BASE_IS_NO_REPORT.has(verb.lemma) || verb.takes === 'quote') && !reportsNext) return true
  if (sentence.isUpperCase || token.text === token.lower) return false
  return (
    isPresent &&
    NOUN_LIKE.has(verb.lemma) &&
    !reportsNext &&
    !/^\p{Ll}/u.test(token.text) &&
    sentence.role !== 'headline'
  )
}

/** "officials count 64 dead", "monitors record at least 12 deaths": a number right after makes it a verb; "the body count 64" is none. */
function countsNext({ tokens }: Sentence, at: number, { takes }: ReportingVerb): boolean {
  if (takes !== 'count' || COUNTED_THINGS.has(tokens[at - 1]?.lower ?? '')) return false
  let next = at + 1
  while (next <= at + 3 && BEFORE_NUMBER.has(tokens[next]?.lower ?? '')) next++
  return tokens[next]?.kind === 'number' || NUMBER_WORDS.has(tokens[next]?.lower ?? '')
}

/** Words before "count" that make it a number of them. */
const COUNTED_THINGS: ReadonlySet<string> = new Set(
  'death body casualty head toll vote fatality injury killed dead a the final official latest'.split(' '),
)
const BEFORE_NUMBER: ReadonlySet<string> = new Set('at least more than over some about nearly around'.split(' '))

/** Determiners that also stand for a subject ("this suggests", "some say"). */
const PRONOUN_LIKE: ReadonlySet<string> = new Set([
  'this',
  'that',
  'these',
  'those',
  'some',
  'another',
  'each',
  'both',
  'any',
])
