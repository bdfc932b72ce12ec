import { expect, test } from 'vitest'

import type { Decision, DecisionAct, ReportAnchor } from '../../model/decision.ts'
import { describeRegrouping } from './describe-regrouping.ts'

/** Reports by a letter each. */
const anchors = (names: string): ReportAnchor[] =>
  [...names].map((name) => ({ documentId: name, start: 0, end: 1, kind: 'figure', quoteSha256: '' }))
const merge = (...groups: readonly string[]): DecisionAct => ({
  action: 'merge',
  incidents: groups,
  reports: groups.map(anchors),
})
const split = (rest: string, ...parts: readonly string[]): DecisionAct => ({
  action: 'split',
  incident: 'whole',
  parts: parts.map(anchors),
  rest: anchors(rest),
})
/** Undoes the n-th decision, from 1. */
const undo = (n: number): DecisionAct => ({ action: 'undo', decision: `d${n}` })

test.each<readonly [what: string, holds: string, acts: readonly DecisionAct[], told: readonly string[]]>([
  ['a merge', 'abc', [merge('ab', 'c')], ['d1: 2 > 3']],
  ['a merge that was undone, for the one', 'ab', [merge('ab', 'c'), undo(1)], ['d1: 2 > 3', 'd2: 3 > 2']],
  ['a merge that was undone, for the other', 'c', [merge('ab', 'c'), undo(1)], ['d1: 1 > 3', 'd2: 3 > 1']],
  [
    'a merge that was undone and done again',
    'abc',
    [merge('ab', 'c'), undo(1), undo(2)],
    ['d1: 2 > 3', 'd2: 3 > 2', 'd3: 2 > 3'],
  ],
  ['a split', 'a', [split('a', 'bc')], ['d1: 3 > 1']],
  ['a split, for its part', 'bc', [split('a', 'bc')], ['d1: 3 > 2']],
  ['a split that was undone', 'abc', [split('a', 'bc')].concat(undo(1)), ['d1: 3 > 1', 'd2: 1 > 3']],
  ['a merge and a split that restores', 'ab', [merge('ab', 'c'), split('ab', 'c')], ['d1: 2 > 3', 'd2: 3 > 2']],
  ['what is about other reports', 'z', [merge('ab', 'c'), undo(1)], []],
])('%s', (_, holds, acts, told) => {
  const decisions = acts.map((act, i): Decision => ({
    ...act,
    id: `d${i + 1}`,
    at: `2026-01-0${i + 1}`,
    actor: 'Reviewer',
    reason: 'checked',
  }))
  const changes = describeRegrouping(decisions, {
    holds: ({ documentId }) => holds.includes(documentId),
    isFounding: ({ documentId }) => holds.startsWith(documentId),
  })
  expect(changes.map(({ cause, before, after }) => `${cause}: ${before} > ${after}`)).toEqual(told)
  for (const { at, by, reason, cause, field } of changes)
    expect([field, by, reason, at]).toEqual(['reports', 'Reviewer', 'checked', `2026-01-0${cause?.slice(1)}`])
})
