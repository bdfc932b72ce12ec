import { SCALES, SMALL_NUMBERS, VAGUE_ADJECTIVES, VAGUE_COUNTS, VAGUE_NOUNS } from '../../../data/words/number-words.ts'
import type { ModifierKind } from '../../../data/words/quantity-modifiers.ts'
import type { Token } from '../text/token.ts'
import { tabulate } from '../text/word-table.ts'
import { isDate, isLabelled, isMeasure } from './no-count.ts'
import type { Quantity } from './quantity.ts'
import { MODIFIER_OPENERS, readModifiers } from './read-modifiers.ts'
import { readNumber } from './read-number.ts'

/** The word between the two numbers of a range, by the word before them. */
const BETWEEN_LINKS: ReadonlyMap<string, string> = new Map(Object.entries({ between: 'and', from: 'to' }))
const DASHES = new Set(['-', '–', '—', '‑'])

/** The bounds of a number under its modifiers (codebook, "low / high"). */
interface Bounds {
  readonly low: number | null
  readonly high: number | null
  readonly approx: boolean
  readonly vague: string | null
  readonly end: number
}

/**
 * Reads the quantity that begins at a token, modifiers first: "at least 21,000", "between five and eight", "dozens",
 * "a number of", "more than a dozen". Shares, money, measures, dates, times of day, labels and ordinals are none.
 *
 * @returns null when no quantity begins there
 */
export function readQuantity(tokens: readonly Token[], at: number): Quantity | null {
  const opener = tokens[at]
  if (opener?.kind === 'word' && opensQuantity(opener) === 0) return null
  const modifiers = readModifiers(tokens, at)
  if (modifiers.end <= at + 1 && isBareArticle(opener, tokens[at + 1])) return null
  const bounds =
    readBetween(tokens, at) ??
    readCounted(tokens, modifiers.end, modifiers.kinds) ??
    readVague(tokens, modifiers.end, modifiers.kinds) ??
    (modifiers.end > at ? (readCounted(tokens, at, []) ?? readVague(tokens, at, [])) : null)
  const first = tokens[at]
  const last = bounds === null ? undefined : tokens[bounds.end - 1]
  if (bounds === null || first === undefined || last === undefined) return null
  const { low, high, approx, vague, end } = bounds
  return { start: first.start, end: last.end, low, high, approx, vague, tokenStart: at, tokenEnd: end }
}

/** "the city", "a convoy": an article or possessive before a word that no quantity begins with or goes on with. */
function isBareArticle(opener: Token | undefined, next: Token | undefined): boolean {
  return (
    opener !== undefined &&
    next?.kind === 'word' &&
    ARTICLES.has(opener.lower) &&
    !QUANTITY_OPENERS.has(next.lower) &&
    !SCALES.has(next.lower) &&
    !next.lower.includes('-')
  )
}
const ARTICLES = new Set('the a an these those his her its their our my'.split(' '))

function readCounted(tokens: readonly Token[], at: number, kinds: readonly ModifierKind[]): Bounds | null {
  if (isLabelled(tokens, at)) return null
  const first = readNumber(tokens, at)
  if (first === null) return null
  const second = readRangeEnd(tokens, at, first)
  const end = second?.end ?? first.end
  if (isMeasure(tokens, at, end) || isDate(tokens, at, end)) return null
  if (second !== null) return { low: first.value, high: second.value, approx: isApprox(kinds), vague: null, end }
  return under(kinds, first.value, readTail(tokens, end))
}

/** "between 5 and 8", "anywhere from 5 to 8". */
function readBetween(tokens: readonly Token[], at: number): Bounds | null {
  let i = at
  while (tokens[i]?.lower === 'anywhere' || tokens[i]?.lower === 'somewhere') i++
  const link = tokens[i]?.lower === 'between' || i > at ? BETWEEN_LINKS.get(tokens[i]?.lower ?? '') : undefined
  if (link === undefined) return null
  const low = readNumber(tokens, i + 1)
  if (low === null || tokens[low.end]?.lower !== link) return null
  const high = readNumber(tokens, low.end + 1)
  if (high === null) return null
  const scaled = shareScale(low.value, high.value)
  if (scaled >= high.value || isMeasure(tokens, i + 1, high.end) || isDate(tokens, i + 1, high.end)) return null
  return { low: scaled, high: high.value, approx: false, vague: null, end: high.end }
}

/** The second number of "5-8", "5 to 8", "five or six"; null when there is none. */
function readRangeEnd(
  tokens: readonly Token[],
  at: number,
  first: { value: number; end: number },
): { value: number; end: number } | null {
  const link = tokens[first.end]
  if (link === undefined || !(DASHES.has(link.text) || link.lower === 'to' || link.lower === 'or')) return null
  if (link.lower === 'to' && tokens[at - 1]?.lower === 'from') return null
  const second = readNumber(tokens, first.end + 1)
  if (second === null || second.value <= first.value) return null
  if (link.lower === 'or' && second.value > first.value * 2) return null
  return second
}

/** "2-3 million": the scale of the higher bound counts for the lower one too. */
function shareScale(low: number, high: number): number {
  for (const scale of [1e6, 1000, 100])
    if (high >= scale && low < 100 && high / scale < 100 && low * scale < high) return low * scale
  return low
}

type Tail = { readonly kind: ModifierKind | null; readonly end: number }

