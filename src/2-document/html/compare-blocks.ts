import type { Block } from './collect-blocks.ts'

/** What two renderings of the same words share: letters and digits of any script, lower case. */
export function comparable(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '')
}

/** The comparable text of many lines in one piece; a line break keeps neighbours apart. */
export function comparableText(lines: readonly string[]): string {
  return `\n${lines.map(comparable).join('\n')}\n`
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
  return blocks.filter(({ text }) => {
    const key = comparable(text)
    if (key.length < MIN_REPEATED_UNITS) return true
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}
