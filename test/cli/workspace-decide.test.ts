import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type CliRun, runCli } from '../support/run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'cairn-decide-'))
const workspace = join(folder, 'workspace')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const REPORTS = [
  {
    id: 'wire',
    text: 'At least 4 people were killed when shells hit a market in Kharkiv on Monday, the regional governor said.',
    published: '2022-05-24',
    outlet: 'Harbour Wire',
  },
  {
    id: 'post',
    text: 'Shells hit a market in Kharkiv on Monday. Seven people were killed, a hospital official said.',
    published: '2022-05-25',
    outlet: 'Crescent Post',
  },
  {
    id: 'goma',
    text: 'Eleven people were killed when a bomb exploded at a camp in Goma on Tuesday, the health ministry said.',
    published: '2023-11-22',
    outlet: 'Lake Courier',
  },
]

const run = (...args: readonly string[]): CliRun =>
  runCli([...args, '--workspace', workspace], { env: { CAIRN_ACTOR: 'Zoe Reviewer', COLUMNS: '160' } })
const json = <T>(...args: readonly string[]): T => JSON.parse(run(...args, '--json').out) as T

interface Incident {
  readonly id: string
  readonly previousIds: readonly string[]
  readonly status: string
  readonly grade: { readonly value: string }
  readonly figures: readonly { readonly measure: string; readonly low: number | null; readonly high: number | null }[]
  readonly documents: readonly { readonly captureId: string }[]
}
interface Decided {
  readonly decision: { readonly id: string; readonly at: string; readonly actor: string; readonly reason: string }
  readonly changes: readonly { readonly field: string; readonly before: string | null; readonly after: string | null }[]
}

const incidentAt = (place: string): Incident | undefined => json<readonly Incident[]>('incidents', '--place', place)[0]
const idAt = (place: string): string => incidentAt(place)?.id ?? ''
const claimOf = (outlet: string): string =>
  json<readonly { readonly id: string }[]>('claims', '--outlet', outlet, '--kind', 'figure')[0]?.id ?? ''
const decide = (...args: readonly string[]): Decided => json('decide', ...args, '--reason', 'WHYTOLD')
const told = ({ changes }: Decided): readonly string[] =>
  changes.map(({ field, before, after }) => `${field}: ${before ?? '-'} > ${after ?? '-'}`)

/** Of the incidents, and of the figure that the report of Goma gives. */
const ids = { goma: '', kharkiv: '', claim: '', redactedAt: '' }
/** Who decided, why, the note, and the words of the redacted claim. */
const HELD_BACK = /Zoe|WHYTOLD|NOTETOLD|Eleven/u

beforeAll(() => {
  const input = REPORTS.map((report) => `${JSON.stringify(report)}\n`).join('')
  const args = ['ingest', '-', '--input-format', 'jsonl', '--workspace', workspace, '--workers', '1']
  expect(runCli(args, { input }).code).toBe(0)
  Object.assign(ids, { goma: idAt('goma'), kharkiv: idAt('kharkiv'), claim: claimOf('Lake') })
})

