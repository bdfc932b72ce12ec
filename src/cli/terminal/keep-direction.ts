/** Letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u
/** Has no width and no sign; what comes after it is written from left to right. */
const LEFT_TO_RIGHT_MARK = '\u200e'

/** Text that leaves the direction of what follows alone: else a terminal could show the date behind an Arabic name back to front. */
export function keepDirection(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `${text}${LEFT_TO_RIGHT_MARK}` : text
}
