import { CLAUSE_OPENERS, SUBJECT_PRONOUNS } from '../../../data/words/grammar-words.ts'
import { DOCUMENT_NOUNS } from '../../../data/words/source-nouns.ts'
import { REPORTING_VERBS, type ReportingVerb } from '../../../data/words/reporting-verbs.ts'
import type { Span } from '../../model/span.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import { tabulate } from '../text/word-table.ts'
import { isTimeWord } from './classify-word.ts'
import { isIdiomOfReport, readIdiom } from './read-idiom.ts'
import { readPassive, readQuotedAsSaying } from './read-passive.ts'
import { readSourceAfter } from './read-source-after.ts'
import { readSourceBefore } from './read-source-before.ts'
import { isStrongSource, type TokenRange } from './source-phrase.ts'
import { readVerbGroup, type VerbGroup } from './read-verb-group.ts'
import type { RawFrame } from './raw-frame.ts'
import { contentOf, looksLikeClause, opensQuotation, trimmedSpan } from './read-content.ts'
import { skipAdverbials } from './skip-adverbials.ts'

/** Verbs that take whom they speak to before what they say. */
const TAKES_RECIPIENT: ReadonlySet<string> = new Set('tell inform brief assure remind warn caution'.split(' '))
const OBJECT_PRONOUNS: ReadonlySet<string> = new Set('him her it them us me you'.split(' '))
const AFTER_INVERTED: ReadonlySet<string> = new Set(
  'which in on at adding as after during from while when who and but via by to citing referring speaking told late early last earlier'.split(
    ' ',
  ),
)
const JOINS: ReadonlySet<string> = new Set(['and', 'but', 'or', 'then', 'yet'])
/** Infinitives that do what they name ("travelled to Beijing to warn officials"). */
const ACTING_INFINITIVES: ReadonlySet<string> = new Set(['warn', 'condemn', 'denounce', 'accuse'])

/** Participles that go on an attribution also where the comma before them is lost. */
const TRAILING: ReadonlySet<string> = new Set(
  'add note stress warn claim explain point indicate accuse blame condemn call'.split(' '),
)

const reports = tabulate((lower) => Number(REPORTING_VERBS.has(lower)))

/** Finds the attributions that verbs make in a sentence, in reading order, each with its source, cue and content. */
export function findVerbFrames(sentence: Sentence): RawFrame[] {
  const frames: RawFrame[] = []
  const { tokens } = sentence
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token?.kind !== 'word' || reports(token) === 0) continue
    const verb = REPORTING_VERBS.get(token.lower)
    if (verb === undefined) continue
    const frame = readFrame(sentence, at, verb, frames)
    if (frame !== null) frames.push(frame)
  }
  return frames
}

function readFrame(
  sentence: Sentence,
  at: number,
  given: ReportingVerb,
  earlier: readonly RawFrame[],
): RawFrame | null {
  const { tokens } = sentence
  const verb = readIdiom(sentence, at, given)
  const group = verb === null ? null : readVerbGroup(sentence, at, verb)
  if (verb === null || group === null) return null
  if (verb.lemma === 'say' && verb.form === 'ing' && tokens[group.first - 1]?.lower === 'as')
    return readQuotedAsSaying(sentence, at)
  if (group.isNegated && WITHHOLDS.has(verb.lemma)) return null
  const afterPronoun = SUBJECT_PRONOUNS.has(tokens[group.first - 1]?.lower ?? '')
  const isReducedPassive =
    verb.form === 'past' && !hasAuxiliary(group) && !afterPronoun && isReduced(verb, tokens[at + 1]?.lower)
  if (group.isPassive || isReducedPassive) return readPassive(sentence, group, verb)
  const placed = placeSource(sentence, group, verb, earlier)
  if (placed === null || cueInsideSource(placed.source, earlier)) return null
  const { source, isInverted } = placed
  if (!isStrongSource(sentence, source) && verb.takes !== 'any') return null
  if (isVoidSource(sentence, source, verb) || (MENTAL.has(verb.lemma) && isPronoun(sentence, source))) return null
  const recipient = !isInverted && TAKES_RECIPIENT.has(verb.lemma) ? readRecipient(sentence, at + 1) : null
  const content = contentOf(sentence, {
    group,
    verb,
    source,
    isInverted,
    isShared: placed.isShared,
    recipient,
    earlier,
  })
  if (content === null) return null
  return {
    sentence: sentence.index,
    source,
    cue: { first: group.first, last: at },
    clauseStart: Math.min(source.first > group.first || placed.isShared ? group.first : source.first, content.first),
    content: content.side === 'left' ? withOwnDeed(sentence, at, verb, content.spans) : content.spans,
    act: verb.act,
    isNegated: group.isNegated,
    recipient,
    isCited: false,
    rule: `attribution/${isInverted ? 'inverted' : placed.isShared ? 'shared' : content.side}`,
  }
}

