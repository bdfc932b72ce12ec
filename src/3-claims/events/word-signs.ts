import {
  ARMED_GROUP_NAMES,
  CIVILIAN_WORDS,
  MILITARY_TARGET_WORDS,
  NATIONS,
  NON_STATE_WORDS,
  SEATS_OF_POWER,
  STATE_FORCE_WORDS,
} from '../../../data/words/armed-parties.ts'
import { ARMS_WORDS, BLAME_WORDS, OTHER_WORLD_WORDS, WEAPON_KINDS } from '../../../data/words/event-context.ts'
import { tabulate } from '../text/word-table.ts'
import { TRIGGER_PATTERNS } from './event-lexicon.ts'

/** What a word can be the first word of; bits that add up. One look-up tells most words of a text apart. */
export const SIGN = {
  trigger: 1,
  party: 2,
  weapon: 4,
  military: 8,
  civilian: 16,
  arms: 32,
  otherWorld: 64,
  blame: 128,
} as const

/** What a hyphenated word of no list may yet be: "rebel-besieged", "us-led". */
const HYPHENATED = SIGN.trigger | SIGN.party

const SIGNS: ReadonlyMap<string, number> = collectSigns()

/** The signs of a word in lower case, 0 for most words. Hyphenated words may be a trigger or a party. */
export const signsOf = tabulate((lower) => SIGNS.get(lower) ?? (lower.includes('-') ? HYPHENATED : 0))

function collectSigns(): Map<string, number> {
  const signs = new Map<string, number>()
  const add = (words: Iterable<string>, sign: number): void => {
    for (const word of words) {
      const first = word.split(' ')[0] ?? ''
      signs.set(first, (signs.get(first) ?? (first.includes('-') ? HYPHENATED : 0)) | sign)
    }
  }
  add(TRIGGER_PATTERNS.keys(), SIGN.trigger)
  for (const words of [ARMED_GROUP_NAMES, NON_STATE_WORDS, STATE_FORCE_WORDS, NATIONS.keys(), SEATS_OF_POWER.keys()])
    add(words, SIGN.party)
  add(WEAPON_KINDS.keys(), SIGN.weapon)
  add(MILITARY_TARGET_WORDS, SIGN.military)
  add(CIVILIAN_WORDS, SIGN.civilian)
  add(ARMS_WORDS, SIGN.arms)
  add(BLAME_WORDS, SIGN.blame)
  // Only single words: the first word of "premier league" says nothing yet.
  add(
    [...OTHER_WORLD_WORDS].filter((word) => !word.includes(' ')),
    SIGN.otherWorld,
  )
  return signs
}
