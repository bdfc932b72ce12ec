import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'

import { gzipEach, makeRecord, makeResponse } from '../../../test/support/make-warc.ts'
import { readWarcItems } from '../warc/read-warc-items.ts'
import { readWacz, type WaczFault } from './read-wacz.ts'
import { writeWacz } from './write-wacz.ts'

const folder = mkdtempSync(join(tmpdir(), 'cairn-wacz-'))
afterAll(() => rmSync(folder, { recursive: true }))

const PAGE = '<p>A bridge near Enerhodar was damaged, the operator said.</p>'
const WARC = gzipEach([makeRecord({ id: 'urn:a', content: makeResponse(PAGE) })])
const OTHER = gzipEach([makeRecord({ id: 'urn:b', uri: 'https://news.example.org/b', content: makeResponse(PAGE) })])

interface ZipEntry {
  readonly name: string
  readonly content: Buffer | string
  readonly compress?: boolean
}
let count = 0
async function zipOf(entries: readonly ZipEntry[], change = (bytes: Buffer): Buffer => bytes): Promise<string> {
  const zip = new ZipFile()
  for (const { name, content, compress = false } of entries) zip.addBuffer(Buffer.from(content), name, { compress })
  zip.end()
  const parts: Buffer[] = []
  for await (const part of zip.outputStream) parts.push(part as Buffer)
  const path = join(folder, `${++count}.wacz`)
  writeFileSync(path, change(Buffer.concat(parts)))
  return path
}
/** Gives an entry another name of the same length, as no honest writer would. */
const renamed =
  (from: string, to: string) =>
  (bytes: Buffer): Buffer =>
    Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1')

async function read(path: string) {
  const found: string[] = []
  const faults: WaczFault[] = []
  const warcFaults: string[] = []
  for await (const part of readWacz(path)) {
    if (part.kind === 'fault') {
      faults.push(part)
      continue
    }
    for await (const one of readWarcItems(part.source, { maxBytes: 100_000 })) {
      if (one.kind === 'item') found.push(`${part.name} ${one.item.resource}`)
      if (one.kind === 'fault') warcFaults.push(one.reason)
    }
  }
  return { found, faults, warcFaults }
}

describe('WARCs in a package', () => {
  test('of our own', async () => {
    const path = join(folder, 'own.wacz')
    const parts: Buffer[] = []
    const file = (name: string, bytes: Buffer) => ({
      name,
      async *chunks() {
        yield bytes
      },
    })
    const warcs = [file('one.warc.gz', WARC), file('two.warc.gz', OTHER)]
    const told = {
      title: 't',
      description: 'd',
      created: '2026-11-22T10:00:00Z',
      software: 'x',
      pages: null,
      extra: [],
    }
    for await (const part of writeWacz({ ...told, warcs })) parts.push(part)
    writeFileSync(path, Buffer.concat(parts))
    expect(await read(path)).toEqual({
      found: ['archive/one.warc.gz https://news.example.org/a', 'archive/two.warc.gz https://news.example.org/b'],
      faults: [],
      warcFaults: [],
    })
  })

  test.each([false, true])('compressed in the package: %s', async (compress) => {
    const path = await zipOf([
      { name: 'archive/data.warc.gz', content: WARC, compress },
      { name: 'archive/plain.warc', content: makeRecord({ id: 'urn:b', content: makeResponse(PAGE) }), compress },
      { name: 'pages/pages.jsonl', content: '{}', compress },
    ])
    const { found, faults } = await read(path)
    expect(faults).toEqual([])
    expect(found).toEqual([
      'archive/data.warc.gz https://news.example.org/a',
      'archive/plain.warc https://news.example.org/a',
    ])
  })

  test('a revisit is resolved inside a stored WARC', async () => {
    const digest = { 'WARC-Payload-Digest': 'sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ' }
    const page = makeResponse('')
    const warc = gzipEach([
      makeRecord({
        id: 'urn:a',
        content: Buffer.from(page),
        headers: { 'WARC-Payload-Digest': 'sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ' },
      }),
      makeRecord({
        id: 'urn:r',
        type: 'revisit',
        uri: 'https://news.example.org/r',
        content: 'HTTP/1.1 200 OK\r\n\r\n',
        headers: digest,
      }),
    ])
    const path = await zipOf([{ name: 'archive/data.warc.gz', content: warc }])
    expect((await read(path)).found).toEqual([
      'archive/data.warc.gz https://news.example.org/a',
      'archive/data.warc.gz https://news.example.org/r',
    ])
  })
})

