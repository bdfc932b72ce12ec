import { hash } from 'node:crypto'

import type { ReportRef } from '../../model/incident.ts'
import { clusterReports, type Links, type OpenPair } from './cluster-reports.ts'
import { findPairFeatures } from './find-pair-features.ts'
import { findPairs, type ScoredPair } from './find-pairs.ts'
import type { ReportProfile } from './report-profile.ts'
import { probabilityOf, scorePair } from './score-pair.ts'
import { type WeighedReport, weighWords } from './weigh-words.ts'

/** Probability from which two incidents that were left apart are put before a person. */
export const REVIEW_FROM = 0.15
/** Hexadecimal digits of an incident's id: 64 bits. */
const ID_DIGITS = 16

/** A person's word on two reports (codebook, "Decision"): the same incident, or two. */
export interface LinkDecision {
  readonly kind: 'together' | 'apart'
  readonly a: ReportRef
  readonly b: ReportRef
}

/** Reports of one moment in place and time. */
export interface MergedIncident {
  /** Derived from the founding report: the earliest by capture time, then by key. */
  readonly id: string
  /** Ids of incidents known before whose founding reports it now holds. */
  readonly previousIds: readonly string[]
  /** The founding report first, the others in the order of capture. */
  readonly reports: readonly ReportRef[]
  /** How many documents tell of it. */
  readonly documents: number
  /** How many claims their reports hold. */
  readonly claims: number
}

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

export interface MergedReports {
  /** The most reported first: by documents, then by claims, then by id. */
  readonly incidents: readonly MergedIncident[]
  readonly questions: readonly MergeQuestion[]
  /** Decisions that contradict each other: the earlier one of each contradiction holds. */
  readonly refused: readonly LinkDecision[]
}

export interface MergeContext {
  readonly decisions: readonly LinkDecision[]
  /** Incidents known before, for their ids. */
  readonly known: readonly MergedIncident[]
}

/**
 * Merges incident reports of many documents into incidents (codebook, "One incident from many documents").
 *
 * The result depends on the set of reports and not on their order. Reports of one document stay apart.
 */
export function mergeReports(profiles: readonly ReportProfile[], context: MergeContext): MergedReports {
  const sorted = [...new Map(profiles.map((profile) => [profile.key, profile])).values()].sort((a, b) =>
    a.key < b.key ? -1 : 1,
  )
  const positions = new Map(sorted.flatMap(({ refs }, i) => refs.map((ref) => [keyOf(ref), i] as const)))
  const links = readLinks(context.decisions, positions)
  const weighed = sorted.map((profile) => weighWords(profile))
  const decided = new Set([...links.together, ...links.apart].flat())
  const { pairs, followers } = findPairs(weighed, scorePair, decided)
  const led = new Map<number, number[]>()
  for (const [follower, leader] of followers) {
    const own = led.get(leader)
    if (own === undefined) led.set(leader, [follower])
    else own.push(follower)
  }
  const documents = sorted.map(({ ref }, i) =>
    followers.has(i) ? null : [ref.captureId, ...(led.get(i) ?? []).map((one) => sorted[one]?.ref.captureId ?? '')],
  )
  const { groups, open, refused } = clusterReports(documents, pairs, links)
  const known = new Map(context.known.map((incident) => [incident.id, incident]))
  const incidentOf = new Map<number, MergedIncident>()
  const incidents = groups.map((members) => {
    const all = members.flatMap((member) => [member, ...(led.get(member) ?? [])])
    const incident = nameIncident(
      all.flatMap((member) => sorted[member] ?? []),
      known,
    )
    for (const member of all) incidentOf.set(member, incident)
    return incident
  })
  return {
    incidents: incidents.sort((a, b) => b.documents - a.documents || b.claims - a.claims || (a.id < b.id ? -1 : 1)),
    questions: askQuestions(open, pairs, weighed, incidentOf),
    refused: refused.flatMap(([a, b]) =>
      context.decisions.filter(
        ({ kind, ...refs }) =>
          kind === 'together' && positions.get(keyOf(refs.a)) === a && positions.get(keyOf(refs.b)) === b,
      ),
    ),
  }
}

function readLinks(decisions: readonly LinkDecision[], positions: ReadonlyMap<string, number>): Links {
  // The last word on a pair holds.
  const byPair = new Map<string, { readonly kind: LinkDecision['kind']; readonly pair: readonly [number, number] }>()
  for (const { kind, a, b } of decisions) {
    const [x, y] = [positions.get(keyOf(a)), positions.get(keyOf(b))]
    if (x === undefined || y === undefined || x === y) continue
    byPair.set(pairKey(keyOf(a), keyOf(b)), { kind, pair: [x, y] })
  }
  const of = (wanted: LinkDecision['kind']): (readonly [number, number])[] =>
    [...byPair.values()].filter(({ kind }) => kind === wanted).map(({ pair }) => pair)
  return { together: of('together'), apart: of('apart') }
}

function keyOf({ captureId, reportId }: ReportRef): string {
  return `${captureId} ${reportId}`
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`
}

/** Names an incident after its founding report, so that reports that come in later do not change the id. */
function nameIncident(reports: readonly ReportProfile[], known: ReadonlyMap<string, MergedIncident>): MergedIncident {
  const inOrder = reports.toSorted((a, b) =>
    a.receivedAt !== b.receivedAt ? (a.receivedAt < b.receivedAt ? -1 : 1) : a.key < b.key ? -1 : 1,
  )
  const ids = inOrder.map(({ key }) => idOf(key))
  const id = ids[0] ?? ''
  const previous = ids.flatMap((one) => {
    const before = known.get(one)
    return before === undefined ? [] : [before.id, ...before.previousIds]
  })
  return {
    id,
    previousIds: [...new Set(previous)].filter((one) => one !== id).sort(),
    reports: inOrder.flatMap(({ refs }) => refs),
    documents: new Set(inOrder.map(({ ref }) => ref.captureId)).size,
    claims: inOrder.reduce((sum, { claims }) => sum + claims, 0),
  }
}

function idOf(key: string): string {
  return `inc-${hash('sha256', key, 'hex').slice(0, ID_DIGITS)}`
}

function askQuestions(
  open: readonly OpenPair[],
  pairs: readonly ScoredPair[],
  weighed: readonly WeighedReport[],
  incidentOf: ReadonlyMap<number, MergedIncident>,
): MergeQuestion[] {
  const idAt = (position: number): string => incidentOf.get(position)?.id ?? ''
  const best = new Map<string, ScoredPair>()
  for (const pair of pairs) {
    const key = pairKey(idAt(pair.a), idAt(pair.b))
    if ((best.get(key)?.score ?? Number.NEGATIVE_INFINITY) < pair.score) best.set(key, pair)
  }
  const questions = open.flatMap(({ a, b, score }): MergeQuestion[] => {
    const probability = probabilityOf(score)
    if (probability < REVIEW_FROM) return []
    const ids = [idAt(a[0] ?? -1), idAt(b[0] ?? -1)].sort()
    const pair = best.get(ids.join('|'))
    const [x, y] = [weighed[pair?.a ?? -1], weighed[pair?.b ?? -1]]
    if (x === undefined || y === undefined) return []
    return [
      {
        incidents: [ids[0] ?? '', ids[1] ?? ''],
        reports: [x.profile.ref, y.profile.ref],
        probability,
        features: findPairFeatures(x, y),
      },
    ]
  })
  return questions.sort((a, b) => b.probability - a.probability || (a.incidents.join() < b.incidents.join() ? -1 : 1))
}