/** "…, the ministry said on Tuesday of its attack on the port": the speaker's own deed is what he speaks of. */
function withOwnDeed(
  sentence: Sentence,
  at: number,
  { lemma }: ReportingVerb,
  spans: readonly Span[],
): readonly Span[] {
  if (lemma !== 'say') return spans
  const { tokens } = sentence
  const of = skipAdverbials(sentence, at + 1)
  if (tokens[of]?.lower !== 'of' && tokens[of]?.lower !== 'about') return spans
  if (!['its', 'their', 'his', 'her'].includes(tokens[of + 1]?.lower ?? '')) return spans
  let last = of + 1
  while (last + 1 < tokens.length && tokens[last + 1]?.kind !== 'punct') last++
  const deed = trimmedSpan(sentence, of, last)
  return deed === null ? spans : [...spans, deed]
}

/** What is not said is kept back and not denied ("did not say who fired"). */
const WITHHOLDS: ReadonlySet<string> = new Set(
  'say tell state specify elaborate comment explain disclose reveal announce report give add'.split(' '),
)

/** Verbs of thinking: with a pronoun they tell a mind, not a statement ("she thinks it will rain"). */
const MENTAL: ReadonlySet<string> = new Set([
  'think',
  'believe',
  'hope',
  'expect',
  'fear',
  'worry',
  'doubt',
  'suspect',
  'guess',
  'decide',
  'find',
])

function isPronoun(sentence: Sentence, source: TokenRange): boolean {
  return SUBJECT_PRONOUNS.has(sentence.tokens[source.first]?.lower ?? '')
}

/** After a text these are participles: "a statement posted online". */
const PUBLISHES: ReadonlySet<string> = new Set([
  'post',
  'issue',
  'make',
  'write',
  'read',
  'tweet',
  'list',
  'name',
  'announce',
  'cite',
])

/** "it shows", "what he called", "a photograph shows": nobody says anything. */
function isVoidSource(sentence: Sentence, source: TokenRange, verb: ReportingVerb): boolean {
  const head = sentence.tokens[source.last]?.lower ?? ''
  if (verb.lemma === 'call' && sentence.tokens[source.first - 1]?.lower === 'what') return true
  if (verb.form === 'past' && PUBLISHES.has(verb.lemma) && DOCUMENT_NOUNS.has(head)) return true
  if (!['show', 'indicate', 'suggest', 'imply', 'signal'].includes(verb.lemma)) return false
  return [
    'it',
    'this',
    'that',
    'these',
    'which',
    'photo',
    'photos',
    'photograph',
    'image',
    'images',
    'video',
    'footage',
  ].includes(head)
}

function hasAuxiliary(group: VerbGroup): boolean {
  return group.first < group.verb
}

/** "entities accused of", "the man blamed for": a passive without its verb "to be". */
function isReduced(verb: ReportingVerb, next: string | undefined): boolean {
  return (verb.lemma === 'accuse' && next === 'of') || (verb.lemma === 'blame' && next === 'for')
}

function cueInsideSource(source: TokenRange, earlier: readonly RawFrame[]): boolean {
  return earlier.some(
    (frame) => frame.cue.last >= source.first && frame.cue.last <= source.last && frame.source !== source,
  )
}

interface PlacedSource {
  readonly source: TokenRange
  readonly isInverted: boolean
  readonly isShared: boolean
}

function placeSource(
  sentence: Sentence,
  group: VerbGroup,
  verb: ReportingVerb,
  earlier: readonly RawFrame[],
): PlacedSource | null {
  const { tokens } = sentence
  const before = tokens[group.first - 1]
  if (group.isInfinitive) {
    const subject = ACTING_INFINITIVES.has(verb.lemma) ? subjectOf(sentence, group.first, earlier) : null
    return subject === null ? null : { source: subject, isInverted: false, isShared: true }
  }
  const inverted = readInverted(sentence, group, verb)
  if (inverted !== null) return { source: inverted, isInverted: true, isShared: false }
  if (group.isParticiple) {
    if (before !== undefined && before.kind === 'word' && !CLAUSE_OPENERS.has(before.lower)) {
      const own = readSourceBefore(sentence, group.first - 1, 0)
      if (own !== null && tokens[own.first - 1]?.lower === 'with')
        return { source: own, isInverted: false, isShared: false }
      if (earlier.length === 0 || !TRAILING.has(verb.lemma)) return null
    }
    const subject = sharedSubject(sentence, group, verb, earlier)
    return subject === null ? null : { source: subject, isInverted: false, isShared: true }
  }
  if (before !== undefined && (JOINS.has(before.lower) || (before.text === ',' && earlier.length > 0))) {
    const own = before.text === ',' ? readSourceBefore(sentence, group.first - 1, 0) : null
    if (own !== null && isStrongSource(sentence, own)) return { source: own, isInverted: false, isShared: false }
    const subject = sharedSubject(sentence, group, verb, earlier)
    return subject === null ? null : { source: subject, isInverted: false, isShared: true }
  }
  const source = readSourceBefore(sentence, group.first - 1, 0)
  return source === null ? null : { source, isInverted: false, isShared: false }
}

