import type { RecordChange } from '../../model/incident.ts'
import { cleanCell } from './clean-cell.ts'
import { layOutTable } from './lay-out-table.ts'
import type { Screen } from './screen.ts'

/** A change of a published value with what caused it. */
export interface ExplainedChange extends RecordChange {
  /** The claim that caused it; null for a decision, and where no claim did. */
  readonly claim: {
    readonly id: string
    /** Null where a person has hidden the words. */
    readonly quote: string | null
    readonly claimant: string
    readonly outlet: string | null
    readonly captureId: string
  } | null
  readonly decision: { readonly id: string; readonly action: string } | null
}

/** Changes for people: when, what, from what to what, and by whose words or decision. */
export function showChanges(changes: readonly ExplainedChange[], screen: Screen): string[] {
  const rows = changes.map((change) => {
    const { at, field, before, after } = change
    return [at.slice(0, 16).replace('T', ' '), field, `${before ?? '-'} > ${after ?? '-'}`, describeCause(change)]
  })
  return layOutTable(
    ['known at', 'what', 'change', 'because'],
    rows.map((row) => row.map(cleanCell)),
    screen,
  )
}

function describeCause({ claim, decision, by, reason }: ExplainedChange): string {
  if (decision !== null) return `${decision.action} by ${by}: ${reason} (${decision.id})`
  if (claim === null) return reason
  const words = claim.quote === null ? 'words hidden' : `"${claim.quote}"`
  const carrier = claim.outlet === null || claim.outlet === claim.claimant ? '' : `, in ${claim.outlet}`
  return `${claim.claimant}: ${words}${carrier} (${claim.id}); ${by}`
}
