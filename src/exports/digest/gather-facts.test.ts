import { describe, expect, test } from 'vitest'

import { marketFacts, marketSources, withStatus } from '../../../test/support/market-digest.ts'
import { hiddenIn, hideInClaim, hideInDocument } from '../../model/hidden-words.ts'
import type { CumulativeSeries, IncidentRecord } from '../../model/record.ts'
import { writeMarkdown } from './write-markdown.ts'

const { documents: DOCUMENTS } = marketSources()
const [RECORD] = marketSources().records as [IncidentRecord]
const ids = (claims: readonly { readonly claimId: string }[]): string[] => claims.map(({ claimId }) => claimId)

describe('an incident of the period', () => {
  const [fact] = marketFacts().developments

  test('what, where and when come with a claim that says so', () => {
    expect(fact?.scene).toMatchObject({ noun: 'harm to people', when: { start: '2030-05-01' } })
    expect(fact?.scene.place).toMatchObject({ name: 'Port Elen', facility: null })
    expect(ids(fact?.scene.claims ?? [])).toEqual(['wire-0'])
  })
  test('copies are told apart from origins', () => {
    expect(fact?.spread).toMatchObject({ documents: 4, outlets: 4, copies: 1, origins: 5 })
  })
  test('the lowest and the highest count, each with its claim', () => {
    expect(fact?.tolls.map(({ lowest, highest }) => [ids(lowest?.claims ?? []), ids(highest?.claims ?? [])])).toEqual([
      [['gazette-1'], ['monitor-0']],
    ])
    expect(ids(fact?.parts ?? [])).toEqual(['gazette-2'])
  })
  test('what a claimant revised', () => {
    expect(fact?.revisions.map(({ earlier, now }) => [ids(earlier), now.claimId])).toEqual([[['wire-1'], 'gazette-1']])
  })
  test('denial and admission stand side by side', () => {
    expect(fact?.positions.map(({ kind, claim }) => [kind, claim.claimId])).toEqual([
      ['denies', 'wire-2'],
      ['accepts', 'monitor-1'],
    ])
  })
  test('the grade with its rule and the claim that it looks at', () => {
    expect(fact?.graded).toMatchObject({ value: 'confirmed', rule: 'grade/responsibility-accepted' })
    expect(ids(fact?.graded.claims ?? [])).toEqual(['monitor-1'])
  })
})

describe('review', () => {
  test('without a reviewed incident nothing is told, and the digest says how to go on', () => {
    const facts = marketFacts({ withUnreviewed: false })
    expect(facts.developments).toEqual([])
    const text = writeMarkdown(facts)
    expect(text).toContain('No incident of the period has been reviewed by a person, so none is told; 1 incident')
    expect(text).toContain('--unreviewed')
    expect(text).not.toContain('38')
  })
  test('a reviewed one is told without being asked for, and without the mark', () => {
    const records = [withStatus(RECORD, 'reviewed')]
    const text = writeMarkdown(marketFacts({ records, withUnreviewed: false }))
    expect(text).toContain('A person gave this incident the status "reviewed".')
    expect(text).not.toContain('(not reviewed)')
  })
  test('a rejected one is never told', () => {
    expect(marketFacts({ records: [withStatus(RECORD, 'rejected')] }).developments).toEqual([])
  })
})

describe('the period', () => {
  test.each([
    [{ since: '2030-04-01', until: '2030-04-30' }, 0, 0, 0],
    [{ since: '2030-05-01', until: '2030-05-02' }, 1, 1, 0],
    [{ since: '2030-05-03', until: '2030-05-03' }, 0, 0, 1],
    [{ since: '2030-05-01', until: '2030-06-30' }, 1, 1, 1],
  ])('%j: %d told, %d new, %d revised', (request, told, fresh, revised) => {
    const facts = marketFacts({}, request)
    expect([facts.developments.length, facts.newIncidents.length, facts.revisions.length]).toEqual([
      told,
      fresh,
      revised,
    ])
  })
  test('a change of an older incident is told with the claim that caused it', () => {
    const { developments, changes } = marketFacts({}, { since: '2030-05-03', until: '2030-05-03' })
    expect(developments).toEqual([])
    expect(changes.map(({ what, values, claims }) => [what, values[0], ids(claims)])).toEqual([
      ['killed people', { name: 'low', before: '31', after: '38' }, ['gazette-1']],
      ['killed children (part)', { name: 'low', before: null, after: '4' }, ['gazette-2']],
    ])
  })
  test('an incident whose dates reach far beyond the period is told apart', () => {
    const when = {
      ...RECORD.incident.when,
      start: '2030-01-01',
      end: '2030-12-31',
    } as IncidentRecord['incident']['when']
    const records = [{ ...RECORD, incident: { ...RECORD.incident, when } }]
    const { developments, beyond } = marketFacts({ records })
    expect([developments.length, beyond.length]).toEqual([0, 1])
  })
  test.each([
    [{ place: 'elen' }, 1],
    [{ place: 'Odesa' }, 1],
    [{ place: 'Kyiv' }, 0],
    [{ country: 'UA' }, 1],
    [{ country: 'YE' }, 0],
  ])('%j: %d incidents', (request, count) => {
    expect(marketFacts({}, request).developments).toHaveLength(count)
  })
})

