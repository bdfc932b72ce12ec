import { CROWD_WORDS, TERRITORY_WORDS } from '../../../data/words/event-context.ts'
import type { EventKind } from '../../../data/words/event-kinds.ts'
import type { TriggerMatch } from './match-triggers.ts'
import type { Scene } from './read-scene.ts'
import { isPassive } from './read-voice.ts'
import { refuseTrigger } from './refuse-trigger.ts'

/** Why a trigger is an event here, or why it is none. */
export interface Admission {
  readonly admitted: boolean
  readonly rule: string
}

/** How far from its verb, in tokens, the ground or weapon of a trigger is looked for. */
const REACH_TOKENS = 7
const OBJECT_STOPS: ReadonlySet<string> = new Set(
  'that|who|which|when|where|while|because|after|before|as|by|with|said|says|and'.split('|'),
)

/**
 * Decides whether a trigger names an event where it stands.
 *
 * @param nearConflict whether the sentences around, or the document as a whole, speak of armed conflict
 * @param placeStarts UTF-16 starts of the sentence's place names
 */
export function admitTrigger(
  scene: Scene,
  trigger: TriggerMatch,
  nearConflict: boolean,
  placeStarts: ReadonlySet<number>,
): Admission {
  const refused = refuseTrigger(scene, trigger)
  if (refused !== null) return { admitted: false, rule: refused }
  const { needs } = trigger
  const admitted =
    needs === 'nothing' ||
    (needs === 'conflict' && (scene.isConflict || nearConflict)) ||
    (needs === 'sentence' && isConflictBeside(scene, trigger)) ||
    (needs === 'party' && scene.parties.length > 0 && (scene.isConflict || nearConflict)) ||
    (needs === 'forces' && scene.parties.some(({ isArmed }) => isArmed)) ||
    (needs === 'arms' &&
      (scene.arms.length > 0 || scene.triggers.some((other) => other !== trigger && other.needs === 'nothing'))) ||
    (needs === 'crowd' && scene.sentence.tokens.some(({ lower }) => CROWD_WORDS.has(lower))) ||
    (needs === 'weapon' && hasWeapon(scene, trigger)) ||
    (needs === 'territory' && (scene.isConflict || nearConflict) && hasGround(scene, trigger, placeStarts))
  return { admitted, rule: ruleOf(trigger) }
}

/** The rule ids made so far: each is built once. */
const RULES = { verb: new Map<EventKind, string>(), noun: new Map<EventKind, string>() } as const

function ruleOf({ kind, wordClass }: TriggerMatch): string {
  const rules = RULES[wordClass]
  const known = rules.get(kind)
  if (known !== undefined) return known
  const rule = `events/${kind}-${wordClass}`
  rules.set(kind, rule)
  return rule
}

function isConflictBeside(scene: Scene, trigger: TriggerMatch): boolean {
  return (
    scene.weapons.some(({ isLoose, at }) => !isLoose || Math.abs(at - trigger.start) < REACH_TOKENS) ||
    scene.parties.some((party) => party.isArmed || party.end <= trigger.start) ||
    scene.triggers.some((other) => other !== trigger && other.needs === 'nothing')
  )
}

function hasWeapon(scene: Scene, trigger: TriggerMatch): boolean {
  return scene.weapons.some(
    ({ at, kind }) =>
      kind !== 'attack' &&
      kind !== 'suicide' &&
      (trigger.kind !== 'explosive' || kind === 'explosive') &&
      ((at >= trigger.end && at < trigger.end + REACH_TOKENS && isReachable(scene, trigger.end, at)) ||
        (at < trigger.start && at >= trigger.start - 4 && isReachable(scene, at + 1, trigger.start))),
  )
}

function hasGround(scene: Scene, trigger: TriggerMatch, placeStarts: ReadonlySet<number>): boolean {
  const { tokens } = scene.sentence
  const isGround = (at: number): boolean => {
    const token = tokens[at]
    return token !== undefined && (TERRITORY_WORDS.has(token.lower) || placeStarts.has(token.start))
  }
  for (let at = trigger.end; at < Math.min(tokens.length, trigger.end + REACH_TOKENS); at += 1) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'punct' || OBJECT_STOPS.has(token.lower)) break
    if (isGround(at)) return true
  }
  // Passive and possessive: the ground stands before ("the town was captured", "the recently captured city").
  const isParticiple = trigger.form === 'past-or-participle' || trigger.form === 'participle'
  if (!isParticiple) return false
  for (let at = trigger.start - 1; at >= Math.max(0, trigger.start - REACH_TOKENS); at -= 1) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'punct') break
    if (isGround(at)) return isPassive(scene, trigger)
  }
  return false
}

function isReachable(scene: Scene, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const token = scene.sentence.tokens[at]
    if (token === undefined || token.kind === 'punct' || OBJECT_STOPS.has(token.lower)) return false
  }
  return true
}
