import { contentWords, shareWord } from './content-words.ts'
import type { Harmed, KeyTemplate, Location, Response } from './template.ts'

/** The official counts of a slot: recall = (correct + partial / 2) / possible, precision the same over actual. */
export interface SlotCount {
  correct: number
  partial: number
  possible: number
  actual: number
}

export const SLOTS = [
  'incident',
  'incident type',
  'incident date',
  'incident location',
  'hum-tgt number',
  'hum-tgt effect',
  'perpetrator organisation',
  'perpetrator confidence',
] as const
export type Slot = (typeof SLOTS)[number]

const MS_PER_DAY = 864e5
const SLACK_DAYS = 7
const LONGEST_PARTIAL_DAYS = 31
const REGIONS = new Intl.DisplayNames(['en'], { type: 'region' })

/** What the two sides of a slot make together. */
interface Fills<Key, Own> {
  readonly key: readonly Key[]
  readonly own: readonly Own[]
  /** 1 right, 0.5 partly right, 0 wrong. */
  readonly compare: (key: Key, own: Own) => number
  readonly isOptional: (key: Key) => boolean
}

/** Counts every slot of a key and a response that were aligned; of one alone when the other is null. */
export function countSlots(
  key: KeyTemplate | null,
  own: Response | null,
  published: string | null,
): Readonly<Record<Slot, SlotCount>> {
  const dateOf = (response: Response): readonly [string, string] | null => datesOf(response, published)
  return {
    incident: {
      correct: key !== null && own !== null ? 1 : 0,
      partial: 0,
      possible: key === null || (own === null && key.optional) ? 0 : 1,
      actual: own === null ? 0 : 1,
    },
    'incident type': countFills({
      key: key?.incident_type ?? [],
      own: own === null ? [] : [own.type],
      compare: ({ alts }, type) => (alts.includes(type) ? 1 : 0),
      isOptional: ({ optional }) => optional === true,
    }),
    'incident date': countFills({
      key: (key?.derived.dates ?? []).filter(({ raw }) => raw === undefined).slice(0, 1),
      own: own === null ? [] : [dateOf(own)].filter((date) => date !== null),
      compare: compareDates,
      isOptional: () => key?.derived.dates?.[0]?.raw !== undefined,
    }),
    'incident location': countFills({
      key: (key?.incident_location ?? []).slice(0, 1),
      own: own === null || own.location.country === null ? [] : [own.location],
      compare: (paths, location) => Math.max(0, ...paths.map((path) => compareLocations(path, location))),
      isOptional: () => false,
    }),
    'hum-tgt number': countFills({
      key: key?.hum_tgt_number ?? [],
      own: own === null ? [] : own.harmed.filter(({ high }) => high !== 0),
      compare: (fill, group) =>
        fill.alts.some((alt) => isNumber(alt, group)) ? (matchesRef(fill.ref, group.words, key) ? 1 : 0.5) : 0,
      isOptional: ({ optional }) => optional === true,
    }),
    'hum-tgt effect': countFills({
      key: (key?.hum_tgt_effect ?? []).filter(({ alts }) => alts.some((alt) => /DEATH|INJURY/u.test(alt))),
      own: own === null ? [] : own.harmed.filter(({ effect }) => effect !== null),
      compare: (fill, group) => {
        const isSame = fill.alts.some(
          (alt) => alt === group.effect || (alt === 'NO INJURY OR DEATH' && group.high === 0),
        )
        const isOfNobody = group.high === 0 && fill.ref?.every((name) => name === '-') === true
        return isSame ? (isOfNobody || matchesRef(fill.ref, group.words, key) ? 1 : 0.5) : 0
      },
      isOptional: ({ optional }) => optional === true,
    }),
    'perpetrator organisation': countFills({
      key: key?.perp_organization_id ?? [],
      own: own?.organizations ?? [],
      compare: ({ alts }, { name }) => Math.max(...alts.map((alt) => compareNames(alt, name))),
      isOptional: ({ optional }) => optional === true,
    }),
    'perpetrator confidence': countFills({
      key: key?.perp_organization_confidence ?? [],
      own: own?.organizations ?? [],
      compare: ({ alts, ref }, { name, isAccused }) =>
        alts.some((alt) => /SUSPECTED|POSSIBLE/u.test(alt) === isAccused)
          ? ref?.some((one) => compareNames(one, name) > 0) === true
            ? 1
            : 0.5
          : 0,
      isOptional: ({ optional }) => optional === true,
    }),
  }
}

