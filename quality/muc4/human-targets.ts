import { PERSON_NOUNS } from '../../data/words/person-nouns.ts'
import { SMALL_NUMBERS } from '../../data/words/number-words.ts'
import { GIVEN_NAMES } from '../../data/words/given-names.ts'
import type { Claim } from '../../src/model/claim.ts'
import type { IncidentReport } from '../../src/model/reading.ts'
import { mayBeName } from '../../src/3-claims/figures/read-person-name.ts'
import type { Harmed } from './template.ts'

/** The people of an incident's figures, in the order of the text. Repeats stand as often as they are told. */
export function harmedIn(claims: readonly Claim[]): Harmed[] {
  return claims.flatMap((claim, at): Harmed[] => {
    const { figure, attribution, evidence } = claim
    if (figure === null || attribution.stance === 'denied' || attribution.stance === 'conditional') return []
    const { measure, low, high, scope } = figure
    if (scope === 'cumulative' || scope === 'other') return []
    // "no casualties": nobody was killed or hurt; other counts of casualties do not say which
    if (measure === 'killed_or_injured' && high === 0)
      return [{ effect: 'NO INJURY OR DEATH', low, high, words: evidence.exact }]
    if (measure !== 'killed' && measure !== 'injured' && measure !== 'abducted') return []
    const base = measure === 'killed' ? 'DEATH' : 'INJURY'
    const effect = measure === 'abducted' ? null : high === 0 ? (`NO ${base}` as const) : base
    return [{ effect, low, high, words: wordsOf(claim, claims[at - 1]) }]
  })
}

/** Counts without a noun of their own: "30", "AT LEAST FIVE", "TWO OTHERS". */
const BARE =
  /^(?:(?:at least|more than|over|about|some|nearly|approximately|another|up to|almost|around)\s+)*[\w,.-]+(?:\s+(?:others?|more))?$/iu

/**
 * What people are called: the words of the evidence. A count without a noun is called by the harm word it stands with
 * ("30 WOUNDED"), by the group told before it in the same sentence ("10 MINERS DIED AND 30 WERE HURT"), else PEOPLE.
 */
function wordsOf({ evidence, figure, trace }: Claim, before: Claim | undefined): string {
  if (!BARE.test(evidence.exact) || figure?.low === 1) return evidence.exact
  const group = before?.figure?.measure !== undefined && before.evidence.sentence.start === evidence.sentence.start
  const called = group && !BARE.test(before.evidence.exact) ? before.evidence.exact : 'PEOPLE'
  return `${evidence.exact} ${trace[0]?.quote ?? ''} ${called}`
}

/** Whoever a pronoun stands for is named elsewhere. */
export const PRONOUN = /^(?:he|him|she|her|it|they|them|who|whom|here|they all)$/iu

const KILLING = /\b(?:kill\w*|murder\w*|assassinat\w*|massacre\w*|execut\w*|slay\w*|slain|slaughter\w*)\b/iu
const WOUNDING = /\b(?:wound\w*|injur\w*)\b/iu
const DETERMINERS = /^(?:the|a|an|his|her|its|their|this|that|these|those|former|six of the)\s+/iu

/** Said of one who came out of an attack whole. */
const UNHURT =
  /\b(?:unharmed|unhurt|unscathed|uninjured|escaped injury|without (?:injury|a scratch)|not (?:been |seriously )?(?:injured|hurt|wounded|harmed))\b/iu

/**
 * The people whom an incident's events struck but no figure counts: one when singular, PLURAL when not.
 *
 * @param text the document's, where the sentences of the claims tell who came out unhurt
 */
export function targetsOf({ actors }: IncidentReport, claims: readonly Claim[], text: string): Harmed[] {
  const isUnhurt = (name: string): boolean =>
    claims.some(({ evidence: { sentence } }) => {
      const told = text.slice(sentence.start, sentence.end)
      return told.includes(name) && UNHURT.test(told)
    })
  const triggers = claims.filter(({ kind }) => kind === 'event').map(({ evidence }) => evidence.exact)
  const every = (words: RegExp): boolean => triggers.length > 0 && triggers.every((trigger) => words.test(trigger))
  const effect = every(KILLING) ? 'DEATH' : every(WOUNDING) ? 'INJURY' : null
  return actors
    .filter(({ role }) => role === 'target')
    .flatMap(({ name }) => {
      const number = numberOf(name)
      if (number === null) return []
      const own = effect === null && number.count === 1 && isUnhurt(name) ? 'NO INJURY OR DEATH' : effect
      return [{ effect: own, low: number.count, high: number.count, words: name }]
    })
}

/** How many people a target phrase names; null when it names none. A count of null is an unnumbered plural. */
function numberOf(phrase: string): { readonly count: number | null } | null {
  const words = phrase
    .toLowerCase()
    .replace(DETERMINERS, '')
    .split(END_OF_HEAD, 1)
    .join('')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const stated = SMALL_NUMBERS.get(words[0] ?? '') ?? (/^\d{1,4}$/u.test(words[0] ?? '') ? Number(words[0]) : null)
  const head = words.at(-1) ?? ''
  if (PEOPLES.has(head)) return { count: null }
  if (PERSON_NOUNS.has(head)) return { count: stated ?? (isPlural(head) ? null : 1) }
  // A name: its title or its given name tells that it is a person's.
  const isNamed = words.some((word) => (PERSON_NOUNS.has(word) && !isPlural(word)) || GIVEN_NAMES.has(word))
  return isNamed && words.length > 1 && mayBeName(head) && !words.some((word) => THINGS.has(word)) ? { count: 1 } : null
}

/** Where the head of a phrase ends. */
const END_OF_HEAD = /\s(?:of|in|at|on|from|who|whom|that|which|and|because|when|with|for|to|after|by|today)\s|[,;(]/u
const PEOPLES: ReadonlySet<string> = new Set(['population', 'staff', 'personnel', 'people', 'family', 'families'])
const THINGS: ReadonlySet<string> = new Set(
  'headquarters home house church market bus airport highway road street bank base embassy office building positions vehicle car attack department city san santa el brigade battalion army'.split(
    ' ',
  ),
)

function isPlural(noun: string): boolean {
  return (noun.endsWith('s') && !noun.endsWith('ss')) || noun.endsWith('men') || noun === 'children'
}
