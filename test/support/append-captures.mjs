// Appends batches of captures to an archive without end and prints each batch's places once they are acknowledged.
// usage: node append-captures.mjs FOLDER BYTES_PER_CAPTURE CAPTURES_PER_BATCH
import { createHash } from 'node:crypto'

import { openArchive } from '../../dist/src/adapters/archive/open-archive.js'

const [folder, bytes, perBatch] = process.argv.slice(2)
const archive = await openArchive({
  folder,
  clock: { now: () => new Date() },
  software: 'cairn/test',
  findPayload: async () => null,
})

/** Bytes that do not compress, different for each number. */
function payloadOf(number) {
  const parts = []
  for (let i = 0; i * 64 < Number(bytes); i++) parts.push(createHash('sha512').update(`${number} ${i}`).digest())
  return Buffer.concat(parts)
}

function itemOf(number) {
  const payload = payloadOf(number)
  return {
    way: 'file',
    resource: `urn:example:${number}`,
    receivedAt: '2026-11-22T10:00:00.000Z',
    payload,
    payloadSha256: createHash('sha256').update(payload).digest('hex'),
    mediaType: 'application/octet-stream',
    charset: null,
    given: { sourceId: null, title: null, published: null, url: null, outlet: null },
    http: null,
  }
}

for (let batch = 0; ; batch++) {
  const requests = Array.from({ length: Number(perBatch) }, (_, i) => {
    const number = batch * Number(perBatch) + i
    return { captureId: `capture-${number}`, item: itemOf(number) }
  })
  try {
    console.log(JSON.stringify(await archive.append(requests)))
  } catch (error) {
    // A smaller batch still fits: the file is as it was before.
    const small = await archive.append([{ captureId: 'small', item: { ...itemOf(0), ...tiny() } }])
    console.log(JSON.stringify({ ...small, code: error.code, message: error.message }))
    await archive.close()
    process.exit(0)
  }
}

function tiny() {
  const payload = Buffer.from('x')
  return { payload, payloadSha256: createHash('sha256').update(payload).digest('hex') }
}
