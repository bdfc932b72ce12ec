import type { Span } from '../../model/span.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'

/** Words between quotation marks, marks included. It may run over several sentences of one line, never over lines. */
export interface Quotation extends Span {
  readonly firstSentence: number
  readonly lastSentence: number
  readonly line: number
  /** False when the line ends inside it: the next paragraph may carry it on. */
  readonly isClosed: boolean
}

/** An opening mark that is never closed and has more than this behind it in its line is a stray mark. */
const MAX_UNCLOSED_UNITS = 2_000

/** Finds every quotation, in reading order. Direction of straight marks follows the blanks beside them. */
export function findQuotations(sentences: readonly Sentence[]): Quotation[] {
  const quotations: Quotation[] = []
  let open: { start: number; sentence: number } | null = null
  sentences.forEach((sentence, index) => {
    const startsLine = sentences[index - 1]?.line !== sentence.line
    if (startsLine) open = null
    for (let at = 0; at < sentence.tokens.length; at++) {
      const token = sentence.tokens[at]
      if (token === undefined || !mayBeMark(token)) continue
      const mark = markAt(sentence, at, open !== null)
      if (mark === 'open') open = { start: token.start, sentence: index }
      else if (mark === 'close' && open !== null) {
        quotations.push({
          start: open.start,
          end: token.end,
          firstSentence: open.sentence,
          lastSentence: index,
          line: sentence.line,
          isClosed: true,
        })
        open = null
      }
    }
    const endsLine = sentences[index + 1]?.line !== sentence.line
    if (endsLine && open !== null && sentence.end - open.start <= MAX_UNCLOSED_UNITS) {
      quotations.push({
        start: open.start,
        end: sentence.end,
        firstSentence: open.sentence,
        lastSentence: index,
        line: sentence.line,
        isClosed: false,
      })
      open = null
    }
  })
  return quotations
}

function mayBeMark({ kind, text }: Token): boolean {
  return kind === 'open' || kind === 'close' || (kind === 'punct' && (text === '‘' || text === '’'))
}

/** What the token does to a quotation, or null when it is no quotation mark. */
function markAt(sentence: Sentence, at: number, isOpen: boolean): 'open' | 'close' | null {
  const token = sentence.tokens[at]
  if (token === undefined) return null
  const { text } = token
  if (text === '‘' || text === '’') {
    const isDouble = sentence.tokens[at + 1]?.text === text && sentence.tokens[at + 1]?.start === token.end
    if (!isDouble) return null
    return text === '‘' ? 'open' : 'close'
  }
  if (token.kind !== 'open' && token.kind !== 'close') return null
  if (text === '“' || text === '„' || text === '«' || text === '``') return 'open'
  if (text === '”' || text === '»' || text === "''") return 'close'
  const offset = token.start - sentence.start
  const before = sentence.text.charAt(offset - 1)
  const after = sentence.text.charAt(offset + 1)
  const opens = (before === '' || /[\s([—–-]/u.test(before)) && after !== '' && !/[\s.,;:!?)]/u.test(after)
  const closes = before !== '' && !/\s/u.test(before) && (after === '' || /[\s.,;:!?)\]—–-]/u.test(after))
  if (opens !== closes) return opens ? 'open' : 'close'
  return isOpen ? 'close' : 'open'
}

/** The quotation that holds the position, or null. Quotations are in reading order and do not overlap. */
export function quotationAt(quotations: readonly Quotation[], position: number): Quotation | null {
  let low = 0
  let high = quotations.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const quotation = quotations[middle]
    if (quotation === undefined) return null
    if (position < quotation.start) high = middle - 1
    else if (position >= quotation.end) low = middle + 1
    else return quotation
  }
  return null
}

/** Whether it holds a sentence's worth of speech and not only a word or two set off. */
export function isSpeech(quotation: Quotation, text: string): boolean {
  const words = text.slice(quotation.start, Math.min(quotation.end, quotation.start + 400)).split(/\s+/u).length
  return words >= 6 || quotation.firstSentence !== quotation.lastSentence
}
