// Writes a file of captures and readings into a store, five to a transaction, and tells the number of each one that is acknowledged.
// usage: write-store.mjs DATABASE ITEMS.json LOG-LIMIT-BYTES [forget]
// With "forget" the process ends without closing the store.
import { readFileSync, writeSync } from 'node:fs'

import { openStore } from '../../dist/src/adapters/store/open-store.js'

const [path, items, limit, order] = process.argv.slice(2)
const store = await openStore(path, { logLimitBytes: Number(limit) })
const batches = JSON.parse(readFileSync(items, 'utf8'))
for (const [number, batch] of batches.entries()) {
  await store.write(async (writer) => {
    const head = await writer.custodyHead()
    await writer.addCaptures(batch.map(({ capture }) => capture))
    await writer.addReadings(batch.map(({ reading }) => reading))
    await writer.setCustodyHead({ size: head.size + batch.length, root: head.root })
  })
  writeSync(1, `${number}\n`)
}
if (order !== 'forget') await store.close()
