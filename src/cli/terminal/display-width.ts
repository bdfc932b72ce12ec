const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const PRINTABLE_ASCII = /^[\u0020-\u007e]*$/u
const EMOJI = /\p{Emoji_Presentation}|\ufe0f/u
const INVISIBLE_FIRST = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u

/** Blocks whose characters take two columns (Unicode East Asian Width: wide and fullwidth). */
const WIDE: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
]

/** Columns that `text` takes on a terminal: combining marks none, East Asian wide characters and emoji two. */
export function displayWidth(text: string): number {
  if (PRINTABLE_ASCII.test(text)) return text.length
  let width = 0
  for (const { segment } of graphemes.segment(text)) width += graphemeWidth(segment)
  return width
}

/** The characters of `text` as a reader sees them. */
export function splitGraphemes(text: string): string[] {
  if (PRINTABLE_ASCII.test(text)) return [...text]
  return [...graphemes.segment(text)].map(({ segment }) => segment)
}

function graphemeWidth(grapheme: string): number {
  if (INVISIBLE_FIRST.test(grapheme)) return 0
  if (EMOJI.test(grapheme)) return 2
  const code = grapheme.codePointAt(0) ?? 0
  return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1
}
