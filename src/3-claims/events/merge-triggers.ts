import type { EventKind } from '../../../data/words/event-kinds.ts'
import type { TriggerMatch } from './match-triggers.ts'
import type { Scene } from './read-scene.ts'

/** Kinds that say what was done; a harm or a general word beside them tells of the same event. */
const CAUSES: ReadonlySet<EventKind> = new Set<EventKind>([
  'airstrike',
  'shelling',
  'explosive',
  'suicide',
  'grenade',
  'chemical',
  'clash',
  'attack',
  'strike',
  'bombing',
  'bombardment',
  'blast',
  'murder',
  'mob',
  'riot',
  'crackdown',
  'abduction',
  'sexual',
])
/** Words that say only that harm was done. */
const HARMS: ReadonlySet<EventKind> = new Set<EventKind>(['killing', 'wounding', 'destruction'])
/** General words that take their meaning from a closer one. */
const GENERAL: ReadonlySet<EventKind> = new Set<EventKind>(['attack', 'strike', 'blast', 'bombing', 'bombardment'])
/** Deeds done to persons alone. */
const ON_PERSONS: ReadonlySet<EventKind> = new Set<EventKind>(['murder', 'abduction', 'sexual'])
/** How near, in tokens, two words must stand to name one event. */
const REACH_TOKENS = 7

/** A trigger with the words that name the same event: they may tell who did it and to whom. */
export interface MergedTrigger {
  readonly trigger: TriggerMatch
  readonly absorbed: readonly TriggerMatch[]
}

/** Drops the triggers that name an event a second time: its harm, its general name, the verb of its noun. */
export function mergeTriggers(scene: Scene, triggers: readonly TriggerMatch[]): MergedTrigger[] {
  if (triggers.length < 2) return triggers.map((trigger) => ({ trigger, absorbed: [] }))
  const standIn = triggers.map((trigger) =>
    triggers.filter((other) => other !== trigger && stands(scene, trigger, other)),
  )
  const kept = triggers.filter((_, i) => standIn[i]?.length === 0)
  return kept.map((trigger) => ({
    trigger,
    absorbed: triggers.filter((_, i) => nearest(standIn[i] ?? [], kept, triggers[i]) === trigger),
  }))
}

/** Of the words that stand for a dropped one, the kept one closest to it. */
function nearest(
  candidates: readonly TriggerMatch[],
  kept: readonly TriggerMatch[],
  dropped: TriggerMatch | undefined,
): TriggerMatch | null {
  return candidates
    .filter((trigger) => kept.includes(trigger))
    .reduce<TriggerMatch | null>(
      (best, trigger) =>
        best === null || Math.abs(trigger.start - (dropped?.start ?? 0)) < Math.abs(best.start - (dropped?.start ?? 0))
          ? trigger
          : best,
      null,
    )
}

/** Whether `other` already names the event of `trigger`. */
function stands(scene: Scene, trigger: TriggerMatch, other: TriggerMatch): boolean {
  // "burned the houses of the murdered farmers": a thing destroyed is not what was done to a person.
  if (trigger.kind === 'destruction' && ON_PERSONS.has(other.kind)) return false
  if (HARMS.has(trigger.kind)) {
    if (CAUSES.has(other.kind)) return true
    return HARMS.has(other.kind) && rank(other) > rank(trigger) - (other.start < trigger.start ? 0.5 : 0)
  }
  if (trigger.needs === 'weapon' && isObjectOf(scene, trigger, other)) return true
  if (!CAUSES.has(trigger.kind) || !CAUSES.has(other.kind)) return isSameWordPair(trigger, other)
  const [left, right] = trigger.start < other.start ? [trigger, other] : [other, trigger]
  if (right.start - left.end > REACH_TOKENS) return false
  if (!isOneClause(scene, left.end, right.start)) return false
  const isLess =
    specificity(trigger) < specificity(other) ||
    (specificity(trigger) === specificity(other) && trigger.start > other.start)
  if (!isLess) return false
  // Two nouns are one event only when "of" or nothing links them; a verb and a noun when they share the clause.
  return (
    trigger.wordClass === 'verb' ||
    other.wordClass === 'verb' ||
    right.start === left.end ||
    isLinkedByOf(scene, left.end, right.start)
  )
}

/** "launched coordinated missile and artillery attacks": the noun after the verb names what was launched. */
function isObjectOf(scene: Scene, verb: TriggerMatch, noun: TriggerMatch): boolean {
  if (
    noun.wordClass !== 'noun' ||
    !CAUSES.has(noun.kind) ||
    noun.start < verb.end ||
    noun.start - verb.end > REACH_TOKENS
  )
    return false
  return !scene.sentence.tokens
    .slice(verb.end, noun.start)
    .some(({ kind, lower }) => kind === 'punct' || PREPOSITIONS.has(lower))
}

const PREPOSITIONS: ReadonlySet<string> = new Set([
  'at',
  'on',
  'into',
  'in',
  'from',
  'against',
  'towards',
  'toward',
  'as',
  'after',
  'to',
])

/** "siege" and "besieged" in one sentence stay two; "offensive" after "launched" is one. */
function isSameWordPair(trigger: TriggerMatch, other: TriggerMatch): boolean {
  return (
    trigger.kind === other.kind &&
    trigger.start > other.start &&
    trigger.start - other.end <= (trigger.kind === 'agreement' ? 14 : 2) &&
    trigger.kind !== 'siege' &&
    trigger.kind !== 'burial'
  )
}

/** "a wave of attacks", "the explosion of a bomb". */
function isLinkedByOf(scene: Scene, from: number, to: number): boolean {
  return to - from <= 3 && scene.sentence.tokens[from]?.lower === 'of'
}

function specificity({ kind, wordClass }: TriggerMatch): number {
  const general = kind === 'strike' || kind === 'attack' ? 0 : GENERAL.has(kind) ? 1 : kind === 'clash' ? 1.5 : 2
  return general + (wordClass === 'noun' ? 0.2 : 0)
}

function rank({ kind }: TriggerMatch): number {
  return kind === 'killing' ? 2 : kind === 'destruction' ? 1 : 0
}

function isOneClause(scene: Scene, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const token = scene.sentence.tokens[at]
    if (token === undefined) return false
    if (token.kind === 'punct' && token.text !== '-') return false
    if (['and', 'but', 'while', 'when', 'after', 'before', 'as', 'who', 'because'].includes(token.lower)) return false
  }
  return true
}
