import { expect, test } from 'vitest'

import { decodeEntities } from './decode-entities.ts'

test.each([
  ['K&uuml;hlt&uuml;rme &amp; Co', 'Kühltürme & Co'],
  ['Kohberger&#8217;s &#x2014; 5 < 6', 'Kohberger’s — 5 < 6'],
  ['AT&T and R&D; nothing', 'AT&T and R&D; nothing'],
  ['<b>bold</b> &lt;i&gt;', '<b>bold</b> <i>'],
  ['no reference', 'no reference'],
])('%s', (text, decoded) => {
  expect(decodeEntities(text)).toBe(decoded)
})
