/** `npm run bench -- --long-run N`: one ingest of many documents, kept in bench/long-run.json for the report. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join, resolve } from 'node:path'

import { measureIngest, measureUpkeep, type IngestCost } from './measure-ingest.ts'
import type { RunCost } from './measure-memory.ts'

const FILE = join(resolve(import.meta.dirname, '..', '..'), 'bench', 'long-run.json')
/** One or two figures a document: what is measured is the workspace, not the reading. */
const LENGTH = 200

/** What a long run came to. */
export interface LongRun {
  readonly asked: number
  /** Whether all that was asked for was read; a run that was ended early keeps the parts that it came to. */
  readonly isComplete: boolean
  readonly day: string
  readonly node: string
  readonly cores: number
  /** What a reader must know of how it was measured; written by hand. */
  readonly note: string | null
  readonly ingest: IngestCost
  /** `cairn verify` and an ingest of nothing on the workspace; null where the run did not come to it. */
  readonly upkeep: { readonly verify: RunCost; readonly open: RunCost } | null
}

/** Runs it and writes the file after every part, so that a run that is ended leaves what it came to. */
export async function runLong(documents: number): Promise<void> {
  const write = (ingest: IngestCost, upkeep: LongRun['upkeep']): void => {
    const run: LongRun = {
      asked: documents,
      isComplete: ingest.documents === documents,
      day: new Date().toISOString().slice(0, 'YYYY-MM-DD'.length),
      node: process.versions.node,
      cores: cpus().length,
      note: null,
      ingest,
      upkeep,
    }
    const runs = [...readLongRuns().filter(({ asked }) => asked !== documents), run].sort((a, b) => a.asked - b.asked)
    writeFileSync(FILE, `${JSON.stringify(runs, null, 2)}\n`)
  }
  let upkeep: LongRun['upkeep'] = null
  const cost = await measureIngest({
    documents,
    length: LENGTH,
    tell(ingest) {
      write(ingest, null)
      console.log(JSON.stringify(ingest.parts.at(-1)), ingest.seconds)
    },
    async use(workspace) {
      upkeep = await measureUpkeep(workspace)
    },
  })
  write(cost, upkeep)
  console.log(JSON.stringify(upkeep))
}

/** The long runs that were measured, the last of each length. */
export function readLongRuns(): readonly LongRun[] {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as readonly LongRun[]) : []
}
