import { BEARINGS, DIRECTIONS, NEARNESS, PLACE_TYPES } from '../../../data/words/place-cues.ts'
import type { GazetteerEntry } from '../../model/gazetteer.ts'
import type { Place } from '../../model/place.ts'
import type { Sentence } from '../text/sentence.ts'
import type { NameMention } from './name-mention.ts'

type WherePrec = NonNullable<Place['wherePrec']>
type GeoPrecision = NonNullable<Place['geoPrecision']>

const PRECISION: Readonly<Record<GazetteerEntry['kind'], readonly [WherePrec, GeoPrecision]>> = {
  settlement: [1, 1],
  quarter: [1, 1],
  facility: [1, 1],
  area: [2, 2],
  admin2: [3, 2],
  admin1: [4, 3],
  region: [5, 3],
  water: [5, 3],
  country: [6, 3],
  continent: [6, 3],
}

/** The place a mention names, with the words before and after it that are part of the name ("western X", "X province"). */
export function describePlace(
  sentence: Sentence,
  mention: NameMention,
  entry: GazetteerEntry | null,
  text: string,
): Place {
  const { tokens } = sentence
  const { first, last } = mention
  const before = tokens[first - 1]
  const after = tokens[last + 1]
  const isDirected = before !== undefined && DIRECTIONS.has(before.lower) && mention.form === 'name'
  const isTyped = after !== undefined && PLACE_TYPES.has(after.lower) && mention.form === 'name'
  const asWritten = text.slice(isDirected ? before.start : mention.start, isTyped ? after.end : mention.end)
  if (entry === null) {
    return {
      asWritten,
      name: null,
      geonameId: null,
      lat: null,
      lon: null,
      country: null,
      admin1: null,
      facility: null,
      wherePrec: null,
      geoPrecision: null,
    }
  }
  const [wherePrec, geoPrecision] = precisionOf(
    entry,
    isDirected,
    isTyped ? after.lower : '',
    isNear(sentence, mention),
  )
  return {
    asWritten,
    name: entry.settlement ?? entry.name,
    geonameId: entry.geonameId,
    lat: entry.lat,
    lon: entry.lon,
    country: entry.country,
    admin1: entry.admin1,
    facility: entry.kind === 'facility' ? text.slice(mention.start, mention.end) : null,
    wherePrec,
    geoPrecision,
  }
}

function precisionOf(
  entry: GazetteerEntry,
  isDirected: boolean,
  type: string,
  near: boolean,
): readonly [WherePrec, GeoPrecision] {
  const [wherePrec, geoPrecision] = PRECISION[entry.kind]
  if (wherePrec === 1 && near) return [2, 2]
  // "western Aleppo" may be the town's west or the land around it.
  if (wherePrec === 1 && (isDirected || PLACE_TYPES.get(type) === 'area')) return [2, 2]
  if (wherePrec === 6 && isDirected) return [5, 3]
  return [wherePrec, geoPrecision]
}

/** "near X", "20 km from X", "on the outskirts of X", "north of X", "the X road". */
function isNear({ tokens }: Sentence, { first, last }: NameMention): boolean {
  const before = tokens[first - 1]?.lower ?? ''
  const beforeThat = tokens[first - 2]?.lower ?? ''
  if (NEARNESS.has(before)) return true
  if ((before === 'of' || before === 'from') && (NEARNESS.has(beforeThat) || BEARINGS.has(beforeThat))) return true
  const after = tokens[last + 1]?.lower ?? ''
  return /^(?:road|highway|border|front|frontline|axis|direction|outskirts|countryside)$/u.test(after)
}
