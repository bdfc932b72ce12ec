import { NUMBER_WORDS } from '../../../data/words/grammar-words.ts'
import { ROLE_NOUNS } from '../../../data/words/source-nouns.ts'
import type { Span } from '../../model/span.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import type { AttributionFrame } from './attribution-index.ts'
import { isSpeech, type Quotation, quotationAt } from './find-quotations.ts'

/** Words that open a sentence which goes on counting or telling what the source before it told. */
const CONTINUES: ReadonlySet<string> = new Set('others additionally moreover furthermore'.split(' '))
const CONTINUES_AFTER_THE: ReadonlySet<string> = new Set('other others remaining rest remainder'.split(' '))
const MAX_LINES_APART = 1
const MAX_OPENING_TOKENS = 8
/** How far a list of counts may go on without naming its source again. */
const MAX_SENTENCES_APART = 8
/** Enough of what is said to see whether it counts people. */
const MAX_CONTENT_UNITS = 600
const HARM = /\b(?:kill|dead|died|death|wound|injur|hurt|missing|casualt|execut|martyr)/u
const COUNT =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?|hundred|dozens|scores|hundreds|several)\b/u

/**
 * Gives speakers to words that carry no attribution of their own: quotations that follow or carry on an attributed one, and sentences
 * that go on with the list an attributed sentence began ("Another seven people were killed in …").
 *
 * @param frames in reading order, with widened contents
 * @returns the further frames, without cue
 */
export function carrySpeakers(
  frames: readonly AttributionFrame[],
  quotations: readonly Quotation[],
  sentences: readonly Sentence[],
  text: string,
): AttributionFrame[] {
  if (quotations.length === 0) return carryLists(frames, sentences, text)
  const isCovered = coverage(
    frames.filter((frame) => frame.cue === null || quotationAt(quotations, frame.cue.start) === null),
  )
  const carried: AttributionFrame[] = []
  for (const quotation of quotations) {
    if (!isSpeech(quotation, text) || isCovered(quotation) || !opensItsSentence(quotation, sentences)) continue
    const speaker = speakerOf(quotation, frames, sentences, quotations)
    if (speaker !== null)
      carried.push(carry(speaker, quotation.firstSentence, quotation, 'attribution/carried-quotation'))
  }
  return [...carried, ...carryLists(frames, sentences, text)]
}

/** Whether nothing but an opening adverbial stands before the quotation in its sentence: else the sentence has a subject of its own. */
function opensItsSentence(quotation: Quotation, sentences: readonly Sentence[]): boolean {
  const tokens = sentences[quotation.firstSentence]?.tokens ?? []
  const at = tokens.findIndex((token) => token.start >= quotation.start)
  return at <= 1 || (at <= MAX_OPENING_TOKENS && tokens[at - 1]?.text === ',')
}

function coverage(frames: readonly AttributionFrame[]): (span: Span) => boolean {
  const spans = frames.flatMap(({ content }) => content).sort((a, b) => a.start - b.start)
  return ({ start, end }) => {
    const middle = (start + end) / 2
    let low = 0
    let high = spans.length
    while (low < high) {
      const at = (low + high) >> 1
      if ((spans[at]?.start ?? 0) <= middle) low = at + 1
      else high = at
    }
    for (let at = low - 1; at >= Math.max(0, low - 12); at--) if ((spans[at]?.end ?? 0) > middle) return true
    return false
  }
}

/** The frame whose speaker the quotation has: one before it in its paragraph, one after it, or the speaker of the paragraph before. */
function speakerOf(
  quotation: Quotation,
  frames: readonly AttributionFrame[],
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
): AttributionFrame | null {
  const at = frames.findLastIndex((frame) => frame.sentence <= quotation.firstSentence)
  const before = frames[at]
  const after = frames[at + 1]
  if (before !== undefined && sentences[before.sentence]?.line === quotation.line) return before
  if (
    after !== undefined &&
    after.sentence <= quotation.lastSentence + 1 &&
    sentences[after.sentence]?.line === quotation.line
  )
    return after
  if (before === undefined) return null
  const line = sentences[before.sentence]?.line ?? -1
  const isUnclosed = quotations.some((one) => one.line === quotation.line - 1 && !one.isClosed)
  const wholeParagraph = (sentences[quotation.firstSentence]?.start ?? -1) === quotation.start
  const linesApart = quotation.line - line
  return isUnclosed || linesApart <= MAX_LINES_APART || (wholeParagraph && linesApart <= MAX_LINES_APART + 1)
    ? before
    : null
}

