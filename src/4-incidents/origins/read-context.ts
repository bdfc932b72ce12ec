import { SEATS } from '../../../data/claimants/nations.ts'
import { STATE_BODIES } from '../../../data/claimants/state-bodies.ts'
import type { Document } from '../../model/document.ts'
import type { ClaimantEntry } from '../../model/registry.ts'
import type { ClaimantRegistry } from './claimant-registry.ts'
import { foldClaimant } from './fold-claimant.ts'
import { nationAt } from './parse-state-body.ts'

/** What a document tells of whose "defence ministry" it means. */
export interface DocumentContext {
  readonly captureId: string
  readonly publishedAt: string | null
  /** The state whose body of this kind the text names somewhere; null when it names none or several. */
  stateOf(bodyKey: string): string | null
  /** The only organisation of these kinds that the text names somewhere; null when it names none or several. */
  organisationOf(kinds: ReadonlySet<string>): ClaimantEntry | null
  /** What stands beside a name in the text, between commas ("the UN coordinator in Yemen"); null when nothing does. */
  besideName(name: string): string | null
  /** State of the capital in the dateline, else of the outlet by the registry; null when neither is known. */
  readonly seat: string | null
}

/** How much of a text is read for it. */
const MAX_UNITS = 20_000
const DATELINE_WORD = /^\s*(\p{Lu}{3}[\p{Lu}\s.'’-]{0,30}?)(?=\s*[,(–—-]|,)/u
const MAX_BODY_WORDS = 6
const MAX_NAME_WORDS = 9
/** Longest apposition that is read beside a name, in UTF-16 units. */
const MAX_BESIDE = 100

/** Reads what a document tells of the states it means; the text is read when the first body without a state is asked about. */
export function readContext(document: Document, captureId: string, registry: ClaimantRegistry): DocumentContext {
  let states: ReadonlyMap<string, ReadonlySet<string>> | null = null
  let organisations: readonly ClaimantEntry[] | null = null
  const outlet = document.outlet === null ? null : registry.find(foldClaimant(document.outlet))
  return {
    captureId,
    publishedAt: document.publishedAt,
    stateOf: (bodyKey) => {
      states ??= readStates(document.text.slice(0, MAX_UNITS))
      const named = states.get(bodyKey)
      const [only] = named ?? []
      return named?.size === 1 ? (only ?? null) : null
    },
    organisationOf: (kinds) => {
      organisations ??= readOrganisations(document.text.slice(0, MAX_UNITS), registry)
      const found = organisations.filter(({ kind }) => kinds.has(kind))
      return found.length === 1 ? (found[0] ?? null) : null
    },
    besideName: (name) => {
      const at = document.text.indexOf(`${name}, `)
      if (at < 0) return null
      const start = at + name.length + 2
      const end = document.text.slice(start, start + MAX_BESIDE).search(/[,.;:\n]/u)
      return end <= 0 ? null : document.text.slice(start, start + end)
    },
    seat: seatInDateline(document) ?? outlet?.country ?? null,
  }
}

/** For each kind of body the states that a text names right before it, or after it with "of". */
function readStates(text: string): Map<string, Set<string>> {
  const states = new Map<string, Set<string>>()
  const words = foldClaimant(text).split(' ')
  for (let at = 0; at < words.length; at++) {
    const nation = nationAt(words, at)
    if (nation === null) continue
    const after = at + nation.length
    for (let length = MAX_BODY_WORDS; length > 0; length--) {
      const next = STATE_BODIES.get(words.slice(after, after + length).join(' '))
      if (next !== undefined) note(states, next.key, nation.code)
      if (words[at - 1] !== 'of') continue
      const before = STATE_BODIES.get(words.slice(Math.max(0, at - 1 - length), at - 1).join(' '))
      if (before !== undefined) note(states, before.key, nation.code)
    }
  }
  return states
}

/** The organisations of the registry that a text names, each once. */
function readOrganisations(text: string, registry: ClaimantRegistry): ClaimantEntry[] {
  const found = new Set<ClaimantEntry>()
  const words = foldClaimant(text).split(' ')
  for (let at = 0; at < words.length; at++) {
    for (let length = Math.min(MAX_NAME_WORDS, words.length - at); length > 0; length--) {
      const entry = registry.find(words.slice(at, at + length).join(' '))
      if (entry === null) continue
      found.add(entry)
      at += length - 1
      break
    }
  }
  return [...found]
}

function seatInDateline(document: Document): string | null {
  const first = document.lines.find(({ role }) => role === 'body' || role === 'dateline')
  if (first === undefined) return null
  const place = DATELINE_WORD.exec(document.text.slice(first.start, Math.min(first.end, first.start + 60)))?.[1]
  return place === undefined ? null : (SEATS.get(foldClaimant(place)) ?? null)
}

function note(states: Map<string, Set<string>>, body: string, code: string): void {
  const known = states.get(body)
  if (known === undefined) states.set(body, new Set([code]))
  else known.add(code)
}
