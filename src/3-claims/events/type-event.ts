import { NATIONS } from '../../../data/words/armed-parties.ts'
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
  /** Whether those hit are civilians or civilian places: no fighting, whatever is told beside it. */
  readonly isOnCivilians: boolean
  readonly reason: string
}

type SentenceType = Omit<TypeReading, 'isOnCivilians'>

/** Mines and roadside bombs wait for their victim; other bombs may turn out to be a suicide attack. */
function isMine(scene: Scene, trigger: TriggerMatch): boolean {
  return scene.sentence.tokens
    .slice(trigger.start, trigger.end)
    .some(({ lower }) => /^(?:land-?mines?|mines?|roadside|ieds?|improvised|booby.*|parcel|letter)$/u.test(lower))
}

/** How near a weapon must stand to a trigger to be what it was done with, in tokens. */
const NEAR_TOKENS = 5
/** The same for words that name nothing but a weapon. */
const FAR_TOKENS = 16

/** Reads an event's ACLED type from its word, the weapons near it and the parties to it. */
export function readType(
  scene: Scene,
  trigger: TriggerMatch,
  roles: EventRoles,
  homeNation: string | null,
): TypeReading {
  const { subEvent, isSettled, reason } = readSentenceType(scene, trigger, roles, homeNation)
  return { subEvent, isSettled, isOnCivilians: isCivilianTarget(scene, roles), reason }
}

/** "attacks on a clinic": civilians or their places are named as hit, and nothing military. */
function isCivilianTarget(scene: Scene, { target }: EventRoles): boolean {
  if (target === null) return false
  const { tokens } = scene.sentence
  const within = (at: number): boolean => {
    const token = tokens[at]
    return token !== undefined && token.start >= target.start && token.end <= target.end
  }
  return (
    scene.civilian.some(within) &&
    !scene.military.some(within) &&
    !scene.parties.some((party) => within(party.start) && party.isArmed)
  )
}

function readSentenceType(
  scene: Scene,
  trigger: TriggerMatch,
  roles: EventRoles,
  homeNation: string | null,
): SentenceType {
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
          isSettled: trigger.wordClass === 'verb' || isMine(scene, trigger),
          reason: 'a bomb or mine',
        }
  }
  if (trigger.kind === 'murder')
    return { subEvent: 'Attack', isSettled: true, reason: 'people killed or harmed on purpose' }
  const means = meansOfParty(scene, trigger, roles)
  if (means !== null) return { subEvent: means, isSettled: true, reason: 'the arm of those who did it' }
  if (weapon !== null)
    return {
      subEvent: weapon,
      isSettled: weapon !== 'Remote explosive/landmine/IED',
      reason: 'the weapon named beside it',
    }
  return readByParties(scene, trigger, roles)
}

const AIR_ARM = /(?:^|\b)(?:air|warplanes?|jets?|aircrafts?|planes|helicopters?|drones?|bombers|pilots)\b/u
const GUN_ARM = /\b(?:artillery|artillery\w+|gunners|gunboats|mortar|rocket)\b/u

const GROUND_ARM = /\b(?:army|troops|soldiers|units?|tanks)\b/u

/** "the air force destroyed", "warplanes hit": who acts tells by what means. */
function meansOfParty(scene: Scene, { kind }: TriggerMatch, { party }: EventRoles): AcledSubEvent | null {
  if (party === null || party.side === 'group') return null
  const words = scene.sentence.tokens
    .slice(party.start, party.end)
    .map(({ lower }) => lower)
    .join(' ')
  if (AIR_ARM.test(words)) return 'Air/drone strike'
  if (kind === 'bombardment' && GROUND_ARM.test(words)) return 'Shelling/artillery/missile attack'
  return GUN_ARM.test(words) ? 'Shelling/artillery/missile attack' : null
}

function weaponOf(scene: Scene, trigger: TriggerMatch): AcledSubEvent | null {
  let best: { readonly distance: number; readonly kind: EventKind } | null = null
  for (const { at, kind, isLoose } of scene.weapons) {
    const distance = at < trigger.start ? trigger.start - at : Math.max(0, at - trigger.end + 1)
    if (distance > (isLoose ? NEAR_TOKENS : FAR_TOKENS)) continue
    // A bomb among other weapons says least: barrel bombs come by air, suicide bombs by a person.
    const rank = kind === 'suicide' ? -20 : kind === 'explosive' ? 6 : kind === 'attack' ? 12 : 0
    if (best === null || distance + rank < best.distance) best = { distance: distance + rank, kind }
  }
  if (best === null) return null
  if (best.kind === 'explosive') return 'Remote explosive/landmine/IED'
  if (best.kind === 'attack') return null
  return SETTLED.get(best.kind) ?? null
}

