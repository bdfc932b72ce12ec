import type { Policy } from '../model/incident.ts'
import { evidenceOfFigure } from './evidence-of.ts'
import { type ExportSet, selectRecords, summariseProvenance } from './export-set.ts'
import { type Cell, columnsOf, type Table } from './table.ts'

const POLICIES: readonly Policy[] = ['cairn', 'acled', 'airwars', 'ucdp']

const COLUMNS = columnsOf([
  ['incident_id', 'text', 'the incident'],
  ['measure', 'text', 'which harm'],
  ['who', 'list', 'whom it counts'],
  ['scope', 'text', 'incident: the whole; subset: a part of a whole, never to be added to it'],
  ['low', 'integer', 'smallest lower bound that is claimed now'],
  ['high', 'integer', 'largest upper bound that is claimed now; empty when none is, or when it is open'],
  ['is_open', 'text', 'yes when somebody claims "at least" so many, without an upper bound'],
  ['best_cairn', 'integer', "one number by Cairn's policy"],
  ['best_acled', 'integer', "one number by ACLED's rule: the lowest"],
  ['best_airwars', 'integer', 'always empty: Airwars publishes ranges only'],
  ['best_ucdp', 'integer', "one number by UCDP's rule"],
  ['low_claim', 'text', 'claim that gives low'],
  ['high_claim', 'text', 'claim that gives high'],
  ['best_claim', 'text', 'claim that gives the number of the policy asked for'],
  ['claim_ids', 'list', 'these claims'],
  ['capture_ids', 'list', 'captures that they stand in'],
  ['capture_digests', 'list', 'SHA-256 of the bytes received, in the order of capture_ids'],
  ['provenance', 'text', 'what the numbers are and are not, and by which versions'],
])

/** One row a figure: a whole or a part, never both in one. */
export function tabulateFigures(set: ExportSet): Table {
  const provenance = summariseProvenance(set)
  const { measure } = set.filter
  const rows = selectRecords(set).flatMap((record) =>
    record.incident.figures.flatMap((figure, i): Cell[][] => {
      if (measure !== null && figure.measure !== measure) return []
      const bestBy = new Map((record.choices[i] ?? []).map(({ policy, best }) => [policy, best]))
      const { claims, captures, digests } = evidenceOfFigure(record, figure, set.captures)
      return [
        [
          record.incident.id,
          figure.measure,
          figure.who,
          figure.scope,
          figure.low,
          figure.high,
          figure.high === null && figure.highClaim !== null ? 'yes' : 'no',
          ...POLICIES.map((policy) => bestBy.get(policy) ?? null),
          figure.lowClaim,
          figure.highClaim,
          figure.bestClaim,
          claims,
          captures,
          digests,
          provenance,
        ],
      ]
    }),
  )
  return { name: 'figures', columns: COLUMNS, rows }
}
