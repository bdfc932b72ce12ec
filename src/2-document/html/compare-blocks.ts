import type { Block } from './collect-blocks.ts'

/** The keys of many blocks in one piece; a line break keeps neighbours apart. */
export function keysOf(blocks: readonly Block[]): string {
  return `\n${blocks.map(({ key }) => key).join('\n')}\n`
}

/** Characters of all blocks together. */
export function sizeOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0)
}

/** A repeated line shorter than this may be meant ("No."); a longer one is a pull quote or a box that the page repeats. */
const MIN_REPEATED_UNITS = 10

/** Leaves out lines that the page repeats word for word. */
export function withoutRepeats(blocks: readonly Block[]): readonly Block[] {
  const seen = new Set<string>()
  return blocks.filter(({ key }) => {
    if (key.length < MIN_REPEATED_UNITS) return true
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}
