const MARKS = /\p{M}/gu
const DROPPED = /['’ʼ‘`ʿʾ′.]/gu
const GAPS = /[^a-z0-9]+/gu
const PLAIN = /^[a-z0-9]+$/u
/** Letters that Unicode does not take apart into a base letter and a mark. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ı', 'i'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
  ['ə', 'a'],
  ['ħ', 'h'],
])
const UNUSUAL = /[łøđðıßæœþəħ]/gu

/**
 * The form under which a place name is looked up: lower case, no diacritics, no apostrophes or full stops; hyphens and
 * every other sign become one space.
 *
 * @returns ASCII letters and digits in words separated by single spaces; empty when the name has none
 */
export function foldName(name: string): string {
  const lower = name.toLowerCase()
  if (PLAIN.test(lower)) return lower
  return lower
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(UNUSUAL, (letter) => LETTERS.get(letter) ?? letter)
    .replace(DROPPED, '')
    .replace(GAPS, ' ')
    .trim()
}

/** Definite articles and prepositions that Arabic names carry or not, depending on who writes them. */
const ARTICLE = /^(?:al|el|ad|ed|as|es|ash|esh|ar|er|at|et|az|ez|an|en|ul) /u
const INNER_ARTICLE = / (?:al|el|ad|ed|as|es|ash|esh|ar|er|at|et|az|ez|an|en|ul|ud|uz|us) /gu
const DIGRAPHS: readonly (readonly [pattern: RegExp, letter: string])[] = [
  [/shch|sch|sh/gu, 's'],
  [/kh|gh/gu, 'h'],
  [/zh/gu, 'z'],
  [/dh/gu, 'd'],
  [/th/gu, 't'],
  [/ph/gu, 'f'],
  [/tz|ts/gu, 'c'],
  [/ck|q/gu, 'k'],
]
const VOWELS = /[aeiouyjh]+/gu
const DOUBLED = /(.)\1+/gu

/**
 * What is left of a folded name when everything that transliterations disagree about is taken out: articles, vowels,
 * doubled letters and the choice between letters for one sound. Names with the same skeleton may be the same place.
 *
 * @param key a name folded by `foldName`
 */
export function skeletonOf(key: string): string {
  let rest = key.replace(ARTICLE, '').replace(INNER_ARTICLE, ' ')
  for (const [pattern, to] of DIGRAPHS) rest = rest.replace(pattern, to)
  const first = /^[aeiouy]/u.test(rest) ? 'a' : ''
  return first + rest.replace(/w/gu, 'v').replace(VOWELS, '').replace(DOUBLED, '$1').replace(/ /gu, '')
}
