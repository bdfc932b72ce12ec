import type { ReportRef } from '../../model/incident.ts'
import { askQuestions, type OpenPair } from './ask-questions.ts'
import { findLeader } from './find-leader.ts'
import { findPairFeatures } from './find-pair-features.ts'
import { packProfile } from './pack-profile.ts'
import { gatherComponent, linksOf } from './gather-component.ts'
import { groupComponent } from './group-component.ts'
import type { LinkDecision } from '../../model/decision.ts'
import { type DecidedLinks, readLinks } from './read-links.ts'
import type { KnownReport, ReportLookup } from './report-lookup.ts'
import type { ReportProfile } from './report-profile.ts'
import { BLOCK_LIMIT, type Found, type Need, ReportTable } from './report-table.ts'
import { cameBefore, namesOf, type Prepared, type TableReport } from './table-report.ts'
import { weighWords } from './weigh-words.ts'
import { WeighedProfiles } from './weighed-profiles.ts'

/** Raised whenever reports can be placed otherwise than before: what another version placed is placed again. */
export const MERGE_VERSION = 6

/** Two incidents that may be one: a question for a person, never a silent merge. */
export interface MergeQuestion {
  /** Ids of the two incidents, the smaller first. */
  readonly incidents: readonly [string, string]
  /** The two reports that fit best. */
  readonly reports: readonly [ReportRef, ReportRef]
  /** Probability that the two are one. */
  readonly probability: number
  readonly features: readonly string[]
}

/** What a batch of reports changes. */
export interface Placement {
  /** The newcomers, and reports known already that came with another profile, with the blocks they are found by: none for a follower. */
  readonly placed: readonly (KnownReport & { readonly blocks: readonly string[] })[]
  /** Known reports that stand elsewhere now; their followers go with them. */
  readonly moved: readonly { readonly key: string; readonly leader: string | null; readonly incident: string }[]
  /** Incidents that are new or whose reports are others than before. */
  readonly touched: readonly string[]
  /** Incidents that hold no report any more. */
  readonly vanished: readonly string[]
  /**
   * Each incident that went, also within the batch, and its founding report: whoever has its id finds where that stands. Not
   * one that was there only while the captures of one moment were taken one after the other.
   */
  readonly former: readonly { readonly id: string; readonly report: string }[]
  /** Incidents whose questions were asked again, those that vanished among them: `questions` are all of theirs. */
  readonly asked: readonly string[]
  readonly questions: readonly MergeQuestion[]
  /** Together-decisions that contradict others and do not hold. */
  readonly refused: readonly LinkDecision[]
}

/**
 * Places the incident reports of documents among those that are known (codebook, "One incident from many documents").
 *
 * A report is compared with the reports of its blocks only. Incidents that it can alter are grouped again, so that without
 * large blocks the result is that of the whole set in any order; with large ones it depends on the sequence of reports and
 * not on how it was cut into batches. A report that is known already is looked at again: so a changed decision takes effect
 * when the reports that it names are given with it.
 *
 * @param newcomers reports of whole documents, in the order of custody
 * @param decisions every standing decision, in the order in which they were made
 * @param weighed what the batch before left, to save work; never changes the result
 */
export async function placeReports(
  newcomers: readonly ReportProfile[],
  lookup: ReportLookup,
  decisions: readonly LinkDecision[],
  weighed: WeighedProfiles = new WeighedProfiles(),
): Promise<Placement> {
  const work = placeOnTable(newcomers, new ReportTable(weighed), readLinks(decisions))
  for (let step = work.next(); ;) {
    if (step.done === true) return step.value
    const { blocks, incidents, captures } = step.value
    step = work.next({
      blocks: blocks.length === 0 ? new Map() : await lookup.inBlocks(blocks, BLOCK_LIMIT),
      members: incidents.length === 0 ? [] : await lookup.members(incidents),
      ofCaptures: captures.length === 0 ? [] : await lookup.reportsOfCaptures(captures),
    })
  }
}

