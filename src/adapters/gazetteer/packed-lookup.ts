import { foldName, skeletonOf } from '../../model/fold-name.ts'
import { type Gazetteer, type GazetteerEntry, PLACE_KINDS } from '../../model/gazetteer.ts'
import type { Lines, NameTable, PackedGazetteer } from './packed-file.ts'

const NONE = 0xffff
/** Answers kept for names that come again; news repeats its names. */
const MAX_REMEMBERED = 50_000
/** The most entries one name gives; the rest are hamlets that no report means without saying where they are. */
const MAX_ENTRIES = 40
const NO_ENTRIES: readonly GazetteerEntry[] = []

/** What is known of a key so far; null is not asked yet. */
interface KnownName {
  entries: readonly GazetteerEntry[] | null
  goesOn: boolean | null
}

/** Looks names up in the packed file itself; nothing is unpacked but what is asked for. */
export class PackedLookup implements Gazetteer {
  readonly version: string
  readonly #packed: PackedGazetteer
  readonly #settlementOf: ReadonlyMap<number, number>
  readonly #names = new Map<string, KnownName>()
  readonly #similar = new Map<string, readonly GazetteerEntry[]>()
  #lastKey: string | null = null
  #last: KnownName = { entries: null, goesOn: null }
  readonly #entries = new Map<number, GazetteerEntry>()

  constructor(packed: PackedGazetteer, version: string) {
    this.version = version
    this.#packed = packed
    const pairs = packed.settlements
    this.#settlementOf = new Map(
      Array.from({ length: pairs.length / 2 }, (_, i) => [pairs[2 * i] ?? 0, pairs[2 * i + 1] ?? 0]),
    )
  }

  find(key: string): readonly GazetteerEntry[] {
    const name = this.#nameOf(key)
    return (name.entries ??= this.#lookUp(this.#packed.names, key))
  }

  findById(geonameId: number): GazetteerEntry | null {
    const at = this.#packed.geonameIds.indexOf(geonameId)
    return geonameId === 0 || at < 0 ? null : this.#entry(at)
  }

  hasPrefix(key: string): boolean {
    const name = this.#nameOf(key)
    return (name.goesOn ??= this.#isPrefix(key))
  }

  findSimilar(key: string): readonly GazetteerEntry[] {
    const known = this.#similar.get(key)
    return known ?? remember(this.#similar, key, this.#lookUpSimilar(key))
  }

  #lookUpSimilar(key: string): readonly GazetteerEntry[] {
    const skeleton = skeletonOf(key)
    if (skeleton.length < 3) return NO_ENTRIES
    const limit = key.length >= 9 ? 3 : 2
    return this.#lookUp(this.#packed.skeletons, skeleton).filter(
      (entry) => editDistance(bareOf(key), bareOf(foldName(entry.name)), limit) <= limit,
    )
  }

  /** What is remembered of a key; scanning asks twice in a row for the same one. */
  #nameOf(key: string): KnownName {
    if (key === this.#lastKey) return this.#last
    let name = this.#names.get(key)
    if (name === undefined) {
      if (this.#names.size >= MAX_REMEMBERED) this.#names.clear()
      name = { entries: null, goesOn: null }
      this.#names.set(key, name)
    }
    this.#lastKey = key
    this.#last = name
    return name
  }

  #isPrefix(key: string): boolean {
    const { names } = this.#packed
    const at = lowerBound(names, key)
    // Digits and letters sort after the space: where "key" would stand, "key " stands or no name begins so.
    return lineIs(names, at, key) || startsWith(names, at, `${key} `)
  }

  #lookUp(table: NameTable, key: string): readonly GazetteerEntry[] {
    const at = lowerBound(table, key)
    if (!lineIs(table, at, key)) return NO_ENTRIES
    const ids = table.ids.subarray(table.firsts[at], table.firsts[at + 1])
    return Array.from(ids.subarray(0, MAX_ENTRIES), (id) => this.#entry(id))
  }

  #entry(id: number): GazetteerEntry {
    const known = this.#entries.get(id)
    if (known !== undefined) return known
    const packed = this.#packed
    const kind = PLACE_KINDS[packed.kinds[id] ?? 0] ?? 'settlement'
    let country: string | null = null
    let admin1: string | null = null
    let admin2: string | null = null
    for (let at = kind === 'country' || kind === 'admin1' || kind === 'admin2' ? id : this.#parent(id); at !== NONE;) {
      const division = PLACE_KINDS[packed.kinds[at] ?? 0]
      if (division === 'country') country = packed.codes[at] ?? null
      else if (division === 'admin1') admin1 = lineAt(packed.display, at)
      else if (division === 'admin2') admin2 = lineAt(packed.display, at)
      at = this.#parent(at)
    }
    const settlement = this.#settlementOf.get(id)
    const entry: GazetteerEntry = {
      name: lineAt(packed.display, id),
      geonameId: packed.geonameIds[id] === 0 ? null : (packed.geonameIds[id] ?? null),
      lat: (packed.lats[id] ?? 0) / 1e5,
      lon: (packed.lons[id] ?? 0) / 1e5,
      country,
      admin1,
      admin2,
      kind,
      population: packed.populations[id] ?? 0,
      settlement: settlement === undefined ? null : lineAt(packed.display, settlement),
    }
    this.#entries.set(id, entry)
    return entry
  }

  #parent(id: number): number {
    return this.#packed.parents[id] ?? NONE
  }
}

function remember<Value>(memory: Map<string, Value>, key: string, value: Value): Value {
  if (memory.size >= MAX_REMEMBERED) memory.clear()
  memory.set(key, value)
  return value
}

/** Position of the first line that is not before `key`; keys are ASCII, so bytes are letters. */
function lowerBound(lines: Lines, key: string): number {
  let low = 0
  let high = lines.starts.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareLine(lines, middle, key) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** Negative when line `at` sorts before `key`, 0 when it is `key`, positive when after. */
function compareLine({ bytes, starts }: Lines, at: number, key: string): number {
  const start = starts[at] ?? 0
  const length = (starts[at + 1] ?? 0) - 1 - start
  const shared = Math.min(length, key.length)
  for (let i = 0; i < shared; i++) {
    const difference = (bytes[start + i] ?? 0) - key.charCodeAt(i)
    if (difference !== 0) return difference
  }
  return length - key.length
}

function lineIs(lines: Lines, at: number, key: string): boolean {
  return at < lines.starts.length - 1 && compareLine(lines, at, key) === 0
}

function startsWith(lines: Lines, at: number, prefix: string): boolean {
  const start = lines.starts[at] ?? 0
  if (at >= lines.starts.length - 1 || (lines.starts[at + 1] ?? 0) - 1 - start < prefix.length) return false
  for (let i = 0; i < prefix.length; i++) if (lines.bytes[start + i] !== prefix.charCodeAt(i)) return false
  return true
}

function lineAt({ bytes, starts }: Lines, at: number): string {
  return bytes.toString('utf8', starts[at] ?? 0, (starts[at + 1] ?? 1) - 1)
}

/** A folded name without its article and spaces: what the edit distance compares. */
function bareOf(key: string): string {
  return key.replace(/\b(?:al|el|ad|as|ash|ar|at|az|ez|an) /gu, '').replaceAll(' ', '')
}

/** Levenshtein distance, or `limit` + 1 when it is greater than `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return Math.min(row[b.length] ?? limit + 1, limit + 1)
}
