/** How much may be on its way at once: what bounds the memory of a run of any length. */
export interface Window {
  readonly items: number
  readonly bytes: number
}

interface Underway<Item, Result> {
  readonly item: Item
  readonly bytes: number
  readonly result: Promise<Result>
}

/**
 * Reads items as they come and gives the results in the items' order, each as soon as it and all before it are done.
 *
 * Takes no further item while the window is full, so a slow reader slows the source down; an item larger than the
 * window goes alone.
 *
 * @param bytesOf  what an item adds to the window
 */
export async function* readInOrder<Item, Result>(
  items: AsyncIterable<Item>,
  read: (item: Item) => Promise<Result>,
  bytesOf: (item: Item) => number,
  window: Window,
): AsyncGenerator<readonly [Item, Result]> {
  const iterator = items[Symbol.asyncIterator]()
  const underway: Underway<Item, Result>[] = []
  let bytes = 0
  let next: Promise<IteratorResult<Item>> | null = null
  let isDone = false
  try {
    while (!isDone || underway.length > 0) {
      const hasRoom = !isDone && underway.length < window.items && bytes < window.bytes
      if (hasRoom) next ??= iterator.next()
      const head = underway[0]
      const arrived: IteratorResult<Item> | null = await firstOf(hasRoom ? next : null, head?.result)
      if (arrived === null) {
        if (head === undefined) continue
        underway.shift()
        bytes -= head.bytes
        yield [head.item, await head.result]
        continue
      }
      next = null
      if (arrived.done === true) {
        isDone = true
        continue
      }
      const item = arrived.value
      const result = read(item)
      result.catch(() => undefined)
      underway.push({ item, bytes: bytesOf(item), result })
      bytes += bytesOf(item)
    }
  } finally {
    await iterator.return?.()
  }
}

/** The next item if it is there first; null when the head's result is. */
async function firstOf<T>(next: Promise<T> | null, result: Promise<unknown> | undefined): Promise<T | null> {
  if (next === null) {
    await result
    return null
  }
  return result === undefined ? next : Promise.race([result.then(() => null), next])
}
