import { PERSON_NOUNS } from '../../data/words/person-nouns.ts'
import { SMALL_NUMBERS } from '../../data/words/number-words.ts'
import { FIRST_NAMES } from '../../data/words/first-names.ts'
import type { Claim } from '../../src/model/claim.ts'
import type { IncidentReport } from '../../src/model/reading.ts'
import type { Harmed } from './template.ts'

/** The people of an incident's figures, in the order of the text. Repeats stand as often as they are told. */
export function harmedIn(claims: readonly Claim[]): Harmed[] {
  return claims.flatMap(({ figure, attribution, evidence }) => {
    if (figure === null || attribution.stance === 'denied' || attribution.stance === 'conditional') return []
    const { measure, low, high, scope } = figure
    if (scope === 'cumulative' || scope === 'other') return []
    if (measure !== 'killed' && measure !== 'injured' && measure !== 'abducted') return []
    const base = measure === 'killed' ? 'DEATH' : 'INJURY'
    const effect = measure === 'abducted' ? null : high === 0 ? (`NO ${base}` as const) : base
    return [{ effect, low, high, words: evidence.exact }]
  })
}

const KILLING = /\b(?:kill\w*|murder\w*|assassinat\w*|massacre\w*|execut\w*|slay\w*|slain|slaughter\w*)\b/iu
const WOUNDING = /\b(?:wound\w*|injur\w*)\b/iu
const DETERMINERS = /^(?:the|a|an|his|her|its|their|this|that|these|those|former|six of the)\s+/iu

/** The people whom an incident's events struck but no figure counts: one when singular, PLURAL when not. */
export function targetsOf({ actors }: IncidentReport, claims: readonly Claim[]): Harmed[] {
  const triggers = claims.filter(({ kind }) => kind === 'event').map(({ evidence }) => evidence.exact)
  const every = (words: RegExp): boolean => triggers.length > 0 && triggers.every((trigger) => words.test(trigger))
  const effect = every(KILLING) ? 'DEATH' : every(WOUNDING) ? 'INJURY' : null
  return actors
    .filter(({ role }) => role === 'target')
    .flatMap(({ name }) => {
      const number = numberOf(name)
      return number === null ? [] : [{ effect, low: number.count, high: number.count, words: name }]
    })
}

/** How many people a target phrase names; null when it names none. A count of null is an unnumbered plural. */
function numberOf(phrase: string): { readonly count: number | null } | null {
  const words = phrase
    .replace(DETERMINERS, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const stated = SMALL_NUMBERS.get(words[0] ?? '') ?? (/^\d{1,4}$/u.test(words[0] ?? '') ? Number(words[0]) : null)
  const head = words.find((word) => PERSON_NOUNS.has(word))
  if (head === undefined) return words.some((word) => FIRST_NAMES.has(word)) ? { count: 1 } : null
  if (stated !== null) return { count: stated }
  return { count: /(?:s|men|people|children|personnel)$/u.test(head) && !head.endsWith('ss') ? null : 1 }
}
