import { FACILITY_NOUNS } from '../../../data/words/facility-nouns.ts'
import { FIRST_NAMES } from '../../../data/words/first-names.ts'
import { NEVER_PLACES } from '../../../data/words/not-places.ts'
import {
  ACTOR_HEADS,
  DIRECTIONS,
  ORGANISATION_HEADS,
  PLACE_TYPES,
  STRONG_LOCATIVES,
} from '../../../data/words/place-cues.ts'
import { foldName } from '../../model/fold-name.ts'
import type { Gazetteer } from '../../model/gazetteer.ts'
import type { Sentence } from '../text/sentence.ts'
import { isCapital, isName } from './capital.ts'
import type { NameMention } from './name-mention.ts'

const ARTICLE_NAME = /^(?:al|el|ad|as|ash|ar|at|az|an|ez)-\p{Lu}/u
/** Longer runs of capitals are titles of things. */
const MAX_WORDS = 4

/**
 * A capitalised name that the gazetteer lacks, where the words around it say that it is a place: "the village of X",
 * "X province", "in X". A place of a like name written another way is offered as its meaning.
 *
 * @returns the name from token `i` on, or null when nothing shows it to be a place
 */
export function findUnknownName(sentence: Sentence, i: number, gazetteer: Gazetteer): NameMention | null {
  const { tokens } = sentence
  if (sentence.isUpperCase) return null
  const last = lastOfName(sentence, i)
  const first = tokens[i]
  if (first === undefined || NEVER_PLACES.has(first.lower) || last - i + 1 > MAX_WORDS) return null
  if (/^[\p{Lu}\d.-]+$/u.test(first.text) || DIRECTIONS.has(first.lower)) return null
  const after = tokens[last + 1]?.lower ?? ''
  const before = tokens[i - 1]?.lower ?? ''
  const beforeThe = before === 'the' ? (tokens[i - 2]?.lower ?? '') : ''
  const end = tokens[last]?.lower ?? ''
  if (ORGANISATION_HEADS.has(end) || ACTOR_HEADS.has(end) || ACTOR_HEADS.has(after) || FACILITY_NOUNS.has(end))
    return null
  const rule =
    before === 'of' && PLACE_TYPES.has(tokens[i - 2]?.lower ?? '')
      ? 'places/type-of-name'
      : PLACE_TYPES.has(after) && after !== 'state' && after !== 'front' && after !== 'capital'
        ? 'places/name-type'
        : STRONG_LOCATIVES.has(before) && !isWho(first.lower)
          ? 'places/after-preposition'
          : ARTICLE_NAME.test(first.text) && (before === 'and' || before === ',' || STRONG_LOCATIVES.has(beforeThe))
            ? 'places/article-name'
            : DIRECTIONS.has(before) && !isWho(first.lower) && STRONG_LOCATIVES.has(tokens[i - 2]?.lower ?? '')
              ? 'places/direction-name'
              : null
  if (rule === null) return null
  const key = foldName(
    tokens
      .slice(i, last + 1)
      .map(({ text }) => text)
      .join(' '),
  )
  if (key === '') return null
  return {
    sentence: sentence.index,
    first: i,
    last,
    start: first.start,
    end: tokens[last]?.end ?? first.end,
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
