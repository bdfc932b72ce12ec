import { ACLED_SUB_EVENTS, type AcledSubEvent } from '../../model/claim.ts'
import type { Place } from '../../model/place.ts'
import type { When } from '../../model/when.ts'
import { comparePlaces } from './compare-places.ts'
import type { IncidentNode } from './incident-node.ts'
import type { OpenReport } from './open-report.ts'

/** Least score at which a piece joins a report. */
const JOIN_SCORE = 2
/** Sentences after which a piece that names no place or time no longer carries on a report by nearness. */
const NEAR_SENTENCES = 3
/** The lead sentences after a headline tell its incident in full. */
const LEAD_SENTENCES = 3

/** Sub-events that general words stand for: an "attack" may be any of these. */
const GENERAL: ReadonlySet<AcledSubEvent> = new Set<AcledSubEvent>(['Attack', 'Other'])

/** The report a piece belongs to, or null when it tells of another incident. The latest of equals wins. */
export function matchIncident(node: IncidentNode, reports: readonly OpenReport[]): OpenReport | null {
  let best: OpenReport | null = null
  let bestScore = JOIN_SCORE
  for (const report of reports) {
    const score = scoreJoin(node, report)
    if (score !== null && score >= bestScore) {
      best = report
      bestScore = score
    }
  }
  return best
}

/** How well a piece fits a report; null when place, time or type forbid it. */
function scoreJoin(node: IncidentNode, report: OpenReport): number | null {
  const isPart = node.claims.some(({ figure }) => figure?.subsetOf != null && report.claimIds.has(figure.subsetOf))
  if (isPart) return 10
  if (node.reference === 'new') return null
  const type = fitType(node.subEvent, report)
  const place = type === null ? null : fitPlace(node.place, report)
  const when = place === null ? null : fitTime(node.when, report)
  if (type === null || place === null || when === null) return null
  const gap = node.sentence - report.lastSentence
  const nearness = gap === 0 ? 0.5 : gap === 1 ? 1.5 : gap <= NEAR_SENTENCES ? 1 : 0
  const back = node.reference === 'back' ? 1 : 0
  const lead =
    report.nodes[0]?.isHeadline === true && node.sentence - report.nodes[0].sentence <= LEAD_SENTENCES ? 1 : 0
  return type + place + when + nearness + back + lead
}

function fitType(subEvent: AcledSubEvent | null, { subEvents }: OpenReport): number | null {
  if (subEvent === null || subEvents.size === 0) return 0.5
  if (subEvents.has(subEvent)) return 1
  if (!isViolent(subEvent)) return null
  for (const other of subEvents) if (GENERAL.has(subEvent) !== GENERAL.has(other) && isViolent(other)) return 0
  return null
}

function isViolent(subEvent: AcledSubEvent): boolean {
  return ACLED_SUB_EVENTS[subEvent] !== 'Strategic developments'
}

function fitPlace(place: Place | null, { places }: OpenReport): number | null {
  if (place === null || places.size === 0) return 0
  let best: number | null = null
  for (const other of places.values()) {
    const fit = comparePlaces(place, other)
    if (fit !== null && (best === null || fit > best)) best = fit
  }
  return best
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
