import type { Readable } from 'node:stream'
import { fromBufferPromise } from 'yauzl'
import { ZipFile } from 'yazl'
import { checkBundle } from './check-bundle.ts'
import type { BundleCheck, ExpectedKey } from './check-parts.ts'
import type { BundleFiles } from './bundle-files.ts'
import { checkRecord } from './check-record.ts'
import { RECORD_NAMES } from './record-files.ts'

/** The time of every entry (a ZIP has no earlier one), so that the same files give the same bytes. */
const ENTRY_TIME = new Date(1980, 0, 1)
const MAX_FILES = 1000
/** A bundle is held in memory; larger ones are not made. */
export const MAX_BYTES = 1 << 30

/** The bundle as one file: a ZIP whose entries are stored, as WACZ asks for. The same files give the same bytes. */
export async function packBundle(files: BundleFiles): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, bytes] of files) {
    const options = { mtime: ENTRY_TIME, forceDosTimestamp: true, mode: 0o100644, compress: false }
    zip.addBuffer(Buffer.from(bytes), name, options)
  }
  zip.end()
  const parts: Buffer[] = []
  for await (const part of zip.outputStream as Readable) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** The files of a bundle, or why they cannot be read. Nothing is unpacked to the disk. */
export async function unpackBundle(bytes: Buffer): Promise<BundleFiles | { readonly reason: string }> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: true, validateEntrySizes: true })
    const files = new Map<string, Uint8Array>()
    let total = 0
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName
      if (files.has(name)) return { reason: `${name} stands in it twice` }
      if (files.size === MAX_FILES) return { reason: `it holds more than ${MAX_FILES} files` }
      const parts: Buffer[] = []
      for await (const part of await zip.openReadStreamPromise(entry)) {
        total += (part as Buffer).length
        if (total > MAX_BYTES) return { reason: `it holds more than ${MAX_BYTES} bytes` }
        parts.push(part as Buffer)
      }
      files.set(name, Buffer.concat(parts))
    }
    return files
  } catch (error) {
    return { reason: `it is no ZIP file, or a damaged one: ${error instanceof Error ? error.message : String(error)}` }
  }
}

/** Checks a bundle as one file: first the container, then the files in it. */
export async function checkPackedBundle(bytes: Buffer, expectedKey: ExpectedKey): Promise<readonly BundleCheck[]> {
  const files = await unpackBundle(bytes)
  const say = (outcome: BundleCheck['outcome'], message: string): BundleCheck => ({
    what: 'container',
    outcome,
    file: '',
    message,
  })
  if ('reason' in files) return [say('failed', `the bundle cannot be read: ${files.reason}`)]
  const isAsWritten = (await packBundle(files)).equals(bytes)
  const container = isAsWritten
    ? say('passed', 'the container is as it was written')
    : say('absent', 'the container was packed anew or changed around its files; what it holds is checked file by file')
  const check = files.has(RECORD_NAMES.manifest) ? checkRecord : checkBundle
  return [container, ...(await check(files, expectedKey))]
}
