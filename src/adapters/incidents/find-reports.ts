import { crc32 } from 'node:zlib'

import { CairnError } from '../../model/error.ts'
import type { ReportRef } from '../../model/incident.ts'
import type { MergeReport, PlacedReport } from '../../ports/incident-store.ts'
import type { Connection } from '../sqlite/connection.ts'
import type { BlockCache } from './block-cache.ts'
import { blockToken } from './block-token.ts'
import type { ReportCache, ReportNode, StoreVersion } from './report-cache.ts'

/** A place is numbered by the rank and as many bits more, to tell apart reports of one rank. */
export const PLACE_BITS = 20

/** Every place of an incident, whatever it follows. */
const PLACES_OF = `with recursive own(id) as (
  select id from places where incident = (select number from incidents where id = ?)
  union all select f.id from own join places as f on f.leader = own.id)`

/** Joins the columns of a report, since each column that comes over costs as much as several that come as one. */
const SEPARATOR = '\u001f'
const REPORT_TEXT = ['r.capture', 'r.report', 'r.received', 'r.claims', "coalesce(r.parts, '')", 'r.profile'].join(
  ` || char(${SEPARATOR.charCodeAt(0)}) || `,
)

interface NodeRow {
  readonly id: number
  readonly leader: number | null
  readonly incident: string | null
  /** See `REPORT_TEXT`. */
  readonly report: string
}

/** Finds reports and where they stand, on one state of the store. */
export class ReportFinder {
  readonly #connection: Connection
  readonly #cache: ReportCache
  readonly #blocks: BlockCache
  readonly #version: StoreVersion

  /** @param caches are brought to the state that `connection` sees */
  constructor(connection: Connection, caches: { readonly reports: ReportCache; readonly blocks: BlockCache }) {
    this.#connection = connection
    this.#cache = caches.reports
    this.#blocks = caches.blocks
    this.#version = readVersion(connection)
    this.#cache.keepFor(this.#version)
  }

  inBlocks(blocks: readonly string[], limit: number): ReadonlyMap<string, readonly PlacedReport[]> {
    this.#blocks.keepFor(this.#version, limit)
    const lists = new Map<string, readonly number[]>()
    const missing: string[] = []
    for (const block of blocks) {
      const known = this.#blocks.get(block)
      if (known === undefined) missing.push(block)
      else if (known.length > 0) lists.set(block, known)
    }
    for (const [block, places] of this.#readBlocks(missing, limit)) {
      this.#blocks.set(block, places)
      if (places.length > 0) lists.set(block, places)
    }
    const nodes = this.#load(new Set([...lists.values()].flat()))
    const found = new Map<number, PlacedReport>()
    for (const place of nodes.keys()) found.set(place, placed(place, nodes))
    return new Map(
      Array.from(lists, ([block, places]) => [
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
    ) as readonly {
      readonly capture: string
      readonly report: string
      readonly received: string
      readonly parts: string | null
    }[]
    const refs = rows.flatMap(({ capture, report, received, parts }) =>
      [report, ...readParts(parts ?? '')].map((reportId) => ({ captureId: capture, reportId, received })),
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

  #readBlocks(blocks: readonly string[], limit: number): readonly (readonly [string, readonly number[]])[] {
    if (blocks.length === 0) return []
    const rows = this.#connection.all(
      `select j.key as position, (select group_concat(id) from (
          select rowid as id from report_blocks where report_blocks match j.value order by rowid limit ?)) as places
        from json_each(?) as j`,
      limit,
      JSON.stringify(blocks.map((block) => `"${blockToken(block)}"`)),
    ) as readonly { readonly position: number; readonly places: string | null }[]
    return rows.map(({ position, places }) => [
      blocks[position] ?? '',
      places === null
        ? []
        : places
            .split(',')
            .map(Number)
            .toSorted((a, b) => a - b),
    ])
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
      `select p.id, p.leader, i.id as incident, ${REPORT_TEXT} as report
        from json_each(?) as j cross join places as p on p.id = j.value
        join reports as r on r.number = p.body left join incidents as i on i.number = p.incident`,
      JSON.stringify(places),
    ) as readonly NodeRow[]
    return rows.map(({ id, leader, incident, report }) => [
      id,
      { report: { ...mergeReport(id, report), leader: null, incident: incident ?? '' }, leader },
    ])
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

function mergeReport(place: number, text: string): MergeReport {
  const [captureId = '', reportId = '', receivedAt = '', claims, parts = '', ...profile] = text.split(SEPARATOR)
  return {
    captureId,
    reportId,
    key: `${captureId} ${reportId}`,
    receivedAt,
    rank: Math.floor(place / 2 ** PLACE_BITS),
    profile: profile.join(SEPARATOR),
    parts: readParts(parts),
    claims: Number(claims),
  }
}

function readParts(parts: string): readonly string[] {
  return parts === '' ? [] : (JSON.parse(parts) as readonly string[])
}

function placed(place: number, nodes: ReadonlyMap<number, ReportNode>): PlacedReport {
  const node = nodeOf(place, nodes)
  if (node.leader === null) return node.report
  const leader = nodeOf(node.leader, nodes)
  let top = leader
  while (top.leader !== null) top = nodeOf(top.leader, nodes)
  return { ...node.report, leader: leader.report.key, incident: top.report.incident }
}

function nodeOf(place: number, nodes: ReadonlyMap<number, ReportNode>): ReportNode {
  const node = nodes.get(place)
  if (node === undefined)
    throw new CairnError('bad-workspace', `A report of the incidents (${place}) is missing. Run "cairn verify".`)
  return node
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
