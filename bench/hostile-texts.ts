import { makeText } from './corpus.ts'

const MEGABYTE = 1_000_000

/** Texts made to hurt a reader: each about 1 MB, to be read in the time that ordinary text of that length takes. */
export const HOSTILE_TEXTS: Readonly<Record<string, string>> = {
  'ordinary text of the same length': makeText(1, MEGABYTE),
  'one line of ordinary sentences': makeText(2, MEGABYTE).replaceAll('\n', ' '),
  'one line without a full stop': `${'people were killed and wounded in the town of Kharkiv on Monday and '.repeat(MEGABYTE / 68)}.`,
  'one word': 'a'.repeat(MEGABYTE),
  'nested quotation marks': `${'"He said that '.repeat(MEGABYTE / 28)}${'", she said. '.repeat(MEGABYTE / 28)}`,
  'nested brackets': `${'(['.repeat(MEGABYTE / 4)}${'])'.repeat(MEGABYTE / 4)}`,
  '10,000 numbers in a sentence': `The dead numbered ${Array.from({ length: 10_000 }, (_, i) => i).join(', ')} people.`,
  digits: '7'.repeat(MEGABYTE),
  'spelled numbers': 'twenty-one thousand three hundred and '.repeat(MEGABYTE / 38),
  'capital letters': makeText(3, MEGABYTE).toUpperCase(),
  'names in a row': 'Ivan Petrenko Maria Kovalenko of Kharkiv '.repeat(MEGABYTE / 41),
  'attribution in a row': 'said the mayor, according to the ministry, citing the army, '.repeat(MEGABYTE / 60),
  'dates in a row': 'on 12 March 2022, Friday, May 4, last week, in 2021, '.repeat(MEGABYTE / 53),
  blanks: ' \t'.repeat(MEGABYTE / 2) + 'x',
  'line breaks': `${'\n'.repeat(MEGABYTE)}x`,
  'full stops': '.'.repeat(MEGABYTE),
  'combining marks': `a${'\u0301'.repeat(MEGABYTE / 2)}`,
}
