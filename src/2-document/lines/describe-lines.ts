import { FUNCTION_WORDS } from '../../../data/words/line-cues.ts'
import type { Span } from '../../model/span.ts'
import { countWords, holdsWords, WORD } from './count-words.ts'
import type { DomEvidence } from './dom-evidence.ts'

/** A line's form shows in its beginning; what follows is not looked at. */
const FORM_UNITS = 600
/** Long enough with sentence ends inside: prose whatever its last character. */
const LONG_UNITS = 240
const MIN_PROSE_WORDS = 6
const MIN_FUNCTION_SHARE = 0.12
/** In languages whose function words are not listed, running text shows by its small letters. */
const MAX_CAPITAL_SHARE = 0.45
/** Scripts without blanks have one "word" a clause: length counts instead. */
const MIN_UNSPACED_UNITS = 15
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u
/** What every unspaced script lies in, and a quicker question. */
const BEYOND_LATIN = /[\u0e00-\uffff]/
const ENDS_SENTENCE = /[.!?…。！？।؟][\s"'”’»」』)\]]*$/u
const SENTENCE_INSIDE = /[.!?]["”’)]?\s/u
/** A word shared by more than this share of the prose lines is the document's topic and tells lines apart no more. */
const TOPIC_SHARE = 0.3
const MIN_STEM_UNITS = 4
const MIN_CONTENT_UNITS = 4

/** A line with what its form says, before it has a role. */
export interface DescribedLine extends Span {
  readonly text: string
  readonly dom: DomEvidence | null
  /** Number of words. */
  readonly words: number
  /** Stems of its content words, worked out when first asked for: most documents never need them. */
  stems(): ReadonlySet<string>
  readonly endsSentence: boolean
  /** Running text: ends like a sentence, or is long with sentences inside, and has a sentence's function words. */
  readonly isProse: boolean
  readonly isUpperCase: boolean
}

/** Describes each line by its form alone. */
export function describeLines(text: string, spans: readonly Span[], dom: readonly DomEvidence[]): DescribedLine[] {
  const byStart = new Map(dom.map((evidence) => [evidence.start, evidence]))
  return spans.map((span) => {
    const line = text.slice(span.start, span.end)
    const front = line.slice(0, FORM_UNITS)
    const words = countWords(front)
    const endsSentence = ENDS_SENTENCE.test(line.slice(-12))
    const isLong = line.length > LONG_UNITS && SENTENCE_INSIDE.test(line)
    return {
      start: span.start,
      end: span.end,
      text: line,
      dom: byStart.get(span.start) ?? null,
      words,
      stems: once(() => contentStems(front)),
      endsSentence,
      isProse:
        (endsSentence || isLong) &&
        (BEYOND_LATIN.test(line) && UNSPACED.test(line)
          ? line.length >= MIN_UNSPACED_UNITS
          : isRunningText(front, words)),
      isUpperCase: !/\p{Ll}/u.test(line) && /\p{Lu}/u.test(line),
    }
  })
}

/** Whether words read as running text: enough of them, and function words (English) or small letters (any language). */
function isRunningText(text: string, words: number): boolean {
  if (words < MIN_PROSE_WORDS) return false
  if (holdsWords(text, FUNCTION_WORDS, words * MIN_FUNCTION_SHARE)) return true
  const capitals = text.match(WORD)?.filter((word) => /^\p{Lu}/u.test(word)).length ?? 0
  return capitals <= words * MAX_CAPITAL_SHARE
}

/**
 * Share of a line's telling words that stand in the text; words that much of the document's
 * prose shares are left out. Null when the line has no telling word.
 */
export function topicalOverlap(
  line: DescribedLine,
  isThere: (stem: string) => boolean,
  topic: ReadonlySet<string>,
): number | null {
  const telling = [...line.stems()].filter((stem) => !topic.has(stem))
  return telling.length === 0 ? null : telling.filter(isThere).length / telling.length
}

/** In how many of the lines each stem stands. */
export function countStems(lines: readonly DescribedLine[]): ReadonlyMap<string, number> {
  const count = new Map<string, number>()
  for (const line of lines) for (const stem of line.stems()) count.set(stem, (count.get(stem) ?? 0) + 1)
  return count
}

/** The stems that more than a third of so many lines share. */
export function topicStems(count: ReadonlyMap<string, number>, lines: number): ReadonlySet<string> {
  const least = Math.max(3, lines * TOPIC_SHARE)
  return new Set([...count].filter(([, n]) => n >= least).map(([stem]) => stem))
}

/** A function that works its value out once. */
export function once<Value>(work: () => Value): () => Value {
  let kept: { readonly value: Value } | null = null
  return () => (kept ??= { value: work() }).value
}

function contentStems(text: string): ReadonlySet<string> {
  const stems = new Set<string>()
  for (const word of text.match(WORD) ?? []) {
    const lower = word.toLowerCase().replace(/['’]s?$/u, '')
    if (lower.length >= MIN_CONTENT_UNITS && !FUNCTION_WORDS.has(lower)) stems.add(stemOf(lower))
  }
  return stems
}

/** A rough English stem, good enough to see one word in two forms. */
function stemOf(word: string): string {
  const bare = word.replace(/(?:ations?|ingly|edly|ings?|ied|ies|ed|es|s|ly)$/u, '')
  return bare.length >= MIN_STEM_UNITS ? bare.replace(/(.)\1$|e$/u, '$1') : word
}
