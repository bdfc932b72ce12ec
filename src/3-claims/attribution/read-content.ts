import { AUXILIARIES, FINITE_VERBS, SUBJECT_PRONOUNS } from '../../../data/words/grammar-words.ts'
import { REPORTING_VERBS, type ReportingVerb } from '../../../data/words/reporting-verbs.ts'
import type { Span } from '../../model/span.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import { readSourceAfter } from './read-source-after.ts'
import { isStrongSource, type TokenRange } from './source-phrase.ts'
import type { VerbGroup } from './read-verb-group.ts'
import type { RawFrame } from './raw-frame.ts'
import { skipAdverbials } from './skip-adverbials.ts'

interface ContentQuestion {
  readonly group: VerbGroup
  readonly verb: ReportingVerb
  readonly source: TokenRange
  readonly isInverted: boolean
  /** The source stands in another clause of the sentence. */
  readonly isShared: boolean
  readonly recipient: TokenRange | null
  readonly earlier: readonly RawFrame[]
}

interface Content {
  readonly spans: readonly Span[]
  /** First token of it. */
  readonly first: number
  readonly side: 'left' | 'right' | 'both'
}

const COMPLEMENTIZERS: ReadonlySet<string> = new Set(['that', 'how', 'why', 'whether', 'what', 'where', 'if'])
const LEAVES_CONTENT: ReadonlySet<string> = new Set(
  'and but while citing adding who which whose when although though after before with even referring noting speaking saying calling'.split(
    ' ',
  ),
)
/** Verbs that report only after a quotation ("…," she continued). */
const GOES_ON: ReadonlySet<string> = new Set(['continue', 'begin'])
/** Words that open where and when something was said. */
const SETTINGS: ReadonlySet<string> = new Set(['in', 'on', 'at', 'during'])
const FINITE_LOOKAHEAD = 16
const QUOTE_LOOKAHEAD = 14
const COUNT_LOOKAHEAD = 16

/** What is said: before the attribution, after it, or around it; null when nothing beside the verb can be said. */
export function contentOf(sentence: Sentence, question: ContentQuestion): Content | null {
  const { tokens } = sentence
  const { group, verb, source, isInverted, recipient } = question
  const end = tokens.length - 1
  const afterCue = isInverted ? source.last + 1 : recipient === null ? group.verb + 1 : recipient.last + 1
  const right = verb.takes === 'target' ? afterCue : skipAdverbials(sentence, afterCue)
  const leftLast = question.isShared ? -1 : Math.min(isInverted ? group.first : source.first, group.first) - 1
  const floor = leftFloor(sentence, leftLast, question.earlier)
  const hasLeft =
    leftLast >= floor && trimmedSpan(sentence, floor, leftLast) !== null && wordCount(sentence, floor, leftLast) > 0
  const closesLeft = hasLeft && closesQuotation(sentence, leftLast)
  const next = tokens[right]

  const rightOnly = (from: number, last = end): Content | null => {
    const span = trimmedSpan(sentence, from, last)
    return span === null ? null : { spans: [span], first: from, side: 'right' }
  }
  const leftOnly = (): Content | null => {
    const span = hasLeft ? trimmedSpan(sentence, floor, leftLast) : null
    return span === null ? null : { spans: [span], first: floor, side: 'left' }
  }
  const both = (from: number): Content | null => {
    const before = trimmedSpan(sentence, floor, leftLast)
    const after = trimmedSpan(sentence, from, end)
    if (before === null) return rightOnly(from)
    return { spans: after === null ? [before] : [before, after], first: floor, side: 'both' }
  }

  if (verb.takes === 'target') {
    return next === undefined || next.kind === 'punct' || next.kind === 'close'
      ? closesLeft
        ? leftOnly()
        : null
      : rightOnly(right, sceneStart(sentence, right))
  }
  if (verb.takes === 'count') return hasNumberWithin(sentence, right) ? rightOnly(right) : null
  if (verb.takes === 'quote') {
    if (closesLeft) return leftOnly()
    if (GOES_ON.has(verb.lemma)) return null
    return opensWithin(sentence, afterCue, QUOTE_LOOKAHEAD) ? rightOnly(afterCue) : null
  }
  if (isInverted || closesLeft) {
    if (!hasLeft) return precedingQuotation(sentence)
    return opensQuotation(sentence, right) || opensQuotation(sentence, right + 1) ? both(right) : leftOnly()
  }
  if (
    next === undefined ||
    (right >= end && next.kind === 'punct') ||
    next.kind === 'close' ||
    next.text === ';' ||
    (hasLeft && isTrailingAttribution(sentence, right))
  ) {
    return hasLeft ? leftOnly() : precedingQuotation(sentence)
  }
  if (next.text === ',' || next.text === '—' || next.text === '–' || next.text === '-') {
    const following = tokens[right + 1]
    if (tokens[source.first - 1]?.lower === 'as') return rightOnly(right + 1)
    if (!hasLeft || isOnlyAdverbial(sentence, floor, leftLast)) {
      return opensQuotation(sentence, right + 1) || verb.takes === 'any' ? rightOnly(right + 1) : null
    }
    if (tokens[leftLast]?.text !== ',' && !isInverted && !opensQuotation(sentence, right + 1)) return leftOnly()
    if (isTrailingAttribution(sentence, right + 1)) return leftOnly()
    const leaves = following === undefined || LEAVES_CONTENT.has(following.lower) || following.lower.endsWith('ing')
    return leaves ? leftOnly() : both(right + 1)
  }
  if (hasLeft && (next.lower === 'and' || next.lower === 'but') && looksLikeClause(sentence, floor)) {
    const after = tokens[right + 1]?.lower ?? ''
    if (after.endsWith('ed') && !REPORTING_VERBS.has(after)) return both(right + 1)
  }
  if (hasLeft && (isReportingParticiple(next) || leavesClause(sentence, right, floor))) return leftOnly()
  // "Some 40 people died, the monitor estimated in a report published on Monday."
  const isSetting = SETTINGS.has(tokens[afterCue]?.lower ?? '')
  if (hasLeft && verb.takes === 'clause' && tokens[leftLast]?.text === ',' && isSetting)
    if (looksLikeClause(sentence, floor)) return leftOnly()
  const clause = looksLikeClause(sentence, right)
  if (verb.takes === 'any') {
    const leftSpeaks = tokens[leftLast]?.text === ',' || looksLikeClause(sentence, floor)
    const isParenthetical = hasLeft && leftSpeaks && !clause && !isOnlyAdverbial(sentence, floor, leftLast)
    return isParenthetical ? leftOnly() : rightOnly(right)
  }
  if (clause) return rightOnly(right)
  return verb.takes === 'clause' && next.text === ':' ? rightOnly(right + 1) : null
}

