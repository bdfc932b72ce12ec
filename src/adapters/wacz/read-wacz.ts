import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'

import { open as openZip, type Entry, type ZipFile } from 'yauzl'

import { bytesOfStream, type ByteSource } from '../warc/byte-window.ts'

const MAX_ENTRIES = 100_000
/** The description lists one line for each file. */
const MAX_DESCRIPTION_BYTES = 1 << 26
/** An entry may not claim to grow further than this when it is inflated, unless it stays small. */
const BOMB_RATIO = 250
const BOMB_FLOOR_BYTES = 1 << 26
const STORED = 0

/** A WARC inside a WACZ package; its `source` can be read while the package's generator is not yet advanced. */
export interface WaczWarc {
  readonly kind: 'warc'
  /** Its path in the package. */
  readonly name: string
  readonly source: ByteSource
}

/** Something in a WACZ package that is not as it should be. Codes are stable. */
export interface WaczFault {
  readonly kind: 'fault'
  /** Path of the entry, or null when the package itself is meant. */
  readonly name: string | null
  readonly reason: 'not-wacz' | 'bad-name' | 'bomb' | 'wrong-digest' | 'missing' | 'unreadable'
  readonly message: string
}

/**
 * Opens the WARCs of a WACZ package, in the order in which they stand in it.
 *
 * An entry whose name leads out of the package, that would grow out of all proportion, or that does not have the digest
 * that datapackage.json gives, is a fault and is not opened. Nothing is ever unpacked to the disk.
 */
export async function* readWacz(path: string): AsyncGenerator<WaczWarc | WaczFault> {
  const zip = await open(path)
  if (!(zip instanceof Object && 'readEntry' in zip)) {
    yield zip
    return
  }
  try {
    const entries = new Map<string, Entry>()
    for await (const listed of listEntries(zip)) {
      if (listed.kind === 'fault') yield listed
      else entries.set(listed.name, listed.entry)
    }
    const description = await readDescription(zip, entries)
    for (const wrong of description.faults) yield wrong
    const warcs = [...entries].filter(([name]) => /^archive\/.+\.warc(?:\.gz)?$/u.test(name))
    for (const [name, entry] of warcs) {
      const wrong = await checkEntry(zip, name, entry, description.digests.get(name) ?? null)
      yield wrong ?? { kind: 'warc', name, source: sourceOf(zip, entry) }
    }
    for (const name of description.digests.keys())
      if (name.startsWith('archive/') && !entries.has(name))
        yield fault(name, 'missing', 'is described in datapackage.json but not in the package')
    if (warcs.length === 0) yield fault(null, 'not-wacz', 'holds no WARC (archive/….warc.gz)')
  } finally {
    zip.close()
  }
}

function open(path: string): Promise<ZipFile | WaczFault> {
  return new Promise((resolve) => {
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true }
    openZip(path, options, (error, zip) =>
      resolve(error === null ? zip : fault(null, 'not-wacz', `is no ZIP file, or a damaged one (${error.message})`)),
    )
  })
}

type Listed = WaczFault | { readonly kind: 'entry'; readonly name: string; readonly entry: Entry }

async function* listEntries(zip: ZipFile): AsyncGenerator<Listed> {
  const seen = new Set<string>()
  let count = 0
  let stored = 0
  try {
    for await (const entry of zip.eachEntry()) {
      const name = Buffer.from(entry.fileName).toString('utf8')
      count++
      stored += entry.compressedSize
      if (count > MAX_ENTRIES || stored > zip.fileSize) {
        yield fault(null, 'bomb', 'holds more entries, or larger ones, than its size allows: the rest was not read')
        return
      }
      if (!isPathInside(name)) yield fault(name, 'bad-name', 'leads out of the package and was not opened')
      else if (seen.has(name)) yield fault(name, 'bad-name', 'stands in the package twice: only the first was opened')
      else if (entry.uncompressedSize > BOMB_FLOOR_BYTES && entry.uncompressedSize > entry.compressedSize * BOMB_RATIO)
        yield fault(name, 'bomb', 'would grow out of all proportion and was not opened')
      else yield { kind: 'entry', name, entry }
      seen.add(name)
    }
  } catch (error) {
    yield fault(null, 'unreadable', `is damaged: not all of its entries can be listed (${messageOf(error)})`)
  }
}

