import { CIVILIAN_WORDS, MILITARY_TARGET_WORDS } from '../../../data/words/armed-parties.ts'
import { ARMS_WORDS, LOOSE_WEAPON_WORDS, WEAPON_KINDS } from '../../../data/words/event-context.ts'
import type { EventKind } from '../../../data/words/event-kinds.ts'
import type { Sentence } from '../text/sentence.ts'
import { findParties, type PartyPhrase } from './find-parties.ts'
import { matchTriggers, type TriggerMatch } from './match-triggers.ts'

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
  /** Whether the sentence by itself speaks of armed conflict. */
  readonly isConflict: boolean
}

/** Triggers that need no other sign of conflict, and so are one. */
const OWN_SIGN: ReadonlySet<string> = new Set(['nothing'])

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

/** Reads the signs of armed conflict in a sentence. */
export function readScene(sentence: Sentence): Scene {
  const triggers = matchTriggers(sentence)
  const parties = findParties(sentence)
  const weapons: WeaponWord[] = []
  const military: number[] = []
  const civilian: number[] = []
  const arms: number[] = []
  sentence.tokens.forEach(({ lower, kind }, at) => {
    if (kind !== 'word') return
    const weapon = weaponAt(sentence, at)
    if (weapon !== null) weapons.push({ at, kind: weapon, isLoose: LOOSE_WEAPON_WORDS.has(lower) })
    if (MILITARY_TARGET_WORDS.has(lower)) military.push(at)
    if (CIVILIAN_WORDS.has(lower)) civilian.push(at)
    if (ARMS_WORDS.has(lower)) arms.push(at)
  })
  const isConflict =
    triggers.some(({ needs }) => OWN_SIGN.has(needs)) ||
    weapons.some(({ isLoose }) => !isLoose) ||
    parties.some(({ isArmed }) => isArmed) ||
    (military.length > 0 && triggers.length > 0)
  return { sentence, parties, weapons, triggers, military, civilian, arms, isConflict }
}