/** "the ministry said adding that …": another report by the same source follows. */
function isReportingParticiple(token: Token): boolean {
  return REPORTING_VERBS.get(token.lower)?.form === 'ing'
}

/** "four people died, a doctor said after the blast": what follows only tells more about the saying or the time. */
function leavesClause(sentence: Sentence, right: number, floor: number): boolean {
  return (
    SETS_SCENE.has(sentence.tokens[right]?.lower ?? '') &&
    looksLikeClause(sentence, floor) &&
    !isOnlyAdverbial(sentence, floor, right)
  )
}

const SETS_SCENE: ReadonlySet<string> = new Set([
  'with',
  'after',
  'as',
  'during',
  'amid',
  'following',
  'while',
  'when',
  'before',
  'despite',
  'because',
])

/** Last token before a comma that opens a scene of its own: "accused the army of lying, as shells fell on the port". */
function sceneStart(sentence: Sentence, from: number): number {
  const { tokens } = sentence
  const comma = tokens.findIndex(
    (token, at) => at > from && token.text === ',' && SCENE_CLAUSE.has(tokens[at + 1]?.lower ?? ''),
  )
  return (comma === -1 ? tokens.length : comma) - 1
}

const SCENE_CLAUSE: ReadonlySet<string> = new Set(['as', 'while', 'when', 'after', 'before', 'although', 'though'])

/** "a resident said on Monday, the agency reported.": what follows is only another attribution of the same words. */
function isTrailingAttribution(sentence: Sentence, at: number): boolean {
  const { tokens } = sentence
  const source = readSourceAfter(sentence, at)
  if (source === null || !isStrongSource(sentence, source)) return false
  const verb = REPORTING_VERBS.get(tokens[source.last + 1]?.lower ?? '')
  if (verb === undefined) return false
  const rest = skipAdverbials(sentence, source.last + 2)
  return rest >= tokens.length || (rest === tokens.length - 1 && tokens[rest]?.kind === 'punct')
}

/** Where content before an attribution may begin: after the clause of the attribution before it, when they are coordinated. */
function leftFloor(sentence: Sentence, last: number, earlier: readonly RawFrame[]): number {
  const previous = earlier.at(-1)
  if (previous === undefined) return 0
  const { tokens } = sentence
  for (let at = previous.cue.last + 1; at < last; at++) {
    const token = tokens[at]
    if (token?.text === ';') return at + 1
    if (token?.text === ',' && ['and', 'but', 'while', 'whereas', 'although'].includes(tokens[at + 1]?.lower ?? ''))
      return at + 2
  }
  return 0
}

