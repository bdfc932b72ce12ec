import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { ReportsInMemory } from '../../bench/reports-in-memory.ts'
import { describeReports } from '../../src/4-incidents/merge/describe-reports.ts'
import { type MergedIncident, mergeReports } from '../../src/4-incidents/merge/merge-reports.ts'
import { packProfile, unpackProfile } from '../../src/4-incidents/merge/pack-profile.ts'
import { placeReports } from '../../src/4-incidents/merge/place-reports.ts'
import { WeighedProfiles } from '../../src/4-incidents/merge/weighed-profiles.ts'
import type { LinkDecision } from '../../src/model/decision.ts'
import type { ReportProfile } from '../../src/4-incidents/merge/report-profile.ts'
import { makeProfile } from '../support/make-profiles.ts'
import { readArticle } from '../support/read-article.ts'

const tellings = fc.uniqueArray(fc.record({ event: fc.nat(8), teller: fc.nat(9) }), {
  selector: ({ event, teller }) => `${event} ${teller}`,
  maxLength: 40,
})
const profilesOf = (list: readonly { readonly event: number; readonly teller: number }[]): ReportProfile[] =>
  list.map((one) => makeProfile(one))

/** Batches of a list, of the sizes given in turn. */
function* cut<T>(list: readonly T[], sizes: readonly number[]): Generator<readonly T[]> {
  for (let at = 0, turn = 0; at < list.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1
    yield list.slice(at, at + size)
    at += size
  }
}

interface World {
  readonly reports: ReportsInMemory
  /** Report that each former id was named after. */
  readonly former: Map<string, string>
  readonly questions: Map<string, number>
  readonly weighed: WeighedProfiles
}

async function place(
  world: World,
  profiles: readonly ReportProfile[],
  sizes: readonly number[] = [profiles.length || 1],
  decisions: readonly LinkDecision[] = [],
): Promise<World> {
  for (const batch of cut(profiles, sizes)) {
    const placement = await placeReports(batch, world.reports, decisions, world.weighed)
    world.reports.keep(placement)
    for (const { id, report } of placement.former) world.former.set(id, report)
    const again = new Set(placement.asked)
    for (const key of world.questions.keys())
      if (key.split(' ').some((id) => again.has(id))) world.questions.delete(key)
    for (const { incidents, probability } of placement.questions)
      world.questions.set(incidents.join(' '), Math.round(probability * 1e6))
  }
  return world
}

const newWorld = (): World => ({
  reports: new ReportsInMemory(),
  former: new Map(),
  questions: new Map(),
  weighed: new WeighedProfiles(),
})
/** Ids that incidents had before, each with the one that it is now. */
const formerOf = ({ reports, former }: World): string[] => {
  const incidents = new Map(reports.all().map(({ key, incident }) => [key, incident]))
  return [...former].flatMap(([id, key]) => (incidents.get(key) === id ? [] : `${id} ${incidents.get(key)}`)).sort()
}
const incidentsOf = (world: World): string[] => world.reports.all().map(({ key, incident }) => `${key} ${incident}`)
const questionsOf = (world: World): string[] => [...world.questions].map(([key, p]) => `${key} ${p}`).sort()
const inWhole = (incidents: readonly MergedIncident[]): string[] =>
  incidents.flatMap(({ id, reports }) => reports.map((ref) => `${ref.captureId} ${ref.reportId} ${id}`)).sort()

