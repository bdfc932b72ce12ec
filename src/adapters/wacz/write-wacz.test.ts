import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'

import { beforeAll, describe, expect, test } from 'vitest'
import { fromBuffer, type Entry } from 'yauzl'

import { gzipEach, makeRecord, makeResponse } from '../../../test/support/make-warc.ts'
import { writeWacz, type WaczContent, type WaczFile } from './write-wacz.ts'

const PAGE = '<p>Two houses burned down in Huliaipole, the rescue service said.</p>'
const WARC = gzipEach([
  makeRecord({
    type: 'warcinfo',
    id: 'urn:info',
    uri: null,
    content: 'software: test\r\n',
    contentType: 'application/warc-fields',
  }),
  makeRecord({ id: 'urn:z', uri: 'https://www.Zeta.example/News?b=2&a=1', content: makeResponse(PAGE) }),
  makeRecord({ id: 'urn:a', uri: 'https://alpha.example/', content: makeResponse('gone', {}, 404) }),
  makeRecord({ id: 'urn:r', type: 'resource', uri: 'urn:example:note', content: 'a note', contentType: 'text/plain' }),
])
const fileOf = (name: string, bytes: Buffer): WaczFile => ({
  name,
  async *chunks() {
    yield bytes.subarray(0, 100)
    yield bytes.subarray(100)
  },
})
const CONTENT: WaczContent = {
  title: 'A test',
  description: null,
  created: '2026-11-22T10:00:00Z',
  software: 'cairn/test',
  warcs: [fileOf('data.warc.gz', WARC)],
  pages: null,
  extra: [fileOf('proof/note.txt', Buffer.from('inclusion'))],
}

async function bytesOf(content: WaczContent): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of writeWacz(content)) parts.push(part)
  return Buffer.concat(parts)
}
async function unzip(bytes: Buffer): Promise<ReadonlyMap<string, { readonly entry: Entry; readonly content: Buffer }>> {
  const zip = await new Promise<import('yauzl').ZipFile>((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true }, (error, file) => (error === null ? resolve(file) : reject(error))),
  )
  const files = new Map<string, { entry: Entry; content: Buffer }>()
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = []
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer)
    files.set(entry.fileName, { entry, content: Buffer.concat(parts) })
  }
  return files
}

describe('a WACZ package', () => {
  let bytes: Buffer
  let files: Awaited<ReturnType<typeof unzip>>
  const text = (path: string): string => files.get(path)?.content.toString() ?? ''
  beforeAll(async () => {
    bytes = await bytesOf(CONTENT)
    files = await unzip(bytes)
  })

  test('holds the WARC as it is, index, pages, the further files and their description', () => {
    expect([...files.keys()]).toEqual([
      'archive/data.warc.gz',
      'indexes/index.cdxj',
      'pages/pages.jsonl',
      'proof/note.txt',
      'datapackage.json',
      'datapackage-digest.json',
    ])
    for (const { entry } of files.values()) expect(entry.compressionMethod).toBe(0)
    expect(files.get('archive/data.warc.gz')?.content.equals(WARC)).toBe(true)
  })

  test('datapackage.json has the digest and the size of every file; its own stands beside it', () => {
    const described = JSON.parse(text('datapackage.json'))
    expect(described).toMatchObject({ profile: 'data-package', wacz_version: '1.1.1', title: 'A test' })
    for (const { path, hash, bytes: size } of described.resources) {
      const content = files.get(path)?.content ?? Buffer.alloc(0)
      expect(hash).toBe(`sha256:${createHash('sha256').update(content).digest('hex')}`)
      expect(size).toBe(content.length)
    }
    expect(described.resources).toHaveLength(4)
    const own = createHash('sha256').update(text('datapackage.json')).digest('hex')
    expect(JSON.parse(text('datapackage-digest.json'))).toEqual({ path: 'datapackage.json', hash: `sha256:${own}` })
  })

  test('each line of the sorted index gives its record by offset and length', () => {
    const lines = text('indexes/index.cdxj').trim().split('\n')
    expect(lines.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'example,alpha)/ 20220524100000',
      'example,zeta)/news?a=1&b=2 20220524100000',
      'urn:example:note 20220524100000',
    ])
    for (const line of lines) {
      const { url, offset, length } = JSON.parse(line.slice(line.indexOf('{')))
      const record = gunzipSync(WARC.subarray(Number(offset), Number(offset) + Number(length))).toString()
      expect(record).toContain(`WARC-Target-URI: ${url}\r\n`)
      expect(record.match(/WARC\/1\.0/gu)).toHaveLength(1)
    }
  })

  test('only pages with status 200 are listed', () => {
    const [head, ...pages] = text('pages/pages.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(head).toMatchObject({ format: 'json-pages-1.0' })
    expect(pages).toMatchObject([{ url: 'https://www.Zeta.example/News?b=2&a=1', ts: '2022-05-24T10:00:00Z' }])
  })

  test('the same content gives the same bytes', async () => {
    expect((await bytesOf(CONTENT)).equals(bytes)).toBe(true)
  })
})

test.each([
  ['a damaged WARC', { warcs: [fileOf('data.warc.gz', Buffer.concat([WARC, Buffer.from('x'.repeat(50))]))] }],
  ['a WARC name with a folder', { warcs: [fileOf('../data.warc.gz', WARC)] }],
  ['a path that leads out', { extra: [fileOf('../../etc/passwd', Buffer.alloc(1))] }],
  ['an absolute path', { extra: [fileOf('/etc/passwd', Buffer.alloc(1))] }],
  ['a path that comes twice', { extra: [fileOf('datapackage.json', Buffer.alloc(1))] }],
] as const)('%s is refused', async (_, change) => {
  await expect(bytesOf({ ...CONTENT, ...change })).rejects.toMatchObject({ code: 'bad-usage' })
})

test('a file that changes between the two readings is refused', async () => {
  let readings = 0
  const changing: WaczFile = {
    name: 'x.txt',
    async *chunks() {
      yield Buffer.from(`reading ${++readings}`)
    },
  }
  await expect(bytesOf({ ...CONTENT, extra: [changing] })).rejects.toMatchObject({ code: 'bad-usage' })
})
