import type { ClaimRef, Origin } from '../../model/incident.ts'
import type { MatterSetting } from './find-party.ts'

/** One claim of a matter with who says it, known across documents, and where it comes from. */
export interface IdentifiedClaim extends ClaimRef {
  /** The claimant by the registry's name, or in the clearest form written; an outlet by its own name. Equal for two claims of one claimant. */
  readonly claimant: string
  /** Side of the conflict that the claimant is a party to, or null. */
  readonly party: string | null
  /** Id of its origin. */
  readonly origin: string
}

/** The origins of a matter, and every claim of it in one of them. */
export interface MatterOrigins {
  readonly origins: readonly Origin[]
  /** Sorted by capture and claim. */
  readonly claims: readonly IdentifiedClaim[]
  /** Where and when the matter took place, by which sides of a conflict are told. */
  readonly setting: MatterSetting
}
