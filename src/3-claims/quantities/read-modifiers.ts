import { type ModifierKind, MODIFIERS } from '../../../data/words/quantity-modifiers.ts'
import type { Token } from '../text/token.ts'

export interface ReadModifiers {
  readonly kinds: readonly ModifierKind[]
  /** One past the last token of the modifiers. */
  readonly end: number
}

interface Phrase {
  readonly words: readonly string[]
  readonly kind: ModifierKind
}

/** The modifiers by their first word, longest first. */
const BY_FIRST_WORD: ReadonlyMap<string, readonly Phrase[]> = buildIndex()

/** The first words of the modifiers. */
export const MODIFIER_OPENERS: ReadonlySet<string> = new Set(BY_FIRST_WORD.keys())

function buildIndex(): Map<string, Phrase[]> {
  const index = new Map<string, Phrase[]>()
  for (const [phrase, kind] of MODIFIERS) {
    const words = phrase.split(' ')
    const first = words[0] ?? ''
    index.set(first, [...(index.get(first) ?? []), { words, kind }])
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length)
  return index
}

function standsAt(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  for (let i = 1; i < words.length; i++) if (tokens[at + i]?.lower !== words[i]) return false
  return true
}

/** Reads the modifiers that begin at a token ("at least another", "up to some"), longest first; none gives no kinds. */
export function readModifiers(tokens: readonly Token[], at: number): ReadModifiers {
  const kinds: ModifierKind[] = []
  let end = at
  for (let found = readModifier(tokens, end); found !== null; found = readModifier(tokens, end)) {
    kinds.push(found.kind)
    end = found.end
  }
  return { kinds, end }
}

function readModifier(tokens: readonly Token[], at: number): { kind: ModifierKind; end: number } | null {
  const first = tokens[at]?.lower
  const phrases = first === undefined ? undefined : BY_FIRST_WORD.get(first)
  if (phrases === undefined) return null
  for (const { words, kind } of phrases) if (standsAt(tokens, at, words)) return { kind, end: at + words.length }
  return null
}
