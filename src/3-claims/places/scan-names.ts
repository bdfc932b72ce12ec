import { FIRST_NAMES } from '../../../data/words/first-names.ts'
import { BODY_NAMES, COMMON_WORDS, NEVER_PLACES, PLACE_ACRONYMS } from '../../../data/words/not-places.ts'
import { PLACE_ADJECTIVES } from '../../../data/words/place-adjectives.ts'
import { BEARINGS, DIRECTIONS, LOCATIVES, NEARNESS, PLACE_TYPES } from '../../../data/words/place-cues.ts'
import { foldName } from '../../model/fold-name.ts'
import type { Gazetteer, GazetteerEntry } from '../../model/gazetteer.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import { isCapital, isName } from './capital.ts'
import { findNameInCapitals } from './find-name-in-capitals.ts'
import { findLongerName, findUnknownName } from './find-unknown-name.ts'
import type { NameMention } from './name-mention.ts'
import { isPartOfPersonName, learnSurnames } from './person-evidence.ts'

/** No name in the gazetteer that news uses is longer. */
const MAX_WORDS = 6
/** Single-word names of places smaller than this need a preposition, a place noun or a container beside them. */
const KNOWN_WITHOUT_CUE = 5_000
/** In text without capitals' help, single words need to name a place at least this big. */
const KNOWN_WITHOUT_CAPITALS = 50_000

/** A match of the gazetteer at a token, before it is judged. */
interface Match {
  readonly last: number
  readonly key: string
  readonly candidates: readonly GazetteerEntry[]
}

/** Finds the names of places in the sentences: longest gazetteer match, guarded against persons and common words. */
export function scanNames(sentences: readonly Sentence[], gazetteer: Gazetteer): NameMention[] {
  const surnames = learnSurnames(sentences)
  const held: NameMention[] = []
  const mentions: NameMention[] = []
  for (const sentence of sentences) {
    const { tokens } = sentence
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]
      if (token === undefined || token.kind !== 'word' || !isCapital(sentence, i)) continue
      const known =
        readAdjective(sentence, i, gazetteer) ??
        readGazetteer(sentence, i, gazetteer) ??
        readPossessive(sentence, i, gazetteer) ??
        readCompound(sentence, i, gazetteer)
      const read = sentence.isUpperCase
        ? widerOf(known, findNameInCapitals(sentence, i))
        : (known ?? findUnknownName(sentence, i, gazetteer))
      if (read === null) continue
      const found = meaningsInCapitals(sentence, read)
      if (found.candidates.length === 0 && read.candidates.length > 0) continue
      const follows = mentions.at(-1)?.sentence === sentence.index && mentions.at(-1)?.last === i - 1
      // "President of Ukraine Volodymyr Zelenskyy": a name that goes on is no place in the one before.
      const adjoins = follows && !(tokens[found.last + 1]?.kind === 'word' && isCapital(sentence, found.last + 1))
      const isPerson = found.form === 'name' && !adjoins && isPartOfPersonName(sentence, found, surnames)
      if (!isPerson) {
        const verdict = judge(sentence, found)
        if (verdict === 'place') mentions.push(found)
        else if (verdict === 'unsure') held.push(found)
      }
      i = found.last
    }
  }
  mentions.push(...findAgain(sentences, mentions))
  const sure = new Set(mentions.map(({ key }) => key))
  const again = held.filter(({ key }) => sure.has(key)).map((other) => ({ ...other, rule: 'places/seen-elsewhere' }))
  return [...mentions, ...again].sort((a, b) => a.start - b.start)
}

/** "ROSE HILL" before "NEIGHBORHOOD" is more than the Rose of the gazetteer, and no small town far off called so. */
function widerOf(known: NameMention | null, unknown: NameMention | null): NameMention | null {
  if (known === null || unknown === null) return known ?? unknown
  if (known.form !== 'name') return known
  const isQuarter = unknown.rule === 'places/quarter-name' && !known.candidates.some(isWellKnown)
  return unknown.last > known.last || isQuarter ? unknown : known
}

