import { expect, test } from 'vitest'

import { splitLine } from './split-sentences.ts'

const TABLE: readonly [line: string, sentences: readonly string[]][] = [
  ['Shells fell on the town. Four people died.', ['Shells fell on the town.', 'Four people died.']],
  ['Gen. Ivan Petrov said no one was hurt.', ['Gen. Ivan Petrov said no one was hurt.']],
  ['The U.S. Army denied it. "We hit a depot," it said.', ['The U.S. Army denied it.', '"We hit a depot," it said.']],
  ['“Leave at once!” he shouted. They ran.', ['“Leave at once!” he shouted.', 'They ran.']],
  ['The mayor confirmed it.Rescuers were on the way.', ['The mayor confirmed it.', 'Rescuers were on the way.']],
  ['On Jan. 14 a missile hit the block.', ['On Jan. 14 a missile hit the block.']],
]

test.each(TABLE)('%s', (line, sentences) => {
  expect(splitLine(line).map(({ start, end }) => line.slice(start, end))).toEqual(sentences)
})
