import type { Decision } from '../model/decision.ts'
import type { IncidentRecord } from '../model/record.ts'
import { matchesFilter, type ExportFilter } from './match-filter.ts'

/** How much of the record leaves the house (codebook, "Do no harm"). */
export type ExportLevel = 'public' | 'full'

/** What every export is made by, besides the records. */
export interface ExportTerms {
  /** What people decided, in the order in which they did. */
  readonly decisions: readonly Decision[]
  /** `public`: generalised coordinates, roles instead of persons' names, no quotes. */
  readonly level: ExportLevel
  /** Takes incidents along that nobody has reviewed; else only reviewed and finalised ones. */
  readonly withUnreviewed: boolean
  readonly filter: ExportFilter
  readonly provenance: Provenance
}

/** Records with what an export makes of them. */
export interface ExportSet extends ExportTerms {
  readonly records: readonly IncidentRecord[]
  /** Captures that the records rest on, by id. */
  readonly captures: ReadonlyMap<string, ExportCapture>
}

/** What exports tell of a capture. */
export interface ExportCapture {
  /** SHA-256 of the bytes received, `sha256:` and hex. */
  readonly digest: string
  /** ISO 8601, UTC. */
  readonly receivedAt: string
  /** ISO 639-1; null when it cannot be told. */
  readonly language: string | null
  /** The text that the spans of its claims count in. */
  readonly text: string
}

/** What an export says about itself. */
export interface Provenance {
  readonly codebook: string
  readonly extractor: string
  /** ISO 639-1 codes. Reports in others were not read: their absence is no absence of deaths. */
  readonly languages: readonly string[]
  /** Name and version of every policy that chose a number of the export, in order. */
  readonly policies: readonly string[]
  /** When the last document was received: ISO 8601, UTC; null when there is none. The same record gives the same export. */
  readonly asOf: string | null
}

export const CAVEAT = 'documented minimum, not the toll'

/** Whether an incident may leave and is asked for. Rejected ones never leave. */
export function isSelected(
  record: IncidentRecord,
  { withUnreviewed, filter }: Pick<ExportTerms, 'withUnreviewed' | 'filter'>,
): boolean {
  const { status } = record.incident
  const mayLeave = withUnreviewed ? status !== 'rejected' : status === 'reviewed' || status === 'finalised'
  return mayLeave && matchesFilter(record, filter)
}

/** The incidents that may leave and are asked for, in the order of their ids. */
export function selectRecords(set: ExportSet): IncidentRecord[] {
  return set.records
    .filter((record) => isSelected(record, set))
    .sort((a, b) => (a.incident.id < b.incident.id ? -1 : a.incident.id > b.incident.id ? 1 : 0))
}

/** What an export says about itself, a line each. */
export function describeProvenance(terms: ExportTerms): string[] {
  const { codebook, extractor, languages, policies, asOf } = terms.provenance
  return [
    CAVEAT,
    asOf === null ? 'no document received' : `as of ${asOf}`,
    `codebook ${codebook}`,
    `extractor ${extractor}`,
    `policies ${policies.join(', ') || 'none applied'}`,
    `languages covered ${languages.join(', ')}`,
    `level ${terms.level}`,
    terms.withUnreviewed ? 'holds incidents that nobody has reviewed' : 'reviewed incidents only',
  ]
}

/** The same in one cell, for formats in which every row must say it. */
export function summariseProvenance(terms: ExportTerms): string {
  return describeProvenance(terms).join('; ')
}

/** Name and version of every policy that chose a number of these incidents, in order. */
export function policiesOf(records: Iterable<IncidentRecord>): string[] {
  const found = new Set<string>()
  for (const { choices } of records) for (const { version } of choices.flat()) found.add(version)
  return [...found].sort()
}
