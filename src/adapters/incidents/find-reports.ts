import { crc32 } from 'node:zlib'

import type { ReportRef } from '../../model/incident.ts'
import type { MergeReport, PlacedReport } from '../../ports/incident-store.ts'
import type { Connection } from '../sqlite/connection.ts'
import { blockToken } from './block-token.ts'
import type { ReportCache, ReportNode, StoreVersion } from './report-cache.ts'

/** A place is numbered by the rank and as many bits more, to tell apart reports of one rank. */
export const PLACE_BITS = 20

/** Every place of an incident, whatever it follows. */
const PLACES_OF = `with recursive own(id) as (
  select id from places where incident = (select number from incidents where id = ?)
  union all select f.id from own join places as f on f.leader = own.id)`

interface ReportRow {
  readonly id: number
  readonly leader: number | null
  readonly incident: string | null
  readonly capture: string
  readonly report: string
  readonly received: string
  readonly claims: number
  readonly parts: string | null
  readonly profile: string
}

/** Finds reports and where they stand, on one state of the store. */
export class ReportFinder {
  readonly #connection: Connection
  readonly #cache: ReportCache

  /** @param cache is brought to the state that `connection` sees */
  constructor(connection: Connection, cache: ReportCache) {
    this.#connection = connection
    this.#cache = cache
    cache.keepFor(readVersion(connection))
  }

  inBlocks(blocks: readonly string[], limit: number): ReadonlyMap<string, readonly PlacedReport[]> {
    const words = blocks.map((block) => `"${blockToken(block)}"`)
    const rows = this.#connection.all(
      `select j.key as position, (select group_concat(id) from (
          select rowid as id from report_blocks where report_blocks match j.value order by rowid limit ?)) as places
        from json_each(?) as j`,
      limit,
      JSON.stringify(words),
    ) as readonly { readonly position: number; readonly places: string | null }[]
    const lists: (readonly [string, readonly number[]])[] = []
    for (const { position, places } of rows) {
      const block = blocks[position]
      if (places === null || block === undefined) continue
      const numbers = places.split(',').map(Number)
      lists.push([block, numbers.toSorted((a, b) => a - b)])
    }
    const nodes = this.#load(new Set(lists.flatMap(([, places]) => places)))
    const found = new Map<number, PlacedReport>()
    for (const place of nodes.keys()) found.set(place, placed(place, nodes))
    return new Map(
      lists.map(([block, places]) => [
        block,
        places.flatMap((place) => {
          const report = found.get(place)
          return report === undefined ? [] : [report]
        }),
      ]),
    )
  }

  byKeys(keys: readonly string[]): readonly PlacedReport[] {
    const wanted = new Set(keys)
    const captures = [...new Set(keys.map(captureOf))]
    return this.ofCaptures(captures).filter(({ key }) => wanted.has(key))
  }

  ofCaptures(captureIds: readonly string[]): readonly PlacedReport[] {
    const rows = this.#connection.all(
      `select p.id from json_each(?) as j cross join places as p on p.hash = j.value`,
      JSON.stringify([...new Set(captureIds.map(hashOf))]),
    )
    const wanted = new Set(captureIds)
    return this.#placed(rows).filter(({ captureId }) => wanted.has(captureId))
  }

  membersOf(incidents: readonly string[]): readonly PlacedReport[] {
    const rows = this.#connection.all(
      `select p.id from json_each(?) as j cross join incidents as i on i.id = j.value
        cross join places as p on p.incident = i.number`,
      JSON.stringify([...new Set(incidents)]),
    )
    return this.#placed(rows)
  }

  refsOf(incident: string): readonly ReportRef[] {
    const rows = this.#connection.all(
      `${PLACES_OF} select r.capture, r.report, r.received, r.parts
        from own cross join places as p on p.id = own.id cross join reports as r on r.number = p.body`,
      incident,
    ) as readonly Pick<ReportRow, 'capture' | 'report' | 'received' | 'parts'>[]
    const refs = rows.flatMap(({ capture, report, received, parts }) =>
      [report, ...readParts(parts)].map((reportId) => ({ captureId: capture, reportId, received })),
    )
    return refs
      .toSorted(
        (a, b) =>
          compare(a.received, b.received) || compare(a.captureId, b.captureId) || compare(a.reportId, b.reportId),
      )
      .map(({ captureId, reportId }) => ({ captureId, reportId }))
  }

  formerIdsOf(incidents: readonly string[]): ReadonlyMap<string, readonly string[]> {
    const found = new Map<string, readonly string[]>()
    if (this.#connection.count('select exists (select 1 from former_ids)') === 0) return found
    for (const incident of new Set(incidents)) {
      const rows = this.#connection.all(
        `${PLACES_OF} select f.id from own cross join former_ids as f on f.report = own.id order by f.id`,
        incident,
      ) as readonly { readonly id: string }[]
      if (rows.length > 0)
        found.set(
          incident,
          rows.map(({ id }) => id),
        )
    }
    return found
  }

  /** Reports of places, by key. */
  #placed(rows: readonly unknown[]): readonly PlacedReport[] {
    const places = new Set((rows as readonly { readonly id: number }[]).map(({ id }) => id))
    const nodes = this.#load(places)
    return [...places].map((place) => placed(place, nodes)).toSorted((a, b) => compare(a.key, b.key))
  }

  /** The reports of places and of all that they follow. */
  #load(places: ReadonlySet<number>): ReadonlyMap<number, ReportNode> {
    const nodes = new Map<number, ReportNode>()
    for (let wanted = [...places]; wanted.length > 0;) {
      const missing: number[] = []
      for (const place of wanted) {
        const known = this.#cache.get(place)
        if (known === undefined) missing.push(place)
        else nodes.set(place, known)
      }
      if (missing.length > 0)
        for (const [place, node] of this.#read(missing)) {
          this.#cache.set(place, node)
          nodes.set(place, node)
        }
      const leaders = new Set(wanted.map((place) => nodes.get(place)?.leader ?? null))
      wanted = [...leaders].filter((leader) => leader !== null && !nodes.has(leader)) as number[]
    }
    return nodes
  }

  #read(places: readonly number[]): readonly (readonly [number, ReportNode])[] {
    const rows = this.#connection.all(
      `select p.id, p.leader, i.id as incident, r.capture, r.report, r.received, r.claims, r.parts, r.profile
        from json_each(?) as j cross join places as p on p.id = j.value
        join reports as r on r.number = p.body left join incidents as i on i.number = p.incident`,
      JSON.stringify(places),
    ) as readonly ReportRow[]
    return rows.map((row) => [row.id, { report: mergeReport(row), leader: row.leader, incident: row.incident }])
  }
}

