import { detect } from 'tinyld/light'

import { FUNCTION_WORD_LANGUAGES } from '../../data/words/function-words-by-language.ts'

/** Fewer letters than this say too little about the language. */
const MIN_LETTERS = 24
/** What is looked at of a long text: its front and its middle, as fronts are often lists of names and links. */
const WINDOW_UNITS = 1500
/** Scripts that only one living language of news writes in. */
const OWN_SCRIPTS: readonly (readonly [script: RegExp, language: string])[] = [
  [/\p{Script=Hangul}/gu, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Telugu}/gu, 'te'],
  [/\p{Script=Gujarati}/gu, 'gu'],
  [/\p{Script=Gurmukhi}/gu, 'pa'],
  [/\p{Script=Malayalam}/gu, 'ml'],
  [/\p{Script=Kannada}/gu, 'kn'],
  [/\p{Script=Sinhala}/gu, 'si'],
  [/\p{Script=Myanmar}/gu, 'my'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Lao}/gu, 'lo'],
  [/\p{Script=Ethiopic}/gu, 'am'],
]
/** Letters by which the languages that share a script are told apart in a short text; the last of a script is its commonest. */
const SHARED_SCRIPTS: readonly (readonly [script: RegExp, letters: readonly (readonly [RegExp, string])[]])[] = [
  [
    /\p{Script=Cyrillic}/gu,
    [
      [/ў/u, 'be'],
      [/[қңғұһ]/u, 'kk'],
      [/[іїєґ]/u, 'uk'],
      [/[ђћ]/u, 'sr'],
      [/[ѓќѕ]/u, 'mk'],
      [/[ыэё]/u, 'ru'],
      [/ъ/u, 'bg'],
      [/[јљњџ]/u, 'sr'],
      [/./u, 'ru'],
    ],
  ],
  [
    /\p{Script=Arabic}/gu,
    [
      [/[ټځڅډړښ]/u, 'ps'],
      [/[ٹڈڑےں]/u, 'ur'],
      [/[ەێۆڵ]/u, 'ckb'],
      [/[پچژگ]/u, 'fa'],
      [/./u, 'ar'],
    ],
  ],
]
/** Letters of Vietnamese that no other language's text is full of. */
const VIETNAMESE = /[ơưạảấầẩậắặẹẻếềểệọỏốồổộớờởợụủứừửựịỉ]/giu
const MIN_VIETNAMESE_SHARE = 0.05
/** Scripts without spaces or with many letters a word need less of the text to be sure. */
const MIN_SCRIPT_SHARE = 0.3
/** Kana are the smaller part of Japanese. */
const MIN_KANA_SHARE = 0.05
const BEYOND_ASCII = /[^\0-\x7f]/
const OTHER_SCRIPT = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u
/** Of the words of running text at least every eighth is a function word of its language; headlines have fewer. */
const SURE_SHARE = 0.12
const MIN_HITS = 3
/** Languages that put much into one word have fewer; then this share, with a clear lead over all other languages, does. */
const CLEAR_SHARE = 0.04
const CLEAR_LEAD = 3
/** As much of English in it, and a text that is not surely another language's is English (headlines, lists, notes). */
const ENGLISH_SHARE = 0.06
/** Letter statistics are asked only about running text of this many words that is free of English. */
const MIN_WORDS = 40
const FREE_SHARE = 0.02
/** Two languages closer than this share most of their function words. */
const CLOSE = 0.8

/**
 * ISO 639-1 code of the text's language, by its script, then by its function words, then by letter statistics.
 *
 * The names that news is full of and capitals do not count. Called another language than English only on good evidence:
 * what is not covered is not read.
 *
 * @param declared code that the source declares (HTML lang), or null: decides where the text alone does not
 * @returns null when there is too little text to tell
 */
export function detectLanguage(text: string, declared: string | null = null): string | null {
  const middle = Math.floor(text.length / 2)
  const sample =
    text.length <= 2 * WINDOW_UNITS
      ? text
      : `${text.slice(0, WINDOW_UNITS)} ${text.slice(middle, middle + WINDOW_UNITS)}`
  const words = sample.toLowerCase().match(/[\p{L}\p{M}ʼ]+/gu) ?? []
  let letters = 0
  for (const word of words) letters += word.length
  if (letters < MIN_LETTERS) return declared
  const byScript = languageByScript(sample, letters)
  if (byScript !== null) return byScript
  const hits = countHits(words)
  const english = hits.get('en') ?? 0
  const ranked = [...hits].sort((a, b) => b[1] - a[1])
  const [best, most] = ranked[0] ?? ['', 0]
  const needed = Math.max(MIN_HITS, words.length * SURE_SHARE)
  if (declared !== null && (hits.get(declared) ?? 0) >= Math.max(needed, most * CLOSE)) return declared
  if (most >= needed && (best === 'en' || english < most * CLOSE)) return best
  const second = ranked[1]?.[1] ?? 0
  if (most >= Math.max(MIN_HITS, words.length * CLEAR_SHARE) && most >= second * CLEAR_LEAD) return best
  const byLetters = languageByLetters(sample, letters)
  if (byLetters !== null) return declared !== null && hits.has(declared) ? declared : byLetters
  if (english >= Math.max(2, words.length * ENGLISH_SHARE)) return 'en'
  if (declared !== null) return declared
  if (words.length < MIN_WORDS || english > words.length * FREE_SHARE) return null
  return detect(sample.toLowerCase()) || null
}

const LANGUAGES: readonly string[] = [...new Set([...FUNCTION_WORD_LANGUAGES.values()].flat())]
/** For each function word its languages, by their place in `LANGUAGES`. */
const LANGUAGES_OF_WORD: ReadonlyMap<string, readonly number[]> = new Map(
  Array.from(FUNCTION_WORD_LANGUAGES, ([word, list]) => [word, list.map((language) => LANGUAGES.indexOf(language))]),
)

/** How many words are function words of each language, in order of first sight; a word of many languages counts for less in each. */
function countHits(words: readonly string[]): Map<string, number> {
  const counts = new Float64Array(LANGUAGES.length)
  const order: number[] = []
  for (const word of words) {
    const languages = LANGUAGES_OF_WORD.get(word)
    if (languages === undefined) continue
    const weight = languages.length === 1 ? 1 : 0.5
    for (const language of languages) {
      if (counts[language] === 0) order.push(language)
      counts[language] = (counts[language] ?? 0) + weight
    }
  }
  return new Map(order.map((language) => [LANGUAGES[language] ?? '', counts[language] ?? 0]))
}

function languageByScript(sample: string, letters: number): string | null {
  if (!BEYOND_ASCII.test(sample)) return null
  for (const [script, language] of OTHER_SCRIPT.test(sample) ? OWN_SCRIPTS : []) {
    const share = (sample.match(script)?.length ?? 0) / letters
    if (share >= (language === 'ja' ? MIN_KANA_SHARE : MIN_SCRIPT_SHARE)) return language
  }
  const vietnamese = (sample.match(VIETNAMESE)?.length ?? 0) / letters
  return vietnamese >= MIN_VIETNAMESE_SHARE ? 'vi' : null
}

function languageByLetters(sample: string, letters: number): string | null {
  const lower = sample.toLowerCase()
  for (const [script, languages] of SHARED_SCRIPTS) {
    if ((sample.match(script)?.length ?? 0) < letters / 2) continue
    return languages.find(([letter]) => letter.test(lower))?.[1] ?? null
  }
  return null
}
