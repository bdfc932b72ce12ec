import { AUXILIARIES, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS } from '../../../data/words/grammar-words.ts'
import { BARE_SOURCES, ORGANISATION_NAME_WORDS, ROLE_NOUNS } from '../../../data/words/source-nouns.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import { isAdverb, isCapital, isSourceModifier, isSourceNoun, isTimeWord } from './classify-word.ts'
import { phraseBack } from './read-noun-phrase.ts'
import { readSourceAfter } from './read-source-after.ts'
import {
  INNER_PREPOSITIONS,
  isBreak,
  isComma,
  isPreposition,
  isStrongSource,
  MAX_APPOSITION_TOKENS,
  MAX_PHRASE_TOKENS,
  rangeSome,
  type TokenRange,
} from './source-phrase.ts'

/**
 * The phrase of the source that ends right before a reporting verb, going left from `last`: pronoun, name, noun phrase, with appositions
 * between commas ("Olena Kravets, the head of the hospital,").
 *
 * @param last index of the last token before the verb group
 * @param floor index of the first token that may belong to it
 * @returns null when what stands there cannot be a source
 */
export function readSourceBefore(sentence: Sentence, last: number, floor: number): TokenRange | null {
  const { tokens } = sentence
  const token = tokens[last]
  if (token === undefined || last < floor) return null
  if (token.kind === 'open') return readSourceBefore(sentence, last - 1, floor)
  if (isBreak(token)) return readBeforeApposition(sentence, last, floor)
  if (token.lower === 'who' || token.lower === 'which') {
    const antecedent = isComma(tokens[last - 1]) ? last - 2 : last - 1
    const phrase = phraseBack(sentence, antecedent, floor)
    const before = tokens[(phrase?.first ?? floor) - 1]
    return phrase === null || (before !== undefined && isInsidePhrase(before)) ? null : { first: phrase.first, last }
  }
  const end = beforeTime(sentence, last, floor)
  const phrase = phraseBack(sentence, end, floor)
  const before = tokens[(phrase?.first ?? floor) - 1]
  if (phrase !== null && before !== undefined && phrase.first > floor && isPreposition(before)) {
    return (
      readBeforeParticiple(sentence, phrase, floor) ??
      readBeforeRelative(sentence, phrase.first - 1, floor) ??
      clauseSubject(sentence, last, floor) ??
      withoutPlace(sentence, phrase)
    )
  }
  if (phrase === null) return readBeforeRelative(sentence, last, floor) ?? clauseSubject(sentence, last, floor)
  return withApposedName(sentence, phrase, floor)
}

/** "a spokesman for the office run by the rebels" + verb: the source with the words that tell whose it is. */
function readBeforeParticiple(sentence: Sentence, { first, last }: TokenRange, floor: number): TokenRange | null {
  const { tokens } = sentence
  const participle = tokens[first - 2]?.lower ?? ''
  if (tokens[first - 1]?.lower !== 'by' || !RUN.has(participle) || first - 3 < floor) return null
  const head = phraseBack(sentence, first - 3, floor)
  if (head === null) return null
  const range = { first: head.first, last }
  return isStrongSource(sentence, head) ? range : null
}

/** How a body is somebody's. */
const RUN: ReadonlySet<string> = new Set(
  'run led headed controlled backed supported appointed installed set-up funded formed founded recognised recognized'.split(
    ' ',
  ),
)

/** "The ministry on Monday said", "Novak last week said": the last token before the words of time, when such stand there. */
function beforeTime(sentence: Sentence, last: number, floor: number): number {
  let at = last
  while (at > floor && (isTimeWord(sentence, at) || (sentence.tokens[at]?.kind === 'number' && at < last))) at--
  if (at === last) return last
  if (['on', 'in', 'at', 'late', 'early', 'this', 'last', 'earlier', 'the'].includes(sentence.tokens[at]?.lower ?? ''))
    at--
  return at
}

/** "strikes west of Dalar Ruritanian state news agency NORA" where the comma is lost: the phrase without the place it ran into. */
function withoutPlace(sentence: Sentence, phrase: TokenRange): TokenRange | null {
  for (let at = phrase.first + 1; at <= phrase.last; at++) {
    const lower = sentence.tokens[at]?.lower ?? ''
    const begins =
      /(?:ian|ish|ese|ench|utch|aeli|aqi|eni)$/u.test(lower) || (!isCapital(sentence, at) && isSourceModifier(lower))
    if (begins && rangeSome(sentence.tokens, { first: at, last: phrase.last }, (token) => isSourceNoun(token.lower)))
      return { first: at, last: phrase.last }
  }
  return null
}

/** "The centre for monitoring the truce in the north" + verb: a subject at the sentence's start that holds no verb of its own. */
function clauseSubject(sentence: Sentence, last: number, floor: number): TokenRange | null {
  let start = floor
  while (sentence.tokens[start]?.kind !== 'word' && start < last) start++
  const subject = readSourceAfter(sentence, start)
  if (subject === null || subject.last >= last || !isStrongSource(sentence, subject)) return null
  const rest = sentence.tokens.slice(subject.last + 1, last + 1)
  const isClause = rest.some(
    (token) =>
      isBreak(token) ||
      AUXILIARIES.has(token.lower) ||
      SUBJECT_PRONOUNS.has(token.lower) ||
      (token.lower.endsWith('ed') && !COMPLEMENTS.has(token.lower)),
  )
  return isClause || !opensComplement(rest[0]) ? null : { first: subject.first, last }
}

/** "sources close to the palace", "a body based in the north". */
function opensComplement(token: Token | undefined): boolean {
  return token !== undefined && (PREPOSITIONS.has(token.lower) || COMPLEMENTS.has(token.lower))
}