function readByParties(scene: Scene, trigger: TriggerMatch, roles: EventRoles): SentenceType {
  const { kind } = trigger
  if (kind === 'bombardment')
    return { subEvent: 'Shelling/artillery/missile attack', isSettled: false, reason: 'bombardment' }
  if (kind === 'bombing') {
    // "was bombed", "indiscriminate bombing": from the air, unless a group did it; "a bombing" is a bomb somebody laid
    const isFromAir = roles.party === null && (trigger.wordClass === 'verb' || isFromAbove(scene, trigger))
    const isState = isFromAir || (roles.party !== null && roles.party.side !== 'group')
    return isState
      ? { subEvent: 'Air/drone strike', isSettled: false, reason: 'bombing by a state' }
      : { subEvent: 'Remote explosive/landmine/IED', isSettled: false, reason: 'bombing' }
  }
  if (kind === 'strike' && trigger.wordClass === 'noun')
    return { subEvent: 'Air/drone strike', isSettled: false, reason: 'a strike from afar' }
  if (kind === 'blast') return { subEvent: 'Other', isSettled: false, reason: 'a blast whose cause is not told' }
  if (kind === 'attack' && isForGround(scene, trigger))
    return { subEvent: 'Armed clash', isSettled: true, reason: 'an attack to take ground' }
  if (isArmedTarget(scene, trigger, roles) && !(kind === 'strike' && roles.party === null))
    return { subEvent: 'Armed clash', isSettled: roles.party !== null, reason: 'both sides are armed' }
  if (kind === 'destruction')
    return { subEvent: 'Looting/property destruction', isSettled: false, reason: 'property destroyed' }
  return { subEvent: 'Attack', isSettled: false, reason: 'nothing says by which means' }
}

const FROM_ABOVE: ReadonlySet<string> = new Set(
  'indiscriminate|aerial|heavy|intense|intensive|relentless|continued|constant|carpet'.split('|'),
)

function isFromAbove({ sentence }: Scene, { start }: TriggerMatch): boolean {
  return FROM_ABOVE.has(sentence.tokens[start - 1]?.lower ?? '')
}

const TAKING = /^(?:re)?(?:capture|take|gain|claim|seize|open)$/u

/** "mounted an attack to recapture the road". */
function isForGround(scene: Scene, trigger: TriggerMatch): boolean {
  const { tokens } = scene.sentence
  return tokens
    .slice(trigger.end, trigger.end + 8)
    .some(({ lower }, i) => TAKING.test(lower) && tokens[trigger.end + i - 1]?.lower === 'to')
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
    // "attacked government-held parts of the city": one side's ground
    if (
      trigger.kind === 'attack' &&
      roles.party?.isArmed === true &&
      tokens.some(({ lower }, at) => within(at) && (lower.endsWith('-held') || lower.endsWith('-controlled')))
    )
      return true
    if (scene.civilian.some(within)) return false
    if (scene.parties.some((party) => within(party.start) && party.side !== 'nation')) return true
  }
  if (trigger.kind !== 'killing' && trigger.kind !== 'wounding') return false
  const near = (at: number): boolean => Math.abs(at - trigger.start) <= NEAR_TOKENS + 2
  return scene.military.some(near) && !scene.civilian.some(near)
}

function readTerritory(
  scene: Scene,
  trigger: TriggerMatch,
  roles: EventRoles,
  homeNation: string | null,
): SentenceType {
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
  if (party === null) return { ...overtakes, isSettled: false }
  const home = homeNation ?? nationOfTarget(scene, roles, party.nation)
  const isGovernment =
    party.side === 'state'
      ? party.nation === null || home === null || party.nation === home
      : party.side === 'nation' && (home === null ? false : party.nation === home)
  return isGovernment !== isLoss ? regains : overtakes
}

/** "captured the Ukrainian city of …": the country the ground itself is said to belong to. */
function nationOfTarget(scene: Scene, { target }: EventRoles, own: string | null): string | null {
  if (target === null) return null
  for (const token of scene.sentence.tokens) {
    if (token.start < target.start || token.end > target.end) continue
    const nation = NATIONS.get(token.lower)
    if (nation !== undefined && nation !== own) return nation
  }
  return null
}

function partyInside(scene: Scene, trigger: TriggerMatch): Scene['parties'][number] | null {
  return scene.parties.find(({ start, end }) => start >= trigger.start && end <= trigger.end + 1) ?? null
}

/** The event type of a sub-event: its ACLED type and PLOVER class. */
export function eventType(subEvent: AcledSubEvent): EventType {
  return { acled: { event: ACLED_SUB_EVENTS[subEvent], subEvent }, plover: PLOVER[subEvent] }
}
