import {
  ARMED_GROUP_NAMES,
  NATION_NAMES,
  NATIONS,
  NON_STATE_WORDS,
  SEATS_OF_POWER,
  STATE_FORCE_WORDS,
} from '../../../data/words/armed-parties.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'

/** A phrase that names a party to armed conflict. Token positions, half-open. */
export interface PartyPhrase {
  readonly start: number
  readonly end: number
  /** `state`: forces or government of a state; `group`: an armed group or armed men; `nation`: a country or its adjective alone. */
  readonly side: 'state' | 'group' | 'nation'
  /** ISO 3166-1 code of the country the phrase names, or null. */
  readonly nation: string | null
  /** Whether the phrase by itself tells of armed people; false for a country, a government or bare "forces". */
  readonly isArmed: boolean
}

/** Words of one phrase list, by first word: how the longest name at a token is found. */
type NameTable = ReadonlyMap<string, readonly (readonly string[])[]>

const GROUPS = tableOf(ARMED_GROUP_NAMES)
const NON_STATE = tableOf(NON_STATE_WORDS)
const STATE = tableOf(STATE_FORCE_WORDS)
/** Words that may stand between an article and the head of a party's phrase, beside nations, capitalised and hyphenated words. */
const MODIFIERS: ReadonlySet<string> = new Set(
  'armed|unidentified|unknown|heavily|masked|suspected|alleged|so-called|allied|foreign|opposition|regular|elite|special|government|regime|rebel|militia|separatist|insurgent|militant|islamist|jihadist|leftist|rightist|rightwing|leftwing|marxist|maoist|communist|local|army|police|security|military|ground|air|naval|coalition|occupation|invading|occupying|enemy|paramilitary|guerrilla|democratic|national|state|drone|warfare|artillery|tank|extremist|terrorist|takfiri|hooded|presumed|hired'.split(
    '|',
  ),
)
/** Short group names that are also words: they count only in capitals. */
const AMBIGUOUS_NAMES: ReadonlySet<string> = new Set(['is', 'eta', 'ira', 'ola', 'adf', 'lra', 'npa', 'fpmr'])
/** Heads that by themselves say nothing of arms. */
const LOOSE_HEADS: ReadonlySet<string> = new Set([
  'division',
  'divisions',
  'planes',
  'aircraft',
  'pilots',
  'commanders',
  'authorities',
  'factions',
  'forces',
  'force',
  'troop',
  'coalition',
  'government',
  'regime',
  'officers',
  'patrol',
  'mob',
  'gang',
  'helicopters',
  'jets',
  'settlers',
  'protesters',
  'demonstrators',
  'unit',
  'units',
])

/**
 * Finds every phrase that names an armed party, in reading order, not overlapping.
 *
 * @param candidates positions of the words that can begin a party's name or head its phrase, ascending
 */
export function findParties(sentence: Sentence, candidates: readonly number[]): PartyPhrase[] {
  if (candidates.length === 0) return []
  const { tokens } = sentence
  const parties: PartyPhrase[] = []
  let taken = 0
  for (const i of candidates) {
    if (i < taken) continue
    const party = groupAt(sentence, i) ?? headAt(sentence, i, taken) ?? nationAt(tokens, i)
    if (party === null) continue
    const last = parties.at(-1)
    // "militants from the X Front", "soldiers of the X army": one phrase
    if (last !== undefined && joinsNames(tokens, last, party)) parties[parties.length - 1] = merge(last, party)
    else parties.push(party)
    taken = party.end
  }
  return parties
    .filter((party) => !isBareGroup(tokens, party))
    .map((party) => (isLooseAlone(tokens, party) ? { ...party, isArmed: false } : party))
}

