/** `npm run bench -- --long-merge N`: merges many made-up reports over the real store, kept in bench/long-merge.json for the report. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { openIncidentStore } from '../src/adapters/incidents/open-incident-store.ts'
import { measureMerging, type MergePart } from './measure-merging.ts'

const FILE = join(resolve(import.meta.dirname, '..', '..'), 'bench', 'long-merge.json')

/** What a long run of merging came to. */
export interface LongMerge {
  readonly asked: number
  readonly day: string
  readonly node: string
  readonly parts: readonly MergePart[]
  /** Size of the store's file at the end. */
  readonly megabytes: number
}

/** Runs it and writes the file after every part, so that a run that is ended leaves what it came to. */
export async function runLongMerge(reports: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-long-merge-'))
  const path = join(folder, 'incidents.db')
  const store = await openIncidentStore(path)
  const parts: MergePart[] = []
  await measureMerging(
    reports,
    {
      lookup: store,
      keep: ({ placed, moved, vanished, former, asked, questions, touched }) =>
        store.write(async (writer) => {
          await writer.addReports(placed)
          await writer.moveReports(moved)
          await writer.addFormerIds(former)
          await writer.removeIncidents(vanished)
          await writer.putQuestions(asked, questions)
          await writer.markStale(touched)
        }),
    },
    (part) => {
      parts.push(part)
      console.log(JSON.stringify(part))
      const run: LongMerge = {
        asked: reports,
        day: new Date().toISOString().slice(0, 'YYYY-MM-DD'.length),
        node: process.versions.node,
        parts,
        megabytes: statSync(path).size / 1e6,
      }
      const runs = [...readLongMerges().filter(({ asked }) => asked !== reports), run]
      writeFileSync(
        FILE,
        `${JSON.stringify(
          runs.toSorted((a, b) => a.asked - b.asked),
          null,
          2,
        )}\n`,
      )
    },
  )
  await store.close()
  rmSync(folder, { recursive: true })
}

/** The long runs that were measured, the last of each length. */
export function readLongMerges(): readonly LongMerge[] {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as readonly LongMerge[]) : []
}
