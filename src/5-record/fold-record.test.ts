import { hash } from 'node:crypto'

import { describe, expect, test } from 'vitest'

import { type MadeUpClaim, madeUpClaim } from '../../test/support/record-claims.ts'
import type { Decision } from '../model/decision.ts'
import type { Position } from '../model/record.ts'
import { foldRecord, type FoldedRecord } from './fold-record.ts'

function fold(
  claims: readonly MadeUpClaim[],
  decisions: readonly Decision[] = [],
  positions: readonly Position[] = [],
): FoldedRecord {
  return foldRecord({
    entries: claims.map(madeUpClaim),
    positionsOf: () => positions,
    policy: 'cairn',
    decisions,
    isOurs: ({ id }) => id === 'i-1',
  })
}

/** "2 May killed people low 39 > 57 because …" */
function told({ history }: FoldedRecord): string[] {
  return history.map(
    ({ at, field, before, after, cause, reason }) =>
      `${at.slice(5, 10)} ${field}: ${before ?? '-'} > ${after ?? '-'} [${cause ?? '-'}] ${reason}`,
  )
}

describe('the history of an incident', () => {
  test('a minimum that falls to 0 as civilian status is contested, and rises again when the side that says so did it', () => {
    const north = { claimant: 'Army', party: 'north', blamed: null, quote: 'we struck the town' }
    const history = told(
      fold(
        [
          { id: 'a', count: '12', who: ['civilians'], on: '2030-05-01' },
          { id: 'b', by: 'Army', party: 'north', count: '12', who: ['combatants'], on: '2030-05-02' },
          { id: 'c', by: 'Army', party: 'north', count: '3', measure: 'injured', on: '2030-05-03' },
        ],
        [],
        [{ ...north, kind: 'accepts', claimId: 'c', receivedAt: '2030-05-03T12:00:00Z' }],
      ),
    )
    expect(history.filter((change) => / (?:civilians|combatants) low/u.test(change))).toEqual([
      '05-02 killed civilians low: - > 0 [b] Army: "12", 2030-05-02',
      '05-02 killed combatants low: - > 0 [b] Army: "12", 2030-05-02',
      '05-03 killed civilians low: 0 > 12 [c] Army: "we struck the town"',
      '05-03 killed combatants low: 0 > 12 [c] Army: "we struck the town"',
    ])
  })

  test('a toll that rises, is disputed and left open', () => {
    const history = told(
      fold([
        { id: 'a', count: '39+', on: '2030-05-01' },
        { id: 'b', count: '50', on: '2030-05-02' },
        {
          id: 'b5',
          count: '5',
          who: ['children'],
          scope: 'subset',
          on: '2030-05-02',
          document: 'Mayor 2030-05-02 50',
          at: 9,
        },
        { id: 'c', by: 'Army', party: 'north', count: '30+', stance: 'accused', on: '2030-05-03' },
        { id: 'd', by: 'Monitor', kind: 'organisation', count: '58+', on: '2030-05-09' },
      ]),
    )
    expect(history).toEqual([
      '05-01 killed people low: - > 39 [a] Mayor: "39+", 2030-05-01',
      '05-01 killed people high: - > open [a] Mayor: "39+", 2030-05-01',
      '05-01 killed people best: - > 39 [a] Mayor: "39+", 2030-05-01',
      '05-01 grade: - > weak [a] grade/one-origin',
      '05-02 killed people low: 39 > 50 [b] Mayor: "50", 2030-05-02; supersedes "39+"',
      '05-02 killed people high: open > 50 [b] Mayor: "50", 2030-05-02; supersedes "39+"',
      '05-02 killed people best: 39 > 50 [b] Mayor: "50", 2030-05-02; supersedes "39+"',
      '05-02 killed children (part) low: - > 5 [b5] Mayor: "5", 2030-05-02',
      '05-02 killed children (part) high: - > 5 [b5] Mayor: "5", 2030-05-02',
      '05-02 killed children (part) best: - > 5 [b5] Mayor: "5", 2030-05-02',
      '05-03 killed people low: 50 > 30 [c] Army: "30+", 2030-05-03',
      '05-03 grade: weak > fair [c] grade/independent-origins: 2',
      '05-09 killed people high: 50 > open [d] Monitor: "58+", 2030-05-09',
      '05-09 killed people best: 50 > 58 [d] Monitor: "58+", 2030-05-09',
    ])
  })

  test('what is published first and captured last changes what was known, not what stands', () => {
    const { history, rows } = fold([
      { id: 'late', count: '39', on: '2030-05-01', received: '2030-05-20T00:00:00Z' },
      { id: 'new', count: '57', on: '2030-05-03', received: '2030-05-04T00:00:00Z' },
    ])
    expect(history.map(({ at, field }) => `${at.slice(5, 10)} ${field}`)).toEqual([
      '05-04 killed people low',
      '05-04 killed people high',
      '05-04 killed people best',
      '05-04 grade',
    ])
    expect(rows[0]?.figure).toMatchObject({ low: 57, high: 57, best: 57 })
  })

  test('forty copies change nothing', () => {
    const copies = Array.from({ length: 40 }, (_, i) => ({
      count: '12',
      document: `copy ${i}`,
      copyOf: 'wire',
      on: '2030-05-02',
      received: `2030-05-03T00:00:${String(i + 10)}Z`,
    }))
    const { history, grade, voices } = fold([{ count: '12', document: 'wire', on: '2030-05-02' }, ...copies])
    expect(history.map(({ field }) => field)).toEqual([
      'killed people low',
      'killed people high',
      'killed people best',
      'grade',
    ])
    expect(grade).toEqual({ value: 'weak', rules: ['grade/one-origin'] })
    expect(voices.map(({ texts }) => [...texts])).toEqual([['wire']])
  })
})

