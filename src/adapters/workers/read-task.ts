import { captureBytes } from '../../1-capture/capture-bytes.ts'
import type { GivenMetadata, InputFormat } from '../../model/capture.ts'
import type { Unreadable } from '../../model/document.ts'
import type { Gazetteer } from '../../model/gazetteer.ts'
import type { Coverage } from '../../model/reading.ts'
import { readCapture, type ReadOptions } from '../../pipeline.ts'

/** One document to be read; plain data, so that it can be handed to another thread. */
export interface ReadTask {
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes as received, hex, where `bytes` is a decoded copy of these; null where they are the same. */
  readonly sha256: string | null
  readonly format: InputFormat
  readonly charset: string | null
  readonly given: GivenMetadata
  readonly options: ReadOptions
}

/** A reading in the form that crosses threads cheapest, with what a caller needs without parsing it. */
export interface ReadText {
  /** The reading as JSON on one line, without a line break. */
  readonly json: string
  readonly coverage: Coverage
  readonly language: string | null
  /** How many claims it has. */
  readonly claims: number
}

export type ReadOutcome = ReadText | Unreadable

export function isUnreadable(outcome: object): outcome is Unreadable {
  return 'reason' in outcome
}

/** Reads one document in this thread. A fault of ours in one document is told as its outcome and ends nothing else. */
export function readTask(task: ReadTask, gazetteer: Gazetteer): ReadOutcome {
  try {
    const { bytes, sha256, format, charset, given, options } = task
    const capture = captureBytes(bytes, format, given, charset)
    const result = readCapture(sha256 === null ? capture : { ...capture, sha256 }, gazetteer, options)
    if ('reason' in result) return result
    const {
      coverage,
      claims,
      document: { language },
    } = result
    return { json: JSON.stringify(result), coverage, language, claims: claims.length }
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message).split('\n', 2).join(' ').trim() : String(error)
    return unread(task, 'crash', `The reader failed on this document (${what}). Please report it with the document.`)
  }
}

/** The outcome of a document that could not be read. */
export function unread(task: ReadTask, reason: Unreadable['reason'], message: string): Unreadable {
  return { sourceId: task.given.sourceId, reason, message }
}
