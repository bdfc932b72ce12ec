import type { Claim } from '../../src/model/claim.ts'
import type { IncidentReport, Reading } from '../../src/model/reading.ts'
import { harmedIn, PRONOUN, targetsOf } from './human-targets.ts'
import { isDatelineOnly, locate, theatreOf } from './locate-response.ts'
import { mergeAccounts, mergeHarmed } from './merge-accounts.ts'
import { isRelevant } from './relevance.ts'
import type { Account, IncidentType, Response } from './template.ts'

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
 * like are no MUC incidents, nor is anything older than two months or outside the task's countries; nor is a general
 * account that names no victim, target, place or day.
 */
export function toResponses(reading: Reading, published: string | null, relevant: boolean): Response[] {
  const claims = new Map(reading.claims.map((claim) => [claim.id, claim]))
  const theatre = theatreOf(reading)
  if (relevant && theatre === null) return []
  const accounts = reading.incidents.flatMap((incident): Account[] => {
    const own = incident.claims.flatMap((id) => claims.get(id) ?? [])
    const type = typeOf(incident, own)
    if (type === null || (relevant && isOld(incident, published))) return []
    const response: Response = {
      type,
      when: incident.when,
      location: locate(isDatelineOnly(incident.place, reading.document.text) ? null : incident.place, theatre),
      harmed: mergeHarmed([...harmedIn(own), ...targetsOf(incident, own)].filter(({ words }) => !PRONOUN.test(words))),
      organizations: organizationsOf(incident),
    }
    return [{ response, ...describe(incident, own) }]
  })
  if (!relevant) return accounts.map(({ response }) => response)
  return mergeAccounts(accounts)
    .filter(isRelevant)
    .map(({ response }) => response)
}

function describe({ type, actors }: IncidentReport, claims: readonly Claim[]): Omit<Account, 'response'> {
  const figures = claims.flatMap(({ figure }) => figure ?? [])
  const events = claims.filter(({ kind }) => kind === 'event')
  return {
    mentions: claims.length,
    isBattle: type.event === 'Battles',
    harmsCivilians: figures.length === 0 ? null : figures.some(({ who }) => !who.includes('combatants')),
    isGeneral: events.length > 0 && events.every(({ evidence }) => PLURAL.test(evidence.exact)),
    hasPerpetrator: actors.some(({ role }) => role === 'perpetrator'),
    hasTarget: actors.some(({ role }) => role === 'target'),
    start: claims[0]?.evidence.start ?? 0,
  }
}

const PLURAL = /(?:[^s]s|ism|violence|fighting|war)$/iu
const FIRE = /\b(?:burn\w*|fires?|arson\w*|torch\w*|ablaze)\b/iu
const ROBBERY = /\b(?:rob\w*|loot\w*|st[eo]l\w*|ransack\w*|plunder\w*)\b/iu

function typeOf({ type }: IncidentReport, claims: readonly Claim[]): IncidentType | null {
  if (type.subEvent === 'Abduction/forced disappearance') return 'KIDNAPPING'
  if (type.subEvent === 'Looting/property destruction') {
    const words = claims.filter(({ kind }) => kind === 'event').map(({ evidence }) => evidence.exact)
    if (words.some((word) => FIRE.test(word))) return 'ARSON'
    return words.some((word) => ROBBERY.test(word)) ? 'ROBBERY' : 'ATTACK'
  }
  if (type.event === 'Explosions/Remote violence') return type.subEvent === 'Air/drone strike' ? 'ATTACK' : 'BOMBING'
  return type.event === 'Violence against civilians' || type.event === 'Battles' ? 'ATTACK' : null
}

function isOld({ when }: IncidentReport, published: string | null): boolean {
  if (published === null || when?.end === null || when === null) return false
  return Date.parse(published) - Date.parse(when.end) > RELEVANT_DAYS * MS_PER_DAY
}

function organizationsOf({ actors }: IncidentReport): Response['organizations'] {
  return actors
    .filter(({ role, kind, name }) => role === 'perpetrator' && !NO_ORGANIZATION.has(kind) && !INDIVIDUALS.test(name))
    .filter(({ stance }) => stance !== 'denied')
    .map(({ name, stance }) => ({ name, isAccused: stance === 'accused' }))
}