/** What the state that a connection sees is called. */
export function readVersion(connection: Connection): StoreVersion {
  const row = connection.first('select epoch, generation from changes') as StoreVersion
  return { epoch: row.epoch, generation: row.generation }
}

/** The place of a report, or null when it is not known. */
export function findPlace(connection: Connection, { captureId, reportId }: ReportRef): number | null {
  const row = connection.first(
    `select p.id from places as p join reports as r on r.number = p.body
      where p.hash = ? and r.capture = ? and r.report = ?`,
    hashOf(captureId),
    captureId,
    reportId,
  ) as { readonly id: number } | null
  return row === null ? null : row.id
}

/** The place of a report, or of the one that has it for a part. */
export function findPlaceOrWhole(connection: Connection, ref: ReportRef): number | null {
  const own = findPlace(connection, ref)
  if (own !== null) return own
  const row = connection.first(
    `select p.id from places as p join reports as r on r.number = p.body
      where p.hash = ? and r.capture = ? and exists (select 1 from json_each(r.parts) as j where j.value = ?)`,
    hashOf(ref.captureId),
    ref.captureId,
    ref.reportId,
  ) as { readonly id: number } | null
  return row === null ? null : row.id
}

/** Number of the incident that a place stands in, by what it follows. */
export function incidentOfPlace(connection: Connection, place: number): string | null {
  const row = connection.first(
    `with recursive up(leader, incident) as (
        select leader, incident from places where id = ?
        union all select p.leader, p.incident from up join places as p on p.id = up.leader)
      select i.id from up join incidents as i on i.number = up.incident where up.leader is null`,
    place,
  ) as { readonly id: string } | null
  return row === null ? null : row.id
}

/** A short number that the places of a capture are found by. */
export function hashOf(captureId: string): number {
  return crc32(captureId)
}

/** Capture and report of a key: report ids hold no blank. */
export function readKey(key: string): ReportRef {
  const captureId = captureOf(key)
  return { captureId, reportId: key.slice(captureId.length + 1) }
}

function captureOf(key: string): string {
  return key.slice(0, Math.max(0, key.lastIndexOf(' ')))
}

function mergeReport(row: ReportRow): MergeReport {
  return {
    captureId: row.capture,
    reportId: row.report,
    key: `${row.capture} ${row.report}`,
    receivedAt: row.received,
    rank: Math.floor(row.id / 2 ** PLACE_BITS),
    profile: row.profile,
    parts: readParts(row.parts),
    claims: row.claims,
  }
}

function readParts(parts: string | null): readonly string[] {
  return parts === null ? [] : (JSON.parse(parts) as readonly string[])
}

function placed(place: number, nodes: ReadonlyMap<number, ReportNode>): PlacedReport {
  const node = nodes.get(place)
  let top = node
  while (top?.leader !== null && top?.leader !== undefined) top = nodes.get(top.leader)
  const leader = node?.leader === null || node === undefined ? null : (nodes.get(node.leader)?.report.key ?? null)
  if (node === undefined || top?.incident === null || top === undefined)
    throw new Error(`The place ${place} stands in no incident.`)
  return { ...node.report, leader, incident: top.incident }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
