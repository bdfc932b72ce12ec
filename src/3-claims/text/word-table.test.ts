import { expect, test } from 'vitest'

import { MAX_SPELLINGS, spellingOf } from './spellings.ts'
import { tokenize } from './tokenize.ts'
import { tabulate } from './word-table.ts'

test('a table asks once for each spelling and gives every token what its word has', () => {
  const asked: string[] = []
  const lengthOf = tabulate((lower) => {
    asked.push(lower)
    return lower.length
  })
  expect(tokenize('Quiet harbour, quiet harbour', 0).map(lengthOf)).toEqual([5, 7, 1, 5, 7])
  expect(asked).toEqual(['quiet', 'harbour', ',', 'quiet'])
})

test('words that come when no more spellings are remembered are read all the same', () => {
  for (let i = 0; i <= MAX_SPELLINGS; i++) spellingOf(`filler${i}`)
  const lengthOf = tabulate((lower) => lower.length)
  expect(spellingOf('Zyxwvut’s')).toEqual({ text: 'Zyxwvut’s', lower: "zyxwvut's", number: 0 })
  expect(tokenize('Zyxwvuts zyxwvuts', 0).map(lengthOf)).toEqual([8, 8])
})
