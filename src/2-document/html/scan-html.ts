/** What is left of a page's source when everything that is no text, structure or metadata is cut out. */
export interface ScannedHtml {
  /** Well-nested enough for a DOM: no scripts, styles or drawings, few attributes, bounded depth. */
  readonly html: string
  /** The texts of `<script type="application/ld+json">`, in order. */
  readonly jsonLd: readonly string[]
  /** How many elements the cut source opens. */
  readonly elements: number
}

/** Deeper elements are flattened: their text stays, their tags go. Deep enough for any real page (measured: below 60). */
const MAX_DEPTH = 200
/** Longer attribute values are cut: metadata is shorter, and a megabyte in an attribute is an attack or an image. */
const MAX_ATTRIBUTE_UNITS = 8000
/** Elements whose content is no text of the page; raw text up to the first end tag. */
const RAW: ReadonlySet<string> = new Set(['script', 'style', 'xmp', 'noembed', 'noframes', 'textarea', 'iframe'])
/** Elements cut out whole with everything nested in them, when their end tag is there. */
const CUT: ReadonlySet<string> = new Set([
  'svg',
  'math',
  'template',
  'noscript',
  'nav',
  'select',
  'object',
  'canvas',
  'dialog',
  'video',
  'audio',
])
const VOID: ReadonlySet<string> = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
])
/** Void elements that say nothing about text or metadata. */
const DROPPED_VOID: ReadonlySet<string> = new Set([
  'area',
  'base',
  'col',
  'embed',
  'img',
  'input',
  'param',
  'source',
  'track',
  'wbr',
])
/** Elements that their own next start tag closes. */
const SELF_CLOSED_BY_NEXT: ReadonlySet<string> = new Set(['p', 'li', 'dt', 'dd', 'tr', 'td', 'th', 'option'])
/** Attributes that the readers of this folder look at. */
const KEPT_ATTRIBUTES: ReadonlySet<string> = new Set([
  'class',
  'id',
  'href',
  'lang',
  'xml:lang',
  'datetime',
  'itemprop',
  'itemtype',
  'itemscope',
  'property',
  'name',
  'content',
  'rel',
  'role',
  'aria-hidden',
  'pubdate',
  'http-equiv',
])
/** An article's own text is hidden by scripts from those who do not pay; the capture holds it nevertheless. */
const PAYWALLED = /paywall|premium|subscriber/iu
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/iu

interface Tag {
  readonly name: string
  readonly isEnd: boolean
  readonly attributes: string
  readonly isJsonLd: boolean
  /** Offset behind the `>`. */
  readonly end: number
}

/**
 * Cuts a page's source down to what reading it needs, in one pass from left to right.
 *
 * @param markOffsets also gives each kept start tag `data-o`, the UTF-16 offset in `source` behind it
 */
export function scanHtml(source: string, markOffsets = false): ScannedHtml {
  const out: string[] = []
  const jsonLd: string[] = []
  const open: string[] = []
  const ends = new EndTags(source)
  let elements = 0
  let at = 0
  while (at < source.length) {
    const tagAt = source.indexOf('<', at)
    if (tagAt === -1) {
      out.push(source.slice(at))
      break
    }
    if (tagAt > at) out.push(source.slice(at, tagAt))
    if (!/[a-zA-Z/!?]/u.test(source[tagAt + 1] ?? '')) {
      out.push('&lt;')
      at = tagAt + 1
      continue
    }
    if (source[tagAt + 1] === '!' || source[tagAt + 1] === '?') {
      at = skipDeclaration(source, tagAt)
      continue
    }
    const tag = readTag(source, tagAt)
    at = tag.end
    if (tag.isEnd) {
      closeTag(tag.name, open, out)
    } else if (RAW.has(tag.name)) {
      const closing = ends.next(tag.name, tag.end)
      if (tag.isJsonLd) jsonLd.push(source.slice(tag.end, closing ?? source.length))
      at = closing ?? (tag.name === 'script' || tag.name === 'style' ? source.length : tag.end)
    } else if (CUT.has(tag.name)) {
      at = ends.matching(tag.name, tag.end) ?? tag.end
    } else if (tag.name === 'footer' && !open.includes('article') && !open.includes('main')) {
      at = ends.matching(tag.name, tag.end) ?? tag.end
    } else if (VOID.has(tag.name)) {
      const isKept = !DROPPED_VOID.has(tag.name) && (tag.name !== 'link' || /canonical/iu.test(tag.attributes))
      // Readability keeps a figure, and with it the caption, only for its image.
      if (tag.name === 'img') out.push('<img src="-">')
      else if (isKept) out.push(`<${tag.name}${tag.attributes}>`)
    } else {
      if (SELF_CLOSED_BY_NEXT.has(tag.name) && open.at(-1) === tag.name) open.pop()
      if (open.length >= MAX_DEPTH) continue
      open.push(tag.name)
      elements++
      out.push(`<${tag.name}${tag.attributes}${markOffsets ? ` data-o="${tag.end}"` : ''}>`)
    }
  }
  return { html: out.join(''), jsonLd, elements }
}

