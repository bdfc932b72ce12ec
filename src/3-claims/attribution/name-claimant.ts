import { DETERMINERS, SUBJECT_PRONOUNS } from '../../../data/words/grammar-words.ts'
import {
  BARE_SOURCES,
  DOCUMENT_NOUNS,
  NEWS_MEDIA,
  ORGANISATION_NAME_WORDS,
  ORGANISATION_NOUNS,
  ROLE_NOUNS,
  STATE_NAMES,
  TITLES,
} from '../../../data/words/source-nouns.ts'
import type { Claimant } from '../../model/claim.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import { isCapital, isSourceNoun, isTimeWord } from './classify-word.ts'
import type { TokenRange } from './source-phrase.ts'

/** A source read as written: who it names, and whether it must be looked up elsewhere in the document. */
export interface NamedSource {
  readonly claimant: Claimant
  /**
   * `full`: stands for itself. `pronoun`: he, she, it, they. `short`: a definite short form ("the ministry", "the source").
   * `surname`: one capitalised word. `document`: a text that stands for its issuer ("the report").
   */
  readonly form: 'full' | 'pronoun' | 'short' | 'surname' | 'document'
  /** Head noun, lower case; the pronoun itself for a pronoun. */
  readonly head: string
  readonly isPlural: boolean
  /** The text that stood for its issuer ("report" in "a report by the agency"), or null. */
  readonly issued: string | null
}

/** Longer phrases with "the" say enough to stand for themselves. */
const MAX_SHORT_TOKENS = 4
const ROLE_ENDS: ReadonlySet<string> = new Set(['who', 'which', 'whose', 'that', 'speaking', 'based', 'citing'])
/** Words of distance that no name begins with. */
const DROPPED: ReadonlySet<string> = new Set([
  'so-called',
  'britain-based',
  'uk-based',
  'london-based',
  'self-styled',
  'mr',
  'mrs',
  'ms',
  'miss',
])

/** Reads the phrase of a source into a claimant, in the shortest clear form that stands in the text. */
export function nameClaimant(sentence: Sentence, range: TokenRange, text: string): NamedSource {
  const head = sentence.tokens[range.first]
  if (head !== undefined && range.first === range.last && SUBJECT_PRONOUNS.has(head.lower)) {
    return {
      claimant: unnamed(head.text),
      form: 'pronoun',
      head: head.lower,
      isPlural: head.lower === 'they' || head.lower === 'we',
      issued: null,
    }
  }
  const based = seatBefore(sentence, range)
  if (based !== null) return nameClaimant(sentence, { first: based + 1, last: range.last }, text)
  const issuer = issuerOf(sentence, range)
  if (issuer !== null) {
    return { ...nameClaimant(sentence, issuer, text), issued: sentence.tokens[headOf(sentence, range)]?.lower ?? null }
  }
  const core = coreOf(sentence, range)
  const names = namesIn(sentence, range)
  const person = names.find((name) => isPersonName(sentence, name, range))
  if (person !== undefined && !standsForBody(sentence, core, person)) return namePerson(sentence, range, person, text)
  return nameOther(sentence, core, text)
}

/** "the London Based Watch for Rights": the token "based" when the name stands after it; null otherwise. */
function seatBefore(sentence: Sentence, range: TokenRange): number | null {
  for (let at = range.first + 1; at < range.last; at++) {
    if (sentence.tokens[at]?.lower === 'based' && isCapital(sentence, at - 1) && isCapital(sentence, at + 1)) return at
  }
  return null
}

/** "the government of President Jan Novak": the body speaks, not the person named in it. */
function standsForBody(sentence: Sentence, core: TokenRange, person: TokenRange): boolean {
  const head = headOf(sentence, core)
  const token = sentence.tokens[head]
  return (
    token !== undefined &&
    head < person.first &&
    ORGANISATION_NOUNS.has(token.lower) &&
    sentence.tokens[head + 1]?.lower === 'of'
  )
}

function namePerson(sentence: Sentence, range: TokenRange, person: TokenRange, text: string): NamedSource {
  const name = slice(sentence, person, text)
  const role = roleBeside(sentence, range, person, text)
  const isSurname = person.first === person.last
  return {
    claimant: {
      kind: 'person',
      name,
      role,
      affiliation: role === null ? null : affiliationIn(sentence, range, person, text),
    },
    form: isSurname ? 'surname' : 'full',
    head: sentence.tokens[person.last]?.lower ?? name.toLowerCase(),
    isPlural: false,
    issued: null,
  }
}

