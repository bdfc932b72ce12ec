import { hashLong, hashWord } from './hash-word.ts'
import type { ReportProfile } from './report-profile.ts'
import { rarityOf, rarityOfName } from './word-rarity.ts'

/** Degrees of a place cell: about 55 km from north to south. */
const CELL_DEGREES = 0.5
/** A report within this many degrees of the next cell stands in that one too. */
const CELL_MARGIN = 0.12
/** Days up to which an interval is a date; longer ones are found by their words. */
const MAX_DAYS = 7
/** Days of a window of publication; each report stands in two windows, so that neighbours meet. */
const WINDOW_DAYS = 14
/** The rarest words of a report that it is looked up by: of its claims' sentences and headline, and of all its text. */
const RAREST_CORE = 12
const RAREST_WORDS = 12
const RAREST_NAMES = 24
/** Words that stand in more than one of fifty stories find too many to be of use. */
const LEAST_RARITY = Math.log(50)

/**
 * The blocks a report stands in, as numbers that stand for them. Reports are compared only within a block, so a new document touches its blocks and no others.
 *
 * - place cell and day, with the neighbouring cells near the edge and the day after: two reports a day apart meet
 * - rare word and window of time: for reports without a settled place or day, and for places the gazetteer lacks
 * - town and kind of site: stories weeks later tell of "the theatre in Mariupol" and give no day
 * - the same text
 * - name of two words: stories months later (a trial, an inquiry) name the same persons and streets
 */
export function blockKeys(profile: ReportProfile): number[] {
  const keys = [...placeKeys(profile), ...siteKeys(profile)]
  if (profile.text !== null) keys.push(`text ${profile.text}`)
  const words = [
    ...new Set([
      ...rarest(profile.coreWords, rarityOf, RAREST_CORE),
      ...rarest(profile.words.keys(), rarityOf, RAREST_WORDS),
    ]),
  ]
  const time = profile.days !== null && profile.days.to - profile.days.from <= MAX_DAYS ? profile.days.to : null
  for (const day of new Set([time, profile.published])) {
    if (day === null) continue
    const window = Math.floor(day / WINDOW_DAYS)
    const neighbour = day % WINDOW_DAYS < WINDOW_DAYS / 2 ? window - 1 : window + 1
    for (const word of words) keys.push(`word ${word} ${window}`, `word ${word} ${neighbour}`)
  }
  if (time === null && profile.published === null) for (const word of words) keys.push(`word ${word}`)
  for (const name of rarest(profile.names, rarityOfName, RAREST_NAMES)) keys.push(`name ${name}`)
  return Array.from(new Set(keys), hashLong)
}

function placeKeys({ report: { place }, days }: ReportProfile): string[] {
  if (place === null || place.lat === null || place.lon === null || (place.wherePrec ?? 1) > 3) return []
  if (days === null || days.to - days.from > MAX_DAYS) return []
  const keys: string[] = []
  for (const lat of cells(place.lat))
    for (const lon of cells(place.lon))
      for (let day = days.from; day <= days.to + 1; day++) keys.push(`place ${lat} ${lon} ${day}`)
  return keys
}

function siteKeys({ report: { place }, siteKinds, namedKinds }: ReportProfile): string[] {
  if (place === null || place.geonameId === null || (place.wherePrec ?? 1) > 2) return []
  const kinds = siteKinds.size > 0 ? siteKinds : namedKinds
  return [...kinds].map((kind) => `site ${place.geonameId} ${kind}`)
}

function cells(degrees: number): number[] {
  return [...new Set([-CELL_MARGIN, 0, CELL_MARGIN].map((off) => Math.floor((degrees + off) / CELL_DEGREES)))]
}

/**
 * The words that are rarest in news, without common ones. Equals in the order of their hashes: of many words that nobody lists, two reports choose
 * the same ones.
 */
function rarest(words: Iterable<string>, rarity: (word: string) => number, most: number): string[] {
  return Array.from(words, (word) => ({ word, rarity: rarity(word), hash: hashWord(word) }))
    .filter((one) => one.rarity >= LEAST_RARITY)
    .sort((a, b) => b.rarity - a.rarity || a.hash - b.hash || (a.word < b.word ? -1 : 1))
    .slice(0, most)
    .map(({ word }) => word)
}
