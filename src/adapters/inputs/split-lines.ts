/** One line of a byte stream, without its line break; `bytes` is null for a line over the limit. */
export interface ByteLine {
  /** Counted from 1. */
  readonly number: number
  readonly bytes: Uint8Array | null
}

const LINE_FEED = 0x0a

/**
 * Cuts a byte stream into lines, holding at most one line of at most `maxBytes` bytes at a time.
 *
 * A longer line is passed over without being kept and comes out with null bytes.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<ByteLine> {
  let number = 1
  let held: Uint8Array[] = []
  let heldBytes = 0
  const take = (part: Uint8Array): void => {
    heldBytes += part.length
    if (heldBytes > maxBytes) held = []
    else if (part.length > 0) held.push(part)
  }
  const line = (): ByteLine => {
    const result = { number, bytes: heldBytes > maxBytes ? null : Buffer.concat(held) }
    number++
    held = []
    heldBytes = 0
    return result
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, from)) {
      take(chunk.subarray(from, at))
      from = at + 1
      yield line()
    }
    take(chunk.subarray(from))
  }
  if (heldBytes > 0) yield line()
}
