import type { EventKind } from '../../../data/words/event-kinds.ts'
import { ACLED_SUB_EVENTS, type AcledSubEvent, type EventType, type PloverClass } from '../../model/claim.ts'
import type { EventRoles } from './find-roles.ts'
import type { TriggerMatch } from './match-triggers.ts'
import type { Scene } from './read-scene.ts'

/** Sub-events that the word alone settles. */
const SETTLED: ReadonlyMap<EventKind, AcledSubEvent> = new Map<EventKind, AcledSubEvent>([
  ['airstrike', 'Air/drone strike'],
  ['shelling', 'Shelling/artillery/missile attack'],
  ['suicide', 'Suicide bomb'],
  ['grenade', 'Grenade'],
  ['chemical', 'Chemical weapon'],
  ['clash', 'Armed clash'],
  ['sexual', 'Sexual violence'],
  ['abduction', 'Abduction/forced disappearance'],
  ['arrest', 'Arrests'],
  ['looting', 'Looting/property destruction'],
  ['handover', 'Non-violent transfer of territory'],
  ['siege', 'Other'],
  ['interception', 'Disrupted weapons use'],
  ['agreement', 'Agreement'],
  ['exchange', 'Other'],
  ['protest', 'Peaceful protest'],
  ['riot', 'Violent demonstration'],
  ['mob', 'Mob violence'],
  ['crackdown', 'Excessive force against protesters'],
  ['deployment', 'Change to group/activity'],
  ['base', 'Headquarters or base established'],
  ['displacement', 'Other'],
  ['burial', 'Other'],
])

const PLOVER: Readonly<Record<AcledSubEvent, PloverClass>> = {
  'Government regains territory': 'ASSAULT',
  'Non-state actor overtakes territory': 'ASSAULT',
  'Armed clash': 'ASSAULT',
  'Excessive force against protesters': 'COERCE',
  'Protest with intervention': 'PROTEST',
  'Peaceful protest': 'PROTEST',
  'Violent demonstration': 'PROTEST',
  'Mob violence': 'ASSAULT',
  'Chemical weapon': 'ASSAULT',
  'Air/drone strike': 'ASSAULT',
  'Suicide bomb': 'ASSAULT',
  'Shelling/artillery/missile attack': 'ASSAULT',
  'Remote explosive/landmine/IED': 'ASSAULT',
  Grenade: 'ASSAULT',
  'Sexual violence': 'ASSAULT',
  Attack: 'ASSAULT',
  'Abduction/forced disappearance': 'ASSAULT',
  Agreement: 'AGREE',
  Arrests: 'COERCE',
  'Change to group/activity': 'MOBILIZE',
  'Disrupted weapons use': 'COERCE',
  'Headquarters or base established': 'MOBILIZE',
  'Looting/property destruction': 'ASSAULT',
  'Non-violent transfer of territory': 'RETREAT',
  Other: 'COERCE',
}

/** What the sentence alone says of an event's type. */
export interface TypeReading {
  /** The sub-event, or the default that stands when the document says nothing closer. */
  readonly subEvent: AcledSubEvent
  /** Whether the sentence itself settles it; otherwise an event named before may. */
  readonly isSettled: boolean
  readonly reason: string
}

/** How near a weapon must stand to a trigger to be what it was done with, in tokens. */
const NEAR_TOKENS = 5

/** Reads an event's ACLED type from its word, the weapons near it and the parties to it. */
export function readType(
  scene: Scene,
  trigger: TriggerMatch,
  roles: EventRoles,
  homeNation: string | null,
): TypeReading {
  const settled = SETTLED.get(trigger.kind)
  if (settled !== undefined) return { subEvent: settled, isSettled: true, reason: `the word means ${settled}` }
  if (trigger.kind === 'seizure' || trigger.kind === 'advance' || trigger.kind === 'loss')
    return readTerritory(scene, trigger, roles, homeNation)
  const weapon = weaponOf(scene, trigger)
  if (trigger.kind === 'explosive') {
    const isSuicide = scene.weapons.some(({ kind }) => kind === 'suicide')
    return isSuicide
      ? { subEvent: 'Suicide bomb', isSettled: true, reason: 'a suicide attack with a bomb' }
      : {
          subEvent: 'Remote explosive/landmine/IED',
          isSettled: trigger.end - trigger.start > 1,
          reason: 'a bomb or mine',
        }
  }
  if (trigger.kind === 'murder')
    return { subEvent: 'Attack', isSettled: true, reason: 'people killed or harmed on purpose' }
  if (weapon !== null) return { subEvent: weapon, isSettled: true, reason: 'the weapon named beside it' }
  return readByParties(scene, trigger, roles)
}

