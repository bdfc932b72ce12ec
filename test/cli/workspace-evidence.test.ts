import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { makeReports } from '../support/make-reports.ts'
import { type CliRun, runCli } from '../support/run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'cairn-evidence-'))
const workspace = join(folder, 'workspace')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeAll(() => {
  const input = makeReports(5)
  expect(runCli(['ingest', '-', '--workspace', workspace, '--workers', '1'], { input }).code).toBe(0)
})

function copyOf(name: string): string {
  const copy = join(folder, name)
  cpSync(workspace, copy, { recursive: true })
  return copy
}

describe('cairn prove and cairn verify FILE', () => {
  const proof = join(folder, 'proof.wacz')
  let made: CliRun
  let key = ''
  let claimId = ''
  beforeAll(() => {
    const claims = runCli(['claims', '--measure', 'killed', '--workspace', workspace, '--limit', '1', '--jsonl'])
    claimId = (JSON.parse(claims.out) as { readonly id: string }).id
    made = runCli(['prove', claimId.slice(0, 14), '-o', proof, '--workspace', workspace])
    key = /--key (\S+)/u.exec(made.out)?.[1] ?? ''
  })

  test('a claim is proven to somebody without the workspace, by the key that its owner published', () => {
    expect(made.out).toContain(`the proof of ${claimId}, `)
    expect(made.code).toBe(0)
    const elsewhere = mkdtempSync(join(tmpdir(), 'cairn-elsewhere-'))
    cpSync(proof, join(elsewhere, 'got it.wacz'))
    const env = { CAIRN_WORKSPACE: join(elsewhere, 'no workspace') }
    const verify = (...args: readonly string[]) => runCli(['verify', join(elsewhere, 'got it.wacz'), ...args], { env })
    const held = verify('--key', key)
    expect(held.out).toContain('The proof holds.')
    expect([held.code, held.err]).toEqual([0, ''])
    const other = verify('--key', 'cairn.custody/0000000000000000', '--json')
    expect(JSON.parse(other.out)).toMatchObject({ schema: 'cairn/proof-check@1', passed: false })
    expect(other.code).toBe(6)
    rmSync(elsewhere, { recursive: true })
  })

  test.each([
    ['a byte of it', (bytes: Buffer) => bytes.fill((bytes[900] ?? 0) ^ 1, 900, 901)],
    ['its end', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40)],
    ['all of it', () => Buffer.from('no proof at all')],
  ])('changed in %s it does not hold: exit code 6', (_, change) => {
    const path = join(folder, 'changed.wacz')
    writeFileSync(path, change(readFileSync(proof)))
    const { code, out, err } = runCli(['verify', path])
    expect(out).toMatch(/^FAILED {2}.*The proof does not hold: /msu)
    expect([code, err]).toEqual([6, ''])
  })

  test.each([
    ['an id that nothing has', () => ['prove', 'c-nothing'], 4, /no claim and no capture begins with c-nothing/u],
    ['an id that several have', () => ['prove', 'cap-'], 2, /5 things begin with cap-; give more of the id/u],
    ['a file that is there', () => ['prove', claimId, '-o', proof], 2, /proof\.wacz is there already/u],
    ['a file that is not there', () => ['verify', join(folder, 'none.wacz')], 2, /none\.wacz cannot be read/u],
  ])('%s is told', (_, args, exitCode, message) => {
    const { code, err } = runCli([...args(), '--workspace', workspace])
    expect(err).toMatch(message)
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(code).toBe(exitCode)
  })
})

