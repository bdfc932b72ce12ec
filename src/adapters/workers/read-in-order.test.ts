import fc from 'fast-check'
import { expect, test } from 'vitest'

import { readInOrder } from './read-in-order.ts'

async function* from<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}
const WINDOW = { items: 4, bytes: 100 }

test('property: the results come in the order of the items, whatever each takes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 3 }), { maxLength: 40 }), async (delays) => {
      const read = async (ms: number) => {
        for (let i = 0; i < ms; i++) await new Promise((resolve) => setImmediate(resolve))
        return ms
      }
      const seen: number[] = []
      for await (const [item, result] of readInOrder(from(delays), read, () => 1, WINDOW)) {
        expect(result).toBe(item)
        seen.push(item)
      }
      expect(seen).toEqual(delays)
    }),
    { numRuns: 50 },
  )
})

test.each([
  ['items', 1, 4],
  ['bytes', 30, 4],
  ['bytes, an item larger than the window going alone', 1000, 1],
])('no more than the window is underway: %s', async (_, bytes, most) => {
  let underway = 0
  let peak = 0
  const read = async () => {
    peak = Math.max(peak, ++underway)
    await new Promise((resolve) => setTimeout(resolve, 2))
    underway--
  }
  const items = Array.from({ length: 20 }, (__, i) => i)
  for await (const [item] of readInOrder(from(items), read, () => bytes, WINDOW)) expect(item).toBeTypeOf('number')
  expect(peak).toBe(most)
})

test('a result does not wait for an item that is not there yet', async () => {
  async function* slow(): AsyncGenerator<string> {
    yield 'first'
    await new Promise(() => undefined)
  }
  const results = readInOrder(
    slow(),
    (item) => Promise.resolve(`${item} read`),
    () => 1,
    WINDOW,
  )
  expect((await results.next()).value).toEqual(['first', 'first read'])
})

test('an error while reading reaches the caller', async () => {
  const results = readInOrder(
    from([1]),
    () => Promise.reject(new Error('broken')),
    () => 1,
    WINDOW,
  )
  await expect(results.next()).rejects.toThrow('broken')
})
