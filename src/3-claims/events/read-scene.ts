import { LOOSE_WEAPON_WORDS, WEAPON_KINDS } from '../../../data/words/event-context.ts'
import type { EventKind } from '../../../data/words/event-kinds.ts'
import type { Sentence } from '../text/sentence.ts'
import { findParties, type PartyPhrase } from './find-parties.ts'
import { matchTriggers, type TriggerMatch } from './match-triggers.ts'
import { SIGN, signsOf } from './word-signs.ts'

/** A word that names a weapon, at token `at`. */
export interface WeaponWord {
  readonly at: number
  readonly kind: EventKind
  readonly isLoose: boolean
}

/** What the words of one sentence say about armed conflict. Positions are token positions. */
export interface Scene {
  readonly sentence: Sentence
  readonly parties: readonly PartyPhrase[]
  readonly weapons: readonly WeaponWord[]
  readonly triggers: readonly TriggerMatch[]
  /** Positions of words for armed people and military things, and for civilians and their places. */
  readonly military: readonly number[]
  readonly civilian: readonly number[]
  /** Positions of words for arms that are seized, found or shot down. */
  readonly arms: readonly number[]
  /** Positions of words that blame somebody. */
  readonly blames: readonly number[]
  /** Whether the sentence tells of another age, of sport or of entertainment. */
  readonly isOfAnotherWorld: boolean
  /** Whether the sentence by itself speaks of armed conflict. */
  readonly isConflict: boolean
}

const AIRBORNE_BOMBS: ReadonlySet<string> = new Set([
  'barrel',
  'cluster',
  'vacuum',
  'aerial',
  'glide',
  'guided',
  'gravity',
])
const STORES: ReadonlySet<string> = new Set(
  'launcher|launchers|depot|depots|factory|factories|warehouse|warehouses|cache|caches|stockpile|stockpiles|program|programs|programme|programmes|production|plant|plants|site|sites|supplies'.split(
    '|',
  ),
)
const NOT_A_MEANS: ReadonlySet<string> = new Set([
  'force',
  'forces',
  'defense',
  'defence',
  'defenses',
  'defences',
  'base',
  'defenders',
  'field',
])

/** The weapon the word names: a "barrel bomb" comes by air, the "air force" is a party and no weapon. */
function weaponAt({ tokens }: Sentence, at: number): EventKind | null {
  const lower = tokens[at]?.lower ?? ''
  const kind = WEAPON_KINDS.get(lower)
  if (kind === undefined) return null
  if (STORES.has(tokens[at + 1]?.lower ?? '')) return null
  if (lower === 'air' && NOT_A_MEANS.has(tokens[at + 1]?.lower ?? '')) return null
  return kind === 'explosive' && AIRBORNE_BOMBS.has(tokens[at - 1]?.lower ?? '') ? 'airstrike' : kind
}

/** "nine people died in the raid": harm and an attack in one sentence need no other sign. */
function isDeadlyAttack(triggers: readonly TriggerMatch[]): boolean {
  return (
    triggers.some(({ kind }) => kind === 'killing' || kind === 'wounding') &&
    triggers.some(
      ({ kind, wordClass }) => kind === 'attack' || (wordClass === 'noun' && (kind === 'strike' || kind === 'clash')),
    )
  )
}

/** Reads the signs of armed conflict in a sentence. */
export function readScene(sentence: Sentence): Scene {
  const weapons: WeaponWord[] = []
  const military: number[] = []
  const civilian: number[] = []
  const arms: number[] = []
  const blames: number[] = []
  let isOfAnotherWorld = false
  const triggersAt: number[] = []
  const partiesAt: number[] = []
  const { tokens } = sentence
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'word') continue
    const signs = signsOf(token)
    if (signs === 0) continue
    if (signs & SIGN.trigger) triggersAt.push(at)
    if (signs & SIGN.party) partiesAt.push(at)
    if (signs & SIGN.weapon) {
      const kind = weaponAt(sentence, at)
      if (kind !== null) weapons.push({ at, kind, isLoose: LOOSE_WEAPON_WORDS.has(token.lower) })
    }
    if (signs & SIGN.military) military.push(at)
    if (signs & SIGN.civilian) civilian.push(at)
    if (signs & SIGN.arms) arms.push(at)
    if (signs & SIGN.blame) blames.push(at)
    if (signs & SIGN.otherWorld) isOfAnotherWorld = true
  }
  // Most sentences of a text name no weapon, party or deed: nothing more to read.
  if (triggersAt.length === 0 && partiesAt.length === 0 && weapons.length === 0)
    return {
      sentence,
      parties: [],
      weapons,
      triggers: [],
      military,
      civilian,
      arms,
      blames,
      isOfAnotherWorld,
      isConflict: false,
    }
  const triggers = matchTriggers(sentence, triggersAt)
  const parties = findParties(sentence, partiesAt)
  const isConflict =
    triggers.some(({ needs }) => needs === 'nothing') ||
    weapons.some(({ isLoose }) => !isLoose) ||
    parties.some(({ isArmed }) => isArmed) ||
    (military.length > 0 && triggers.length > 0) ||
    isDeadlyAttack(triggers)
  return { sentence, parties, weapons, triggers, military, civilian, arms, blames, isOfAnotherWorld, isConflict }
}
