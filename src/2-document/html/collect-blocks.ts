import { comparable } from './comparable.ts'
import { isElement, type PageElement, type PageNode } from './page-dom.ts'

/** One block of a page: a paragraph, heading, list item or caption, as one line of text. */
export interface Block {
  /** One line, white space collapsed; never empty. */
  readonly text: string
  /** Letters and digits of the text, lower case: by this two renderings of the same words are compared. */
  readonly key: string
  /** Lower-case tag of the nearest block element. */
  readonly tag: string
  /** Share of the characters that stand inside links, 0 to 1. */
  readonly linkDensity: number
  /** Class and id words of the block and its ancestors, lower case, nearest first. */
  readonly container: string
  /** Time of the live-blog post around it, ISO 8601, or null. */
  readonly postedAt: string | null
  /** UTF-16 offset in the page's source behind the start tag of the block; null when offsets were not marked. */
  readonly sourceOffset: number | null
}

const BLOCK_TAGS: ReadonlySet<string> = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'html',
  'legend',
  'li',
  'main',
  'menu',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
])
const SKIPPED_TAGS: ReadonlySet<string> = new Set([
  'button',
  'head',
  'link',
  'meta',
  'noscript',
  'option',
  'script',
  'select',
  'style',
  'svg',
  'template',
  'textarea',
  'title',
])
/** Longer lists of class words say nothing more. */
const MAX_CONTAINER_UNITS = 400
/** A line break inside a paragraph that ends a sentence ends the line, too. */
const ENDS_SENTENCE = /[.!?:…"'”’»)。！？]$/u
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu

interface OpenBlock {
  readonly tag: string
  readonly container: string
  readonly sourceOffset: number | null
}

/**
 * Reads the blocks under an element in reading order; the words of neighbouring blocks are never glued together.
 *
 * Cells of a table row that hold no blocks of their own are joined to one line with " | ".
 */
export function collectBlocks(root: PageElement): Block[] {
  const collector = new BlockCollector()
  collector.walk(root, { tag: root.localName, container: '', sourceOffset: null })
  return collector.blocks
}

class BlockCollector {
  readonly blocks: Block[] = []
  #text = ''
  #linkUnits = 0
  #linkDepth = 0
  #breaks = 0
  #rowOpen = false

  walk(element: PageElement, around: OpenBlock): void {
    const tag = element.localName
    if (SKIPPED_TAGS.has(tag) || isHidden(element)) return
    if (tag === 'br') {
      this.#breaks++
      return
    }
    const isBlock = BLOCK_TAGS.has(tag)
    const isCell = tag === 'td' || tag === 'th'
    const block = isBlock || tag === 'span' || tag === 'time' ? openBlock(element, around, isBlock) : around
    if (isBlock && !isCell) this.flush(around)
    if (isCell && this.#text.trim() !== '') this.#text += ' | '
    if (tag === 'tr') this.#rowOpen = true
    if (tag === 'a') this.#linkDepth++
    const children = element.childNodes
    for (let i = 0; i < children.length; i++) {
      const child = children[i] as PageNode
      if (isElement(child)) this.walk(child, block)
      else if (child.nodeType === 3) this.#add(child.textContent ?? '', block)
    }
    if (tag === 'a') this.#linkDepth--
    if (tag === 'tr') this.#rowOpen = false
    if (isBlock && !(isCell && this.#rowOpen)) this.flush(block)
  }

  #add(raw: string, block: OpenBlock): void {
    const text = raw.replace(INVISIBLE, '').replace(/\s+/gu, ' ')
    if (text === '') return
    if (this.#breaks > 0 && text !== ' ') {
      if (this.#breaks > 1 || ENDS_SENTENCE.test(this.#text.trimEnd())) this.flush(block)
      else this.#text += ' '
      this.#breaks = 0
    }
    if (this.#linkDepth > 0) this.#linkUnits += text.length
    this.#text += text
  }

  flush(block: OpenBlock): void {
    const text = this.#text
      .replace(/\s+/gu, ' ')
      .replace(/(?: \|)+ ?$/u, '')
      .trim()
    if (text !== '') {
      const { tag, container, sourceOffset } = block
      const linkDensity = Math.min(1, this.#linkUnits / text.length)
      this.blocks.push({ text, key: comparable(text), tag, linkDensity, container, postedAt: null, sourceOffset })
    }
    this.#text = ''
    this.#linkUnits = 0
    this.#breaks = 0
  }
}

function openBlock(element: PageElement, around: OpenBlock, isBlock: boolean): OpenBlock {
  const own = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.trim().toLowerCase()
  const offset = element.getAttribute('data-o')
  return {
    tag: isBlock ? element.localName : around.tag,
    container: own === '' ? around.container : `${own} ${around.container}`.trim().slice(0, MAX_CONTAINER_UNITS),
    sourceOffset: offset === null ? around.sourceOffset : Number(offset),
  }
}

function isHidden(element: PageElement): boolean {
  return element.getAttribute('hidden') !== null || element.getAttribute('aria-hidden') === 'true'
}
