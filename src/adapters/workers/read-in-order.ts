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
 * Takes items up to the window also while the caller is busy with a result, so that the readers do not stand still; no
 * further one while the window is full, so a slow reader slows the source down. An item larger than the window goes alone.
 * An error of the source comes after the results of the items before it.
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
  let isLeft = false
  let isDone = false
  let fault: { readonly error: unknown } | null = null
  const arrival = makeSignal()
  const room = makeSignal()

  async function takeItems(): Promise<void> {
    for (;;) {
      if (isLeft) return
      if (underway.length >= window.items || bytes >= window.bytes) {
        await room.wait()
        continue
      }
      const arrived = await iterator.next()
      if (arrived.done === true) return
      const item = arrived.value
      const result = read(item)
      result.catch(() => undefined)
      underway.push({ item, bytes: bytesOf(item), result })
      bytes += bytesOf(item)
      arrival.give()
    }
  }

  void takeItems()
    .catch((error: unknown) => {
      fault = { error }
    })
    .finally(() => {
      isDone = true
      arrival.give()
    })
  try {
    for (;;) {
      const head = underway[0]
      if (head === undefined) {
        if (isDone) break
        await arrival.wait()
        continue
      }
      const result = await head.result
      underway.shift()
      bytes -= head.bytes
      room.give()
      yield [head.item, result]
    }
    throwIfSet(fault)
  } finally {
    isLeft = true
    room.give()
    await iterator.return?.()
  }
}

function throwIfSet(fault: { readonly error: unknown } | null): void {
  if (fault !== null) throw fault.error
}

/** Lets one side wait until the other has given a sign since the last wait. */
function makeSignal(): { give(): void; wait(): Promise<void> } {
  let isGiven = false
  let wake = (): void => undefined
  return {
    give() {
      isGiven = true
      wake()
    },
    async wait() {
      if (!isGiven) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      isGiven = false
    },
  }
}
