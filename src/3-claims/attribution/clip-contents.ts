import type { Span } from '../../model/span.ts'
import type { Sentence } from '../text/sentence.ts'
import type { RawFrame } from './raw-frame.ts'

/** Attributions further on in the sentence cannot end this one's clause: a nearer one did. */
const MAX_LATER = 6
const JOINS: ReadonlySet<string> = new Set(['and', 'but', 'while', 'whereas', 'although', 'though', 'or', 'yet'])

/**
 * Ends what one source says where the next attribution of the sentence begins a clause of its own: a denial in "denied it and said …"
 * covers its own clause only; "A said X, while B said Y" keeps X and Y apart. Attributions inside what is said stay inside it.
 *
 * @param frames of one sentence, by position of the cue
 */
export function clipContents(sentence: Sentence, frames: readonly RawFrame[]): RawFrame[] {
  if (frames.length < 2) return [...frames]
  return frames.map((frame, i) => {
    let { content } = frame
    for (const later of frames.slice(i + 1, i + 1 + MAX_LATER)) {
      if (later.isCited || later.clauseStart <= frame.cue.last) continue
      const end = clauseEnd(sentence, frame, later)
      if (end !== null) content = clip(content, end)
    }
    return content.length === 0 || content === frame.content ? frame : { ...frame, content }
  })
}

/** Offset where the earlier frame's clause ends before the later one, or null when the later one lies inside it. */
function clauseEnd(sentence: Sentence, frame: RawFrame, later: RawFrame): number | null {
  const { tokens } = sentence
  let at = later.clauseStart - 1
  if (sharesSource(frame, later)) {
    while (at > frame.cue.last && (JOINS.has(tokens[at]?.lower ?? '') || tokens[at]?.text === ',')) at--
    return tokens[at]?.end ?? null
  }
  const join = tokens[at]
  if (join === undefined || !(JOINS.has(join.lower) || join.text === ';')) return null
  while (
    at > frame.cue.last &&
    (JOINS.has(tokens[at]?.lower ?? '') || tokens[at]?.text === ',' || tokens[at]?.text === ';')
  )
    at--
  return tokens[at]?.end ?? null
}

function sharesSource(frame: RawFrame, later: RawFrame): boolean {
  return frame.source !== null && later.source !== null && frame.source.first === later.source.first
}

function clip(content: readonly Span[], end: number): Span[] {
  const clipped: Span[] = []
  for (const span of content) if (span.start < end) clipped.push({ start: span.start, end: Math.min(span.end, end) })
  return clipped
}
