import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { makeReports } from '../support/make-reports.ts'
import { type CliRun, runCli } from '../support/run-cli.ts'

const REPORTS = 20
const folder = mkdtempSync(join(tmpdir(), 'cairn-upkeep-'))
const workspace = join(folder, 'workspace')
const input = join(folder, 'reports.jsonl')
let listed: Listed

interface Listed {
  readonly claims: string
  readonly documents: string
  readonly incidents: string
}

beforeAll(() => {
  writeFileSync(input, makeReports(REPORTS))
  expect(runCli(['ingest', input, '--workspace', workspace, '--workers', '1']).code).toBe(0)
  listed = list(workspace)
  expect(listed.claims.split('\n').length).toBeGreaterThan(REPORTS)
  expect(listed.incidents).toContain('"id"')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function list(at: string): Listed {
  const lines = (what: string): string => runCli([what, '--workspace', at, '--jsonl', '--limit', '0']).out
  return { claims: lines('claims'), documents: lines('documents'), incidents: lines('incidents') }
}

function copyOf(name: string): string {
  const copy = join(folder, name)
  cpSync(workspace, copy, { recursive: true })
  return copy
}

function verify(at: string): CliRun & { readonly faults: readonly unknown[] } {
  const run = runCli(['verify', '--workspace', at, '--json'])
  return { ...run, ...(JSON.parse(run.out) as { readonly faults: readonly unknown[] }) }
}

function removeDatabase(at: string): void {
  for (const name of readdirSync(at)) if (name.startsWith('cairn.db')) rmSync(join(at, name))
}

function damage(path: string, from: number, bytes: string): void {
  const content = readFileSync(path)
  content.set(Buffer.from(bytes), from)
  writeFileSync(path, content)
}

describe('cairn rebuild', () => {
  test.each([
    ['gone', removeDatabase],
    ['damaged', (at: string) => damage(join(at, 'cairn.db'), 0, 'not a database at all')],
    ['whole', () => undefined],
  ])('makes the database again where it is %s, with the same lists to the byte', (name, harm) => {
    const at = copyOf(`rebuild-${name}`)
    harm(at)
    const { code, out } = runCli(['rebuild', '--workspace', at])
    expect(out).toContain(`${REPORTS} captures, ${REPORTS} readings as they were logged.`)
    expect(code).toBe(0)
    expect(existsSync(join(at, 'incidents.db'))).toBe(false)
    expect(list(at)).toEqual(listed)
    // The next run finds nothing to clear away and nothing to do.
    const { out: next } = runCli(['ingest', input, '--workspace', at, '--workers', '1'])
    expect(next).toContain(`0 new captures, ${REPORTS} were there already; 0 documents read`)
    expect(verify(at)).toMatchObject({ code: 0, captures: REPORTS, faults: [] })
  })

  test('makes nothing from a log that was changed', () => {
    const at = copyOf('rebuild-forged')
    removeDatabase(at)
    const log = readFileSync(join(at, 'custody.log'), 'utf8')
    writeFileSync(join(at, 'custody.log'), log.replace('report-7', 'report-8'))
    const { code, err } = runCli(['rebuild', '--workspace', at])
    expect(err).toMatch(/^cairn: Nothing was made again, as the custody log does not hold: .*"cairn verify"/u)
    expect(err).not.toMatch(/\.js:\d/u)
    expect(code).toBe(1)
    expect(existsSync(join(at, 'cairn.db'))).toBe(false)
  })

  test('names what the archive cannot give any more', () => {
    const at = copyOf('rebuild-lost')
    removeDatabase(at)
    const [file = ''] = readdirSync(join(at, 'archive'))
    damage(join(at, 'archive', file), 2000, 'XX')
    const { code, err, out } = runCli(['rebuild', '--workspace', at])
    expect(err).toMatch(/^cairn: lost: cap-[0-9a-f]{32} \(urn:cairn:line:report-\d+\): /u)
    expect(out).toContain(`${REPORTS - 1} captures`)
    expect(code).toBe(6)
  })
})

describe('cairn backup and restore', () => {
  const backup = join(folder, 'backup')
  beforeAll(() => {
    const { code, out } = runCli(['backup', backup, '--workspace', workspace])
    expect(out).toContain(`Copied ${REPORTS} captures and ${REPORTS} readings`)
    expect(code).toBe(0)
  })

  function restore(from: string, name: string): CliRun & { readonly at: string } {
    const at = join(folder, name)
    return { at, ...runCli(['restore', from, '--workspace', at]) }
  }

  test('leave out what is derived', () => {
    expect(readdirSync(workspace)).toContain('incidents.db')
    const held = readdirSync(backup, { recursive: true, encoding: 'utf8' })
    expect(held.filter((name) => /incidents|cairn\.db/u.test(name))).toEqual([])
  })

  test('give a workspace with the same lists to the byte, which verifies and goes on', () => {
    const { at, code } = restore(backup, 'restored')
    expect(code).toBe(0)
    expect(list(at)).toEqual(listed)
    expect(verify(at)).toMatchObject({ code: 0, captures: REPORTS, faults: [] })
    writeFileSync(join(folder, 'more.jsonl'), makeReports(5, REPORTS))
    const { out } = runCli(['ingest', input, join(folder, 'more.jsonl'), '--workspace', at, '--workers', '1'])
    expect(out).toContain(`5 new captures, ${REPORTS} were there already; 5 documents read`)
    expect(verify(at)).toMatchObject({ code: 0, faults: [] })
  })

  test.each([
    ['a changed file', (at: string) => damage(join(at, 'readings.ndjson'), 500, '9'), /readings\.ndjson was changed/u],
    ['a missing file', (at: string) => rmSync(join(at, 'captures.ndjson')), /captures\.ndjson is missing/u],
    ['no manifest', (at: string) => rmSync(join(at, 'manifest.json')), /manifest\.json is missing: this is no backup/u],
    [
      'a manifest that leads out of the folder',
      (at: string) => {
        const text = readFileSync(join(at, 'manifest.json'), 'utf8')
        writeFileSync(join(at, 'manifest.json'), text.replace('workspace/custody.pub', 'workspace/../../planted'))
      },
      /names "workspace\/\.\.\/\.\.\/planted", which leads out of the folder/u,
    ],
  ])('%s: nothing is restored', (name, harm, message) => {
    const bad = join(folder, `backup of ${name}`)
    cpSync(backup, bad, { recursive: true })
    harm(bad)
    const { at, code, err } = restore(bad, `restored of ${name}`)
    expect(err).toMatch(message)
    expect(err.trim().split('\n')).toHaveLength(1)
    expect([1, 2]).toContain(code)
    expect(existsSync(at)).toBe(false)
  })

  test.each([
    ['backup', 'in the workspace', () => ['backup', join(workspace, 'copy')], /lies in the workspace itself/u],
    ['backup', 'where a file is', () => ['backup', input], /is there already and not an empty folder/u],
    ['restore', 'over a workspace', () => ['restore', backup], /is a workspace already/u],
  ])('%s %s is refused', (_, __, args, message) => {
    const { code, err } = runCli([...args(), '--workspace', workspace])
    expect(err).toMatch(message)
    expect(code).toBe(2)
  })

  test('restore fills an empty folder, as the root of a disk is', () => {
    const at = join(folder, 'disk')
    mkdirSync(join(at, 'lost+found'), { recursive: true })
    expect(restore(backup, 'disk').code).toBe(0)
    expect(verify(at).faults).toEqual([])
    expect(readdirSync(at).filter((name) => name.startsWith('.'))).toEqual([])
  })
})
