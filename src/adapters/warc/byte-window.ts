import { open } from 'node:fs/promises'

/** Bytes read from a file at once: large enough that most records lie in it whole. */
const READ_BYTES = 1 << 20

/** Where the bytes of a window come from. */
export interface ByteSource {
  /** The bytes from `offset` on; asked for once unless the source can be read again. */
  chunks(offset: number): AsyncIterable<Uint8Array>
  /** Whether `chunks` may be asked for again, so that bytes that were read over can be looked at a second time. */
  readonly isSeekable: boolean
}

/** The part of a long row of bytes that is in memory: from the first unread byte on. */
export interface ByteWindow {
  /** Position of the first unread byte in the source. */
  offset(): number
  /** The unread bytes in memory; valid for as long as they are referred to. */
  bytes(): Buffer
  /** Reads on until at least `count` unread bytes are in memory; false when the source ends or fails before. */
  fill(count: number): Promise<boolean>
  /** Marks bytes in memory as read. */
  skip(count: number): void
  /** Goes back to an earlier position where that is still in memory or the source can be read again; false when not. */
  rewind(offset: number): Promise<boolean>
  /** What the source threw, after which it counts as ended; null when it did not. */
  failure(): unknown
  close(): Promise<void>
}

/** A file's bytes; can be read again from anywhere. */
export function bytesOfFile(path: string): ByteSource {
  return { chunks: (offset) => fileChunks(path, offset), isSeekable: true }
}

/** Bytes that come by once, such as standard input; `start` is the position of the first of them. */
export function bytesOfStream(chunks: AsyncIterable<Uint8Array>, start = 0): ByteSource {
  const skipTo = async function* (offset: number): AsyncGenerator<Uint8Array> {
    let position = start
    for await (const chunk of chunks) {
      const from = Math.max(0, offset - position)
      position += chunk.length
      if (from < chunk.length) yield chunk.subarray(from)
    }
  }
  return { chunks: skipTo, isSeekable: false }
}

async function* fileChunks(path: string, offset: number): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r')
  try {
    let position = offset
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(READ_BYTES), 0, READ_BYTES, position)
      if (bytesRead === 0) return
      position += bytesRead
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}

/** Opens a window at `offset`. It holds what was filled and not skipped, never more. */
export function openWindow(source: ByteSource, offset = 0): ByteWindow {
  let iterator: AsyncIterator<Uint8Array> | null = null
  /** What is in memory, of which the first `read` bytes were read. */
  let base: Buffer = Buffer.alloc(0)
  let read = 0
  let unread: Buffer = base
  /** Position of the first byte in memory. */
  let start = offset
  let hasEnded = false
  let failure: unknown = null

  const moveTo = (to: number): void => {
    read = to
    unread = base.subarray(to)
  }
  const fill = async (count: number): Promise<boolean> => {
    if (unread.length >= count) return true
    const parts: Uint8Array[] = [unread]
    let size = unread.length
    while (size < count && !hasEnded) {
      iterator ??= source.chunks(start + read + size)[Symbol.asyncIterator]()
      const next = await iterator.next().catch((error: unknown) => {
        failure = error
        return { done: true as const, value: undefined }
      })
      if (next.done === true) hasEnded = true
      else {
        parts.push(next.value)
        size += next.value.length
      }
    }
    if (parts.length > 1) {
      start += read
      base = joined(parts)
      moveTo(0)
    }
    return size >= count
  }
  const close = async (): Promise<void> => {
    await iterator?.return?.()
    iterator = null
  }
  return {
    offset: () => start + read,
    bytes: () => unread,
    fill,
    skip(count) {
      moveTo(read + count)
    },
    async rewind(to) {
      if (to >= start && to <= start + base.length) {
        moveTo(to - start)
        return true
      }
      if (!source.isSeekable) return false
      await close()
      base = Buffer.alloc(0)
      moveTo(0)
      hasEnded = false
      start = to
      return true
    },
    failure: () => failure,
    close,
  }
}

function joined(parts: readonly Uint8Array[]): Buffer {
  const full = parts.filter((part) => part.length > 0)
  const [first] = full
  if (full.length === 1 && first !== undefined) return Buffer.from(first.buffer, first.byteOffset, first.length)
  return Buffer.concat(full)
}
