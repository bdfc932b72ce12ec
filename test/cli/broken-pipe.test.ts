import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { makeReports } from '../support/make-reports.ts'
import { runCli, startCli } from '../support/run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'cairn-pipe-'))
const workspace = ['--workspace', join(folder, 'workspace')]
beforeAll(() => {
  const path = join(folder, 'reports.jsonl')
  writeFileSync(path, makeReports(400))
  expect(runCli(['ingest', path, ...workspace]).code).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  [['claims', '--json', '--limit', '0']],
  [['claims', '--jsonl', '--limit', '0']],
  [['claims', '--limit', '0']],
  [['documents', '--json', '--limit', '0']],
  [['incidents', '--json', '--limit', '0']],
  [['incidents', '--limit', '0']],
])('a reader that goes away (cairn %s | head) ends it quietly', async (args) => {
  const child = startCli([...args, ...workspace])
  let err = ''
  child.stderr.on('data', (chunk) => (err += String(chunk)))
  await once(child.stdout, 'data')
  child.stdout.destroy()
  const [code] = await once(child, 'exit')
  expect([code, err]).toEqual([0, ''])
})
