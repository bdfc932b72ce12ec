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