function carryLists(
  frames: readonly AttributionFrame[],
  sentences: readonly Sentence[],
  text: string,
): AttributionFrame[] {
  const carried: AttributionFrame[] = []
  let next = 0
  for (const sentence of sentences) {
    while ((frames[next]?.sentence ?? sentence.index) < sentence.index) next++
    if (next === 0 || frames[next]?.sentence === sentence.index) continue
    const reach = continuesList(sentence) ? MAX_SENTENCES_APART : breaksDownCount(sentence) ? 1 : 0
    if (reach === 0) continue
    const counting = lastCounting(frames, next, sentence.index - reach, text)
    if (counting !== null)
      carried.push(
        carry(counting, sentence.index, { start: sentence.start, end: sentence.end }, 'attribution/carried-list'),
      )
  }
  return carried
}

/** The last of the frames before position `end`, and not before the sentence `from`, that says how many came to harm. */
function lastCounting(
  frames: readonly AttributionFrame[],
  end: number,
  from: number,
  text: string,
): AttributionFrame | null {
  for (let at = end - 1; at >= 0; at--) {
    const frame = frames[at]
    if (frame === undefined || frame.sentence < from) return null
    if (isCounting(frame, text)) return frame
  }
  return null
}

/** Whether the frame says how many came to harm. */
function isCounting(frame: AttributionFrame, text: string): boolean {
  if (frame.act === 'denial') return false
  return frame.content.some(({ start, end }) => {
    const words = text.slice(start, Math.min(end, start + MAX_CONTENT_UNITS)).toLowerCase()
    return HARM.test(words) && COUNT.test(words)
  })
}

function continuesList(sentence: Sentence): boolean {
  const { tokens } = sentence
  const at = tokens.findIndex(({ kind }) => kind === 'word')
  const first = tokens[at]?.lower ?? ''
  if (first === 'another') return countsPeople(sentence)
  if (first !== 'the') return CONTINUES.has(first)
  return CONTINUES_AFTER_THE.has(tokens.find(({ kind }, i) => i > at && kind === 'word')?.lower ?? '')
}

/**
 * "Twelve were members of its staff", "The dead were 24 patients", "Among them were two nurses", "They included a driver":
 * says who the people were whom the sentence before counted, and is no count of its own.
 */
function breaksDownCount({ tokens }: Sentence): boolean {
  const [first, second, third] = [tokens[0]?.lower ?? '', tokens[1]?.lower ?? '', tokens[2]?.lower ?? '']
  if (first === 'among') return second === 'them' || (second === 'the' && COUNTED.has(third))
  if (first === 'they') return INCLUDES.has(second)
  if (first === 'the' || first === 'those')
    return COUNTED.has(second) && (INCLUDES.has(third) || isBe(third, tokens[3]))
  if (tokens[0]?.kind !== 'number' && !NUMBER_WORDS.has(first) && !SHARES.has(first)) return false
  const verb = second === 'of' ? 3 : 1
  if (verb === 3 && !PARTED.has(third)) return false
  return isBe(tokens[verb]?.lower ?? '', tokens[verb + 1])
}

/** "were children"; "were wounded" is a count of another harm. */
function isBe(verb: string, next: Token | undefined): boolean {
  if (verb !== 'were' && verb !== 'was' && verb !== 'are') return false
  return next !== undefined && next.kind !== 'punct' && !HARM.test(next.lower) && !PARTICIPLE.test(next.lower)
}

const COUNTED: ReadonlySet<string> = new Set(
  'dead victims killed wounded injured casualties fatalities slain missing abducted hostages captives'.split(' '),
)
const INCLUDES: ReadonlySet<string> = new Set('include included comprise comprised'.split(' '))
const SHARES: ReadonlySet<string> = new Set('most many several some half both all'.split(' '))
const PARTED: ReadonlySet<string> = new Set('them those these whom'.split(' '))
const PARTICIPLE = /(?:ed|ing|shot|hit|taken|found|struck|burnt|held|still|being|also|later|then)$/u

/** "Another seven people", "Another man": a further count, and not "Another attack". */
function countsPeople(sentence: Sentence): boolean {
  const at = sentence.tokens.findIndex((token) => token.lower === 'another')
  const next = sentence.tokens[at + 1]
  return next !== undefined && (next.kind === 'number' || NUMBER_WORDS.has(next.lower) || ROLE_NOUNS.has(next.lower))
}

function carry(frame: AttributionFrame, sentence: number, content: Span, rule: string): AttributionFrame {
  return {
    ...frame,
    sentence,
    source: null,
    cue: null,
    content: [{ start: content.start, end: content.end }],
    act: 'report',
    stance: 'asserted',
    hedges: [],
    rule,
  }
}
