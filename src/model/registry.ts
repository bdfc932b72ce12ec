import type { Reliability } from './record.ts'

/** A claimant that a project knows by name: an organisation, or an outlet that others cite. */
export interface ClaimantEntry {
  /** The name under which the record has it. */
  readonly name: string
  readonly aliases: readonly string[]
  /** `outlet` for news agencies and outlets; otherwise what kind of body it is ("monitor", "group", "un" ...). */
  readonly kind: string
  /** ISO 3166-1 alpha-2 of the state it belongs to or has its seat in, or null. */
  readonly country: string | null
  /** Whether it is an organ of that state and a party where the state is one. */
  readonly isState: boolean
  /** Side it is on in conflicts in the countries named, beyond what the table of conflicts says. */
  readonly sides?: readonly { readonly countries: readonly string[]; readonly side: string }[]
}

/** How far an outlet is relied on (Admiralty, research/field.md, 4.9). */
export interface OutletEntry {
  readonly name: string
  readonly aliases: readonly string[]
  readonly reliability: Reliability
}

/** What a project knows of claimants and outlets beyond the reviewed registry (data/claimants), where it comes first. */
export interface OwnRegistry {
  readonly claimants: readonly ClaimantEntry[]
  readonly outlets: readonly OutletEntry[]
}

export const NO_REGISTRY: OwnRegistry = { claimants: [], outlets: [] }
