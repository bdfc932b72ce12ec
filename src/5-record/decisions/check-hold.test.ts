import { expect, test } from 'vitest'

import { marketIncident } from '../../../test/support/market-incident.ts'
import type { Decision, DecisionAct, ReportAnchor } from '../../model/decision.ts'
import { anchorClaim, anchorReport, indexAnchors } from './anchors.ts'
import { checkCorrection } from './check-correction.ts'
import { checkHold } from './check-hold.ts'

const { documents } = marketIncident()
const [wire, , gazette] = documents
if (wire === undefined || gazette === undefined) throw new Error('two documents are needed')
const index = indexAnchors(documents)
const figure = wire.reading.claims.find(({ kind }) => kind === 'figure')
if (figure === undefined) throw new Error('a figure is needed')
const anchor = anchorClaim(wire.reading.document.id, figure)
const report = anchorReport(gazette, gazette.reading.incidents[0]?.id ?? '') ?? anchor
const gone: ReportAnchor = { ...anchor, documentId: 'sha256:gone' }
const decision = (act: DecisionAct): Decision => ({
  ...act,
  id: 'dec-1',
  at: '2030-06-02T00:00:00.000Z',
  actor: 'Reviewer',
  reason: 'checked',
})
const incident = { id: 'i-market', founding: anchor }

test.each<[string, DecisionAct, readonly string[]]>([
  ['a claim that is there', { action: 'reject', claim: anchor }, []],
  ['a text that is read otherwise', { action: 'reject', claim: gone }, ['document-vanished']],
  [
    'a claim that is not read any more',
    { action: 'reject', claim: { ...anchor, start: 900, end: 905 } },
    ['claim-vanished'],
  ],
  [
    'one that is read with more words',
    { action: 'redact', claim: { ...anchor, end: anchor.end - 1 } },
    ['words-differ'],
  ],
  ['other words', { action: 'accept', claim: { ...anchor, quoteSha256: 'other' } }, ['words-differ']],
  ['a note on a claim', { action: 'note', target: gone, text: 'x' }, ['document-vanished']],
  ['a grade of an incident that is there', { action: 'set-grade', incident, grade: 'fair' }, []],
  ['found by its report', { action: 'set-grade', incident: { ...incident, id: 'i-other' }, grade: 'fair' }, []],
  ['found by its id', { action: 'set-status', incident: { id: 'i-market', founding: gone }, status: 'reviewed' }, []],
  [
    'found by neither',
    { action: 'set-status', incident: { id: 'i-other', founding: gone }, status: 'reviewed' },
    ['incident-vanished'],
  ],
  ['a merge', { action: 'merge', incidents: ['i-a', 'i-b'], reports: [[anchor], [report]] }, []],
  [
    'a merge with what is gone',
    { action: 'merge', incidents: ['i-a', 'i-b'], reports: [[anchor, gone], [gone]] },
    ['report-vanished', 'incident-vanished'],
  ],
  ['a split', { action: 'split', incident: 'i-a', parts: [[gone]], rest: [report] }, ['incident-vanished']],
  ['an undoing', { action: 'undo', decision: 'dec-0' }, []],
])('what a decision holds on to: %s', (_, act, rules) => {
  const found = checkHold(decision(act), index, (id) => id === 'i-market')
  expect(found.map(({ rule }) => rule)).toEqual(rules.map((rule) => `decision/${rule}`))
  for (const { message } of found) expect(message).toMatch(/^[a-z-]+ by Reviewer \(dec-1\): /u)
})

test.each([
  [{}, 'figure', /says nothing/u],
  [{ figure: { low: 8, high: 5 } }, 'figure', /lower bound 8 is above the upper one 5/u],
  [{ figure: { low: 99 } }, 'figure', /lower bound 99 is above the upper one 12/u],
  [{ figure: { low: -1 } }, 'figure', /whole number/u],
  [{ figure: { vague: 'dozens' } }, 'figure', /stands in the place of bounds/u],
  [{ figure: { who: [] } }, 'figure', /the groups are civilians/u],
  [{ subEvent: 'Attack' }, 'figure', /has no event type/u],
  [{ figure: { low: 5 } }, 'statement', /has no figure: only its claimant, its stance can be corrected/u],
  [{ figure: { low: 5 } }, 'event', /and its sub-event can be corrected/u],
  [{ claimant: ' ' }, 'statement', /has a name/u],
  [{ figure: { low: 5, high: 8 } }, 'figure', null],
  [{ figure: { low: null, high: null, vague: 'dozens' } }, 'figure', null],
  [{ claimant: 'Mayor', stance: 'denied' }, 'statement', null],
  [{ subEvent: 'Attack' }, 'event', null],
] as const)('a correction %j of a %s', (correction, kind, wrong) => {
  const counted = figure.figure === null ? null : { ...figure.figure, low: 12, high: 12, vague: null }
  const found = checkCorrection(correction, { kind, figure: kind === 'figure' ? counted : null })
  if (wrong === null) expect(found).toBeNull()
  else expect(found).toMatch(wrong)
})