/** What stands after a number: "or more", "or so", "+". */
function readTail(tokens: readonly Token[], at: number): Tail {
  const [a, b] = [tokens[at], tokens[at + 1]]
  if (a?.text === '+' || a?.lower === 'plus') return { kind: 'low', end: at + 1 }
  if (a?.lower === 'or' && (b?.lower === 'more' || b?.lower === 'above')) return { kind: 'low', end: at + 2 }
  if (a?.lower === 'or' && (b?.lower === 'fewer' || b?.lower === 'less')) return { kind: 'high', end: at + 2 }
  if (a?.lower === 'or' && b?.lower === 'so') return { kind: 'approx', end: at + 2 }
  return { kind: null, end: at }
}

function under(kinds: readonly ModifierKind[], value: number, tail: Tail): Bounds {
  const all = tail.kind === null ? kinds : [...kinds, tail.kind]
  const [isLow, isHigh] = [all.includes('low'), all.includes('high')]
  return {
    low: isHigh && !isLow ? null : value,
    high: isLow ? null : value,
    approx: isApprox(all) && !isLow,
    vague: null,
    end: tail.end,
  }
}

function isApprox(kinds: readonly ModifierKind[]): boolean {
  return kinds.includes('approx')
}

/** "dozens", "hundreds of thousands", "several hundred", "a number", "large numbers", "a few". */
function readVague(tokens: readonly Token[], at: number, kinds: readonly ModifierKind[]): Bounds | null {
  const first = tokens[at]
  if (first === undefined || first.kind !== 'word') return null
  const bare = first.lower === 'a' || first.lower === 'an' ? at + 1 : at
  let i = bare
  while (VAGUE_ADJECTIVES.has(tokens[i]?.lower ?? '') && i < bare + 3) i++
  const noun = tokens[i]?.lower ?? ''
  if (
    VAGUE_NOUNS.has(noun) &&
    tokens[i + 1]?.lower === 'of' &&
    (i > at || noun === 'scores' || noun === 'lots' || noun === 'numbers' || noun === 'plenty')
  )
    return vagueBounds(tokens, at, i + 1)
  if ((noun === 'few' && bare > at) || (noun === 'few' && kinds.length > 0)) return vagueBounds(tokens, at, i + 1)
  const share = readShare(tokens, at, kinds)
  if (share !== null) return share
  if (!VAGUE_COUNTS.has(first.lower) || first.lower === 'most') return null
  if (first.lower === 'many' && NO_COUNT_BEFORE.has(tokens[at - 1]?.lower ?? '')) return null
  let end = at + 1
  if (tokens[end]?.lower === 'of' && /^(?:thousands|millions|hundreds)$/u.test(tokens[end + 1]?.lower ?? '')) end += 2
  else if (/^(?:hundred|thousand|dozen|million|hundreds|thousands|dozens|score)$/u.test(tokens[end]?.lower ?? ''))
    end += 1
  if (isMeasure(tokens, at, end)) return null
  return vagueBounds(tokens, at, end)
}

const NO_COUNT_BEFORE = new Set(['how', 'so', 'too', 'as', 'that'])
const SHARES = new Set([
  'some',
  'most',
  'half',
  'all',
  'majority',
  'third',
  'thirds',
  'quarter',
  'rest',
  'remainder',
  'part',
])
const SHARE_WHOLES = new Set(['them', 'whom', 'those', 'the', 'these', 'its', 'their', 'his', 'her', 'which'])

/** "some of them", "more than half of the dead", "the remainder of the dead": a share of people counted elsewhere. */
function readShare(tokens: readonly Token[], at: number, kinds: readonly ModifierKind[]): Bounds | null {
  let i = at
  while (i < at + 3 && SHARE_OPENERS.has(tokens[i]?.lower ?? '')) i++
  const lower = tokens[i]?.lower ?? ''
  if (!SHARES.has(lower) || tokens[i + 1]?.lower !== 'of' || !SHARE_WHOLES.has(tokens[i + 2]?.lower ?? '')) return null
  const words = tokens.slice(at, i + 1).map((token) => token.lower)
  const vague = words.filter((word) => word !== 'a' && word !== 'the' && word !== 'vast').join(' ')
  return { low: null, high: null, approx: isApprox(kinds), vague, end: i + 1 }
}
const SHARE_OPENERS = new Set(['a', 'the', 'vast', 'large', 'two', 'one', 'great'])

function vagueBounds(tokens: readonly Token[], at: number, end: number): Bounds {
  const vague = tokens
    .slice(at, end)
    .map((token) => token.lower)
    .join(' ')
  return { low: null, high: null, approx: false, vague, end }
}

/** Every word without a hyphen that a quantity can begin with. */
export const QUANTITY_OPENERS: ReadonlySet<string> = new Set([
  ...MODIFIER_OPENERS,
  ...SMALL_NUMBERS.keys(),
  ...VAGUE_COUNTS,
  ...VAGUE_ADJECTIVES,
  ...VAGUE_NOUNS,
  ...SHARES,
  ...SHARE_OPENERS,
  ...BETWEEN_LINKS.keys(),
  ...'a an half couple anywhere somewhere few'.split(' '),
])

/** Whether a quantity may begin with the word: an opener, or a word with a hyphen ("twenty-one"). */
const opensQuantity = tabulate((lower) => (QUANTITY_OPENERS.has(lower) || lower.includes('-') ? 1 : 0))
