import { describe, expect, test } from 'vitest'

import type { Decision, DecisionAct, ReportAnchor } from '../../model/decision.ts'
import type { ReportRef } from '../../model/incident.ts'
import { findActive } from './find-active.ts'
import { linkReports } from './link-reports.ts'
import { formerIdsOf } from './previous-ids.ts'

/** A report named by a letter stands in a capture of that letter; "a2" is a second report of capture "a". */
const ref = (name: string): ReportRef => ({ captureId: name.slice(0, 1), reportId: name })
const anchor = (name: string): ReportAnchor => ({
  documentId: name.slice(0, 1),
  start: Number(name.slice(1) || '1'),
  end: 9,
  kind: 'event',
  quoteSha256: name,
})
/** The reading of now has every report but "gone"; the text of "t" came in twice. */
const index = {
  reportsAt: ({ quoteSha256: name }: ReportAnchor): readonly ReportRef[] =>
    name === 'gone' ? [] : name === 't' ? [ref('t'), { captureId: 'u', reportId: 't' }] : [ref(name)],
}
let count = 0
const decide = (act: DecisionAct, id = `d${count + 1}`): Decision => ({
  ...act,
  id,
  at: `2030-05-01T00:00:${String(++count).padStart(2, '0')}.000Z`,
  actor: 'Reviewer',
  reason: 'checked',
})
/** "i-ab" holds the reports a and b. */
const merge = (...incidents: readonly string[]): Decision =>
  decide({
    action: 'merge',
    incidents: incidents.map((names) => `i-${names}`),
    reports: incidents.map((names) => [...names].map(anchor)),
  })
const split = (incident: string, parts: readonly string[], rest: string): Decision =>
  decide({
    action: 'split',
    incident: `i-${incident}`,
    parts: parts.map((names) => names.split(' ').map(anchor)),
    rest: rest.split(' ').map(anchor),
  })
/** "a+b a|c": a and b together, a and c apart. */
const told = (...active: readonly Decision[]): string =>
  linkReports(active, index)
    .links.map(({ kind, a, b }) => `${a.reportId}${kind === 'together' ? '+' : '|'}${b.reportId}`)
    .join(' ')

describe('decisions as links between reports', () => {
  test('a merge is a chain over all reports of its incidents', () => {
    expect(told(merge('ab', 'cd'))).toBe('a+b b+c c+d')
  })
  test('a split keeps each part and the rest together, and each two of them apart', () => {
    expect(told(split('abcdef', ['c d', 'e'], 'a b f'))).toBe('c+d a+b b+f c|e c|a e|a')
  })
  test('captures of one text go together', () => {
    expect(linkReports([merge('at', 'b')], index).links.map(({ b }) => b.captureId)).toEqual(['t', 'u', 'b'])
  })
  test('a split after a merge takes the merge back where they contradict', () => {
    expect(told(merge('ab', 'cd'), split('ab', ['c d'], 'a b'))).toBe('a+b c+d c+d a+b c|a')
  })
  test('and the other way round', () => {
    expect(told(split('abcd', ['c d'], 'a b'), merge('ab', 'cd'))).toBe('c+d a+b a+b b+c c+d')
  })
  test('a merge with a third keeps what was split apart', () => {
    expect(told(split('ab', ['b'], 'a'), merge('b', 'c'))).toBe('b|a b+c')
  })
  test('what is not read any more links nothing', () => {
    const lost = decide({
      action: 'merge',
      incidents: ['i-a', 'i-gone'],
      reports: [[anchor('a')], [anchor('gone')]],
    })
    expect(told(lost)).toBe('')
  })
  test('reports of one document on two sides carry nothing on from each other', () => {
    const { separate } = linkReports([split('abc', ['a2 c'], 'a b')], index)
    expect([...separate].sort()).toEqual(['a a', 'a a2'])
  })
})

describe('ids that an incident had before', () => {
  const former = (id: string, names: string, ...decisions: readonly Decision[]) => {
    const { became, splitFrom } = formerIdsOf({ id, reports: [...names].map(ref) }, findActive(decisions), index)
    return [...became, ...splitFrom.map((one) => `from ${one}`)]
  }
  const merged = merge('ab', 'cd')
  const parted = split('ab', ['c d'], 'a b')
  test.each<[string, string, string, readonly Decision[], readonly string[]]>([
    ['a merged one lists the others', 'i-ab', 'abcd', [merged], ['i-cd']],
    ['also when it is named after the other', 'i-cd', 'abcd', [merged], ['i-ab']],
    ['of three merged in two steps both', 'i-ab', 'abcde', [merged, merge('ab', 'e')], ['i-cd', 'i-e']],
    ['a part lists where it came from', 'i-b', 'b', [split('ab', ['b'], 'a')], ['from i-ab']],
    ['what stays keeps the id and lists nothing', 'i-ab', 'a', [split('ab', ['b'], 'a')], []],
    ['merged and split again: what came in is what it was', 'i-cd', 'cd', [merged, parted], []],
    ['and so is the other', 'i-ab', 'ab', [merged, parted], []],
    ['an undone merge leaves nothing', 'i-ab', 'ab', [merged, decide({ action: 'undo', decision: merged.id })], []],
    ['another incident has nothing to do with it', 'i-x', 'xy', [merged], []],
  ])('%s', (_, id, names, decisions, expected) => {
    expect(former(id, names, ...decisions)).toEqual(expected)
  })
  test('a new reading that names the incident anew keeps the id under which it was decided about', () => {
    const graded = decide({ action: 'set-grade', incident: { id: 'i-old', founding: anchor('a') }, grade: 'fair' })
    expect(former('i-new', 'ab', graded)).toEqual(['i-old'])
  })
})
