import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { gzipEach, makeRecord, makeResponse } from '../../../test/support/make-warc.ts'
import { bytesOfStream, type ByteSource } from './byte-window.ts'
import { readWarc } from './read-warc.ts'
import type { WarcFault, WarcRecord } from './warc-record.ts'

const LIMITS = { maxBytes: 200_000 }

/** Bytes in memory that can be read again, as a file can. */
function seekable(bytes: Uint8Array, chunkBytes = 1 << 16): ByteSource {
  return { chunks: (offset) => chunked(bytes.subarray(offset), chunkBytes), isSeekable: true }
}
async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function readAll(source: ByteSource, from = 0, limits = LIMITS) {
  const records: WarcRecord[] = []
  const faults: WarcFault[] = []
  for await (const found of readWarc(source, limits, from)) {
    if (found.kind === 'fault') faults.push(found)
    else records.push(found)
  }
  return { records, faults }
}
const idsOf = (records: readonly WarcRecord[]): readonly (string | null)[] => records.map(({ id }) => id)
/** Bytes that do not compress, and that hold no mark of a record. */
function noise(size: number, seed: string): Buffer {
  const parts: Buffer[] = []
  for (let i = 0; parts.length * 64 < size; i++) parts.push(createHash('sha512').update(`${seed} ${i}`).digest())
  return Buffer.concat(parts).subarray(0, size)
}

const THREE = ['one', 'two', 'three'].map((word) =>
  makeRecord({ id: `urn:${word}`, type: 'resource', content: `${word} `.repeat(30), contentType: 'text/plain' }),
)

describe('the ways in which a WARC is stored', () => {
  test.each([
    ['gzip by record', gzipEach(THREE)],
    ['uncompressed', Buffer.concat(THREE)],
  ])('%s: each record with the offset and length of its stored span', async (_, bytes) => {
    const { records, faults } = await readAll(seekable(bytes))
    expect(faults).toEqual([])
    expect(idsOf(records)).toEqual(['urn:one', 'urn:two', 'urn:three'])
    expect(records.map(({ content }) => content?.toString())).toEqual(
      THREE.map((_r, i) => `${['one', 'two', 'three'][i]} `.repeat(30)),
    )
    let at = 0
    for (const { offset, length, blockDigest } of records) {
      expect(offset).toBe(at)
      at += length ?? 0
      expect(blockDigest).toBe('right')
    }
    expect(at).toBe(bytes.length)
  })

  test('gzip as a whole: no record has a span of its own', async () => {
    const { records, faults } = await readAll(seekable(gzipSync(Buffer.concat(THREE))))
    expect(faults).toEqual([])
    expect(records.map(({ id, offset, length }) => [id, offset, length])).toEqual([
      ['urn:one', 0, null],
      ['urn:two', 0, null],
      ['urn:three', 0, null],
    ])
  })

  test('reading goes on from the offset of any record', async () => {
    for (const bytes of [gzipEach(THREE), Buffer.concat(THREE)]) {
      const { records } = await readAll(seekable(bytes))
      for (const [i, { offset }] of records.entries())
        expect(await readAll(seekable(bytes), offset)).toEqual({ records: records.slice(i), faults: [] })
    }
  })

  test.each([
    ['an empty file', Buffer.alloc(0)],
    ['an empty gzip member', gzipSync('')],
  ])('%s holds no record', async (_, bytes) => {
    expect(await readAll(seekable(bytes))).toEqual({ records: [], faults: [] })
  })

  test('line feeds alone, folded headers and lower-case names are read', async () => {
    const bytes = Buffer.from(
      'WARC/1.1\nwarc-type: Resource\nwarc-record-id: <urn:x>\nwarc-target-uri: urn:a\n\tb\ncontent-length: 3\n\nabc\n\n',
    )
    const { records, faults } = await readAll(seekable(bytes))
    expect(faults).toEqual([])
    expect(records).toMatchObject([{ version: '1.1', type: 'resource', id: 'urn:x', blockDigest: 'unchecked' }])
    expect(records[0]?.headers).toContainEqual(['warc-target-uri', 'urn:a b'])
  })
})

