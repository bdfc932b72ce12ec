/** A word of a line: what counts for telling prose from headlines and menus. */
export const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu
const ASCII = /^[\0-\x7f]*$/

/**
 * How many words the text has.
 *
 * ASCII is counted without cutting it up, as every line of every document is.
 */
export function countWords(text: string): number {
  if (!ASCII.test(text)) return text.match(WORD)?.length ?? 0
  let count = 0
  for (let at = nextWord(text, 0); at < text.length; at = nextWord(text, endOfWord(text, at))) count++
  return count
}

/** Whether at least so many words of the text, in small letters, are among `words`. */
export function holdsWords(text: string, words: ReadonlySet<string>, least: number): boolean {
  let count = 0
  if (least <= 0) return true
  if (!ASCII.test(text)) {
    for (const word of text.match(WORD) ?? []) if (words.has(word.toLowerCase()) && ++count >= least) return true
    return false
  }
  for (let at = nextWord(text, 0); at < text.length;) {
    const end = endOfWord(text, at)
    if (words.has(text.slice(at, end).toLowerCase()) && ++count >= least) return true
    at = nextWord(text, end)
  }
  return false
}

function nextWord(text: string, from: number): number {
  let at = from
  while (at < text.length && !isLetterOrDigit(text.charCodeAt(at))) at++
  return at
}

function endOfWord(text: string, from: number): number {
  let end = from + 1
  while (end < text.length && isInner(text.charCodeAt(end))) end++
  return end
}

function isLetterOrDigit(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
}

/** Also a hyphen or apostrophe. */
function isInner(code: number): boolean {
  return isLetterOrDigit(code) || code === 45 || code === 39
}
