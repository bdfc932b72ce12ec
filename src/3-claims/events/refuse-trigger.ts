import {
  CARRIED_OUT_WORDS,
  COMPOUND_HEADS,
  COMPOUND_HEADS_OF_EVENTS,
  FIGURATIVE_AFTER,
  FIGURATIVE_BEFORE,
  FIGURATIVE_LOSSES,
  LIBERATION_HEADS,
  POWER_THINGS,
  STOPPAGE_WORDS,
  TRADE_WORDS,
} from '../../../data/words/event-context.ts'
import type { TriggerMatch } from './match-triggers.ts'
import type { Scene } from './read-scene.ts'
import { PHRASE_ENDS } from './phrase-span.ts'
import { isPassive } from './read-voice.ts'

/**
 * Says why a trigger's words name no event where they stand: a figure of speech, part of another name, another age.
 *
 * @returns the rule that refuses it, or null
 */
export function refuseTrigger(scene: Scene, trigger: TriggerMatch): string | null {
  const { tokens } = scene.sentence
  const before = tokens[trigger.start - 1]
  const after = tokens[trigger.end]
  const isNoun = trigger.wordClass === 'noun'
  if (
    isNoun &&
    trigger.kind !== 'deployment' &&
    after !== undefined &&
    COMPOUND_HEADS.has(after.lower) &&
    !COMPOUND_HEADS_OF_EVENTS.has(after.lower)
  )
    return 'events/part-of-another-name'
  if (isNoun && before !== undefined && FIGURATIVE_BEFORE.has(before.lower)) return 'events/figure-of-speech'
  if (!isNoun && isOpenToFigure(scene, trigger) && isFigurativeObject(scene, trigger)) return 'events/figure-of-speech'
  if (isNoun && trigger.kind === 'strike' && before !== undefined && STOPPAGE_WORDS.has(before.lower))
    return 'events/stoppage'
  if (isNoun && trigger.kind === 'seizure' && after !== undefined && isLiberationBody(scene, trigger))
    return 'events/part-of-a-name'
  if (trigger.kind === 'bombardment' && tokens[trigger.end]?.lower === 'from' && scene.weapons.length === 0)
    return 'events/figure-of-speech'
  if (isInsideParty(scene, trigger)) return 'events/part-of-a-name'
  if (trigger.kind === 'seizure' && !isNoun && isTakenAlong(scene, trigger)) return 'events/person-taken-along'
  if (trigger.kind === 'loss' && !isNoun && FIGURATIVE_LOSSES.has(objectWord(scene, trigger)))
    return 'events/figure-of-speech'
  if (trigger.kind === 'seizure' && !isNoun && CLEARED_THINGS.has(headOfObject(scene, trigger)))
    return 'events/figure-of-speech'
  if (trigger.kind === 'siege' && !isNoun && isJustAround(scene, trigger)) return 'events/figure-of-speech'
  if (trigger.kind === 'interception' && !isNoun && !bringsDownArms(scene, trigger)) return 'events/figure-of-speech'
  if (isAnniversary(scene, trigger)) return 'events/another-age-or-game'
  if (trigger.kind === 'strike' && !isNoun && tokens.some(({ lower }) => TRADE_WORDS.has(lower)))
    return 'events/figure-of-speech'
  if (trigger.kind === 'murder' && before !== undefined && isCarriedOut(scene, trigger)) return 'events/carried-out'
  if (trigger.kind === 'killing' && isWarTotal(scene)) return 'events/war-total'
  if (trigger.kind === 'wounding' && !isNoun && !isHarmDone(scene, trigger)) return 'events/person-described'
  if (trigger.kind === 'clash' && isNoun && isFigurativeFoe(scene, trigger)) return 'events/figure-of-speech'
  return isPartOfName(scene, trigger) ? 'events/part-of-a-name' : null
}

/** "hit the economy"; "sabotaged the power grid" is meant. */
function isFigurativeObject(scene: Scene, trigger: TriggerMatch): boolean {
  const { tokens } = scene.sentence
  const word = objectWord(scene, trigger)
  if (!FIGURATIVE_AFTER.has(word)) return false
  const at = tokens.findIndex(({ lower }, i) => i >= trigger.end && lower === word)
  return !(word === 'power' && POWER_THINGS.has(tokens[at + 1]?.lower ?? ''))
}

/** "the National Liberation Army", where capitals say nothing as well. */
function isLiberationBody({ sentence: { tokens } }: Scene, trigger: TriggerMatch): boolean {
  const isLiberation = tokens[trigger.start]?.lower === 'liberation'
  return isLiberation && LIBERATION_HEADS.has(tokens[trigger.end]?.lower ?? '')
}

/** "the National Liberation Front": the word is part of a party's name. A bomber is party and event in one. */
function isInsideParty(scene: Scene, trigger: TriggerMatch): boolean {
  if (trigger.kind === 'suicide') return false
  return scene.parties.some(
    ({ start, end }) => start <= trigger.start && trigger.end <= end && end - start > trigger.end - trigger.start,
  )
}

