import type { Block } from './collect-blocks.ts'
import { comparable } from './comparable.ts'
import { keysOf, sizeOf } from './compare-blocks.ts'
import { addInOrder, continueText } from './continue-text.ts'
import { dropOtherParts } from './drop-other-parts.ts'
import type { PageDocument } from './page-dom.ts'
import { readWithDefuddle } from './read-with-defuddle.ts'
import { readWithReadability } from './read-with-readability.ts'

/**
 * How the main text is found: `confirmed` keeps what readability and a second reader agree on where the first reading is
 * in doubt, `fast` asks the second reader (defuddle, some five times the cost) only when readability fails.
 */
export type Extractor = 'confirmed' | 'fast'

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

/** Main text shorter than this is taken for a failure. */
const MIN_TEXT_UNITS = 250
/** Below this share of agreement the two readers read different things, and nothing is concluded from it. */
const MIN_AGREEMENT = 0.5
/** Pages with more elements are read without readability and defuddle, whose cost grows faster than the page. */
const MAX_ELEMENTS = 40_000
/** A declared text shorter than this is a teaser. */
const MIN_DECLARED = 300
/** Below this share of what was read the declared text is not the whole article. */
const MIN_COMPLETE = 0.7
/** Below this share of what was read the declared text is about something else than what was read. */
const MIN_OVERLAP = 0.2
/** A paragraph with more of it in links may be a list of links. */
const MAX_LINK_DENSITY = 0.4
/**
 * Up to this share of doubtful blocks (headings are such) the text is taken as read. On the pages suite one page in ten is
 * read twice; 0.12 would read one in four twice and gain 0.002 of F1.
 */
const MAX_DOUBTFUL = 0.2
/** Shorter lines stand in a long text by chance. */
const MIN_FOUND_UNITS = 12

/** Finds the main text of a page. `page.document` is used up by it. */
export function extractMainText(page: PageSource, extractor: Extractor): readonly Block[] {
  if (page.elements > MAX_ELEMENTS) return proseBlocks(page.pageBlocks)
  const read = readWithReadability(page.document)
  const declared = page.articleBody === null ? '' : comparable(page.articleBody)
  if (declared.length >= MIN_DECLARED) {
    const blocks = followDeclared(page, read, declared)
    if (blocks !== null) return blocks
  }
  if (sizeOf(read) < MIN_TEXT_UNITS) {
    const second = readWithDefuddle(page.html)
    const best = sizeOf(second) > sizeOf(read) ? second : read
    return sizeOf(best) > 0 ? best : proseBlocks(page.pageBlocks)
  }
  const whole = dropOtherParts(continueText(read, page.pageBlocks))
  return extractor === 'fast' || isClean(whole) ? whole : confirm(whole, readWithDefuddle(page.html))
}

/**
 * The blocks that the declared text names, with the headings, lists and captions that readability found among them.
 *
 * @returns null when the declared text is not what the page shows
 */
function followDeclared(page: PageSource, read: readonly Block[], declared: string): readonly Block[] | null {
  const keys = page.pageBlocks.map(({ key }) => key)
  const named = keys.map((key) => key.length >= MIN_FOUND_UNITS && declared.includes(key))
  const shown = keys.reduce((sum, key, i) => sum + (named[i] === true ? key.length : 0), 0)
  if (shown < declared.length * MIN_AGREEMENT) {
    const isElsewhere = sizeOf(inDeclared(read, declared)) < sizeOf(read) * MIN_OVERLAP
    const isLess = sizeOf(read) < declared.length * MIN_AGREEMENT
    return isElsewhere && isLess && page.articleBody !== null ? declaredBlocks(page.articleBody) : null
  }
  if (sizeOf(inDeclared(read, declared)) < sizeOf(read) * MIN_COMPLETE) {
    const names = new Set(keys.filter((_, i) => named[i] === true))
    return addInOrder(read, page.pageBlocks, ({ key }) => names.has(key))
  }
  const first = named.indexOf(true)
  const last = named.lastIndexOf(true)
  const inRead = new Set(read.map(({ key }) => key))
  const seen = new Set<string>()
  return page.pageBlocks.filter((block, i) => {
    const key = keys[i] ?? ''
    if (seen.has(key)) return false
    const isKept = named[i] === true || (inRead.has(key) && i >= first - 3 && i <= last + 1 && !isProse(block))
    if (isKept) seen.add(key)
    return isKept
  })
}

function inDeclared(read: readonly Block[], declared: string): readonly Block[] {
  return read.filter(({ key }) => declared.includes(key))
}

/** The declared text itself, for a page whose scripts would write it. */
function declaredBlocks(articleBody: string): Block[] {
  return articleBody
    .split(/[\r\n]+/u)
    .map((line) =>
      line
        .replace(/<[^<>]{1,200}>/gu, ' ')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .filter((text) => text !== '')
    .map((text) => ({
      text,
      key: comparable(text),
      tag: 'p',
      linkDensity: 0,
      container: '',
      postedAt: null,
      sourceOffset: null,
    }))
}

/** Whether so little of what was read may be other things than the article that no second reading is worth its cost. */
function isClean(blocks: readonly Block[]): boolean {
  const doubtful = blocks.filter((block) => !isProse(block) || block.linkDensity > MAX_LINK_DENSITY)
  return sizeOf(doubtful) <= sizeOf(blocks) * MAX_DOUBTFUL
}

/** Keeps the blocks that a second reading also holds. */
function confirm(blocks: readonly Block[], second: readonly Block[]): readonly Block[] {
  const other = keysOf(second)
  const kept = blocks.filter(({ key }) => other.includes(key))
  return sizeOf(kept) < sizeOf(blocks) * MIN_AGREEMENT ? blocks : kept
}

function isProse({ text, tag }: Block): boolean {
  return tag === 'p' || tag === 'div' ? text.length >= 80 : false
}

/** Blocks that read like prose: the last resort. */
function proseBlocks(blocks: readonly Block[]): Block[] {
  return blocks.filter(({ text, tag, linkDensity }) => linkDensity < 0.5 && (tag === 'p' || text.length >= 80))
}
