/**
 * A text as 32 bits, 0 to 2^32 - 1: FNV-1a over its UTF-16 units, stirred, so that the order of the numbers says nothing of
 * the texts. Two different words have one number once in four billion.
 */
export function hashWord(text: string): number {
  return stir(mixUnits(text))
}

/** A text as a whole number of 53 bits: its hash and, for the rest, that of the text with a blank behind it. */
export function hashLong(text: string): number {
  const mixed = mixUnits(text)
  return stir(mixed) * 2 ** 21 + (stir(Math.imul(mixed ^ BLANK, PRIME)) >>> 11)
}

const PRIME = 0x01000193
const BLANK = 0x20

function mixUnits(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME)
  return hash
}

function stir(mixed: number): number {
  let hash = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