const COMPLEMENTS: ReadonlySet<string> = new Set([
  'based',
  'close',
  'familiar',
  'loyal',
  'responsible',
  'affiliated',
  'linked',
])

/** "Petro Ivanov, an adviser to the mayor" + verb without a comma after it: the phrase and the name before it. */
function withApposedName(sentence: Sentence, phrase: TokenRange, floor: number): TokenRange {
  const { tokens } = sentence
  const comma = phrase.first - 1
  const head = tokens[phrase.first]
  if (head === undefined) return phrase
  if (DETERMINERS.has(head.lower) && isCapital(sentence, comma) && !isTimeWord(sentence, comma)) {
    const name = phraseBack(sentence, comma, floor)
    const isBody = name !== null && rangeSome(tokens, name, (token) => ORGANISATION_NAME_WORDS.has(token.lower))
    if (name !== null && isBody && startsClause(sentence, name.first)) return { first: name.first, last: phrase.last }
  }
  if (!isComma(tokens[comma])) return phrase
  const nameBefore = isCapital(sentence, comma - 1) && !isTimeWord(sentence, comma - 1)
  const roleInside = rangeSome(tokens, phrase, (token) => isSourceNoun(token.lower))
  const nameHere = rangeSome(tokens, phrase, (_, index) => isCapital(sentence, index))
  const isAppositive =
    DETERMINERS.has(head.lower) || (isSourceNoun(head.lower) && !BARE_SOURCES.has(tokens[phrase.last]?.lower ?? ''))
  if (nameBefore && roleInside && isAppositive && !nameHere) {
    const name = phraseBack(sentence, comma - 1, floor)
    const isObject = name !== null && PREPOSITIONS.has(tokens[name.first - 1]?.lower ?? '')
    if (name !== null && !isObject && name.last - name.first < 5) return { first: name.first, last: phrase.last }
  }
  const roleBefore = ROLE_NOUNS.has(tokens[comma - 1]?.lower ?? '')
  if (nameHere && roleBefore && !roleInside && phrase.last - phrase.first < 4) {
    const role = phraseBack(sentence, comma - 1, floor)
    if (role !== null) return { first: role.first, last: phrase.last }
  }
  return phrase
}

/** The source before an apposition, relative clause or adverbial that closes with a comma, dash or bracket at `close`. */
function readBeforeApposition(sentence: Sentence, close: number, floor: number): TokenRange | null {
  const { tokens } = sentence
  const mark = tokens[close]?.text
  if (mark !== ',' && mark !== ')' && mark !== '-' && mark !== '–' && mark !== '—') return null
  const open = mark === ')' ? '(' : mark
  let at = close - 1
  while (at > floor && close - at < MAX_APPOSITION_TOKENS && tokens[at]?.text !== open) at--
  if (tokens[at]?.text !== open || at <= floor) {
    return mark === ',' && readsAsAdverbial(tokens[close - 1]) ? null : wholeBeforeComma(sentence, close, floor)
  }
  if (close - at < 2) return null
  const before = at - 1
  const inside = tokens[at + 1]
  if (inside === undefined) return null
  if (mark === ')') return extendTo(readSourceBefore(sentence, before, floor), close)
  const direct = phraseBack(sentence, before, floor)
  const isPlace =
    direct !== null &&
    direct.first > floor &&
    tokens[direct.first - 1] !== undefined &&
    INNER_PREPOSITIONS.has(tokens[direct.first - 1]?.lower ?? '')
  const name =
    direct === null || isPlace
      ? mark === ','
        ? readBeforeApposition(sentence, commaBefore(tokens, at), floor)
        : direct
      : direct
  if (name === null) return null
  const isAdverbial =
    isPreposition(inside) || isAdverb(inside) || inside.lower.endsWith('ing') || isTimeWord(sentence, at + 1)
  return isAdverbial ? name : { first: name.first, last: close - 1 }
}

/** The comma itself, or the one before the phrase that ends at it (", 22, of Northport, said"). */
function commaBefore(tokens: readonly Token[], comma: number): number {
  for (let at = comma - 1; at > 0 && comma - at < 8; at--) if (isComma(tokens[at])) return at
  return comma
}

function isInsidePhrase(token: Token): boolean {
  return INNER_PREPOSITIONS.has(token.lower) && token.lower !== 'with' && token.lower !== 'to'
}

function wholeBeforeComma(sentence: Sentence, comma: number, floor: number): TokenRange | null {
  const phrase = phraseBack(sentence, comma - 1, floor)
  return phrase !== null && phrase.first === floor ? phrase : null
}

function readsAsAdverbial(token: Token | undefined): boolean {
  return token === undefined || isAdverb(token)
}

/** "the group which counts the dead on the ground says": the antecedent before the relative pronoun. */
function readBeforeRelative(sentence: Sentence, from: number, floor: number): TokenRange | null {
  const { tokens } = sentence
  for (let at = from; at > floor && from - at < MAX_PHRASE_TOKENS; at--) {
    const token = tokens[at]
    if (token === undefined || isBreak(token)) return null
    if (token.lower === 'which' || token.lower === 'who' || token.lower === 'whose')
      return phraseBack(sentence, at - 1, floor)
  }
  return null
}

function startsClause(sentence: Sentence, at: number): boolean {
  return at === 0 || (at === 1 && ['but', 'and'].includes(sentence.tokens[0]?.lower ?? ''))
}

function extendTo(range: TokenRange | null, last: number): TokenRange | null {
  return range === null ? null : { first: range.first, last }
}
