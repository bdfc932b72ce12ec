/** What an entry of the gazetteer stands for; a `quarter` is a part of a settlement. */
export const PLACE_KINDS = [
  'settlement',
  'quarter',
  'admin1',
  'admin2',
  'country',
  'region',
  'water',
  'facility',
  'area',
  'continent',
] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** One entry of the gazetteer. */
export interface GazetteerEntry {
  readonly name: string
  readonly geonameId: number | null
  /** WGS84 degrees. */
  readonly lat: number
  readonly lon: number
  /** ISO 3166-1 alpha-2; null for seas, continents and regions of several countries. */
  readonly country: string | null
  /** Name of the first-order division it lies in; an entry of kind `admin1` names itself. */
  readonly admin1: string | null
  readonly admin2: string | null
  readonly kind: PlaceKind
  /** Inhabitants; 0 when unknown. */
  readonly population: number
  /** The settlement a facility hangs on; null for every other kind. */
  readonly settlement: string | null
}

/** Names to places. Looking up is pure; the data is loaded by an adapter and handed in. Keys are folded by `foldName`. */
export interface Gazetteer {
  /** Version of the data; part of what a reading is keyed by. */
  readonly version: string
  /** Every entry one of whose names folds to `key`; most inhabitants first. */
  find(key: string): readonly GazetteerEntry[]
  /** The entry of a GeoNames id, or null. */
  findById(geonameId: number): GazetteerEntry | null
  /** Whether any folded name is `key` or begins with `key` and a space: lets a scanner stop early. */
  hasPrefix(key: string): boolean
  /** Settlements whose names have the same skeleton as `key` and differ from it by transliteration; best known first. */
  findSimilar(key: string): readonly GazetteerEntry[]
}
