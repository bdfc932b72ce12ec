import { MODIFIER_WORDS, type ModifierKind, MODIFIERS } from '../../../data/words/quantity-modifiers.ts'
import type { Token } from '../text/token.ts'

export interface ReadModifiers {
  readonly kinds: readonly ModifierKind[]
  /** One past the last token of the modifiers. */
  readonly end: number
}

/** The first words of the modifiers. */
export const MODIFIER_OPENERS: ReadonlySet<string> = new Set(
  [...MODIFIERS.keys()].map((phrase) => phrase.split(' ')[0] ?? ''),
)

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
  if (first === undefined || !MODIFIER_OPENERS.has(first)) return null
  let phrase = ''
  let found: { kind: ModifierKind; end: number } | null = null
  for (let i = at; i < at + MODIFIER_WORDS && i < tokens.length; i++) {
    phrase = i === at ? first : `${phrase} ${tokens[i]?.lower ?? ''}`
    const kind = MODIFIERS.get(phrase)
    if (kind !== undefined) found = { kind, end: i + 1 }
  }
  return found
}
