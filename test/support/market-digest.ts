import { buildIncident, type RecordSources } from '../../src/5-record/build-incident.ts'
import type { DigestFacts, DigestRequest, DigestSources } from '../../src/exports/digest/digest-facts.ts'
import { gatherFacts } from '../../src/exports/digest/gather-facts.ts'
import type { IncidentRecord } from '../../src/model/record.ts'
import { marketIncident } from './market-incident.ts'

/** May and June 2030: all that is told of the made-up market. */
export const SPRING: DigestRequest = { since: '2030-05-01', until: '2030-06-30', place: null, country: null }

/** What a digest of the made-up incident is made of: the machine's proposal, at the public level. */
export function marketSources(incident: RecordSources = marketIncident()): DigestSources {
  return {
    records: [buildIncident(incident, 'cairn')],
    series: [],
    documents: incident.documents,
    unread: [],
    level: 'public',
    withUnreviewed: true,
    provenance: {
      codebook: '1',
      extractor: 'rules 1',
      policy: 'cairn',
      languages: ['en'],
      asOf: '2030-07-01T00:00:00Z',
    },
  }
}

/** The facts of a digest of it. */
export function marketFacts(change: Partial<DigestSources> = {}, request: Partial<DigestRequest> = {}): DigestFacts {
  return gatherFacts({ ...marketSources(), ...change }, { ...SPRING, ...request })
}

/** The record with another status. */
export function withStatus(record: IncidentRecord, status: IncidentRecord['incident']['status']): IncidentRecord {
  return { ...record, incident: { ...record.incident, status } }
}
