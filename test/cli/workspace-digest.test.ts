import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { runCli } from '../support/run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'cairn-digest-'))
const workspace = join(folder, 'workspace')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const REPORTS = [
  {
    id: 'kharkiv',
    text: 'At least 4 children were killed when shells hit a market in Kharkiv on Monday, the regional governor said.',
    published: '2022-05-24',
    outlet: 'Harbour Wire',
  },
  {
    id: 'deutsch',
    text: 'Bei einem Angriff auf Charkiw sind nach Angaben der Behörden mehrere Menschen ums Leben gekommen und verletzt worden.',
    published: '2022-05-25',
    outlet: 'Elbstimme',
  },
]
const digest = (...args: readonly string[]) => runCli(['digest', ...args, '--workspace', workspace])
const MAY = ['--since', '2022-05-01', '--until', '2022-05-31']

beforeAll(() => {
  const input = REPORTS.map((report) => `${JSON.stringify(report)}\n`).join('')
  const args = ['ingest', '-', '--input-format', 'jsonl', '--workspace', workspace, '--workers', '1']
  expect(runCli(args, { input }).code).toBe(0)
})

test('without a reviewed incident it tells none, and says how to go on', () => {
  const { code, out, err } = digest(...MAY)
  expect(code).toBe(0)
  expect(out).toContain('No incident of the period has been reviewed by a person')
  expect(out).not.toContain('4 children')
  expect(err).toContain('--unreviewed')
})

test('with the proposals it tells them, marked, with their source', () => {
  const { code, out, err } = digest(...MAY, '--unreviewed', '--country', 'ua')
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^### .*Kharkiv.*\(not reviewed\)$/mu)
  expect(out).toContain(
    'The current count was at least 4 children killed, by regional governor in Harbour Wire on 24 May 2022 [',
  )
  expect(out).toContain('1 of 2 documents in the period was in a language that is not covered (50 %)')
})

test('another country holds nothing', () => {
  expect(digest(...MAY, '--unreviewed', '--country', 'YE').out).toContain('this is no evidence that nothing happened')
})

test('HTML goes to a file, and that it left is in the custody log', () => {
  const file = join(folder, 'may.html')
  expect(digest(...MAY, '--unreviewed', '--format', 'html', '-o', file)).toMatchObject({ code: 0, out: '' })
  expect(readFileSync(file, 'utf8')).toMatch(/^<!DOCTYPE html>/u)
  const { out } = runCli(['verify', '--workspace', workspace])
  expect(out).toContain('All is as it was')
})

test.each([
  [['--since', '2022-05-31', '--until', '2022-05-01'], 'The period ends (2022-05-01) before it begins'],
  [['--since', 'May', '--until', '2022-05-01'], 'Write it like'],
  [['--since', '2022-05-01'], '--until'],
])('%j is wrong usage', (args, message) => {
  const { code, err } = digest(...args)
  expect(code).toBe(2)
  expect(err).toContain(message)
})