/** The same list in another order. */
const shuffled = <T>(list: readonly T[], keys: readonly number[]): T[] =>
  list
    .map((one, i) => ({ one, at: keys[i % keys.length] ?? 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
const orders = fc.array(fc.nat(), { minLength: 40, maxLength: 40 })

describe('merging a whole set', () => {
  test('does not depend on the order in which it is given', () => {
    fc.assert(
      fc.property(tellings, orders, (list, keys) => {
        const profiles = profilesOf(list)
        expect(mergeReports(shuffled(profiles, keys))).toEqual(mergeReports(profiles))
      }),
      { numRuns: 40 },
    )
  })

  test('puts every report into exactly one incident; a report that is given twice counts once', () => {
    fc.assert(
      fc.property(tellings, (list) => {
        const profiles = profilesOf(list)
        const { incidents } = mergeReports(profiles)
        const keys = incidents.flatMap(({ reports }) => reports.map(({ captureId }) => captureId))
        expect(keys.toSorted()).toEqual(profiles.map(({ ref }) => ref.captureId).toSorted())
        expect(mergeReports([...profiles, ...profiles]).incidents).toEqual(incidents)
      }),
      { numRuns: 40 },
    )
  })

  test('tells events apart and finds their tellers', () => {
    const profiles = profilesOf([0, 1, 2].flatMap((event) => [0, 1, 2, 3].map((teller) => ({ event, teller }))))
    expect(mergeReports(profiles).incidents.map(({ documents }) => documents)).toEqual([4, 4, 4])
  })

  test('a person’s merge joins both incidents whole, and its undoing restores them with their ids', () => {
    const profiles = profilesOf([0, 1].flatMap((event) => [0, 1, 2].map((teller) => ({ event, teller }))))
    const before = mergeReports(profiles)
    const [a, b] = before.incidents.flatMap(({ reports }) => reports.slice(0, 1))
    if (a === undefined || b === undefined) throw new Error('two incidents are needed')
    const merged = mergeReports(profiles, [{ kind: 'together', a, b }])
    expect(merged.incidents.map(({ documents }) => documents)).toEqual([6])
    expect(before.incidents.map(({ id }) => id)).toContain(merged.incidents[0]?.id)
    expect(
      mergeReports(profiles, [
        { kind: 'together', a, b },
        { kind: 'apart', a: b, b: a },
      ]).incidents,
    ).toEqual(before.incidents)
  })

  test('a person’s split holds against the score, also for reports that come later', () => {
    const [a, b, c] = profilesOf([0, 1, 2].map((teller) => ({ event: 0, teller })))
    if (a === undefined || b === undefined || c === undefined) throw new Error('three reports are needed')
    const { incidents } = mergeReports([a, b, c], [{ kind: 'apart', a: a.ref, b: b.ref }])
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
    expect(mergeReports([a, b, c], decisions).refused).toEqual([decisions[1]])
  })
})

describe('placing reports one after the other', () => {
  test('comes to what the whole set comes to, in any order and in any batches', async () => {
    await fc.assert(
      fc.asyncProperty(
        tellings,
        orders,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        async (list, keys, sizes) => {
          const profiles = profilesOf(list)
          const whole = mergeReports(profiles)
          const world = await place(newWorld(), shuffled(profiles, keys), sizes)
          expect(incidentsOf(world).sort()).toEqual(inWhole(whole.incidents))
          expect(questionsOf(world)).toEqual(
            whole.questions
              .map(({ incidents, probability }) => `${incidents.join(' ')} ${Math.round(probability * 1e6)}`)
              .sort(),
          )
        },
      ),
      { numRuns: 60 },
    )
  })

  test('what incidents were called before does not depend on which report of one moment is taken first', async () => {
    await fc.assert(
      fc.asyncProperty(tellings, orders, fc.integer({ min: 1, max: 4 }), async (list, keys, moments) => {
        const profiles = profilesOf(list).map((profile, i) => ({
          ...profile,
          receivedAt: `2024-01-0${1 + ((list[i]?.teller ?? 0) % moments)}T00:00:00.000Z`,
        }))
        const inTime = (one: readonly ReportProfile[]): ReportProfile[] =>
          one.toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : a.receivedAt > b.receivedAt ? 1 : 0))
        const one = await place(newWorld(), inTime(profiles), [1])
        const other = await place(newWorld(), inTime(shuffled(profiles, keys)), [3])
        expect(formerOf(other)).toEqual(formerOf(one))
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['of one moment leaves no former id', 0, 0],
    ['of an earlier moment leaves the id that the other one had', 1, 1],
  ])('a report that is taken second and names the incident, %s', async (_, seconds, left) => {
    const [a, b] = profilesOf([0, 1].map((teller) => ({ event: 0, teller })))
    if (a === undefined || b === undefined) throw new Error('two reports are needed')
    const late = { ...b, receivedAt: new Date(Date.parse(a.receivedAt) + seconds * 1000).toISOString() }
    const world = await place(newWorld(), [late, a], [1])
    expect(new Set(world.reports.all().map(({ incident }) => incident)).size).toBe(1)
    expect(formerOf(world)).toHaveLength(left)
  })

  test('a report that comes again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(tellings, fc.nat(), async (list, pick) => {
        fc.pre(list.length > 0)
        const profiles = profilesOf(list)
        const world = await place(newWorld(), profiles, [5])
        const again = profiles[pick % profiles.length]
        if (again === undefined) return
        const placement = await placeReports([again], world.reports, [])
        expect({ ...placement, questions: [], asked: [] }).toEqual({
          placed: [],
          moved: [],
          touched: [],
          vanished: [],
          former: [],
          asked: [],
          questions: [],
          refused: [],
        })
      }),
      { numRuns: 40 },
    )
  })

  test('a decision takes effect when its reports are given again, and undone restores what was', async () => {
    await fc.assert(
      fc.asyncProperty(tellings, fc.nat(), fc.nat(), fc.constantFrom('together', 'apart'), async (list, x, y, kind) => {
        fc.pre(list.length > 1)
        const profiles = profilesOf(list)
        const [a, b] = [profiles[x % profiles.length], profiles[y % profiles.length]]
        if (a === undefined || b === undefined || a === b) return
        const world = await place(newWorld(), profiles, [7])
        const before = [incidentsOf(world), questionsOf(world)]
        const decisions: LinkDecision[] = [{ kind, a: a.ref, b: b.ref }]
        await place(world, [a, b], [2], decisions)
        expect(incidentsOf(world).sort()).toEqual(inWhole(mergeReports(profiles, decisions).incidents))
        await place(world, [a, b], [2], [])
        expect([incidentsOf(world), questionsOf(world)]).toEqual(before)
      }),
      { numRuns: 40 },
    )
  })

  test('does not depend on where a batch ends, also when an event is too large to compare each with each', async () => {
    const crowd = Array.from({ length: 300 }, (_, i) =>
      makeProfile({ event: i % 7 === 0 ? 1 + (i % 5) : 0, teller: i }),
    )
    const [whole, ...others] = await Promise.all(
      [[300], [1], [7], [2, 41]].map((sizes) => place(newWorld(), crowd, sizes)),
    )
    if (whole === undefined) throw new Error('a first world is needed')
    for (const other of others) {
      expect(other.reports.all()).toEqual(whole.reports.all())
      expect(questionsOf(other)).toEqual(questionsOf(whole))
    }
    const followers = whole.reports.all().filter(({ leader }) => leader !== null)
    expect(followers.length).toBeGreaterThan(100)
    expect(new Set(whole.reports.all().map(({ incident }) => incident)).size).toBe(6)
  })

  test('a follower that a person keeps apart follows no more', async () => {
    const crowd = Array.from({ length: 80 }, (_, teller) => makeProfile({ event: 0, teller }))
    const world = await place(newWorld(), crowd)
    const [first] = crowd
    const follower = crowd.findLast(({ key }) =>
      world.reports.all().some((one) => one.key === key && one.leader !== null),
    )
    if (first === undefined || follower === undefined) throw new Error('a follower is needed')
    const decisions: LinkDecision[] = [{ kind: 'apart', a: first.ref, b: follower.ref }]
    await place(world, [first, follower], [2], decisions)
    const places = new Map(world.reports.all().map((report) => [report.key, report]))
    expect(places.get(follower.key)?.leader).toBeNull()
    expect(places.get(follower.key)?.incident).not.toBe(places.get(first.key)?.incident)
  })
})

