import { fallsIn } from '../../exports/digest/choose-incidents.ts'
import { concernsPeriod } from '../../exports/digest/concerns-period.ts'
import type { DigestRequest, DigestSources } from '../../exports/digest/digest-facts.ts'
import { isOfPeriod } from '../../exports/digest/find-gaps.ts'
import { findHiddenSpans, hideInDocument } from '../../model/hidden-words.ts'
import type { ReadDocument } from '../../model/incident.ts'
import type { IncidentRecord } from '../../model/record.ts'
import { findActive, PRODUCER, recordTotals } from '../../pipeline.ts'
import type { IncidentStore } from '../../ports/incident-store.ts'
import { loadDecisions } from '../../workspace/decisions/load-decisions.ts'
import { loadDocumentsOf, readCaptures } from '../../workspace/incidents/load-documents.ts'
import { loadUnread } from '../../workspace/incidents/load-unread.ts'
import { allRecords } from '../../workspace/incidents/record-of.ts'
import { PRODUCER_SETTING, producerName } from '../../workspace/settings.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import type { DigestOptions } from '../program/add-digest-command.ts'
import { CODEBOOK_VERSION, COVERED_LANGUAGES } from './export.ts'

/** Documents of a workspace that a digest has to know, whatever incidents it tells. */
interface PeriodDocuments {
  /** Those of the period. */
  readonly ofPeriod: readonly ReadDocument[]
  /** Those that give totals over time, of whichever time: a series is one. */
  readonly withTotals: readonly ReadDocument[]
  readonly capturedThen: ReadonlySet<string>
  readonly asOf: string | null
}

/** What a digest of a period is made of: incidents and documents pass by, and those that do not concern it are not held. */
export async function gatherDigest(
  workspace: Workspace,
  incidents: IncidentStore,
  options: DigestOptions,
  request: DigestRequest,
): Promise<DigestSources> {
  const withUnreviewed = options.unreviewed === true
  const producer = await workspace.store.setting(PRODUCER_SETTING)
  const { ofPeriod, withTotals, capturedThen, asOf } = await findDocuments(workspace, producer ?? '', request)
  const records: IncidentRecord[] = []
  for await (const record of allRecords(workspace, incidents, options.policy))
    if (concernsPeriod(record, request, capturedThen)) records.push(record)
  // Totals are of no incident that a person could have reviewed.
  const series = withUnreviewed ? withTotals : []
  const held = new Map([...ofPeriod, ...series].map((document) => [document.captureId, document]))
  const behind = new Set(records.flatMap(({ incident }) => incident.documents.map(({ captureId }) => captureId)))
  const missing = new Set([...behind].filter((captureId) => !held.has(captureId)))
  const documents = [...held.values(), ...(await loadDocumentsOf(workspace, producer ?? '', missing))]
  const decisions = await loadDecisions(workspace)
  const spans = findHiddenSpans(findActive(decisions))
  return {
    records,
    series: recordTotals(series, decisions),
    documents: documents.map((one) => hideInDocument(one, spans.get(one.reading.document.id) ?? [])),
    unread: await loadUnread(workspace),
    level: options.full === true ? 'full' : 'public',
    withUnreviewed,
    provenance: {
      codebook: CODEBOOK_VERSION,
      extractor: producer ?? producerName(PRODUCER),
      policy: options.policy,
      languages: COVERED_LANGUAGES,
      asOf,
    },
  }
}

async function findDocuments(workspace: Workspace, producer: string, request: DigestRequest): Promise<PeriodDocuments> {
  const ofPeriod: ReadDocument[] = []
  const withTotals: ReadDocument[] = []
  const capturedThen = new Set<string>()
  let asOf: string | null = null
  for await (const page of readCaptures(workspace, producer, null))
    for (const { document } of page) {
      if (document === null) continue
      const { captureId, receivedAt, reading } = document
      if (asOf === null || receivedAt > asOf) asOf = receivedAt
      if (fallsIn(receivedAt, request)) capturedThen.add(captureId)
      if (isOfPeriod(document, request)) ofPeriod.push(document)
      if (reading.claims.some(({ figure }) => figure?.scope === 'cumulative')) withTotals.push(document)
    }
  return { ofPeriod, withTotals, capturedThen, asOf }
}