function nameOther(sentence: Sentence, core: TokenRange, text: string): NamedSource {
  const { tokens } = sentence
  const headIndex = headOf(sentence, core)
  const head = tokens[headIndex]?.lower ?? ''
  const article = tokens[core.first]?.lower ?? ''
  const isDefinite =
    article === 'the' ||
    article === 'this' ||
    article === 'that' ||
    article === 'its' ||
    article === 'his' ||
    article === 'her' ||
    article === 'their'
  const isIndefinite =
    article === 'a' || article === 'an' || article === 'another' || article === 'one' || article === 'some'
  const hasName =
    someToken(core, (at) => isCapital(sentence, at) && at !== core.first) ||
    (isCapital(sentence, core.first) && !isSourceNoun(article))
  const isPlural = BARE_SOURCES.has(head) || (head.endsWith('s') && !head.endsWith('ss') && isSourceNoun(head))
  const headIsName = isCapital(sentence, headIndex)
  const named = stripArticle(sentence, core, headIsName || isNamedOrganisation(sentence, core))
  const name = slice(sentence, named, text)
  const kind = kindOf(head, { isIndefinite, isPlural, headIsName, hasName })
  const claimant: Claimant = { kind, name, role: null, affiliation: null }
  if (DOCUMENT_NOUNS.has(head) && !headIsName) {
    return {
      claimant,
      form: isDefinite || isIndefinite || core.first === headIndex ? 'document' : 'full',
      head,
      isPlural,
      issued: null,
    }
  }
  const isShort =
    isDefinite && core.last - core.first <= MAX_SHORT_TOKENS && (!hasName || isDemonymRole(sentence, core))
  const isLoneName = core.first === headIndex && headIsName && ORGANISATION_NOUNS.has(head) && !BARE_SOURCES.has(head)
  const isSurname = headIsName && named.first === named.last && kind === 'person'
  return {
    claimant,
    form: isShort || isLoneName ? 'short' : isSurname ? 'surname' : 'full',
    head,
    isPlural,
    issued: null,
  }
}

/** "the French president": an office named by its country only. */
function isDemonymRole(sentence: Sentence, core: TokenRange): boolean {
  const names = tokensOf(core).filter((at) => isCapital(sentence, at))
  const isOffice = ROLE_NOUNS.has(sentence.tokens[core.last]?.lower ?? '')
  return isOffice && names.length === 1 && core.last - core.first === 2 && !isCapital(sentence, core.last)
}

function tokensOf(range: TokenRange): number[] {
  return Array.from({ length: range.last - range.first + 1 }, (_, i) => range.first + i)
}

function kindOf(
  head: string,
  is: {
    readonly isIndefinite: boolean
    readonly isPlural: boolean
    readonly headIsName: boolean
    readonly hasName: boolean
  },
): Claimant['kind'] {
  if (ORGANISATION_NOUNS.has(head) || ORGANISATION_NAME_WORDS.has(head) || STATE_NAMES.has(head)) {
    return is.isIndefinite && !is.hasName && !is.headIsName ? 'unnamed' : 'organisation'
  }
  if (DOCUMENT_NOUNS.has(head)) return is.hasName ? 'organisation' : 'unnamed'
  if (ROLE_NOUNS.has(head) || BARE_SOURCES.has(head))
    return is.isIndefinite || is.isPlural || head === 'source' ? 'unnamed' : 'office'
  if (is.headIsName) return 'organisation'
  return 'unnamed'
}

/** The last word of the phrase before "of", "for", "in" and the like. */
function headOf(sentence: Sentence, range: TokenRange): number {
  const { tokens } = sentence
  for (let at = range.first + 1; at <= range.last; at++) {
    const lower = tokens[at]?.lower ?? ''
    if (['of', 'for', 'in', 'at', 'from', 'on', 'with', 'near', 'to', 'by'].includes(lower)) return at - 1
    if (lower.endsWith('ed') && isSourceNoun(tokens[at - 1]?.lower ?? '')) return at - 1
    if (tokens[at]?.text === ',' || tokens[at]?.text === '(' || ROLE_ENDS.has(lower)) return at - 1
  }
  return range.last
}

/** The phrase without appositions, relative clauses and bracketed short forms. */
function coreOf(sentence: Sentence, range: TokenRange): TokenRange {
  const { tokens } = sentence
  for (let at = range.first + 1; at <= range.last; at++) {
    const token = tokens[at]
    if (token === undefined) break
    const isEnd =
      token.text === ',' ||
      token.text === '(' ||
      token.text === '–' ||
      token.text === '—' ||
      ROLE_ENDS.has(token.lower) ||
      ((token.lower === 'a' || token.lower === 'an') && token.text === token.lower && isCapital(sentence, at - 1))
    if (isEnd) return { first: range.first, last: at - 1 }
  }
  return range
}

