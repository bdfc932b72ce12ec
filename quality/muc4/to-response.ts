import type { Claim } from '../../src/model/claim.ts'
import type { IncidentReport, Reading } from '../../src/model/reading.ts'
import { harmedIn, PRONOUN, targetsOf } from './human-targets.ts'
import { isDatelineOnly, locate, placeTold, theatreOf } from './locate-response.ts'
import { mergeAccounts } from './merge-accounts.ts'
import { mergeHarmed } from './merge-harmed.ts'
import { isRelevant } from './relevance.ts'
import { settleTargets, withKnownEffect } from './settle-targets.ts'
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
 * `relevant` also applies the task's own definition to them: one account an incident, protests, arrests and the like are
 * no MUC incidents, nor is anything older than two months or outside the task's countries (`relevance.ts` for the rest).
 */
export function toResponses(reading: Reading, published: string | null, relevant: boolean): Response[] {
  if (!relevant) return readAccounts(reading).map(({ response }) => response)
  const accounts = readIncidents(reading, published)
  const told = harmedIn(reading.claims)
  return accounts
    .filter((account) => isRelevant(account, accounts, reading))
    .map(({ response }) => ({
      ...response,
      harmed: settleTargets(response.harmed.map((one) => withKnownEffect(one, told))),
    }))
}

/** One account an incident, before relevance is judged: those of the task's countries, types and two months. */
export function readIncidents(reading: Reading, published: string | null): Account[] {
  if (theatreOf(reading) === null) return []
  return mergeAccounts(
    readAccounts(reading).filter(({ reports }) => !reports.every((report) => isOld(report, published))),
  )
}

/** Each report of a type the task has, by itself. */
function readAccounts(reading: Reading): Account[] {
  const claims = new Map(reading.claims.map((claim) => [claim.id, claim]))
  const theatre = theatreOf(reading)
  return reading.incidents.flatMap((report): Account[] => {
    const own = report.claims.flatMap((id) => claims.get(id) ?? [])
    const type = typeOf(report, own)
    if (type === null) return []
    const place = placeTold(report, own)
    const response: Response = {
      type,
      when: report.when,
      location: locate(isDatelineOnly(place, reading.document.text) ? null : place, theatre, reading.document.text),
      harmed: mergeHarmed(
        [...harmedIn(own), ...targetsOf(report, own, reading.document.text)].filter(
          ({ words }) => !PRONOUN.test(words),
        ),
      ),
      organizations: organizationsOf(report),
    }
    return [{ response, reports: [report], claims: own }]
  })
}

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