describe('cairn verify', () => {
  test('answers for each capture, and names a fault with the capture that it touches', () => {
    const at = copyOf('verify')
    const whole = runCli(['verify', '--workspace', at, '--jsonl'])
    const answers = whole.out.trim().split('\n')
    expect(answers.map((line) => (JSON.parse(line) as { readonly fault: unknown }).fault)).toEqual(Array(5).fill(null))
    expect(whole.code).toBe(0)
    const { location } = capturesOf(at)[4] ?? { location: null }
    truncateSync(join(at, 'archive', location?.file ?? ''), (location?.offset ?? 0) + 10)
    const { code, out } = runCli(['verify', '--workspace', at], { env: { COLUMNS: '80' } })
    expect(out.replaceAll(/\s+/gu, ' ')).toMatch(
      /^archive: \S+\.warc\.gz, byte \d+: .* \[truncated\] 1 fault in 5 captures and \d+ log entries\. $/u,
    )
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
    expect(code).toBe(6)
  })

  test('names damaged incidents and what makes them again, which it does', () => {
    const at = copyOf('incidents')
    const listed = (): string => runCli(['incidents', '--workspace', at, '--jsonl']).out
    const before = listed()
    expect(before).toContain('"id"')
    const path = join(at, 'incidents.db')
    const bytes = readFileSync(path)
    writeFileSync(path, bytes.fill((bytes[9000] ?? 0) ^ 1, 9000, 9001))
    const { code, out } = runCli(['verify', '--workspace', at, '--json'])
    const { faults } = JSON.parse(out) as { readonly faults: readonly unknown[] }
    expect(faults).toEqual([
      expect.objectContaining({
        part: 'incidents',
        reason: 'damaged',
        message: expect.stringMatching(
          /bytes 8192 to 12287: .*No evidence is touched: delete incidents\.db, which is derived, and "cairn incidents" makes it again\.$/u,
        ),
      }),
    ])
    expect(code).toBe(6)
    rmSync(path)
    expect(listed()).toBe(before)
    expect(runCli(['verify', '--workspace', at]).code).toBe(0)
  })

  interface Capture {
    readonly kind: string
    readonly location: { readonly file: string; readonly offset: number }
  }
  const capturesOf = (at: string): readonly Capture[] =>
    readFileSync(join(at, 'custody.log'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Capture)
      .filter(({ kind }) => kind === 'capture')
})

describe('cairn doctor', () => {
  interface Finding {
    readonly level: string
    readonly message: string
    readonly advice: string | null
  }

  test('finds nothing wrong with a workspace that is well', () => {
    const { code, out } = runCli(['doctor', '--workspace', workspace, '--json'])
    const findings = JSON.parse(out) as readonly Finding[]
    expect(findings.filter(({ level }) => level === 'fault')).toEqual([])
    expect(findings.map(({ message }) => message)).toContain('5 captures: 5 read, 0 not readable, 0 waiting.')
    expect(code).toBe(0)
  })

  test.each<readonly [what: string, harm: (at: string) => void, code: number, message: RegExp, advice: RegExp]>([
    [
      'no key',
      (at) => rmSync(join(at, 'keys/custody.key')),
      6,
      /custody\.key is missing/u,
      /Restore it from a backup/u,
    ],
    ['a key for all', (at) => chmodSync(join(at, 'keys/custody.key'), 0o644), 0, /Others .* can read/u, /^chmod 600 /u],
    ['no database', (at) => rmSync(join(at, 'cairn.db')), 6, /cairn\.db is missing/u, /cairn rebuild/u],
    [
      'a newer format',
      (at) => writeFileSync(join(at, 'workspace.json'), '{"schema": "cairn/workspace@2"}'),
      6,
      /says "cairn\/workspace@2"; this Cairn works with cairn\/workspace@1/u,
      /Use the version of Cairn that made it/u,
    ],
    ['no incidents', (at) => rmSync(join(at, 'incidents.db')), 0, /not merged/u, /"cairn incidents" merges them/u],
    [
      'broken incidents',
      (at) => writeFileSync(join(at, 'incidents.db'), 'x'.repeat(9000)),
      0,
      /not merged/u,
      /"cairn incidents" merges them/u,
    ],
    [
      'a broken database',
      (at) => writeFileSync(join(at, 'cairn.db'), 'x'.repeat(9000)),
      6,
      /cairn\.db/u,
      /cairn rebuild/u,
    ],
  ])('%s: what it is and what to do', (what, harm, exitCode, message, advice) => {
    const at = copyOf(`doctor ${what}`)
    harm(at)
    const { code, out, err } = runCli(['doctor', '--workspace', at, '--json'])
    const wrong = (JSON.parse(out) as readonly Finding[]).filter(({ level }) => level !== 'ok')
    expect(wrong).toEqual([
      expect.objectContaining({ message: expect.stringMatching(message), advice: expect.stringMatching(advice) }),
    ])
    expect([code, err]).toEqual([exitCode, ''])
  })
})
