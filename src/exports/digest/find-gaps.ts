import type { ReadDocument } from '../../model/incident.ts'
import type { IncidentRecord } from '../../model/record.ts'
import { fallsIn } from './choose-incidents.ts'
import { describeRow, type DigestContext, soleParty } from './describe-incident.ts'
import type { DigestRequest, DigestSources, GapFacts, IncidentRow } from './digest-facts.ts'

const DAY_MS = 86_400_000

/** The incidents that a search for gaps looks at. */
export interface GapRecords {
  /** Incidents of the period. */
  readonly ofPeriod: readonly IncidentRecord[]
  /** Incidents without a date whose reports appeared in the period. */
  readonly undated: readonly IncidentRecord[]
}

/** What is missing or thin in the material of a period. */
export function findGaps(
  { documents, unread }: Pick<DigestSources, 'documents' | 'unread'>,
  { ofPeriod, undated }: GapRecords,
  request: DigestRequest,
  context: DigestContext,
): GapFacts {
  const own = documents.filter((document) => isOfPeriod(document, request))
  const reasons = unread.filter(({ receivedAt }) => fallsIn(receivedAt, request)).map(({ reason }) => reason)
  const rowOf = (record: IncidentRecord): IncidentRow => describeRow(record, context)
  return {
    ...findEmptyDays(own, request),
    unread: tally(reasons),
    documents: own.length,
    uncovered: tally(
      own.filter(({ reading }) => reading.coverage === 'not-covered').map(({ reading }) => reading.document.language),
    ),
    oneOriginPlaces: fromOneOrigin(ofPeriod, ({ incident }) => {
      const name = incident.place?.name ?? null
      return name === null ? [] : [[name, incident.origins.map(({ claimant }) => claimant)]]
    }),
    oneOriginOutlets: fromOneOrigin(ofPeriod, ({ incident }) =>
      incident.documents.flatMap(({ outlet, captureId }) =>
        outlet === null
          ? []
          : [
              [
                outlet,
                incident.origins.filter((one) => one.documents.includes(captureId)).map(({ claimant }) => claimant),
              ],
            ],
      ),
    ),
    undated: undated.map(rowOf),
    unplaced: ofPeriod.filter(({ incident }) => incident.place === null).map(rowOf),
    partyOnly: ofPeriod.flatMap((record) => {
      const party = soleParty(record.incident)
      return party === null ? [] : [{ ...rowOf(record), party }]
    }),
  }
}

/** By its publication, and where the source gives none by its capture. */
export function isOfPeriod({ reading, receivedAt }: ReadDocument, request: DigestRequest): boolean {
  return fallsIn(reading.document.publishedAt ?? receivedAt, request)
}

function findEmptyDays(
  documents: readonly ReadDocument[],
  { since, until }: DigestRequest,
): Pick<GapFacts, 'days' | 'emptyDays'> {
  const full = new Set(documents.flatMap(({ reading }) => reading.document.publishedAt?.slice(0, 10) ?? []))
  const runs: (readonly [string, string])[] = []
  let days = 0
  for (let time = Date.parse(since); time <= Date.parse(until); time += DAY_MS) {
    const day = dayOf(time)
    days++
    if (full.has(day)) continue
    const last = runs.at(-1)
    if (last !== undefined && last[1] === dayOf(time - DAY_MS)) runs[runs.length - 1] = [last[0], day]
    else runs.push([day, day])
  }
  return { days, emptyDays: runs }
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

/** Values with how often they come, the most frequent first. */
export function tally<T extends string | null>(values: readonly T[]): (readonly [T, number])[] {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || ((a ?? '') < (b ?? '') ? -1 : 1))
}

/** Names under which two or more incidents or reports stand, and all of them from one origin. */
function fromOneOrigin(
  records: readonly IncidentRecord[],
  namesOf: (record: IncidentRecord) => readonly (readonly [name: string, origins: readonly string[]])[],
): string[] {
  const origins = new Map<string, Set<string>>()
  for (const record of records)
    for (const [name, ids] of namesOf(record)) {
      const known = origins.get(name) ?? new Set<string>()
      origins.set(name, known)
      for (const id of ids) known.add(id)
    }
  return [...origins].flatMap(([name, ids]) => (ids.size === 1 ? [name] : [])).sort()
}
