import { NATION_WORDS } from '../../../data/claimants/nations.ts'
import { BRANCHED_BODIES, LOCAL_WORDS, STATE_BODIES, type StateBody } from '../../../data/claimants/state-bodies.ts'

/** A body of a state as a phrase names it. */
export interface ParsedBody {
  readonly body: StateBody
  /** ISO 3166-1 code of the state when the phrase names it, or null. */
  readonly country: string | null
  /** What tells it from others of its kind, folded ("kharkiv" of "Kharkiv regional police"); empty when nothing does. */
  readonly branch: string
}

const MAX_BODY_WORDS = 6
const MAX_NATION_WORDS = 5
const MAX_BRANCH_WORDS = 2
/** "Russian-installed", "Houthi-run": no body of the state that is named. */
const MADE_BY: ReadonlySet<string> = new Set([
  'installed',
  'appointed',
  'imposed',
  'occupied',
  'controlled',
  'run',
  'held',
])
/** "US-backed": the nation says who helps, not whose it is. */
const HELPED_BY: ReadonlySet<string> = new Set(['backed', 'led', 'based', 'supported', 'allied', 'trained'])

/**
 * Reads a folded phrase as a body of a state ("british defence ministry", "ministry of defence of ukraine"); null when it names none, or has
 * words beside that make it another ("Free Syrian Army", "the Houthi government of Yemen").
 */
export function parseStateBody(folded: string): ParsedBody | null {
  const words = folded.split(' ')
  if (words.some((word, i) => i > 0 && MADE_BY.has(word))) return null
  const of = words.indexOf('of')
  const head = of > 0 ? longest(words.slice(0, of), MAX_BODY_WORDS, STATE_BODIES) : null
  const whole = longest(words, MAX_BODY_WORDS, STATE_BODIES)
  const found = head !== null && (whole === null || whole.at > of) ? head : whole
  if (found === null) return null
  const rest = [...words.slice(0, found.at), ...words.slice(found.at + found.length)]
  let country: string | null = null
  const left: string[] = []
  for (let at = 0; at < rest.length; at++) {
    const nation = nationAt(rest, at)
    if (nation === null) {
      const word = rest[at] ?? ''
      if (!LOCAL_WORDS.has(word)) left.push(word)
      continue
    }
    at += nation.length - 1
    if (HELPED_BY.has(rest[at + 1] ?? '')) at++
    else country = nation.code
  }
  const branch = left.join(' ')
  const isBranched = BRANCHED_BODIES.has(found.value.key) && left.length <= MAX_BRANCH_WORDS
  return branch === '' || isBranched ? { body: found.value, country, branch } : null
}

/** The state that a stretch of folded words names at `at`, or null. */
export function nationAt(
  words: readonly string[],
  at: number,
): { readonly code: string; readonly length: number } | null {
  for (let length = Math.min(MAX_NATION_WORDS, words.length - at); length > 0; length--) {
    const code = NATION_WORDS.get(words.slice(at, at + length).join(' '))
    if (code !== undefined) return { code, length }
  }
  return null
}

function longest<T>(
  words: readonly string[],
  max: number,
  table: ReadonlyMap<string, T>,
): { readonly at: number; readonly length: number; readonly value: T } | null {
  for (let length = Math.min(max, words.length); length > 0; length--) {
    for (let at = words.length - length; at >= 0; at--) {
      const value = table.get(words.slice(at, at + length).join(' '))
      if (value !== undefined) return { at, length, value }
    }
  }
  return null
}
