import { expect, test } from 'vitest'

import type { ReceivedItem } from '../model/archived.ts'
import { captureIdOf } from './capture-id.ts'

const GIVEN = { sourceId: 'reports/a.txt', title: null, published: null, url: null, outlet: null }
const FILE: ReceivedItem = {
  way: 'file',
  resource: 'file:reports/a.txt',
  receivedAt: '2022-05-24T10:00:00.000Z',
  payload: new Uint8Array([1]),
  payloadSha256: 'aa',
  mediaType: 'text/plain',
  charset: null,
  given: GIVEN,
  http: null,
}
const LINE: ReceivedItem = { ...FILE, way: 'jsonl', given: { ...GIVEN, sourceId: '7' } }
const PAGE: ReceivedItem = { ...FILE, way: 'url', resource: 'https://harbour-wire.example/1' }

test.each<[string, ReceivedItem, ReceivedItem, boolean]>([
  ['a file that moved', FILE, { ...FILE, resource: 'file:b.txt', given: { ...GIVEN, sourceId: 'b.txt' } }, true],
  ['a file taken in later', FILE, { ...FILE, receivedAt: '2023-01-01T00:00:00.000Z' }, true],
  ['other bytes', FILE, { ...FILE, payloadSha256: 'bb' }, false],
  ['another outlet said of the same bytes', FILE, { ...FILE, given: { ...GIVEN, outlet: 'x.example' } }, false],
  ['a line with another id', LINE, { ...LINE, given: { ...GIVEN, sourceId: '8' } }, false],
  ['the same line in another file', LINE, { ...LINE, resource: 'urn:cairn:line:other' }, true],
  ['a page fetched again', PAGE, { ...PAGE, receivedAt: '2022-05-24T11:00:00.000Z' }, false],
  ['the same fetch from an archive', PAGE, { ...PAGE, way: 'warc' }, true],
])('%s', (_, a, b, isSame) => {
  expect(captureIdOf(a) === captureIdOf(b)).toBe(isSame)
})