function isPathInside(name: string): boolean {
  const parts = name.replace(/\/$/u, '').split('/')
  return !/[\\:\0]/u.test(name) && parts.every((part) => part !== '' && part !== '.' && part !== '..')
}

interface Description {
  /** Digest of each file that is described, by its path. */
  readonly digests: ReadonlyMap<string, string>
  readonly faults: readonly WaczFault[]
}

async function readDescription(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Promise<Description> {
  const name = 'datapackage.json'
  const entry = entries.get(name)
  if (entry === undefined) return { digests: new Map(), faults: [] }
  try {
    const text = await readSmall(zip, entry)
    const faults: WaczFault[] = []
    const own = entries.get('datapackage-digest.json')
    const said = own === undefined ? null : textField(JSON.parse((await readSmall(zip, own)).toString()), 'hash')
    if (said !== null && said !== `sha256:${createHash('sha256').update(text).digest('hex')}`)
      faults.push(fault(name, 'wrong-digest', 'does not have the digest that datapackage-digest.json says'))
    const digests = new Map<string, string>()
    const { resources } = JSON.parse(text.toString()) as { readonly resources?: unknown }
    for (const resource of Array.isArray(resources) ? (resources as unknown[]) : []) {
      const path = textField(resource, 'path')
      if (path !== null) digests.set(path, textField(resource, 'hash') ?? '')
    }
    return { digests, faults }
  } catch (error) {
    return { digests: new Map(), faults: [fault(name, 'unreadable', `cannot be read (${messageOf(error)})`)] }
  }
}

function textField(value: unknown, name: string): string | null {
  const field: unknown = value instanceof Object ? Reflect.get(value, name) : null
  return typeof field === 'string' ? field : null
}

async function readSmall(zip: ZipFile, entry: Entry): Promise<Buffer> {
  if (entry.uncompressedSize > MAX_DESCRIPTION_BYTES) throw new Error(`it has ${entry.uncompressedSize} bytes`)
  const parts: Buffer[] = []
  for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** Hashes an entry before it is read, where its digest is known; null when nothing is wrong. */
async function checkEntry(zip: ZipFile, name: string, entry: Entry, hash: string | null): Promise<WaczFault | null> {
  if (!entry.canDecodeFileData())
    return fault(name, 'unreadable', 'is encrypted, or compressed in a way that is not known')
  if (hash === null || !hash.startsWith('sha256:')) return null
  const digest = createHash('sha256')
  try {
    for await (const part of await zip.openReadStreamPromise(entry)) digest.update(part as Buffer)
  } catch (error) {
    return fault(name, 'unreadable', `cannot be read (${messageOf(error)})`)
  }
  if (`sha256:${digest.digest('hex')}` === hash) return null
  return fault(name, 'wrong-digest', 'does not have the SHA-256 that datapackage.json says and was not opened')
}

/** A stored entry can be read from anywhere; an inflated one only from its beginning. */
function sourceOf(zip: ZipFile, entry: Entry): ByteSource {
  const isStored = entry.compressionMethod === STORED
  const openAt = async function* (start: number): AsyncGenerator<Uint8Array> {
    if (start >= entry.uncompressedSize && start > 0) return
    const stream: Readable = await zip.openReadStreamPromise(entry, start > 0 ? { start } : {})
    yield* stream as AsyncIterable<Uint8Array>
  }
  return isStored
    ? { isSeekable: true, chunks: openAt }
    : { isSeekable: false, chunks: (offset) => bytesOfStream(openAt(0)).chunks(offset) }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown fault'
}

function fault(name: string | null, reason: WaczFault['reason'], message: string): WaczFault {
  return { kind: 'fault', name, reason, message }
}
