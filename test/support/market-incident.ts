import { buildIncident, type RecordSources } from '../../src/5-record/build-incident.ts'
import { indexAnchors } from '../../src/5-record/decisions/anchors.ts'
import type { IncidentRecord } from '../../src/model/record.ts'
import { madeUpReport } from './made-up-report.ts'

/** A made-up incident: a first toll, a copy, a higher toll, a monitor's, a denial, and an admission at last. */
export function marketIncident(): RecordSources {
  const documents = [
    madeUpReport({
      id: 'wire',
      outlet: 'Quay Wire',
      published: '2030-05-01',
      received: '2030-05-01T18:00:00Z',
      lines: [
        ['headline', 'Dozens dead in strike on market'],
        ['body', 'At least 31 people were killed at a market in Port Elen on Wednesday, the city council said.'],
        ['body', 'The Northern army denied any strike on the town.'],
      ],
      claims: [
        { words: 'Dozens', by: null, figure: { vague: 'Dozens' } },
        { words: 'At least 31 people', by: 'city council', cue: 'said', figure: { low: 31 } },
        { words: 'any strike on the town', by: 'Northern army', cue: 'denied', stance: 'denied' },
      ],
    }),
    madeUpReport({
      id: 'copy',
      outlet: 'Hill Courier',
      published: '2030-05-02',
      received: '2030-05-02T06:00:00Z',
      lines: [
        ['headline', 'Strike on Port Elen'],
        ['body', 'At least 31 people were killed at a market in Port Elen on Wednesday, the city council said.'],
      ],
      claims: [{ words: 'At least 31 people', by: 'city council', cue: 'said', figure: { low: 31 } }],
    }),
    madeUpReport({
      id: 'gazette',
      outlet: 'Elen Gazette',
      published: '2030-05-03',
      received: '2030-05-03T07:00:00Z',
      lines: [
        ['headline', 'Council: 38 dead'],
        ['body', 'The toll rose from 31 to 38, 4 of them children, the council said.'],
        ['body', 'Since the war began 900 residents have died, it added.'],
      ],
      claims: [
        { words: '31', by: 'city council', cue: 'said', figure: { low: 31, high: 31 } },
        { words: '38,', by: 'city council', cue: 'said', figure: { low: 38, high: 38, asWritten: '38' } },
        {
          words: '4 of them children',
          by: 'city council',
          cue: 'said',
          figure: { low: 4, high: 4, who: ['children'], scope: 'subset' },
        },
        {
          words: '900 residents',
          by: 'city council',
          cue: 'added',
          figure: { low: 900, high: 900, who: ['civilians'], scope: 'cumulative' },
        },
      ],
    }),
    madeUpReport({
      id: 'monitor',
      outlet: 'Toll Watch',
      published: '2030-06-01',
      received: '2030-06-01T07:00:00Z',
      lines: [
        ['headline', 'A month after'],
        ['body', 'Toll Watch counted 41 civilians killed.'],
        ['body', 'The Northern command admitted that its aircraft bombed the market.'],
      ],
      claims: [
        { words: '41 civilians', by: null, figure: { low: 41, high: 41, who: ['civilians'] } },
        { words: 'that its aircraft bombed the market', by: 'Northern command', cue: 'admitted' },
      ],
    }),
  ]
  const sideOf = (name: string): string | null => (name.startsWith('Northern') ? 'north' : null)
  const identities = documents.flatMap(({ captureId, reading }) =>
    reading.claims.map(({ id: claimId, attribution: { claimant } }) => {
      const name = claimant.kind === 'outlet' ? (reading.document.outlet ?? '') : claimant.name
      return {
        captureId,
        claimId,
        claimant: name,
        party: sideOf(name),
        origin: `o-${name.toLowerCase().replace(/ /gu, '-')}`,
      }
    }),
  )
  const originIds = [...new Set(identities.map(({ origin }) => origin))].sort()
  return {
    id: 'i-market',
    idOfReport: (key) => `inc-${key}`,
    previousIds: ['i-old'],
    reports: documents.map(({ captureId, reading }) => ({ captureId, reportId: reading.incidents[0]?.id ?? '' })),
    documents,
    identities,
    lineage: [
      { captureId: 'sha256:capture-copy', from: 'sha256:capture-wire', kind: 'copy', containment: 1, trace: [] },
    ],
    origins: originIds.map((id) => {
      const own = identities.filter(({ origin }) => origin === id)
      return {
        id,
        claimant: own[0]?.claimant ?? '',
        party: own[0]?.party ?? null,
        documents: [...new Set(own.map(({ captureId }) => captureId))],
        claims: own.map(({ claimId }) => claimId),
        trace: [],
      }
    }),
    partyOf: sideOf,
    reliabilityOf: (outlet) => (outlet === 'Toll Watch' ? 'B' : null),
    decisions: [],
    anchors: indexAnchors(documents),
  }
}

/** Its record by Cairn's own policy. */
export function marketRecord(): IncidentRecord {
  return buildIncident(marketIncident(), 'cairn')
}
