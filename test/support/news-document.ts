import type { Document } from '../../src/model/document.ts'

/** A document of plain body lines, for tests of single steps. */
export function newsDocument(text: string, publishedAt: string | null): Document {
  return {
    id: 'sha256:test',
    captureId: 'sha256:test',
    sourceId: null,
    title: null,
    outlet: null,
    byline: null,
    url: null,
    language: 'en',
    publishedAt,
    publishedFrom: publishedAt === null ? 'none' : 'given',
    modifiedAt: null,
    text,
    lines: Array.from(text.matchAll(/[^\n]+/gu), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
      role: 'body',
      reason: 'test',
      postedAt: null,
    })),
    sourceMap: [],
  }
}
