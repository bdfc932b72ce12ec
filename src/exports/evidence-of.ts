import type { Incident, IncidentFigure } from '../model/incident.ts'
import type { IncidentRecord } from '../model/record.ts'
import type { ExportCapture } from './export-set.ts'

/** What a row rests on, each sorted and once. */
export interface RowEvidence {
  readonly claims: readonly string[]
  /** Ids of captures. */
  readonly captures: readonly string[]
  /** SHA-256 digests of the captures' bytes, in the order of their ids. */
  readonly digests: readonly string[]
}

type Captures = ReadonlyMap<string, ExportCapture>

/** Evidence of a figure: the claims that give its bounds and its best number. */
export function evidenceOfFigure(record: IncidentRecord, figure: IncidentFigure, captures: Captures): RowEvidence {
  const ids = [figure.lowClaim, figure.highClaim, figure.bestClaim].filter((id) => id !== null)
  const named = new Set(ids)
  const from = record.claims.filter(({ entry }) => named.has(entry.claim.id)).map(({ entry }) => entry.captureId)
  return evidence(ids, from, captures)
}

/** Evidence of an incident: every figure claim that stands, and every capture. */
export function evidenceOfIncident(record: IncidentRecord, captures: Captures): RowEvidence {
  const standing = record.claims.filter(({ state }) => state === 'current').map(({ entry }) => entry.claim.id)
  return evidence(
    standing,
    record.incident.documents.map(({ captureId }) => captureId),
    captures,
  )
}

function evidence(claims: readonly string[], from: readonly string[], captures: Captures): RowEvidence {
  const ids = unique(from)
  return { claims: unique(claims), captures: ids, digests: ids.map((id) => digestOf(id, captures)) }
}

/** @throws {RangeError} when an export was not given a capture that its records rest on */
export function digestOf(captureId: string, captures: Captures): string {
  const capture = captures.get(captureId)
  if (capture === undefined) throw new RangeError(`the export was not given capture ${captureId}`)
  return capture.digest
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].sort()
}

/** The toll of a measure: its first figure that counts a whole; null when nobody counts one. */
export function tollOf({ figures }: Pick<Incident, 'figures'>, measure: IncidentFigure['measure']): number | null {
  const at = figures.findIndex((figure) => figure.measure === measure && figure.scope === 'incident')
  return at === -1 ? null : at
}