describe('cairn decide', () => {
  test('corrects a figure, tells what changed, and undoes it', () => {
    const { claim } = ids
    const corrected = decide('correct', claim.slice(0, 8), '--low', '5', '--high', '8', '--who', 'children,civilians')
    expect(corrected.decision).toMatchObject({ actor: 'Zoe Reviewer', reason: 'WHYTOLD' })
    expect(told(corrected).slice(0, 2)).toEqual(['killed people low: 11 > 5', 'killed people high: 11 > 8'])
    expect(incidentAt('goma')?.figures).toMatchObject([{ low: 5, high: 8 }])
    const undone = decide('undo', corrected.decision.id)
    expect(told(undone).slice(0, 2)).toEqual(['killed people low: 5 > 11', 'killed people high: 8 > 11'])
    expect(incidentAt('goma')?.figures).toMatchObject([{ low: 11, high: 11 }])
  })

  test('rejects a claim, and accepts it after all', () => {
    const { claim } = ids
    expect(told(decide('reject', claim))).toContain('killed people low: 11 > -')
    expect(told(decide('accept', claim))).toContain('killed people low: - > 11')
  })

  test('redacts its words wherever they are quoted', () => {
    expect(run('show', ids.goma).out).toContain('"Eleven"')
    ids.redactedAt = decide('redact', ids.claim).decision.at
    const { out } = run('show', ids.goma)
    expect(out).not.toContain('Eleven')
    expect(out).toContain('[redacted]')
    expect(run('history', ids.goma).out).toContain('words hidden')
  })

  test.each<[string, () => readonly string[], 'mark' | 'none']>([
    ['claims', () => ['claims', '--limit', '0'], 'mark'],
    ['claims as JSON', () => ['claims', '--json', '--limit', '0'], 'mark'],
    ['documents', () => ['documents', '--json'], 'none'],
    ['incidents', () => ['incidents', '--json'], 'none'],
    ['the record as JSON', () => ['show', ids.goma, '--json'], 'none'],
    ['history as JSON', () => ['history', ids.goma, '--json'], 'none'],
    [
      'the record as it was before they were redacted',
      () => ['as-of', new Date(Date.parse(ids.redactedAt) - 1).toISOString(), ids.goma],
      'mark',
    ],
    ['decisions', () => ['decisions', '--json'], 'none'],
    ['what may have been meant', () => ['decide', 'reject', 'c-', '--reason', 'x'], 'mark'],
    [
      'a digest for the house',
      () => ['digest', '--full', '--unreviewed', '--since', '2020-01-01', '--until', '2030-01-01'],
      'mark',
    ],
  ])('nobody reads them in %s', (_, args, shown) => {
    const { out, err } = run(...args())
    expect(out + err).not.toContain('Eleven')
    if (shown === 'mark') expect(out + err).toMatch(/\\?\[redacted\\?\]/u)
    expect(out + err).not.toBe('')
  })

  test('nor in any file of an export for the house; the page is left out of the evidence', () => {
    const out = join(folder, 'house')
    const { code, err } = run('export', '--format', 'all', '--full', '--unreviewed', '--output', out)
    expect(code).toBe(0)
    expect(err).toContain('words were redacted in 1 of the captures')
    for (const name of readdirSync(out))
      expect(`${name}: ${readFileSync(join(out, name), 'latin1')}`).not.toContain('Eleven')
    expect(readFileSync(join(out, 'claims.csv'), 'utf8')).toContain('[redacted]')
    const args = ['export', '--format', 'wacz', '--full', '--unreviewed', '--with-redacted', '--output', `${out}.wacz`]
    expect(run(...args).err).toContain('the evidence bundle holds words that were redacted')
    expect(run('export', '--with-redacted')).toMatchObject({ code: 2, out: '' })
  })

  test('its proof is made only for who asks for it', () => {
    const path = join(folder, 'proof.wacz')
    expect(run('prove', ids.claim, '-o', path)).toMatchObject({ code: 2, out: '' })
    const { code, err } = run('prove', ids.claim, '-o', path, '--with-redacted')
    expect([code, err]).toEqual([0, 'cairn: the proof holds words that were redacted in the record.\n'])
  })

  test('sets grade and status and writes notes, which the list and the page show', () => {
    expect(told(decide('grade', ids.goma, 'contested'))).toEqual(['grade: weak > contested'])
    expect(told(decide('status', ids.goma, 'reviewed'))).toEqual(['status: machine > reviewed'])
    decide('note', ids.goma, 'NOTETOLD the ministry')
    expect(incidentAt('goma')).toMatchObject({ status: 'reviewed', grade: { value: 'contested' } })
    const page = run('show', ids.goma).out
    for (const words of ['Decisions', 'Zoe Reviewer', 'WHYTOLD', 'NOTETOLD the ministry']) expect(page).toContain(words)
  })

  test('for the public neither actor, reason nor note leaves', () => {
    const out = join(folder, 'out')
    expect(run('export', '--format', 'all', '--output', out).code).toBe(0)
    const names = readdirSync(out)
    expect(names.length).toBeGreaterThan(6)
    for (const name of names) expect(`${name}: ${readFileSync(join(out, name), 'latin1')}`).not.toMatch(HELD_BACK)
    expect(run('digest', '--since', '2020-01-01', '--until', '2030-01-01').out).not.toMatch(HELD_BACK)
  })

  test('merges, splits by capture, and finds an incident by the id it had', () => {
    const { kharkiv, goma } = ids
    const merged = decide('merge', kharkiv, goma)
    const gone = merged.changes.find(({ field, after }) => field === 'incident' && after !== null)
    const whole = json<Incident>('show', kharkiv)
    expect(whole.documents).toHaveLength(json<Incident>('show', goma).documents.length)
    expect(gone?.after).toBe(whole.id)
    const part = json<readonly { readonly captureId: string }[]>('documents', '--outlet', 'Lake')[0]?.captureId ?? ''
    decide('split', whole.id, '--part', part.slice(0, 12))
    expect([idAt('kharkiv'), idAt('goma')]).toEqual([kharkiv, goma])
    expect(run('verify').code).toBe(0)
  })

  test.each<[string, () => readonly string[], number, RegExp]>([
    ['no reason', () => ['reject', ids.claim], 2, /required option '--reason <text>'/u],
    ['an empty reason', () => ['reject', ids.claim, '--reason', ' '], 2, /--reason must say why/u],
    ['low above high', () => ['correct', ids.claim, '--low', '9', '--high', '2', '--reason', 'x'], 2, /9 is above/u],
    ['nothing to correct', () => ['correct', ids.claim, '--reason', 'x'], 2, /says nothing that is to be put/u],
    [
      'an event type of a figure',
      () => ['correct', ids.claim, '--sub-event', 'Attack', '--reason', 'x'],
      2,
      /of kind figure/u,
    ],
    [
      'an unknown group',
      () => ['correct', ids.claim, '--who', 'robots', '--reason', 'x'],
      2,
      /Allowed choices are civilians/u,
    ],
    [
      'an id of several',
      () => ['reject', 'c-', '--reason', 'x'],
      2,
      /claims begin with c-; give more of the id:\n {2}c-/u,
    ],
    ['an unknown claim', () => ['reject', 'c-none', '--reason', 'x'], 4, /No claim begins with c-none/u],
    ['itself', () => ['merge', ids.goma, ids.goma, '--reason', 'x'], 2, /is named twice/u],
    ['an unknown status', () => ['status', ids.goma, 'done', '--reason', 'x'], 2, /machine, in_review, reviewed/u],
    ['nothing left', () => ['split', ids.goma, '--part', 'cap-', '--reason', 'x'], 2, /would be left/u],
  ])('refuses %s', (_, args, exitCode, message) => {
    const { code, out, err } = run('decide', ...args())
    expect(err).toMatch(message)
    expect([code, out]).toEqual([exitCode, ''])
  })
})

