import { AID_BODIES, AID_NOUNS, STAFF_NOUNS } from '../../../data/words/aid-bodies.ts'
import type { FigureMention } from '../figures/figure-mention.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import { tabulate } from '../text/word-table.ts'

/** How far from the noun the body that they work for stands, in tokens. */
const REACH_TOKENS = 9
/** How far after the counted phrase its own noun may stand: "Twelve were members of its staff". */
const TAIL_TOKENS = 5

const NAMES = byFirstWord([...AID_BODIES, ...AID_NOUNS])
const STAFF = 1
const OPENS_NAME = 2
const signsOf = tabulate((lower) => (STAFF_NOUNS.has(lower) ? STAFF : 0) | (NAMES.has(lower) ? OPENS_NAME : 0))
const OWNERS: ReadonlySet<string> = new Set(['its', 'their', 'our'])
const OF: ReadonlySet<string> = new Set(['of', 'from', 'for', 'with', 'at'])

/**
 * The body that makes the counted people aid workers, verbatim: "nine staff of the Red Cross", "MSF workers", and, where
 * the words say no more than "its staff" or "14 staff", a body that brings aid and is named before in the sentence or in
 * the sentence before. Null when there is none.
 */
export function findAidBody({ span, who }: FigureMention, sentence: Sentence, before: Sentence | null): string | null {
  if (who.some((group) => group !== 'people' && group !== 'civilians')) return null
  const { tokens } = sentence
  const first = tokens.findIndex(({ start }) => start >= span.start)
  let end = first
  while (end < tokens.length && (tokens[end]?.start ?? span.end) < span.end) end++
  const staff = staffNoun(tokens, first, end)
  if (staff < 0) return null
  const own = bodyWithin(tokens, first, staff) ?? bodyAfter(tokens, staff)
  if (own !== null) return own
  const isTheirs = OWNERS.has(tokens[staff - 1]?.lower ?? '')
  const isBare = isCount(tokens[staff - 1]) && tokens[staff]?.lower !== 'members' && tokens[staff]?.lower !== 'workers'
  if (!isTheirs && !isBare) return null
  return bodyWithin(tokens, 0, first) ?? (before === null ? null : bodyWithin(before.tokens, 0, before.tokens.length))
}

/** Position of the noun for those who work for a body, in the phrase or right after it; -1 when there is none. */
function staffNoun(tokens: readonly Token[], first: number, end: number): number {
  let last = -1
  for (let at = first; at < Math.min(tokens.length, end + TAIL_TOKENS); at++) {
    const token = tokens[at]
    if (token === undefined || (at >= end && !isTail(token))) break
    if ((signsOf(token) & STAFF) !== 0) last = at
  }
  return last
}

/** "of its staff" after "twelve were members". */
function isTail(token: Token): boolean {
  return OF.has(token.lower) || OWNERS.has(token.lower) || (signsOf(token) & STAFF) !== 0
}

function isCount(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.kind === 'number' ||
      /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty)$/u.test(token.lower))
  )
}

/** "staff of the Red Cross", "workers for the aid group". */
function bodyAfter(tokens: readonly Token[], staff: number): string | null {
  if (!OF.has(tokens[staff + 1]?.lower ?? '')) return null
  for (let at = staff + 2; at < Math.min(tokens.length, staff + REACH_TOKENS); at++) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'punct') return null
    const found = bodyAt(tokens, at)
    if (found !== null) return found
  }
  return null
}

function bodyWithin(tokens: readonly Token[], from: number, to: number): string | null {
  for (let at = to - 1; at >= from; at--) {
    const found = bodyAt(tokens, at)
    if (found !== null) return found
  }
  return null
}

function bodyAt(tokens: readonly Token[], at: number): string | null {
  const token = tokens[at]
  if (token === undefined || (signsOf(token) & OPENS_NAME) === 0) return null
  for (const words of NAMES.get(token.lower) ?? [])
    if (words.every((word, i) => tokens[at + i]?.lower === word)) return words.join(' ')
  return null
}

function byFirstWord(names: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const found = new Map<string, (readonly string[])[]>()
  for (const name of names) {
    const words = name.split(' ')
    const [first = ''] = words
    const known = found.get(first)
    if (known === undefined) found.set(first, [words])
    else known.push(words)
  }
  return found
}
