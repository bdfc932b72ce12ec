import fc from 'fast-check'
import { expect, test } from 'vitest'

import { JsonList, jsonItem } from './json-list.ts'

test('written item by item a list is what it is when it is written at once', () => {
  fc.assert(
    fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue())), fc.string(), (items, word) => {
      const list = new JsonList({ type: word }, 'items')
      const text = [list.start(), ...items.map((item) => list.add(jsonItem(item))), list.end()].join('')
      expect(text).toBe(`${JSON.stringify({ type: word, items }, null, 2)}\n`)
    }),
  )
})