function groupAt(sentence: Sentence, at: number): PartyPhrase | null {
  const end = longestAt(GROUPS, sentence.tokens, at)
  const token = sentence.tokens[at]
  if (end === null || token === undefined) return null
  if (AMBIGUOUS_NAMES.has(token.lower) && (sentence.isUpperCase || token.text !== token.text.toUpperCase())) return null
  const head = longestAt(NON_STATE, sentence.tokens, end) ?? end
  return { start: at, end: head, side: 'group', nation: null, isArmed: true }
}

function headAt(sentence: Sentence, at: number, from: number): PartyPhrase | null {
  const { tokens } = sentence
  const nonState = longestAt(NON_STATE, tokens, at)
  const state = longestAt(STATE, tokens, at)
  if (nonState === null && state === null) return null
  const side = (nonState ?? 0) >= (state ?? 0) ? 'group' : 'state'
  let end = Math.max(nonState ?? 0, state ?? 0)
  // "army units", "rebel commanders": heads in a row make one phrase
  for (let next = longestAt(STATE, tokens, end) ?? longestAt(NON_STATE, tokens, end); next !== null;) {
    end = next
    next = longestAt(STATE, tokens, end) ?? longestAt(NON_STATE, tokens, end)
  }
  if (['units', 'unit'].includes(tokens[end]?.lower ?? '')) end += 1
  let start = at
  let nation: string | null = null
  while (start > from) {
    const before = tokens[start - 1]
    if (before === undefined || before.kind !== 'word' || !modifies(sentence, before, start - 1)) break
    nation ??= NATIONS.get(before.lower) ?? NATIONS.get(before.lower.replace(/-led$/u, '')) ?? null
    start -= 1
  }
  const isProxy = tokens.slice(start, at).some(({ lower }) => lower.endsWith('-backed') || lower.endsWith('-linked'))
  const own = lastSide(tokens, end) ?? side
  return {
    start,
    end,
    side: isLoyal(tokens, start, end)
      ? 'state'
      : own === 'state' && (isProxy || STATELESS.has(nation ?? ''))
        ? 'group'
        : own,
    nation,
    isArmed: true,
  }
}

/** "pro-government fighters", "loyalist militias": they fight on the government's side. */
function isLoyal(tokens: readonly Token[], start: number, end: number): boolean {
  return tokens.slice(start, end).some(({ lower }) => /^(?:pro-(?:government|regime)|loyalist)$/u.test(lower))
}

/** The side of a row of heads is that of its last word: "rebel army" is loose, "army rebels" are rebels. */
function lastSide(tokens: readonly Token[], end: number): 'state' | 'group' | null {
  const last = tokens[end - 1]?.lower ?? ''
  const before = tokens[end - 2]?.lower ?? ''
  if (NON_STATE_WORDS.has(last) || NON_STATE_WORDS.has(before)) return 'group'
  return STATE_FORCE_WORDS.has(last) ? 'state' : null
}

/** "us-led", "saudi-backed": the country in front of the hyphen. */
function nationOfHyphenated(lower: string): string | undefined {
  return lower.endsWith('-led') || lower.endsWith('-backed')
    ? NATIONS.get(lower.slice(0, lower.lastIndexOf('-')))
    : undefined
}

