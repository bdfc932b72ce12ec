import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { afterAll, expect, test } from 'vitest'

import { makeReports } from '../support/make-reports.ts'
import { runCli, startCli } from '../support/run-cli.ts'

/** CAIRN_FAULT_ROUNDS=50 is the long form. */
const ROUNDS = Number(process.env['CAIRN_FAULT_ROUNDS'] ?? 3)
/** Kills of one workspace before it is looked at. */
const ROUNDS_EACH = 5
const DOCUMENTS = 600
const folder = mkdtempSync(join(tmpdir(), 'cairn-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Event {
  readonly event: string
  readonly captureId: string
}

/** Starts an ingest, kills it without warning `ms` after its first word, and gives what it had acknowledged. */
async function ingestAndKill(args: readonly string[], ms: number): Promise<readonly Event[]> {
  const child = startCli(args)
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString('utf8')
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  await Promise.race([new Promise((resolve) => child.stdout.once('data', resolve)), ended])
  await Promise.race([wait(ms), ended])
  child.kill('SIGKILL')
  await ended
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Event)
}

test(`kill -9 at ${ROUNDS} random moments of an ingest with a reader open: nothing acknowledged is lost`, async () => {
  const input = join(folder, 'reports.jsonl')
  writeFileSync(input, makeReports(DOCUMENTS))
  const captured = new Set<string>()
  const read = new Set<string>()
  for (let round = 0; round < ROUNDS; round++) {
    const workspace = join(folder, `workspace-${Math.floor(round / ROUNDS_EACH)}`)
    if (round % ROUNDS_EACH === 0) {
      captured.clear()
      read.clear()
    }
    const reader = startCli(['claims', '--workspace', workspace, '--jsonl', '--limit', '0'])
    reader.stdout.pause()
    const args = ['ingest', input, '--workspace', workspace, '--jsonl', '--workers', '1']
    const events = await ingestAndKill(args, (round * 7919) % 900)
    for (const { event, captureId } of events) {
      if (event === 'captured') captured.add(captureId)
      if (event === 'read') read.add(captureId)
    }
    reader.kill('SIGKILL')
    expect(events.length).toBeGreaterThan(0)
    if (round % ROUNDS_EACH === ROUNDS_EACH - 1) check(workspace)
  }
  if (ROUNDS % ROUNDS_EACH !== 0) check(join(folder, `workspace-${Math.floor(ROUNDS / ROUNDS_EACH)}`))

  function check(workspace: string): void {
    const resumed = runCli(['ingest', input, '--workspace', workspace, '--json'])
    expect(resumed.err).toBe('')
    expect(resumed.code).toBe(0)
    const verified = runCli(['verify', '--workspace', workspace, '--json'])
    expect(JSON.parse(verified.out)).toMatchObject({ captures: DOCUMENTS, faults: [] })
    const listed = runCli(['documents', '--workspace', workspace, '--jsonl', '--limit', '0']).out.trim().split('\n')
    const held = new Set(listed.map((line) => (JSON.parse(line) as Event).captureId))
    expect(held.size).toBe(DOCUMENTS)
    expect(listed.length).toBe(DOCUMENTS)
    expect([...captured].filter((id) => !held.has(id))).toEqual([])
    expect([...read].filter((id) => !held.has(id))).toEqual([])
  }
}, 600_000)
