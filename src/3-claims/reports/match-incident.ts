import type { AcledSubEvent } from '../../model/claim.ts'
import { ACLED_SUB_EVENTS } from '../../model/claim.ts'
import type { Place } from '../../model/place.ts'
import type { When } from '../../model/when.ts'
import type { IncidentNode } from './incident-node.ts'

/** A report in the making. */
export interface OpenReport {
  readonly nodes: IncidentNode[]
}

/** Least score at which a piece joins a report. */
const JOIN_SCORE = 2
/** Sentences after which a piece that names no place or time no longer carries on a report by nearness. */
const NEAR_SENTENCES = 3

/** Sub-events that general words stand for: an "attack" may be any of these. */
const GENERAL: ReadonlySet<AcledSubEvent> = new Set<AcledSubEvent>(['Attack', 'Other'])

/** The report a piece belongs to, or null when it tells of another incident. */
export function matchIncident(node: IncidentNode, reports: readonly OpenReport[]): OpenReport | null {
  let best: OpenReport | null = null
  let bestScore = JOIN_SCORE - 1
  // The latest report wins among equals.
  for (const report of reports) {
    const score = scoreJoin(node, report)
    if (score !== null && score >= Math.max(bestScore, JOIN_SCORE)) {
      best = report
      bestScore = score
    }
  }
  return best
}

/** How well a piece fits a report; null when place, time or type forbid it. */
function scoreJoin(node: IncidentNode, { nodes }: OpenReport): number | null {
  const last = nodes.at(-1)
  if (last === undefined || node.reference === 'new') return null
  const type = compareTypes(node, nodes)
  const place = comparePlaces(node.place, nodes)
  const when = compareTimes(node.when, nodes)
  if (type === null || place === null || when === null) return null
  const gap = node.sentence - last.sentence
  const nearness = gap === 0 ? 0.5 : gap <= 1 ? 1.5 : gap <= NEAR_SENTENCES ? 1 : 0
  const back = node.reference === 'back' ? 1 : 0
  const subset = node.claims.some(({ figure }) =>
    nodes.some((other) => other.claims.some(({ id }) => id === figure?.subsetOf)),
  )
    ? 4
    : 0
  return type + place + when + nearness + back + subset
}

function compareTypes(node: IncidentNode, nodes: readonly IncidentNode[]): number | null {
  const { subEvent } = node
  if (subEvent === null) return 0.5
  let best: number | null = null
  for (const other of nodes) {
    const score =
      other.subEvent === null
        ? 0.5
        : other.subEvent === subEvent
          ? 1
          : GENERAL.has(subEvent) !== GENERAL.has(other.subEvent) && isViolent(subEvent) && isViolent(other.subEvent)
            ? 0
            : null
    if (score !== null && (best === null || score > best)) best = score
  }
  return best
}

function isViolent(subEvent: AcledSubEvent): boolean {
  return ACLED_SUB_EVENTS[subEvent] !== 'Strategic developments'
}

function comparePlaces(place: Place | null, nodes: readonly IncidentNode[]): number | null {
  if (place === null) return 0
  let best: number | null = null
  let known = false
  for (const other of nodes) {
    if (other.place === null) continue
    known = true
    const score = comparePlace(place, other.place)
    if (score !== null && (best === null || score > best)) best = score
  }
  return known ? best : 0
}

/** 1.5 the same place, 0.5 one inside the other, null different places. */
function comparePlace(a: Place, b: Place): number | null {
  if (a.asWritten.toLowerCase() === b.asWritten.toLowerCase()) return 1.5
  if (a.geonameId !== null && a.geonameId === b.geonameId) return 1.5
  const wide = (place: Place): boolean => (place.wherePrec ?? 1) >= 3
  if (!wide(a) && !wide(b)) return null
  if (a.country !== null && b.country !== null && a.country !== b.country) return null
  const isCountry = (place: Place): boolean => (place.wherePrec ?? 1) >= 5
  if (isCountry(a) || isCountry(b)) return 0.25
  return a.admin1 !== null && a.admin1 === b.admin1 ? 0.5 : null
}

function compareTimes(when: When | null, nodes: readonly IncidentNode[]): number | null {
  if (when === null) return 0
  let best: number | null = null
  let known = false
  for (const other of nodes) {
    if (other.when === null) continue
    known = true
    const overlap = overlaps(when, other.when)
    if (overlap) best = Math.max(best ?? 0, when.start === other.when.start && when.end === other.when.end ? 1 : 0.5)
  }
  return known ? best : 0
}

/** Whether two closed intervals of days share a day; an open end reaches any day. */
function overlaps(a: When, b: When): boolean {
  return (a.start ?? '') <= (b.end ?? '9999') && (b.start ?? '') <= (a.end ?? '9999')
}
