import { createHash } from 'node:crypto'

import type { Capture } from '../model/capture.ts'
import type { Document, Unreadable } from '../model/document.ts'
import { decodeText } from './decode/decode-text.ts'
import { detectLanguage } from './detect-language.ts'
import type { Extractor } from './html/extract-main-text.ts'
import { readPage } from './html/read-page.ts'
import type { DomEvidence } from './lines/dom-evidence.ts'
import { markLines } from './lines/mark-lines.ts'
import { findDateline } from './metadata/find-dateline.ts'
import { chooseMetadata, type ChosenMetadata } from './metadata/choose-metadata.ts'

export interface ReadOptions {
  /** How the main text of a page is found; `confirmed` by default. A page that ran out of time may be tried with `fast`. */
  readonly extractor?: Extractor
  /** Largest input in bytes; 20 MB by default. */
  readonly maxBytes?: number
}

const MAX_BYTES = 20_000_000

/**
 * Reads main text, metadata and line roles out of a capture. Pure: the same capture and options give the same document.
 *
 * @returns the document, or why there is none; bad input never throws
 */
export function readDocument(capture: Capture, options: ReadOptions = {}): Document | Unreadable {
  const { sourceId } = capture.given
  const limit = options.maxBytes ?? MAX_BYTES
  if (capture.bytes.length > limit) {
    const message = `The input has ${capture.bytes.length} bytes; at most ${limit} are read as one document. Split it.`
    return { sourceId, reason: 'too-large', message }
  }
  const decoded = decodeText(capture)
  if ('reason' in decoded) return decoded
  if (decoded.text.trim() === '') return { sourceId, reason: 'empty', message: 'The input holds no text.' }
  if (capture.format === 'text') {
    const metadata = chooseMetadata(capture.given, [])
    return buildDocument(capture, withDateline(metadata, decoded.text), decoded.text, [])
  }
  const { metadata: declared, head, blocks } = readPage(decoded.text, capture, options.extractor ?? 'confirmed', false)
  if (blocks.length === 0) {
    const message = 'No text of an article was found in the page. If scripts build the page, capture it after they ran.'
    return { sourceId, reason: 'no-text', message }
  }
  const body = blocks.map(({ text }) => text).join('\n')
  const metadata = withDateline(withDateline(declared, head), body)
  const offset = metadata.title === null ? 0 : metadata.title.length + 2
  let at = offset
  const dom: DomEvidence[] = blocks.map(({ text, tag, linkDensity, container, postedAt }) => {
    const start = at
    at += text.length + 1
    return { start, end: start + text.length, tag, linkDensity, container, postedAt }
  })
  return buildDocument(capture, metadata, body, dom)
}

/** The publication date of last resort: the one that the text itself gives. */
function withDateline(metadata: ChosenMetadata, text: string): ChosenMetadata {
  if (metadata.publishedAt !== null) return metadata
  const dateline = findDateline(text)
  return dateline === null ? metadata : { ...metadata, publishedAt: dateline.day, publishedFrom: 'dateline' }
}

function buildDocument(
  capture: Capture,
  metadata: ChosenMetadata,
  body: string,
  dom: readonly DomEvidence[],
): Document {
  const { title, language, ...rest } = metadata
  const head = title === null || title === '' ? null : title
  const text = head === null ? body : `${head}\n\n${body}`
  return {
    id: `sha256:${createHash('sha256').update(text).digest('hex')}`,
    captureId: `sha256:${capture.sha256}`,
    sourceId: capture.given.sourceId,
    ...rest,
    title: head,
    language: detectLanguage(text, language),
    text,
    lines: markLines(text, head, dom),
    sourceMap: [],
  }
}
