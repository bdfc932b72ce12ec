import { CAPITALS } from '../../../data/words/capitals.ts'
import type { GazetteerEntry } from '../../model/gazetteer.ts'
import type { NameMention } from './name-mention.ts'

/** Inhabitants from which a town is spoken of anywhere in the world. */
const KNOWN_EVERYWHERE = 1_000_000
/** Other names that a document must hold before it tells where it plays. */
const LEAST_NAMES = 2

/**
 * Names that are no places, since nothing beside any of their mentions says so and all else in the document lies in other
 * countries: Honda is a town of Colombia, and in a report from Georgia a car; Rodriguez one of the Philippines, and in a
 * report from Bogotá a surname.
 *
 * @param entries what each mention stands for
 * @returns positions in `mentions`
 */
export function findStrays(
  mentions: readonly NameMention[],
  entries: readonly (GazetteerEntry | null)[],
): ReadonlySet<number> {
  const strays = new Set<number>()
  const countries = new Map<string, Set<string>>()
  const keys = new Set<string>()
  const told = new Set<string>()
  mentions.forEach(({ key, isCued, first, last }, i) => {
    const country = entries[i]?.country ?? null
    if (isCued || first !== last) told.add(key)
    if (country === null) return
    keys.add(key)
    const own = countries.get(country)
    if (own === undefined) countries.set(country, new Set([key]))
    else own.add(key)
  })
  if (keys.size <= LEAST_NAMES) return strays
  mentions.forEach(({ key, form }, i) => {
    const entry = entries[i]
    if (entry == null || entry.country === null || form !== 'name' || told.has(key) || !isSmall(entry, key)) return
    if (countries.get(entry.country)?.size === 1) strays.add(i)
  })
  return strays
}

function isSmall({ kind, population }: GazetteerEntry, key: string): boolean {
  return (
    !CAPITALS.has(key) &&
    kind !== 'country' &&
    kind !== 'continent' &&
    kind !== 'region' &&
    population < KNOWN_EVERYWHERE
  )
}
