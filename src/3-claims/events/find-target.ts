import type { Span } from '../../model/span.ts'
import type { TriggerMatch } from './match-triggers.ts'
import type { Scene } from './read-scene.ts'
import { isPassive } from './read-voice.ts'
import { PHRASE_ENDS, tokenSpan } from './phrase-span.ts'

const TARGET_PREPOSITIONS: ReadonlySet<string> = new Set([
  'on',
  'against',
  'at',
  'of',
  'upon',
  'targeting',
  'into',
  'over',
])

/** Most tokens of a target as kept. */
const MAX_TARGET_TOKENS = 8

/** What a noun's preposition points at: "an attack on the base". */
export function targetOfNoun(scene: Scene, trigger: TriggerMatch): Span | null {
  const preposition = scene.sentence.tokens[trigger.end]
  if (preposition === undefined || !TARGET_PREPOSITIONS.has(preposition.lower)) return null
  return phraseFrom(scene, trigger.end + 1)
}

/** What a verb's object is, or its subject where it is passive. */
export function targetOfVerb(scene: Scene, trigger: TriggerMatch): Span | null {
  // What explodes or dies has no object that was hit.
  if (
    trigger.kind === 'blast' ||
    /^(?:die|dies|died|dying|perish.*)$/u.test(scene.sentence.tokens[trigger.start]?.lower ?? '')
  )
    return null
  const { tokens } = scene.sentence
  const isParticiple = trigger.form === 'past-or-participle' || trigger.form === 'participle'
  if (isParticiple && isPassive(scene, trigger)) return phraseBefore(scene, trigger.start)
  const next = tokens[trigger.end]
  if (next === undefined || next.kind === 'punct') return null
  if (trigger.needs === 'weapon') return aimedAt(scene, trigger)
  const isAimed = TARGET_PREPOSITIONS.has(next.lower) && tokens[trigger.end + 1]?.lower !== 'least'
  return phraseFrom(scene, isAimed ? trigger.end + 1 : trigger.end)
}

/** "fired rockets at the base": what is hit follows the preposition, not the verb. */
function aimedAt(scene: Scene, trigger: TriggerMatch): Span | null {
  const { tokens } = scene.sentence
  for (let at = trigger.end; at < Math.min(tokens.length, trigger.end + 8); at += 1) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'punct') return null
    if (['at', 'on', 'into', 'toward', 'towards', 'against', 'onto'].includes(token.lower))
      return phraseFrom(scene, at + 1)
  }
  return null
}

/** Words that open no target: times, manners, the rest of a date. */
const NO_TARGET =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:january|february|march|april|may|june|july|august|september|october|november|december|took|place|occurred|continued|began|erupted|broke|again|today|yesterday|overnight|this|last|close|back|early|late|alongside|together|more)$/u

function phraseFrom(scene: Scene, from: number): Span | null {
  const { tokens } = scene.sentence
  if (NO_TARGET.test(tokens[from]?.lower ?? '')) return null
  let end = from
  while (end < tokens.length && end - from < MAX_TARGET_TOKENS) {
    const token = tokens[end]
    if (token === undefined || token.kind === 'punct' || token.kind === 'close' || token.kind === 'open') break
    if (PHRASE_ENDS.has(token.lower) && !(token.lower === 'at' && tokens[end + 1]?.lower === 'least')) break
    end += 1
  }
  return end > from ? tokenSpan(scene, from, end) : null
}

function phraseBefore(scene: Scene, at: number): Span | null {
  const { tokens } = scene.sentence
  let end = at
  while (
    end > 0 &&
    [
      'is',
      'are',
      'was',
      'were',
      'been',
      'being',
      'be',
      'has',
      'have',
      'had',
      'also',
      'not',
      'to',
      'reportedly',
      'being',
    ].includes(tokens[end - 1]?.lower ?? '')
  )
    end -= 1
  let start = end
  while (start > 0 && end - start < MAX_TARGET_TOKENS) {
    const token = tokens[start - 1]
    if (token === undefined || token.kind === 'punct' || token.kind === 'close' || token.kind === 'open') break
    if (
      token.lower !== 'of' &&
      !(token.lower === 'at' && tokens[start]?.lower === 'least') &&
      PHRASE_ENDS.has(token.lower)
    )
      break
    start -= 1
  }
  return end > start ? tokenSpan(scene, start, end) : null
}
