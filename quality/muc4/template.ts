import type { Claim } from '../../src/model/claim.ts'
import type { IncidentReport } from '../../src/model/reading.ts'
import type { When } from '../../src/model/when.ts'

/** One fill of a key: any of `alts` is right; an optional one is not missed. */
interface KeyFill {
  readonly alts: readonly string[]
  readonly ref?: readonly string[]
  readonly optional?: boolean
}

interface KeyDate {
  readonly on?: string
  readonly on_or_before?: string
  readonly from?: string
  readonly to?: string
  readonly raw?: string
}

interface KeyNumber {
  readonly exact?: number
  readonly approx?: number
  readonly min?: number
  readonly max?: number
  readonly plural?: boolean
}

interface KeyGroup {
  readonly who: readonly string[]
  readonly number: readonly KeyNumber[] | null
  readonly certain: boolean
}

/** The slots of a 1992 key template that the suite scores. */
export interface KeyTemplate {
  readonly n: number
  readonly optional: boolean
  /** Alternatives, each a path from the country down. */
  readonly incident_location: readonly (readonly (readonly {
    readonly name: string
    readonly type: string | null
  }[])[])[]
  readonly incident_type: readonly KeyFill[]
  readonly perp_organization_id: readonly KeyFill[]
  readonly perp_organization_confidence: readonly KeyFill[]
  /** What the key calls the people of a name; `ref` is the name, null for groups known by the description alone. */
  readonly hum_tgt_description: readonly KeyFill[]
  readonly hum_tgt_number: readonly KeyFill[]
  readonly hum_tgt_effect: readonly KeyFill[]
  readonly derived: {
    readonly dates?: readonly KeyDate[]
    readonly killed: readonly KeyGroup[]
    readonly injured: readonly KeyGroup[]
  }
}

export type IncidentType = 'ATTACK' | 'BOMBING' | 'KIDNAPPING' | 'ARSON' | 'ROBBERY'

/** People of one figure or target, in the terms of the keys. */
export interface Harmed {
  /** Null when the text does not say, or when the people were only abducted or aimed at. */
  readonly effect: 'DEATH' | 'INJURY' | 'NO DEATH' | 'NO INJURY' | 'NO INJURY OR DEATH' | null
  /** Bounds as claimed; both null for vague counts and unnumbered plurals. */
  readonly low: number | null
  readonly high: number | null
  /** The figure's evidence or the target's words, verbatim; of a bare count also what else it is called by. */
  readonly words: string
}

/** Where a response lies. */
export interface Location {
  /** ISO code; by default the country the document is about. */
  readonly country: string | null
  /** Names from wide to fine below the country; empty when only the country is known. */
  readonly names: readonly string[]
}

/** One or several of our incident reports, in the terms of the keys. */
export interface Response {
  readonly type: IncidentType
  /** Null stands for the keys' default: on or before the dateline. */
  readonly when: When | null
  readonly location: Location
  readonly harmed: readonly Harmed[]
  readonly organizations: readonly { readonly name: string; readonly isAccused: boolean }[]
}

/** A response with the reports it was made from and their claims, in the order of the text. */
export interface Account {
  readonly response: Response
  readonly reports: readonly IncidentReport[]
  readonly claims: readonly Claim[]
}
