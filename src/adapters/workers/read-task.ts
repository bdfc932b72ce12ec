import { captureBytes } from '../../1-capture/capture-bytes.ts'
import type { GivenMetadata, InputFormat } from '../../model/capture.ts'
import type { Unreadable } from '../../model/document.ts'
import type { Gazetteer } from '../../model/gazetteer.ts'
import type { Coverage } from '../../model/reading.ts'
import { readCapture, type ReadOptions } from '../../pipeline.ts'

/** One document to be read; plain data, so that it can be handed to another thread. */
export interface ReadTask {
  readonly bytes: Uint8Array
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
}

export type ReadOutcome = ReadText | Unreadable

/** Reads one document in this thread. A fault of ours in one document is told as its outcome and ends nothing else. */
export function readTask(task: ReadTask, gazetteer: Gazetteer): ReadOutcome {
  try {
    const { bytes, format, charset, given, options } = task
    const result = readCapture(captureBytes(bytes, format, given, charset), gazetteer, options)
    if ('reason' in result) return result
    return { json: JSON.stringify(result), coverage: result.coverage, language: result.document.language }
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message).split('\n', 2).join(' ').trim() : String(error)
    return unread(task, 'crash', `The reader failed on this document (${what}). Please report it with the document.`)
  }
}

/** The outcome of a document that could not be read. */
export function unread(task: ReadTask, reason: Unreadable['reason'], message: string): Unreadable {
  return { sourceId: task.given.sourceId, reason, message }
}
