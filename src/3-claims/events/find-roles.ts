import type { Span } from '../../model/span.ts'
import { isPassive } from './admit-trigger.ts'
import type { PartyPhrase } from './find-parties.ts'
import type { TriggerMatch } from './match-triggers.ts'
import type { Scene } from './read-scene.ts'

/** Who did it and to whom, as far as the sentence tells. */
export interface EventRoles {
  readonly perpetrator: Span | null
  /** The party phrase the perpetrator is, where it is one; says which side it is on. */
  readonly party: PartyPhrase | null
  readonly target: Span | null
  readonly stance: 'asserted' | 'accused' | 'denied'
}

const LIGHT_VERB =
  /^(?:launch|carr|conduct|stag|mount|unleash|perpetrat|commit|continu|intensif|wag|execut|step|resum|beg[aiu]n|start|keep|kept|undert|fir|use|using)/u
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
const PHRASE_ENDS: ReadonlySet<string> = new Set(
  'in|on|at|by|for|from|with|near|that|which|who|as|to|was|were|is|are|has|have|had|when|where|while|but|after|before|since|during|killing|wounding|injuring|leaving|including|said|says|killed|and|could|would|will|late|early|over|across|outside|inside|around'.split(
    '|',
  ),
)
const ACCUSING =
  /^(?:accus|blam|alleg|suspect|purported|presum|apparent|attribut|claims?$|claimed$|believed$|implicat)/u
/** Most tokens of a target as kept. */
const MAX_TARGET_TOKENS = 8
/** How far before a trigger its subject may stand, in tokens. */
const SUBJECT_REACH = 14

/** Finds perpetrator and target of a trigger from its voice, its modifiers and its prepositions. */
export function findRoles(scene: Scene, trigger: TriggerMatch): EventRoles {
  const party = trigger.wordClass === 'noun' ? agentOfNoun(scene, trigger) : agentOfVerb(scene, trigger)
  const perpetrator = party === null ? namedAgent(scene, trigger) : tokenSpan(scene, party.start, party.end)
  const target = trigger.wordClass === 'noun' ? targetOfNoun(scene, trigger) : targetOfVerb(scene, trigger)
  const clear = target !== null && perpetrator !== null && overlaps(target, perpetrator) ? null : target
  return { perpetrator, party, target: clear, stance: stanceOf(scene, trigger, party) }
}

function agentOfNoun(scene: Scene, trigger: TriggerMatch): PartyPhrase | null {
  const { tokens } = scene.sentence
  const adjacent = scene.parties.find(
    (party) =>
      party.end <= trigger.start && trigger.start - party.end <= 3 && isModifierRun(scene, party.end, trigger.start),
  )
  if (adjacent !== undefined) return adjacent
  const between = betweenParties(scene, trigger)
  if (between !== null) return between
  const by = partyAfter(scene, trigger.end, new Set(['by', 'from']), 10)
  if (by !== null) return by
  const blamed = blamedParty(scene, trigger)
  if (blamed !== null) return blamed
  for (let at = trigger.start - 1; at >= Math.max(0, trigger.start - 8); at -= 1) {
    const token = tokens[at]
    if (token === undefined) break
    if (LIGHT_VERB.test(token.lower)) return subjectBefore(scene, at)
  }
  return null
}

function agentOfVerb(scene: Scene, trigger: TriggerMatch): PartyPhrase | null {
  const isParticiple = trigger.form === 'past-or-participle' || trigger.form === 'participle'
  if (isParticiple && (isPassive(scene, trigger) || isReduced(scene, trigger)))
    return partyAfter(scene, trigger.end, new Set(['by']), 8)
  const inside = scene.parties.find((party) => party.start > trigger.start && party.end <= trigger.end)
  return inside ?? subjectBefore(scene, trigger.start)
}

/** A past participle with no auxiliary and nothing to govern: "40 people killed by …", "the town captured in May". */
function isReduced(scene: Scene, trigger: TriggerMatch): boolean {
  const after = scene.sentence.tokens[trigger.end]
  if (after?.lower === 'by') return true
  return trigger.form === 'participle' && !isPerfect(scene, trigger)
}

/** "have retaken", "having overrun". */
function isPerfect(scene: Scene, trigger: TriggerMatch): boolean {
  return scene.sentence.tokens
    .slice(Math.max(0, trigger.start - 3), trigger.start)
    .some(({ lower }) => ['has', 'have', 'had', 'having'].includes(lower))
}

