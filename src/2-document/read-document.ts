import { hash } from 'node:crypto'

import type { Capture } from '../model/capture.ts'
import type { Document, Line, SourceRun, Unreadable } from '../model/document.ts'
import { type DecodedText, decodeText } from './decode/decode-text.ts'
import { detectLanguage } from './detect-language.ts'
import type { Extractor } from './html/extract-main-text.ts'
import { readPage } from './html/read-page.ts'
import { markLines } from './lines/mark-lines.ts'
import { chooseMetadata, type ChosenMetadata } from './metadata/choose-metadata.ts'
import { findDateline } from './metadata/find-dateline.ts'
import { mapBlocks, mapPlainText } from './source/map-source.ts'

export interface ReadOptions {
  /** How the main text of a page is found; `confirmed` by default. A page that ran out of time may be tried with `fast`. */
  readonly extractor?: Extractor
  /** Also maps the text back to the capture's bytes (`sourceMap`); off by default, as bulk runs do not need it. */
  readonly mapSource?: boolean
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
  return capture.format === 'text' ? readPlainText(capture, decoded, options) : readHtml(capture, decoded, options)
}

/** Plain text keeps its characters; a title is only what is given. */
function readPlainText(capture: Capture, decoded: DecodedText, options: ReadOptions): Document {
  const metadata = withDateline(chooseMetadata(capture.given, []), decoded.text)
  const { text, bodyStart } = joinText(metadata.title, decoded.text)
  const sourceMap = options.mapSource === true ? mapPlainText(decoded, capture.bytes.length, bodyStart) : []
  return buildDocument(capture, metadata, { text, lines: markLines(text, metadata.title), sourceMap })
}

function readHtml(capture: Capture, decoded: DecodedText, options: ReadOptions): Document | Unreadable {
  const page = readPage(decoded.text, capture.given, options.extractor ?? 'confirmed', options.mapSource === true)
  if (page.blocks.length === 0) {
    const message = 'No text of an article was found in the page. If scripts build the page, capture it after they ran.'
    return { sourceId: capture.given.sourceId, reason: 'no-text', message }
  }
  const body = page.blocks.map((block) => block.text).join('\n')
  const metadata = withDateline(withDateline(page.metadata, page.head), body)
  const { text, bodyStart } = joinText(metadata.title, body)
  let at = bodyStart
  const placed = page.blocks.map((block) => {
    const start = at
    at += block.text.length + 1
    return { block, start }
  })
  const dom = placed.map(({ block, start }) => {
    const { tag, linkDensity, container, postedAt } = block
    return { start, end: start + block.text.length, tag, linkDensity, container, postedAt }
  })
  const sourceMap = options.mapSource === true ? mapBlocks(decoded, capture.bytes.length, placed) : []
  return buildDocument(capture, metadata, { text, lines: markLines(text, metadata.title, dom), sourceMap })
}

/** Title, blank line, body. */
function joinText(title: string | null, body: string): { readonly text: string; readonly bodyStart: number } {
  return title === null ? { text: body, bodyStart: 0 } : { text: `${title}\n\n${body}`, bodyStart: title.length + 2 }
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
  content: { readonly text: string; readonly lines: readonly Line[]; readonly sourceMap: readonly SourceRun[] },
): Document {
  return {
    id: `sha256:${hash('sha256', content.text, 'hex')}`,
    captureId: `sha256:${capture.sha256}`,
    sourceId: capture.given.sourceId,
    title: metadata.title,
    outlet: metadata.outlet,
    byline: metadata.byline,
    url: metadata.url,
    publishedAt: metadata.publishedAt,
    publishedFrom: metadata.publishedFrom,
    modifiedAt: metadata.modifiedAt,
    language: detectLanguage(content.text, metadata.language),
    text: content.text,
    lines: content.lines,
    sourceMap: content.sourceMap,
  }
}
