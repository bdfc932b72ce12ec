import type { Document, LineRole } from '../src/model/document.ts'

const SET_ASIDE: ReadonlySet<LineRole> = new Set(['teaser', 'promo', 'credit', 'byline'])
/** A line is the article's when more than this share of its word triples stands in the gold text. */
const BODY_SHARE = 0.7

/**
 * How many lines of a document are the gold article's, and how many of these were set aside.
 *
 * The gold text is cut into word triples; lines that share between few and many of them are neither counted as kept nor
 * as lost.
 */
export function countBodyLines(
  document: Document,
  gold: string,
): { readonly body: number; readonly lost: readonly string[] } {
  const known = new Set(triples(gold))
  let body = 0
  const lost: string[] = []
  for (const line of document.lines) {
    const exact = document.text.slice(line.start, line.end)
    const own = triples(exact)
    if (own.length === 0 || own.filter((triple) => known.has(triple)).length <= own.length * BODY_SHARE) continue
    body++
    if (SET_ASIDE.has(line.role)) lost.push(`${line.role} (${line.reason}): ${exact}`)
  }
  return { body, lost }
}

function triples(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`)
}
