import type { FileHandle } from 'node:fs/promises'

const CHUNK_BYTES = 1 << 20
/** No line of ours is nearly as long: a longer one is damage, and is given in pieces so that memory stays bounded. */
const MAX_LINE_BYTES = 64 << 20

/** A line of a file. */
export interface FileLine {
  /** Without the newline. */
  readonly bytes: Buffer
  /** Byte offset behind the newline. */
  readonly end: number
  /** Whether a newline ends it; only the last line of a file can lack one. */
  readonly isComplete: boolean
}

/** Lines of a file from byte `start` on, as far as it reaches now. */
export async function* readLines(file: FileHandle, start: number): AsyncGenerator<FileLine> {
  const { size } = await file.stat()
  let position = start
  let rest = Buffer.alloc(0)
  let offset = start
  while (position < size) {
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, size - position))
    const { bytesRead } = await file.read(chunk, 0, chunk.length, position)
    if (bytesRead === 0) break
    position += bytesRead
    const bytes = rest.length === 0 ? chunk.subarray(0, bytesRead) : Buffer.concat([rest, chunk.subarray(0, bytesRead)])
    let from = 0
    for (let to = bytes.indexOf(10, rest.length); to >= 0; to = bytes.indexOf(10, from)) {
      offset += to + 1 - from
      yield { bytes: bytes.subarray(from, to), end: offset, isComplete: true }
      from = to + 1
    }
    rest = bytes.subarray(from)
    if (rest.length > MAX_LINE_BYTES) {
      offset += rest.length
      yield { bytes: rest, end: offset, isComplete: true }
      rest = Buffer.alloc(0)
    }
  }
  if (rest.length > 0) yield { bytes: rest, end: offset + rest.length, isComplete: false }
}
