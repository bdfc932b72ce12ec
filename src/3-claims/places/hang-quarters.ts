import { DIRECTIONS, PLACE_TYPES } from '../../../data/words/place-cues.ts'
import type { Token } from '../text/token.ts'
import { distanceKm } from './containment.ts'
import type { LocatedMention } from './located-mention.ts'

/** Kilometres from a town beyond which a quarter of the gazetteer's is another one of the same name. */
const PART_OF_TOWN_KM = 40
/** Words that may stand between a quarter and the town it lies in. */
const LINKS: ReadonlySet<string> = new Set([',', '(', 'in', 'of', 'the', 'city', 'town', 'capital', 'section', 'part'])
const MAX_LINKS = 5

/**
 * A quarter that the gazetteer lacks, or knows only elsewhere, lies in the town that the sentence puts beside it: "the X
 * neighbourhood of Y", "X district, Y", "Y's X neighbourhood". It hangs on that town as a facility does. Replaces in place.
 */
export function hangQuarters(mentions: LocatedMention[], tokens: readonly Token[]): void {
  mentions.forEach((mention, i) => {
    if (PLACE_TYPES.get(tokens[mention.last + 1]?.lower ?? '') !== 'quarter') return
    const next = mentions[i + 1]
    const before = mentions[i - 1]
    const town =
      next !== undefined && isLinked(tokens, mention.last + 2, next.first)
        ? next
        : before !== undefined && isOwner(tokens, before.last + 1, mention.first)
          ? before
          : null
    if (town?.entry?.kind !== 'settlement') return
    if (mention.entry !== null && distanceKm(mention.entry, town.entry) < PART_OF_TOWN_KM) return
    const { asWritten } = mention.place
    mentions[i] = { ...mention, entry: town.entry, place: { ...town.place, asWritten, facility: asWritten } }
  })
}

function isLinked(tokens: readonly Token[], from: number, to: number): boolean {
  const between = tokens.slice(from, to)
  return (
    between.length > 0 &&
    between.length <= MAX_LINKS &&
    between.every(({ lower, text }) => LINKS.has(lower) || LINKS.has(text) || DIRECTIONS.has(lower))
  )
}

/** "Y's X", "Y's northern X". */
function isOwner(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens[from]?.lower === "'s" && tokens.slice(from + 1, to).every(({ lower }) => DIRECTIONS.has(lower))
}
