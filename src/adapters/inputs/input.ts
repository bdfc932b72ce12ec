import type { GivenMetadata, InputFormat } from '../../model/capture.ts'

/** What the user asked for about the inputs. */
export interface InputOptions {
  readonly format: 'auto' | InputFormat | 'jsonl' | 'warc'
  /** Said of every document that does not say it itself. */
  readonly published: string | null
  readonly title: string | null
  readonly url: string | null
  readonly outlet: string | null
  /** A document with more bytes is refused. */
  readonly maxBytes: number
}

/** One document's bytes on their way to the pipeline. */
export interface DocumentInput {
  readonly kind: 'document'
  /** Whether it is a whole file (or all of standard input), a line of one, or a record of a web archive. */
  readonly way: 'file' | 'jsonl' | 'warc'
  /** How messages name it: the path, "standard input", or either with a line number. */
  readonly label: string
  readonly bytes: Uint8Array
  readonly format: InputFormat | 'pdf'
  readonly charset: string | null
  readonly given: GivenMetadata
}

/** Something that was asked for and could not be read; never dropped silently. */
export interface InputFault {
  readonly kind: 'fault'
  readonly label: string
  /** What is wrong, and what to do about it. */
  readonly message: string
}

/** Something the reader of the output must know about an input that is read all the same. */
export interface InputNote {
  readonly kind: 'note'
  readonly label: string
  readonly message: string
  /** Whether part of the input was bad (the run then ends as partial). */
  readonly isFault: boolean
}

export type Input = DocumentInput | InputFault | InputNote