/** Writes an end tag only when its start tag was written. */
function closeTag(name: string, open: string[], out: string[]): void {
  const from = open.lastIndexOf(name)
  if (from === -1) {
    if (name === 'br') out.push('<br>')
    return
  }
  open.length = from
  out.push(`</${name}>`)
}

/** Behind a comment, doctype, CDATA section or processing instruction; an unclosed comment ends at its first `>`. */
function skipDeclaration(source: string, at: number): number {
  const isComment = source.startsWith('<!--', at)
  const end = source.indexOf(isComment ? '-->' : '>', at + (isComment ? 2 : 1))
  if (end !== -1) return end + (isComment ? 3 : 1)
  const bracket = isComment ? source.indexOf('>', at) : -1
  return bracket === -1 ? source.length : bracket + 1
}

/** Reads one tag: quotes inside attributes may hold `>`; an unclosed tag ends with the source. */
function readTag(source: string, tagAt: number): Tag {
  const isEnd = source[tagAt + 1] === '/'
  const nameAt = tagAt + (isEnd ? 2 : 1)
  let at = nameAt
  while (at < source.length && !isTagBreak(source.charCodeAt(at))) at++
  const name = source.slice(nameAt, at).toLowerCase()
  let attributes = ''
  let isJsonLd = false
  let isHidden = false
  let isPaywalled = false
  while (at < source.length && source[at] !== '>') {
    if (isTagBreak(source.charCodeAt(at))) {
      at++
      continue
    }
    const attributeAt = at
    while (at < source.length && source[at] !== '=' && !isTagBreak(source.charCodeAt(at))) at++
    if (at === attributeAt) {
      at++
      continue
    }
    const attribute = source.slice(attributeAt, at).toLowerCase()
    while (isSpace(source.charCodeAt(at))) at++
    let value = ''
    if (source[at] === '=') {
      at++
      while (isSpace(source.charCodeAt(at))) at++
      const quote = source[at]
      if (quote === '"' || quote === "'") {
        const end = source.indexOf(quote, at + 1)
        value = source.slice(at + 1, end === -1 ? source.length : end)
        at = end === -1 ? source.length : end + 1
      } else {
        const valueAt = at
        while (at < source.length && source[at] !== '>' && !isSpace(source.charCodeAt(at))) at++
        value = source.slice(valueAt, at)
      }
    }
    if (attribute === 'type' && name === 'script') isJsonLd = /ld\+json/iu.test(value)
    if (isEnd) continue
    if (attribute === 'hidden' || (attribute === 'style' && HIDDEN_STYLE.test(value))) isHidden = true
    else if (name !== 'a' || attribute !== 'href' || value.startsWith('#'))
      attributes += keptAttribute(attribute, value)
    if (attribute === 'class') isPaywalled = PAYWALLED.test(value)
  }
  if (isHidden && !isPaywalled) attributes += ' hidden=""'
  return { name, isEnd, attributes, isJsonLd, end: Math.min(at + 1, source.length) }
}

function keptAttribute(name: string, value: string): string {
  if (!KEPT_ATTRIBUTES.has(name)) return ''
  return ` ${name}="${value.slice(0, MAX_ATTRIBUTE_UNITS).replaceAll('"', '&quot;')}"`
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13)
}

function isTagBreak(code: number): boolean {
  return isSpace(code) || code === 62 || code === 47
}

/** Finds end tags. A name whose end tag was found missing once is not searched again, so that every page costs one pass. */
class EndTags {
  readonly #source: string
  readonly #absent = new Set<string>()
  readonly #patterns = new Map<string, RegExp>()

  constructor(source: string) {
    this.#source = source
  }

  /** Offset of the next end tag of that name at or behind `from`; null when there is none. */
  next(name: string, from: number): number | null {
    return this.#find(name, from, '</')?.index ?? null
  }

  /** Offset behind the end tag that closes an element opened before `from`; null when it is never closed. */
  matching(name: string, from: number): number | null {
    let depth = 1
    let at = from
    while (depth > 0) {
      const match = this.#find(name, at, '</?')
      if (match === null) return null
      depth += match[0].startsWith('</') ? -1 : 1
      at = match.index + match[0].length
    }
    const end = this.#source.indexOf('>', at)
    return end === -1 ? this.#source.length : end + 1
  }

  #find(name: string, from: number, opening: string): RegExpExecArray | null {
    if (this.#absent.has(name)) return null
    const pattern = `${opening}${name}(?=[\\s/>])`
    let regex = this.#patterns.get(pattern)
    if (regex === undefined) {
      regex = new RegExp(pattern, 'giu')
      this.#patterns.set(pattern, regex)
    }
    regex.lastIndex = from
    const match = regex.exec(this.#source)
    if (match === null) this.#absent.add(name)
    return match
  }
}