function weaponOf(scene: Scene, trigger: TriggerMatch): AcledSubEvent | null {
  let best: { readonly distance: number; readonly kind: EventKind } | null = null
  for (const { at, kind, isLoose } of scene.weapons) {
    const distance = at < trigger.start ? trigger.start - at : Math.max(0, at - trigger.end + 1)
    if (isLoose && distance > NEAR_TOKENS) continue
    // A bomb among other weapons says least: barrel bombs come by air, suicide bombs by a person.
    const rank = kind === 'suicide' ? -20 : kind === 'explosive' ? 6 : kind === 'attack' ? 12 : 0
    if (best === null || distance + rank < best.distance) best = { distance: distance + rank, kind }
  }
  if (best === null) return null
  if (best.kind === 'explosive') return 'Remote explosive/landmine/IED'
  if (best.kind === 'attack') return null
  return SETTLED.get(best.kind) ?? null
}

function readByParties(scene: Scene, trigger: TriggerMatch, roles: EventRoles): TypeReading {
  const { kind } = trigger
  if (kind === 'bombardment')
    return { subEvent: 'Shelling/artillery/missile attack', isSettled: false, reason: 'bombardment' }
  if (kind === 'bombing') {
    const isState = roles.party !== null && roles.party.side !== 'group'
    return isState
      ? { subEvent: 'Air/drone strike', isSettled: false, reason: 'bombing by a state' }
      : { subEvent: 'Remote explosive/landmine/IED', isSettled: false, reason: 'bombing' }
  }
  if (kind === 'strike' && trigger.wordClass === 'noun')
    return { subEvent: 'Air/drone strike', isSettled: false, reason: 'a strike from afar' }
  if (kind === 'blast') return { subEvent: 'Other', isSettled: false, reason: 'a blast whose cause is not told' }
  if (isArmedTarget(scene, trigger, roles) && !(kind === 'strike' && roles.party === null))
    return { subEvent: 'Armed clash', isSettled: roles.party !== null, reason: 'both sides are armed' }
  if (kind === 'destruction')
    return { subEvent: 'Looting/property destruction', isSettled: false, reason: 'property destroyed' }
  return { subEvent: 'Attack', isSettled: false, reason: 'nothing says by which means' }
}

/** Whether those hit are armed: by the target's words, or for a killing by what stands beside it. */
function isArmedTarget(scene: Scene, trigger: TriggerMatch, roles: EventRoles): boolean {
  const { tokens } = scene.sentence
  const { target } = roles
  const within = (at: number): boolean => {
    const token = tokens[at]
    return target !== null && token !== undefined && token.start >= target.start && token.end <= target.end
  }
  if (target !== null) {
    if (scene.military.some(within)) return true
    if (scene.civilian.some(within)) return false
    if (scene.parties.some((party) => within(party.start) && party.side !== 'nation')) return true
  }
  if (trigger.kind !== 'killing' && trigger.kind !== 'wounding') return false
  const near = (at: number): boolean => Math.abs(at - trigger.start) <= NEAR_TOKENS + 2
  return scene.military.some(near) && !scene.civilian.some(near)
}

function readTerritory(scene: Scene, trigger: TriggerMatch, roles: EventRoles, homeNation: string | null): TypeReading {
  const regains = {
    subEvent: 'Government regains territory',
    isSettled: true,
    reason: 'taken by the government of the place',
  } as const
  const overtakes = {
    subEvent: 'Non-state actor overtakes territory',
    isSettled: true,
    reason: 'taken from the government of the place',
  } as const
  const isLoss = trigger.kind === 'loss'
  const party = roles.party ?? partyInside(scene, trigger)
  if (party === null) return { ...(isLoss ? overtakes : overtakes), isSettled: false }
  const isGovernment =
    party.side === 'state'
      ? party.nation === null || homeNation === null || party.nation === homeNation
      : party.side === 'nation' && (homeNation === null ? false : party.nation === homeNation)
  return isGovernment !== isLoss ? regains : overtakes
}

function partyInside(scene: Scene, trigger: TriggerMatch): Scene['parties'][number] | null {
  return scene.parties.find(({ start, end }) => start >= trigger.start && end <= trigger.end + 1) ?? null
}

/** The event type of a sub-event: its ACLED type and PLOVER class. */
export function eventType(subEvent: AcledSubEvent): EventType {
  return { acled: { event: ACLED_SUB_EVENTS[subEvent], subEvent }, plover: PLOVER[subEvent] }
}
