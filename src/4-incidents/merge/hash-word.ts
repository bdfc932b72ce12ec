/**
 * A text as 32 bits, 0 to 2^32 - 1: FNV-1a over its UTF-16 units, stirred, so that the order of the numbers says nothing of
 * the texts. Two different words have one number once in four billion.
 */
export function hashWord(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
