import fc from 'fast-check'
import { expect, test } from 'vitest'

import { tokenize } from './tokenize.ts'

test.each([
  ['40 soldiers[12] and men [note 4].', ['number 40', 'word soldiers', 'word and', 'word men', 'punct .']],
  [
    '[He] lost [4] of us.',
    ['punct [', 'word He', 'punct ]', 'word lost', 'punct [', 'number 4', 'punct ]', 'word of', 'word us', 'punct .'],
  ],
  ['Five people died.', ['word Five', 'word people', 'word died', 'punct .']],
  [
    '2,500 of 3.5 million, 12 March',
    ['number 2,500', 'word of', 'number 3.5', 'word million', 'punct ,', 'number 12', 'word March'],
  ],
  ["the U.S. army's Su-25", ['word the', 'word U.S.', 'word army', "clitic 's", 'word Su-25']],
  [
    'Ukraine’s “air-raid” didn’t',
    ['word Ukraine', 'clitic ’s', 'open “', 'word air-raid', 'close ”', 'word did', 'clitic n’t'],
  ],
  ['"No" and "yes"', ['open "', 'word No', 'close "', 'word and', 'open "', 'word yes', 'close "']],
  [
    'Čapljina--bridge (the 5th) $4',
    [
      'word Čapljina',
      'punct -',
      'punct -',
      'word bridge',
      'punct (',
      'word the',
      'number 5',
      'word th',
      'punct )',
      'punct $',
      'number 4',
    ],
  ],
])('%s', (text, expected) => {
  expect(tokenize(text, 0).map((token) => `${token.kind} ${token.text}`)).toEqual(expected)
})

test('lower is lower case with even apostrophes', () => {
  expect(tokenize('O’Brien KYIV don`t', 0).map(({ lower }) => lower)).toEqual(["o'brien", 'kyiv', 'don', "'", 't'])
})

test('every character that is not white space is in one token, however the text is mixed', () => {
  const piece = fc.constantFrom(...Array.from('aZ19 .,-\'’"“”`\u00a0éя💥\u0301'), "'s", 'U.S.', '2,500')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('')
      const tokens = tokenize(text, 7)
      expect(tokens.map((token) => token.text).join('')).toBe(text.replace(/\s/gu, ''))
      for (const token of tokens) expect(text.slice(token.start - 7, token.end - 7)).toBe(token.text)
    }),
  )
})
