import fc from 'fast-check'
import { expect, test } from 'vitest'

import { countWords, holdsWords, WORD } from './count-words.ts'

test.each([
  ['Shells fell on the town.', 5],
  ["The army's Su-25s -- 3 of them", 6],
  ['Ґрунт і хліб, “Čapljina”', 4],
  ['…', 0],
])('%s', (text, words) => {
  expect(countWords(text)).toBe(words)
})

test('as many of the words as asked for stand in the text, in whatever case', () => {
  const words = new Set(['the', 'of', 'là'])
  expect(holdsWords('The road of the town', words, 3)).toBe(true)
  expect(holdsWords('The road of the town', words, 4)).toBe(false)
  expect(holdsWords('Là, the road', words, 2)).toBe(true)
})

test('ASCII is counted as the pattern counts it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
      const words = text.match(WORD) ?? []
      expect(countWords(text)).toBe(words.length)
      expect(holdsWords(text, new Set(words.map((word) => word.toLowerCase())), words.length)).toBe(true)
    }),
  )
})
