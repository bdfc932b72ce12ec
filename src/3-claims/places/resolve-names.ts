import { PLACE_TYPES } from '../../../data/words/place-cues.ts'
import type { GazetteerEntry } from '../../model/gazetteer.ts'
import type { Token } from '../text/token.ts'
import { findContainments, holds } from './containment.ts'
import type { NameMention } from './name-mention.ts'
import { shareOut, type WeighedName, weighNames } from './weigh-names.ts'

/** Of a name's candidates, the best known are weighed; beyond, context cannot tell hamlets apart. */
const MAX_CANDIDATES = 25
const ROUNDS = 3
/** By how much a town is better known than the district named after it, at the least; as `priorOf`. */
const SEAT_LEAD = 0.3

/**
 * Settles what each mention stands for: what the text says about where it lies, then how well the candidates agree with
 * the other names of the document, then how well known they are. Names of countries vote once, however often they occur.
 *
 * @returns one entry for each mention, null for names that no entry fits
 */
export function resolveNames(
  mentions: readonly NameMention[],
  tokensOf: (sentence: number) => readonly Token[],
): (GazetteerEntry | null)[] {
  const allowed = mentions.map(({ candidates }) => candidates)
  const typed = mentions.map((mention) => typeBeside(mention, tokensOf(mention.sentence)))
  mentions.forEach((mention, i) => {
    const wanted = typed[i]
    const fitting =
      wanted === null || wanted === undefined ? [] : mention.candidates.filter((entry) => fits(entry, wanted))
    if (fitting.length > 0) allowed[i] = fitting
  })
  const contained = new Set<number>()
  for (const { part, whole } of findContainments(mentions, tokensOf)) {
    // "DORVIK, Nigeria - Parents in Dorvik": a town does not lie in itself.
    if (typed[whole] === null && mentions[part]?.key === mentions[whole]?.key) continue
    const wholes = allowed[whole] ?? []
    const parts = allowed[part] ?? []
    const kept = parts.filter((entry) => wholes.some((other) => holds(other, entry)))
    if (kept.length === 0) continue
    allowed[part] = kept
    allowed[whole] = wholes.filter((other) => kept.some((entry) => holds(other, entry)))
    contained.add(part).add(whole)
  }
  const names = new Map<string, WeighedName>()
  const nameOf = mentions.map((mention, i) => {
    const own = allowed[i] ?? []
    const isOwn = contained.has(i) || own.length < mention.candidates.length
    // A mention that its own words settle is a name by itself; the others of its key take over what it settles.
    const id = isOwn ? `${mention.key}#${own.map((entry) => mention.candidates.indexOf(entry)).join()}` : mention.key
    if (!names.has(id)) {
      const known = isOwn ? own : takeOver(mention.key, i, mentions, allowed, contained)
      const candidates = known.slice(0, MAX_CANDIDATES)
      const priors = candidates.map((entry) => priorOf(entry, candidates))
      names.set(id, {
        candidates,
        priors,
        shares: candidates.length === 1 ? [1] : shareOut(priors),
        weight: mention.form === 'adjective' ? 0 : contained.has(i) ? 1.5 : 1,
      })
    }
    return names.get(id)
  })
  const all = [...names.values()].filter(({ candidates }) => candidates.length > 0)
  if (all.some(({ candidates }) => candidates.length > 1)) weighNames(all, ROUNDS)
  return nameOf.map((name) => {
    if (name === undefined || name.candidates.length === 0) return null
    let best = 0
    name.shares.forEach((share, i) => {
      if (share > (name.shares[best] ?? 0)) best = i
    })
    return name.candidates[best] ?? null
  })
}

/** "Paris" alone, in a document that says "Paris, Texas" elsewhere. */
function takeOver(
  key: string,
  i: number,
  mentions: readonly NameMention[],
  allowed: readonly (readonly GazetteerEntry[])[],
  contained: ReadonlySet<number>,
): readonly GazetteerEntry[] {
  const settled: GazetteerEntry[] = []
  mentions.forEach((other, j) => {
    if (other.key === key && contained.has(j)) settled.push(...(allowed[j] ?? []))
  })
  const own = allowed[i] ?? []
  // "Aleppo province" settles where Aleppo lies, not that every Aleppo is the province.
  const kept = own.filter((entry) =>
    settled.some(({ country, admin1 }) => entry.country === country && entry.admin1 === admin1),
  )
  return kept.length > 0 ? kept : own
}

type Type = 'settlement' | 'quarter' | 'admin1' | 'admin2' | 'region' | 'area'

/** The kind of place that a noun beside the name says it is: "X province", "the village of X". */
function typeBeside({ first, last, form }: NameMention, tokens: readonly Token[]): Type | null {
  if (form !== 'name') return null
  const after = PLACE_TYPES.get(tokens[last + 1]?.lower ?? '')
  if (after !== undefined) return after
  return tokens[first - 1]?.lower === 'of' ? (PLACE_TYPES.get(tokens[first - 2]?.lower ?? '') ?? null) : null
}

function fits({ kind }: GazetteerEntry, type: Type): boolean {
  switch (type) {
    case 'settlement':
      return kind === 'settlement'
    case 'quarter':
      return kind === 'quarter' || kind === 'admin2' || kind === 'settlement'
    case 'admin1':
      return kind === 'admin1' || kind === 'region'
    case 'admin2':
      return kind === 'admin2'
    case 'region':
      return kind === 'region' || kind === 'water'
    case 'area':
      return false
  }
}

/** How well known an entry is by itself, about the decimal logarithm of its inhabitants. */
function priorOf({ kind, population, country, lat, lon }: GazetteerEntry, all: readonly GazetteerEntry[]): number {
  const size = Math.log10(population + 10)
  switch (kind) {
    case 'country':
    case 'continent':
      return 8.5
    case 'admin1': {
      // A division is named after its town: the bare name is the town's.
      const town = all.some(
        (other) => other.kind === 'settlement' && other.country === country && other.population > 100_000,
      )
      return town ? Math.min(size - 2.2, 5.2) : Math.max(5.5, size)
    }
    case 'admin2': {
      const town = all.find(
        (other) => other.kind === 'settlement' && Math.abs(other.lat - lat) < 1 && Math.abs(other.lon - lon) < 1,
      )
      // The bare name is the town's, however few its district's figures leave it.
      return town === undefined ? size - 1 : Math.min(size - 2, Math.log10(town.population + 10) - SEAT_LEAD)
    }
    case 'region':
      return 7
    case 'water':
    case 'facility':
    case 'area':
      return 6.3
    case 'quarter':
      return size - 0.7
    case 'settlement':
      return size
  }
}
