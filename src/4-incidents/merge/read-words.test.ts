import { expect, test } from 'vitest'

import { readNames, readWords } from './read-words.ts'

test.each([
  [
    'Police said the driver, Jan Novak, had lived alone in a small flat on Larkspur Avenue.',
    ['jan novak', 'larkspur avenue'],
  ],
  ['They asked Maria T. Silva, who had seen the shooting from a window.', ['maria silva']],
  // a state, or all of them, tells no story from another
  ['The arms came from the United States and Saudi Arabia.', []],
  ['Talks at the United Nations were put off.', []],
  ['NOBODY SAW JAN NOVAK.', []],
])('names in "%s": %j', (text, names) => {
  expect([...readNames(text, readWords(text))]).toEqual(names)
})
