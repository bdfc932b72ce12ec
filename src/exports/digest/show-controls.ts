/** Controls, format characters that have no sign, and line and paragraph separators; what orders Arabic and Hebrew is among them. */
const UNSEEN = /[^\P{Cc}\t\n\r]|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|\p{Cs}/gu

/**
 * Text from outside on one line, its characters without a sign made visible as their code points: none of them can reorder or
 * hide what stands around it.
 */
export function showControls(text: string): string {
  return showInline(text).trim()
}

/** The same of text that goes on: a blank at its ends stays. */
export function showInline(text: string): string {
  return text
    .replace(UNSEEN, (sign) => `[U+${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`)
    .replace(/\s+/gu, ' ')
}

/** Schemes that a link may have. */
const LINKED = new Set(['http:', 'https:'])

/** A URL as a link may hold it, or null when it is none for the web. */
export function linkOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { protocol, href, username, password } = new URL(url)
  return LINKED.has(protocol) && username === '' && password === '' ? href : null
}