/** Pairs fills best first; each counts once. Optional fills of the key are possible only when hit. */
function countFills<Key, Own>({ key, own, compare, isOptional }: Fills<Key, Own>): SlotCount {
  const pairs = key
    .flatMap((k, i) => own.map((o, j) => ({ i, j, value: compare(k, o) })))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)
  const keys = new Set<number>()
  const owns = new Set<number>()
  const count: SlotCount = { correct: 0, partial: 0, possible: 0, actual: own.length }
  for (const { i, j, value } of pairs) {
    if (keys.has(i) || owns.has(j)) continue
    keys.add(i)
    owns.add(j)
    if (value === 1) count.correct += 1
    else count.partial += 1
  }
  count.possible = key.filter((k, i) => keys.has(i) || !isOptional(k)).length
  return count
}

/** "-" fills of the keys: nothing said means on or before the dateline; so do we, where the report has no time. */
function datesOf(response: Response, published: string | null): readonly [string, string] | null {
  const { when } = response
  if (when?.start && when.end) return [when.start, when.end]
  const end = when?.end ?? published
  return end === null ? null : [when?.start ?? end, end]
}

function compareDates(
  key: NonNullable<KeyTemplate['derived']['dates']>[number],
  [start, end]: readonly [string, string],
): number {
  const days = (a: string, b: string): number => (Date.parse(b) - Date.parse(a)) / MS_PER_DAY
  if (key.on !== undefined) {
    if (start === key.on && end === key.on) return 1
    return start <= key.on && key.on <= end && days(start, end) <= LONGEST_PARTIAL_DAYS ? 0.5 : 0
  }
  if (key.on_or_before !== undefined) {
    const before = days(end, key.on_or_before)
    if (before >= 0 && before <= SLACK_DAYS) return 1
    return start <= key.on_or_before && key.on_or_before <= end ? 0.5 : 0
  }
  const [from, to] = [key.from ?? end, key.to ?? end]
  if (Math.abs(days(from, start)) <= 1 && Math.abs(days(to, end)) <= 1) return 1
  return start <= to && from <= end ? 0.5 : 0
}

/** 1 when the finest level of the key is named, or the key and we have the country alone; 0.5 when a higher level agrees. */
function compareLocations(path: readonly { readonly name: string }[], { country, names }: Location): number {
  const top = path[0]
  const finest = path.at(-1)
  if (finest === undefined || top === undefined) return 0
  const own = country === null ? '' : (REGIONS.of(country) ?? '')
  const agreesOnCountry = compareNames(clean(top.name), own) === 1
  if (path.length === 1) return agreesOnCountry ? (names.length === 0 ? 1 : 0.5) : 0
  const isOurs = (name: string): boolean => names.some((one) => compareNames(clean(name), one) === 1)
  if (isOurs(finest.name)) return 1
  return agreesOnCountry || path.some(({ name }) => isOurs(name)) ? 0.5 : 0
}

function clean(name: string): string {
  return name.replace(/\s*\([^)]*\)?\s*/gu, ' ').trim()
}

/** 1 when one name holds all words of the other, 0.5 when they share a word. */
function compareNames(key: string, own: string): number {
  const [a, b] = [contentWords(key), contentWords(own)]
  if (a.length === 0 || b.length === 0) return 0
  if (a.every((word) => b.includes(word)) || b.every((word) => a.includes(word))) return 1
  return a.some((word) => b.includes(word)) ? 0.5 : 0
}

/** Whether our words share one with the name the key refers to, or with what the key itself calls that person. */
function matchesRef(ref: readonly string[] | undefined, words: string, key: KeyTemplate | null): boolean {
  if (ref === undefined) return true
  const called = (key?.hum_tgt_description ?? []).filter((one) => one.ref?.some((name) => ref.includes(name)) === true)
  return [...ref, ...called.flatMap(({ alts }) => alts)].some((one) => shareWord(one, words))
}

/** "5", "~100", "6-8", "6 -", "PLURAL" against the bounds as claimed. */
export function isNumber(fill: string, { low, high }: Pick<Harmed, 'low' | 'high'>): boolean {
  if (fill === 'PLURAL') return (low === null && high === null) || (low ?? high ?? 0) > 1
  const numbers = [...fill.matchAll(/\d+/gu)].map(([digits]) => Number(digits))
  const [first, second] = numbers
  if (first === undefined) return false
  if (second !== undefined) return low === first && high === second
  if (/^\s*-/u.test(fill)) return high === first
  return /-\s*$/u.test(fill) ? low === first : low === first && (high === first || high === null)
}
