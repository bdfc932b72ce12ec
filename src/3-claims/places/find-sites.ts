import { NEVER_PLACES } from '../../../data/words/not-places.ts'
import { NAME_HEADS } from '../../../data/words/place-cues.ts'
import { KIND_BOUND_NOUNS, SITE_MODIFIERS, SITE_NOUNS } from '../../../data/words/site-words.ts'
import type { Span } from '../../model/span.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import { tabulate } from '../text/word-table.ts'
import { isName, isTitleCase } from './capital.ts'
import { judgeSite } from './judge-site.ts'

/** What a sentence says of a built site it names, strongest first; see `Site.standing`. */
export type SiteStanding = 'struck' | 'scene' | 'located' | 'beside' | 'topic' | 'apart'

/** A built site that a sentence names, with what it says of it. */
export interface Site extends Span {
  /** The tokens of its phrase, article left out. */
  readonly first: number
  readonly last: number
  /** Singular of its noun. */
  readonly kind: string
  readonly isNamed: boolean
  /**
   * `struck` is what was attacked; `scene` is where people were harmed or found; `located` is where something is said to
   * be; `beside` only stands near; `topic` is spoken of; `apart` is where the wounded were treated, where somebody spoke,
   * watched or took shelter afterwards.
   */
  readonly standing: SiteStanding
}

const MAX_MODIFIERS = 6
const STOREYS = /^(?:\p{L}+|\d+)-(?:storey|story|floor|bed|star)(?:ed)?$/u
/** "car bomb", "truck bombing": weapons. */
const VEHICLE = /^(?:car|truck|lorry|van|boat|street|park)$/u
const BOMB = /^bomb(?:s|er|ers|ing|ings)?$/u
const nounOf = tabulate((lower) => (SITE_NOUNS.has(lower) ? 1 : KIND_BOUND_NOUNS.has(lower) ? 2 : 0))

/** Finds the built sites of a sentence and judges by its grammar which were attacked. */
export function findSites(sentence: Sentence): Site[] {
  const { tokens } = sentence
  const found: Site[] = []
  let saysTitle: boolean | null = null
  for (let i = 0; i < tokens.length; i++) {
    const noun = tokens[i]
    if (noun === undefined || noun.kind !== 'word') continue
    const nature = nounOf(noun)
    if (nature === 0 || continues(tokens, i)) continue
    if (isNameHead(sentence, i)) continue
    saysTitle ??= sentence.isUpperCase || isTitleCase(sentence)
    const first = firstOf(tokens, i, saysTitle)
    const last = isOfFlats(tokens, i) ? i + 2 : i
    if (nature === 2 && first === i && last === i) continue
    if (VEHICLE.test(noun.lower) && BOMB.test(tokens[i + 1]?.lower ?? '')) continue
    const from = tokens[first]
    const to = tokens[last]
    if (from === undefined || to === undefined) continue
    const kind = SITE_NOUNS.get(noun.lower) ?? KIND_BOUND_NOUNS.get(noun.lower) ?? noun.lower
    const isNamed = !saysTitle && tokens.slice(first, i).some(({ text }) => isName(text) && !NEVER_PLACES.has(text))
    const standing = judgeSite(tokens, { first, last, kind, isPlural: noun.lower !== kind })
    found.push({ start: from.start, end: to.end, first, last, kind, isNamed, standing })
    i = last
  }
  return found
}

/** Whether the noun at `i` only begins a longer one: "school building", "hospital's" is its owner. */
function continues(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1]
  return next !== undefined && next.kind === 'word' && nounOf(next) !== 0 && next.lower !== 'shelter'
}

/** "Port Sudan", "Villa Rosaleda", "the West Bank": parts of names of places. */
function isNameHead({ tokens, isUpperCase }: Sentence, i: number): boolean {
  const noun = tokens[i]
  const next = tokens[i + 1]
  if (noun === undefined) return false
  if (noun.lower === 'bank' && /^(?:west|left|right|east|river|south|north)$/u.test(tokens[i - 1]?.lower ?? ''))
    return true
  if (next === undefined || next.kind !== 'word' || !NAME_HEADS.has(noun.lower)) return false
  return isUpperCase || (isName(noun.text) && isName(next.text))
}

/** "block of flats", "block of apartments" */
function isOfFlats(tokens: readonly Token[], i: number): boolean {
  return tokens[i + 1]?.lower === 'of' && /^(?:flats|apartments)$/u.test(tokens[i + 2]?.lower ?? '')
}

/** The first token of the noun phrase: over words of its kind and of its name. */
function firstOf(tokens: readonly Token[], noun: number, saysTitle: boolean): number {
  let first = noun
  while (first > 0 && noun - first < MAX_MODIFIERS) {
    const word = tokens[first - 1]
    if (word === undefined || word.kind !== 'word') break
    const isKind = SITE_MODIFIERS.has(word.lower) || nounOf(word) !== 0 || STOREYS.test(word.lower)
    // The first word of a sentence has its capital from there.
    const isOwn = !saysTitle && first > 1 && isName(word.text) && !NEVER_PLACES.has(word.lower)
    if (!isKind && !isOwn) break
    first--
  }
  return first
}
