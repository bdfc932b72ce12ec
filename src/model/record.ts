import type { Claim, Group, Measure, Scope } from './claim.ts'
import type { Decision } from './decision.ts'
import type { Incident, Policy, ReportRef } from './incident.ts'
import type { Place } from './place.ts'
import type { Actor } from './reading.ts'
import type { When } from './when.ts'

/** Admiralty reliability of an outlet (research/field.md, 4.9); null where nobody has given it a letter. */
export type Reliability = 'A' | 'B' | 'C' | 'D' | 'E' | 'F'

/** A claim with all that the record has to know of it: who says it, by the registry, and when it could be known. */
export interface RecordClaim {
  readonly claim: Claim
  /** Digest of the document's text (`Document.id`): what decisions are attached to. */
  readonly documentId: string
  readonly captureId: string
  /** When its capture was received: ISO 8601, UTC. */
  readonly receivedAt: string
  /** When it was said: the live-blog post's time, else the publication date; null when the source does not say. */
  readonly saidAt: string | null
  /** The claimant by the registry's name; an outlet by its own. Two claims are of one claimant when these are equal. */
  readonly claimant: string
  /** Side of the conflict the claimant is a party to, or null. */
  readonly party: string | null
  /** Id of the origin it belongs to; null when the claim is in none. */
  readonly origin: string | null
  /** Capture of the document that this one was copied from, or null. */
  readonly copyOf: string | null
  readonly reliability: Reliability | null
  /** Stands in the headline or a heading. */
  readonly isHeadline: boolean
  /** The text gives it as a count of before ("up from 58", "had first reported 58"). */
  readonly isEarlier: boolean
}

/**
 * Where a claim stands in the record: `current`; `superseded` by a later one of its claimant; `repeat` of another claim
 * (headline, copy, the outlet's own voice); `not-counted` (denied, conditional, another scope); `cumulative`, in a series of its own.
 */
export type ClaimState = 'current' | 'superseded' | 'repeat' | 'not-counted' | 'cumulative'

/** One figure claim of an incident and what became of it. */
export interface SettledClaim {
  readonly entry: RecordClaim
  readonly state: ClaimState
  /** The claim that superseded it or that it repeats; null otherwise. */
  readonly by: string | null
  /** Rule id, `record/…`. */
  readonly rule: string
}

/** What one claimant says now of one harm: one claim, or the sum of claims that count groups apart. */
export interface Account {
  readonly measure: Measure
  readonly who: readonly Group[]
  readonly low: number | null
  readonly high: number | null
  /** The vague word when no number is given, or null. */
  readonly vague: string | null
  /** The claims it rests on, the largest first; more than one for a sum. */
  readonly claims: readonly RecordClaim[]
  readonly claimant: string
  readonly party: string | null
  /** When the claimant said it last: ISO 8601, or the day alone. */
  readonly saidAt: string
  /** When the claimant first said what it still says. */
  readonly since: string
}

/** What a party says about who did it. */
export interface Position {
  readonly kind: 'accepts' | 'denies' | 'blames'
  readonly claimant: string
  /** Side of the claimant, or null. */
  readonly party: string | null
  /** Side that is blamed; null when it is not known which, and for the others. */
  readonly blamed: string | null
  readonly claimId: string
  readonly receivedAt: string
  readonly quote: string
}

/** Something the record shows and does not repair. */
export interface Finding {
  readonly rule: string
  readonly message: string
  readonly claims: readonly string[]
}

/** The two Admiralty axes, kept apart, with the rules that gave them. */
export interface Admiralty {
  /** Best letter of the outlets that carry a current claim; F when none has one. */
  readonly reliability: Reliability
  readonly credibility: 1 | 2 | 3 | 4 | 5 | 6
  readonly rules: readonly string[]
}

/** A range as Airwars publishes it; null when not known, max null when open. */
export interface HarmRange {
  readonly min: number | null
  readonly max: number | null
}

/** Civilians and combatants harmed, by Airwars' rules. */
export interface CivilianHarm {
  readonly measure: Measure
  readonly civilians: HarmRange
  readonly combatants: HarmRange
}

/** An incident with what stands behind it. */
export interface IncidentRecord {
  readonly incident: Incident
  /** All reports that tell of it, in the order in which they were received: the founding one first. */
  readonly reports: readonly ReportRef[]
  /** By template: "Air/drone strike, Mariupol, 16 March 2022". */
  readonly label: string
  readonly admiralty: Admiralty
  /** Every figure claim by measure, claimant and time; rejected ones at the end. */
  readonly claims: readonly SettledClaim[]
  readonly positions: readonly Position[]
  /** Who did it and to whom, by the reports, the most often told first. */
  readonly actors: readonly Actor[]
  /** What each policy chooses for each figure of the incident, in their order. */
  readonly choices: readonly (readonly PolicyChoice[])[]
  /** Killed and injured. */
  readonly harm: readonly CivilianHarm[]
  readonly findings: readonly Finding[]
  /** What people did to it and to its claims, in order; undone ones and their undoings too. */
  readonly decisions: readonly TakenDecision[]
}

/** A decision about an incident or its claims. */
export interface TakenDecision {
  readonly decision: Decision
  /** Neither undone nor an undoing itself. */
  readonly isInForce: boolean
  /** Ids of the claims that it is about. */
  readonly claims: readonly string[]
}

/** A number by a named policy, and the claim and the rule that give it. */
export interface PolicyChoice {
  readonly policy: Policy
  readonly version: string
  readonly best: number | null
  readonly bestClaim: string | null
  /** Why this one: rule id. */
  readonly rule: string
}

/** Totals over time of one harm to one group in one place or war: never part of an incident's toll. */
export interface CumulativeSeries {
  readonly id: string
  readonly measure: Measure
  readonly who: readonly Group[]
  readonly scope: Extract<Scope, 'cumulative'>
  /** Where the total is of; null when the text names no place. */
  readonly place: Place | null
  /** Start of the period that the totals share; null when open or not said. */
  readonly since: string | null
  readonly points: readonly CumulativePoint[]
}

/** One total of a series, in the order in which the totals were said. */
export interface CumulativePoint {
  readonly claim: string
  readonly claimant: string
  readonly party: string | null
  readonly saidAt: string | null
  readonly receivedAt: string
  readonly low: number | null
  readonly high: number | null
  readonly vague: string | null
  readonly period: When | null
  readonly state: ClaimState
  readonly by: string | null
}
