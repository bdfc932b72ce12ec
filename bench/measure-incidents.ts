import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { openIncidentStore } from '../src/adapters/incidents/open-incident-store.ts'
import type { IncidentRecord } from '../src/model/record.ts'
import {
  ALL_INCIDENTS,
  type IncidentFilter,
  type IncidentOrder,
  type IncidentStore,
} from '../src/ports/incident-store.ts'

export const BLOCKS_OF_A_REPORT = 60
const REPORTS_A_WRITE = 150
const RECORDS_A_WRITE = 1000
const ROUNDS = 30

/** CPU milliseconds, and what was found. */
export interface IncidentCosts {
  /** Of adding a report with its blocks. */
  readonly insert: number
  /** Of adding one when half as many follow one report. */
  readonly insertBesideFollowers: number
  /** Of looking up all blocks of a report that was not looked up before, and again. */
  readonly lookUp: number
  readonly lookUpAgain: number
  /** Reports that stand in the blocks of one. */
  readonly found: number
  /** Of the first page of each list. */
  readonly lists: ReadonlyMap<string, number>
  /** Of listing everything. */
  readonly scan: number
}

/** Fills a store of its own with made-up reports and incidents and measures what merging and lists cost. */
export async function measureIncidents(reports: number, incidents: number): Promise<IncidentCosts> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-incidents-'))
  const store = await openIncidentStore(join(folder, 'incidents.db'))
  try {
    const chance = startChance()
    const insert = await addReports(store, chance, { count: reports, from: 0, leader: null })
    const sets = Array.from({ length: ROUNDS }, () => blocksOf(chance, reports))
    let found = 0
    const lookUp = await cpuOf(ROUNDS, async (round) => {
      for (const list of (await store.inBlocks(sets[round] ?? [], 49)).values()) found += list.length / ROUNDS
    })
    const again = sets[0] ?? []
    await store.inBlocks(again, 49)
    const lookUpAgain = await cpuOf(ROUNDS, async () => void (await store.inBlocks(again, 49)))
    await addReports(store, chance, { count: reports / 2, from: reports, leader: keyOf(0) })
    const more = { count: REPORTS_A_WRITE * 10, from: reports * 2, leader: null }
    const insertBesideFollowers = await addReports(store, chance, more)
    for (let first = 0; first < incidents; first += RECORDS_A_WRITE)
      await store.write(async (writer) => {
        for (let i = first; i < Math.min(incidents, first + RECORDS_A_WRITE); i++)
          await writer.putRecord(recordOf(i, chance))
      })
    const lists = new Map<string, number>()
    for (const [name, filter, order] of LISTS) {
      const page = { limit: 50, after: null }
      lists.set(
        name,
        await cpuOf(ROUNDS / 3, async () => void (await store.incidents({ ...ALL_INCIDENTS, ...filter }, order, page))),
      )
    }
    const everything = { limit: incidents, after: null }
    const scan = await cpuOf(3, async () => void (await store.incidents(ALL_INCIDENTS, 'reports', everything)))
    return { insert, insertBesideFollowers, lookUp, lookUpAgain, found, lists, scan }
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const LISTS: readonly (readonly [name: string, filter: Partial<IncidentFilter>, order: IncidentOrder])[] = [
  ['no condition', {}, 'reports'],
  ['a place', { place: 'Harbour 77' }, 'reports'],
  ['words that many places have', { place: 'harbour' }, 'date'],
  ['a week', { from: '2030-05-01', to: '2030-05-07' }, 'reports'],
  ['a country', { country: 'SD' }, 'killed'],
  ['a country that none has', { country: 'XX' }, 'reports'],
  ['a type and a grade', { type: 'Armed clash', grade: 'confirmed' }, 'date'],
  ['killed', { killed: 190 }, 'date'],
  ['everything, nothing found', { place: 'harbour', country: 'SD', type: 'Battles', status: 'finalised', killed: 500, from: '2030-01-01' }, 'killed'], // prettier-ignore
]

/** Numbers of [0, 1) that are the same in every run. */
function startChance(): () => number {
  let state = 12_345
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** A few blocks that many reports stand in, and many that few do. */
function blocksOf(chance: () => number, reports: number): readonly string[] {
  return Array.from({ length: BLOCKS_OF_A_REPORT }, () =>
    Math.imul(Math.floor(chance() ** 3 * reports * 15) ^ 0x9e3779b9, 0x85ebca6b).toString(36),
  )
}

function keyOf(number: number): string {
  return `cap-${(number * 2_654_435_761).toString(16).padStart(32, '0')} i-1`
}

async function addReports(
  store: IncidentStore,
  chance: () => number,
  { count, from, leader }: { readonly count: number; readonly from: number; readonly leader: string | null },
): Promise<number> {
  const writes = Math.ceil(count / REPORTS_A_WRITE)
  const profile = 'a profile of some words; '.repeat(50)
  const each = await cpuOf(writes, async (write) => {
    const first = from + write * REPORTS_A_WRITE
    const reports = Array.from({ length: Math.min(REPORTS_A_WRITE, from + count - first) }, (_, i) => {
      const key = keyOf(first + i)
      const [captureId = '', reportId = ''] = key.split(' ')
      return {
        captureId,
        reportId,
        key,
        receivedAt: '2030-05-01T10:00:00.000Z',
        rank: Math.floor(chance() * 2 ** 32),
        profile,
        parts: [],
        claims: 3,
        leader,
        incident: `inc-${((first + i) >> 1).toString(16)}`,
        blocks: blocksOf(chance, count),
      }
    })
    await store.write((writer) => writer.addReports(reports))
  })
  return each / REPORTS_A_WRITE
}

async function cpuOf(rounds: number, work: (round: number) => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  for (let round = 0; round < rounds; round++) await work(round)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / rounds
}

function recordOf(number: number, chance: () => number): IncidentRecord {
  const id = `rec-${number.toString(16).padStart(8, '0')}`
  const name = `Harbour ${Math.floor(chance() * 2000)}`
  const day = new Date(Date.UTC(2028, 0, 1) + Math.floor(chance() * 1200) * 86_400_000).toISOString().slice(0, 10)
  const killed = Math.floor(200 * chance() ** 6)
  const isClash = chance() < 0.3
  return {
    incident: {
      schema: 'cairn/incident@1',
      id,
      previousIds: [],
      type: isClash
        ? { event: 'Battles', subEvent: 'Armed clash' }
        : { event: 'Explosions/Remote violence', subEvent: 'Air/drone strike' },
      place: {
        asWritten: name,
        name,
        geonameId: number,
        lat: 48,
        lon: 37,
        country: chance() < 0.1 ? 'SD' : 'UA',
        admin1: 'Coast',
        facility: null,
        wherePrec: 1,
        geoPrecision: 1,
      },
      when: { asWritten: null, start: day, end: day, datePrec: 1, timePrecision: 1, anchor: 'publication' },
      status: 'machine',
      grade: { value: chance() < 0.05 ? 'confirmed' : 'weak', rules: [] },
      figures: [
        {
          measure: 'killed',
          who: ['people'],
          scope: 'incident',
          low: killed,
          high: killed,
          best: killed,
          policy: 'cairn',
          lowClaim: null,
          highClaim: null,
          bestClaim: null,
        },
      ],
      origins: [],
      documents: [],
      history: [],
    },
    label: `${isClash ? 'Armed clash' : 'Air/drone strike'}, ${name}, ${day}`,
    admiralty: { reliability: 'F', credibility: 6, rules: [] },
    claims: [],
    positions: [],
    actors: [],
    choices: [],
    harm: [],
    findings: [],
    reports: [],
    decisions: [],
  }
}
