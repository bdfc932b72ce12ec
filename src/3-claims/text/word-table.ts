import { MAX_SPELLINGS } from './spellings.ts'
import type { Token } from './token.ts'

const UNREAD = -1

/**
 * A table of what lists of words say of each token: `read` is asked once for every spelling, then an array answers.
 *
 * @param read what the lists say of a word in lower case: bits that add up, 0 and more
 */
export function tabulate(read: (lower: string) => number): (token: Token) => number {
  const known = new Int32Array(MAX_SPELLINGS + 1).fill(UNREAD)
  return ({ spelling, lower }) => {
    if (spelling === 0) return read(lower)
    const found = known[spelling] ?? UNREAD
    if (found !== UNREAD) return found
    const bits = read(lower)
    known[spelling] = bits
    return bits
  }
}
