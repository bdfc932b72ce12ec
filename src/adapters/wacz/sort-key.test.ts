import { expect, test } from 'vitest'
import { getSurt } from 'warcio/utils'

import { sortKey } from './sort-key.ts'

test.each([
  ['https://www.Example.org/News/A?b=2&a=1', 'org,example)/news/a?a=1&b=2'],
  ['http://www2.example.org', 'org,example)/'],
  ['https://example.org:8443/x#part', 'org,example:8443)/x'],
  ['https://example.org/a b', 'org,example)/a%20b'],
  ['https://xn--e1afmkfd.example/ц', 'example,xn--e1afmkfd)/%d1%86'],
  ['https://192.0.2.7/', '7,2,0,192)/'],
  ['urn:example:note', 'urn:example:note'],
  ['ftp://example.org/A', 'ftp://example.org/A'],
])('%s is sorted under %s, as another indexer does (warcio)', (url, key) => {
  expect(sortKey(url).toLowerCase()).toBe(key.toLowerCase())
  expect(sortKey(url)).toBe(getSurt(url))
})

test('an address that is none has no blank in its key', () => {
  expect(sortKey('a b\nc')).toBe('a%20b%0Ac')
})
