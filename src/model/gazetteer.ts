/** One entry of the gazetteer. */
export interface GazetteerEntry {
  readonly name: string
  readonly geonameId: number | null
  /** WGS84 degrees. */
  readonly lat: number
  readonly lon: number
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly admin1: string | null
  readonly admin2: string | null
  /** What the entry stands for. */
  readonly kind: 'settlement' | 'admin1' | 'admin2' | 'country' | 'region' | 'water' | 'facility' | 'area'
  /** Inhabitants; 0 when unknown. */
  readonly population: number
}

/** Names to places. Looking up is pure; the data is loaded by an adapter and handed in. */
export interface Gazetteer {
  /** Version of the data; part of what a reading is keyed by. */
  readonly version: string
  /** Every entry whose name or alternate name equals `name` after folding case, diacritics and apostrophes; best known first. */
  find(name: string): readonly GazetteerEntry[]
  /** Whether any entry's folded name begins with the folded words of `prefix`: lets a scanner stop early. */
  hasPrefix(prefix: string): boolean
}