/** Later and earlier mentions of the names that the gazetteer lacks, where nothing beside them tells. */
function findAgain(sentences: readonly Sentence[], mentions: readonly NameMention[]): NameMention[] {
  const unknown = new Map<string, NameMention>()
  for (const name of mentions) {
    const word = sentences[name.sentence]?.tokens[name.first]
    if (word !== undefined && UNKNOWN_RULES.has(name.rule)) unknown.set(word.text, name)
  }
  if (unknown.size === 0) return []
  const openers = new Set(Array.from(unknown.keys(), (word) => word.charCodeAt(0)))
  const taken = new Set<Token>()
  for (const { sentence, first, last } of mentions)
    for (const token of sentences[sentence]?.tokens.slice(first, last + 1) ?? []) taken.add(token)
  const again: NameMention[] = []
  for (const { index, tokens, isUpperCase } of sentences) {
    if (isUpperCase) continue
    tokens.forEach((token, i) => {
      if (!openers.has(token.text.charCodeAt(0))) return
      const known = unknown.get(token.text)
      if (known === undefined || taken.has(token)) return
      const last = i + known.last - known.first
      const end = tokens[last]
      const key = foldName(
        tokens
          .slice(i, last + 1)
          .map(({ text }) => text)
          .join(' '),
      )
      if (end === undefined || key !== known.key) return
      again.push({
        ...known,
        sentence: index,
        first: i,
        last,
        start: token.start,
        end: end.end,
        isCued: false,
        rule: 'places/unknown-again',
      })
    })
  }
  return again
}
const UNKNOWN_RULES = new Set(
  'places/type-of-name places/name-type places/type-name places/after-preposition places/article-name places/direction-name places/longer-name'.split(
    ' ',
  ),
)

/** "Syrians": the people, by the adjective. */
const PLURAL_ADJECTIVES: ReadonlyMap<string, string> = new Map(
  Array.from(PLACE_ADJECTIVES, ([adjective, place]) => [`${adjective}s`, place]),
)

function readAdjective(sentence: Sentence, i: number, gazetteer: Gazetteer): NameMention | null {
  const token = sentence.tokens[i]
  if (token === undefined) return null
  const place = PLACE_ADJECTIVES.get(token.lower)
  if (place === undefined) {
    const plural = PLURAL_ADJECTIVES.get(token.lower)
    return plural === undefined ? null : mention(sentence, i, i, plural, gazetteer.find(plural), 'adjective')
  }
  // "Caribbean" and "Arctic" are names as well.
  if (place === token.lower) return null
  return mention(sentence, i, i, place, gazetteer.find(place), 'adjective')
}

function readGazetteer(sentence: Sentence, i: number, gazetteer: Gazetteer): NameMention | null {
  const match = longestMatch(sentence, i, gazetteer)
  const longer = findLongerName(sentence, i, match?.last ?? i - 1, gazetteer)
  if (longer !== null) return longer
  return match === null ? null : mention(sentence, i, match.last, match.key, match.candidates, 'name')
}

/** The longest run of tokens from `i` that is a name of the gazetteer and ends with a capital. */
function longestMatch(sentence: Sentence, i: number, gazetteer: Gazetteer): Match | null {
  const { tokens } = sentence
  const first = tokens[i]
  if (first === undefined) return null
  const acronym = PLACE_ACRONYMS.get(first.text)
  let best: Match | null = acronym === undefined ? null : { last: i, key: acronym, candidates: gazetteer.find(acronym) }
  let key = ''
  let words = 0
  for (let j = i; j < tokens.length && words < MAX_WORDS; j++) {
    const token = tokens[j]
    if (token === undefined) break
    if (token.text === '.' && isStopInside(tokens, j)) continue
    if (token.kind !== 'word' && !(token.kind === 'clitic' && token.lower !== "'s")) break
    // ASCII letters and digits are folded by the tokenizer already.
    const folded = isPlain(token.lower) ? token.lower : foldName(token.text)
    if (folded === '') break
    key = key === '' ? folded : token.kind === 'clitic' ? key + folded : `${key} ${folded}`
    words++
    if (isCapital(sentence, j) && !(j === i && (acronym !== undefined || isAcronym(sentence, i)))) {
      const candidates = gazetteer.find(key)
      if (candidates.length > 0 && !BODY_NAMES.has(key)) best = { last: j, key, candidates }
    }
    if (!gazetteer.hasPrefix(key)) break
  }
  return best
}

