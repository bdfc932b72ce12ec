import { DIRECTIONS, PLACE_TYPES } from '../../../data/words/place-cues.ts'
import type { GazetteerEntry } from '../../model/gazetteer.ts'
import type { Token } from '../text/token.ts'
import type { NameMention } from './name-mention.ts'

/** Kilometres within which a part of a town or a place in a region may lie from it. */
const PART_OF_TOWN_KM = 40
const PART_OF_REGION_KM = 600
/** Tokens between a name and the name of what holds it ("a town in the eastern province of"). */
const MAX_GAP = 7
const GAP_WORDS: ReadonlySet<string> = new Set(
  `, ( in of the a an 's near outside northern southern small remote its`.split(' '),
)

/** Kilometres between two points on the globe. */
export function distanceKm(a: Pick<GazetteerEntry, 'lat' | 'lon'>, b: Pick<GazetteerEntry, 'lat' | 'lon'>): number {
  const rad = Math.PI / 180
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Whether `part` lies in `whole` as far as the gazetteer tells. */
export function holds(whole: GazetteerEntry, part: GazetteerEntry): boolean {
  if (whole === part) return false
  switch (whole.kind) {
    case 'country':
      return part.country === whole.country && part.kind !== 'country'
    case 'admin1':
      return (
        part.country === whole.country &&
        part.admin1 === whole.admin1 &&
        part.kind !== 'admin1' &&
        part.kind !== 'country'
      )
    case 'admin2':
      return (
        part.country === whole.country &&
        part.admin1 === whole.admin1 &&
        part.admin2 === whole.admin2 &&
        (part.kind === 'settlement' || part.kind === 'quarter')
      )
    case 'region':
      return (
        part.kind !== 'country' &&
        (whole.country === null || part.country === whole.country) &&
        distanceKm(whole, part) < PART_OF_REGION_KM
      )
    case 'settlement':
      return (
        (part.kind === 'quarter' || part.kind === 'facility') &&
        part.country === whole.country &&
        distanceKm(whole, part) < PART_OF_TOWN_KM
      )
    default:
      return false
  }
}

/** A name and the name of what holds it, as the sentence puts them together. */
export interface Containment {
  readonly part: number
  readonly whole: number
}

/**
 * Pairs of mentions (positions in `mentions`, which stand in reading order) of which the text says that the one lies in
 * the other: "X, Texas", "X in Y province", "X (Y)", "Y's X", "the Y town of X".
 */
export function findContainments(
  mentions: readonly NameMention[],
  tokensOf: (sentence: number) => readonly Token[],
): Containment[] {
  const pairs: Containment[] = []
  for (let i = 0; i + 1 < mentions.length; i++) {
    const a = mentions[i]
    if (a === undefined || a.form === 'compound') continue
    const b = mentions[i + 1]
    if (b === undefined || b.sentence !== a.sentence || b.form !== 'name') continue
    const tokens = tokensOf(a.sentence)
    const gap = tokens.slice(a.last + 1, b.first)
    if (isBackward(gap, a)) pairs.push({ part: i + 1, whole: i })
    if (a.form !== 'name' || !isForward(gap)) continue
    pairs.push({ part: i, whole: i + 1 })
    // "X, Y County, Texas": X lies in Texas too.
    const c = mentions[i + 2]
    if (c === undefined || c.sentence !== a.sentence || c.form !== 'name') continue
    if (c.first - a.last <= MAX_GAP) pairs.push({ part: i, whole: i + 2 })
  }
  return pairs
}

function isForward(gap: readonly Token[]): boolean {
  const first = gap[0]
  if (first === undefined) return false
  return (
    gap.length <= MAX_GAP &&
    (first.text === ',' ||
      first.text === '(' ||
      first.lower === 'in' ||
      first.text === '.' ||
      PLACE_TYPES.has(first.lower)) &&
    gap.every(
      ({ lower, text }) => GAP_WORDS.has(lower) || text === '.' || PLACE_TYPES.has(lower) || DIRECTIONS.has(lower),
    )
  )
}

function isBackward(gap: readonly Token[], whole: NameMention): boolean {
  if (gap.length > MAX_GAP) return false
  if (whole.form === 'possessive')
    return gap.every(({ lower }) => PLACE_TYPES.has(lower) || DIRECTIONS.has(lower) || lower === 'of')
  const first = gap[0]
  if (whole.form === 'name' && first?.lower === "'s")
    return gap.slice(1).every(({ lower }) => PLACE_TYPES.has(lower) || DIRECTIONS.has(lower) || lower === 'of')
  return (
    first !== undefined &&
    gap.some(({ lower }) => PLACE_TYPES.has(lower)) &&
    gap.every(({ lower }) => PLACE_TYPES.has(lower) || DIRECTIONS.has(lower) || lower === 'of' || lower === 'the')
  )
}
