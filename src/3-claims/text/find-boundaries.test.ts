import fc from 'fast-check'
import { expect, test } from 'vitest'

import { findBoundaries } from './find-boundaries.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
const segmented = (text: string): number[] =>
  Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length)

test.each([
  ['Shells fell. Four died.', ['Shells fell. ', 'Four died.']],
  ['It cost 3.5 million. “Why?” he asked.', ['It cost 3.5 million. ', '“Why?” ', 'he asked.']],
  ['The U.S. army left... and came back.', ['The U.S. army left... and came back.']],
  [
    'He said: "Go!" They went (all of them.) Then — nothing.',
    ['He said: "Go!" ', 'They went (all of them.) ', 'Then — nothing.'],
  ],
])('%s', (text, sentences) => {
  const ends = findBoundaries(text)
  expect(ends.map((end, i) => text.slice(ends[i - 1] ?? 0, end))).toEqual(sentences)
})

test('text of known signs is cut where the segmenter cuts it', () => {
  const sign = fc.constantFrom(...Array.from('aB1 .!?,:;-–—‘’“”"\'()[]{}/%$&_@#*<=>|~^`+\\'), '. ', ' A', 'a', ' ')
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
      expect(findBoundaries(signs.join(''))).toEqual(segmented(signs.join('')))
    }),
    { numRuns: 3000 },
  )
})

test('any text is cut where the segmenter cuts it, line breaks aside', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(findBoundaries(text)).toEqual(segmented(text.replace(/[\r\n]/gu, ' ')))
    }),
  )
})