/** The source after the verb ("…," said the governor), or null. */
function readInverted(sentence: Sentence, group: VerbGroup, verb: ReportingVerb): TokenRange | null {
  const { tokens } = sentence
  if (group.first !== group.verb || (verb.form !== 's' && verb.form !== 'past')) return null
  if (verb.takes === 'target' || verb.takes === 'count' || verb.lemma === 'tell') return null
  const before = tokens[group.first - 1]
  if (before === undefined || tokens[group.verb + 1] === undefined) return null
  const afterQuote = isQuoteMark(before) || (before.text === ',' && isQuoteMark(tokens[group.first - 2]))
  const afterMark = /^[—–\-!?…]$/u.test(before.text)
  const afterWord = before.kind === 'word' || before.kind === 'number' || before.text === ')'
  if (!afterQuote && !afterMark && !afterWord && before.text !== ',') return null
  const source = readSourceAfter(sentence, group.verb + 1)
  if (source === null || !isStrongSource(sentence, source)) return null
  if (tokens[source.first]?.lower === 'it' || (isPronoun(sentence, source) && !afterQuote)) return null
  if (afterQuote) return source
  const next = tokens[source.last + 1]
  const ends =
    next === undefined ||
    next.kind === 'punct' ||
    next.kind === 'close' ||
    AFTER_INVERTED.has(next.lower) ||
    isTimeWord(sentence, source.last + 1)
  if (!ends || CLAUSE_OPENERS.has(before.lower)) return null
  if (afterMark) return source
  const isFinal = next === undefined || next.text === '.' || next.lower === 'adding' || next.text === ','
  const closes = next === undefined || (next.kind === 'punct' && source.last + 2 >= tokens.length)
  if (closes && SAYERS.has(verb.lemma)) return source
  const left = readSourceBefore(sentence, group.first - 1, 0)
  if (left === null) return before.text === ',' || isFinal || SAYERS.has(verb.lemma) ? source : null
  return before.text === ',' && left.first > 0 && !isStrongSource(sentence, left) ? source : null
}

/** Verbs that end a sentence with their subject when nothing follows it ("… said the director."). */
const SAYERS: ReadonlySet<string> = new Set('say add write note warn explain report'.split(' '))

function isQuoteMark(token: Token | undefined): boolean {
  return token !== undefined && (token.kind === 'close' || token.kind === 'open' || token.text === '’')
}

/** Verbs that report also where the subject they share is not that of another attribution ("He visited the ruins and warned that …"). */
const SHARES_ANY_SUBJECT: ReadonlySet<string> = new Set(
  'say add tell warn accuse call urge claim deny blame condemn vow announce insist demand argue pledge criticize criticise threaten denounce promise confirm'.split(
    ' ',
  ),
)

function sharedSubject(
  sentence: Sentence,
  group: VerbGroup,
  verb: ReportingVerb,
  earlier: readonly RawFrame[],
): TokenRange | null {
  if (earlier.length === 0 && !SHARES_ANY_SUBJECT.has(verb.lemma)) return null
  return subjectOf(sentence, group.first, earlier)
}

/** The subject that a verb without one of its own goes by: the source of the frame before, else the subject of the sentence. */
function subjectOf(sentence: Sentence, before: number, earlier: readonly RawFrame[]): TokenRange | null {
  const last = earlier.findLast((frame) => frame.source !== null && !frame.isCited)
  if (last?.source !== null && last !== undefined) return last.source
  let at = 0
  while (at < before && (sentence.tokens[at]?.kind !== 'word' || JOINS.has(sentence.tokens[at]?.lower ?? ''))) at++
  const subject = readSourceAfter(sentence, at)
  return subject !== null && subject.last < before && isStrongSource(sentence, subject) ? subject : null
}

function readRecipient(sentence: Sentence, at: number): TokenRange | null {
  const token = sentence.tokens[at]
  if (token === undefined || isIdiomOfReport(token.lower)) return null
  if (OBJECT_PRONOUNS.has(token.lower)) return { first: at, last: at }
  const phrase = readSourceAfter(sentence, at)
  if (phrase === null) return null
  const next = sentence.tokens[phrase.last + 1]
  const ends =
    next === undefined ||
    next.kind !== 'word' ||
    CLAUSE_OPENERS.has(next.lower) ||
    AFTER_INVERTED.has(next.lower) ||
    isTimeWord(sentence, phrase.last + 1)
  return ends || opensQuotation(sentence, phrase.last + 1) || looksLikeClause(sentence, phrase.last + 1) ? phrase : null
}
