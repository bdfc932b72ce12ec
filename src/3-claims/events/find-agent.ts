import type { Span } from '../../model/span.ts'
import type { PartyPhrase } from './find-parties.ts'
import type { TriggerMatch } from './match-triggers.ts'
import type { Scene } from './read-scene.ts'
import { isPassive } from './read-voice.ts'
import { PHRASE_ENDS, tokenSpan } from './phrase-span.ts'

const LIGHT_VERB =
  /^(?:launch|carr|conduct|stag|mount|unleash|perpetrat|commit|continu|intensif|wag|execut|step|resum|beg[aiu]n|start|keep|kept|undert|fir|use|using|inflict|wreak)/u

/** How far before a trigger its subject may stand, in tokens. */
const SUBJECT_REACH = 14

const OF: ReadonlySet<string> = new Set(['of'])
/** "the advance of the rebels": whose move it is stands after "of". */
const MOVES: ReadonlySet<string> = new Set(['advance', 'deployment', 'loss'])

/** The party that did what a noun names: before it, between, after "by", who claims or is blamed, or who "launched" it. */
export function agentOfNoun(scene: Scene, trigger: TriggerMatch): PartyPhrase | null {
  if (scene.parties.length === 0) return null
  const { tokens } = scene.sentence
  const blamed = blamedParty(scene, trigger)
  if (blamed !== null) return blamed
  const adjacent = scene.parties.find(
    (party) =>
      party.end <= trigger.start && trigger.start - party.end <= 3 && isModifierRun(scene, party.end, trigger.start),
  )
  if (adjacent !== undefined) return adjacent
  const between = betweenParties(scene, trigger)
  if (between !== null) return between
  if (MOVES.has(trigger.kind) && tokens[trigger.end]?.lower === 'of') {
    const mover = partyAfter(scene, trigger.end, OF, 1)
    if (mover !== null) return mover
  }
  const by = partyAfter(scene, trigger.end, new Set(['by', 'from']), 10)
  if (by !== null) return by
  const claimed = claimingParty(scene)
  if (claimed !== null) return claimed
  for (let at = trigger.start - 1; at >= Math.max(0, trigger.start - 8); at -= 1) {
    const token = tokens[at]
    if (token === undefined) break
    if (LIGHT_VERB.test(token.lower)) return subjectBefore(scene, at)
  }
  return null
}

/** The party that did what a verb says: its subject, or after "by" where it is passive. */
export function agentOfVerb(scene: Scene, trigger: TriggerMatch): PartyPhrase | null {
  if (scene.parties.length === 0) return null
  const isParticiple = trigger.form === 'past-or-participle' || trigger.form === 'participle'
  if (isParticiple && (isPassive(scene, trigger) || isReduced(scene, trigger) || isAttributive(scene, trigger)))
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

const BEFORE_ADJECTIVE: ReadonlySet<string> = new Set(
  'of|the|a|an|in|at|for|from|with|recently|newly|among|all|these|those|to|near|inside|outside'.split('|'),
)

/** "the number of abducted girls", "at the bombed theatre": a participle that describes its noun has no subject. */
function isAttributive(scene: Scene, trigger: TriggerMatch): boolean {
  const { tokens } = scene.sentence
  const after = tokens[trigger.end]
  return (
    trigger.end - trigger.start === 1 &&
    BEFORE_ADJECTIVE.has(tokens[trigger.start - 1]?.lower ?? '') &&
    after?.kind === 'word' &&
    !PHRASE_ENDS.has(after.lower)
  )
}

/** "have retaken", "having overrun". */
function isPerfect(scene: Scene, trigger: TriggerMatch): boolean {
  return scene.sentence.tokens
    .slice(Math.max(0, trigger.start - 3), trigger.start)
    .some(({ lower }) => ['has', 'have', 'had', 'having'].includes(lower))
}

/** After a party's name these make it a person's title or a thing of its own: "armed forces chief", "army base". */
const TITLES: ReadonlySet<string> = new Set(
  'chief|commander|minister|ministry|spokesman|spokeswoman|spokesperson|general|officer|official|officials|captain|colonel|source|sources|headquarters|base|bases|positions|position|outpost|barracks|leader|leaders|sympathizers|supporters|relatives|wives|president|statement|communique|report|reports|checkpoint|checkpoints|academy|hospital|station|stations|convoy|vehicle|vehicles'.split(
    '|',
  ),
)

function subjectBefore(scene: Scene, at: number): PartyPhrase | null {
  const { tokens } = scene.sentence
  // "severed by the army when they seized a hill": the pronoun takes the party whatever its part was before.
  const isPronoun = ['they', 'it', 'he', 'who'].includes(tokens[at - 1]?.lower ?? '')
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
    if ((isObject && !isPronoun) || TITLES.has(tokens[party.end]?.lower ?? '')) continue
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
  return ['the', 'a', 'an', 'that', 'this', 'these', 'those', 'their', 'its'].includes(
    scene.sentence.tokens[at - 1]?.lower ?? '',
  )
    ? at - 1
    : at
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
  for (const at of scene.blames) {
    const lower = tokens[at]?.lower ?? ''
    const after = scene.parties.find(
      ({ start }) => start > at && start <= at + 7 && (at > trigger.start || start < trigger.start),
    )
    if (after !== undefined) return after
    // "blamed Sunday's attack on the rebels"
    const on = lower.startsWith('blam') && at < trigger.start ? partyAfter(scene, trigger.end, BLAMED_ON, 3) : null
    if (on !== null) return on
  }
  return null
}

const BLAMED_ON: ReadonlySet<string> = new Set(['on'])

/** "the group claimed responsibility for the attack", "took credit for". */
function claimingParty(scene: Scene): PartyPhrase | null {
  const { tokens } = scene.sentence
  const at = tokens.findIndex(
    ({ lower }, i) =>
      (lower === 'responsibility' || lower === 'credit') &&
      /^(?:claim|took|taken|tak|assum)/u.test(tokens[i - 1]?.lower ?? ''),
  )
  if (at < 0) return null
  return tokens.slice(Math.max(0, at - 4), at).some(({ lower }) => lower === 'no' || lower === 'not')
    ? null
    : subjectBefore(scene, at - 1)
}

/** Verbs that make the party before them speak of an attack or suffer it, not carry it out. */
const SPEAKS_OF =
  /^(?:blam|accus|condemn|sa(?:id|y)|den[iy]|report|claim|announc|deplor|denounc|investigat|repel|repuls|foil|thwart|fac(?:ed|es|ing)|suffer|surviv|resist|stop|halt|respond|warn|fear|describ|call|prevent|end(?:ed|s|ing)?$)/u

function isModifierRun(scene: Scene, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const token = scene.sentence.tokens[at]
    if (token === undefined) return false
    // "the rebels’ capture of": the mark of a plural's possessive
    if ((token.text === '’' || token.text === "'") && at === from) continue
    if (token.kind === 'punct' || token.kind === 'number') return false
    if (SPEAKS_OF.test(token.lower)) return false
    if (PHRASE_ENDS.has(token.lower) || ['the', 'a', 'an', 'of'].includes(token.lower)) return false
    if (scene.triggers.some(({ start, wordClass }) => start === at && wordClass === 'verb')) return false
  }
  return true
}

/** "One suicide attacker carried out both bombings": a subject that is itself a trigger's noun is a person. */
export function namedAgent(scene: Scene, trigger: TriggerMatch): Span | null {
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
