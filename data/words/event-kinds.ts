/**
 * Words that name a violent, coercive or territorial event. Own list, after ACLED's sub-event types and PLOVER's classes.
 *
 * `kind` says what the word means; what ACLED type it becomes can depend on weapons and parties named around it
 * (src/3-claims/events/type-event.ts). `needs` says what must stand around the word before it counts:
 * `nothing`; `conflict`: other signs of armed conflict in the sentence or near it; `sentence`: such signs in the very
 * sentence; `territory`: a piece of ground as what is taken or lost; `weapon`: a weapon as subject or object;
 * `party`: a party to a conflict in the sentence, be it a country; `forces`: armed people
 * in it; `crowd`: people in the streets; `arms`: arms, or an attack with them. In a phrase, `~` stands for up to three words, `~~` for up to eight.
 */
export type EventKind =
  | 'airstrike'
  | 'shelling'
  | 'explosive'
  | 'suicide'
  | 'grenade'
  | 'chemical'
  | 'clash'
  | 'attack'
  | 'strike'
  | 'bombing'
  | 'bombardment'
  | 'blast'
  | 'killing'
  | 'wounding'
  | 'murder'
  | 'sexual'
  | 'abduction'
  | 'arrest'
  | 'looting'
  | 'destruction'
  | 'seizure'
  | 'loss'
  | 'advance'
  | 'handover'
  | 'siege'
  | 'interception'
  | 'agreement'
  | 'exchange'
  | 'protest'
  | 'riot'
  | 'crackdown'
  | 'mob'
  | 'deployment'
  | 'base'
  | 'displacement'
  | 'burial'

export type TriggerNeed =
  | 'nothing'
  | 'conflict'
  | 'sentence'
  | 'territory'
  | 'weapon'
  | 'party'
  | 'forces'
  | 'crowd'
  | 'arms'

export interface TriggerGroup {
  readonly kind: EventKind
  readonly needs: TriggerNeed
  readonly phrases: readonly string[]
}