function subjectBefore(scene: Scene, at: number): PartyPhrase | null {
  const { tokens } = scene.sentence
  for (let i = scene.parties.length - 1; i >= 0; i -= 1) {
    const party = scene.parties[i]
    if (party === undefined || party.end > at) continue
    if (at - party.end > SUBJECT_REACH) return null
    const before = tokens[articleStart(scene, party.start) - 1]?.lower ?? ''
    const isObject = [
      'by',
      'against',
      'on',
      'at',
      'near',
      'between',
      'to',
      'with',
      'killed',
      'killing',
      'in',
      'into',
    ].includes(before)
    if (isObject) continue
    // "the governor of X said": the speaker is not the one who acts
    if (
      tokens.slice(party.end, Math.min(at, party.end + 3)).some(({ lower }) => ['said', 'says', 'told'].includes(lower))
    )
      continue
    return party
  }
  return null
}

function articleStart(scene: Scene, at: number): number {
  return ['the', 'a', 'an'].includes(scene.sentence.tokens[at - 1]?.lower ?? '') ? at - 1 : at
}

function partyAfter(scene: Scene, from: number, words: ReadonlySet<string>, reach: number): PartyPhrase | null {
  const { tokens } = scene.sentence
  for (let at = from; at < Math.min(tokens.length, from + reach); at += 1) {
    const token = tokens[at]
    if (token === undefined || token.lower === ';' || token.lower === '.') return null
    if (!words.has(token.lower)) continue
    const party = scene.parties.find(({ start }) => start > at && start <= at + 4)
    if (party !== undefined) return party
  }
  return null
}

/** "clashes between the army and the rebels": both, as one phrase. */
function betweenParties(scene: Scene, trigger: TriggerMatch): PartyPhrase | null {
  const { tokens } = scene.sentence
  for (let at = trigger.end; at < Math.min(tokens.length, trigger.end + 8); at += 1) {
    if (tokens[at]?.lower !== 'between' && tokens[at]?.lower !== 'pitting') continue
    const [first, second] = scene.parties.filter(({ start }) => start > at && start < at + 16)
    if (first === undefined) return null
    return second === undefined ? first : { ...first, end: second.end }
  }
  return null
}

/** "blamed the rebels for the attack", "the attack was blamed on the army". */
function blamedParty(scene: Scene, trigger: TriggerMatch): PartyPhrase | null {
  const { tokens } = scene.sentence
  for (let at = 0; at < tokens.length; at += 1) {
    const lower = tokens[at]?.lower ?? ''
    if (!/^(?:blam|accus|attribut)/u.test(lower)) continue
    const after = scene.parties.find(
      ({ start }) => start > at && start <= at + 4 && (at > trigger.start || start < trigger.start),
    )
    if (after !== undefined) return after
  }
  return null
}

function isModifierRun(scene: Scene, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const token = scene.sentence.tokens[at]
    if (token === undefined) return false
    if (token.kind === 'punct' || token.kind === 'number') return false
    if (PHRASE_ENDS.has(token.lower) || ['the', 'a', 'an', 'of'].includes(token.lower)) return false
    if (scene.triggers.some(({ start, wordClass }) => start === at && wordClass === 'verb')) return false
  }
  return true
}

/** "One suicide attacker carried out both bombings": a subject that is itself a trigger's noun is a person. */
function namedAgent(scene: Scene, trigger: TriggerMatch): Span | null {
  if (trigger.wordClass !== 'verb') return null
  const { tokens } = scene.sentence
  const person = scene.triggers.find(
    ({ start, end }) =>
      end <= trigger.start &&
      /(?:er|ers)$/u.test(tokens[end - 1]?.lower ?? '') &&
      trigger.start - start < SUBJECT_REACH,
  )
  return person === undefined ? null : tokenSpan(scene, person.start, person.end)
}

function targetOfNoun(scene: Scene, trigger: TriggerMatch): Span | null {
  const preposition = scene.sentence.tokens[trigger.end]
  if (preposition === undefined || !TARGET_PREPOSITIONS.has(preposition.lower)) return null
  return phraseFrom(scene, trigger.end + 1)
}

function targetOfVerb(scene: Scene, trigger: TriggerMatch): Span | null {
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
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:january|february|march|april|may|june|july|august|september|october|november|december|again|today|yesterday|overnight|this|last|close|back|early|late|alongside|together|more)$/u

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
    if (token.lower !== 'of' && PHRASE_ENDS.has(token.lower)) break
    start -= 1
  }
  return end > start ? tokenSpan(scene, start, end) : null
}

function stanceOf(scene: Scene, trigger: TriggerMatch, party: PartyPhrase | null): EventRoles['stance'] {
  if (party === null) return 'asserted'
  const from = Math.max(0, Math.min(party.start, trigger.start) - 6)
  const to = Math.max(party.end, trigger.end) + 2
  const words = scene.sentence.tokens.slice(from, to)
  if (words.some(({ lower }) => lower === 'denied' || lower === 'denies' || lower === 'denying')) return 'denied'
  return words.some(({ lower }) => ACCUSING.test(lower)) ? 'accused' : 'asserted'
}

function tokenSpan(scene: Scene, start: number, end: number): Span | null {
  const first = scene.sentence.tokens[start]
  const last = scene.sentence.tokens[end - 1]
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end }
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
