/** Constructs that never end; each costs parsers a pass over the rest of the text. */
const MAX_UNENDED = 20
/** Elements in all: a sitemap of 50 000 addresses with news and language links has fewer. */
const MAX_ELEMENTS = 2_000_000

export interface XmlFault {
  readonly reason: 'malformed' | 'too-many'
  readonly message: string
}

/**
 * Makes XML safe for a lenient parser: takes the document type out (so that no entity of its own can be expanded and nothing
 * outside be asked for), and refuses what would take parsers more than linear time. Nothing else is changed.
 */
export function tameXml(text: string): string | XmlFault {
  let tame = ''
  let kept = 0
  let at = 0
  let unended = 0
  let elements = 0
  for (;;) {
    at = text.indexOf('<', at)
    if (at === -1) return tame + text.slice(kept)
    const end = endOf(text, at)
    if (end === -1) {
      if (++unended > MAX_UNENDED) return fault('malformed', 'has markup that never ends')
      at++
      continue
    }
    const next = text[at + 1]
    if (next === '!' && /^<!doctype/iu.test(text.slice(at, at + 9))) {
      tame += text.slice(kept, at)
      kept = end
    } else if (next !== '/' && next !== '!' && next !== '?') elements++
    if (elements > MAX_ELEMENTS) return fault('too-many', `has more than ${MAX_ELEMENTS} elements`)
    at = end
  }
}

/** Where the construct that starts at `<` ends (exclusive); -1 when it never does. */
function endOf(text: string, start: number): number {
  if (text.startsWith('<!--', start)) return after(text, '-->', start + 4)
  if (text.startsWith('<![CDATA[', start)) return after(text, ']]>', start + 9)
  if (text.startsWith('<?', start)) return after(text, '?>', start + 2)
  if (text.startsWith('</', start)) return after(text, '>', start + 2)
  const isDoctype = /^<!doctype/iu.test(text.slice(start, start + 9))
  let quote = ''
  let isInside = false
  for (let i = start + 1; i < text.length; i++) {
    const char = text[i] ?? ''
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (isDoctype && char === '[') isInside = true
    else if (isDoctype && char === ']') isInside = false
    else if (char === '>' && !isInside) return i + 1
  }
  return -1
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found === -1 ? -1 : found + mark.length
}

function fault(reason: XmlFault['reason'], what: string): XmlFault {
  return { reason, message: `The XML ${what}; it is not read.` }
}