/** Whether a word in lower case is of ASCII letters and digits alone. */
function isPlain(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if (code < 48 || code > 122 || (code > 57 && code < 97)) return false
  }
  return word !== ''
}

/** "SANA" is no Sanaa; capitals that open a line before a comma, a bracket or a dash are a dateline ("KYIV, May 24"). */
function isAcronym(sentence: Sentence, i: number): boolean {
  const { tokens, isUpperCase } = sentence
  if (isUpperCase || !/^\p{Lu}{1,5}$/u.test(tokens[i]?.text ?? '')) return false
  const next = tokens[i + 1]?.text ?? ''
  if (i === 0 && /^\p{Lu}{4,}/u.test(tokens[i]?.text ?? '') && /^\p{Lu}/u.test(next)) return false
  return i > 0 || !/^[,(—–/:-]+$/u.test(next)
}

/** "St. Petersburg", "Ft. Hood": a stop right after a short word and before a capital. */
function isStopInside(tokens: readonly Token[], j: number): boolean {
  const before = tokens[j - 1]
  const after = tokens[j + 1]
  return (
    before !== undefined && after !== undefined && /^(?:st|ste|mt|ft|pt)$/u.test(before.lower) && isName(after.text)
  )
}

/** "Syrias army": the text has lost its apostrophes. */
function readPossessive(sentence: Sentence, i: number, gazetteer: Gazetteer): NameMention | null {
  const token = sentence.tokens[i]
  if (token === undefined || sentence.isUpperCase || !/^\p{Lu}.{3,}s$/u.test(token.text)) return null
  if (sentence.tokens[i + 1]?.kind !== 'word') return null
  const key = foldName(token.text.slice(0, -1))
  const candidates = NEVER_PLACES.has(key) || COMMON_WORDS.has(key) || FIRST_NAMES.has(key) ? [] : gazetteer.find(key)
  if (!candidates.some(isWellKnown)) return null
  return { ...mention(sentence, i, i, key, candidates, 'possessive'), end: token.end - 1 }
}

/** "Moscow-backed", "Russia-Ukraine", "Paris-based": the place is the first part. */
function readCompound(sentence: Sentence, i: number, gazetteer: Gazetteer): NameMention | null {
  const token = sentence.tokens[i]
  const cut = token?.text.search(/[-‐‑]/u) ?? -1
  if (token === undefined || cut < 3) return null
  const key = foldName(token.text.slice(0, cut))
  const candidates = NEVER_PLACES.has(key) || COMMON_WORDS.has(key) ? [] : gazetteer.find(key)
  if (!candidates.some(isWellKnown)) return null
  return { ...mention(sentence, i, i, key, candidates, 'compound'), end: token.start + cut }
}

function mention(
  sentence: Sentence,
  first: number,
  last: number,
  key: string,
  ...[candidates, form]: readonly [readonly GazetteerEntry[], NameMention['form']]
): NameMention {
  const { tokens } = sentence
  const isCued = form === 'name' && hasCue(sentence, first, last)
  return {
    sentence: sentence.index,
    first,
    last,
    start: tokens[first]?.start ?? 0,
    end: tokens[last]?.end ?? 0,
    key,
    candidates,
    form,
    isCued,
    rule: form === 'name' ? 'places/gazetteer' : `places/${form}`,
  }
}

/** Before "of", these are said of ground: "out of X", "the siege of X". */
const GROUND = new Set(
  'out part parts control capture recapture siege battle fall centre center heart edge streets liberation shelling bombing'.split(
    ' ',
  ),
)

/** Whether a preposition, a place noun or a comma with a capital behind it stands beside the name. */
function hasCue({ tokens, isUpperCase }: Sentence, first: number, last: number): boolean {
  const before = tokens[first - 1]?.lower ?? ''
  const after = tokens[last + 1]
  if (LOCATIVES.has(before) || DIRECTIONS.has(before)) return true
  if (before === 'the' && LOCATIVES.has(tokens[first - 2]?.lower ?? '')) return true
  const head = tokens[first - 2]?.lower ?? ''
  if (before === 'of' && (PLACE_TYPES.has(head) || BEARINGS.has(head) || NEARNESS.has(head) || GROUND.has(head)))
    return true
  if (PLACE_TYPES.has(before)) return true
  if (after === undefined) return false
  if (PLACE_TYPES.has(after.lower)) return true
  return after.text === ',' && isContainerName(tokens[last + 2], isUpperCase)
}

function isContainerName(token: Token | undefined, isUpperCase: boolean): boolean {
  if (token === undefined) return false
  if (isUpperCase && WORDS_IN_CAPITALS.test(token.text)) return false
  return STATE_LIKE.test(token.text) || PLACE_ACRONYMS.has(token.text)
}
/** In text without lower case two letters are mostly a word ("THE WAR, IN"), and three of the short names are, too. */
const WORDS_IN_CAPITALS =
  /^(?:A[DMNST]|B[EY]|D[EORU]|E[LN]|G[O]|H[AEI]|I[DFNST]|L[AE]|M[AERSY]|N[O]|O[FHKNR]|P[AM]|R[E]|S[EOT]|T[OV]|U[NPS]|W[E])$/u
/** State abbreviations as news writes them after a town. */
const STATE_LIKE =
  /^(?:A(?:la|riz|rk|lta)|C(?:alif|olo|onn)|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|N\.?[HJMYCDSB]\.?|Okla|Ont|Ore|Pa|Penn|R\.?I\.?|S\.?[CD]\.?|Sask|Tenn|Tex|Vt|Va|Wash|W\.Va\.?|Wis|Wyo|[A-Z]{2})$/u

type Verdict = 'place' | 'unsure' | 'no'

function judge(sentence: Sentence, { first, last, key, candidates, form, isCued }: NameMention): Verdict {
  if (form !== 'name' || candidates.length === 0) return 'place'
  const { tokens } = sentence
  const token = tokens[first]
  if (token === undefined) return 'no'
  if (PLACE_ACRONYMS.has(token.text)) return sentence.isUpperCase && WORDS_IN_CAPITALS.test(token.text) ? 'no' : 'place'
  const isSingle = first === last
  const hasContainer = tokens[last + 1]?.text === ',' && isContainerName(tokens[last + 2], sentence.isUpperCase)
  if (isSingle && NEVER_PLACES.has(token.lower)) return hasContainer ? 'place' : 'no'
  const opens = first === 0 || tokens[first - 1]?.kind === 'open' || tokens[first - 1]?.text === ':'
  const isWord = COMMON_WORDS.has(key) || FIRST_NAMES.has(key)
  if (isSingle && isWord) {
    if (hasContainer) return 'place'
    const next = tokens[last + 1]
    const runsOn = next !== undefined && next.kind === 'word' && isName(next.text)
    const isGreat = candidates.some((entry) => entry.kind === 'country' || entry.kind === 'admin1')
    if (isGreat && !COMMON_WORDS.has(key)) return 'place'
    return isCued && !runsOn && !opens && !sentence.isUpperCase ? 'place' : 'unsure'
  }
  if (sentence.isUpperCase && isSingle && (PLACE_TYPES.has(token.lower) || DIRECTIONS.has(token.lower))) return 'no'
  if (sentence.isUpperCase && !isCued && isInBodyName(sentence, last)) return 'no'
  if (sentence.isUpperCase && !isNameInCapitals(sentence, first, last, candidates, key)) return 'no'
  if (isCued) return sentence.isUpperCase && isSingle && !candidates.some(isWellKnown) ? 'unsure' : 'place'
  if (sentence.isUpperCase)
    return candidates.some((entry) => isBig(entry, isSingle ? KNOWN_WITHOUT_CAPITALS : 0)) ? 'place' : 'unsure'
  return candidates.some((entry) => isBig(entry, isSingle ? KNOWN_WITHOUT_CUE : 0)) ? 'place' : 'unsure'
}

const BODY_HEADS: ReadonlySet<string> = new Set(
  'movement party front army battalion brigade command commando commandos column union federation alliance cartel'.split(
    ' ',
  ),
)
const BODY_WORDS: ReadonlySet<string> = new Set(
  'revolutionary national liberation popular guerrilla armed democratic patriotic socialist communist workers mobile rapid-reaction infantry'.split(
    ' ',
  ),
)

/** "THE TUPAC AMARU REVOLUTIONARY MOVEMENT": where capitals say nothing, a name before a body's words is the body's. */
function isInBodyName({ tokens }: Sentence, last: number): boolean {
  let at = last + 1
  while (BODY_WORDS.has(tokens[at]?.lower ?? '')) at++
  return BODY_HEADS.has(tokens[at]?.lower ?? '')
}

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the'])
/** Inhabitants from which a place is known by its other names as well ("KIEV", "BOMBAY"). */
const KNOWN_BY_ALL_NAMES = 1_000_000
const SHORT_NAME = 4
/** Inhabitants from which a name tells a city after "a" as well ("A BOGOTA POLICE STATION"). */
const GREAT_CITY = 500_000

/** Where capitals say nothing, "THE CITY", "A BID" and "DRUG" are words, whatever small place is called so somewhere. */
function isNameInCapitals(
  { tokens }: Sentence,
  first: number,
  last: number,
  candidates: readonly GazetteerEntry[],
  key: string,
): boolean {
  const opener = tokens[first - 1]?.lower ?? ''
  if (opener === 'a' || opener === 'an')
    return candidates.some((entry) => isBig(entry, GREAT_CITY) && foldName(entry.name) === key)
  if (STATE_LIKE.test(tokens[first]?.text ?? '')) return true
  if (first === last || candidates.some(isWellKnown)) return true
  if (ARTICLES.has(tokens[first]?.lower ?? '')) return false
  // "POINT BLANK", "CUT OFF": a run of common words.
  return !tokens.slice(first, last + 1).every(({ lower }) => COMMON_WORDS.has(lower) || LOCATIVES.has(lower))
}

/** What a single word in capitals may stand for: places that bear it in their own name, and great ones by any name. */
function meaningsInCapitals(sentence: Sentence, found: NameMention): NameMention {
  if (!sentence.isUpperCase || found.form !== 'name' || found.first < found.last) return found
  const { key } = found
  const candidates = found.candidates.filter(
    ({ name, kind, population }) =>
      foldName(name).split(' ').includes(key) ||
      (key.length > SHORT_NAME && (population >= KNOWN_BY_ALL_NAMES || kind === 'country' || kind === 'admin1')),
  )
  return candidates.length === found.candidates.length ? found : { ...found, candidates }
}

function isBig({ kind, population }: GazetteerEntry, least: number): boolean {
  return population >= least || (kind !== 'settlement' && kind !== 'quarter' && kind !== 'admin2')
}

function isWellKnown(entry: GazetteerEntry): boolean {
  return isBig(entry, KNOWN_WITHOUT_CAPITALS)
}
