import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Where the gold sets lie: `CAIRN_GOLD`, else `../shared/gold` beside the checkout. They are never part of the project. */
export const GOLD_FOLDER = resolve(process.env['CAIRN_GOLD'] ?? resolve(import.meta.dirname, '../../../shared/gold'))

/** The rows of a JSONL file, gzip or plain. */
export function goldRows<Row>(path: string): Row[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row)
}

export function isThere(path: string): boolean {
  return existsSync(path)
}