/** "On Monday," or "In a statement," before the source is no content. */
function isOnlyAdverbial(sentence: Sentence, floor: number, last: number): boolean {
  let at = floor
  while (sentence.tokens[at]?.kind === 'punct' || ['and', 'but', 'so', 'or'].includes(sentence.tokens[at]?.lower ?? ''))
    at++
  if (at > last) return true
  const first = sentence.tokens[at]
  if (first === undefined) return true
  const isShort = wordCount(sentence, floor, last) <= 3
  if (skipAdverbials(sentence, at) >= last) return true
  const opens = [
    'in',
    'on',
    'at',
    'during',
    'after',
    'before',
    'speaking',
    'asked',
    'when',
    'as',
    'while',
    'if',
    'although',
    'though',
    'by',
    'with',
    'citing',
    'following',
    'despite',
    'from',
    'for',
    'of',
    'to',
    'under',
  ].includes(first.lower)
  return opens || (isShort && !looksLikeClause(sentence, at))
}

/** Whether a clause, a that-clause or a quotation begins at the token. */
export function looksLikeClause(sentence: Sentence, at: number): boolean {
  const { tokens } = sentence
  const token = tokens[at]
  if (token === undefined) return false
  if (AUXILIARIES.has(token.lower) && token.lower !== 'not') return true
  if (
    COMPLEMENTIZERS.has(token.lower) ||
    token.kind === 'open' ||
    (SUBJECT_PRONOUNS.has(token.lower) && token.lower !== 'who')
  )
    return true
  if (token.lower === 'to' || token.lower === 'from' || token.lower === 'for') return false
  for (let i = at + 1; i < Math.min(tokens.length, at + FINITE_LOOKAHEAD); i++) {
    const word = tokens[i]
    if (word === undefined || (word.kind === 'punct' && /^[,;:.]$/u.test(word.text))) return false
    if (AUXILIARIES.has(word.lower) && word.lower !== 'not') return true
    const verb = REPORTING_VERBS.get(word.lower)
    if (verb !== undefined && verb.form === 'past') return true
    if (
      FINITE_VERBS.has(word.lower) ||
      (word.lower.endsWith('ed') && word.lower.length > 3 && tokens[i - 1]?.kind === 'word' && i > at + 1)
    )
      return true
  }
  return false
}

/** Whether the token opens a quotation. */
export function opensQuotation(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at]
  return token !== undefined && (token.kind === 'open' || token.text === '‘')
}

function closesQuotation(sentence: Sentence, last: number): boolean {
  const token = sentence.tokens[last]
  if (token === undefined) return false
  if (isClosingMark(token)) return true
  const before = sentence.tokens[last - 1]
  return token.text === ',' && before !== undefined && isClosingMark(before)
}

function isClosingMark(token: Token): boolean {
  return token.kind === 'close' || token.text === '’' || token.text === '"'
}

function opensWithin(sentence: Sentence, from: number, reach: number): boolean {
  for (let at = from; at < from + reach; at++) if (sentence.tokens[at]?.kind === 'open') return true
  return false
}

function hasNumberWithin(sentence: Sentence, from: number): boolean {
  for (let at = from; at < from + COUNT_LOOKAHEAD; at++) {
    const token = sentence.tokens[at]
    if (token === undefined) return false
    if (token.kind === 'number' || NUMERALS.has(token.lower)) return true
  }
  return false
}

const NUMERALS: ReadonlySet<string> = new Set(
  'two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty dozens scores hundreds thousands deaths killing killings'.split(
    ' ',
  ),
)

/** A quotation that ends right before the sentence: content that stands outside it. Zero-width, widened by the quotation. */
function precedingQuotation(sentence: Sentence): Content | null {
  return sentence.start < 3
    ? null
    : { spans: [{ start: sentence.start - 2, end: sentence.start - 1 }], first: 0, side: 'left' }
}

function wordCount(sentence: Sentence, first: number, last: number): number {
  let count = 0
  for (let at = first; at <= last; at++) if (sentence.tokens[at]?.kind === 'word') count++
  return count
}

/** The text from one token to another, both included. */
export function tokenSpan(sentence: Sentence, first: number, last: number): Span {
  const start = sentence.tokens[first]?.start ?? sentence.start
  const end = sentence.tokens[last]?.end ?? sentence.end
  return { start, end: Math.max(start, end) }
}

/** As `tokenSpan`, without commas, stops and dashes at either end; null when nothing is left. */
export function trimmedSpan(sentence: Sentence, first: number, last: number): Span | null {
  let from = first
  let to = last
  while (from <= to && isTrim(sentence, from)) from++
  while (to >= from && isTrim(sentence, to)) to--
  return from > to ? null : tokenSpan(sentence, from, to)
}

function isTrim(sentence: Sentence, at: number): boolean {
  const text = sentence.tokens[at]?.text ?? ''
  return (
    text === ',' ||
    text === '.' ||
    text === ';' ||
    text === ':' ||
    text === '-' ||
    text === '–' ||
    text === '—' ||
    text === '>'
  )
}
