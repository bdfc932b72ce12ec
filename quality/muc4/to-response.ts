import type { Claim } from '../../src/model/claim.ts'
import type { IncidentReport, Reading } from '../../src/model/reading.ts'
import type { Harmed, IncidentType, Response } from './template.ts'

/** The 1992 task leaves out anything more than two months before the dateline. */
const RELEVANT_DAYS = 62
const MS_PER_DAY = 864e5
/** Actor kinds that are no organisation. */
const NO_ORGANIZATION: ReadonlySet<string> = new Set(['Unidentified armed group', 'Civilians', 'Protesters'])
const INDIVIDUALS =
  /\b(?:m[ae]n|individuals?|persons?|people|terrorists?|guerrillas?|rebels?|soldiers?|killers?|murderers?|subjects?|criminals?|gunm[ae]n|assassins?|traffickers?|he|they|who|that|group)$/iu

/**
 * Our incident reports in the terms of the 1992 task.
 *
 * `relevant` also applies the task's own definition to them: clashes between armed sides, protests, arrests and the
 * like are no MUC incidents, nor is anything older than two months; nor is a report that is only denied or possible.
 */
export function toResponses(reading: Reading, published: string | null, relevant: boolean): Response[] {
  const claims = new Map(reading.claims.map((claim) => [claim.id, claim]))
  return reading.incidents.flatMap((incident) => {
    const type = typeOf(incident)
    if (type === null) return []
    if (relevant && (isOld(incident, published) || incident.type.event === 'Battles')) return []
    const own = incident.claims.flatMap((id) => claims.get(id) ?? [])
    return [
      {
        type,
        when: incident.when,
        place: incident.place,
        harmed: harmedIn(own),
        organizations: organizationsOf(incident),
      },
    ]
  })
}

function typeOf({ type }: IncidentReport): IncidentType | null {
  if (type.subEvent === 'Abduction/forced disappearance') return 'KIDNAPPING'
  if (type.subEvent === 'Looting/property destruction') return 'ARSON'
  if (type.event === 'Explosions/Remote violence') return 'BOMBING'
  return type.event === 'Violence against civilians' || type.event === 'Battles' ? 'ATTACK' : null
}

function isOld({ when }: IncidentReport, published: string | null): boolean {
  if (published === null || when?.end === null || when === null) return false
  return Date.parse(published) - Date.parse(when.end) > RELEVANT_DAYS * MS_PER_DAY
}

/** The figures of an incident, each group once: repeats of a count, and of a named victim, are one. */
export function harmedIn(claims: readonly Claim[]): Harmed[] {
  const groups: Harmed[] = []
  for (const { figure, attribution, evidence } of claims) {
    if (figure === null || attribution.stance === 'denied' || attribution.stance === 'conditional') continue
    const { measure, low, high, scope } = figure
    if (scope === 'cumulative' || scope === 'other') continue
    if (measure !== 'killed' && measure !== 'injured' && measure !== 'abducted') continue
    const base = measure === 'killed' ? 'DEATH' : 'INJURY'
    const effect = measure === 'abducted' ? null : high === 0 ? (`NO ${base}` as const) : base
    const words = evidence.exact
    const isKnown = groups.some(
      (group) =>
        group.effect === effect &&
        group.low === low &&
        group.high === high &&
        (low !== 1 || high !== 1 || shareWord(group.words, words)),
    )
    if (!isKnown) groups.push({ effect, low, high, words })
  }
  return groups
}

function organizationsOf({ actors }: IncidentReport): Response['organizations'] {
  return actors
    .filter(({ role, kind, name }) => role === 'perpetrator' && !NO_ORGANIZATION.has(kind) && !INDIVIDUALS.test(name))
    .filter(({ stance }) => stance !== 'denied')
    .map(({ name, stance }) => ({ name, isAccused: stance === 'accused' }))
}

/** Content words of a phrase, folded. */
export function contentWords(phrase: string): string[] {
  return phrase
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !STOP.has(word))
}

const STOP: ReadonlySet<string> = new Set('the an of for and in on to by at their his her its'.split(' '))

export function shareWord(a: string, b: string): boolean {
  const words = new Set(contentWords(b))
  return contentWords(a).some((word) => words.has(word))
}
