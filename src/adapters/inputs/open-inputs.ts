import { createReadStream } from 'node:fs'

import { detectFormat, type DetectedFormat } from './detect-format.ts'
import type { Input, InputFault, InputOptions } from './input.ts'
import { bytesOfFile, bytesOfStream } from '../warc/byte-window.ts'
import { listFiles, systemFault, type ListedFile } from './list-files.ts'
import { openWacz, openWarc } from './open-warc.ts'
import { parseLine } from './parse-line.ts'
import { splitLines } from './split-lines.ts'

type Chunks = AsyncIterable<Uint8Array>

const STANDARD_INPUT = 'standard input'

/**
 * Opens what the user named, in order: files, directories (in full) and "-" for standard input.
 *
 * Streams: at most one document is held at a time, and of a JSONL file one line. What cannot be read comes out as a
 * fault in its place.
 *
 * @param stdin  the bytes of standard input, read only where the paths name "-"
 */
export async function* openInputs(
  paths: readonly string[],
  options: InputOptions,
  stdin: Chunks,
): AsyncGenerator<Input> {
  for (const path of paths) {
    if (path === '-') {
      yield* guarded(STANDARD_INPUT, openStream(stdin, null, options))
      continue
    }
    for await (const entry of listFiles([path])) {
      if (entry.kind === 'file') yield* guarded(entry.path, openFile(entry, options))
      else yield entry
    }
  }
}

/** Turns what the system refuses while reading into a fault. */
async function* guarded(label: string, inputs: AsyncGenerator<Input>): AsyncGenerator<Input> {
  try {
    yield* inputs
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    yield systemFault(label, error)
  }
}

async function* openFile(file: ListedFile, options: InputOptions): AsyncGenerator<Input> {
  yield* openStream(createReadStream(file.path), file, options)
}

async function* openStream(stream: Chunks, file: ListedFile | null, options: InputOptions): AsyncGenerator<Input> {
  const label = file?.path ?? STANDARD_INPUT
  const { head, chunks, close } = await withHead(stream)
  try {
    const detected = detectFormat(file?.path ?? null, head)
    const isPackage = detected === 'wacz' && options.format === 'warc'
    const format = options.format === 'auto' || isPackage ? detected : options.format
    if (typeof format === 'object') yield fault(label, `is ${format.what}. ${format.advice}`)
    else if (format === 'warc')
      yield* openWarc(file === null ? bytesOfStream(chunks) : bytesOfFile(file.path), label, options)
    else if (format === 'wacz') yield* file === null ? onlyFile(label) : openWacz(file.path, options)
    else if (format === 'jsonl') yield* readLines(chunks, label, options)
    else if (file !== null && file.size > options.maxBytes) yield tooLarge(label, file.size, options.maxBytes)
    else yield await readWhole(chunks, { label, path: file?.path ?? null, format }, options)
  } finally {
    await close()
  }
}

async function* readLines(chunks: Chunks, source: string, options: InputOptions): AsyncGenerator<Input> {
  let isFirst = true
  for await (const { number, bytes } of splitLines(chunks, options.maxBytes)) {
    const label = `${source}, line ${number}`
    if (bytes === null) {
      yield fault(
        label,
        `too-large: the line has more than ${options.maxBytes} bytes. Raise the limit with --max-bytes.`,
      )
      continue
    }
    const content = isFirst ? withoutByteOrderMark(bytes) : bytes
    isFirst = false
    if (!isBlank(content)) yield* parseLine(content, label, options)
  }
}

interface Whole {
  readonly label: string
  readonly path: string | null
  readonly format: Exclude<DetectedFormat, object | 'jsonl' | 'warc' | 'wacz'>
}

async function readWhole(chunks: Chunks, whole: Whole, options: InputOptions): Promise<Input> {
  const { label, path, format } = whole
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > options.maxBytes) return tooLarge(label, null, options.maxBytes)
    parts.push(chunk)
  }
  const { published, title, url, outlet } = options
  const given = { sourceId: path, title, published, url, outlet }
  return { kind: 'document', way: 'file', label, bytes: Buffer.concat(parts), format, charset: null, given }
}

interface Opened {
  readonly head: Uint8Array
  readonly chunks: Chunks
  close(): Promise<void>
}

/** Looks at the first chunk and gives the stream back as if untouched. */
async function withHead(stream: Chunks): Promise<Opened> {
  const iterator = stream[Symbol.asyncIterator]()
  const first = await iterator.next()
  const head = first.done === true ? new Uint8Array() : first.value
  async function* all(): AsyncGenerator<Uint8Array> {
    yield head
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value
  }
  const close = async (): Promise<void> => {
    await iterator.return?.()
  }
  return { head, chunks: all(), close }
}

function withoutByteOrderMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)
}

function tooLarge(label: string, size: number | null, maxBytes: number): InputFault {
  const has = size === null ? `more than ${maxBytes} bytes` : `${size} bytes, more than the limit of ${maxBytes}`
  return fault(label, `too-large: it has ${has}. Raise the limit with --max-bytes, or cut it into documents.`)
}

function* onlyFile(label: string): Generator<InputFault> {
  yield fault(label, 'is a WACZ package, which is read from its end. Save it as a file and name that.')
}

function fault(label: string, message: string): InputFault {
  return { kind: 'fault', label, message }
}