/** The same where nothing is known yet: the whole set at once. */
export function placeAll(newcomers: readonly ReportProfile[], decisions: readonly LinkDecision[]): Placement {
  const work = placeOnTable(newcomers, new ReportTable(new WeighedProfiles()), readLinks(decisions))
  const nothing: Found = { blocks: new Map(), members: [], ofCaptures: [] }
  for (let step = work.next(); ; step = work.next(nothing)) if (step.done === true) return step.value
}

interface Changes {
  readonly touched: Set<string>
  readonly vanished: Set<string>
  readonly former: Map<string, string>
  readonly asked: Set<string>
  /** Open pairs by each of their incidents, then by the other. */
  readonly open: Map<string, Map<string, OpenPair>>
  readonly refused: Set<LinkDecision>
}

function* placeOnTable(
  newcomers: readonly ReportProfile[],
  table: ReportTable,
  links: DecidedLinks,
): Generator<Need, Placement, Found> {
  const changes: Changes = {
    touched: new Set(),
    vanished: new Set(),
    former: new Map(),
    asked: new Set(),
    open: new Map(),
    refused: new Set(),
  }
  const documents = new Map<string, ReportProfile[]>()
  for (const profile of newcomers) {
    const own = documents.get(profile.ref.captureId)
    if (own === undefined) documents.set(profile.ref.captureId, [profile])
    else own.push(profile)
  }
  const prepared = newcomers.map((profile) => [profile, prepare(profile)] as const)
  // All at once: each look-up costs something of its own.
  yield* table.load({
    captures: [...documents.keys()],
    blocks: prepared.flatMap(([, { blocks }]) => blocks),
  })
  const preparedOf = new Map(prepared)
  const given = new Map<string, TableReport>()
  for (const own of documents.values()) {
    // The main report first: the others see where it stands.
    const reports = own
      .toSorted((a, b) => Number(b.isMain) - Number(a.isMain))
      .map((profile) => table.add(profile, preparedOf.get(profile) ?? prepare(profile)))
    yield* table.load({
      blocks: reports.flatMap(({ blocks }) => blocks),
      incidents: reports.map(({ incident }) => incident),
    })
    for (const report of reports) given.set(report.key, report)
    const standing = reports.filter((report) => !takeLeader(report, table, links, changes))
    if (standing.length === 0) continue
    yield* regroup(standing, table, links, changes)
  }
  return tell(given, table, changes)
}

function prepare(profile: ReportProfile): Prepared {
  const weighed = weighWords(profile)
  return { packed: packProfile(profile), weighed, blocks: namesOf(weighed.blocks) }
}

/** Whether the report follows another: a known follower goes on as long as nobody decides on it. */
function takeLeader(report: TableReport, table: ReportTable, links: DecidedLinks, { touched }: Changes): boolean {
  const isDecided = linksOf(report, links).length > 0
  if (report.leader !== null && !isDecided) return true
  if (report.leader === null && report.incident === '' && !isDecided) {
    const leader = findLeader(report, table)
    if (leader !== null) {
      report.leader = leader.key
      report.incident = leader.incident
      touched.add(leader.incident)
      return true
    }
  }
  if (report.leader !== null) touched.add(report.incident)
  if (report.leader !== null || report.incident === '') table.stand(report)
  return false
}