/** Runs of capitalised words, with initials and particles inside ("Talal al-Barazi", "Ursula von der Leyen"). */
function namesIn(sentence: Sentence, range: TokenRange): TokenRange[] {
  const names: TokenRange[] = []
  for (let at = range.first; at <= range.last; at++) {
    if (!isCapital(sentence, at)) continue
    let last = at
    for (let next = at + 1; next <= range.last; next++) {
      const token = sentence.tokens[next]
      if (isCapital(sentence, next)) last = next
      else if (token?.text === '.' && isTitleOrInitial(sentence, next - 1)) continue
      else if (!PARTICLES.has(token?.lower ?? '')) break
    }
    names.push({ first: at, last })
    at = last
  }
  return names.map((name) => withoutTitles(sentence, name)).filter((name) => name.first <= name.last)
}

const PARTICLES: ReadonlySet<string> = new Set([
  'von',
  'der',
  'de',
  'van',
  'al',
  'el',
  'bin',
  'ibn',
  'ben',
  'abu',
  'da',
  'di',
  'la',
  'du',
  'dos',
  'den',
  'ter',
  'y',
])

function isTitleOrInitial(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at]
  return token !== undefined && (token.text.length === 1 || TITLES.has(token.lower))
}

/** Drops titles, offices and country adjectives before a name: the name begins after the last of them. */
function withoutTitles(sentence: Sentence, name: TokenRange): TokenRange {
  let { first } = name
  for (let at = name.first; at < name.last; at++) {
    const lower = sentence.tokens[at]?.lower ?? ''
    if (TITLES.has(lower) || ROLE_NOUNS.has(lower)) first = at + 1
  }
  while (first < name.last && sentence.tokens[first]?.kind === 'punct') first++
  return { first, last: name.last }
}

function isPersonName(sentence: Sentence, name: TokenRange, range: TokenRange): boolean {
  const { tokens } = sentence
  const last = tokens[name.last]
  if (last === undefined) return false
  if (someToken(name, (at) => ORGANISATION_NAME_WORDS.has(tokens[at]?.lower ?? ''))) return false
  if (STATE_NAMES.has(last.lower) || ROLE_NOUNS.has(last.lower) || NEWS_MEDIA.has(last.lower)) return false
  const after = tokens[name.last + 1]
  if (name.last < range.last) {
    if (after?.kind === 'clitic') return false
    if (isRoleAfterName(sentence, name, range)) return true
    if (
      after !== undefined &&
      after.kind === 'word' &&
      !['who', 'of', 'in', 'at', 'from', 'and', 'with', 'speaking'].includes(after.lower)
    )
      return false
    if (after?.lower === 'of' && name.first === name.last && !TITLES.has(tokens[name.first - 1]?.lower ?? ''))
      return false
  }
  const before = tokens[name.first - 1]
  if (before !== undefined && name.first > range.first) {
    if (['of', 'for', 'in', 'at', 'from', 'on', 'to', 'near'].includes(before.lower)) return false
    if (TITLES.has(before.lower) || ROLE_NOUNS.has(before.lower)) return true
    if (before.text === '.' && TITLES.has(tokens[name.first - 2]?.lower ?? '')) return true
    if (before.text === ',') return true
    if (DETERMINERS.has(before.lower)) return false
  }
  const words = name.last - name.first + 1
  const isAcronym =
    words === 1 && last.text.length <= 6 && last.text === last.text.toUpperCase() && last.text.length > 1
  if (isAcronym) return false
  if (
    words >= 2 &&
    someToken(
      name,
      (at) =>
        /(?:ian|ish|ese|can|li|qi)$/u.test(tokens[at]?.lower ?? '') &&
        at === name.first &&
        words === 2 &&
        ORGANISATION_NAME_WORDS.has(last.lower),
    )
  )
    return false
  return true
}

/** "Jan Novak head of the watchdog" where the comma is lost. */
function isRoleAfterName(sentence: Sentence, name: TokenRange, range: TokenRange): boolean {
  const { tokens } = sentence
  const isRole = ROLE_NOUNS.has(tokens[name.last + 1]?.lower ?? '')
  const tie = tokens[name.last + 2]?.lower ?? ''
  return isRole && name.last > name.first && name.last + 2 <= range.last && ['of', 'for', 'at', 'in'].includes(tie)
}

function roleBeside(sentence: Sentence, range: TokenRange, person: TokenRange, text: string): string | null {
  const { tokens } = sentence
  if (tokens[person.last + 1]?.text === ',' && person.last + 2 <= range.last) {
    const role = { first: person.last + 2, last: range.last }
    return someToken(role, (at) => isSourceNoun(tokens[at]?.lower ?? '')) ? slice(sentence, role, text) : null
  }
  if (isRoleAfterName(sentence, person, range))
    return slice(sentence, { first: person.last + 1, last: range.last }, text)
  let last = person.first - 1
  while (last >= range.first && tokens[last]?.kind === 'punct') last--
  if (last < range.first) return null
  const role = stripArticle(sentence, { first: range.first, last }, true)
  return someToken(role, (at) => isSourceNoun(tokens[at]?.lower ?? '') || isOfficeTitle(tokens[at]?.lower ?? ''))
    ? slice(sentence, role, text)
    : null
}

