import { CAPITALS } from '../../../data/words/capitals.ts'
import { STRIKE_VERBS } from '../../../data/words/place-cues.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import type { NameMention } from './name-mention.ts'

const FORMS_OF_BE = new Set('is was are were be been being gets got'.split(' '))
const BETWEEN_VERBS = new Set(
  'has have had not also again now still just already be been being reportedly repeatedly heavily briefly'.split(' '),
)
/** Participles, besides those in -ed, of what is done to a town. */
const PASSIVES = new Set(
  'hit struck shaken shut cut overrun under rocked burning smouldering besieged taken lost'.split(' '),
)
/** Nouns after a capital that tell of something at it and not of what its government does. */
const EVENTS_AT = new Set(
  `blast blasts bombing bombings explosion explosions attack shooting shootings siege clashes massacre suicide bomb car
  truck hostage stabbing riot riots protest protests unrest killings market massacre airport`.split(/\s+/u),
)
/** What stands before "on" where the blow falls on what comes after it. */
const BLOWS = new Set(
  `attack attacks strike strikes airstrike airstrikes raid raids assault assaults offensive advance march war invasion
  bombardment shelling bombing bombs bomb bombs missile missiles rocket rockets drones fire shells fell rained fired
  dropped landed launched siege closed closing advancing advanced crackdown`.split(/\s+/u),
)
const PRESSURES = new Set(
  'pressure sanction sanctions embargo tariffs influence dependence reliance blame blamed report reports call talks'.split(
    ' ',
  ),
)
/** What stands before "to" where something lies or moves, and does not merely go to a power. */
const GROUND_BEFORE_TO = new Set(
  `close closer closest next near nearer road roads route way highway corridor adjacent spread spread border back
  come came coming brought return returned returning went going travelled traveled sent`.split(/\s+/u),
)

/** Whether a name is that of a capital, which may stand for its government. */
export function isCapitalCity(mention: NameMention): boolean {
  return CAPITALS.has(mention.key)
}

/**
 * Whether a capital that no preposition leads to is a place of something here: struck ("Kyiv was shelled", "Baghdad hit by"),
 * or named before what happened at it ("Kabul bombing"). Otherwise it stands for its government (codebook: a capital that
 * stands for its government is no place of an event).
 */
export function isSufferingCapital({ tokens }: Sentence, last: number): boolean {
  const next = tokens[last + 1]
  if (next === undefined || next.kind !== 'word') return false
  if (EVENTS_AT.has(next.lower)) return true
  if ((STRIKE_VERBS.has(next.lower) || PASSIVES.has(next.lower)) && isAgent(tokens[last + 2])) return true
  let isBe = false
  for (let i = last + 1; i < tokens.length && i <= last + 5; i++) {
    const lower = tokens[i]?.lower ?? ''
    if (FORMS_OF_BE.has(lower)) isBe = true
    else if (!BETWEEN_VERBS.has(lower)) return isBe && (lower.endsWith('ed') || PASSIVES.has(lower))
  }
  return false
}

function isAgent(token: Token | undefined): boolean {
  return token?.lower === 'by' || token?.lower === 'in'
}

/** Whether "on X" or "to X" of a country or capital speaks of its power ("pressure on X", "arms to X") and not of its ground. */
export function isPowerAfter(tokens: readonly Token[], preposition: number): boolean {
  const word = tokens[preposition]?.lower
  if (word !== 'on' && word !== 'to') return false
  if (PRESSURES.has(tokens[preposition - 1]?.lower ?? '')) return true
  const lead = tokens.slice(Math.max(0, preposition - 3), preposition).map(({ lower }) => lower)
  return !lead.some((lower) => (word === 'on' ? BLOWS : GROUND_BEFORE_TO).has(lower))
}
