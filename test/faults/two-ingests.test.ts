import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { makeReports } from '../support/make-reports.ts'
import { runCli, startCli } from '../support/run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'cairn-two-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function finished(args: readonly string[]): Promise<{ readonly code: number | null; readonly err: string }> {
  const child = startCli(args)
  let err = ''
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString('utf8')
  })
  child.stdout.resume()
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, err })))
}

test('two ingests at once on one workspace: both finish, nothing is doubled', async () => {
  const workspace = join(folder, 'workspace')
  const [shared, first, second] = ['shared.jsonl', 'first.jsonl', 'second.jsonl'].map((name) => join(folder, name))
  writeFileSync(shared ?? '', makeReports(150))
  writeFileSync(first ?? '', makeReports(150, 1000))
  writeFileSync(second ?? '', makeReports(150, 2000))
  expect(runCli(['init', '--workspace', workspace]).code).toBe(0)
  const common = ['--workspace', workspace, '--workers', '1']
  const runs = await Promise.all([
    finished(['ingest', shared ?? '', first ?? '', ...common]),
    finished(['ingest', second ?? '', shared ?? '', ...common]),
  ])
  expect(runs).toEqual([
    { code: 0, err: '' },
    { code: 0, err: '' },
  ])
  const documents = runCli(['documents', '--workspace', workspace, '--jsonl', '--limit', '0']).out.trim().split('\n')
  const ids = new Set(documents.map((line) => (JSON.parse(line) as { captureId: string }).captureId))
  expect([documents.length, ids.size]).toEqual([450, 450])
  const verified = runCli(['verify', '--workspace', workspace, '--json'])
  expect(JSON.parse(verified.out)).toMatchObject({ captures: 450, faults: [] })
  expect(runCli(['ingest', shared ?? '', '--workspace', workspace]).out).toContain(
    '0 new captures, 150 were there already',
  )
}, 120_000)
