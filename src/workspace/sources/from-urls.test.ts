import { createHash } from 'node:crypto'

import { expect, test } from 'vitest'

import type { Fetched, Fetcher } from '../../ports/fetcher.ts'
import type { Sourced } from '../ingest/source-item.ts'
import { fromUrls } from './from-urls.ts'

const FEED = 'https://outlet.example/feed.xml'
const SAID = { published: null, title: null, outlet: null }

/** Text in windows-1251; of other letters than those of ASCII only а to я. */
const inWindows1251 = (text: string): Buffer =>
  Buffer.from([...text].map((letter) => (letter < '\u0430' ? letter.charCodeAt(0) : letter.charCodeAt(0) - 0x350)))

function answer(url: string, payload: Buffer, contentType: string): Fetched {
  return {
    kind: 'fetched',
    receivedAt: '2024-05-01T12:00:00.000Z',
    payload,
    payloadSha256: createHash('sha256').update(payload).digest('hex'),
    validators: { etag: null, lastModified: null },
    http: {
      requestedUrl: url,
      finalUrl: url,
      redirects: [],
      method: 'GET',
      requestHeaders: [],
      status: 200,
      statusText: 'OK',
      responseHeaders: [['Content-Type', contentType]],
    },
  }
}

async function take(contentType: string, feed: Buffer): Promise<readonly string[]> {
  const asked: string[] = []
  const fetcher: Fetcher = {
    fetch: async ({ url }) => {
      asked.push(decodeURI(url))
      return url === FEED ? answer(url, feed, contentType) : answer(url, Buffer.from('Text.'), 'text/plain')
    },
    close: async () => undefined,
  }
  const store = { latestCapture: async () => null }
  const told: Sourced[] = []
  for await (const one of fromUrls([FEED], { fetcher, store, as: 'auto', newest: 10, said: SAID })) told.push(one)
  expect(told.map(({ kind }) => kind)).toEqual(['item'])
  return asked.slice(1)
}

test.each([
  ['application/rss+xml; charset=windows-1251', ''],
  ['application/rss+xml', '<?xml version="1.0" encoding="windows-1251"?>'],
])('an address in Cyrillic is asked for as it is written: %s %s', async (contentType, declaration) => {
  const feed = `${declaration}<rss version="2.0"><channel><title>t</title><item><link>https://outlet.example/новости/1</link></item></channel></rss>`
  expect(await take(contentType, inWindows1251(feed))).toEqual(['https://outlet.example/новости/1'])
})
