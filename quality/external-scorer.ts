import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Gazetteer } from '../src/model/gazetteer.ts'
import { goldRows } from './gold-data.ts'
import { type GoldDocument, readGold } from './read-gold.ts'
import type { SuiteInput } from './suite.ts'

/**
 * Runs a scorer that ships with the gold data over our readings of all the given files together.
 *
 * @param scorer path of the scorer script; it takes GOLD RECORDS --json --errors
 * @returns what the scorer printed, parsed
 */
export function runExternalScorer(scorer: string, input: SuiteInput): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-quality-'))
  try {
    const documents = input.data.flatMap((path) => goldRows<GoldDocument>(path))
    const gold = join(folder, 'gold.jsonl')
    const records = join(folder, 'records.jsonl')
    writeFileSync(gold, documents.map((row) => JSON.stringify(row)).join('\n'))
    writeFileSync(records, readAll(documents, input.gazetteer))
    const result = spawnSync(process.execPath, [scorer, gold, records, '--json', '--errors'], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    if (result.status !== 0) throw new Error(`${scorer} failed: ${result.stderr}`)
    for (const line of result.stderr.split('\n').filter((text) => text.startsWith('{')))
      input.error(JSON.parse(line) as Record<string, unknown>)
    return JSON.parse(result.stdout)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readAll(documents: readonly GoldDocument[], gazetteer: Gazetteer): string {
  return documents
    .map((row) => readGold(row, gazetteer))
    .filter((reading) => reading !== null)
    .map((reading) => JSON.stringify(reading))
    .join('\n')
}
