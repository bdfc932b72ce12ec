import { crc32, createInflateRaw } from 'node:zlib'

import type { ByteWindow } from './byte-window.ts'
import { GZIP_TRAILER_BYTES, matchesTrailer } from './gzip-member.ts'

/** Compressed bytes fed at once; each may grow about a thousandfold, all of it held for a moment. */
const PIECE_BYTES = 1 << 15
const OUTPUT_CHUNK_BYTES = 1 << 17
/** No honest text, picture or film of this size compresses better than this; DEFLATE itself ends at 1032. */
const BOMB_RATIO = 250
const BOMB_FLOOR_BYTES = 1 << 26

/** How a streamed gzip member ended. After a wrong checksum the window stands at the trailer. */
export type MemberEnd = 'whole' | 'truncated' | 'damaged' | 'wrong-checksum' | 'bomb'

/** A gzip member that is inflated as it is read. */
export interface StreamedMember {
  readonly chunks: AsyncIterable<Buffer>
  /** How it ended; null before `chunks` did. */
  end(): MemberEnd | null
}

/**
 * Inflates the gzip member at the head of the window and reads it over, its trailer with it. Holds no more than a piece.
 *
 * @param headerLength  length of its gzip header, which lies in the window
 */
export function streamMember(window: ByteWindow, headerLength: number): StreamedMember {
  let end: MemberEnd | null = null
  return {
    chunks: inflate(window, headerLength, (how) => {
      end = how
    }),
    end: () => end,
  }
}

async function* inflate(
  window: ByteWindow,
  headerLength: number,
  finish: (end: MemberEnd) => void,
): AsyncGenerator<Buffer> {
  const engine = createInflateRaw({ chunkSize: OUTPUT_CHUNK_BYTES })
  let ready: Buffer[] = []
  let hasFailed = false
  const over = new Promise<void>((resolve) => engine.on('close', resolve).on('end', resolve))
  engine.on('data', (chunk: Buffer) => ready.push(chunk))
  engine.on('error', () => {
    hasFailed = true
  })
  let fed = 0
  let crc = 0
  let size = 0
  const take = (): Buffer[] => {
    const taken = ready
    ready = []
    for (const chunk of taken) {
      crc = crc32(chunk, crc)
      size += chunk.length
    }
    return taken
  }
  try {
    window.skip(headerLength)
    for (let hasEnded = false; !hasEnded;) {
      if (!(await window.fill(1))) return finish('truncated')
      const piece = window.bytes().subarray(0, PIECE_BYTES)
      await Promise.race([new Promise<void>((resolve) => engine.write(piece, () => resolve())), over])
      if (hasFailed) return finish('damaged')
      const consumed = engine.bytesWritten - fed
      hasEnded = consumed < piece.length
      fed += consumed
      window.skip(consumed)
      if (hasEnded) await over
      yield* take()
      if (size > BOMB_FLOOR_BYTES && size > fed * BOMB_RATIO) return finish('bomb')
    }
    if (!(await window.fill(GZIP_TRAILER_BYTES))) return finish('truncated')
    const isRight = matchesTrailer(window.bytes().subarray(0, GZIP_TRAILER_BYTES), crc, size)
    if (isRight) window.skip(GZIP_TRAILER_BYTES)
    return finish(isRight ? 'whole' : 'wrong-checksum')
  } finally {
    engine.destroy()
  }
}
