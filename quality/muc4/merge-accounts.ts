import { SMALL_NUMBERS } from '../../data/words/number-words.ts'
import { PERSON_NOUNS } from '../../data/words/person-nouns.ts'
import { PLACE_ADJECTIVES } from '../../data/words/place-adjectives.ts'
import { contentWords } from './content-words.ts'
import { mergeHarmed } from './merge-harmed.ts'
import type { Account, Response } from './template.ts'

/**
 * One account an incident (the task's rule), not one a mention: a later account joins the first one of the same type
 * whose place and day do not speak against it, or that tells of the same victim.
 */
export function mergeAccounts(accounts: readonly Account[]): Account[] {
  const merged: Account[] = []
  for (const account of accounts) {
    const at = merged.findIndex((other) => isSame(other, account))
    const known = merged[at]
    if (known === undefined) merged.push(account)
    else merged[at] = joinAccounts(known, account)
  }
  return merged
}

function joinAccounts(a: Account, b: Account): Account {
  return {
    response: join(a.response, b.response),
    reports: [...a.reports, ...b.reports],
    claims: [...a.claims, ...b.claims].sort((one, other) => one.evidence.start - other.evidence.start),
  }
}

function isSame(one: Account, other: Account): boolean {
  const [a, b] = [one.response, other.response]
  const isSameKind = a.type === b.type || (b.type === 'ATTACK' && b.harmed.length === 0)
  if (a.type === b.type && sharesVictim(a, b)) return true
  return isBattle(one) === isBattle(other) && isSameKind && isSameDay(a, b) && isSamePlace(a, b)
}

/** Words that are said of anybody who comes to harm. */
const ANYBODY: ReadonlySet<string> = new Set(
  `people persons others several many more than least some wounded killed dead approximately about including another one
  other army police military national`.split(/\s+/u),
)

/** Whether a victim of one is told with the words of the other's: a name, or two words that are not said of anybody. */
function sharesVictim(a: Response, b: Response): boolean {
  return a.harmed.some((one) => {
    const words = new Set(contentWords(one.words).filter((word) => !ANYBODY.has(word) && !PLACE_ADJECTIVES.has(word)))
    return b.harmed.some((other) => {
      const shared = contentWords(other.words).filter((word) => words.has(word))
      return shared.length >= 2 || shared.some(isTelling)
    })
  })
}

function isTelling(word: string): boolean {
  return !PERSON_NOUNS.has(word) && !SMALL_NUMBERS.has(word) && !/^\d+$/u.test(word)
}

/** Whether every report of an account tells of armed sides fighting. */
export function isBattle({ reports }: Account): boolean {
  return reports.every(({ type }) => type.event === 'Battles')
}

function isSameDay({ when: a }: Response, { when: b }: Response): boolean {
  if (a === null || b === null) return true
  return (a.start ?? '') <= (b.end ?? '9999') && (b.start ?? '') <= (a.end ?? '9999')
}

function isSamePlace({ location: a }: Response, { location: b }: Response): boolean {
  if (a.country !== b.country) return false
  if (a.names.length === 0 || b.names.length === 0) return true
  const words = new Set(a.names.flatMap(contentWords))
  return b.names.some((name) => contentWords(name).some((word) => words.has(word)))
}

function join(a: Response, b: Response): Response {
  return {
    type: a.type,
    when: narrower(a, b),
    location: b.location.names.length > 0 && a.location.names.length === 0 ? b.location : a.location,
    harmed: mergeHarmed([...a.harmed, ...b.harmed]),
    organizations: [
      ...a.organizations,
      ...b.organizations.filter(({ name }) => !a.organizations.some((other) => other.name === name)),
    ],
  }
}

function narrower({ when: a }: Response, { when: b }: Response): Response['when'] {
  if (a === null || b === null) return a ?? b
  const days = (when: { readonly start: string | null; readonly end: string | null }): number =>
    when.start === null || when.end === null ? Number.POSITIVE_INFINITY : Date.parse(when.end) - Date.parse(when.start)
  return days(b) < days(a) ? b : a
}
