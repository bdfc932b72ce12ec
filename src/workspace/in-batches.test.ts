import fc from 'fast-check'
import { expect, test } from 'vitest'

import { inBatches } from './in-batches.ts'

const LIMITS = { items: 3, bytes: 10, waitMs: 20 }

async function* from(items: readonly number[], pauseBefore: ReadonlySet<number> = new Set()): AsyncGenerator<number> {
  for (const [i, item] of items.entries()) {
    if (pauseBefore.has(i)) await new Promise((resolve) => setTimeout(resolve, 60))
    yield item
  }
}
async function gather(items: AsyncIterable<number>): Promise<readonly (readonly number[])[]> {
  const batches: (readonly number[])[] = []
  for await (const batch of inBatches(items, (bytes) => bytes, LIMITS)) batches.push(batch)
  return batches
}

test.each<[string, readonly number[], readonly (readonly number[])[]]>([
  ['nothing', [], []],
  [
    'by number',
    [1, 1, 1, 1, 1],
    [
      [1, 1, 1],
      [1, 1],
    ],
  ],
  ['by bytes', [6, 6, 3], [[6], [6, 3]]],
  ['an item over the limit goes alone', [1, 50, 1], [[1], [50], [1]]],
])('%s', async (_, items, batches) => {
  expect(await gather(from(items))).toEqual(batches)
})

test('an item is not held back when the next one is slow', async () => {
  expect(await gather(from([1, 1, 1], new Set([2])))).toEqual([[1, 1], [1]])
})

test('property: all items, in order, in batches within the limits', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 15 }), { maxLength: 40 }), async (items) => {
      const batches = await gather(from(items))
      expect(batches.flat()).toEqual(items)
      for (const batch of batches) {
        expect(batch.length).toBeLessThanOrEqual(LIMITS.items)
        const bytes = batch.reduce((sum, item) => sum + item, 0)
        expect(batch.length === 1 || bytes <= LIMITS.bytes).toBe(true)
      }
    }),
    { numRuns: 50 },
  )
})

test('a source that fails passes its error on, and what came before it', async () => {
  async function* failing(): AsyncGenerator<number> {
    yield 1
    throw new Error('broken')
  }
  await expect(gather(failing())).rejects.toThrow('broken')
})
