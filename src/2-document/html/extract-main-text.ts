import { Readability } from '@mozilla/readability'

import { type Block, collectBlocks } from './collect-blocks.ts'
import { comparable, comparableText, sizeOf } from './compare-blocks.ts'
import type { PageDocument, PageElement } from './page-dom.ts'
import { readWithDefuddle } from './read-with-defuddle.ts'

/**
 * How the main text is found: `confirmed` keeps what readability and a second reader agree on, `fast` asks the second
 * reader (defuddle, some five times the cost) only when readability fails.
 */
export type Extractor = 'confirmed' | 'fast'

/** Main text shorter than this is taken for a failure. */
const MIN_TEXT_UNITS = 250
/** Below this share of agreement the two readers read different things, and nothing is concluded from it. */
const MIN_AGREEMENT = 0.5
/** Pages with more elements are read without readability and defuddle, whose cost grows faster than the page. */
const MAX_ELEMENTS = 40_000

export interface MainText {
  readonly blocks: readonly Block[]
  /** Which readers the text comes from. */
  readonly reader:
    | 'readability'
    | 'readability+defuddle'
    | 'readability+articleBody'
    | 'defuddle'
    | 'articleBody'
    | 'whole page'
}

/** What is known of a page before its main text is looked for. */
export interface PageSource {
  /** The scanned source: a second DOM is built from it for a second reader. */
  readonly html: string
  readonly document: PageDocument
  readonly elements: number
  /** Every block of the page. */
  readonly pageBlocks: readonly Block[]
  /** The text that the page declares as its article's in its JSON-LD, or null. */
  readonly articleBody: string | null
}

/** Finds the main text of a page. `page.document` is used up by it. */
export function extractMainText(page: PageSource, extractor: Extractor): MainText {
  if (page.elements > MAX_ELEMENTS) return { blocks: proseBlocks(page.pageBlocks), reader: 'whole page' }
  const read = readWithReadability(page.document)
  const size = sizeOf(read)
  const declared = page.articleBody === null ? '' : comparable(page.articleBody)
  if (size >= MIN_TEXT_UNITS) {
    if (extractor === 'fast') return { blocks: read, reader: 'readability' }
    const second = readWithDefuddle(page.html)
    if (sizeOf(second) === 0) return { blocks: read, reader: 'readability' }
    return confirm(read, comparableText(second.map(({ text }) => text)))
  }
  void declared
  const second = readWithDefuddle(page.html)
  const best = sizeOf(second) > size ? second : read
  if (sizeOf(best) > 0) return { blocks: best, reader: best === second ? 'defuddle' : 'readability' }
  return { blocks: proseBlocks(page.pageBlocks), reader: 'whole page' }
}

/** Keeps the blocks that a second reading also holds. */
function confirm(blocks: readonly Block[], second: string): MainText {
  const kept = blocks.filter(({ text }) => second.includes(comparable(text)))
  if (sizeOf(kept) < sizeOf(blocks) * MIN_AGREEMENT) return { blocks, reader: 'readability' }
  return { blocks: kept, reader: 'readability+defuddle' }
}

function readWithReadability(document: PageDocument): Block[] {
  try {
    const options = { disableJSONLD: true, keepClasses: true, serializer: (node: unknown) => node as PageElement }
    const content = new Readability(document as never, options as never).parse()?.content as
      | PageElement
      | null
      | undefined
    return content == null ? [] : collectBlocks(content)
  } catch {
    return [] // It crashes on some pages (research: 10 of 258); the next reader takes over.
  }
}

/** Blocks that read like prose: the last resort. */
function proseBlocks(blocks: readonly Block[]): Block[] {
  return blocks.filter(({ text, tag, linkDensity }) => linkDensity < 0.5 && (tag === 'p' || text.length >= 80))
}
