/** Letters and digits of an id that text search holds: 64 bits of a digest. */
const TOKEN_LENGTH = 16

/**
 * The word under which text search holds an id: what follows its last "-" or ":".
 *
 * Ids are found as words, not by an index of their own: a digest's place in an index is by chance, so each new one
 * rewrites a page of it, while text search writes what is new in one piece and merges pieces.
 *
 * @param id a whole one, or its first characters; the word may be empty then
 */
export function searchToken(id: string): string {
  const start = Math.max(id.lastIndexOf('-'), id.lastIndexOf(':')) + 1
  return id.slice(start, start + TOKEN_LENGTH)
}
