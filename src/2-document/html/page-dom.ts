import { parseHTML } from 'linkedom'

/** The little of a DOM that the readers of this folder use: 1 is an element, 3 a text node. */
export interface PageNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: ArrayLike<PageNode>
  readonly parentNode: PageNode | null
}

export interface PageElement extends PageNode {
  readonly localName: string
  readonly parentElement: PageElement | null
  getAttribute(name: string): string | null
}

export interface PageDocument extends PageNode {
  readonly documentElement: PageElement | null
  readonly body: PageElement | null
  getElementsByTagName(name: string): ArrayLike<PageElement> & Iterable<PageElement>
}

/** Builds a DOM without scripts, network or events of its own. */
export function parsePage(html: string): PageDocument {
  // A page without html and body elements would leave linkedom without a body.
  const whole =
    /<html[\s>]/iu.test(html) && /<body[\s>]/iu.test(html)
      ? html
      : `<!doctype html><html><head></head><body>${html}</body></html>`
  return parseHTML(whole).document as unknown as PageDocument
}

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1
}
