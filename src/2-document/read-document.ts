import { createHash } from 'node:crypto'

import type { Capture } from '../model/capture.ts'
import type { Document, Unreadable } from '../model/document.ts'
import { detectLanguage } from './detect-language.ts'
import { markLines } from './lines/mark-lines.ts'

/**
 * Reads main text, metadata and line roles out of a capture. Pure: the same capture gives the same document.
 *
 * @returns the document, or why there is none; bad input never throws
 */
export function readDocument(capture: Capture): Document | Unreadable {
  const { given } = capture
  const body = new TextDecoder().decode(capture.bytes)
  if (body.trim() === '') return { sourceId: given.sourceId, reason: 'empty', message: 'The input holds no text.' }
  const text = given.title === null || given.title === '' ? body : `${given.title}\n\n${body}`
  return {
    id: `sha256:${createHash('sha256').update(text).digest('hex')}`,
    captureId: `sha256:${capture.sha256}`,
    sourceId: given.sourceId,
    title: given.title,
    outlet: given.outlet,
    byline: null,
    url: given.url,
    language: detectLanguage(text),
    publishedAt: given.published,
    publishedFrom: given.published === null ? 'none' : 'given',
    modifiedAt: null,
    text,
    lines: markLines(text, given.title),
    sourceMap: [],
  }
}
