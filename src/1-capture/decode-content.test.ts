import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { decodeContent } from './decode-content.ts'

const TEXT = 'The mayor said at least five people were killed.'
const plain = Buffer.from(TEXT)
const gz = gzipSync(plain)

describe('undoes content codings', () => {
  test.each([
    ['no header', null, plain],
    ['an empty header', '', plain],
    ['identity', 'identity', plain],
    ['gzip', 'gzip', gz],
    ['gzip in two members', 'gzip', Buffer.concat([gzipSync(TEXT.slice(0, 9)), gzipSync(TEXT.slice(9))])],
    ['any case and blanks', ' GZip ', gz],
    ['x-gzip', 'x-gzip', gz],
    ['deflate as zlib', 'deflate', deflateSync(plain)],
    ['deflate as a raw stream', 'deflate', deflateRawSync(plain)],
    ['br', 'br', brotliCompressSync(plain)],
    ['gzip, then br', 'gzip, br', brotliCompressSync(gz)],
    ['identity between', 'gzip, identity,, br', brotliCompressSync(gz)],
  ])('%s', (_name, encoding, body) => {
    expect(decodeContent(body, encoding, 1000)).toEqual({ bytes: plain })
  })

  test('hands back the very bytes when nothing has to be undone', () => {
    expect(decodeContent(plain, null, 1000)).toEqual({ bytes: plain })
    expect((decodeContent(plain, null, 1000) as { bytes: Uint8Array }).bytes).toBe(plain)
  })

  test.each(['gzip', 'deflate', 'br'])('an empty body labelled %s stays empty', (encoding) => {
    expect(decodeContent(new Uint8Array(), encoding, 10)).toEqual({ bytes: new Uint8Array() })
  })

  test('a body of exactly the limit passes', () => {
    expect(decodeContent(gz, 'gzip', plain.length)).toEqual({ bytes: plain })
  })
})

describe('names what is wrong', () => {
  const zeros = Buffer.alloc(50_000_000)
  test.each([
    ['a gzip bomb', 'gzip', gzipSync(zeros), 'too-large'],
    ['a zlib bomb', 'deflate', deflateSync(zeros), 'too-large'],
    ['a raw bomb', 'deflate', deflateRawSync(zeros), 'too-large'],
    ['a brotli bomb', 'br', brotliCompressSync(zeros), 'too-large'],
    ['a bomb inside a bomb', 'gzip, gzip', gzipSync(gzipSync(zeros)), 'too-large'],
    ['a plain body over the limit', null, Buffer.alloc(200_000), 'too-large'],
    ['a cut gzip body', 'gzip', gz.subarray(0, -12), 'truncated'],
    ['a cut brotli body', 'br', brotliCompressSync(plain).subarray(0, -6), 'truncated'],
    ['a flipped check sum', 'gzip', flip(gz, gz.length - 8), 'damaged'],
    ['plain text labelled gzip', 'gzip', plain, 'damaged'],
    ['plain text labelled deflate', 'deflate', Buffer.from('<html>'), 'damaged'],
    ['a coding nobody knows', 'zstd', plain, 'unknown-coding'],
    ['the old compress', 'compress', plain, 'unknown-coding'],
    ['five codings', 'gzip,gzip,gzip,gzip,gzip', gz, 'too-many-codings'],
  ])('%s', (_name, encoding, body, reason) => {
    expect(decodeContent(body, encoding, 100_000)).toMatchObject({ reason })
  })
})

test('any bytes under any label give bytes within the limit or a reason', () => {
  const label = fc.constantFrom('gzip', 'deflate', 'br', 'identity', 'gzip, br', 'nonsense', '')
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), label, (bytes, encoding) => {
      const decoded = decodeContent(bytes, encoding, 500)
      return 'reason' in decoded ? decoded.message.length > 0 : decoded.bytes.length <= 500
    }),
  )
})

function flip(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.map((byte, i) => (i === at ? byte ^ 1 : byte))
}
