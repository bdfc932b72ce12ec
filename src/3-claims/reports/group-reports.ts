import { ACLED_SUB_EVENTS, type AcledSubEvent, type Claim } from '../../model/claim.ts'
import type { IncidentReport } from '../../model/reading.ts'
import type { Span } from '../../model/span.ts'
import type { EventMention } from '../events/event-mention.ts'
import type { Site } from '../places/find-sites.ts'
import type { Sentence } from '../text/sentence.ts'
import { chooseSite, type SitesOfSentence } from './choose-site.ts'
import { findDenial } from './find-denial.ts'
import { finestPlace, finestWhen, type IncidentNode, readNodes } from './incident-node.ts'
import { inheritScene } from './inherit-scene.ts'
import { matchIncident } from './match-incident.ts'
import { addNode, openReport, type OpenReport } from './open-report.ts'
import { readActors } from './read-actors.ts'

/** How many reports a piece may still join; the one silent for longest is closed, so that a long document costs no more per page. */
const MAX_OPEN = 60

export interface GroupingContext {
  readonly text: string
  readonly sentences: readonly Sentence[]
  readonly events: readonly EventMention[]
  /** `TimeIndex.rememberedUntil`. */
  readonly rememberedUntil: string | null
  /** The built sites of a sentence, with whether they were attacked. */
  sitesOf(sentence: number): readonly Site[]
}

export interface GroupedReports {
  /** The claims with `incident` set where they belong to a report, in the order given. */
  readonly claims: readonly Claim[]
  readonly incidents: readonly IncidentReport[]
}

/**
 * Groups a document's claims into its accounts of single incidents (codebook, "Incident report").
 *
 * Reads the pieces in the order of the text; each joins the report it fits best by type, place, time, nearness and
 * reference ("the attack"), or founds one. An event that is only possible or denied joins a report but founds none, unless
 * the text tells of nothing else (`findDenial`).
 */
export function groupReports(claims: readonly Claim[], context: GroupingContext): GroupedReports {
  const reports: OpenReport[] = []
  const open: OpenReport[] = []
  const left: IncidentNode[] = []
  for (const node of readNodes(claims, context)) {
    const report = matchIncident(node, open)
    if (report !== null) addNode(report, node)
    else if (node.isStated) {
      const founded = openReport(node)
      reports.push(founded)
      open.push(founded)
      if (open.length > MAX_OPEN) open.splice(longestSilent(open), 1)
    } else left.push(node)
  }
  const denial = reports.length === 0 ? findDenial(left, claims, context.sentences) : null
  if (denial !== null) reports.push(openReport(denial))
  const totals: Span[] = []
  for (const { figure, evidence } of claims) if (figure?.scope === 'cumulative') totals.push(evidence)
  const withNodes = countReports(reports)
  const principal = reports.reduce<OpenReport | null>(
    (most, report) => (most === null || report.claimIds.size > most.claimIds.size ? report : most),
    null,
  )
  const incidents = reports.map((report) => {
    const found = reportOf(report.nodes, context.text, totals)
    if (found.place === null) return found
    const sites = sitesOfReport(report, report === principal, withNodes, context)
    return { ...found, place: chooseSite(found.place, sites, context.text) }
  })
  const incidentOf = new Map<string, IncidentReport>()
  for (const report of incidents) for (const id of report.claims) incidentOf.set(id, report)
  return {
    claims: claims.map((claim) => {
      const incident = incidentOf.get(claim.id)
      return incident === undefined ? claim : inheritScene(claim, incident)
    }),
    incidents,
  }
}

/** In how many reports each sentence has pieces. */
function countReports(reports: readonly OpenReport[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const { nodes } of reports)
    for (const sentence of new Set(nodes.map((node) => node.sentence)))
      counts.set(sentence, (counts.get(sentence) ?? 0) + 1)
  return counts
}

/**
 * The sites of a report's sentences; of one that tells of two incidents only those of its own claims. The headline speaks for
 * the principal report, and the sentences that no report has a piece in for the only one.
 */
function sitesOfReport(
  { nodes }: OpenReport,
  isPrincipal: boolean,
  withNodes: ReadonlyMap<number, number>,
  { sentences, sitesOf, text }: GroupingContext,
): SitesOfSentence[] {
  const own = new Map<number, Set<string>>()
  for (const { sentence, claims } of nodes) {
    const named = own.get(sentence) ?? new Set<string>()
    for (const { place } of claims) if (place?.facility != null) named.add(place.facility)
    own.set(sentence, named)
  }
  const isOnly = isPrincipal && [...withNodes.keys()].every((sentence) => own.has(sentence))
  const found: SitesOfSentence[] = []
  const reach = isOnly
    ? sentences.map(({ index }) => index)
    : [...new Set([...(isPrincipal ? [0] : []), ...own.keys()])]
  for (const index of reach) {
    const isHeadline = sentences[index]?.role === 'headline'
    const named = own.get(index)
    if (named === undefined && (withNodes.has(index) || (!isOnly && !isHeadline))) continue
    const isShared = (withNodes.get(index) ?? 0) > 1
    const sites = sitesOf(index)
    if (sites.length === 0) continue
    found.push({
      sites: isShared ? sites.filter(({ start, end }) => named?.has(text.slice(start, end)) === true) : sites,
      isHeadline,
      isOwn: named !== undefined,
    })
  }
  return found
}

/** Index of the report whose last piece lies furthest back. */
function longestSilent(reports: readonly OpenReport[]): number {
  let at = 0
  reports.forEach((report, i) => {
    if (report.lastSentence < (reports[at]?.lastSentence ?? 0)) at = i
  })
  return at
}

function reportOf(nodes: readonly IncidentNode[], text: string, totals: readonly Span[]): IncidentReport {
  const claims: Claim[] = []
  for (const node of nodes) claims.push(...node.claims)
  claims.sort((a, b) => a.evidence.start - b.evidence.start)
  const subEvent = typeOf(nodes)
  return {
    id: `i-${(claims[0]?.id ?? '').slice(2)}`,
    type: { event: ACLED_SUB_EVENTS[subEvent], subEvent },
    place: finestPlace(nodes.map(({ place }) => place)),
    when: finestWhen(nodes.map(({ when }) => when)),
    actors: readActors(nodes, text, totals),
    claims: claims.map(({ id }) => id),
  }
}

/** The sub-event named most often, general words last, the text before its headline, the first of equals; `Attack` when figures alone make the report. */
function typeOf(nodes: readonly IncidentNode[]): AcledSubEvent {
  const counts = new Map<AcledSubEvent, number>()
  for (const { subEvent, isGeneral, isHeadline } of nodes) {
    if (subEvent === null) continue
    const weight = (isGeneral ? 0.4 : subEvent === 'Suicide bomb' ? 2 : 1) * (isHeadline ? 0.9 : 1)
    counts.set(subEvent, (counts.get(subEvent) ?? 0) + weight)
  }
  let best: AcledSubEvent = 'Attack'
  let most = 0
  for (const [subEvent, count] of counts)
    if (count > most) {
      best = subEvent
      most = count
    }
  return best
}
