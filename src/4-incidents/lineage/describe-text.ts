import type { ReadDocument } from '../../model/incident.ts'
import type { SourceFacts } from './order-sources.ts'
import { readCredit } from './read-credit.ts'
import { readShingles, type Shingles } from './read-shingles.ts'

/** What is kept of one text to find its copies: never the text itself. */
export interface DescribedText extends SourceFacts {
  /** Agency the text is credited to, its own outlet included; as written. */
  readonly agency: string | null
  /** Outlet, else the host of the address; null when neither is known. */
  readonly publisher: string | null
  readonly shingles: Shingles
  readonly title: string
}

/** Reads out of a document what its copies are found by. */
export function describeText({ captureId, receivedAt, reading }: ReadDocument): DescribedText {
  const { document } = reading
  const shingles = readShingles(document)
  const credit = readCredit(document)
  const headline = document.lines.find(({ role }) => role === 'headline') ?? document.lines[0]
  return {
    captureId,
    receivedAt,
    publishedAt: document.publishedAt,
    agency: credit?.agency ?? null,
    credit: credit?.isOwn === false ? credit.agency : null,
    words: shingles.words,
    publisher: document.outlet ?? hostOf(document.url),
    shingles,
    title: headline === undefined ? '' : document.text.slice(headline.start, headline.end),
  }
}

function hostOf(url: string | null): string | null {
  return (url === null ? null : /^[a-z]+:\/\/(?:www\.)?([^/:?#]+)/iu.exec(url)?.[1]?.toLowerCase()) ?? null
}
