import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { makeReports } from '../support/make-reports.ts'
import { runCli } from '../support/run-cli.ts'
import { verifyFolder } from '../support/verify-folder.ts'

/** CAIRN_FAULT_FLIPS=1000 is the long form. */
const FLIPS = Number(process.env['CAIRN_FAULT_FLIPS'] ?? 30)
const folder = mkdtempSync(join(tmpdir(), 'cairn-flips-'))
const original = join(folder, 'original')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A small generator, so that a failure can be run again. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

test(`${FLIPS} random single-byte changes over archive, log, decisions and database are all found and named`, async () => {
  const input = join(folder, 'reports.jsonl')
  writeFileSync(input, makeReports(60))
  expect(runCli(['ingest', input, '--workspace', original]).code).toBe(0)
  const [claim] = JSON.parse(runCli(['claims', '--limit', '1', '--json', '--workspace', original]).out) as readonly {
    readonly id: string
  }[]
  for (const action of ['reject', 'accept'])
    expect(runCli(['decide', action, claim?.id ?? '', '--reason', 'a test', '--workspace', original])).toMatchObject({
      code: 0,
    })
  expect(await verifyFolder(original)).toEqual([])
  const files = readdirSync(original, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) =>
        /^(?:archive\/|custody\.|decisions\.|cairn\.db$)/u.test(name) && statSync(join(original, name)).size > 0,
    )
    .sort()
  expect(files.length).toBeGreaterThanOrEqual(6)

  const next = random(20_220_524)
  const unnoticed: string[] = []
  const unnamed: string[] = []
  for (let i = 0; i < FLIPS; i++) {
    const name = files[i % files.length] ?? ''
    const copy = join(folder, 'copy')
    rmSync(copy, { recursive: true, force: true })
    cpSync(original, copy, { recursive: true })
    const bytes = readFileSync(join(copy, name))
    const at = Math.floor(next() * bytes.length)
    const mask = 1 << Math.floor(next() * 8)
    bytes[at] = (bytes[at] ?? 0) ^ mask
    writeFileSync(join(copy, name), bytes)
    const faults = await verifyFolder(copy)
    const part = name.startsWith('archive/')
      ? 'archive'
      : name.startsWith('custody')
        ? 'custody'
        : name.startsWith('decisions')
          ? 'decisions'
          : 'database'
    if (faults.length === 0) unnoticed.push(`${name} byte ${at}`)
    else if (!faults.some((fault) => fault.part === part)) unnamed.push(`${name} byte ${at}: ${faults[0]?.message}`)
  }
  expect(unnoticed).toEqual([])
  expect(unnamed).toEqual([])
}, 1_800_000)