describe('what is damaged is told with its offset and passed over', () => {
  const members = THREE.map((record) => gzipSync(record))
  const [first, second, third] = members as [Buffer, Buffer, Buffer]

  test.each([
    [
      'garbage before',
      [Buffer.from('garbage!'), first, second, third],
      0,
      'not-warc',
      ['urn:one', 'urn:two', 'urn:three'],
    ],
    [
      'garbage between',
      [first, Buffer.from('garbage!'), second, third],
      first.length,
      'not-warc',
      ['urn:one', 'urn:two', 'urn:three'],
    ],
    [
      'zeros behind',
      [first, second, third, Buffer.alloc(5000)],
      first.length + second.length + third.length,
      'not-warc',
      ['urn:one', 'urn:two', 'urn:three'],
    ],
    [
      'a destroyed gzip header',
      [first, Buffer.from('xx'), second.subarray(2), third],
      first.length,
      'not-warc',
      ['urn:one', 'urn:three'],
    ],
    [
      'a cut member in the middle',
      [first, second.subarray(0, 60), third],
      first.length,
      'damaged',
      ['urn:one', 'urn:three'],
    ],
    [
      'a wrong checksum',
      [first, second.subarray(0, -8), Buffer.alloc(4), second.subarray(-4), third],
      first.length,
      'damaged',
      ['urn:one', 'urn:three'],
    ],
    [
      'a cut end',
      [first, second, third.subarray(0, -1)],
      first.length + second.length,
      'truncated',
      ['urn:one', 'urn:two'],
    ],
    [
      'a member that holds no WARC',
      [first, gzipSync('hello'), third],
      first.length,
      'not-warc',
      ['urn:one', 'urn:three'],
    ],
  ] as const)('%s', async (_, parts, offset, reason, ids) => {
    const { records, faults } = await readAll(seekable(Buffer.concat(parts)))
    expect(faults).toMatchObject([{ offset, reason }])
    expect(idsOf(records)).toEqual(ids)
  })

  test.each([
    [
      'garbage between',
      [THREE[0], Buffer.from('garbage\r\n'), THREE[1], THREE[2]],
      'damaged',
      ['urn:two', 'urn:three'],
    ],
    ['a cut record', [THREE[0], THREE[1]?.subarray(0, -40), THREE[2]], 'damaged', ['urn:one', 'urn:three']],
    ['a cut end', [THREE[0], THREE[1]?.subarray(0, -40)], 'truncated', ['urn:one']],
    ['no length', [Buffer.from('WARC/1.0\r\nWARC-Type: resource\r\n\r\n'), THREE[1]], 'bad-header', ['urn:two']],
    [
      'two lengths',
      [
        Buffer.from('WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 0\r\nContent-Length: 1\r\n\r\n\r\n\r\n'),
        THREE[1],
      ],
      'bad-header',
      ['urn:two'],
    ],
    [
      'a length beyond the end',
      [Buffer.from('WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 9999\r\n\r\n'), THREE[1]],
      'damaged',
      ['urn:two'],
    ],
  ] as const)('uncompressed: %s', async (_, parts, reason, ids) => {
    const { records, faults } = await readAll(seekable(Buffer.concat(parts.map((part) => part ?? Buffer.alloc(0)))))
    expect(faults).toMatchObject([{ reason }])
    expect(idsOf(records)).toEqual(ids)
  })

  test('a record over the limit is passed over, its digest checked, its neighbours read', async () => {
    const large = makeRecord({ id: 'urn:large', content: noise(3_000_000, 'large') })
    const wrong = makeRecord({
      id: 'urn:wrong',
      content: noise(300_000, 'x'),
      headers: { 'WARC-Block-Digest': `sha1:${'A'.repeat(32)}` },
    })
    for (const pack of [gzipEach, Buffer.concat]) {
      const { records, faults } = await readAll(seekable(pack([THREE[0] as Buffer, large, wrong, THREE[2] as Buffer])))
      expect(faults).toEqual([])
      expect(records.map(({ id, content, blockDigest }) => [id, content === null, blockDigest])).toEqual([
        ['urn:one', false, 'right'],
        ['urn:large', true, 'right'],
        ['urn:wrong', true, 'wrong'],
        ['urn:three', false, 'right'],
      ])
      expect(records[1]?.faults).toMatchObject([{ reason: 'too-large', offset: records[1]?.offset }])
      expect(records[2]?.faults.map(({ reason }) => reason)).toEqual(['too-large', 'wrong-digest'])
    }
  })

  test.each([true, false])('a large member with a flipped byte is passed over (file: %s)', async (isSeekable) => {
    const large = gzipSync(makeRecord({ id: 'urn:large', content: noise(3_000_000, 'large') }))
    large[1_500_000] = (large[1_500_000] ?? 0) ^ 1
    const bytes = Buffer.concat([first, large, third])
    const source = isSeekable ? seekable(bytes) : bytesOfStream(chunked(bytes, 50_000))
    const { records, faults } = await readAll(source, 0, { maxBytes: 5_000_000 })
    expect(idsOf(records)).toEqual(['urn:one', 'urn:three'])
    expect(faults).toMatchObject([{ reason: 'damaged', offset: first.length }])
  })

  test('a decompression bomb is given up, and what follows it is read', async () => {
    const zeros = makeRecord({ id: 'urn:zeros', content: Buffer.alloc(150_000_000) })
    const { records, faults } = await readAll(seekable(Buffer.concat([first, gzipSync(zeros), third])))
    expect(faults).toMatchObject([{ reason: 'bomb', offset: first.length }])
    expect(idsOf(records)).toEqual(['urn:one', 'urn:three'])
  })

  test('a whole-file gzip that is cut gives the records before the cut', async () => {
    const bytes = gzipSync(
      Buffer.concat(THREE.flatMap((record) => [record, makeRecord({ content: noise(150_000, record.toString()) })])),
    )
    const { records, faults } = await readAll(seekable(bytes.subarray(0, -100_000)))
    expect(records.length).toBeGreaterThanOrEqual(3)
    expect(faults.length).toBeGreaterThan(0)
  })
})

