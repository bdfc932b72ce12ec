import {
  CARRIED_OUT_WORDS,
  COMPOUND_HEADS,
  COMPOUND_HEADS_OF_EVENTS,
  CROWD_WORDS,
  FIGURATIVE_AFTER,
  FIGURATIVE_BEFORE,
  OTHER_WORLD_WORDS,
  TERRITORY_WORDS,
  TRADE_WORDS,
} from '../../../data/words/event-context.ts'
import type { TriggerMatch } from './match-triggers.ts'
import type { Scene } from './read-scene.ts'

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
  const refused = refusal(scene, trigger)
  if (refused !== null) return { admitted: false, rule: refused }
  const { needs } = trigger
  const admitted =
    needs === 'nothing' ||
    (needs === 'conflict' && (scene.isConflict || nearConflict)) ||
    (needs === 'sentence' && isConflictBeside(scene, trigger)) ||
    (needs === 'party' && scene.parties.length > 0 && (scene.isConflict || nearConflict)) ||
    (needs === 'forces' && scene.parties.some(({ isArmed }) => isArmed)) ||
    (needs === 'crowd' && scene.sentence.tokens.some(({ lower }) => CROWD_WORDS.has(lower))) ||
    (needs === 'weapon' && hasWeapon(scene, trigger)) ||
    (needs === 'territory' && (scene.isConflict || nearConflict) && hasGround(scene, trigger, placeStarts))
  return { admitted, rule: `events/${trigger.kind}-${trigger.wordClass}` }
}

function refusal(scene: Scene, trigger: TriggerMatch): string | null {
  const { tokens } = scene.sentence
  const before = tokens[trigger.start - 1]
  const after = tokens[trigger.end]
  const isNoun = trigger.wordClass === 'noun'
  if (isNoun && after !== undefined && COMPOUND_HEADS.has(after.lower) && !COMPOUND_HEADS_OF_EVENTS.has(after.lower))
    return 'events/part-of-another-name'
  if (isNoun && before !== undefined && FIGURATIVE_BEFORE.has(before.lower)) return 'events/figure-of-speech'
  if (!isNoun && isOpenToFigure(scene, trigger) && FIGURATIVE_AFTER.has(objectWord(scene, trigger)))
    return 'events/figure-of-speech'
  if (trigger.kind === 'bombardment' && tokens[trigger.end]?.lower === 'from' && scene.weapons.length === 0)
    return 'events/figure-of-speech'
  if (tokens.some(({ lower }) => OTHER_WORLD_WORDS.has(lower))) return 'events/another-age-or-game'
  if (trigger.kind === 'strike' && !isNoun && tokens.some(({ lower }) => TRADE_WORDS.has(lower)))
    return 'events/figure-of-speech'
  if (trigger.kind === 'murder' && before !== undefined && isCarriedOut(scene, trigger)) return 'events/carried-out'
  if (trigger.kind === 'killing' && isWarTotal(scene)) return 'events/war-total'
  if (trigger.kind === 'wounding' && !isNoun && !isHarmDone(scene, trigger)) return 'events/person-described'
  if (trigger.kind === 'clash' && isNoun && after?.lower === 'against' && isFigurativeFoe(scene, trigger))
    return 'events/figure-of-speech'
  return isPartOfName(scene, trigger) ? 'events/part-of-a-name' : null
}

/** "executed a special operation", "executes the plan". */
function isCarriedOut(scene: Scene, trigger: TriggerMatch): boolean {
  const { tokens } = scene.sentence
  if (!/^execut/u.test(tokens[trigger.start]?.lower ?? '')) return false
  return tokens.slice(trigger.end, trigger.end + 5).some(({ lower }) => CARRIED_OUT_WORDS.has(lower))
}

const WARS: ReadonlySet<string> = new Set([
  'war',
  'conflict',
  'uprising',
  'crisis',
  'invasion',
  'revolt',
  'insurgency',
  'revolution',
])

