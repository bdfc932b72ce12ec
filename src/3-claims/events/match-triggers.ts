import type { EventKind, TriggerNeed } from '../../../data/words/event-kinds.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import { TRIGGER_PATTERNS, type TriggerPattern, type WordClass, type WordForm } from './event-lexicon.ts'
import { readsAsNoun, readsAsVerb } from './read-word-class.ts'

/** A trigger's words in a sentence. Token positions, half-open. */
export interface TriggerMatch {
  readonly start: number
  readonly end: number
  readonly kind: EventKind
  readonly needs: TriggerNeed
  readonly wordClass: WordClass
  readonly form: WordForm
}

/** Most words that `~` and `~~` in a pattern stand for. */
const MAX_GAP_WORDS = { '~': 3, '~~': 8 } as const

/**
 * Finds the longest trigger at every token that can begin one, in reading order, not overlapping.
 *
 * @param candidates positions of the words that can begin a trigger, ascending
 */
export function matchTriggers(sentence: Sentence, candidates: readonly number[]): TriggerMatch[] {
  const matches: TriggerMatch[] = []
  let taken = 0
  for (const at of candidates) {
    const token = sentence.tokens[at]
    if (token === undefined || at < taken) continue
    const match = matchAt(sentence, token, at)
    if (match === null) continue
    matches.push(match)
    taken = match.end
  }
  return matches
}

/** "regime-besieged", "recently-captured": the participle at the end of a hyphenated word is a trigger of its own. */
const HYPHENATED = /-(?:besieged|captured|seized|recaptured|bombed|shelled)$/u

function matchAt(sentence: Sentence, token: Token, at: number): TriggerMatch | null {
  const { lower } = token
  const patterns =
    TRIGGER_PATTERNS.get(lower) ??
    (lower.includes('-') && HYPHENATED.test(lower)
      ? TRIGGER_PATTERNS.get(lower.slice(lower.lastIndexOf('-') + 1))
      : undefined)
  if (patterns === undefined) return null
  let best: TriggerMatch | null = null
  const next = sentence.tokens[at + 1]?.lower
  for (const pattern of patterns) {
    const second = pattern.rest[0]
    if (second !== undefined && second !== '~' && second !== '~~' && second !== next) continue
    const end = endOf(pattern, sentence.tokens, at)
    if (end === null || (best !== null && end <= best.end)) continue
    if (!fitsWordClass(sentence, pattern, at, end)) continue
    const { kind, needs, wordClass, form } = pattern
    best = { start: at, end, kind, needs, wordClass, form }
  }
  return best
}

function endOf(pattern: TriggerPattern, tokens: readonly Token[], at: number): number | null {
  let position = at + 1
  let gap = 0
  for (const word of pattern.rest) {
    if (word === '~' || word === '~~') {
      gap = MAX_GAP_WORDS[word]
      continue
    }
    let skipped = 0
    while (skipped <= gap && tokens[position + skipped]?.lower !== word) {
      const token = tokens[position + skipped]
      if (token === undefined || token.kind === 'punct') return null
      skipped += 1
    }
    if (skipped > gap) return null
    position += skipped + 1
    gap = 0
  }
  return position
}

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the', 'another', 'this', 'that'])

/** Whether the words at the pattern read as its word class: "attacks" after "Russian" is a noun, after "who" a verb. */
function fitsWordClass(sentence: Sentence, pattern: TriggerPattern, at: number, end: number): boolean {
  const { form, wordClass } = pattern
  if (form === 'past' || form === 'participle') return true
  if (form === 'past-or-participle') return pattern.rest.length > 0 || !isNounHere(sentence, at)
  if (wordClass === 'noun') {
    if (pattern.rest.length > 0 && form === 'singular') return true
    return !readsAsVerb(sentence, at, end)
  }
  // "a shooting at a college": after an article no verb, whatever preposition follows
  if (form === 'ing') {
    const isAfterArticle = ARTICLES.has(sentence.tokens[at - 1]?.lower ?? '')
    return pattern.rest.length > 0 ? !isAfterArticle : !readsAsNoun(sentence, at)
  }
  return readsAsVerb(sentence, at, end)
}

/** "hit", "cut", "set" are nouns after an article: "a hit". */
function isNounHere(sentence: Sentence, at: number): boolean {
  const lower = sentence.tokens[at]?.lower ?? ''
  const before = sentence.tokens[at - 1]?.lower ?? ''
  return (
    ['hit', 'set', 'cut', 'hurt'].includes(lower) &&
    ['a', 'the', 'big', 'huge', 'direct', 'this', 'another'].includes(before)
  )
}
