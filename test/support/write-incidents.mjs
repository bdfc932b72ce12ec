// Adds reports to a store of incidents, five to a transaction, and tells the number of each one that is acknowledged.
// usage: write-incidents.mjs DATABASE FIRST BATCHES LOG-LIMIT-BYTES
import { writeSync } from 'node:fs'

import { openIncidentStore } from '../../dist/src/adapters/incidents/open-incident-store.js'

const [path, first, batches, limit] = process.argv.slice(2)
const store = await openIncidentStore(path, { logLimitBytes: Number(limit) })
for (let batch = 0; batch < Number(batches); batch++) {
  const numbers = Array.from({ length: 5 }, (_, i) => Number(first) + batch * 5 + i)
  await store.write(async (writer) => {
    await writer.addReports(
      numbers.map((number) => ({
        captureId: `cap-${number}`,
        reportId: 'i-1',
        key: `cap-${number} i-1`,
        receivedAt: '2030-05-01T10:00:00.000Z',
        rank: (number * 2654435761) % 2 ** 32,
        profile: `profile ${number}`.repeat(20),
        parts: [],
        claims: 1,
        leader: null,
        incident: `inc-${number % 7}`,
        blocks: ['all', `own-${number}`, ...Array.from({ length: 20 }, (_, i) => `b${(number * 31 + i) % 5000}`)],
      })),
    )
  })
  writeSync(1, `${batch}\n`)
}
await store.close()
