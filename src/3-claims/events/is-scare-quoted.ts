import type { EventKind } from '../../../data/words/event-kinds.ts'
import type { TriggerMatch } from './match-triggers.ts'
import type { Scene } from './read-scene.ts'

/** Kinds of deeds that somebody is accused of; a truce in quotation marks is no accusation. */
const OFFENCES: ReadonlySet<EventKind> = new Set<EventKind>([
  'looting',
  'murder',
  'sexual',
  'abduction',
  'displacement',
  'attack',
  'bombing',
  'shelling',
  'chemical',
  'killing',
  'destruction',
  'burial',
  'mob',
])
const OPENING: ReadonlySet<string> = new Set(['“', '"', '‘', "'", '«', '„'])
const CLOSING: ReadonlySet<string> = new Set(['”', '"', '’', "'", '»', '“'])
/** Most tokens of a phrase in quotation marks that is somebody's word and not their sentence. */
const MAX_QUOTED_TOKENS = 7

/**
 * Whether the event's own words stand in scare quotes ("images show trucks 'stealing wheat'"): an offence told in
 * somebody else's word.
 */
export function isScareQuoted(scene: Scene, trigger: TriggerMatch): boolean {
  if (!OFFENCES.has(trigger.kind)) return false
  const { tokens } = scene.sentence
  let open = trigger.start - 1
  while (open >= Math.max(1, trigger.start - 3) && tokens[open]?.kind === 'word') open -= 1
  // The mark opens in mid-sentence: a sentence that is a quotation from its start is its speaker's statement.
  if (open < 1 || !OPENING.has(tokens[open]?.text ?? '') || tokens[open - 1]?.kind === 'punct') return false
  return tokens.slice(trigger.end, open + MAX_QUOTED_TOKENS + 2).some(({ text }) => CLOSING.has(text))
}
