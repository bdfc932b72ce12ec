import { expect, test } from 'vitest'

import { startKeySet } from './key-set.ts'

test('a set of keys has what was added, also between additions, and nothing else', () => {
  const keys = startKeySet()
  expect(keys.has('key 0')).toBe(false)
  for (let i = 0; i < 1000; i++) {
    keys.add(`key ${i}`)
    if (i % 100 === 0)
      expect([keys.has(`key ${i}`), keys.has('key 0'), keys.has(`key ${i + 1}`)]).toEqual([true, true, false])
  }
  const found = Array.from({ length: 2000 }, (_, i) => keys.has(`key ${i}`))
  expect(found.map((isThere, i) => isThere === i < 1000)).toEqual(Array(2000).fill(true))
})
