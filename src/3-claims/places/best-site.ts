import { WAY_NOUNS } from '../../../data/words/facility-nouns.ts'
import { BEARINGS, DIRECTIONS, LOCATIVES, NEARNESS, PLACE_TYPES } from '../../../data/words/place-cues.ts'
import type { Span } from '../../model/span.ts'
import type { Token } from '../text/token.ts'
import { isName } from './capital.ts'
import { holds } from './containment.ts'
import type { LocatedMention, PlacesOfDocument } from './located-mention.ts'

const CLAUSE_BREAKS = new Set(
  'who which where while when whereas that said says after before as because although but ; : — – ('.split(' '),
)

const EXCEPT = new Set('except excepting excluding'.split(' '))

/** Opening minus closing brackets. */
function brackets(tokens: readonly Token[]): number {
  return tokens.reduce((sum, { text }) => sum + (text === '(' ? 1 : text === ')' ? -1 : 0), 0)
}

const AGES = new Set('years months decades weeks year decade century'.split(' '))
const TURNS = new Set('after before since ago earlier'.split(' '))

/** The site in the sentence that belongs to the words at `span`. */
export function bestSite(
  { sentences, bySentence }: PlacesOfDocument,
  index: number,
  span: Span,
  isHeard: (site: LocatedMention) => boolean = () => true,
): LocatedMention | null {
  const sentence = sentences[index]
  const sites = (bySentence[index] ?? []).filter((site) => site.use === 'site' && isHeard(site))
  if (sentence === undefined || sites.length === 0) return null
  const { tokens } = sentence
  const from = tokens.findIndex(({ end }) => end > span.start)
  const to = tokens.findLastIndex(({ start }) => start < span.end)
  let best: LocatedMention | null = null
  let top = -Infinity
  sites.forEach((site, i) => {
    const isAfter = site.first > to
    const between = isAfter ? tokens.slice(to + 1, site.first) : tokens.slice(site.last + 1, from)
    let score = site.strength * 1.5 + precisionScore(site) + (isAfter ? 0.5 : 0) - between.length / 12
    // "in X, thirty years after they were killed": another time, and nothing says the same place.
    if (!isAfter && between.some(({ lower }, k) => AGES.has(lower) && TURNS.has(between[k + 1]?.lower ?? ''))) return
    // "all but X", "except the district of X"
    if (tokens.slice(Math.max(0, site.first - 5), site.first).some(({ lower }) => EXCEPT.has(lower))) return
    // What stands in brackets belongs to the words before them.
    if (brackets(between) !== 0) score -= 1.5
    const isRelative = !isAfter && between.slice(0, 2).some(({ lower }) => lower === 'where')
    if (isRelative) score += 1.5
    else for (const token of between) if (isBreak(token)) score -= 0.8
    // What leads the sentence ("In X, …") holds for all of it.
    if (!isAfter && site.first <= 3 && site.strength === 2) score += 0.6
    const inner = sites[i - 1]
    if (inner !== undefined && isOuter(tokens.slice(inner.last + 1, site.first), inner, site)) score -= 2.5
    const next = sites[i + 1]
    if (next !== undefined && isHolder(tokens.slice(site.last + 1, next.first))) score -= 2.5
    if (site.useRule === 'use/destination') score -= 1.5
    if (score > top) {
      top = score
      best = site
    }
  })
  return best
}

/** Whether a site and the next, with these words between, are whole and part: "Y region of X", "Y's town of X". */
function isHolder(gap: readonly Token[]): boolean {
  const [first] = gap
  if (first === undefined || gap.length > 6) return false
  if (first.lower !== "'s" && !PLACE_TYPES.has(first.lower)) return false
  // "X area east of Y" is the other way round.
  if (gap.at(-1)?.lower === 'of' && !PLACE_TYPES.has(gap.at(-2)?.lower ?? '')) return false
  return gap.every(
    ({ lower }) =>
      lower === "'s" || lower === 'of' || lower === 'the' || PLACE_TYPES.has(lower) || DIRECTIONS.has(lower),
  )
}

function isBreak({ lower, kind }: Token): boolean {
  return kind === 'open' || kind === 'close' || CLAUSE_BREAKS.has(lower)
}

const OUTER_WORDS = new Set(
  'in of the a an near outside on at within from around ( ) , part parts city town side border just some about'.split(
    ' ',
  ),
)

/** Whether the second site only says where the first lies: "X village in Y", "X, 20 km from Y". */
function isOuter(gap: readonly Token[], inner: LocatedMention, outer: LocatedMention): boolean {
  if (gap.length === 0) return inner.entry !== null && outer.entry !== null && holds(outer.entry, inner.entry)
  if (gap.length > 10 || gap.every(({ lower }) => lower === ',' || lower === 'and')) {
    return gap.length === 1 && inner.entry !== null && outer.entry !== null && holds(outer.entry, inner.entry)
  }
  const leads = LOCATIVES.has(gap[0]?.lower ?? '') || PLACE_TYPES.has(gap[0]?.lower ?? '')
  return gap.every(
    ({ lower, kind, text }) =>
      (leads && isName(text)) ||
      WAY_NOUNS.has(lower) ||
      OUTER_WORDS.has(lower) ||
      PLACE_TYPES.has(lower) ||
      DIRECTIONS.has(lower) ||
      NEARNESS.has(lower) ||
      BEARINGS.has(lower) ||
      kind === 'number',
  )
}

/** How much a mention tells, by the kind of place: a facility most, a continent least. */
export function precisionScore({ entry, isFacility }: LocatedMention): number {
  if (isFacility) return 1.6
  if (entry === null) return 1.4
  switch (entry.kind) {
    case 'facility':
      return 1.6
    case 'quarter':
      return 1.5
    case 'settlement':
      return 1.4
    case 'area':
      return 1.2
    case 'admin2':
      return 1
    case 'admin1':
      return 0.7
    case 'region':
      return 0.5
    case 'water':
      return 0.2
    case 'country':
      return 0
    case 'continent':
      return -1
  }
}
