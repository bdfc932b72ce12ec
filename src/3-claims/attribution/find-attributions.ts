import { SUBJECT_PRONOUNS } from '../../../data/words/grammar-words.ts'
import { SITE_NOUNS } from '../../../data/words/site-words.ts'
import { NEWS_MEDIA } from '../../../data/words/source-nouns.ts'
import type { Stance } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import type { Sentence } from '../text/sentence.ts'
import { attributeSpan, OUTLET } from './attribute-span.ts'
import type { AttributionFrame, AttributionIndex, SpeechAct } from './attribution-index.ts'
import { carrySpeakers } from './carry-speakers.ts'
import { clipContents } from './clip-contents.ts'
import { findPhraseFrames } from './find-phrase-frames.ts'
import { findQuotations, quotationAt } from './find-quotations.ts'
import { findVerbFrames } from './find-verb-frames.ts'
import type { RawFrame } from './raw-frame.ts'
import { tokenSpan } from './read-content.ts'
import { leaveOutAsides } from './leave-out-asides.ts'
import { nameClaimant } from './name-claimant.ts'
import { readHedge } from './read-hedge.ts'
import { resolveClaimants } from './resolve-claimants.ts'
import { widenToQuotations } from './widen-to-quotations.ts'

/** A longer "sentence" is a table or a list, not prose. */
const MAX_SENTENCE_TOKENS = 1_500
/** More attributions than this in a sentence are a list, not prose: the first are read. */
const MAX_FRAMES = 40

/** Finds who says what in the document, resolving pronouns, short forms and quotations that run over sentences. */
export function findAttributions(sentences: readonly Sentence[], document: Document): AttributionIndex {
  const { text } = document
  const quotations = findQuotations(sentences)
  const raw: RawFrame[] = []
  for (const sentence of sentences) if (sentence.tokens.length <= MAX_SENTENCE_TOKENS) raw.push(...framesOf(sentence))
  const spoken = raw.filter((frame) => !isBuildingInTitle(frame, raw, sentences))
  const claimants = resolveClaimants(spoken, sentences, text)
  const own: AttributionFrame[] = []
  for (let i = 0; i < spoken.length; i++) {
    const frame = spoken[i]
    const sentence = frame === undefined ? undefined : sentences[frame.sentence]
    const named = claimants[i] ?? null
    if (frame === undefined || sentence === undefined || (named === null && frame.source !== null)) continue
    const cue = tokenSpan(sentence, frame.cue.first, frame.cue.last)
    if (quotationAt(quotations, cue.start) !== null && isPronounSource(sentence, frame)) continue
    own.push({
      sentence: frame.sentence,
      source: frame.source === null ? null : tokenSpan(sentence, frame.source.first, frame.source.last),
      cue,
      content: leaveOutAsides(sentence, widenToQuotations(frame.content, cue, quotations), cue, quotations),
      claimant: named?.claimant ?? OUTLET,
      act: actOf(frame),
      stance: stanceOf(frame),
      hedges: hedgesOf(sentence, frame),
      relay: relayOf(sentence, frame, text),
      rule: frame.rule,
    })
  }
  const frames = [...own, ...carrySpeakers(own, quotations, sentences, text)].sort(byPosition)
  const buckets = bucketBySentence(frames, sentences)
  return {
    frames,
    attributionOf: (index, span) => {
      const sentence = sentences[index]
      return sentence === undefined
        ? { claimant: OUTLET, cue: null, stance: 'asserted', hedges: [], relay: [] }
        : attributeSpan(sentence, span, buckets.get(index) ?? [], text)
    },
  }
}

/**
 * "Arad hospital: 19 dead" names what the piece is about: a building speaks in a headline only where one of its kind
 * speaks in the text, or where its words are quoted.
 */
function isBuildingInTitle(
  { rule, sentence: index, source, content }: RawFrame,
  frames: readonly RawFrame[],
  sentences: readonly Sentence[],
): boolean {
  const title = sentences[index]
  if (rule !== 'attribution/colon' || source === null || title?.role !== 'headline') return false
  const noun = title.tokens[source.last]?.lower ?? ''
  if (!SITE_NOUNS.has(noun) || /^.?["“«‘']/u.test(title.text.slice((content[0]?.start ?? 0) - title.start - 1)))
    return false
  return !frames.some(
    (other) =>
      other.sentence !== index &&
      other.source !== null &&
      sentences[other.sentence]?.tokens
        .slice(other.source.first, other.source.last + 1)
        .some(({ lower }) => lower === noun) === true,
  )
}

/** The attributions of one sentence, in reading order, none reaching into the next. */
function framesOf(sentence: Sentence): readonly RawFrame[] {
  const verbs = findVerbFrames(sentence)
  const phrases = findPhraseFrames(sentence, verbs)
  if (verbs.length + phrases.length < 2) return verbs.length > 0 ? verbs : phrases
  return clipContents(sentence, [...verbs, ...phrases].sort((a, b) => a.cue.first - b.cue.first).slice(0, MAX_FRAMES))
}

/** "He said" inside somebody's words tells a story; the speaker vouches for it. */
function isPronounSource(sentence: Sentence, { source }: RawFrame): boolean {
  return source !== null && SUBJECT_PRONOUNS.has(sentence.tokens[source.first]?.lower ?? '')
}

/** "has not acknowledged", "did not confirm": not saying it is denying it; "did not deny" says nothing. */
function actOf(frame: RawFrame): SpeechAct {
  return frame.isNegated && frame.act !== 'denial' ? 'denial' : frame.act
}

function stanceOf(frame: RawFrame): Stance {
  if (frame.isNegated) return frame.act === 'denial' ? 'asserted' : 'denied'
  if (frame.act === 'accusation') return 'accused'
  return frame.act === 'denial' ? 'denied' : 'asserted'
}

/** "appeared to acknowledge": the hedge in the cue itself. */
function hedgesOf(sentence: Sentence, { cue }: RawFrame): string[] {
  for (let at = cue.first; at < cue.last; at++) {
    const words = readHedge(sentence.tokens, at)
    if (words?.includes(' ') === true) return [words]
  }
  return []
}

/** The agency or outlet that was told or that quotes. */
function relayOf(sentence: Sentence, frame: RawFrame, text: string): string[] {
  const { recipient } = frame
  if (recipient === null) return []
  const isMedia = sentence.tokens
    .slice(recipient.first, recipient.last + 1)
    .some((token) => NEWS_MEDIA.has(token.lower))
  return isMedia ? [nameClaimant(sentence, recipient, text).claimant.name] : []
}

function byPosition(a: AttributionFrame, b: AttributionFrame): number {
  return a.sentence - b.sentence || (a.cue?.start ?? 0) - (b.cue?.start ?? 0)
}

/** The frames whose content touches each sentence. */
function bucketBySentence(
  frames: readonly AttributionFrame[],
  sentences: readonly Sentence[],
): Map<number, AttributionFrame[]> {
  const buckets = new Map<number, AttributionFrame[]>()
  for (const frame of frames) {
    for (const span of frame.content)
      for (let at = firstSentenceOf(span, sentences); (sentences[at]?.start ?? Infinity) < span.end; at++) {
        const bucket = buckets.get(at)
        if (bucket === undefined) buckets.set(at, [frame])
        else if (bucket.at(-1) !== frame) bucket.push(frame)
      }
  }
  return buckets
}

/** The first sentence that ends behind the start of the span, by halving. */
function firstSentenceOf(span: Span, sentences: readonly Sentence[]): number {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.end ?? 0) <= span.start) low = middle + 1
    else high = middle
  }
  return low
}
