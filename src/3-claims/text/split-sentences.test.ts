import { expect, test } from 'vitest'

import { splitLine } from './split-sentences.ts'

const TABLE: readonly [line: string, sentences: readonly string[]][] = [
  ['Shells fell on the town. Four people died.', ['Shells fell on the town.', 'Four people died.']],
  ['Gen. Ivan Petrov said no one was hurt.', ['Gen. Ivan Petrov said no one was hurt.']],
  ['The U.S. Army denied it. "We hit a depot," it said.', ['The U.S. Army denied it.', '"We hit a depot," it said.']],
  ['“Leave at once!” he shouted. They ran.', ['“Leave at once!” he shouted.', 'They ran.']],
  ['The mayor confirmed it.Rescuers were on the way.', ['The mayor confirmed it.', 'Rescuers were on the way.']],
  ['Two were hurt. 4 people died later.', ['Two were hurt.', '4 people died later.']],
  ['Detachment No. 4 lost its way.', ['Detachment No. 4 lost its way.']],
  ['On Jan. 14 a missile hit the block.', ['On Jan. 14 a missile hit the block.']],
]

test.each(TABLE)('%s', (line, sentences) => {
  expect(splitLine(line).map(({ start, end }) => line.slice(start, end))).toEqual(sentences)
})

test('a sentence too long for prose is cut between words, so that no cost can grow with its square', () => {
  const line = `${'the shelling of the town went on and '.repeat(200)}at least 21,000 people fled`
  const sentences = splitLine(line).map(({ start, end }) => line.slice(start, end))
  expect(sentences.length).toBeGreaterThan(1)
  expect(Math.max(...sentences.map((sentence) => sentence.length))).toBeLessThanOrEqual(3000)
  expect(sentences.join(' ')).toBe(line)
  expect(sentences.at(-1)).toContain('at least 21,000 people fled')
})

test('a cut never falls inside a number or a character', () => {
  const line = `${'x'.repeat(2995)}1234567890${'💥'.repeat(4000)}`
  const sentences = splitLine(line).map(({ start, end }) => line.slice(start, end))
  expect(sentences.join('')).toBe(line)
  expect(sentences[0]).toBe('x'.repeat(2995))
  expect(sentences.filter((sentence) => /[\ud800-\udbff]$/.test(sentence))).toEqual([])
})
