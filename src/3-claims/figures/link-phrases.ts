import { PART_MARKERS, REPORTING_VERBS } from '../../../data/words/clause-words.ts'
import {
  AUXILIARIES,
  COORDINATORS,
  isFunctionWord,
  PASSIVE_AUXILIARIES,
  VERB_GROUP_ADVERBS,
} from '../../../data/words/function-words.ts'
import { HARM_VERBS } from '../../../data/words/harm-words.ts'
import type { Token } from '../text/token.ts'
import type { PeoplePhrase } from './people-phrase.ts'

/** How a people phrase hangs on the one before it. */
export interface PhraseLink {
  /** `list` for another item of a list, `part` for people among the phrase before. */
  readonly kind: 'list' | 'part'
  /** Position of the phrase it hangs on. */
  readonly to: number
  /** Token position of the words that join them. */
  readonly markerStart: number
  /** Whether words that hang on the phrase before stand between ("the head of the council and two clerks"). */
  readonly isFar: boolean
}

const LIST_PHRASES: readonly (readonly string[])[] = [
  ['as', 'well', 'as'],
  ['along', 'with'],
  ['together', 'with'],
  ['in', 'addition', 'to'],
  ['followed', 'by'],
  ['besides'],
  ['alongside'],
  ['accompanied', 'by'],
]
const PART_PHRASES: readonly (readonly string[])[] = [
  ['among', 'them'],
  ['amongst', 'them'],
  ['among', 'whom', 'were'],
  ['among', 'whom', 'are'],
  ['among', 'which', 'were'],
  ['most', 'of', 'them'],
  ['some', 'of', 'them'],
  ['many', 'of', 'them'],
  ['all', 'of', 'them'],
  ['of', 'whom'],
  ['of', 'them'],
  ['of', 'which'],
  ['some', 'of', 'whom', 'were'],
  ['many', 'of', 'whom', 'were'],
  ['most', 'of', 'whom', 'were'],
  ['which', 'includes'],
  ['that', 'includes'],
]
const BREAKS = new Set([',', '(', '-', '–', '—', ':', '--'])
/** Longest stretch of other words between a whole and the word that brings in its part. */
const MAX_PART_GAP = 25

/** Joins the phrases of a sentence to lists ("three soldiers and a nurse") and wholes to parts ("12 people, including ..."). */
export function linkPhrases(
  tokens: readonly Token[],
  phrases: readonly PeoplePhrase[],
): readonly (PhraseLink | null)[] {
  const links: (PhraseLink | null)[] = []
  phrases.forEach((_phrase, i) => {
    links.push(i === 0 ? null : linkOf(tokens, phrases, links, i))
  })
  return links
}

function linkOf(
  tokens: readonly Token[],
  phrases: readonly PeoplePhrase[],
  links: readonly (PhraseLink | null)[],
  i: number,
): PhraseLink | null {
  const [before, phrase] = [phrases[i - 1], phrases[i]]
  if (before === undefined || phrase === undefined) return null
  const share = shareLink(tokens, phrases, links, i)
  if (share !== null) return share
  const part = partMarker(tokens, phrase.tokenStart)
  if (part >= 0) {
    if (part - before.tokenEnd > MAX_PART_GAP || part < before.tokenEnd) return null
    // "24 people, including five children, among them two infants" hangs on the last phrase; lists of parts share a whole.
    return { kind: 'part', to: i - 1, markerStart: part, isFar: false }
  }
  // a bare number before another count is a stray number, no item of a list
  if (before.isBare && before.tokenEnd === phrase.tokenStart) return null
  const isFar = !listMarker(tokens, before.tokenEnd, phrase)
  if (isFar && !(before.kind === 'one' && listMarker(tokens, endOfComplement(tokens, before.tokenEnd), phrase)))
    return null
  const previous = links[i - 1] ?? null
  if (previous?.kind === 'part')
    return { kind: 'part', to: previous.to, markerStart: previous.markerStart, isFar: false }
  return { kind: 'list', to: i - 1, markerStart: before.tokenEnd, isFar }
}

