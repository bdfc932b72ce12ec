import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { isRequired } from '../support/is-required.ts'
import { makeReports } from '../support/make-reports.ts'
import { runCli } from '../support/run-cli.ts'

const HAS_STRACE = spawnSync('strace', ['-f', 'true']).status === 0
if (!HAS_STRACE) console.warn('strace is not installed: that what is acknowledged is on the disk was not tested.')

const CLI = resolve(import.meta.dirname, '../../dist/src/cli/main.js')
const REPORTS = 120
const folder = mkdtempSync(join(tmpdir(), 'cairn-fsync-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.runIf(isRequired('strace'))('strace is there, as CAIRN_TEST_REQUIRE asks', () => expect(HAS_STRACE).toBe(true))

type Part = 'archive' | 'log' | 'wal'

function partOf(path: string): Part | null {
  if (path.includes('/archive/') && path.endsWith('.warc.gz')) return 'archive'
  if (path.endsWith('/custody.log')) return 'log'
  return path.endsWith('/cairn.db-wal') ? 'wal' : null
}

const KINDS = { capture: 'captured', reading: 'read' } as const

/** The entries in a write to the custody log, by what the command line says once they are acknowledged. */
function entriesOf(line: string): readonly string[] {
  return line.split(String.raw`\n`).flatMap((entry) => {
    const kind = /\\"kind\\":\\"(capture|reading)\\"/u.exec(entry)?.[1]
    const id = /\\"captureId\\":\\"([^"\\]+)\\"/u.exec(entry)?.[1]
    return (kind === 'capture' || kind === 'reading') && id !== undefined ? [`${KINDS[kind]} ${id}`] : []
  })
}

/** Follows the system calls of an ingest: what was acknowledged before it was on the disk is a fault. */
function followTrace(trace: string) {
  const faults: string[] = []
  const count = { captured: 0, read: 0 }
  const isDirty = { archive: false, log: false, wal: false }
  let [written, logged]: [string[], string[]] = [[], []]
  const durable = new Set<string>()
  /** Flushes that are underway, by thread. */
  const underway = new Map<string, Part>()
  const flushed = (part: Part): void => {
    isDirty[part] = false
    if (part === 'log') [written, logged] = [[], [...logged, ...written]]
    if (part !== 'wal') return
    for (const entry of logged) durable.add(entry)
    logged = []
  }
  for (const line of trace.split('\n')) {
    const thread = line.split(' ', 1)[0] ?? ''
    const part = partOf(/\(\d+<([^>]*)>/u.exec(line)?.[1] ?? '')
    const event = /\\"event\\":\\"(captured|read)\\",\\"captureId\\":\\"([^"\\]+)\\"/u.exec(line)
    if (/ (?:fsync|fdatasync)\(/u.test(line) && part !== null) {
      if (line.includes('<unfinished ...>')) underway.set(thread, part)
      else flushed(part)
    } else if (/<\.\.\. (?:fsync|fdatasync) resumed>/u.test(line)) {
      const ended = underway.get(thread)
      underway.delete(thread)
      if (ended !== undefined) flushed(ended)
    } else if (/ p?writev?(?:64)?\(/u.test(line) && part !== null) {
      isDirty[part] = true
      if (part !== 'log') continue
      if (isDirty.archive) faults.push('the log names what the archive has not flushed')
      written.push(...entriesOf(line))
    } else if (event !== null) {
      const [, what = '', id = ''] = event
      count[what === 'captured' ? 'captured' : 'read']++
      if (!durable.has(`${what} ${id}`)) faults.push(`${what} ${id} was acknowledged before it was flushed`)
    }
  }
  return { faults, count }
}

test.runIf(HAS_STRACE)(
  'archive, log and database are flushed (fsync) before a batch is acknowledged',
  () => {
    const [input, workspace, trace] = ['reports.jsonl', 'workspace', 'trace'].map((name) => join(folder, name))
    writeFileSync(input ?? '', makeReports(REPORTS))
    expect(runCli(['init', '--workspace', workspace ?? '']).code).toBe(0)
    const calls = [
      '-f',
      '-y',
      '-s',
      '1000000',
      '-e',
      'trace=fsync,fdatasync,write,writev,pwrite64,pwritev',
      '-o',
      trace ?? '',
    ]
    const run = [
      process.execPath,
      CLI,
      'ingest',
      input ?? '',
      '--workspace',
      workspace ?? '',
      '--jsonl',
      '--workers',
      '1',
    ]
    const { status, stderr } = spawnSync('strace', [...calls, ...run], { encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])

    const { faults, count } = followTrace(readFileSync(trace ?? '', 'utf8'))
    expect(faults).toEqual([])
    expect(count).toEqual({ captured: REPORTS, read: REPORTS })
  },
  120_000,
)
