import type { Sentence } from '../text/sentence.ts'

const NAME = /^(?:\p{Lu}|(?:al|el|ad|as|ash|ar|at|az|ez|es|an|ul|d|l)[-'’]\p{Lu})/u
const ARTICLES: ReadonlySet<string> = new Set('al el ash az ul'.split(' '))

function isJoint(code: number): boolean {
  return code === 45 || code === 39 || code === 0x2019
}

/** Whether a word is written as a name: with a capital, also after an Arabic article ("al-Bab"). */
export function isName(word: string): boolean {
  const first = word.charCodeAt(0)
  if (first >= 65 && first <= 90) return true
  // Lower-case ASCII: only an article with a hyphen or apostrophe behind it can begin a name.
  if (
    first >= 97 &&
    first <= 122 &&
    !isJoint(word.charCodeAt(1)) &&
    !isJoint(word.charCodeAt(2)) &&
    !isJoint(word.charCodeAt(3))
  )
    return false
  return NAME.test(word)
}

/** Whether token `i` may begin or end a name; in text without lower case every word may. An article counts before a name. */
export function isCapital(sentence: Sentence, i: number): boolean {
  const token = sentence.tokens[i]
  if (token === undefined || token.kind !== 'word') return false
  if (sentence.isUpperCase) return true
  if (isName(token.text)) return true
  const next = sentence.tokens[i + 1]
  return next !== undefined && token.text.length <= 3 && ARTICLES.has(token.text) && /^\p{Lu}/u.test(next.text)
}

/** Headlines are short: the first words of a longer stretch speak for it. */
const TITLE_TOKENS = 40

/** Whether most longer words of the sentence have a capital, as in headlines: then capitals say little. */
export function isTitleCase({ tokens }: Sentence): boolean {
  let long = 0
  let capital = 0
  for (const { kind, text } of tokens.slice(0, TITLE_TOKENS)) {
    if (kind !== 'word' || text.length < 4) continue
    long++
    if (isName(text)) capital++
  }
  return long >= 4 && capital / long > 0.7
}
