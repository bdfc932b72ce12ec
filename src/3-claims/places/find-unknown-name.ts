import { FACILITY_NOUNS } from '../../../data/words/facility-nouns.ts'
import { FIRST_NAMES } from '../../../data/words/first-names.ts'
import { COMMON_WORDS, NEVER_PLACES } from '../../../data/words/not-places.ts'
import {
  ACTOR_HEADS,
  DIRECTIONS,
  LOCATIVES,
  NAME_HEADS,
  ORGANISATION_HEADS,
  PLACE_TYPES,
  STRONG_LOCATIVES,
} from '../../../data/words/place-cues.ts'
import { foldName } from '../../model/fold-name.ts'
import type { Gazetteer } from '../../model/gazetteer.ts'
import type { Sentence } from '../text/sentence.ts'
import { isCapital, isName, isTitleCase } from './capital.ts'
import type { NameMention } from './name-mention.ts'

const ARTICLE_NAME = /^(?:al|el|ad|as|ash|ar|at|az|an|ez)-\p{Lu}/u
/** Longer runs of capitals are titles of things. */
const MAX_WORDS = 4

/**
 * A capitalised name in mixed text that the gazetteer lacks, where the words around it say that it is a place: "the village of X",
 * "X province", "in X". A place of a like name written another way is offered as its meaning.
 *
 * @returns the name from token `i` on, or null when nothing shows it to be a place
 */
export function findUnknownName(sentence: Sentence, i: number, gazetteer: Gazetteer): NameMention | null {
  const { tokens } = sentence
  const last = lastOfName(sentence, i)
  const first = tokens[i]
  if (first === undefined || last - i + 1 > MAX_WORDS || !isBesideCue(tokens, i, last)) return null
  if (NEVER_PLACES.has(first.lower)) return null
  if (/^[\p{Lu}\d.-]+$/u.test(first.text) || DIRECTIONS.has(first.lower)) return null
  const after = tokens[last + 1]?.lower ?? ''
  const before = tokens[i - 1]?.lower ?? ''
  const beforeThe = before === 'the' ? (tokens[i - 2]?.lower ?? '') : ''
  const end = tokens[last]?.lower ?? ''
  if (ORGANISATION_HEADS.has(end) || ACTOR_HEADS.has(end) || ACTOR_HEADS.has(after) || FACILITY_NOUNS.has(end))
    return null
  if (STATE_OF.test(first.text) || NEVER_PLACES.has(first.lower.replace(/s$/u, ''))) return null
  const isPlain = !isWho(first.lower) && !(last === i && COMMON_WORDS.has(first.lower)) && !isTitleCase(sentence)
  const rule =
    before === 'of' &&
    (PLACE_TYPES.has(tokens[i - 2]?.lower ?? '') || (isPlain && TOWN_SITES.has(tokens[i - 2]?.lower ?? '')))
      ? 'places/type-of-name'
      : PLACE_TYPES.has(after) && !LOOSE_TYPES.has(after) && !COMMON_WORDS.has(first.lower)
        ? i === 0 && last === 0 && PLACE_TYPES.get(after) !== 'settlement' && !isOftenPlace(gazetteer, first.text)
          ? null
          : 'places/name-type'
        : STRONG_LOCATIVES.has(before) && isPlain
          ? 'places/after-preposition'
          : isSettlementNoun(before) && isPlain
            ? 'places/type-name'
            : ARTICLE_NAME.test(first.text) && (before === 'and' || before === ',' || STRONG_LOCATIVES.has(beforeThe))
              ? 'places/article-name'
              : DIRECTIONS.has(before) && isPlain && STRONG_LOCATIVES.has(tokens[i - 2]?.lower ?? '')
                ? 'places/direction-name'
                : null
  return rule === null ? null : unknown(sentence, i, last, rule, gazetteer)
}

