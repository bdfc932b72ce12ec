import { describe, expect, test } from 'vitest'

import { marketRecord } from '../../../test/support/market-incident.ts'
import { madeUpClaim } from '../../../test/support/record-claims.ts'
import type { IncidentRecord } from '../../model/record.ts'
import { packRecord, unpackRecord } from './pack-record.ts'

/** A record of so many claims. */
function withClaims(claims: number): IncidentRecord {
  return {
    ...marketRecord(),
    claims: Array.from({ length: claims }, (_, i) => ({
      entry: madeUpClaim({ count: String(i % 90), document: `d-${i}` }),
      state: 'superseded',
      by: null,
      rule: 'record/later',
    })),
  }
}

describe('a record comes back as it was packed, however many claims it has', () => {
  test.each([[0], [3], [4999], [5000], [5001], [12_345]])('%i claims', (claims) => {
    const record = withClaims(claims)
    expect(JSON.stringify(unpackRecord(packRecord(record)))).toBe(JSON.stringify(record))
  })
})

test.each([
  ['cut in its first piece', 3, -4],
  ['cut in a piece that follows', 12_345, -4],
  ['with bytes too many', 3, 9],
])('%s it is no record', (_, claims, change) => {
  const packed = packRecord(withClaims(claims))
  const bytes = change < 0 ? packed.subarray(0, change) : Buffer.concat([packed, Buffer.alloc(change, 7)])
  expect(() => unpackRecord(bytes)).toThrow('cannot be unpacked')
})
