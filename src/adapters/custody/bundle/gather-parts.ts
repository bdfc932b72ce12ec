import type { ArchiveLocation } from '../../../model/archived.ts'
import type { Unreadable } from '../../../model/document.ts'
import { CairnError } from '../../../model/error.ts'
import type { Reading } from '../../../model/reading.ts'
import type { CustodyLog } from '../../../ports/custody-log.ts'
import type { StoredCapture, StoredReading } from '../../../ports/record-store.ts'
import { hashSpan } from '../../archive/read-location.ts'
import { readCustodyEvidence } from '../read-evidence.ts'
import type { BundleParts } from './make-bundle.ts'
import { readOriginal } from './read-spans.ts'

/** What is to be proven, as the record knows it. */
export interface ProofRequest {
  readonly capture: Pick<StoredCapture, 'id' | 'location' | 'custodyIndex'>
  /** The reading to be proven with it, or null to prove the capture alone; one that says why the capture could not be read is left out. */
  readonly reading: Pick<StoredReading, 'json' | 'sha256'> | null
  /** One claim of the reading, or null for all of them. */
  readonly claimId: string | null
  /** ISO 8601, UTC. */
  readonly created: string
  /** Name and version of this software. */
  readonly software: string
}

/** Where the evidence lies. */
export interface EvidencePlaces {
  /** Folder of the custody files. */
  readonly workspace: string
  /** Folder of the archive's files. */
  readonly archive: string
  readonly log: CustodyLog
}

/**
 * Reads everything that a proof bundle is made of.
 *
 * @throws {CairnError} "bad-workspace" when evidence is missing or changed; `cairn verify` says more
 */
export async function gatherParts(places: EvidencePlaces, request: ProofRequest): Promise<BundleParts> {
  const { capture, claimId, created, software } = request
  const reading = request.reading !== null && holdsDocument(request.reading.json) ? request.reading : null
  const indexes = [capture.custodyIndex]
  if (reading !== null) indexes.push(await findReadingEntry(places.log, capture, reading.sha256))
  const span = await readSpanBytes(places.archive, capture.location)
  const original = await readOriginal(span)
  return {
    evidence: await readCustodyEvidence(places.workspace, indexes),
    span,
    originalSpan: original === null ? null : await readSpanBytes(places.archive, original),
    readingJson: reading?.json ?? null,
    claimId,
    created,
    software,
  }
}

function holdsDocument(json: string): boolean {
  const value = JSON.parse(json) as Reading | Unreadable
  return 'document' in value
}

/** The bytes of a span, proven by its digest. @throws {CairnError} "bad-workspace" when they are missing or changed */
export async function readSpanBytes(archive: string, location: ArchiveLocation): Promise<Buffer> {
  const parts: Buffer[] = []
  const fault = await hashSpan(archive, location, (part) => void parts.push(part))
  if (fault !== null) throw new CairnError('bad-workspace', `no proof: ${fault.message}`)
  return Buffer.concat(parts)
}

/** Position of the entry of a reading: it stands behind that of its capture. */
async function findReadingEntry(log: CustodyLog, capture: ProofRequest['capture'], sha256: string): Promise<number> {
  for await (const [index, entry] of log.entries(capture.custodyIndex)) {
    if (entry.kind === 'reading' && entry.captureId === capture.id && entry.sha256 === sha256) return index
  }
  throw new CairnError('bad-workspace', `no proof: the custody log has no entry for this reading of ${capture.id}`)
}