/** Forms of address that say nothing of what somebody does. */
const HONORIFICS: ReadonlySet<string> = new Set('mr mrs ms miss dr sir lord lady dame prof hajji'.split(' '))

function isOfficeTitle(lower: string): boolean {
  return TITLES.has(lower) && !HONORIFICS.has(lower)
}

/** Words of an office that name no body by themselves ("Defence minister", "Prime Minister"). */
const PORTFOLIOS: ReadonlySet<string> = new Set(
  'defence defense foreign interior health prime deputy vice chief senior former acting finance justice energy education information transport emergency press security home rights state local regional national'.split(
    ' ',
  ),
)

function isNoBody(lower: string): boolean {
  return PORTFOLIOS.has(lower) || ROLE_NOUNS.has(lower) || TITLES.has(lower)
}

/** The body the person speaks for: "of the X", "for X" or the name before the office. */
function affiliationIn(sentence: Sentence, range: TokenRange, person: TokenRange, text: string): string | null {
  const { tokens } = sentence
  for (let at = range.first; at <= range.last; at++) {
    if (tokens[at]?.lower !== 'of' && tokens[at]?.lower !== 'for') continue
    let first = at + 1
    if (DETERMINERS.has(tokens[first]?.lower ?? '')) first++
    let last = first
    while (last < range.last && isPartOfName(tokens, last + 1) && last + 1 !== person.first) last++
    return first <= range.last ? slice(sentence, { first, last }, text) : null
  }
  const before = namesIn(sentence, { first: range.first, last: Math.max(range.first, person.first - 1) })[0]
  if (before === undefined || before.last >= person.first) return null
  if (!someToken(before, (at) => !isNoBody(tokens[at]?.lower ?? ''))) return null
  const name = slice(sentence, before, text)
  return name.endsWith('-based') ? null : name
}

/** A word, or the possessive between two words ("Ruritania's Security Council"). */
function isPartOfName(tokens: readonly Token[], at: number): boolean {
  const kind = tokens[at]?.kind
  return kind === 'word' || (kind === 'clitic' && tokens[at + 1]?.kind === 'word')
}

/** "a toll from the Observatory", "the Observatory's figures", "an Observatory toll": the issuer of a text that is cited. */
function issuerOf(sentence: Sentence, range: TokenRange): TokenRange | null {
  const { tokens } = sentence
  const head = headOf(sentence, range)
  if (!DOCUMENT_NOUNS.has(tokens[head]?.lower ?? '')) return null
  for (let at = head + 1; at < range.last; at++) {
    if (['of', 'from', 'by'].includes(tokens[at]?.lower ?? '')) {
      const issuer = { first: at + 1, last: range.last }
      if (someToken(issuer, (i) => isCapital(sentence, i) || isSourceNoun(tokens[i]?.lower ?? ''))) return issuer
    }
  }
  if (tokens[head - 1]?.kind === 'clitic' && head - 2 >= range.first) return { first: range.first, last: head - 2 }
  if (
    head > range.first + 1 &&
    someToken(
      { first: range.first, last: head - 1 },
      (at) => isCapital(sentence, at) && at > 0 && !isTimeWord(sentence, at),
    )
  ) {
    let last = head - 1
    while (last > range.first && !isCapital(sentence, last) && !isSourceNoun(tokens[last]?.lower ?? '')) last--
    return { first: range.first, last }
  }
  return null
}

function isNamedOrganisation(sentence: Sentence, range: TokenRange): boolean {
  return someToken(
    range,
    (at) => isCapital(sentence, at) && ORGANISATION_NAME_WORDS.has(sentence.tokens[at]?.lower ?? ''),
  )
}

function stripArticle(sentence: Sentence, range: TokenRange, isName: boolean): TokenRange {
  let { first } = range
  while (first < range.last) {
    const token = sentence.tokens[first]
    if (token === undefined) break
    const isArticle = isName && (DETERMINERS.has(token.lower) || token.kind === 'punct')
    if (!isArticle && !DROPPED.has(token.lower)) break
    first++
  }
  return { first, last: range.last }
}

function slice(sentence: Sentence, range: TokenRange, text: string): string {
  const start = sentence.tokens[range.first]?.start ?? 0
  const end = sentence.tokens[range.last]?.end ?? start
  return text.slice(start, end).replace(/\s+/gu, ' ')
}

function unnamed(name: string): Claimant {
  return { kind: 'unnamed', name, role: null, affiliation: null }
}

function someToken(range: TokenRange, holds: (at: number) => boolean): boolean {
  for (let at = range.first; at <= range.last; at++) if (holds(at)) return true
  return false
}
