import type { SourceRun } from '../../model/document.ts'
import type { DecodedText } from '../decode/decode-text.ts'
import type { Block } from '../html/collect-blocks.ts'
import { alignBlock } from './align-block.ts'
import { ByteOffsets } from './byte-offsets.ts'

/** Shorter runs map back nothing that anybody quotes. */
const MIN_RUN_UNITS = 2

/**
 * Maps the text of a plain-text document back to the capture's bytes.
 *
 * @param bodyStart where the source's first character stands in the document's text
 */
export function mapPlainText(decoded: DecodedText, size: number, bodyStart: number): SourceRun[] {
  const offsets = ByteOffsets.of(decoded.text, decoded.charset, size)
  if (offsets === null) return []
  return offsets
    .evenStretches(0, decoded.text.length)
    .map(({ start, end, ...bytes }) => ({ start: start + bodyStart, end: end + bodyStart, ...bytes }))
}

/** Maps the blocks of a page back to the capture's bytes, where their characters stand unchanged in its source. */
export function mapBlocks(
  decoded: DecodedText,
  size: number,
  blocks: readonly { readonly block: Block; readonly start: number }[],
): SourceRun[] {
  const offsets = ByteOffsets.of(decoded.text, decoded.charset, size)
  if (offsets === null) return []
  const runs: SourceRun[] = []
  for (const { block, start } of blocks) {
    if (block.sourceOffset === null) continue
    for (const { textStart, sourceStart, length } of alignBlock(block.text, decoded.text, block.sourceOffset)) {
      if (length < MIN_RUN_UNITS) continue
      for (const { start: from, end, ...bytes } of offsets.evenStretches(sourceStart, sourceStart + length)) {
        const shift = start + textStart - sourceStart
        runs.push({ start: from + shift, end: end + shift, ...bytes })
      }
    }
  }
  return runs
}
