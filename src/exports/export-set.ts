import type { IncidentRecord } from '../model/record.ts'

/** How much of the record leaves the house (codebook, "Do no harm"). */
export type ExportLevel = 'public' | 'full'

/** What every export is made of. */
export interface ExportSet {
  readonly records: readonly IncidentRecord[]
  /** `public`: generalised coordinates, roles instead of persons' names, no quotes. */
  readonly level: ExportLevel
  /** Takes incidents along that nobody has reviewed; else only reviewed and finalised ones. */
  readonly withUnreviewed: boolean
  readonly provenance: Provenance
}

/** What an export says about itself. */
export interface Provenance {
  readonly codebook: string
  readonly extractor: string
  /** Named policy of every best number, with its version. */
  readonly policies: readonly string[]
  /** ISO 639-1 codes. Reports in others were not read: their absence is no absence of deaths. */
  readonly languages: readonly string[]
  /** The record as of: ISO 8601, UTC; given, so that the same record gives the same export. */
  readonly asOf: string
}

export const CAVEAT = 'documented minimum, not the toll'

/** The incidents that may leave, in the order of their ids. Rejected ones never do. */
export function selectRecords({ records, withUnreviewed }: ExportSet): IncidentRecord[] {
  return records
    .filter(({ incident: { status } }) =>
      withUnreviewed ? status !== 'rejected' : status === 'reviewed' || status === 'finalised',
    )
    .sort((a, b) => (a.incident.id < b.incident.id ? -1 : a.incident.id > b.incident.id ? 1 : 0))
}

/** What an export says about itself, a line each. */
export function describeProvenance(set: ExportSet): string[] {
  const { codebook, extractor, policies, languages, asOf } = set.provenance
  return [
    CAVEAT,
    `as of ${asOf}`,
    `codebook ${codebook}`,
    `extractor ${extractor}`,
    `policies ${policies.join(', ')}`,
    `languages covered ${languages.join(', ')}`,
    `level ${set.level}`,
    set.withUnreviewed ? 'holds incidents that nobody has reviewed' : 'reviewed incidents only',
  ]
}