/** What a capital does when it stands for its government. */
const ACTS =
  /^(?:'s|has|had|is|was|will|could|may|and|also|launch|carr|fir|attack|bomb|str[iu]k|struck|hits?$|shell|accus|den[iy]|said|says|beg[au]n|start|sen[dt]|deploy|annex|seiz|captur|us(?:ed|es|ing)|unleash|invad|step|continu|fought)/u
/** After these a country or capital is where something is, not who does it. */
const PLACE_BEFORE: ReadonlySet<string> = new Set(
  'in|near|capital|across|over|inside|into|to|from|around|outside|throughout|of|city|neighbouring|neighboring|northern|southern|eastern|western|central|within|toward|towards'.split(
    '|',
  ),
)
/** Peoples without a state of their own: their forces are no government's. */
const STATELESS: ReadonlySet<string> = new Set(['KUR', 'CHE'])

function nationAt(tokens: readonly Token[], at: number): PartyPhrase | null {
  const lower = tokens[at]?.lower ?? ''
  const code = NATIONS.get(lower) ?? SEATS_OF_POWER.get(lower) ?? nationOfHyphenated(lower)
  if (code === undefined) return null
  if (SEATS_OF_POWER.has(lower) && !ACTS.test(tokens[at + 1]?.lower ?? '')) return null
  const isPlaceName = NATION_NAMES.has(lower) || SEATS_OF_POWER.has(lower)
  if (isPlaceName && (PLACE_BEFORE.has(tokens[at - 1]?.lower ?? '') || isApposedPlace(tokens, at))) return null
  const end = lower.endsWith('-led') && tokens[at + 1]?.lower === 'coalition' ? at + 2 : at + 1
  return { start: at, end, side: 'nation', nation: code, isArmed: false }
}

/** "GORIS, Armenia, May 3", "in Goris, Armenia, …": the country of the town before it. */
function isApposedPlace(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.text !== ',' || !/^\p{Lu}/u.test(tokens[at - 2]?.text ?? '')) return false
  const after = tokens[at + 1]
  return after === undefined || (after.kind !== 'word' && after.kind !== 'number')
}

const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december)$/u

function modifies(sentence: Sentence, token: Token, at: number): boolean {
  if (NATIONS.has(token.lower) || MODIFIERS.has(token.lower) || NON_STATE_WORDS.has(token.lower)) return true
  if (token.lower.includes('-')) return true
  if (sentence.isUpperCase || CALENDAR.test(token.lower)) return false
  return at > 0 && /^\p{Lu}/u.test(token.text) && sentence.tokens[at - 1]?.kind === 'word'
}

function joinsNames(tokens: readonly Token[], left: PartyPhrase, right: PartyPhrase): boolean {
  if (left.side === 'nation') return right.start === left.end && right.side !== 'nation'
  const between = tokens.slice(left.end, right.start).map(({ lower }) => lower)
  if (between.length === 0) return right.side !== 'nation'
  if (between.length > 3 || left.side !== 'group' || right.side === 'nation') return false
  const [first, ...others] = between
  return (first === 'from' || first === 'of') && others.every((word) => ['the', 'so-called', 'al-qaeda'].includes(word))
}

function merge(left: PartyPhrase, right: PartyPhrase): PartyPhrase {
  const side = left.side === 'nation' ? right.side : left.side
  return {
    start: left.start,
    end: right.end,
    side,
    nation: left.nation ?? right.nation,
    isArmed: left.isArmed || right.isArmed,
  }
}

/** "the group" alone is as often a monitoring group as an armed one. */
function isBareGroup(tokens: readonly Token[], party: PartyPhrase): boolean {
  return party.end - party.start === 1 && /^groups?$/u.test(tokens[party.start]?.lower ?? '')
}

function isLooseAlone(tokens: readonly Token[], party: PartyPhrase): boolean {
  return party.end - party.start === 1 && LOOSE_HEADS.has(tokens[party.start]?.lower ?? '')
}

function tableOf(names: ReadonlySet<string>): NameTable {
  const table = new Map<string, string[][]>()
  for (const name of names) {
    const parts = name.split(' ')
    const first = parts[0] ?? ''
    table.set(first, [...(table.get(first) ?? []), parts.slice(1)])
  }
  for (const rests of table.values()) rests.sort((a, b) => b.length - a.length)
  return table
}

/** One past the last token of the longest name at `at`, or null. */
function longestAt(table: NameTable, tokens: readonly Token[], at: number): number | null {
  const rests = table.get(tokens[at]?.lower ?? '')
  if (rests === undefined) return null
  for (const rest of rests) {
    if (rest.every((word, k) => tokens[at + 1 + k]?.lower === word)) return at + 1 + rest.length
  }
  return null
}