/** "many of whom" is part of the phrase before it, and so are the people named right after it ("many of whom were civilians"). */
function shareLink(
  tokens: readonly Token[],
  phrases: readonly PeoplePhrase[],
  links: readonly (PhraseLink | null)[],
  i: number,
): PhraseLink | null {
  const [before, phrase] = [phrases[i - 1], phrases[i]]
  if (before === undefined || phrase === undefined) return null
  const previous = links[i - 1] ?? null
  if (isShare(tokens, phrase)) {
    const gap = phrase.tokenStart - before.tokenEnd
    if (gap > MAX_PART_GAP || isClauseBetween(tokens, before.tokenEnd, phrase.tokenStart)) return null
    return {
      kind: 'part',
      to: previous?.kind === 'part' ? previous.to : i - 1,
      markerStart: phrase.tokenStart,
      isFar: false,
    }
  }
  if (previous?.kind !== 'part' || !isShare(tokens, before) || phrase.kind !== 'plain') return null
  for (let at = before.tokenEnd; at < phrase.tokenStart; at++) {
    const lower = tokens[at]?.lower ?? ''
    if (!PASSIVE_AUXILIARIES.has(lower) && !VERB_GROUP_ADVERBS.has(lower)) return null
  }
  return { kind: 'part', to: previous.to, markerStart: previous.markerStart, isFar: false }
}

/** Whether a phrase is a share of people counted elsewhere ("some of them", "two of whom"). */
export function isShare(tokens: readonly Token[], phrase: PeoplePhrase): boolean {
  const last = tokens[phrase.tokenEnd - 1]?.lower
  return phrase.kind === 'counted' && (last === 'them' || last === 'whom' || last === 'which')
}

function isClauseBetween(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (
      token !== undefined &&
      (AUXILIARIES.has(token.lower) || REPORTING_VERBS.has(token.lower) || HARM_VERBS.has(token.lower))
    )
      return true
  }
  return false
}

function isModifier(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.kind === 'word' &&
    !isFunctionWord(token.lower) &&
    !HARM_VERBS.has(token.lower) &&
    !REPORTING_VERBS.has(token.lower) &&
    !/(?:ed|ly)$/u.test(token.lower)
  )
}

/** Token position where the words that bring in a part begin, when they end right before `at`; else -1. */
export function partMarker(tokens: readonly Token[], at: number): number {
  let last = at - 1
  if (tokens[last]?.text === ':' || tokens[last]?.lower === 'were' || tokens[last]?.lower === 'are') last--
  const lower = tokens[last]?.lower ?? ''
  let start = -1
  if (PART_MARKERS.has(lower)) start = last
  else
    for (const phrase of PART_PHRASES) {
      const from = at - phrase.length
      if (from >= 0 && phrase.every((word, j) => tokens[from + j]?.lower === word))
        start = start < 0 ? from : Math.min(from, start)
      if (
        last === at - 2 &&
        last - phrase.length + 1 >= 0 &&
        phrase.every((word, j) => tokens[last - phrase.length + 1 + j]?.lower === word)
      )
        start = last - phrase.length + 1
    }
  if (start < 0) return -1
  return start > 0 && BREAKS.has(tokens[start - 1]?.text ?? '') ? start - 1 : start
}

/** Longest "of the local council" between a person and the next item of a list, in tokens. */
const MAX_COMPLEMENT = 8

/** One past "of the local council" when it begins at `from`; else `from`. */
function endOfComplement(tokens: readonly Token[], from: number): number {
  if (tokens[from]?.lower !== 'of') return from
  let end = from + 1
  while (
    end < from + MAX_COMPLEMENT &&
    (isModifier(tokens[end]) || tokens[end]?.lower === 'the' || tokens[end]?.lower === 'of')
  )
    end++
  const next = tokens[end]
  return next !== undefined && (next.text === ',' || COORDINATORS.has(next.lower)) ? end : from
}

/** Whether nothing but what joins a list stands between two phrases. */
function listMarker(tokens: readonly Token[], from: number, phrase: PeoplePhrase): boolean {
  let to = phrase.tokenStart
  // "and pro-government militiamen": a plain noun begins with the words before it
  while (phrase.kind === 'plain' && to > from && isModifier(tokens[to - 1]) && phrase.tokenStart - to < 4) to--
  if (to === from) return phrase.kind !== 'plain'
  let i = from
  // an age or an office between commas: "a man, 34, and"
  if (tokens[i]?.text === ',' && tokens[i + 1]?.kind === 'number' && tokens[i + 2]?.text === ',') i += 2
  if (tokens[i]?.text === ',' || tokens[i]?.text === ';') i++
  if (i === to) return true
  if (COORDINATORS.has(tokens[i]?.lower ?? '')) i++
  if (i === to) return true
  if (tokens[i]?.lower === 'also') i++
  if (i === to) return true
  const lower = tokens[i]?.lower
  if (lower === 'with' && i + 1 === to) return true
  return LIST_PHRASES.some(
    (words) => words.length === to - i && words.every((word, j) => tokens[i + j]?.lower === word),
  )
}
