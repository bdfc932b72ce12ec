import { createHash } from 'node:crypto'
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'

import { WARCParser } from 'warcio'

import { bytesOfFile } from '../src/adapters/warc/byte-window.ts'
import { readWarc } from '../src/adapters/warc/read-warc.ts'
import { readWarcItems } from '../src/adapters/warc/read-warc-items.ts'
import { writeDigest } from '../src/adapters/warc/warc-digest.ts'
import { recordId, writeRecord } from '../src/adapters/warc/write-record.ts'
import { makePage } from './corpus.ts'

/** A way to read a WARC file and how many megabytes of it (compressed) it reads in one second of CPU time. */
export interface WarcCost {
  readonly way: string
  readonly megabytesPerCpuSecond: number
  /** What it gave: records, items or bytes. */
  readonly found: number
}

export interface WarcCosts {
  /** Compressed. */
  readonly megabytes: number
  /** Bytes of content for one byte of the file. */
  readonly ratio: number
  readonly records: number
  readonly costs: readonly WarcCost[]
}

const PIECE_BYTES = 1 << 20
const LIMITS = { maxBytes: 64_000_000 }

/** What a WARC is made of: news pages alone, which compress well, or each with a picture, as crawls hold them. */
export type WarcContent = 'pages' | 'pages and pictures'

/**
 * Reads a made-up WARC (gzip by record, an HTTP response in each) with our reader, with `warcio`, and with zlib alone, which
 * knows nothing of records. All in this process, the whole file each time, after as long a warm-up.
 *
 * @param pages  how many
 * @param cpuSeconds  at least so long for each way
 */
export async function measureWarc(content: WarcContent, pages: number, cpuSeconds: number): Promise<WarcCosts> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-'))
  const path = join(folder, 'crawl.warc.gz')
  try {
    const parts = Array.from({ length: pages }, (_, i) => [
      writeResponse(`story/${i}`, 'text/html; charset=utf-8', Buffer.from(makePage(i))),
      ...(content === 'pages' ? [] : [writeResponse(`picture/${i}.jpg`, 'image/jpeg', makePicture(i))]),
    ]).flat()
    writeFileSync(path, Buffer.concat(parts))
    const megabytes = parts.reduce((sum, part) => sum + part.length, 0) / 1e6
    const ratio = (await inflate(path)) / 1e6 / megabytes
    const costs: WarcCost[] = []
    for (const [way, read] of WAYS) {
      await readFor(path, read, cpuSeconds)
      const { found, rounds, used } = await readFor(path, read, cpuSeconds)
      costs.push({ way, megabytesPerCpuSecond: (megabytes * rounds) / used, found })
    }
    return { megabytes, ratio, records: parts.length, costs }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function readFor(path: string, read: (path: string) => Promise<number>, cpuSeconds: number) {
  const start = process.cpuUsage()
  let found = 0
  let rounds = 0
  let used = 0
  for (; used < cpuSeconds; rounds++) {
    found = await read(path)
    const { user, system } = process.cpuUsage(start)
    used = (user + system) / 1e6
  }
  return { found, rounds, used }
}

const WAYS: readonly (readonly [way: string, read: (path: string) => Promise<number>])[] = [
  ['readWarc: records, every digest checked', (path) => countOf(readWarc(bytesOfFile(path), LIMITS), 'record')],
  ['readWarcItems: documents for the archive', (path) => countOf(readWarcItems(bytesOfFile(path), LIMITS), 'item')],
  ['warcio: records, no digest checked', readWithWarcio],
  ['zlib alone: bytes', inflate],
]

async function countOf(found: AsyncIterable<{ readonly kind: string }>, kind: string): Promise<number> {
  let count = 0
  for await (const one of found) if (one.kind === kind) count++
  return count
}

async function readWithWarcio(path: string): Promise<number> {
  let count = 0
  for await (const record of new WARCParser(createReadStream(path))) {
    await record.readFully(true)
    count++
  }
  return count
}

/** In pieces as large as ours: by its own default of 16 KB zlib seems three times as slow, all of it for the pieces. */
async function inflate(path: string): Promise<number> {
  let bytes = 0
  const file = createReadStream(path, { highWaterMark: PIECE_BYTES })
  for await (const chunk of file.pipe(createGunzip({ chunkSize: PIECE_BYTES }))) bytes += (chunk as Buffer).length
  return bytes
}

/** Bytes that do not compress, as those of a picture: 30 KB. */
function makePicture(seed: number): Buffer {
  const blocks = Array.from({ length: 960 }, (_, i) => createHash('sha256').update(`${seed} ${i}`).digest())
  return Buffer.concat(blocks)
}

function writeResponse(path: string, mediaType: string, payload: Buffer): Buffer {
  const head = `HTTP/1.1 200 OK\r\nContent-Type: ${mediaType}\r\nContent-Length: ${payload.length}\r\n\r\n`
  return writeRecord({
    type: 'response',
    id: recordId(path),
    date: '2022-05-24T10:00:00.000Z',
    contentType: 'application/http; msgtype=response',
    content: Buffer.concat([Buffer.from(head), payload]),
    headers: [
      ['WARC-Target-URI', `https://news.example/${path}`],
      ['WARC-Payload-Digest', writeDigest(payload)],
    ],
  })
}
