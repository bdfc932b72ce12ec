import type { Capture } from '../../model/capture.ts'
import type { Unreadable } from '../../model/document.ts'
import { type Charset, findCharset } from './find-charset.ts'
import { recogniseBinary } from './recognise-binary.ts'

/** A capture's characters and how they came out of the bytes. */
export interface DecodedText {
  /** Every character of the source but the byte order mark; not normalised. */
  readonly text: string
  readonly charset: Charset
}

const UTF8 = new TextDecoder('utf-8')

/** Decodes a capture's bytes, or says why they are no text. */
export function decodeText(capture: Capture): DecodedText | Unreadable {
  const { bytes, given } = capture
  if (bytes.length === 0) return { sourceId: given.sourceId, reason: 'empty', message: 'The input is empty (0 bytes).' }
  const charset = findCharset(bytes, capture.format, capture.charset)
  const kind = recogniseBinary(bytes, charset.name.startsWith('utf-16'))
  if (kind !== null) {
    const message = `The input looks like ${kind}, not like text or HTML. Convert it to text first.`
    return { sourceId: given.sourceId, reason: 'binary', message }
  }
  const decoder = charset.name === 'utf-8' ? UTF8 : new TextDecoder(charset.name)
  return { text: decoder.decode(bytes), charset }
}
