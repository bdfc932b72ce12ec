import { COUNTS_OF_TIME, SCOPE_CUES } from '../../../data/words/scope-cues.ts'
import type { Token } from '../text/token.ts'
import { tabulate } from '../text/word-table.ts'

/** A phrase of a cue class, at its token positions (half-open). */
export interface Cue {
  readonly kind: string
  readonly tokenStart: number
  readonly tokenEnd: number
}

interface Phrase {
  readonly kind: string
  readonly words: readonly string[]
}

/** Phrases by first word, longest first; those that begin with a number stand under `#`. */
const BY_FIRST_WORD: ReadonlyMap<string, readonly Phrase[]> = buildIndex()
const opensCue = tabulate((lower) => Number(BY_FIRST_WORD.has(lower)))

/** Finds the words of a sentence that tell what its figures count, in reading order; longest phrase of a kind first. */
export function findCues(tokens: readonly Token[]): Cue[] {
  const cues: Cue[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    const phrases = token === undefined || opensCue(token) === 0 ? undefined : BY_FIRST_WORD.get(token.lower)
    if (phrases === undefined) continue
    const first = cues.length
    for (const phrase of phrases) {
      if (!standsAt(tokens, at, phrase.words) || cues.slice(first).some(({ kind }) => kind === phrase.kind)) continue
      cues.push({ kind: phrase.kind, tokenStart: at, tokenEnd: at + phrase.words.length })
    }
  }
  return cues
}

function standsAt(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  for (let i = 0; i < words.length; i++) {
    const token = tokens[at + i]
    const word = words[i]
    if (token === undefined) return false
    const isMet =
      word === '*'
        ? token.kind === 'word' || token.kind === 'number'
        : word === '#'
          ? isNumber(token)
          : token.lower === word
    if (!isMet) return false
  }
  return true
}

function isNumber(token: Token): boolean {
  return token.kind === 'number' || COUNTS_OF_TIME.has(token.lower)
}

function buildIndex(): Map<string, Phrase[]> {
  const index = new Map<string, Phrase[]>()
  for (const [kind, phrases] of Object.entries(SCOPE_CUES)) {
    for (const phrase of phrases) {
      const words = phrase.split(' ')
      const first = words[0] ?? ''
      index.set(first, [...(index.get(first) ?? []), { kind, words }])
    }
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length)
  return index
}
