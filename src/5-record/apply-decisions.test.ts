import { describe, expect, test } from 'vitest'

import { madeUpClaim } from '../../test/support/record-claims.ts'
import type { Decision, DecisionAct } from '../model/decision.ts'
import { applyToClaims, findActive, findConflicts } from './apply-decisions.ts'
import { applyToGroups, readSettings, type ReportGroup } from './apply-to-incidents.ts'

let made = 0
const decision = (act: DecisionAct, id = `d${++made}`): Decision => ({
  ...act,
  id,
  at: `2030-05-01T00:00:${String(++made).padStart(2, '0')}Z`,
  actor: 'Reviewer',
  reason: 'checked',
})
const anchor = { documentId: 'sha256:a', start: 10, end: 12, kind: 'figure', quote: '39' } as const
const entries = [madeUpClaim({ id: 'c', count: '39', document: 'a', at: 10 })]

describe('decisions about claims', () => {
  test('a rejected claim is set aside and named with its decision', () => {
    const { entries: kept, rejected } = applyToClaims(entries, [decision({ action: 'reject', claim: anchor }, 'no')])
    expect(kept).toEqual([])
    expect(rejected).toMatchObject([{ state: 'not-counted', by: 'no', rule: 'decision/rejected' }])
  })
  test('accepting it later brings it back', () => {
    const active = [decision({ action: 'reject', claim: anchor }), decision({ action: 'accept', claim: anchor })]
    expect(applyToClaims(entries, active).entries).toEqual(entries)
  })
  test('a correction changes the fields it gives and no words', () => {
    const correction = { figure: { measure: 'injured', high: null }, claimant: 'Hospital', stance: 'accused' } as const
    const [corrected] = applyToClaims(entries, [decision({ action: 'correct', claim: anchor, correction })]).entries
    expect(corrected).toMatchObject({
      claimant: 'Hospital',
      claim: {
        evidence: entries[0]?.claim.evidence,
        attribution: { stance: 'accused' },
        figure: { measure: 'injured', low: 39, high: null, asWritten: '39' },
      },
    })
  })
  test('redaction leaves none of the words', () => {
    const { entries: kept } = applyToClaims(entries, [decision({ action: 'redact', claim: anchor })])
    expect(kept[0]?.claim.evidence).toMatchObject({ start: 10, end: 12, exact: '[redacted]', prefix: '', suffix: '' })
    expect(kept[0]?.claim.figure).toMatchObject({ low: 39, asWritten: '[redacted]' })
  })
  test('a new reading with another claim id keeps the decision', () => {
    const reread = [madeUpClaim({ id: 'other', count: '39', document: 'a', at: 10 })]
    expect(applyToClaims(reread, [decision({ action: 'reject', claim: anchor })]).entries).toEqual([])
  })
  test.each([
    ['the claim is gone', { ...anchor, start: 90, end: 92 }, 'decision/claim-vanished'],
    ['other words stand there', { ...anchor, quote: '40' }, 'decision/words-differ'],
    ['it fits', anchor, null],
    ['the document is of another incident', { ...anchor, documentId: 'sha256:z' }, null],
  ])('%s', (_, claim, rule) => {
    const active = [decision({ action: 'reject', claim })]
    expect(findConflicts(entries, active).map((finding) => finding.rule)).toEqual(rule === null ? [] : [rule])
    if (rule !== null) expect(applyToClaims(entries, active).entries).toEqual(entries)
  })
  test('a correction that fits two claims is applied to neither and shown', () => {
    const two = [...entries, madeUpClaim({ id: 'd', measure: 'injured', count: '39', document: 'a', at: 10 })]
    const active = [decision({ action: 'correct', claim: anchor, correction: { stance: 'denied' } })]
    expect(applyToClaims(two, active).entries).toEqual(two)
    expect(findConflicts(two, active).map(({ rule }) => rule)).toEqual(['decision/ambiguous'])
  })
  test('undoing an undo puts the first decision back in force', () => {
    const first = decision({ action: 'reject', claim: anchor }, 'first')
    const undo = decision({ action: 'undo', decision: 'first' }, 'undo')
    const redo = decision({ action: 'undo', decision: 'undo' }, 'redo')
    const inForce = (decisions: Decision[]): string[] => findActive(decisions).map(({ id }) => id)
    expect(inForce([undo, first])).toEqual([])
    expect(inForce([redo, undo, first])).toEqual(['first'])
  })
})

describe('decisions about incidents', () => {
  const ref = (name: string) => ({ captureId: name, reportId: `r-${name}` })
  const groups: ReportGroup[] = [
    { id: 'i-1', previousIds: [], reports: [ref('a'), ref('b')] },
    { id: 'i-2', previousIds: ['i-0'], reports: [ref('c')] },
  ]
  const merge = decision({ action: 'merge', incidents: ['i-1', 'i-2'] }, 'merge')

  test('a merge keeps the first id and lists the others', () => {
    expect(applyToGroups(groups, [merge]).groups).toEqual([
      { id: 'i-1', previousIds: ['i-0', 'i-2'], reports: [ref('a'), ref('b'), ref('c')] },
    ])
  })
  test('a merge and then the split of the same reports restore what was', () => {
    const split = decision({ action: 'split', incident: 'i-1', parts: [[ref('c')]] })
    expect(applyToGroups(groups, [merge, split]).groups).toEqual(groups)
  })
  test('so does undoing the merge', () => {
    expect(applyToGroups(groups, findActive([merge, decision({ action: 'undo', decision: 'merge' })])).groups).toEqual(
      groups,
    )
  })
  test('a split gives the part an id of its own that names where it came from', () => {
    const split = decision({ action: 'split', incident: 'i-1', parts: [[ref('b')]] })
    expect(applyToGroups(groups, [split]).groups).toEqual([
      { id: 'i-1', previousIds: [], reports: [ref('a')] },
      { id: 'i-1/r-b', previousIds: ['i-1'], reports: [ref('b')] },
      groups[1],
    ])
  })
  test('an incident is found by a previous id, and one that is gone is told', () => {
    const twice = decision({ action: 'merge', incidents: ['i-0', 'i-9', 'i-1'] }, 'twice')
    const { groups: merged, findings } = applyToGroups(groups, [twice])
    expect(merged.map(({ id }) => id)).toEqual(['i-2'])
    expect(findings).toMatchObject([
      { rule: 'decision/incident-vanished', message: 'merge by Reviewer (twice): not found: i-9' },
    ])
  })
  test('of several grades the last stands, also when it was given to an incident merged since', () => {
    const active = [
      decision({ action: 'set-grade', incident: 'i-2', grade: 'fair' }),
      decision({ action: 'set-grade', incident: 'i-0', grade: 'weak' }),
    ]
    expect(readSettings(['i-1', 'i-2', 'i-0'], active).grade?.value).toBe('weak')
  })
})
