import type { AcledSubEvent } from '../../model/claim.ts'
import type { Span } from '../../model/span.ts'
import type { PlaceIndex } from '../places/place-index.ts'
import type { Sentence } from '../text/sentence.ts'
import { admitTrigger } from './admit-trigger.ts'
import type { EventDraft } from './event-draft.ts'
import type { EventMention } from './event-mention.ts'
import { findRoles } from './find-roles.ts'
import type { TriggerMatch } from './match-triggers.ts'
import { isKeptBack } from './is-kept-back.ts'
import { isScareQuoted } from './is-scare-quoted.ts'
import { mergeTriggers } from './merge-triggers.ts'
import { type EventMood, readMood } from './read-mood.ts'
import { readScene, type Scene } from './read-scene.ts'
import { resolvePronounAgent } from './resolve-pronoun-agent.ts'
import { settleTypes } from './settle-types.ts'
import { eventType, readType } from './type-event.ts'

/** How many sentences on each side count as near. */
const NEAR_SENTENCES = 2
/** Sentences that speak of conflict from which on the whole document counts as doing so. */
const CONFLICT_DOCUMENT_SENTENCES = 3

/**
 * Finds every violent, coercive or territorial event the sentences name, in reading order, also where no number is given.
 *
 * @param places tells whose government a place has, and which words are places
 */
export function findEvents(sentences: readonly Sentence[], places: PlaceIndex): EventMention[] {
  const scenes = sentences.map(readScene)
  const isNear = nearConflict(scenes)
  const placeStarts = startsBySentence(places)
  const drafts: EventDraft[] = []
  scenes.forEach((scene, i) => {
    if (scene.triggers.length === 0 || scene.isOfAnotherWorld) return
    const isFirst = drafts.length === 0
    for (const draft of draftEvents(scene, isNear[i] === true, placeStarts.get(i) ?? NO_STARTS, places))
      if (isFirst || !isKeptBack(scene, draft.trigger)) drafts.push(resolvePronounAgent(draft, scenes[i - 1] ?? null))
  })
  return settleTypes(drafts).map(({ draft, subEvent, reason }) => mentionOf(draft, subEvent, reason))
}

const NO_STARTS: ReadonlySet<number> = new Set()

function draftEvents(
  scene: Scene,
  isNear: boolean,
  placeStarts: ReadonlySet<number>,
  places: PlaceIndex,
): EventDraft[] {
  const rules = new Map<TriggerMatch, string>()
  const admitted: TriggerMatch[] = []
  for (const trigger of scene.triggers) {
    const { admitted: isEvent, rule } = admitTrigger(scene, trigger, isNear, placeStarts)
    if (!isEvent) continue
    rules.set(trigger, rule)
    admitted.push(trigger)
  }
  if (admitted.length === 0) return []
  return mergeTriggers(scene, admitted).map(({ trigger, absorbed }) => {
    const roles = findRoles(scene, trigger, absorbed)
    const home = placeNeeded(trigger)
      ? (places.placeOf(scene.sentence.index, spanOf(scene, trigger), 'story')?.place.country ?? null)
      : null
    return { scene, trigger, roles, reading: readType(scene, trigger, roles, home), rule: rules.get(trigger) ?? '' }
  })
}

function placeNeeded({ kind }: TriggerMatch): boolean {
  return kind === 'seizure' || kind === 'advance' || kind === 'loss'
}

/** For each sentence, whether it or its neighbours, or the document at large, speak of armed conflict. */
function nearConflict(scenes: readonly Scene[]): boolean[] {
  const total = scenes.filter(({ isConflict }) => isConflict).length
  return scenes.map((_, i) => {
    if (total >= CONFLICT_DOCUMENT_SENTENCES) return true
    for (let k = Math.max(0, i - NEAR_SENTENCES); k <= Math.min(scenes.length - 1, i + NEAR_SENTENCES); k += 1)
      if (scenes[k]?.isConflict === true) return true
    return false
  })
}

function startsBySentence(places: PlaceIndex): Map<number, Set<number>> {
  const starts = new Map<number, Set<number>>()
  for (const { sentence, start, place } of places.mentions) {
    if (place.lat === null) continue
    const set = starts.get(sentence) ?? new Set<number>()
    set.add(start)
    starts.set(sentence, set)
  }
  return starts
}

function mentionOf({ scene, trigger, roles, rule }: EventDraft, subEvent: AcledSubEvent, reason: string): EventMention {
  const span = spanOf(scene, trigger)
  const { sentence } = scene
  return {
    sentence: sentence.index,
    trigger: span,
    type: eventType(subEvent),
    perpetrator: roles.perpetrator,
    target: roles.target,
    perpetratorStance: roles.stance,
    mood: moodOf(scene, trigger),
    rule,
    trace: [{ rule, quote: sentence.text.slice(span.start - sentence.start, span.end - sentence.start), reason }],
  }
}

function moodOf(scene: Scene, trigger: TriggerMatch): EventMood {
  const mood = readMood(scene, trigger)
  return mood === 'stated' && isScareQuoted(scene, trigger) ? 'accused' : mood
}

function spanOf({ sentence }: Scene, trigger: TriggerMatch): Span {
  const first = sentence.tokens[trigger.start]
  const last = sentence.tokens[trigger.end - 1]
  return { start: first?.start ?? sentence.start, end: last?.end ?? sentence.end }
}
