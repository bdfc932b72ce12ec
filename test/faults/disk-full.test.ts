import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { makeReports } from '../support/make-reports.ts'
import { runCli } from '../support/run-cli.ts'

const DOCUMENTS = 400
const folder = mkdtempSync(join(tmpdir(), 'cairn-full-'))
const disk = join(folder, 'disk')
mkdirSync(disk)
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]).status === 0
if (!isMounted) console.log('disk-full: not run, as this user may not mount a small file system (run it as root)')
afterAll(() => {
  if (isMounted) spawnSync('umount', ['-l', disk])
  rmSync(folder, { recursive: true, force: true })
})

test.skipIf(!isMounted)(
  'a full disk is told, and the run goes on once there is space',
  () => {
    const input = join(folder, 'reports.jsonl')
    writeFileSync(input, makeReports(DOCUMENTS))
    const workspace = join(disk, 'workspace')
    const full = runCli(['ingest', input, '--workspace', workspace])
    expect(full.code).toBe(1)
    expect(full.err).toMatch(/disk-full/u)
    expect(full.err).not.toMatch(/ at .*\.js:/u)

    expect(spawnSync('mount', ['-o', 'remount,size=200m', disk]).status).toBe(0)
    const resumed = runCli(['ingest', input, '--workspace', workspace, '--json'])
    expect(resumed.code).toBe(0)
    const report = JSON.parse(resumed.out) as { readonly captured: number; readonly known: number }
    expect(report.captured + report.known).toBe(DOCUMENTS)
    expect(report.known).toBeGreaterThan(0)
    expect(JSON.parse(runCli(['verify', '--workspace', workspace, '--json']).out)).toMatchObject({
      captures: DOCUMENTS,
      faults: [],
    })
  },
  180_000,
)
