import { expect, test } from 'vitest'

import { labelUrl } from './label-url.ts'

test.each([
  ['https://outlet.example/a?b=1', 'https://outlet.example/a?b=1'],
  ['https://user:pass@outlet.example:8443/a', 'https://outlet.example:8443/a'],
  ['https://outlet.example/feed?token=abc&page=2', 'https://outlet.example/feed?token=…&page=2'],
  ['https://outlet.example/?API-KEY=abc', 'https://outlet.example/?API-KEY=…'],
  ['https://outlet.example/?X-Amz-Signature=abc&id=7', 'https://outlet.example/?X-Amz-Signature=…&id=7'],
  ['https://outlet.example/?%74oken=abc', 'https://outlet.example/?%74oken=…'],
  ['https://outlet.example/?%=1', 'https://outlet.example/?%=1'],
  ['https://outlet.example/a#access_token=abc', 'https://outlet.example/a'],
  ['https://outlet.example/a\u001b[31m', 'https://outlet.example/a%1B[31m'],
  ['no url with a secret', '(not a URL)'],
])('%s is named %s', (url, label) => {
  expect(labelUrl(url)).toBe(label)
})

test('a long URL is cut', () => {
  expect(labelUrl(`https://outlet.example/${'a'.repeat(1000)}`).length).toBe(301)
})