describe('packages made to do harm, and damaged ones', () => {
  const described = (hash: string, path = 'archive/data.warc.gz'): string =>
    JSON.stringify({ resources: [{ path, hash }] })

  test.each([
    ['../', 'archive/aa', '../../aaaa', 'bad-name'],
    ['an absolute path', 'archive/aa', '/archive/a', 'bad-name'],
    ['a backslash', 'archive/aa', 'archive\\aa', 'bad-name'],
    ['a drive letter', 'archive/aa', 'C:archive/', 'bad-name'],
    ['the same name twice', 'archive/bb.warc.gz', 'archive/cc.warc.gz', 'bad-name'],
  ])('a name with %s is refused, the others are read', async (_, from, to, reason) => {
    const entries = ['aa', 'bb', 'cc'].map((name) => ({ name: `archive/${name}.warc.gz`, content: WARC }))
    const { found, faults } = await read(await zipOf(entries, renamed(from, to)))
    expect(faults).toMatchObject([{ reason }])
    expect(found).toHaveLength(2)
  })

  test('a WARC without the digest that is described is not opened', async () => {
    const path = await zipOf([
      { name: 'archive/data.warc.gz', content: WARC },
      { name: 'archive/other.warc.gz', content: OTHER },
      { name: 'datapackage.json', content: described(`sha256:${'0'.repeat(64)}`) },
    ])
    const { found, faults } = await read(path)
    expect(faults).toMatchObject([{ name: 'archive/data.warc.gz', reason: 'wrong-digest' }])
    expect(found).toEqual(['archive/other.warc.gz https://news.example.org/b'])
  })

  test('a description that was changed, or describes what is not there, is told', async () => {
    const path = await zipOf([
      { name: 'archive/data.warc.gz', content: WARC },
      { name: 'datapackage.json', content: described('sha256:1', 'archive/gone.warc.gz') },
      { name: 'datapackage-digest.json', content: JSON.stringify({ hash: 'sha256:1' }) },
    ])
    const { found, faults } = await read(path)
    expect(faults.map(({ name, reason }) => [name, reason])).toEqual([
      ['datapackage.json', 'wrong-digest'],
      ['archive/gone.warc.gz', 'missing'],
    ])
    expect(found).toHaveLength(1)
  })

  test('a description that cannot be read is told', async () => {
    const path = await zipOf([
      { name: 'archive/data.warc.gz', content: WARC },
      { name: 'datapackage.json', content: '{' },
    ])
    expect((await read(path)).faults).toMatchObject([{ name: 'datapackage.json', reason: 'unreadable' }])
  })

  test('a bomb is not opened', async () => {
    const path = await zipOf([
      { name: 'archive/bomb.warc', content: Buffer.alloc(100_000_000), compress: true },
      { name: 'archive/data.warc.gz', content: WARC },
    ])
    const { found, faults } = await read(path)
    expect(faults).toMatchObject([{ name: 'archive/bomb.warc', reason: 'bomb' }])
    expect(found).toHaveLength(1)
  })

  test('compressed data that is damaged inside the package is told', async () => {
    const plain = makeRecord({ id: 'urn:b', content: makeResponse(PAGE.repeat(500)) })
    const path = await zipOf([{ name: 'archive/plain.warc', content: plain, compress: true }], (bytes) => {
      const changed = Buffer.from(bytes)
      changed.fill(0xff, 200, 260)
      return changed
    })
    const { found, warcFaults, faults } = await read(path)
    expect(found).toEqual([])
    expect(warcFaults.length + faults.length).toBeGreaterThan(0)
  })

  test.each([
    ['no ZIP', Buffer.from('hello')],
    ['an empty file', Buffer.alloc(0)],
    ['a cut ZIP', Buffer.from('PK\u0003\u0004 and then nothing')],
  ])('%s', async (_, bytes) => {
    const path = join(folder, 'none.wacz')
    writeFileSync(path, bytes)
    expect((await read(path)).faults).toMatchObject([{ name: null, reason: 'not-wacz' }])
  })

  test('a package without a WARC', async () => {
    expect((await read(await zipOf([{ name: 'a.txt', content: 'a' }]))).faults).toMatchObject([{ reason: 'not-wacz' }])
  })
})
