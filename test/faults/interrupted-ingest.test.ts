import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { makeReports } from '../support/make-reports.ts'
import { runCli, startCli } from '../support/run-cli.ts'

const REPORTS = 150
const folder = mkdtempSync(join(tmpdir(), 'cairn-interrupted-'))
const input = join(folder, 'reports.jsonl')
beforeAll(() => writeFileSync(input, makeReports(REPORTS)))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function start(workspace: string) {
  const child = startCli(['ingest', input, '--workspace', workspace, '--workers', '1', '--jsonl'])
  const told = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (told.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (told.err += chunk.toString()))
  return { child, told }
}

function expectWhole(workspace: string): void {
  const report = JSON.parse(runCli(['ingest', input, '--workspace', workspace, '--workers', '1', '--json']).out)
  expect((report.captured as number) + (report.known as number)).toBe(REPORTS)
  const verified = JSON.parse(runCli(['verify', '--workspace', workspace, '--json']).out)
  expect(verified).toMatchObject({ captures: REPORTS, faults: [] })
}

test('Ctrl-C ends with 130 and whole lines, says that it can be gone on with, and it can', async () => {
  const workspace = join(folder, 'ctrl-c')
  const { child, told } = start(workspace)
  await once(child.stdout, 'data')
  child.kill('SIGINT')
  const [code] = await once(child, 'close')
  expect(code).toBe(130)
  expect(told.err).toMatch(/cairn: interrupted\. What was acknowledged is kept; run it again to go on\.\n$/u)
  expect(told.out.endsWith('\n')).toBe(true)
  expectWhole(workspace)
})

test('a reader that goes away (| head) does not end it', async () => {
  const workspace = join(folder, 'head')
  const { child, told } = start(workspace)
  await once(child.stdout, 'data')
  child.stdout.destroy()
  const [code] = await once(child, 'close')
  expect(told.err).not.toMatch(/EPIPE/u)
  expect(code).toBe(0)
  expect(JSON.parse(runCli(['verify', '--workspace', workspace, '--json']).out)).toMatchObject({ captures: REPORTS })
  expectWhole(workspace)
})
