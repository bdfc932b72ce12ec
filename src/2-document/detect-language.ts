import { detect } from 'tinyld/light'

import { ENGLISH_FUNCTION_WORDS } from '../../data/words/english-function-words.ts'

/** Fewer letters than this say too little about the language. */
const MIN_LETTERS = 24
/** What is looked at: enough to tell, short enough to be cheap. */
const SAMPLE_UNITS = 2000
/**
 * Share of English function words from which on a text is English whatever the letters of its names look like. Running
 * English has 0.3, lists of headlines 0.15, other languages below 0.05.
 */
const MIN_ENGLISH_SHARE = 0.15
/** Fewer words than this are left to the letters. */
const MIN_WORDS = 12

/** ISO 639-1 code of the text's language; null when there are too few letters to tell. */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE_UNITS).toLowerCase()
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < MIN_LETTERS) return null
  return isEnglish(sample) ? 'en' : detect(sample) || null
}

/** Foreign names mislead a detector that counts letters; function words do not. */
function isEnglish(sample: string): boolean {
  const words = sample.match(/\p{L}+/gu) ?? []
  if (words.length < MIN_WORDS) return false
  return words.filter((word) => ENGLISH_FUNCTION_WORDS.has(word)).length / words.length >= MIN_ENGLISH_SHARE
}
