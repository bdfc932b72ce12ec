import { NEWS_AGENCIES } from '../../../data/claimants/news-agencies.ts'
import { OFFICIALS } from '../../../data/claimants/officials.ts'
import { ORGANISATIONS } from '../../../data/claimants/organisations.ts'
import type { ClaimantEntry } from '../../model/registry.ts'
import { foldClaimant } from './fold-claimant.ts'

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
  find(folded: string): ClaimantEntry | null
  /** The entry whose name stands in the phrase, folded ("opposition-linked Local Coordination Committees"): two words at an end, three inside; null when none does. */
  findAtEdge(folded: string): ClaimantEntry | null
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
export function buildRegistry(own: readonly ClaimantEntry[] = []): ClaimantRegistry {
  const entries = new Map<string, ClaimantEntry>()
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

function organisations(): ClaimantEntry[] {
  return ORGANISATIONS.map(({ names: [name = '', ...aliases], kind }) => ({
    name,
    aliases,
    kind,
    country: null,
    isState: false,
  }))
}

function outlets(): ClaimantEntry[] {
  return NEWS_AGENCIES.map(({ names: [name = '', ...aliases], country, isState }) => ({
    name,
    aliases,
    kind: 'outlet',
    country,
    isState,
  }))
}
