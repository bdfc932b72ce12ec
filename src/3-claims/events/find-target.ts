import { NO_TARGET_HEADS, NO_TARGET_WORDS } from '../../../data/words/event-targets.ts'
import type { Span } from '../../model/span.ts'
import type { TriggerMatch } from './match-triggers.ts'
import type { Scene } from './read-scene.ts'
import { isPassive } from './read-voice.ts'
import { PHRASE_ENDS, tokenSpan } from './phrase-span.ts'

const TARGET_PREPOSITIONS: ReadonlySet<string> = new Set(['on', 'against', 'at', 'upon', 'targeting', 'into', 'over'])
/** "the attack of May 3", "the battle of the century": after these words "of" leads to no target. */
const OF_TELLS_WHEN: ReadonlySet<string> = new Set([
  'attack',
  'strike',
  'blast',
  'clash',
  'suicide',
  'riot',
  'protest',
  'advance',
  'deployment',
])
/** Between an event's noun and what it was aimed at: "attacks carried out on", "a raid last night on". */
const CARRIED_OUT =
  /^(?:carried|out|launched|made|mounted|staged|committed|directed|conducted|aimed|reported|yesterday|overnight|today)$/u

/** Most tokens of a target as kept; a list of targets may be longer. */
const MAX_TARGET_TOKENS = 8
const MAX_LIST_TOKENS = 14

/** What a noun's preposition points at: "an attack on the base". */
export function targetOfNoun(scene: Scene, trigger: TriggerMatch): Span | null {
  const { tokens } = scene.sentence
  let at = trigger.end
  while (at < trigger.end + 3 && CARRIED_OUT.test(tokens[at]?.lower ?? '')) at += 1
  const preposition = tokens[at]?.lower ?? ''
  const isAimed = TARGET_PREPOSITIONS.has(preposition) || (preposition === 'of' && !OF_TELLS_WHEN.has(trigger.kind))
  return isAimed ? phraseFrom(scene, at + 1) : whoEscaped(scene, trigger.start)
}

const ESCAPING = /^(?:escap(?:e|ed|es)|surviv(?:e|ed|es)|emerg(?:e|ed|es))$/u
/** What may stand between an escape and what was escaped: "narrowly escaped unharmed from an assassination attempt". */
const BETWEEN_ESCAPE =
  /^(?:an?|the|this|that|yesterday|today|last|night|unharmed|unhurt|unscathed|uninjured|alive|from|of|another|previous|alleged|apparent|assassination|murder|bomb|grenade|dynamite|rocket|armed|terrorist|guerrilla|car-bomb|suicide|drone|missile|arson|gun|knife)$/u
/** How far the escape may stand before the event, in tokens. */
const MAX_ESCAPE_GAP = 8

/** "The mayor narrowly escaped an ambush", "she survived a bomb attack": whoever escaped was aimed at. */
function whoEscaped(scene: Scene, trigger: number): Span | null {
  const { tokens } = scene.sentence
  let at = trigger - 1
  while (at > trigger - MAX_ESCAPE_GAP && BETWEEN_ESCAPE.test(tokens[at]?.lower ?? '')) at -= 1
  return ESCAPING.test(tokens[at]?.lower ?? '') && tokens[at - 1]?.lower !== 'to' ? phraseBefore(scene, at) : null
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
  const isAimed =
    (TARGET_PREPOSITIONS.has(next.lower) || next.lower === 'of') && tokens[trigger.end + 1]?.lower !== 'least'
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
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:january|february|march|april|may|june|july|august|september|october|november|december|took|place|occurred|continued|began|erupted|broke|again|today|yesterday|overnight|this|last|close|back|early|late|alongside|together|more|so|then|too|only)$/u
const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)\.?$/u
const DETERMINERS: ReadonlySet<string> = new Set('the|a|an|his|her|its|their|our|this|these|those'.split('|'))

function phraseFrom(scene: Scene, from: number): Span | null {
  const { tokens } = scene.sentence
  if (NO_TARGET.test(tokens[from]?.lower ?? '') || isDate(scene, from)) return null
  let end = endOfPhrase(scene, from, from + MAX_TARGET_TOKENS)
  // "places such as a clinic": the examples are the targets
  const isList = tokens[end]?.lower === 'as' && tokens[end - 1]?.lower === 'such'
  if (isList) end = endOfPhrase(scene, end + 1, from + MAX_LIST_TOKENS)
  return end > from ? targetSpan(scene, from, endOfPair(scene, end, from + MAX_LIST_TOKENS)) : null
}

