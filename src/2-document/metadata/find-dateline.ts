import type { Span } from '../../model/span.ts'
import { findWrittenDays, type WrittenDay } from './parse-page-date.ts'

/** The publication date that a text itself gives, and the words that give it. */
export interface Dateline extends Span {
  /** YYYY-MM-DD */
  readonly day: string
}

/** A dateline stands among the first lines. */
const MAX_LINES = 8
const MAX_UNITS = 1200
/** What is looked at of one line. */
const LINE_UNITS = 160
/** A line that is a date or byline holds no more words than this beside its date. */
const MAX_OTHER_WORDS = 9
/** The last of these words before a date says whether it is that of a change or of publication. */
const CUE =
  /(?<changed>updat|modif|correct|revis|archiv|access|retriev|aktualisiert|mis à jour|actualizad)|(?<published>publish|posted|issued|released|filed|written)/giu
const PUBLISHED =
  /(?:^|[\s|(–—-])(?:first published|published|posted|issued|released|filed|publication date)(?: on| at)?\s*:?\s*(?:\p{L}{3,9},?\s*)?$/iu
const DATE_LABEL = /^\s*date\s*:\s*$/iu
/** Words that stand beside a date on a line of its own. */
const DATE_WORDS =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tue|wed|thu|sat|am|pm|gmt|utc|bst|est|edt|cet|cest|eet|local|time|at|on|published|posted|first|date)$/iu
const BYLINE = /^(?:by|from|written by|reported by)\s+\p{Lu}/iu
/** Place, agency and date in front of the text: "KYIV, May 24, 2022 (Wire) —", "ARICA, 9 SEP 89 (AGENCY) -- ". */
const BEFORE_DATE = /^\s*\p{Lu}[\p{L}\p{M} .,'’/()-]{1,80}[\s,(/:]$/u
const AFTER_DATE =
  /^[\s,]*(?:\([^()\n]{2,60}\)|\/[^/\n]{2,40}\/|\[[^\]\n]{2,40}\]|[\p{L} .]{0,30})?[\s,]*(?:--|[—–―:]|-\s|\(|\/|\.\s)/u
/** What may follow a date that opens the text as a line of its own would: nothing, a new sentence, a clock, a bracket. */
const OPENS_TEXT = /^\s*(?:$|[|(•·–—-]|\d{1,2}[:.]\d{2}|\p{Lu})/u
const OPENING = /^\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?|tue|wed|thu|sat)?[.,]?\s*$/iu

/**
 * Finds the publication date in the first lines of a text: in its dateline, its byline, a line of its own, or in front of
 * everything. A date without its year, and a date inside a sentence, is none.
 *
 * @param text offsets of the result count in it
 * @param from where the body begins
 */
export function findDateline(text: string, from = 0): Dateline | null {
  let start = from
  for (let n = 0; n < MAX_LINES && start < text.length && start - from < MAX_UNITS; start++) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const line = text.slice(start, Math.min(end, start + LINE_UNITS))
    if (line.trim() !== '') {
      const isWhole = end - start <= LINE_UNITS
      const written = findWrittenDays(line).find((date) => isPublication(line, date, n === 0, isWhole))
      if (written !== undefined) return { start: start + written.start, end: start + written.end, day: written.day }
      n++
    }
    start = end
  }
  return null
}

function isPublication(line: string, { start, end }: WrittenDay, isFirst: boolean, isWhole: boolean): boolean {
  const before = line.slice(0, start)
  const after = line.slice(end)
  if ([...before.matchAll(CUE)].at(-1)?.groups?.['changed'] !== undefined) return false
  const isLabelled = PUBLISHED.test(before) || (isFirst && DATE_LABEL.test(before))
  if (isFirst && (OPENING.test(before) || isLabelled) && OPENS_TEXT.test(after)) return true
  if (BEFORE_DATE.test(before) && isPlaceFront(before) && AFTER_DATE.test(after)) return true
  if (!isWhole || /[.!?]["'”’)]*\s*$/u.test(line)) return false
  const words = `${before} ${after}`.match(/\p{L}+/gu) ?? []
  if (words.length > MAX_OTHER_WORDS) return false
  return isLabelled || BYLINE.test(line) || words.every((word) => DATE_WORDS.test(word))
}

/** A place and perhaps an agency: every word but a few small ones is capitalised. */
function isPlaceFront(before: string): boolean {
  const words = before.match(/\p{L}+/gu) ?? []
  return (
    words.length <= 8 &&
    words.every((word) => /^\p{Lu}/u.test(word) || /^(?:de|del|la|el|al|of|and|near|the)$/u.test(word))
  )
}
