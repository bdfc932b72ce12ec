import { ACLED_SUB_EVENTS, type AcledSubEvent } from '../../model/claim.ts'
import type { Place } from '../../model/place.ts'
import type { When } from '../../model/when.ts'
import { comparePlaces } from './compare-places.ts'
import { type IncidentNode, NO_BODIES } from './incident-node.ts'
import type { OpenReport } from './open-report.ts'
import { areTwo } from './read-victim.ts'

/** Least score at which a piece joins a report. */
const JOIN_SCORE = 2
/** The same for events that are only possible or denied. */
const JOIN_SCORE_UNSTATED = 3
/** The score of a piece that is a part of a report's figure. */
const PART_SCORE = 10
/** Sentences after which a piece that names no place or time no longer carries on a report by nearness. */
const NEAR_SENTENCES = 3
/** What `comparePlaces` gives for the same place and for a near one. */
const SAME_PLACE = 1
/** The lead sentences after a headline tell its incident in full. */
const LEAD_SENTENCES = 3

const BOMBS: ReadonlySet<AcledSubEvent> = new Set<AcledSubEvent>(['Suicide bomb', 'Remote explosive/landmine/IED'])

const DESTRUCTION: AcledSubEvent = 'Looting/property destruction'
const TERRITORY: ReadonlySet<AcledSubEvent> = new Set<AcledSubEvent>([
  'Government regains territory',
  'Non-state actor overtakes territory',
])

/** The report a piece belongs to, or null when it tells of another incident. The latest of equals wins. */
export function matchIncident(node: IncidentNode, reports: readonly OpenReport[]): OpenReport | null {
  const wholes = wholesOf(node)
  let best: OpenReport | null = null
  // What is only threatened or intended belongs to an incident only where it plainly names it.
  let bestScore = node.isStated ? JOIN_SCORE : JOIN_SCORE_UNSTATED
  for (const report of reports) {
    const score = wholes.some((whole) => report.claimIds.has(whole)) ? PART_SCORE : scoreJoin(node, report)
    if (score !== null && score >= bestScore) {
      best = report
      bestScore = score
    }
  }
  return best
}

/** Ids of the claims that a piece's figures are parts of. */
function wholesOf({ claims }: IncidentNode): string[] {
  const wholes: string[] = []
  for (const { figure } of claims) if (figure !== null && figure.subsetOf !== null) wholes.push(figure.subsetOf)
  return wholes
}

/** How well a piece fits a report; null when place, time or type forbid it. */
function scoreJoin(node: IncidentNode, report: OpenReport): number | null {
  if (node.reference === 'new') return null
  if (isOtherVictim(node, report)) return null
  // A battle of weeks is another thing than one strike or one find of bodies in the same town.
  const isCampaign = report.nodes[0]?.isCampaign === true
  if (node.isCampaign !== isCampaign && !(isCampaign && node.event === null && node.sentence === report.lastSentence))
    return null
  const type = fitType(node, report) ?? fitRivalAccount(node, report) ?? fitHeadline(node, report)
  const isLead = report.nodes[0]?.isHeadline === true && node.sentence - report.nodes[0].sentence <= LEAD_SENTENCES
  const place = type === null ? null : fitPlace(node.place, report, isLead)
  const when = place === null ? null : fitTime(node.when, report)
  if (type === null || place === null || when === null) return null
  const gap = node.sentence - report.lastSentence
  const nearness = gap === 0 ? 0.5 : gap === 1 ? 1.5 : gap <= NEAR_SENTENCES ? 1 : 0
  const back = node.reference === 'back' ? 1 : 0
  const lead = isLead ? 1 : 0
  return type + place + when + nearness + back + lead
}

/** "Gunmen kidnapped Juan Perez … Luis Soto was kidnapped": another person, another deed, unless one sentence tells both. */
function isOtherVictim({ victim, sentence }: IncidentNode, { victims, lastSentence }: OpenReport): boolean {
  return (
    victim !== null &&
    sentence !== lastSentence &&
    victims.length > 0 &&
    victims.every((other) => areTwo(victim, other))
  )
}

