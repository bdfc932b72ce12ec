/** Control characters that could steer a terminal, and marks that reorder what is shown. Tab and line feed excepted. */
const UNSAFE = /[^\P{Cc}\t\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

/**
 * Text of a document made harmless for a terminal: every unsafe character becomes a visible one.
 *
 * One unit for one unit, so offsets into the text hold in the result.
 */
export function cleanText(text: string): string {
  return text.replace(UNSAFE, (character) => {
    const code = character.charCodeAt(0)
    if (character === '\r') return ' '
    if (code < 0x20) return String.fromCharCode(0x2400 + code)
    return code === 0x7f ? '\u2421' : '\ufffd'
  })
}

/** Text of anybody in a message of one line. */
export function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ')
}

/** Words as typed, without characters that could steer the terminal when they come back in a message; null for none. */
export function typedWords(value: string | undefined): string | null {
  const clean = cleanText(value ?? '').trim()
  return clean === '' ? null : clean
}