/** "have been killed since the conflict began": a total over a war, no event. */
function isWarTotal(scene: Scene): boolean {
  const { tokens } = scene.sentence
  const since = tokens.findIndex(({ lower }) => lower === 'since')
  return since >= 0 && tokens.slice(since + 1, since + 8).some(({ lower }) => WARS.has(lower))
}

/** Whether "wounded" tells of a wounding and does not just describe somebody ("the wounded fighters"). */
function isHarmDone(scene: Scene, trigger: TriggerMatch): boolean {
  if (trigger.form !== 'past-or-participle') return true
  const { tokens } = scene.sentence
  const next = tokens[trigger.end]
  const before = tokens[trigger.start - 1]?.lower ?? ''
  if (isPassive(scene, trigger) || ['has', 'have', 'had', 'and', 'also'].includes(before)) return true
  if (next === undefined) return false
  return (
    next.kind === 'number' ||
    [
      'by',
      'in',
      'when',
      'after',
      'the',
      'a',
      'several',
      'dozens',
      'scores',
      'at',
      'two',
      'three',
      'four',
      'five',
      'six',
      'his',
      'another',
    ].includes(next.lower)
  )
}

/** "the battle against inflation", "the fight against Nazi Germany": no armed party is named as the foe. */
function isFigurativeFoe(scene: Scene, trigger: TriggerMatch): boolean {
  const isNear = (at: number): boolean => at > trigger.end && at <= trigger.end + 5
  return !scene.parties.some(({ start }) => isNear(start)) && !scene.military.some(isNear)
}

/** Whether nothing but the verb speaks of violence: "hit the market" with no weapon near. */
function isOpenToFigure(scene: Scene, trigger: TriggerMatch): boolean {
  if (trigger.needs === 'nothing' && trigger.kind !== 'bombardment') return false
  return (
    !scene.weapons.some(({ isLoose }) => !isLoose) &&
    !scene.triggers.some((other) => other !== trigger && other.needs === 'nothing')
  )
}

/** The head of what follows a verb: the first word that is no article. */
function objectWord(scene: Scene, trigger: TriggerMatch): string {
  const { tokens } = scene.sentence
  for (let i = trigger.end; i < trigger.end + 3; i += 1) {
    const lower = tokens[i]?.lower ?? ''
    if (!['the', 'a', 'an', 'its', 'their', 'his', 'her'].includes(lower)) return lower
  }
  return ''
}

/** "Islamic State of …", "Battle of Stalingrad", "the Anti-Terror Operation": capitals on both sides in mixed prose. */
function isPartOfName(scene: Scene, trigger: TriggerMatch): boolean {
  const { sentence } = scene
  if (sentence.isUpperCase || trigger.wordClass !== 'noun') return false
  const first = sentence.tokens[trigger.start]
  const before = sentence.tokens[trigger.start - 1]
  if (first === undefined || before === undefined || !/^\p{Lu}\p{Ll}/u.test(first.text)) return false
  const next = sentence.tokens[trigger.end]
  return (
    next !== undefined &&
    next.kind === 'word' &&
    /^\p{Lu}\p{Ll}/u.test(next.text) &&
    ['Operation', 'Operations', 'Battle', 'Offensive'].includes(first.text)
  )
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

const BE_FORMS: ReadonlySet<string> = new Set('is|are|was|were|been|being|be|get|got|gets'.split('|'))

/** Whether a form of "be" carries the participle, with at most two adverbs between. */
export function isPassive(scene: Scene, trigger: TriggerMatch): boolean {
  for (let at = trigger.start - 1; at >= Math.max(0, trigger.start - 3); at -= 1) {
    const lower = scene.sentence.tokens[at]?.lower ?? ''
    if (BE_FORMS.has(lower)) return true
    if (['has', 'have', 'had', 'who', 'and'].includes(lower)) return false
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
