import { COMMON_WORDS, NEVER_PLACES } from '../../../data/words/not-places.ts'
import { PLACE_ADJECTIVES } from '../../../data/words/place-adjectives.ts'
import { DIRECTIONS, LOCATIVES, PLACE_TYPES, STRONG_LOCATIVES } from '../../../data/words/place-cues.ts'
import { foldName } from '../../model/fold-name.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import type { NameMention } from './name-mention.ts'

const MAX_WORDS = 5
/** How far ahead the noun of what holds a place is looked for ("IN X, Y Z DEPARTMENT"). */
const HOLDER_REACH = 5
/** Parts of Romance and Arabic names that are words by themselves. */
const PARTICLES: ReadonlySet<string> = new Set('la el los las de del san santa santo santos al da do dos'.split(' '))
const JOINTS: ReadonlySet<string> = new Set(['de', 'del'])
/** Said of settlements and quarters without naming them. */
const LOOSE: ReadonlySet<string> = new Set(
  `residential exclusive wealthy poor densely populated outlying remote neighboring neighbouring nearby adjacent surrounding
  whole entire popular working-class upper-class middle-class crowded busy isolated mountainous coastal colonial historic
  historical fashionable elegant peripheral marginal industrial commercial respective different certain numerous following
  aforementioned above-mentioned indigenous indian mining fishing farming peasant jungle border oil-producing banana
  coca-growing low-income metropolitan judicial electoral important main principal largest biggest nation's country's city's another
  farmers neighborhood slum shanty diplomatic urban suburban first second third fourth last which whose where`.split(
    /\s+/u,
  ),
)
/** Kinds of places whose noun makes the words before it a name. */
const KINDS: ReadonlySet<string> = new Set(
  `neighborhood neighbourhood neighborhoods neighbourhoods district quarter suburb ward barrio village villages town towns
  hamlet township municipality canton cantons province department county locality settlement`.split(/\s+/u),
)
/** Of these, the ones that hold towns. */
const HOLDERS: ReadonlySet<string> = new Set('department province municipality state district county canton'.split(' '))

/**
 * A name that the gazetteer lacks, in text without lower case, where only plain words tell that it is a place: "THE TOWN
 * OF X", "IN THE X NEIGHBORHOOD", "IN X, Y DEPARTMENT", "IN X, 60 KM FROM", "IN X, A TOWN", "IN X DE Y".
 *
 * @returns the name from token `i` on, or null when nothing shows it to be a place
 */
export function findNameInCapitals({ index, tokens }: Sentence, i: number): NameMention | null {
  const head = tokens[i]
  if (head === undefined || !isPart(head)) return null
  const before = tokens[i - 1]?.lower ?? ''
  const kind = tokens[i - 2]?.lower ?? ''
  const isOfKind = before === 'of' && KINDS.has(kind) && kind !== 'department'
  const isLocated = isOfKind || isAfterLocative(tokens, i)
  if (!isLocated) return null
  let last = i
  while (last + 1 < tokens.length && last - i + 1 < MAX_WORDS && isPart(tokens[last + 1])) last++
  while (last > i && PARTICLES.has(tokens[last]?.lower ?? '')) last--
  if (PARTICLES.has(tokens[last]?.lower ?? '')) return null
  const after = tokens[last + 1]?.lower ?? ''
  const rule = isOfKind
    ? 'places/type-of-name'
    : KINDS.has(after)
      ? PLACE_TYPES.get(after) === 'quarter'
        ? 'places/quarter-name'
        : 'places/name-type'
      : after === ',' && STRONG_LOCATIVES.has(before) && isHeld(tokens, last + 2)
        ? 'places/held-name'
        : STRONG_LOCATIVES.has(before) && tokens.slice(i + 1, last).some(({ lower }) => JOINTS.has(lower))
          ? 'places/longer-name'
          : null
  if (rule === null) return null
  const end = tokens[last] ?? head
  const words = tokens.slice(i, last + 1).map(({ text }) => text)
  const key = foldName(words.join(' '))
  if (key === '') return null
  return {
    sentence: index,
    first: i,
    last,
    start: head.start,
    end: end.end,
    key,
    candidates: [],
    form: 'name',
    isCued: true,
    rule,
  }
}

/** Whether a preposition of place leads to the name, over an article and words that only describe. */
function isAfterLocative(tokens: readonly Token[], i: number): boolean {
  for (let at = i - 1; at >= Math.max(0, i - 4); at--) {
    const lower = tokens[at]?.lower ?? ''
    if (STRONG_LOCATIVES.has(lower)) return true
    if (!OWNERS.has(lower) && !LOOSE.has(lower) && !DIRECTIONS.has(lower)) return false
  }
  return false
}

/** "IN THE CAPITAL'S X NEIGHBORHOOD". */
const OWNERS: ReadonlySet<string> = new Set(['the', "'s", 'capital', 'city', 'town'])

/** Whether what follows a comma says where or what the place is: "60 KM FROM", "Y PROVINCE", "A TOWN IN". */
function isHeld(tokens: readonly Token[], from: number): boolean {
  if (tokens[from]?.kind === 'number') return /^(?:km|kilomet(?:er|re)s|miles)$/u.test(tokens[from + 1]?.lower ?? '')
  const isApposed = ['a', 'an', 'the'].includes(tokens[from]?.lower ?? '')
  for (let at = from; at < from + HOLDER_REACH; at++) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'word' || LOCATIVES.has(token.lower)) return false
    if (HOLDERS.has(token.lower) || (isApposed && KINDS.has(token.lower))) return at > from
  }
  return false
}

/** Whether a word may belong to a name: no common or describing word, no verb, no kind of place. */
function isPart(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== 'word') return false
  const { lower } = token
  if (PARTICLES.has(lower)) return true
  return !(
    lower.length < 3 ||
    COMMON_WORDS.has(lower) ||
    NEVER_PLACES.has(lower) ||
    LOOSE.has(lower) ||
    PLACE_TYPES.has(lower) ||
    KINDS.has(lower) ||
    DIRECTIONS.has(lower) ||
    LOCATIVES.has(lower) ||
    PLACE_ADJECTIVES.has(lower) ||
    /(?:ed|ing)$/u.test(lower)
  )
}
