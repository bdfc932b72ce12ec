import { isDigit, isSmallLetter } from './ascii.ts'

const APOSTROPHES = /[’ʼ‘`]/gu
const HYPHEN = 45

/** A spelling that texts use, in the one copy that all its tokens share: equal strings that are the same are compared and looked up fastest. */
export interface Spelling {
  readonly text: string
  /** Lower case, apostrophes folded to "'". */
  readonly lower: string
  /** From 1 on in the order met; 0 for one that is not remembered. */
  readonly number: number
}

/** How many spellings are remembered: the common words, which make up most of any text. Further ones are read anew each time. */
export const MAX_SPELLINGS = 20_000
/** Longest spelling remembered, in UTF-16 units. */
const MAX_UNITS = 40

const SPELLINGS = new Map<string, Spelling>()

/** The spelling of a word or mark. What it says never depends on the texts read before, only how fast it is found. */
export function spellingOf(text: string): Spelling {
  const known = SPELLINGS.get(text)
  if (known !== undefined) return known
  const lower = lowerOf(text)
  if (SPELLINGS.size >= MAX_SPELLINGS || text.length > MAX_UNITS) return { text, lower, number: 0 }
  const own = ownCopy(text)
  const spelling = {
    text: own,
    lower: lower === text ? own : (SPELLINGS.get(lower)?.text ?? ownCopy(lower)),
    number: SPELLINGS.size + 1,
  }
  SPELLINGS.set(own, spelling)
  return spelling
}

/** The same word as a string of its own: one that was cut out of a text keeps the whole text in memory. */
function ownCopy(text: string): string {
  return Object.keys({ [text]: null })[0] ?? text
}

function lowerOf(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (!isSmallLetter(code) && code !== HYPHEN && !isDigit(code)) return text.toLowerCase().replace(APOSTROPHES, "'")
  }
  return text
}
