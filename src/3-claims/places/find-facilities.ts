import { FACILITY_NOUNS, WAY_NOUNS } from '../../../data/words/facility-nouns.ts'
import { NEVER_PLACES } from '../../../data/words/not-places.ts'
import { LOCATIVES } from '../../../data/words/place-cues.ts'
import type { Span } from '../../model/span.ts'
import type { Sentence } from '../text/sentence.ts'
import { tabulate } from '../text/word-table.ts'
import { isName, isTitleCase } from './capital.ts'

/** A built site that a sentence names: "a maternity hospital", "Busra Square". */
export interface FacilityMention extends Span {
  readonly sentence: number
  readonly first: number
  readonly last: number
  /** Whether it has a name of its own, so that it is a place by itself. */
  readonly isNamed: boolean
}

const MAX_MODIFIERS = 4
const NOUNS: ReadonlySet<string> = new Set([...WAY_NOUNS.keys(), ...FACILITY_NOUNS.keys()])
const nounOf = tabulate((lower) => (NOUNS.has(lower) ? 1 : 0))
const DETERMINERS = new Set(
  `a an the this that these those its their his her our my some any each every another no one two three four five six seven
  eight nine ten several many few both all other and or but was were is are been be had has have who which`.split(
    /\s+/u,
  ),
)
const STRIKES = new Set(
  `hit hits hitting struck strikes striking shelled shelling bombed bombing targeted targeting destroyed destroying damaged
  damaging attacked attacking stormed storming raided raiding demolished flattened levelled leveled engulfed`.split(
    /\s+/u,
  ),
)
/** Ways whose names are common nouns with a capital: "Street", also "St" after a name. */
const SMALL_WORDS = new Set('of al el for and de la ibn bin abu'.split(' '))

/** Finds the built sites at which something is, or which something hit: facility nouns with their modifiers. */
export function findFacilities(sentence: Sentence): FacilityMention[] {
  const { index, tokens, isUpperCase } = sentence
  const found: FacilityMention[] = []
  for (let i = 0; i < tokens.length; i++) {
    const noun = tokens[i]
    if (noun === undefined || noun.kind !== 'word') continue
    if (nounOf(noun) === 0) continue
    const isWay = WAY_NOUNS.has(noun.lower)
    // The noun of a longer name is its last: "school building".
    if (FACILITY_NOUNS.has(tokens[i + 1]?.lower ?? '') || tokens[i + 1]?.lower === "'s") continue
    let first = i
    let names = 0
    while (first > 0 && i - first < MAX_MODIFIERS) {
      const word = tokens[first - 1]
      if (
        word === undefined ||
        word.kind === 'punct' ||
        word.kind === 'clitic' ||
        word.kind === 'open' ||
        word.kind === 'close'
      )
        break
      const isNameWord = !isUpperCase && word.kind === 'word' && isName(word.text) && !NEVER_PLACES.has(word.lower)
      if (!isNameWord && (DETERMINERS.has(word.lower) || STRIKES.has(word.lower))) break
      if (!isNameWord && LOCATIVES.has(word.lower)) break
      if (!isNameWord && SMALL_WORDS.has(word.lower) && !isNameBefore(tokens, first - 2)) break
      // "struck near hospital": a plain word counts as a modifier only right before the noun or another modifier.
      if (!isNameWord && /(?:ed|ly|ing)$/u.test(word.lower) && !KINDS_IN_ING.has(word.lower)) break
      if (isNameWord && first - 1 > 0) names++
      first--
    }
    const startsLine = first === 0
    const isNamed = !isUpperCase && names > 0 && first < i && (isName(tokens[first]?.text ?? '') || !startsLine)
    if ((!isNamed && isWay) || (isNamed && isTitleCase(sentence))) continue
    if (!isNamed && !isSite(tokens, first)) continue
    if (BODIES.has(noun.lower) && !isSite(tokens, first)) continue
    // The name begins at its first capital: "government-held Nayrab airport".
    if (isNamed)
      while (first < i && !/^\d/u.test(tokens[first]?.text ?? '') && !isName(tokens[first]?.text ?? '')) first++
    const from = tokens[first]
    if (from !== undefined) found.push({ sentence: index, first, last: i, start: from.start, end: noun.end, isNamed })
  }
  return found
}

/** What stands before "of" in a name; the first word of a line has its capital from there ("Toll of …"). */
function isNameBefore(tokens: Sentence['tokens'], i: number): boolean {
  return i > 0 && isName(tokens[i]?.text ?? '')
}

/** "shopping centre", "training camp": kinds, though they end like participles. */
const KINDS_IN_ING = new Set('shopping training parking processing holding landing sorting housing milling'.split(' '))
/** Nouns of bodies as well as of buildings: sites only where a preposition or a blow says so. */
const BODIES = new Set('office offices headquarters embassy consulate university college academy court'.split(' '))

/** Whether a preposition or a verb of striking leads to the phrase that begins at `first`, over its determiner. */
function isSite(tokens: Sentence['tokens'], first: number): boolean {
  for (let i = first - 1; i >= Math.max(0, first - 3); i--) {
    const word = tokens[i]?.lower ?? ''
    if (LOCATIVES.has(word) || STRIKES.has(word)) return true
    if (!DETERMINERS.has(word) && !/(?:ed|ing)$/u.test(word)) return false
  }
  return false
}