describe('a packed profile', () => {
  const ARTICLES = [
    [
      'Two killed in Maple Street shooting: police',
      'Ana Moreno, 24, and a 31-year-old man were killed in a shooting at 12 Maple Street in Denver on Sunday night, police said. In an unrelated case, a man was wounded in Boulder on Friday.',
    ],
    [
      'Обстрел: 3 dead',
      'Three people died on 4 May 2022 when rockets hit a hospital in Kramatorsk, the governor said: "It’s 50+ hits."',
    ],
    [null, 'Nothing of note happened.'],
  ] as const

  test.each(ARTICLES)('unpacks to the same: %s', (title, text) => {
    const profiles = describeReports(
      readArticle({ outlet: 'Post C', published: '2022-05-05', title: title ?? '', text }, 0),
    )
    for (const profile of profiles) expect(unpackProfile(packProfile(profile))).toEqual(profile)
  })

  test('any words, names and numbers', () => {
    const word = fc.stringMatching(/^[\p{L}\p{N}]{1,9}$/u)
    const words = fc.uniqueArray(word).map((list) => new Set(list))
    const toll = fc.option(fc.record({ low: fc.nat(), high: fc.nat() }))
    fc.assert(
      fc.property(
        fc.record({
          words: fc.array(fc.tuple(word, fc.integer({ min: 1, max: 99 }))).map((list) => new Map(list)),
          coreWords: words,
          titleWords: words,
          names: words,
          tellsNames: fc.boolean(),
          placeWords: words,
          ages: fc.uniqueArray(fc.nat()).map((list) => new Set(list)),
          outlet: fc.option(fc.string()),
          published: fc.option(fc.integer()),
          killed: toll,
          injured: toll,
        }),
        (given) => {
          const profile: ReportProfile = { ...makeProfile({ event: 1, teller: 2 }), ...given }
          expect(unpackProfile(packProfile(profile))).toEqual(profile)
        },
      ),
    )
  })
})
