/** When a batch is full. */
export interface BatchLimits {
  readonly items: number
  readonly bytes: number
  /** A batch that is not full is handed on when no further item comes for so long. */
  readonly waitMs: number
}

const WAITED = Symbol('waited')

/**
 * Gathers items into batches, in order: as large as the limits let them be while items come quickly, and without holding
 * an item back when they come slowly. An item larger than the limit makes a batch of its own.
 */
export async function* inBatches<T>(
  items: AsyncIterable<T>,
  bytesOf: (item: T) => number,
  limits: BatchLimits,
): AsyncGenerator<readonly T[]> {
  const iterator = items[Symbol.asyncIterator]()
  let batch: T[] = []
  let bytes = 0
  const take = (): readonly T[] => {
    const full = batch
    batch = []
    bytes = 0
    return full
  }
  try {
    let next = iterator.next()
    for (;;) {
      const arrived = batch.length === 0 ? await next : await firstOf(next, limits.waitMs)
      if (arrived === WAITED) {
        yield take()
        continue
      }
      if (arrived.done === true) break
      next = iterator.next()
      next.catch(() => undefined)
      const size = bytesOf(arrived.value)
      if (batch.length > 0 && bytes + size > limits.bytes) yield take()
      batch.push(arrived.value)
      bytes += size
      if (batch.length >= limits.items) yield take()
    }
    if (batch.length > 0) yield take()
  } finally {
    await iterator.return?.()
  }
}

async function firstOf<T>(next: Promise<T>, waitMs: number): Promise<T | typeof WAITED> {
  let timer: NodeJS.Timeout | undefined
  const waited = new Promise<typeof WAITED>((resolve) => {
    timer = setTimeout(resolve, waitMs, WAITED)
  })
  try {
    return await Promise.race([next, waited])
  } finally {
    clearTimeout(timer)
  }
}
