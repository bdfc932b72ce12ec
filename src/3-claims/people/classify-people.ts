import { DEMONYM_ADJECTIVES, DEMONYMS } from '../../../data/words/demonyms.ts'
import { ARMED_BODIES, PERSON_MODIFIERS, PERSON_TITLES } from '../../../data/words/person-modifiers.ts'
import { PERSON_COMPOUNDS, PERSON_NOUNS } from '../../../data/words/person-nouns.ts'
import { type Group, GROUPS } from '../../model/claim.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import { tabulate } from '../text/word-table.ts'

const AGED = /^(?:years?|months?|weeks?|days?)-?olds?$/u
const SMALL_AGE =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven)teen)-year-olds?$/u
const YEARS_OF_A_CHILD = 18
const YEARS_OF_THE_ELDERLY = 65
/** Ends the noun phrase that names the people: what follows says where, by whom or with what. */
const PHRASE_END: ReadonlySet<string> = new Set(
  'in at near by on from who which that when while after before during with without inside outside under'.split(' '),
)
/** Words that let the phrase go on to name who most of the counted are ("160 people, mostly women"). */
const MAINLY: ReadonlySet<string> = new Set(
  'mostly mainly largely predominantly chiefly primarily all both overwhelmingly'.split(' '),
)
const SCHOOLS: ReadonlySet<string> = new Set('school schools schoolyard classroom classrooms kindergarten'.split(' '))
const HIGHER_SCHOOLS: ReadonlySet<string> = new Set(
  'university universities college campus military academy'.split(' '),
)
const ORIGINS: ReadonlySet<string> = new Set('from within'.split(' '))
const COPULAS: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'being', 'be'])
/** What may stand between the counted and what is said of them. */
const JOINTS: ReadonlySet<string> = new Set([',', '(', '-', '–', '—', 'of', 'whom', 'them', 'which'])
/** The words that open a compound; most words open none. */
const COMPOUND_OPENERS: ReadonlySet<string> = new Set(
  Array.from(PERSON_COMPOUNDS.keys(), (pair) => pair.split(' ')[0] ?? ''),
)
const ENDS_PHRASE = 1
const ARMED = 2
/** Names people or says something of them, alone or with the next word or a number. */
const TELLS = 4
const signsOf = tabulate(
  (lower) =>
    (PHRASE_END.has(lower) ? ENDS_PHRASE : 0) |
    (ARMED_BODIES.has(lower) ? ARMED : 0) |
    (tellsOfPeople(lower) ? TELLS : 0),
)

function tellsOfPeople(lower: string): boolean {
  return (
    COMPOUND_OPENERS.has(lower) ||
    PERSON_MODIFIERS.has(lower) ||
    nounGroups(lower) !== null ||
    DEMONYMS.has(lower) ||
    DEMONYM_ADJECTIVES.has(lower) ||
    lower.startsWith('civilian') ||
    isAge(lower)
  )
}

function isAge(lower: string): boolean {
  return lower.endsWith('old') || lower.endsWith('olds')
}

/** How many tokens of an apposition or a predicate are read. */
const REACH_TOKENS = 8

/**
 * Whether a word names people ("soldiers", "villager", "troops", "son"), also as last part of a hyphenated word.
 *
 * Demonyms count in the plural only ("Ukrainians"): the singular is an adjective as often as a noun.
 *
 * @param lower the word in lower case
 */
export function isPersonNoun(lower: string): boolean {
  if (PEOPLE_WORDS.has(lower)) return true
  const hyphen = lower.lastIndexOf('-')
  return hyphen >= 0 && PERSON_NOUNS.has(lower.slice(hyphen + 1))
}

/** Every word without a hyphen that names people. */
export const PEOPLE_WORDS: ReadonlySet<string> = new Set([...PERSON_NOUNS.keys(), ...DEMONYMS])

/**
 * Whom a noun phrase counts (codebook, "Figures: who"): its nouns, their modifiers and ages, an apposition after it
 * ("…, mostly women"), or what it is said to be ("three of them were children").
 *
 * @param sentence where it stands
 * @param tokenStart first token of the phrase (quantity and modifiers included)
 * @param tokenEnd one past its last token
 * @returns at least one group, in the codebook's order; `people` when the words say nothing closer
 */
export function classifyPeople(sentence: Sentence, tokenStart: number, tokenEnd: number): readonly Group[] {
  const { tokens } = sentence
  const found = groupsOf(sentence, tokenStart, tokenEnd)
  for (const group of groupsAfter(sentence, tokenEnd)) found.add(group)
  if (isSchoolStudents(tokens, tokenStart, tokenEnd)) found.add('children')
  if (found.size === 0) for (const group of titleGroups(tokens, tokenStart, tokenEnd)) found.add(group)
  if (found.size > 1) found.delete('people')
  return found.size === 0 ? ['people'] : GROUPS.filter((group) => found.has(group))
}