test('a denial against an admission is an open dispute', () => {
  expect(marketFacts().disputes.map(({ rule, positions }) => [rule, positions.length])).toEqual([['positions', 2]])
})

test('a total over time is told once, with its claim, and only with what nobody reviewed', () => {
  const point = {
    claim: 'gazette-3',
    claimant: 'city council',
    party: null,
    saidAt: '2030-05-03',
    receivedAt: '2030-05-03T07:00:00Z',
    low: 900,
    high: 900,
    vague: null,
    period: null,
    state: 'current',
    by: null,
  } as const
  const again = { ...point, receivedAt: '2030-05-04T07:00:00Z' }
  const series: CumulativeSeries[] = [
    {
      id: 's-1',
      measure: 'killed',
      who: ['civilians'],
      scope: 'cumulative',
      place: null,
      since: null,
      points: [point, again],
    },
  ]
  expect(marketFacts({ series }).totals.map(({ claims }) => ids(claims))).toEqual([['gazette-3']])
  expect(marketFacts({ series, withUnreviewed: false }).totals).toEqual([])
})

test('what the material does not cover', () => {
  const { documents } = marketSources()
  const [first] = documents
  if (first === undefined) throw new Error('no document')
  const { reading } = first
  const german = {
    ...first,
    captureId: 'cap-de',
    reading: {
      ...reading,
      coverage: 'not-covered' as const,
      claims: [],
      incidents: [],
      document: { ...reading.document, language: 'de', publishedAt: '2030-05-02' },
    },
  }
  const { gaps } = marketFacts(
    {
      documents: [...documents, german],
      unread: [
        { captureId: 'cap-1', receivedAt: '2030-05-02T00:00:00Z', reason: 'binary' },
        { captureId: 'cap-2', receivedAt: '2030-07-02T00:00:00Z', reason: 'binary' },
      ],
    },
    { until: '2030-05-07' },
  )
  expect(gaps).toMatchObject({
    days: 7,
    emptyDays: [['2030-05-04', '2030-05-07']],
    unread: [['binary', 1]],
    documents: 4,
    uncovered: [['de', 1]],
  })
})

test('private persons go by their roles at the public level, and no words or titles leave', () => {
  const claims = RECORD.claims.map((settled) => {
    const { claim } = settled.entry
    const claimant = { kind: 'person', name: 'Ana Petrova', role: 'nurse', affiliation: null } as const
    const attribution = { ...claim.attribution, claimant }
    return { ...settled, entry: { ...settled.entry, claimant: 'Ana Petrova', claim: { ...claim, attribution } } }
  })
  const records = [{ ...RECORD, claims }]
  const shown = writeMarkdown(marketFacts({ records }))
  expect(shown).not.toMatch(/Petrova|At least 31 people|Dozens dead|any strike on/u)
  expect(shown).toContain('by the nurse in Elen Gazette')
  const full = writeMarkdown(marketFacts({ records, level: 'full' }))
  for (const words of ['Ana Petrova', 'At least 31 people', 'Dozens dead in strike', 'any strike on the town'])
    expect(full).toContain(words)
})

test('words that a person took out stay out, at the full level too', () => {
  const home = DOCUMENTS.find(({ reading }) => reading.claims.some(({ id }) => id === 'gazette-2'))
  const spans = home?.reading.claims.filter(({ id }) => id === 'gazette-2').map(({ evidence }) => evidence) ?? []
  const documents = DOCUMENTS.map((one) => (one === home ? hideInDocument(one, spans) : one))
  const hidden = hiddenIn(home?.reading.document.text ?? '', spans)
  const claims = RECORD.claims.map((settled) => {
    const { entry } = settled
    if (entry.captureId !== home?.captureId) return settled
    return { ...settled, entry: { ...entry, claim: hideInClaim(entry.claim, hidden) } }
  })
  const open = writeMarkdown(marketFacts({ level: 'full' }))
  const closed = writeMarkdown(marketFacts({ level: 'full', documents, records: [{ ...RECORD, claims }] }))
  expect(open).toContain('words: "4 of them children"')
  expect(closed).toContain('words: "\\[redacted\\]"')
  expect(closed).not.toContain('4 of them children')
})
