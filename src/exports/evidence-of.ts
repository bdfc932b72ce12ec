import type { Incident, IncidentFigure } from '../model/incident.ts'
import type { IncidentRecord } from '../model/record.ts'

/** Claim ids and capture digests that a row rests on, each in one cell, parted by blanks. */
export interface RowEvidence {
  readonly claims: string
  readonly captures: string
}

/** Evidence of a figure: the claims that give its bounds and its best number. */
export function evidenceOfFigure(record: IncidentRecord, figure: IncidentFigure): RowEvidence {
  return evidenceOf(record, [figure.lowClaim, figure.highClaim, figure.bestClaim])
}

/** Evidence of an incident: every figure claim that stands, and every capture. */
export function evidenceOfIncident(record: IncidentRecord): RowEvidence {
  const standing = record.claims.filter(({ state }) => state === 'current').map(({ entry }) => entry.claim.id)
  return { claims: join(standing), captures: join(record.incident.documents.map(({ captureId }) => captureId)) }
}

function evidenceOf(record: IncidentRecord, ids: readonly (string | null)[]): RowEvidence {
  const named = new Set(ids)
  const captures = record.claims.filter(({ entry }) => named.has(entry.claim.id)).map(({ entry }) => entry.captureId)
  return { claims: join(ids.filter((id) => id !== null)), captures: join(captures) }
}

function join(values: readonly string[]): string {
  return [...new Set(values)].sort().join(' ')
}

/** The toll of a measure: its first figure that counts a whole; null when nobody counts one. */
export function tollOf({ figures }: Pick<Incident, 'figures'>, measure: IncidentFigure['measure']): number | null {
  const at = figures.findIndex((figure) => figure.measure === measure && figure.scope === 'incident')
  return at === -1 ? null : at
}