describe('decisions in the history', () => {
  const anchor = {
    documentId: 'sha256:b',
    start: 0,
    end: 2,
    kind: 'figure',
    quoteSha256: hash('sha256', '75'),
  } as const
  const incident = { id: 'i-1', founding: anchor }
  const claims: MadeUpClaim[] = [
    { id: 'a', count: '57', on: '2030-05-01' },
    { id: 'b', by: 'Blogger', count: '75', on: '2030-05-02', document: 'b' },
  ]
  const decide = (id: string, at: string, act: object): Decision =>
    ({ id, at: `${at}T00:00:00Z`, actor: 'Reviewer', reason: 'misread', ...act }) as Decision
  const last = (record: FoldedRecord): string[] => told(record).filter((line) => line.endsWith('misread'))

  test('a rejected claim counts no longer, and does again when that is undone', () => {
    const record = fold(claims, [
      decide('d1', '2030-05-03', { action: 'reject', claim: anchor }),
      decide('d2', '2030-05-04', { action: 'undo', decision: 'd1' }),
    ])
    expect(last(record)).toEqual([
      '05-03 killed people high: 75 > 57 [d1] misread',
      '05-03 killed people best: 75 > 57 [d1] misread',
      '05-03 grade: fair > weak [d1] misread',
      '05-04 killed people high: 57 > 75 [d2] misread',
      '05-04 killed people best: 57 > 75 [d2] misread',
      '05-04 grade: weak > fair [d2] misread',
    ])
  })

  test('a corrected claim counts as corrected, in what is captured later too', () => {
    const correction = { figure: { low: 57, high: 57 } }
    const record = fold(claims, [decide('d1', '2030-04-01', { action: 'correct', claim: anchor, correction })])
    expect(record.rows[0]?.figure).toMatchObject({ low: 57, high: 57 })
    expect(record.history.map(({ at }) => at.slice(0, 10))).not.toContain('2030-04-01')
  })

  test('a grade that a person set stands against later claims', () => {
    const record = fold(claims, [decide('d1', '2030-05-01T13', { action: 'set-grade', incident, grade: 'contested' })])
    expect(record.history.filter(({ field }) => field === 'grade').map(({ after }) => after)).toEqual([
      'weak',
      'contested',
    ])
    expect(record.settings.grade?.value).toBe('contested')
  })

  test('status and notes are record changes', () => {
    const record = fold(claims, [
      decide('d1', '2030-05-03', { action: 'set-status', incident, status: 'in_review' }),
      decide('d2', '2030-05-04', { action: 'note', target: incident, text: 'asked the hospital' }),
    ])
    expect(last(record)).toEqual([
      '05-03 status: machine > in_review [d1] misread',
      '05-04 notes: - > asked the hospital [d2] misread',
    ])
  })
})