/** Groups again what the reports can alter, and asks about the incidents that came of it. */
function* regroup(
  standing: readonly TableReport[],
  table: ReportTable,
  links: DecidedLinks,
  changes: Changes,
): Generator<Need, void, Found> {
  const component = yield* gatherComponent(standing, table, links)
  const { groups, refused } = yield* groupComponent(component, table, links)
  for (const decision of refused) changes.refused.add(decision)
  const before = new Map<string, ReadonlySet<TableReport>>()
  for (const { incident } of component) if (incident !== '') before.set(incident, table.members(incident))
  const founders = new Map(component.map((report) => [report.foundedId, report]))
  // Of one moment nobody ever knew a part: which of its reports was taken first leaves no trace.
  const newMoments = new Set(standing.flatMap((report) => (report.before === null ? [momentOf(report)] : [])))
  const again = new Set<string>()
  for (const members of groups) {
    const id = foundingReport(members)?.foundedId ?? ''
    const own = before.get(id)
    const isSame = own?.size === members.length && members.every((member) => own.has(member))
    if (!isSame) changes.touched.add(id)
    if (!isSame || members.some((member) => standing.includes(member))) again.add(id)
    table.settle(id, members)
    before.delete(id)
    changes.vanished.delete(id)
  }
  for (const id of before.keys()) {
    table.empty(id)
    changes.touched.delete(id)
    changes.vanished.add(id)
    const founder = founders.get(id)
    if (founder !== undefined && !newMoments.has(momentOf(founder))) changes.former.set(id, founder.key)
    forget(id, changes)
  }
  for (const id of again) {
    forget(id, changes)
    for (const pair of yield* askQuestions(id, table, links)) keepQuestion(pair, changes)
  }
}

function momentOf({ receivedAt }: TableReport): string {
  return receivedAt
}

/** Drops what was asked about an incident. */
function forget(id: string, { asked, open }: Changes): void {
  asked.add(id)
  for (const other of open.get(id)?.keys() ?? []) open.get(other)?.delete(id)
  open.delete(id)
}

function keepQuestion(pair: OpenPair, { open }: Changes): void {
  const [a, b] = pair.incidents
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const own = open.get(one)
    if (own === undefined) open.set(one, new Map([[other, pair]]))
    else own.set(other, pair)
  }
}

/** The earliest by capture time, then by key: reports that come in later do not change the incident's id. */
function foundingReport(members: readonly TableReport[]): TableReport | null {
  return members.reduce<TableReport | null>(
    (first, one) => (first === null || cameBefore(one, first) ? one : first),
    null,
  )
}

function tell(given: ReadonlyMap<string, TableReport>, table: ReportTable, changes: Changes): Placement {
  const { touched, vanished, former, asked, open, refused } = changes
  const incidentOf = ({ leader, incident }: TableReport): string =>
    leader === null ? incident : (table.find(leader)?.incident ?? incident)
  const placed = [...given.values()].filter(({ isKept }) => !isKept)
  const moved = table
    .all()
    .filter(({ before, isKept }) => before !== null && isKept)
    .map((report) => ({ report, incident: incidentOf(report) }))
    .filter(({ report, incident }) => report.leader !== report.before?.leader || incident !== report.before.incident)
  return {
    placed: placed.map((report) => describePlace(report, incidentOf(report), table)),
    moved: moved.map(({ report, incident }) => ({ key: report.key, leader: report.leader, incident })),
    touched: [...touched].sort(),
    vanished: [...vanished].sort(),
    former: [...former].map(([id, report]) => ({ id, report })),
    asked: [...asked].sort(),
    questions: [...new Set([...open.values()].flatMap((own) => [...own.values()]))]
      .toSorted((a, b) => b.probability - a.probability || (a.incidents.join() < b.incidents.join() ? -1 : 1))
      .map(({ incidents, reports: [a, b], probability }) => ({
        incidents,
        reports: [a.weighed.profile.ref, b.weighed.profile.ref],
        probability,
        features: findPairFeatures(a.weighed, b.weighed),
      })),
    refused: [...refused],
  }
}

function describePlace(
  report: TableReport,
  incident: string,
  table: ReportTable,
): KnownReport & { readonly blocks: readonly string[] } {
  const { weighed, key, receivedAt, rank, packed, leader, blocks } = report
  const { ref, refs, claims } = weighed.profile
  table.remember(report)
  return {
    ...ref,
    key,
    receivedAt,
    rank,
    profile: packed,
    parts: refs.slice(1).map(({ reportId }) => reportId),
    claims,
    leader,
    incident,
    blocks: leader === null ? blocks : [],
  }
}