function endOfPhrase(scene: Scene, from: number, limit: number): number {
  const { tokens } = scene.sentence
  let end = from
  while (end < tokens.length && end < limit) {
    const token = tokens[end]
    if (token === undefined || token.kind === 'close' || token.kind === 'open') break
    if (token.kind === 'punct' && !isHyphen(scene, end)) break
    if (PHRASE_ENDS.has(token.lower) && !(token.lower === 'at' && tokens[end + 1]?.lower === 'least')) break
    end += 1
  }
  return end
}

/** The hyphen of "a 19-year-old woman": no space on either side. */
function isHyphen({ sentence }: Scene, at: number): boolean {
  const token = sentence.tokens[at]
  return (
    token?.text === '-' && sentence.tokens[at - 1]?.end === token.start && sentence.tokens[at + 1]?.start === token.end
  )
}

/** "a school and a market": the second of a pair, unless a verb follows it ("… and the army said"). */
function endOfPair(scene: Scene, end: number, limit: number): number {
  const { tokens } = scene.sentence
  if (tokens[end]?.lower !== 'and' || !['a', 'an', 'the'].includes(tokens[end + 1]?.lower ?? '')) return end
  const next = endOfPhrase(scene, end + 2, limit)
  const after = tokens[next]
  const isClosed = after === undefined || after.kind === 'punct' || ['in', 'on', 'at', 'near'].includes(after.lower)
  return isClosed && next > end + 2 && next - end <= 5 ? next : end
}

/** "of 3 October", "on May 4". */
function isDate(scene: Scene, at: number): boolean {
  const { tokens } = scene.sentence
  return tokens[at]?.kind === 'number' && MONTH.test(tokens[at + 1]?.lower ?? '')
}

const AUXILIARIES: ReadonlySet<string> = new Set('is|are|was|were|been|being|be|has|have|had|also|not|to'.split('|'))

function phraseBefore(scene: Scene, at: number): Span | null {
  const { tokens } = scene.sentence
  let end = at
  while (end > 0 && isBeforeParticiple(scene, end - 1)) end -= 1
  let start = end
  while (start > 0 && end - start < MAX_TARGET_TOKENS) {
    const token = tokens[start - 1]
    if (token === undefined || token.kind === 'punct' || token.kind === 'close' || token.kind === 'open') break
    const { lower } = token
    // "the clinic in Rafah was hit": the place belongs to what was hit
    const isLocative = (lower === 'in' || lower === 'near') && start < end && isNameRun(scene, start, end)
    if (
      lower !== 'of' &&
      !isLocative &&
      !(lower === 'at' && tokens[start]?.lower === 'least') &&
      PHRASE_ENDS.has(lower)
    )
      break
    start -= 1
    if (DETERMINERS.has(lower) && tokens[start - 1]?.lower !== 'of' && tokens[start - 1]?.lower !== 'in') break
  }
  const antecedent = antecedentEnd(scene, start)
  if (antecedent !== null) return phraseBefore(scene, antecedent)
  return end > start ? targetSpan(scene, start, end) : null
}

/** "the guards who watched the gate were killed": one past those before the relative clause, or null where there is none. */
function antecedentEnd(scene: Scene, start: number): number | null {
  const { tokens } = scene.sentence
  for (let at = start - 1; at >= Math.max(1, start - 4); at -= 1) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'punct') return null
    if (token.lower === 'who') return tokens[at - 1]?.kind === 'word' ? at : null
  }
  return null
}

/** Auxiliaries, adverbs and an opening quotation mark between a passive's subject and its participle. */
function isBeforeParticiple(scene: Scene, at: number): boolean {
  const token = scene.sentence.tokens[at]
  if (token === undefined) return false
  return AUXILIARIES.has(token.lower) || token.lower.endsWith('ly') || token.kind === 'open'
}

function isNameRun(scene: Scene, start: number, end: number): boolean {
  if (scene.sentence.isUpperCase) return false
  return scene.sentence.tokens.slice(start, end).every(({ text }) => /^\p{Lu}/u.test(text))
}

/** The span of a target, or null where its words name nobody and nothing: pronouns, times, wars. */
function targetSpan(scene: Scene, start: number, end: number): Span | null {
  const words = scene.sentence.tokens.slice(start, end)
  const isList = words.some(({ lower }) => lower === 'such')
  // "shooting at least four people": the trigger took the first half of "at least"
  const from = words[0]?.lower === 'least' && scene.sentence.tokens[start - 1]?.lower === 'at' ? start - 1 : start
  if (!isList && NO_TARGET_HEADS.has(words.at(-1)?.lower ?? '')) return null
  return words.every(({ lower, kind }) => kind === 'number' || NO_TARGET_WORDS.has(lower))
    ? null
    : tokenSpan(scene, from, end)
}
