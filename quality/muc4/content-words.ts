const STOP: ReadonlySet<string> = new Set('the an of for and in on to by at their his her its'.split(' '))

/** Content words of a phrase, folded. */
export function contentWords(phrase: string): string[] {
  return phrase
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !STOP.has(word))
}

export function shareWord(a: string, b: string): boolean {
  const words = new Set(contentWords(b))
  return contentWords(a).some((word) => words.has(word))
}
