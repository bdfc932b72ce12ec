import { STEPS_PER_HALVING, WORD_SHARES } from '../../../data/models/word-shares.ts'

/** Share of documents that a word of no list is counted with. */
const UNLISTED_SHARE = 0.0005

const NEWS_SHARES: ReadonlyMap<string, number> = new Map(
  Object.entries(WORD_SHARES).flatMap(([step, words]) =>
    words.split(' ').map((word) => [word, 2 ** (-Number(step) / STEPS_PER_HALVING)] as const),
  ),
)
const RARITIES: ReadonlyMap<string, number> = new Map(
  [...NEWS_SHARES].map(([word, share]) => [word, -Math.log(Math.min(1, share))]),
)
const UNLISTED_RARITY = -Math.log(UNLISTED_SHARE)

/**
 * How much a shared word says: natural logarithm of the inverse share of documents with it, in news at large.
 *
 * A fixed list, not the documents at hand: what two reports have in common is then the same whatever else is known, in
 * whichever order documents come.
 */
export function rarityOf(word: string): number {
  return RARITIES.get(word) ?? UNLISTED_RARITY
}

/** The same for a name of two words: as rare as its rarer word. */
export function rarityOfName(name: string): number {
  const gap = name.indexOf(' ')
  return Math.max(rarityOf(name.slice(0, gap)), rarityOf(name.slice(gap + 1)))
}

/** Marks the skeletons of place names in the list. */
const PLACE_MARK = '~'
const PLACE_RARITIES: ReadonlyMap<string, number> = new Map(
  [...RARITIES].flatMap(([word, rarity]) =>
    word.startsWith(PLACE_MARK) ? [[word.slice(PLACE_MARK.length), rarity] as const] : [],
  ),
)

/** The same for the skeleton of a place's name. */
export function rarityOfPlace(skeleton: string): number {
  return PLACE_RARITIES.get(skeleton) ?? UNLISTED_RARITY
}
