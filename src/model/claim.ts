import type { Place } from './place.ts'
import type { Span } from './span.ts'
import type { Trace } from './trace.ts'
import type { When } from './when.ts'

/** What harm a figure counts (codebook, "Figures"). */
export const MEASURES = [
  'killed',
  'injured',
  'missing',
  'bodies_found',
  'abducted',
  'detained',
  'displaced',
  'trapped',
  'surrendered',
  'killed_or_injured',
  'other_people',
] as const
export type Measure = (typeof MEASURES)[number]

/** Whom a figure counts (codebook, "Figures"). `people` when the text says nothing closer. */
export const GROUPS = [
  'civilians',
  'combatants',
  'children',
  'women',
  'men',
  'elderly',
  'medics',
  'journalists',
  'aid_workers',
  'officials',
  'police',
  'prisoners',
  'people',
] as const
export type Group = (typeof GROUPS)[number]

export const SCOPES = ['incident', 'subset', 'cumulative', 'other'] as const
export type Scope = (typeof SCOPES)[number]

export const STANCES = ['asserted', 'accused', 'denied', 'conditional'] as const
export type Stance = (typeof STANCES)[number]

export type ClaimantKind = 'person' | 'office' | 'organisation' | 'unnamed' | 'outlet'

/** Who vouches for a claim. `name` is the clearest form that stands in the text; "outlet" for the outlet's own voice. */
export interface Claimant {
  readonly kind: ClaimantKind
  readonly name: string
  /** Office or function as written ("secretary of the Security Council"), or null. */
  readonly role: string | null
  /** Body or country the claimant speaks for as written, or null. */
  readonly affiliation: string | null
}

export interface Attribution {
  readonly claimant: Claimant
  /** The words that attribute ("said", "according to"), or null in the outlet's own voice. */
  readonly cue: string | null
  readonly stance: Stance
  /** As written, in reading order. */
  readonly hedges: readonly string[]
  /** The chain the claim came by, nearest to the reader first; the claimant is not in it. */
  readonly relay: readonly string[]
}

/** The exact words: `exact` is `document.text.slice(start, end)`; prefix and suffix are up to 32 units of context. */
export interface Evidence extends Span {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  readonly sentence: Span
}

/** How many people suffered a harm, as written (codebook, "Figures"). */
export interface Figure {
  readonly measure: Measure
  /** Lower bound as written; null when open or vague. */
  readonly low: number | null
  /** Upper bound as written; null when open or vague. */
  readonly high: number | null
  readonly approx: boolean
  /** The vague word ("dozens"), or null. Bounds are null when it is set. */
  readonly vague: string | null
  /** The quantity's own words ("at least 21,000"); for a counted noun phrase without a numeral, that phrase. */
  readonly asWritten: string
  readonly who: readonly Group[]
  readonly scope: Scope
  /** Id of the figure claim this one is part of, when it stands in the document. */
  readonly subsetOf: string | null
  /** Period of a cumulative figure; null otherwise or when the text does not say. */
  readonly period: When | null
}

/** ACLED event and sub-event type and PLOVER class (research/field.md, 4.1 and 4.3). */
export interface EventType {
  readonly acled: { readonly event: AcledEvent; readonly subEvent: AcledSubEvent }
  readonly plover: PloverClass
}

export const ACLED_SUB_EVENTS = {
  'Government regains territory': 'Battles',
  'Non-state actor overtakes territory': 'Battles',
  'Armed clash': 'Battles',
  'Excessive force against protesters': 'Protests',
  'Protest with intervention': 'Protests',
  'Peaceful protest': 'Protests',
  'Violent demonstration': 'Riots',
  'Mob violence': 'Riots',
  'Chemical weapon': 'Explosions/Remote violence',
  'Air/drone strike': 'Explosions/Remote violence',
  'Suicide bomb': 'Explosions/Remote violence',
  'Shelling/artillery/missile attack': 'Explosions/Remote violence',
  'Remote explosive/landmine/IED': 'Explosions/Remote violence',
  Grenade: 'Explosions/Remote violence',
  'Sexual violence': 'Violence against civilians',
  Attack: 'Violence against civilians',
  'Abduction/forced disappearance': 'Violence against civilians',
  Agreement: 'Strategic developments',
  Arrests: 'Strategic developments',
  'Change to group/activity': 'Strategic developments',
  'Disrupted weapons use': 'Strategic developments',
  'Headquarters or base established': 'Strategic developments',
  'Looting/property destruction': 'Strategic developments',
  'Non-violent transfer of territory': 'Strategic developments',
  Other: 'Strategic developments',
} as const
export type AcledSubEvent = keyof typeof ACLED_SUB_EVENTS
export type AcledEvent = (typeof ACLED_SUB_EVENTS)[AcledSubEvent]

export type PloverClass =
  | 'AGREE'
  | 'CONSULT'
  | 'SUPPORT'
  | 'CONCEDE'
  | 'COOPERATE'
  | 'AID'
  | 'RETREAT'
  | 'REQUEST'
  | 'ACCUSE'
  | 'REJECT'
  | 'THREATEN'
  | 'PROTEST'
  | 'SANCTION'
  | 'MOBILIZE'
  | 'COERCE'
  | 'ASSAULT'

export type ClaimKind = 'figure' | 'event' | 'statement'

/** One thing that somebody says in a document (codebook, "Claim"). Only `verifyClaim` makes one. */
export interface Claim {
  /** Derived from text digest, kind, span and value: the same reading gives the same id. */
  readonly id: string
  readonly kind: ClaimKind
  readonly evidence: Evidence
  readonly attribution: Attribution
  /** Set exactly when `kind` is `figure`. */
  readonly figure: Figure | null
  /** Set exactly when `kind` is `event`. */
  readonly event: EventType | null
  readonly place: Place | null
  readonly when: When | null
  /** Id of the reading's incident report the claim belongs to, or null. */
  readonly incident: string | null
  /** Calibrated: of claims at 0.9, nine in ten are right on the development sets. */
  readonly confidence: number
  readonly producer: { readonly name: string; readonly version: string }
  readonly trace: readonly Trace[]
}