describe('files that were made to cost time are given up, and that is told', () => {
  const filled = (part: Buffer, size = 1_000_000): Buffer => Buffer.alloc(size, part)
  const member = gzipSync(makeRecord({ type: 'resource', content: 'hello' }))
  const head = Buffer.from('WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 900000\r\n\r\n')

  test.each([
    ['gzip marks', filled(Buffer.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3))],
    ['gzip marks with room for more header', filled(Buffer.of(0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 3, 0xff, 0xff))],
    ['beginnings of members', filled(member.subarray(0, 40))],
    ['members without their end', filled(member.subarray(0, -6))],
    ['heads that promise more than there is', filled(head, 400_000)],
    ['the word with which a record begins', filled(Buffer.from('WARC/1.0\r\nX: '))],
  ])('%s', async (_, bytes) => {
    const { records, faults } = await readAll(seekable(bytes), 0, { maxBytes: 1_000_000 })
    expect(records).toEqual([])
    expect(faults.at(-1)?.message).toContain('too many damaged places: the rest was not read')
    expect(faults.length).toBeLessThan(2100)
  })
})

describe('properties', () => {
  const contents = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 5 })
  const pack = fc.constantFrom(
    gzipEach,
    (records: readonly Buffer[]) => Buffer.concat(records),
    (records: readonly Buffer[]) => gzipSync(Buffer.concat(records)),
  )

  test('any bytes come back, wherever the chunks fall', async () => {
    await fc.assert(
      fc.asyncProperty(contents, pack, fc.integer({ min: 1, max: 400 }), async (bodies, packed, chunkBytes) => {
        const bytes = packed(bodies.map((body, i) => makeRecord({ id: `urn:${i}`, content: Buffer.from(body) })))
        const { records, faults } = await readAll(bytesOfStream(chunked(bytes, chunkBytes)))
        expect(faults).toEqual([])
        expect(records.map(({ content }) => [...(content ?? [])])).toEqual(bodies.map((body) => [...body]))
      }),
      { numRuns: 60 },
    )
  })

  test('a record is read the same alone in its member and beside another, with any bit flipped', async () => {
    const neighbour = makeRecord({ id: 'urn:neighbour', content: 'beside it' })
    const body = makeResponse('<p>Two people were wounded.</p>')
    const digests = [
      'sha256:00',
      `sha1:${createHash('sha1')
        .update(body.subarray(body.indexOf('<p>')))
        .digest('hex')}`,
    ]
    for (const digest of digests) {
      const record = makeRecord({ content: body, headers: { 'WARC-Payload-Digest': digest } })
      await fc.assert(
        fc.asyncProperty(fc.nat(record.length - 1), fc.integer({ min: 0, max: 8 }), async (at, bit) => {
          const changed = Buffer.from(record)
          changed[at] = (changed[at] ?? 0) ^ ((1 << bit) & 0xff)
          const [first] = (await readAll(seekable(gzipSync(changed)))).records
          const { records } = await readAll(seekable(gzipSync(Buffer.concat([changed, neighbour]))))
          const beside = records.find(({ id }) => id !== 'urn:neighbour')
          expect(beside).toEqual(first === undefined ? undefined : { ...first, length: null })
        }),
        { numRuns: 150 },
      )
    }
  })

  test('one flipped bit: every record that is given out without a fault is as it was written', async () => {
    const bodies = ['alpha '.repeat(20), 'beta '.repeat(30), 'gamma '.repeat(25)]
    const written = bodies.map((body, i) => makeRecord({ id: `urn:${i}`, content: body }))
    for (const bytes of [gzipEach(written), Buffer.concat(written)]) {
      const whole = await readAll(seekable(bytes))
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 0, max: bytes.length - 1 }),
          fc.integer({ min: 0, max: 7 }),
          async (at, bit) => {
            const changed = Buffer.from(bytes)
            changed[at] = (changed[at] ?? 0) ^ (1 << bit)
            const { records, faults } = await readAll(seekable(changed))
            const sound = records.filter((record) => record.faults.length === 0 && record.blockDigest === 'right')
            for (const record of sound) expect(bodies).toContain(record.content?.toString())
            const hasSaidSo =
              faults.length > 0 || records.some((record) => record.faults.length > 0 || record.blockDigest !== 'right')
            const isInHead =
              JSON.stringify(records.map(({ version, headers }) => [version, headers])) !==
              JSON.stringify(whole.records.map(({ version, headers }) => [version, headers]))
            // Blanks around a header's value, and gzip's own remarks (time, system), mean nothing.
            const isHarmless = JSON.stringify(records) === JSON.stringify(whole.records)
            expect(hasSaidSo || isInHead || isHarmless).toBe(true)
            const untouched = whole.records.filter(({ offset, length }) => at < offset || at >= offset + (length ?? 0))
            for (const record of untouched.filter(({ offset }) => offset > at || bytes === changed))
              expect(idsOf(records)).toContain(record.id)
          },
        ),
        { numRuns: 300 },
      )
    }
  })

  test('any bytes at all: no crash, and nothing passed over in silence', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 500 }), async (bytes) => {
        const { records, faults } = await readAll(seekable(bytes))
        expect(records.length + faults.length).toBeGreaterThan(0)
      }),
    )
  })

  test('any truncation: the records before it are read, the cut one is told', async () => {
    const bytes = gzipEach(THREE)
    const { records: whole } = await readAll(seekable(bytes))
    for (let size = 1; size < bytes.length; size++) {
      const { records, faults } = await readAll(seekable(bytes.subarray(0, size)))
      const complete = whole.filter(({ offset, length }) => offset + (length ?? 0) <= size)
      expect(records).toEqual(complete)
      const isAtEdge = whole.some(({ offset }) => offset === size)
      expect(faults).toHaveLength(isAtEdge ? 0 : 1)
    }
  })
})
