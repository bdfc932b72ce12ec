import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Decision, ReportAnchor } from '../../model/decision.ts'
import { reportKey } from './anchors.ts'
import { linkReports } from './link-reports.ts'

const REPORTS = 9
const anchor = (n: number): ReportAnchor => ({
  documentId: String(n),
  start: 0,
  end: 1,
  kind: 'event',
  quoteSha256: String(n),
})
const index = {
  reportsAt: ({ documentId }: ReportAnchor) => [{ captureId: documentId, reportId: documentId }],
}
/** What a person does next: picks which incidents, and which of their reports. */
const step = fc.record({ isMerge: fc.boolean(), a: fc.nat(100), b: fc.nat(100), mask: fc.nat(2 ** REPORTS) })

/** Plays the steps on incidents of one report each. */
function play(
  steps: readonly { readonly isMerge: boolean; readonly a: number; readonly b: number; readonly mask: number }[],
) {
  let incidents: (readonly number[])[] = Array.from({ length: REPORTS }, (_, n) => [n])
  const decisions: Decision[] = []
  const taken = { actor: 'Reviewer', reason: 'checked' }
  for (const [i, { isMerge, a, b, mask }] of steps.entries()) {
    const own = { ...taken, id: `d${i}`, at: `2030-05-01T00:00:00.${String(i).padStart(3, '0')}Z` }
    const one = incidents[a % incidents.length] ?? []
    const other = incidents[b % incidents.length] ?? []
    if (isMerge) {
      if (one === other) continue
      incidents = [...incidents.filter((group) => group !== one && group !== other), [...one, ...other]]
      const reports = [one, other].map((group) => group.map(anchor))
      decisions.push({ ...own, action: 'merge', incidents: ['i', 'j'], reports })
    } else {
      const part = one.filter((n) => (mask >> n) % 2 === 1)
      const rest = one.filter((n) => !part.includes(n))
      if (part.length === 0 || rest.length === 0) continue
      incidents = [...incidents.filter((group) => group !== one), part, rest]
      decisions.push({ ...own, action: 'split', incident: 'i', parts: [part.map(anchor)], rest: rest.map(anchor) })
    }
  }
  return { incidents, decisions }
}

test('whatever is merged and split, the links say what stands at the end, and no two of them contradict', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      const { incidents, decisions } = play(steps)
      const { links } = linkReports(decisions, index)
      const home = new Map(Array.from({ length: REPORTS }, (_, n) => [`${n} ${n}`, n]))
      for (const { kind, a, b } of links) {
        if (kind === 'apart') continue
        const [from, to] = [home.get(reportKey(b)), home.get(reportKey(a)) ?? -1]
        for (const [key, at] of home) if (at === from) home.set(key, to)
      }
      const partition = new Map<number, number[]>()
      for (const [key, at] of home) partition.set(at, [...(partition.get(at) ?? []), Number(key.split(' ')[0])])
      const sorted = (groups: Iterable<readonly number[]>): string[] =>
        [...groups].map((group) => group.toSorted((a, b) => a - b).join()).sort()
      expect(sorted(partition.values())).toEqual(sorted(incidents))
      for (const { kind, a, b } of links)
        if (kind === 'apart') expect(home.get(reportKey(a))).not.toBe(home.get(reportKey(b)))
    }),
    { numRuns: 500 },
  )
})
