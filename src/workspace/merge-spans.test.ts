import { expect, test } from 'vitest'

import { mergeSpans } from './merge-spans.ts'

type Span = readonly [file: string, offset: number, length: number]

test.each<{ what: string; added: readonly Span[]; merged: readonly Span[] }>([
  { what: 'nothing', added: [], merged: [] },
  {
    what: 'one behind the other',
    added: [
      ['a', 0, 10],
      ['a', 10, 5],
      ['a', 15, 1],
    ],
    merged: [['a', 0, 16]],
  },
  {
    what: 'two files in turn',
    added: [
      ['a', 0, 10],
      ['b', 0, 7],
      ['a', 10, 5],
      ['b', 7, 3],
    ],
    merged: [
      ['a', 0, 15],
      ['b', 0, 10],
    ],
  },
  {
    what: 'a gap stays one',
    added: [
      ['a', 0, 10],
      ['a', 11, 5],
    ],
    merged: [
      ['a', 0, 10],
      ['a', 11, 5],
    ],
  },
  {
    what: 'the same span twice, and one that overlaps',
    added: [
      ['a', 0, 10],
      ['a', 0, 10],
      ['a', 5, 10],
    ],
    merged: [
      ['a', 0, 10],
      ['a', 0, 10],
      ['a', 5, 10],
    ],
  },
])('$what', ({ added, merged }) => {
  const spans = mergeSpans()
  for (const [file, offset, length] of added) spans.add({ file, offset, length, sha256: 'f'.repeat(64) })
  expect(spans.all().map(({ file, offset, length }) => [file, offset, length])).toEqual(merged)
})
