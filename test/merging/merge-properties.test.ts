import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { findPairs } from '../../src/4-incidents/merge/find-pairs.ts'
import { type LinkDecision, type MergedIncident, mergeReports } from '../../src/4-incidents/merge/merge-reports.ts'
import type { ReportProfile } from '../../src/4-incidents/merge/report-profile.ts'
import { scorePair } from '../../src/4-incidents/merge/score-pair.ts'
import { weighWords } from '../../src/4-incidents/merge/weigh-words.ts'
import { makeProfile } from '../support/make-profiles.ts'

const tellings = fc.uniqueArray(fc.record({ event: fc.nat(8), teller: fc.nat(9) }), {
  selector: ({ event, teller }) => `${event} ${teller}`,
  maxLength: 40,
})
const profilesOf = (list: readonly { readonly event: number; readonly teller: number }[]): ReportProfile[] =>
  list.map((one) => makeProfile(one))

const merge = (
  profiles: readonly ReportProfile[],
  decisions: readonly LinkDecision[] = [],
  known: readonly MergedIncident[] = [],
): ReturnType<typeof mergeReports> => mergeReports(profiles, { decisions, known })

describe('merging', () => {
  test('does not depend on the order of arrival', () => {
    fc.assert(
      fc.property(tellings, fc.infiniteStream(fc.nat()), (list, keys) => {
        const profiles = profilesOf(list)
        const shuffled = profiles
          .map((profile) => ({ profile, at: keys.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ profile }) => profile)
        expect(merge(shuffled)).toEqual(merge(profiles))
      }),
      { numRuns: 40 },
    )
  })

  test('puts every report into exactly one incident, and again changes nothing', () => {
    fc.assert(
      fc.property(tellings, (list) => {
        const profiles = profilesOf(list)
        const { incidents } = merge(profiles)
        const keys = incidents.flatMap(({ reports }) => reports.map(({ captureId }) => captureId))
        expect(keys.toSorted()).toEqual(profiles.map(({ ref }) => ref.captureId).toSorted())
        expect(merge([...profiles, ...profiles], [], incidents).incidents).toEqual(incidents)
      }),
      { numRuns: 40 },
    )
  })

  test('tells events apart and finds their tellers', () => {
    const profiles = profilesOf([0, 1, 2].flatMap((event) => [0, 1, 2, 3].map((teller) => ({ event, teller }))))
    expect(merge(profiles).incidents.map(({ documents }) => documents)).toEqual([4, 4, 4])
  })

  test('a person’s merge and its undoing restore the incidents and their ids', () => {
    const profiles = profilesOf([0, 1].flatMap((event) => [0, 1, 2].map((teller) => ({ event, teller }))))
    const before = merge(profiles)
    const [a, b] = before.incidents.flatMap(({ reports }) => reports.slice(0, 1))
    if (a === undefined || b === undefined) throw new Error('two incidents are needed')
    const merged = merge(profiles, [{ kind: 'together', a, b }], before.incidents)
    expect(merged.incidents).toHaveLength(1)
    expect([...(merged.incidents[0]?.previousIds ?? []), merged.incidents[0]?.id].toSorted()).toEqual(
      before.incidents.map(({ id }) => id).toSorted(),
    )
    expect(merge(profiles, [], []).incidents).toEqual(before.incidents)
  })

  test('a person’s split holds against the score, also for reports that come later', () => {
    const [a, b, c] = profilesOf([0, 1, 2].map((teller) => ({ event: 0, teller })))
    if (a === undefined || b === undefined || c === undefined) throw new Error('three reports are needed')
    const { incidents } = merge([a, b, c], [{ kind: 'apart', a: a.ref, b: b.ref }])
    expect(incidents.map(({ documents }) => documents)).toEqual([2, 1])
    expect(incidents.every(({ reports }) => !(reports.includes(a.ref) && reports.includes(b.ref)))).toBe(true)
  })

  test('decisions that contradict each other are handed back', () => {
    const [a, b, c] = profilesOf([0, 1, 2].map((event) => ({ event, teller: 0 })))
    if (a === undefined || b === undefined || c === undefined) throw new Error('three reports are needed')
    const decisions: readonly LinkDecision[] = [
      { kind: 'together', a: a.ref, b: b.ref },
      { kind: 'together', a: b.ref, b: c.ref },
      { kind: 'apart', a: a.ref, b: c.ref },
    ]
    expect(merge([a, b, c], decisions).refused).toEqual([decisions[1]])
  })

  test('an event of 8,000 tellers takes a handful of comparisons a report', () => {
    const comparisons = (tellers: number): number => {
      const profiles = profilesOf([
        ...Array.from({ length: tellers }, (_, teller) => ({ event: 0, teller })),
        ...Array.from({ length: tellers / 4 }, (_, i) => ({ event: 1 + (i % 60), teller: i })),
      ])
      let n = 0
      findPairs(
        profiles.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map((profile) => weighWords(profile)),
        (a, b) => {
          n += 1
          return scorePair(a, b)
        },
        new Set(),
      )
      return n / profiles.length
    }
    expect(comparisons(8000)).toBeLessThan(5)
  })
})
