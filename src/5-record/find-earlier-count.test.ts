import { expect, test } from 'vitest'

import { isEarlierCount } from './find-earlier-count.ts'

test.each<[string, string, boolean]>([
  ['The toll rose from 58 to 72, the ministry said.', '58', true],
  ['The toll rose from 58 to 72, the ministry said.', '72', false],
  ['At least 86 people died, up from 72 on Wednesday.', '72', true],
  ['The ministry put the dead at 40, from an earlier count of 31.', '31', true],
  ['The group first reported 58 dead on Tuesday and 72 on Wednesday.', '72', true],
  ['Officials had said 12 people were killed.', '12', true],
  ['Officials had said 12 people were killed but now speak of 15 dead.', '15', false],
  ['Initial reports spoke of 20 dead.', '20', true],
  ['Earlier on Monday, shelling killed 12 people in the village.', '12', false],
  ['The mayor said 12 people were killed.', '12', false],
])('%s: %s', (text, count, expected) => {
  const start = text.indexOf(count)
  const evidence = {
    start,
    end: start + count.length,
    exact: count,
    prefix: '',
    suffix: '',
    sentence: { start: 0, end: text.length },
  }
  expect(isEarlierCount(text, evidence)).toBe(expected)
})
