import { detect } from 'tinyld/light'

/** Fewer letters than this say too little about the language. */
const MIN_LETTERS = 24
/** What is looked at: enough to tell, short enough to be cheap. */
const SAMPLE_UNITS = 2000

/** ISO 639-1 code of the text's language; null when there are too few letters to tell. */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE_UNITS)
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < MIN_LETTERS) return null
  return detect(sample.toLowerCase()) || null
}