function groupsOf(sentence: Sentence, start: number, end: number): Set<string> {
  const { tokens, isUpperCase } = sentence
  const found = new Set<string>()
  const byDefault = new Set<string>()
  let armed = false
  for (let i = start; i < end; i++) {
    const token = tokens[i]
    if (token === undefined) break
    const signs = signsOf(token)
    if (i > start && (signs & ENDS_PHRASE) !== 0) break
    if ((signs & ARMED) !== 0 || (token.text === 'IS' && !isUpperCase)) armed = true
    if ((signs & TELLS) === 0 && token.kind !== 'number') continue
    const isLast = i + 1 >= end
    const pair =
      !isLast && COMPOUND_OPENERS.has(token.lower)
        ? PERSON_COMPOUNDS.get(`${token.lower} ${tokens[i + 1]?.lower ?? ''}`)
        : undefined
    const noun = pair ?? nounGroups(token.lower)
    const adjective = isLast ? undefined : PERSON_MODIFIERS.get(token.lower)
    if (pair !== undefined) i++
    for (const group of adjective ?? ageGroups(tokens, i)) found.add(group)
    if (token.lower.startsWith('civilian')) found.add('civilians')
    else if (noun !== null) for (const group of noun) (group === 'civilians' ? byDefault : found).add(group)
    else if (isDemonymNoun(tokens, i, end)) found.add('people')
  }
  if (armed && (found.has('people') || found.size === 0) && !byDefault.has('civilians')) found.add('combatants')
  if (!found.has('combatants') && !found.has('police')) for (const group of byDefault) found.add(group)
  return found
}

/** Groups named by an apposition ("…, mostly women and children") or a predicate ("… were civilians") after the phrase. */
function groupsAfter(sentence: Sentence, at: number): Set<string> {
  const { tokens } = sentence
  let i = at
  while (JOINTS.has(tokens[i]?.lower ?? '')) i++
  const first = tokens[i]?.lower ?? ''
  const body = ORIGINS.has(first) ? tokens.slice(i + 1, i + 4).find(({ lower }) => ARMED_BODIES.has(lower)) : undefined
  if (body !== undefined) return new Set(['combatants'])
  const opens = MAINLY.has(first) ? i + 1 : COPULAS.has(first) ? i + 1 : -1
  if (opens < 0) return new Set()
  let end = opens
  while (end < Math.min(tokens.length, opens + REACH_TOKENS) && isNominal(tokens[end])) end++
  return groupsOf(sentence, opens, end)
}

/** Words that a short noun phrase after a copula is made of; a participle ("were killed") ends it. */
function isNominal(token: Token | undefined): boolean {
  if (token === undefined || token.kind === 'punct' || token.kind === 'close') return false
  return !/(?:ed|ing)$/u.test(token.lower) && !PHRASE_END.has(token.lower)
}

/** Students of a school: the sentence speaks of a school or a class, and of no university. */
function isSchoolStudents(tokens: readonly Token[], start: number, end: number): boolean {
  if (!tokens.slice(start, end).some(({ lower }) => lower === 'students' || lower === 'student')) return false
  return tokens.some(({ lower }) => SCHOOLS.has(lower)) && !tokens.some(({ lower }) => HIGHER_SCHOOLS.has(lower))
}

/** Groups of a title inside a name ("Gen. Andrei Orlov"). */
function titleGroups(tokens: readonly Token[], start: number, end: number): readonly string[] {
  for (const token of tokens.slice(start, end)) {
    const groups = PERSON_TITLES.get(token.lower.replace(/\.$/u, ''))
    if (groups !== undefined && /^\p{Lu}/u.test(token.text)) return groups
  }
  return []
}

function nounGroups(lower: string): readonly string[] | null {
  const whole = PERSON_NOUNS.get(lower)
  if (whole !== undefined) return whole
  const hyphen = lower.lastIndexOf('-')
  return hyphen < 0 ? null : (PERSON_NOUNS.get(lower.slice(hyphen + 1)) ?? null)
}

/** "12-year-old", "twelve-year-old", "aged 70": children or the elderly; nothing for ages between. */
function ageGroups(tokens: readonly Token[], i: number): readonly string[] {
  const lower = tokens[i]?.lower ?? ''
  if (isAge(lower) && SMALL_AGE.test(lower)) return ['children']
  const before = tokens[i - 1]?.text === '-' ? i - 2 : i - 1
  const digits =
    isAge(lower) && AGED.test(lower) ? tokens[before] : tokens[i - 1]?.lower === 'aged' ? tokens[i] : undefined
  if (digits?.kind !== 'number') return []
  const years = /^(?:month|week|day)/u.test(lower) ? 0 : Number(digits.text)
  return years < YEARS_OF_A_CHILD ? ['children'] : years >= YEARS_OF_THE_ELDERLY ? ['elderly'] : []
}

function isDemonymNoun(tokens: readonly Token[], i: number, end: number): boolean {
  const lower = tokens[i]?.lower ?? ''
  return DEMONYMS.has(lower) || (i === end - 1 && DEMONYM_ADJECTIVES.has(lower))
}
