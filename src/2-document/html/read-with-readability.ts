import { Readability } from '@mozilla/readability'

import { type Block, collectBlocks } from './collect-blocks.ts'
import type { PageDocument, PageElement } from './page-dom.ts'

/** The reader's steps that are replaced here; its types name none of them. */
interface ReadabilitySteps {
  readonly REGEXPS: { readonly byline: RegExp }
}

const MAX_BYLINE_UNITS = 100

/** Reads the main text of a page with readability; no blocks when it fails. The document is used up by it. */
export function readWithReadability(document: PageDocument): Block[] {
  try {
    const options = { disableJSONLD: true, keepClasses: true, serializer: (node: unknown) => node as PageElement }
    const content = new QuickReadability(document as never, options as never).parse()?.content as
      | PageElement
      | null
      | undefined
    return content == null ? [] : collectBlocks(content)
  } catch {
    return [] // It crashes on some pages (research: 10 of 258); the next reader takes over.
  }
}

/** Readability with the same choices and without the steps that cost most on a scanned page. */
class QuickReadability extends Readability<PageElement> {
  /** Asks attributes, not style objects: the scanned page has no styles. */
  _isProbablyVisible(node: PageElement): boolean {
    return node.getAttribute('hidden') === null && node.getAttribute('aria-hidden') !== 'true'
  }

  /** Asks the class words first: the original reads the whole text below every element. */
  _isValidByline(node: PageElement, words: string): boolean {
    const { byline } = (this as unknown as ReadabilitySteps).REGEXPS
    const isNamed =
      node.getAttribute('rel') === 'author' ||
      node.getAttribute('itemprop')?.includes('author') === true ||
      byline.test(words)
    if (!isNamed) return false
    const size = (node.textContent ?? '').trim().length
    return size > 0 && size < MAX_BYLINE_UNITS
  }

  /** Addresses and nesting of the article are not looked at. */
  _postProcessContent(): void {}

  /** The scanned page has neither scripts nor noscript elements. */
  _unwrapNoscriptImages(): void {}
  _removeScripts(): void {}
}
