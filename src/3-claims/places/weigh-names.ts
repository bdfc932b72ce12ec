import type { GazetteerEntry } from '../../model/gazetteer.ts'

/** How much neighbours count against being well known; chosen on the toponym development sets (`npm run quality`). */
const WEIGHTS = { admin2: 0.8, admin1: 1.1, country: 0.7, near: 1.3, sharpness: 1.2 }
/** A smaller share of belief counts for nothing. */
const MIN_SHARE = 0.01

type Key = readonly [key: string | number, part: number]

/** All mentions of one name in a document, with what it may stand for. */
export interface WeighedName {
  readonly candidates: readonly GazetteerEntry[]
  /** How well known each candidate is by itself. */
  readonly priors: readonly number[]
  /** How much of the belief in the name each candidate has; they sum to 1. */
  shares: readonly number[]
  /** What the text says it lies in counts as more than one neighbour. */
  readonly weight: number
}

/** Belief shared out by scores that are logarithms. */
export function shareOut(scores: readonly number[]): number[] {
  let top = -Infinity
  for (const score of scores) top = Math.max(top, score)
  let sum = 0
  const raw = scores.map((score) => {
    const value = Math.exp((score - top) * WEIGHTS.sharpness)
    sum += value
    return value
  })
  return raw.map((value) => value / sum)
}

/** Every name gathers, so many rounds, what the others make likely around each of its candidates; sets their `shares`. */
export function weighNames(names: readonly WeighedName[], rounds: number): void {
  const numbers = new Map<string | number, number>()
  const given = names.map(({ candidates }) => candidates.map((entry) => numberKeys(bearingOf(entry).keys, numbers)))
  const asked = names.map(({ candidates }) =>
    candidates.length < 2 ? [] : candidates.map((entry) => findKeys(entry, numbers)),
  )
  const support = new Float64Array(numbers.size)
  const own = new Float64Array(numbers.size)
  for (let round = 0; round < rounds; round++) {
    support.fill(0)
    names.forEach((name, n) => give(name, given[n] ?? [], support))
    names.forEach((name, n) => {
      if (name.candidates.length < 2) return
      // What the name itself put in is taken out again: a name is no evidence for itself.
      own.fill(0)
      give(name, given[n] ?? [], own)
      const sources = asked[n] ?? []
      name.shares = shareOut(
        name.priors.map((prior, i) => {
          const around = sources[i]
          return around == null ? prior : withAgreement(prior, around, support, own)
        }),
      )
    })
  }
}

/** Where a candidate's share of belief goes, as places in the table of support. */
interface Gift {
  readonly at: number
  readonly part: number
}

/** Where a candidate looks for belief in others, as places in the table of support; -1 where nobody gives. */
interface Around {
  readonly country: number
  readonly admin1: number
  readonly admin2: number
  readonly cells: readonly number[]
}

function give({ shares, weight }: WeighedName, gifts: readonly (readonly Gift[])[], to: Float64Array): void {
  gifts.forEach((list, i) => {
    const share = (shares[i] ?? 0) * weight
    if (share >= MIN_SHARE) for (const { at, part } of list) to[at] = (to[at] ?? 0) + share * part
  })
}

function withAgreement(
  prior: number,
  { country, admin1, admin2, cells }: Around,
  support: Float64Array,
  own: Float64Array,
): number {
  const rest = (at: number): number => (at < 0 ? 0 : Math.max(0, (support[at] ?? 0) - (own[at] ?? 0)))
  let near = 0
  for (const cell of cells) near += rest(cell)
  return (
    prior +
    WEIGHTS.country * Math.log2(1 + rest(country)) +
    WEIGHTS.admin1 * Math.log2(1 + rest(admin1)) +
    WEIGHTS.admin2 * Math.log2(1 + rest(admin2)) +
    WEIGHTS.near * Math.log2(1 + near)
  )
}

/** Gives each key that the entry gives to its place in the table. */
function numberKeys(keys: readonly Key[], numbers: Map<string | number, number>): Gift[] {
  return keys.map(([key, part]) => {
    let at = numbers.get(key)
    if (at === undefined) {
      at = numbers.size
      numbers.set(key, at)
    }
    return { at, part }
  })
}

function findKeys(entry: GazetteerEntry, numbers: ReadonlyMap<string | number, number>): Around | null {
  if (entry.country === null) return null
  const { admin1, admin2, cell } = bearingOf(entry)
  return {
    country: numbers.get(entry.country) ?? -1,
    admin1: entry.admin1 === null ? -1 : (numbers.get(admin1) ?? -1),
    admin2: entry.admin2 === null ? -1 : (numbers.get(admin2) ?? -1),
    cells: entry.kind === 'country' ? [] : NEIGHBOURS.map((step) => numbers.get(cell + step) ?? -1),
  }
}

/** Cells of one degree; a row holds 512 of them. */
const ROW = 512
const NEIGHBOURS = [-ROW - 1, -ROW, -ROW + 1, -1, 0, 1, ROW - 1, ROW, ROW + 1]

function cellOf({ lat, lon }: GazetteerEntry): number {
  return Math.floor(lat + 90) * ROW + Math.floor(lon + 180)
}

function admin1Key({ country, admin1 }: GazetteerEntry): string {
  return `${country}.${admin1}`
}

function admin2Key({ country, admin1, admin2 }: GazetteerEntry): string {
  return `${country}.${admin1}.${admin2}`
}

/** Where an entry lies, as the keys under which belief is gathered. */
interface Bearing {
  readonly keys: readonly Key[]
  readonly admin1: string
  readonly admin2: string
  readonly cell: number
}

/** Kept with the gazetteer's entries, which come again in every document. */
const bearingsKnown = new WeakMap<GazetteerEntry, Bearing>()

function bearingOf(entry: GazetteerEntry): Bearing {
  const before = bearingsKnown.get(entry)
  if (before !== undefined) return before
  const bearing = {
    keys: keysOf(entry),
    admin1: admin1Key(entry),
    admin2: admin2Key(entry),
    cell: cellOf(entry),
  }
  bearingsKnown.set(entry, bearing)
  return bearing
}

/** Where an entry's share of belief goes: its country, its division, its cell. */
function keysOf(entry: GazetteerEntry): Key[] {
  if (entry.country === null) return []
  if (entry.kind === 'country') return [[entry.country, 0.5]]
  if (entry.kind === 'admin1' || entry.kind === 'region')
    return entry.admin1 === null
      ? [[entry.country, 1]]
      : [
          [entry.country, 1],
          [admin1Key(entry), 1],
        ]
  const keys: Key[] = [
    [entry.country, 1],
    [cellOf(entry), 1],
  ]
  if (entry.admin1 !== null) keys.push([admin1Key(entry), 1])
  if (entry.admin2 !== null) keys.push([admin2Key(entry), 1])
  return keys
}
