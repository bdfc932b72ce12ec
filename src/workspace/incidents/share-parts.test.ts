import { expect, test } from 'vitest'

import { readSamples } from '../../../test/support/read-samples.ts'
import { SharedParts } from './share-parts.ts'

test('what is shared says what was given, and equal parts are held once', async () => {
  const shared = new SharedParts()
  for (const [id, reading] of await readSamples()) {
    const document = { captureId: id, receivedAt: '2030-05-01T06:00:00.000Z', reading }
    const first = shared.share(document)
    const second = shared.share(JSON.parse(JSON.stringify(document)) as typeof document)
    expect(JSON.stringify(second)).toBe(JSON.stringify(document))
    for (const [i, claim] of second.reading.claims.entries()) {
      expect(claim.trace).toBe(first.reading.claims[i]?.trace)
      expect(claim.attribution).toBe(first.reading.claims[i]?.attribution)
      expect(claim.place).toBe(first.reading.claims[i]?.place)
    }
  }
})
