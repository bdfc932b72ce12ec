import type { AcledSubEvent } from '../../model/claim.ts'
import type { Place } from '../../model/place.ts'
import type { When } from '../../model/when.ts'
import type { IncidentNode } from './incident-node.ts'
import type { Victim } from './read-victim.ts'

/** A report in the making: its pieces, and what they say once each. */
export interface OpenReport {
  readonly nodes: IncidentNode[]
  readonly claimIds: Set<string>
  /** Sub-events of its pieces, those named by general words left out. */
  readonly subEvents: Set<AcledSubEvent>
  readonly places: Map<string, Place>
  readonly times: Map<string, When>
  /** The persons singled out as its victims. */
  readonly victims: Victim[]
  lastSentence: number
}

/** Founds a report on a piece. */
export function openReport(node: IncidentNode): OpenReport {
  const report: OpenReport = {
    nodes: [],
    claimIds: new Set(),
    subEvents: new Set(),
    places: new Map(),
    times: new Map(),
    victims: [],
    lastSentence: node.sentence,
  }
  addNode(report, node)
  return report
}

/** Adds a piece to a report. */
export function addNode(report: OpenReport, node: IncidentNode): void {
  report.nodes.push(node)
  for (const { id } of node.claims) report.claimIds.add(id)
  if (node.subEvent !== null && !node.isGeneral) report.subEvents.add(node.subEvent)
  if (node.place !== null) report.places.set(`${node.place.geonameId ?? ''} ${node.place.asWritten}`, node.place)
  if (node.when !== null) report.times.set(`${node.when.start} ${node.when.end}`, node.when)
  if (node.victim !== null) report.victims.push(node.victim)
  report.lastSentence = node.sentence
}