/** Whether a word stands beside the name on which any of the rules could hang; most names have none. */
function isBesideCue(tokens: Sentence['tokens'], i: number, last: number): boolean {
  const before = tokens[i - 1]?.lower ?? ''
  return OPENERS.has(before) || PLACE_TYPES.has(tokens[last + 1]?.lower ?? '')
}
const OPENERS: ReadonlySet<string> = new Set([
  'of',
  'the',
  'and',
  ',',
  ...STRONG_LOCATIVES.keys(),
  ...PLACE_TYPES.keys(),
  ...DIRECTIONS.keys(),
])

function isOftenPlace(gazetteer: Gazetteer, name: string): boolean {
  return gazetteer.findSimilar(foldName(name)).length > 0
}

function isSettlementNoun(word: string): boolean {
  const type = PLACE_TYPES.get(word)
  return (type === 'settlement' || type === 'quarter') && word !== 'capital' && word !== 'port'
}

/** What a town has one of: "the market of X" names a town. */
const TOWN_SITES = new Set(
  'market airport hospital port harbour checkpoint crossing mosque outskirts streets'.split(' '),
)
/** "Daesh-held", "opposition-controlled": no names. */
const STATE_OF = /-(?:held|controlled|occupied|backed|led|linked|aligned|besieged|run|era|style|born|wide|based)$/u
/** Nouns that stand behind names of other things as well. */
const LOOSE_TYPES = new Set('state states front capital axis direction sector zone line'.split(' '))
const MAX_LONGER_WORDS = 3

/**
 * A name whose first word or words alone are in the gazetteer, but which goes on: "Qasr al-Sharkasi", "Bani Zaid".
 *
 * @param matched the last token of the gazetteer's match, before `i` when there is none
 */
export function findLongerName(
  sentence: Sentence,
  i: number,
  matched: number,
  gazetteer: Gazetteer,
): NameMention | null {
  const { tokens } = sentence
  const first = tokens[i]
  if (first === undefined || sentence.isUpperCase) return null
  const isTypeOf = tokens[i - 1]?.lower === 'of' && PLACE_TYPES.has(tokens[i - 2]?.lower ?? '')
  if (!isTypeOf && !NAME_HEADS.has(first.lower) && !ARTICLE_NAME.test(tokens[matched + 1]?.text ?? '')) return null
  const last = lastOfName(sentence, i)
  if (last <= matched || last === i || last - i + 1 > MAX_LONGER_WORDS) return null
  const before = tokens[i - 1]?.lower ?? ''
  const after = tokens[last + 1]?.lower ?? ''
  const isCued = LOCATIVES.has(before) || DIRECTIONS.has(before) || PLACE_TYPES.has(after) || PLACE_TYPES.has(before)
  if ((!isCued && !isTypeOf) || ACTOR_HEADS.has(tokens[last]?.lower ?? '')) return null
  if (FACILITY_NOUNS.has(after) || FACILITY_NOUNS.has(tokens[last]?.lower ?? '')) return null
  return unknown(sentence, i, last, 'places/longer-name', gazetteer)
}

function unknown(
  sentence: Sentence,
  first: number,
  last: number,
  rule: string,
  gazetteer: Gazetteer,
): NameMention | null {
  const words = sentence.tokens.slice(first, last + 1)
  const key = foldName(words.map(({ text }) => text).join(' '))
  const [head] = words
  const end = words.at(-1)
  if (key === '' || head === undefined || end === undefined) return null
  return {
    sentence: sentence.index,
    first,
    last,
    start: head.start,
    end: end.end,
    key,
    candidates: gazetteer.findSimilar(key),
    form: 'name',
    isCued: true,
    rule,
  }
}

function lastOfName(sentence: Sentence, i: number): number {
  let last = i
  while (last + 1 < sentence.tokens.length) {
    const next = sentence.tokens[last + 1]
    if (next?.kind !== 'word' || !isCapital(sentence, last + 1) || PLACE_TYPES.has(next.lower)) break
    if (NEVER_PLACES.has(next.lower) || (!isName(next.text) && !isName(sentence.tokens[last + 2]?.text ?? ''))) break
    last++
  }
  return last
}

function isWho(word: string): boolean {
  return FIRST_NAMES.has(word)
}