test.each([['show'], ['history'], ['decisions', '--incident'], ['export', '--incident'], ['as-of', '2999-01-01']])(
  '%s %s: an id of several is wrong usage, as in decide, and one of none is not found',
  (...command) => {
    const several = run(...command, 'inc-')
    expect(several).toMatchObject({ code: 2, out: '' })
    expect(several.err).toMatch(/^cairn: \d+ incidents begin with inc-; give more of the id:\n {2}inc-\w+ \S/u)
    expect(run(...command, 'inc-none')).toMatchObject({ code: 4, out: '' })
  },
)

describe('what was decided, what changed, what was known', () => {
  test('cairn decisions lists them with their state', () => {
    const all = json<readonly { readonly action: string; readonly isInForce: boolean }[]>('decisions')
    expect(all.slice(0, 2)).toMatchObject([
      { schema: 'cairn/decision@1', action: 'correct', isInForce: false, conflicts: [] },
      { action: 'undo', isInForce: false },
    ])
    expect(json<readonly unknown[]>('decisions', '--claim', ids.claim)).toHaveLength(4)
    expect(json<readonly unknown[]>('decisions', '--incident', ids.goma).length).toBeGreaterThan(6)
    expect(run('decisions', '--conflicts')).toMatchObject({ code: 4, err: 'cairn: no decision matches.\n' })
    expect(run('decisions', '--incident', 'inc-none').code).toBe(4)
  })

  test('cairn history tells each change with its words or its decision', () => {
    const changes = json<readonly object[]>('history', ids.kharkiv, '--field', 'killed people')
    expect(changes[0]).toMatchObject({
      field: 'killed people low',
      before: null,
      after: '4',
      claim: { quote: 'At least 4 people', claimant: 'the regional governor', outlet: 'Harbour Wire' },
      decision: null,
    })
    expect(json<readonly object[]>('history', ids.goma, '--field', 'grade').at(-1)).toMatchObject({
      before: 'weak',
      after: 'contested',
      claim: null,
      decision: { action: 'set-grade' },
    })
    expect(run('history', ids.goma, '--since', '2999-01-01')).toMatchObject({ code: 4, out: '' })
  })

  test('cairn as-of knows what was received and decided until then', () => {
    expect(run('as-of', '2020-01-01')).toMatchObject({ code: 4, out: '' })
    const graded = json<readonly { readonly action: string; readonly at: string }[]>('decisions').find(
      ({ action }) => action === 'set-grade',
    )
    const at = Date.parse(graded?.at ?? '')
    const gradeAt = (ms: number): string => json<Incident>('as-of', new Date(ms).toISOString(), ids.goma).grade.value
    expect([gradeAt(at - 1), gradeAt(at)]).toEqual(['weak', 'contested'])
    expect(
      json<readonly Incident[]>('as-of', '2999-01-01')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(
      json<readonly Incident[]>('incidents')
        .map(({ id }) => id)
        .sort(),
    )
    expect(run('as-of', 'yesterday').code).toBe(2)
  })

  test('a database that is made again says the same', () => {
    const before = run('incidents', '--json').out
    expect(run('rebuild').out).toMatch(/\d+ decisions are in it again/u)
    expect(run('incidents', '--json').out).toBe(before)
    expect(run('verify').code).toBe(0)
  })
})
