import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { decodeSums, DIGEST_BYTES, encodeSums, type PageSums } from './page-sums.ts'

const SUMS: PageSums = {
  pageSize: 4096,
  generation: 41,
  pages: 3,
  digests: Buffer.concat([1, 2, 3].map((n) => Buffer.alloc(DIGEST_BYTES, n))),
  damaged: new Set([2]),
  underway: {
    pages: 4,
    doubts: new Map([[1, { before: Buffer.alloc(DIGEST_BYTES, 5), after: Buffer.alloc(DIGEST_BYTES, 6) }]]),
  },
}

describe('Page sums', () => {
  test.each([
    { name: 'with a checkpoint underway', sums: SUMS },
    { name: 'at rest', sums: { ...SUMS, underway: null, damaged: new Set<number>() } },
    { name: 'of an empty file', sums: { ...SUMS, pages: 0, digests: Buffer.alloc(0), underway: null } },
    { name: 'of pages of 64 KiB', sums: { ...SUMS, pageSize: 65_536, underway: null } },
  ])('come back as they were: $name', ({ sums }) => {
    expect(decodeSums(encodeSums(sums))).toEqual(sums)
  })

  test('are refused when any bit of them was flipped or any byte is missing', () => {
    const bytes = encodeSums(SUMS)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 7 }), (at, bit) => {
        const flipped = Buffer.from(bytes)
        flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << bit), at)
        expect(decodeSums(flipped)).toBeNull()
        expect(decodeSums(bytes.subarray(0, at))).toBeNull()
      }),
    )
  })
})
