import type { Document } from '../../model/document.ts'
import type { When } from '../../model/when.ts'
import type { Sentence } from '../text/sentence.ts'
import { dayOfIso } from './calendar.ts'
import type { SentenceAnchor } from './find-mentions.ts'
import { matchExpression } from './match-expression.ts'
import { lowerAt, type Scene } from './scene.ts'

export interface Anchors {
  readonly anchorOf: (sentence: Sentence) => SentenceAnchor
  /** Where the text's own date line begins, or null; that date dates nothing that is told. */
  readonly datelineAt: number | null
}

/** How far into the text a date line may stand, in tokens. */
const HEAD_TOKENS = 60
/** A date that follows one of these belongs to what is told, not to the publication. */
const TOLD: ReadonlySet<string> = new Set(
  'on in since of from until till by after before during between to for and at the this last next'.split(' '),
)
const PUBLISHED: ReadonlySet<string> = new Set(['published', 'publication', 'updated', 'posted', 'dated', 'date'])
/** A date line without a word such as "published" counts only this near to the given publication date. */
const NEAR_DAYS = 400

/**
 * The day that each sentence's expressions are counted from: its live-blog post, else the text's own date line, else the
 * publication date (the order of the codebook: the text wins over what stands beside it).
 */
export function findAnchors(sentences: readonly Sentence[], document: Document): Anchors {
  const published = document.publishedAt === null ? null : dayOfIso(document.publishedAt)
  const dateline = findDateline(sentences, published)
  const kind: When['anchor'] = dateline === null ? 'publication' : 'dateline'
  const whole: SentenceAnchor = { day: dateline?.day ?? published, kind }
  const anchorOf = (sentence: Sentence): SentenceAnchor => {
    const posted = sentence.postedAt === null ? null : dayOfIso(sentence.postedAt)
    return posted === null ? whole : { day: posted, kind: 'post' }
  }
  return { anchorOf, datelineAt: dateline?.at ?? null }
}

/** "27 November 2016 …", "Published July 19 2016", "SAN SALVADOR, 4 JAN 90 (ACAN-EFE) --", "KYIV, May 24 (Agency) -". */
function findDateline(
  sentences: readonly Sentence[],
  published: number | null,
): { readonly day: number; readonly at: number } | null {
  const scene: Scene = { anchor: published, anchorKind: 'publication', reference: null, referenceDay: null }
  let seen = 0
  for (const sentence of sentences) {
    if (sentence.role === 'caption') continue
    for (let i = 0; i < sentence.tokens.length && seen + i < HEAD_TOKENS; i += 1) {
      const match = matchExpression(sentence, i, scene)
      if (match === null || match.period?.grain !== 'day' || match.period.start !== match.period.end) continue
      const before = lowerAt(sentence.tokens, match.from - 1)
      const isFull =
        match.rule === 'times/date' || match.rule === 'times/iso-date' || match.rule === 'times/numeric-date'
      const day = match.period.start
      const at = sentence.tokens[match.from]?.start ?? sentence.start
      if (isFull && isDateline(sentence, match.from, { before, day, published })) return { day, at }
      if (!isFull && isAgencyLine(sentence, match.from, match.to) && match.rule === 'times/date-without-year')
        return { day, at }
      i = Math.max(i, match.to - 1)
    }
    seen += sentence.tokens.length
    if (seen >= HEAD_TOKENS) return null
  }
  return null
}

interface DatelineContext {
  readonly before: string
  readonly day: number
  readonly published: number | null
}

function isDateline(sentence: Sentence, from: number, { before, day, published }: DatelineContext): boolean {
  for (let i = from - 1; i >= 0 && i >= from - 3; i -= 1) if (PUBLISHED.has(lowerAt(sentence.tokens, i))) return true
  if (TOLD.has(before)) return false
  return published === null || Math.abs(day - published) <= NEAR_DAYS
}

/** A place in front and an agency in brackets or a dash behind. */
function isAgencyLine(sentence: Sentence, from: number, to: number): boolean {
  if (from === 0 || from > 8 || lowerAt(sentence.tokens, from - 1) !== ',') return false
  const after = lowerAt(sentence.tokens, to)
  return after === '(' || after === '-' || after === '–' || after === '—' || after === '_'
}