const TAKEN_AWAY: ReadonlySet<string> = new Set(['to', 'into', 'from', 'by', 'away', 'off', 'up', 'out', 'back'])

const TAKEN_PERSONS: ReadonlySet<string> = new Set(['them', 'him', 'her', 'us', 'me'])

/** "was taken to the hospital", "took them to the barracks", "took to the streets": nobody takes ground. */
function isTakenAlong(scene: Scene, trigger: TriggerMatch): boolean {
  const { tokens } = scene.sentence
  const isTake = /^(?:take|takes|took|taken|taking)$/u.test(tokens[trigger.start]?.lower ?? '')
  if (!isTake || trigger.end - trigger.start > 1) return false
  const next = tokens[trigger.end]?.lower ?? ''
  return TAKEN_AWAY.has(next) || (TAKEN_PERSONS.has(next) && TAKEN_AWAY.has(tokens[trigger.end + 1]?.lower ?? ''))
}

/** "marked the anniversary of the bombing". */
function isAnniversary(scene: Scene, trigger: TriggerMatch): boolean {
  const { tokens } = scene.sentence
  return tokens.slice(Math.max(0, trigger.start - 8), trigger.start).some(({ lower }) => lower === 'anniversary')
}

/** "executed a special operation", "executes the plan". */
function isCarriedOut(scene: Scene, trigger: TriggerMatch): boolean {
  const { tokens } = scene.sentence
  if (tokens[trigger.start]?.lower.startsWith('execut') !== true) return false
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
  // "the war has killed 400,000"
  const subject = tokens.findIndex(({ lower }) => lower === 'has' || lower === 'have' || lower === 'had')
  if (subject > 0 && tokens[subject + 1]?.lower === 'killed' && WARS.has(tokens[subject - 1]?.lower ?? '')) return true
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
  const preposition = scene.sentence.tokens[trigger.end]?.lower
  if (preposition === 'with') return FIGURATIVE_AFTER.has(scene.sentence.tokens[trigger.end + 1]?.lower ?? '')
  if (preposition !== 'against') return false
  const isNear = (at: number): boolean => at > trigger.end && at <= trigger.end + 5
  return !scene.parties.some(({ start }) => isNear(start)) && !scene.military.some(isNear)
}

const OBSTACLES =
  /^(?:debris|rubble|ruins|trees|hills|mountains|fields|water|walls?|fences?|family|friends|relatives|photographs|flowers)$/u

/** "the fields surrounding the town", "surrounded by debris": no armed party does it. */
function isJustAround(scene: Scene, trigger: TriggerMatch): boolean {
  const lower = scene.sentence.tokens[trigger.start]?.lower ?? ''
  if (!lower.startsWith('surround')) return false
  const isArmed = (from: number, to: number): boolean =>
    scene.parties.some(({ start, end }) => start < to && end > from) ||
    scene.military.some((at) => at >= from && at < to)
  if (scene.sentence.tokens[trigger.end]?.lower === 'by')
    return !isArmed(trigger.end, trigger.end + 5) || OBSTACLES.test(scene.sentence.tokens[trigger.end + 1]?.lower ?? '')
  return trigger.form === 'ing' && !isArmed(trigger.start - 2, trigger.start)
}

/** What is cleared, freed or recovered without any ground changing hands. */
const CLEARED_THINGS: ReadonlySet<string> = new Set(
  'ruins|ruin|rubble|debris|wreckage|remains|bodies|body|corpses|snow|wounded|hostages|prisoners|mines|landmines|ordnance|explosives|roadblocks|garbage|rubbish|trees|funds|name|names|customs'.split(
    '|',
  ),
)

/** The first telling noun of a verb's object: "clearing the ruins of a tower": ruins. */
function headOfObject({ sentence }: Scene, trigger: TriggerMatch): string {
  let head = ''
  for (let at = trigger.end; at < trigger.end + 5; at += 1) {
    const token = sentence.tokens[at]
    if (token === undefined || token.kind === 'punct' || PHRASE_ENDS.has(token.lower) || token.lower === 'of') break
    head = token.lower
  }
  return head
}

const DOWNING: ReadonlySet<string> = new Set([
  'shoot',
  'shot',
  'shooting',
  'shoots',
  'bring',
  'brought',
  'bringing',
  'brings',
  'down',
  'downed',
  'downing',
  'downs',
  'jam',
  'jammed',
  'jamming',
  'dismantle',
  'dismantled',
  'dismantling',
])

/** "brought down a drone" disrupts a weapon; a missile that "brought down a roof" does not. */
function bringsDownArms(scene: Scene, trigger: TriggerMatch): boolean {
  const { tokens } = scene.sentence
  if (!DOWNING.has(tokens[trigger.start]?.lower ?? '')) return true
  if (isPassive(scene, trigger)) return true
  return (
    scene.arms.some((at) => at >= trigger.end && at < trigger.end + 9) ||
    (trigger.form === 'past-or-participle' && tokens[trigger.end]?.kind !== 'word')
  )
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
