import { NEWS_AGENCIES } from '../../../data/claimants/news-agencies.ts'
import { OFFICIALS } from '../../../data/claimants/officials.ts'
import { ORGANISATIONS } from '../../../data/claimants/organisations.ts'
import { foldClaimant } from './fold-claimant.ts'

/** A claimant that is known by name: an organisation, or an outlet that others cite. */
export interface RegistryEntry {
  /** The name under which the record has it. */
  readonly name: string
  readonly aliases: readonly string[]
  /** `outlet` for news agencies and outlets; otherwise what kind of body it is ("monitor", "group", "un" ...). */
  readonly kind: string
  /** ISO 3166-1 alpha-2 of the state it belongs to or has its seat in, or null. */
  readonly country: string | null
  /** Whether it is an organ of that state and a party where the state is one. */
  readonly isState: boolean
  /** Side it is on in conflicts in the countries named, beyond what the table of conflicts says. */
  readonly sides?: readonly { readonly countries: readonly string[]; readonly side: string }[]
}

/** A person who spoke for a body at a time. */
export interface RegistryOfficial {
  readonly body: string
  readonly since: string
  readonly until: string | null
  /** Whether the name is a surname alone. */
  readonly isShort: boolean
}

export interface ClaimantRegistry {
  /** The entry with exactly this name or alias, folded; null when there is none. */
  find(folded: string): RegistryEntry | null
  /** The entry whose name stands in the phrase, folded ("opposition-linked Local Coordination Committees"): two words at an end, three inside; null when none does. */
  findAtEdge(folded: string): RegistryEntry | null
  officials(folded: string): readonly RegistryOfficial[]
}

/** Fewest words of a name that is recognised inside a longer phrase. */
const MIN_EDGE_WORDS = 2
/** The same in the middle of one. */
const MIN_INNER_WORDS = 3
const MAX_NAME_WORDS = 9
/** Kinds whose one-word names open or end a phrase ("UN humanitarian coordinator", "the relief agency UNICEF"). */
const EDGE_WORD_KINDS: ReadonlySet<string> = new Set(['un', 'alliance'])

/**
 * The reviewed registry (data/claimants) with entries of the user's own, which come first when names collide.
 */
export function buildRegistry(own: readonly RegistryEntry[] = []): ClaimantRegistry {
  const entries = new Map<string, RegistryEntry>()
  const officials = new Map<string, RegistryOfficial[]>()
  for (const entry of [...own, ...organisations(), ...outlets()]) {
    for (const name of [entry.name, ...entry.aliases]) {
      const key = foldClaimant(name)
      if (!entries.has(key)) entries.set(key, entry)
    }
  }
  for (const { names, body, since, until } of OFFICIALS) {
    for (const name of names) {
      const key = foldClaimant(name)
      const official = { body, since, until, isShort: !key.includes(' ') }
      officials.set(key, [...(officials.get(key) ?? []), official])
    }
  }
  return {
    find: (folded) => entries.get(folded) ?? null,
    findAtEdge: (folded) => {
      const words = folded.split(' ')
      for (let n = words.length; n >= MIN_EDGE_WORDS; n--) {
        const found = entries.get(words.slice(-n).join(' ')) ?? entries.get(words.slice(0, n).join(' '))
        if (found !== undefined) return found
      }
      for (let at = 1; at + MIN_INNER_WORDS < words.length; at++) {
        for (let n = Math.min(MAX_NAME_WORDS, words.length - at - 1); n >= MIN_INNER_WORDS; n--) {
          const found = entries.get(words.slice(at, at + n).join(' '))
          if (found !== undefined) return found
        }
      }
      for (const word of [words.at(-1) ?? '', words[0] ?? '']) {
        const found = entries.get(word)
        if (found !== undefined && EDGE_WORD_KINDS.has(found.kind)) return found
      }
      return null
    },
    officials: (folded) => officials.get(folded) ?? [],
  }
}

/** The registry as reviewed, with no entries of the user's. */
export const REVIEWED: ClaimantRegistry = buildRegistry()

function organisations(): RegistryEntry[] {
  return ORGANISATIONS.map(({ names: [name = '', ...aliases], kind }) => ({
    name,
    aliases,
    kind,
    country: null,
    isState: false,
  }))
}

function outlets(): RegistryEntry[] {
  return NEWS_AGENCIES.map(({ names: [name = '', ...aliases], country, isState }) => ({
    name,
    aliases,
    kind: 'outlet',
    country,
    isState,
  }))
}