function fitType(node: IncidentNode, { subEvents, lastSentence }: OpenReport): number | null {
  const { subEvent, isGeneral } = node
  // Bodies that are found are no toll of the town's capture, which the same sentence tells beside.
  if (subEvent === null) return countsBodies(node) && [...subEvents].some((other) => NO_BODIES.has(other)) ? null : 0.5
  // What an attack sets on fire or brings down is its doing.
  const gap = node.sentence - lastSentence
  if (subEvent === DESTRUCTION && gap <= 1 && [...subEvents].some(isFromAfar)) return gap === 0 ? 1.5 : 0.25
  if (isGeneral) return subEvents.size === 0 ? 0.5 : isViolentSet(subEvents) ? 0.25 : null
  if (subEvents.has(subEvent)) return 1
  if (subEvents.size === 0) return isViolent(subEvent) && !TERRITORY.has(subEvent) ? 0.25 : null
  // Who carried the bomb is often told later than that it went off.
  return BOMBS.has(subEvent) && [...subEvents].every((other) => BOMBS.has(other)) ? 0.5 : null
}

/**
 * "a blast at the clinic … an air strike … a rocket that fell short": rival accounts of what hit one building. Attacks from
 * afar on the same building or named spot belong together whatever each side calls them; null otherwise.
 */
function fitRivalAccount({ subEvent, place }: IncidentNode, { subEvents, places }: OpenReport): number | null {
  if (subEvent === null || place === null || !isFromAfar(subEvent) || place.facility === null) return null
  const isSameSpot = [...places.values()].some(
    (other) => other.facility !== null && other.facility === place.facility && comparePlaces(place, other) === 1.5,
  )
  return isSameSpot && [...subEvents].every(isFromAfar) ? 0.25 : null
}

/** "Bombs hit mourners … Air strikes on a hall": a headline says in short what its lead says in full. */
function fitHeadline({ subEvent, place }: IncidentNode, { nodes, subEvents, places }: OpenReport): number | null {
  if (subEvent === null || place === null || !isFromAfar(subEvent) || nodes.some(({ isHeadline }) => !isHeadline))
    return null
  const isSamePlace = [...places.values()].some((other) => (comparePlaces(place, other) ?? 0) >= SAME_PLACE)
  return isSamePlace && subEvents.size > 0 && [...subEvents].every(isFromAfar) ? 0.25 : null
}

function countsBodies({ claims }: IncidentNode): boolean {
  return claims.some(({ figure }) => figure?.measure === 'bodies_found')
}

function isFromAfar(subEvent: AcledSubEvent): boolean {
  return ACLED_SUB_EVENTS[subEvent] === 'Explosions/Remote violence'
}

function isViolentSet(subEvents: ReadonlySet<AcledSubEvent>): boolean {
  for (const subEvent of subEvents) if (isViolent(subEvent)) return true
  return false
}

function isViolent(subEvent: AcledSubEvent): boolean {
  return ACLED_SUB_EVENTS[subEvent] !== 'Strategic developments'
}

function fitPlace(place: Place | null, { places }: OpenReport, isLead: boolean): number | null {
  if (place === null || places.size === 0) return 0
  let best: number | null = null
  let isElsewhere = false
  for (const other of places.values()) {
    // A headline names the province's capital where the story names the village.
    const fit = comparePlaces(place, other) ?? (isLead && isSameProvince(place, other) ? 0.25 : null)
    if (fit === null) isElsewhere = true
    else if (best === null || fit > best) best = fit
  }
  // One village of a province in the report and another in the piece: the province does not bridge them.
  return isElsewhere && best !== null && best < SAME_PLACE ? null : best
}

function isSameProvince(a: Place, b: Place): boolean {
  return a.country === b.country && a.admin1 !== null && a.admin1 === b.admin1
}

function fitTime(when: When | null, { times }: OpenReport): number | null {
  if (when === null || times.size === 0) return 0
  let best: number | null = null
  for (const other of times.values()) {
    if (!overlaps(when, other)) continue
    best = Math.max(best ?? 0, when.start === other.start && when.end === other.end ? 1 : 0.5)
  }
  return best
}

/** Whether two closed intervals of days share a day; an open end reaches any day. */
function overlaps(a: When, b: When): boolean {
  return (a.start ?? '') <= (b.end ?? '9999') && (b.start ?? '') <= (a.end ?? '9999')
}
