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

/** The phrases that begin with a word, longest first: those that may go on with each second word, and with any other. */
interface Opening {
  readonly bySecondWord: ReadonlyMap<string, readonly Phrase[]>
  readonly otherwise: readonly Phrase[]
}

const BY_FIRST_WORD: ReadonlyMap<string, Opening> = buildIndex()
const opensCue = tabulate((lower) => Number(BY_FIRST_WORD.has(lower)))

/** Finds the words of a sentence that tell what its figures count, in reading order; longest phrase of a kind first. */
export function findCues(tokens: readonly Token[]): Cue[] {
  const cues: Cue[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    const opening = token === undefined || opensCue(token) === 0 ? undefined : BY_FIRST_WORD.get(token.lower)
    if (opening === undefined) continue
    const first = cues.length
    for (const phrase of opening.bySecondWord.get(tokens[at + 1]?.lower ?? '') ?? opening.otherwise) {
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

function buildIndex(): Map<string, Opening> {
  const byFirstWord = new Map<string, Phrase[]>()
  for (const [kind, phrases] of Object.entries(SCOPE_CUES)) {
    for (const phrase of phrases) {
      const words = phrase.split(' ')
      const first = words[0] ?? ''
      byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { kind, words }])
    }
  }
  const index = new Map<string, Opening>()
  for (const [first, phrases] of byFirstWord) index.set(first, openingOf(phrases))
  return index
}

function openingOf(phrases: readonly Phrase[]): Opening {
  const sorted = [...phrases].sort((a, b) => b.words.length - a.words.length)
  const isOpen = ({ words: [, second] }: Phrase): boolean => second === undefined || second === '*' || second === '#'
  const bySecondWord = new Map<string, readonly Phrase[]>()
  for (const phrase of sorted) {
    const second = phrase.words[1]
    if (second === undefined || isOpen(phrase)) continue
    bySecondWord.set(
      second,
      sorted.filter((other) => isOpen(other) || other.words[1] === second),
    )
  }
  return { bySecondWord, otherwise: sorted.filter(isOpen) }
}
