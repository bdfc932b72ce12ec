import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'

import type { InputOptions } from '../../adapters/inputs/input.ts'
import { readWacz } from '../../adapters/wacz/read-wacz.ts'
import { bytesOfFile, type ByteSource } from '../../adapters/warc/byte-window.ts'
import { readWarcItems, type WarcSummary } from '../../adapters/warc/read-warc-items.ts'
import type { ReceivedItem } from '../../model/archived.ts'
import type { Sourced } from '../ingest/source-item.ts'
import type { Workspace } from '../workspace.ts'

const WARC_NAME = /\.warc(?:\.gz)?$|\.wacz$/iu
/** Setting: how far a WARC has been taken in, by its name, size, time of change and a digest of its two ends. */
const BOOKMARK = 'warc:'
const END_BYTES = 65_536
/** Ends the value of a bookmark before which something was damaged or left out. */
const FAULTY = '!'
/** Value of the bookmark of a WARC that was taken in whole. */
const DONE = 'done'

export function isWarcFile(path: string): boolean {
  return WARC_NAME.test(path)
}

/**
 * The documents of a WARC, or of every WARC in a WACZ package, as items for custody, each with when and from where the WARC
 * says it was received. Records that are damaged are told with their offset; what is no document is counted.
 *
 * A file that was taken in before is gone on with at its last acknowledged record; one in which something was damaged or left
 * out is read from its beginning again once it was at its end, so that every run tells of it.
 */
export async function* fromWarc(workspace: Workspace, path: string, options: InputOptions): AsyncGenerator<Sourced> {
  const name = await nameBookmark(path).catch((error: NodeJS.ErrnoException) => error)
  if (typeof name !== 'string') {
    yield { kind: 'note', label: path, message: `could not be read (${name.code ?? name.message}).`, isFault: true }
    return
  }
  if (!path.toLowerCase().endsWith('.wacz')) {
    yield* fromSource(workspace, bytesOfFile(path), { label: path, name }, options)
    return
  }
  for await (const part of readWacz(path)) {
    const label = part.name === null ? path : `${path}, ${part.name}`
    if (part.kind === 'warc')
      yield* fromSource(workspace, part.source, { label, name: `${name}:${part.name}` }, options)
    else yield { kind: 'note', label, message: `${part.reason}: it ${part.message}.`, isFault: true }
  }
}

async function nameBookmark(path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { size, mtimeMs } = await file.stat()
    const hash = createHash('sha256')
    for (const position of [0, Math.max(0, size - END_BYTES)]) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(END_BYTES), 0, END_BYTES, position)
      hash.update(buffer.subarray(0, bytesRead))
    }
    return `${BOOKMARK}${basename(path)}:${size}:${Math.trunc(mtimeMs)}:${hash.digest('hex').slice(0, 16)}`
  } finally {
    await file.close()
  }
}

interface WarcName {
  /** How messages name it. */
  readonly label: string
  /** Name of its bookmark. */
  readonly name: string
}

async function* fromSource(
  workspace: Workspace,
  source: ByteSource,
  { label: path, name }: WarcName,
  options: InputOptions,
): AsyncGenerator<Sourced> {
  const stood = await workspace.store.setting(name)
  if (stood === DONE) {
    yield { kind: 'note', label: path, message: 'was taken in whole before; it is not read again.', isFault: false }
    return
  }
  const from = stood === null ? 0 : Number.parseInt(stood, 10)
  let isFaulty = from > 0 && stood?.endsWith(FAULTY) === true
  if (from > 0)
    yield {
      kind: 'note',
      label: path,
      message: `was taken in up to byte ${from} before; going on there.`,
      isFault: false,
    }
  let last: Sourced | null = null
  let summary: WarcSummary | null = null
  for await (const found of readWarcItems(source, { maxBytes: options.maxBytes }, from)) {
    if (found.kind === 'fault') {
      isFaulty = true
      const label = `${path}, byte ${found.offset}`
      yield { kind: 'note', label, message: `${found.reason}: ${found.message}`, isFault: true }
    } else if (found.kind === 'summary') summary = found
    else {
      if (last !== null) yield last
      const label = `${path}, byte ${found.offset}, ${found.item.resource}`
      const item = withGiven(found.item, options)
      // The next run begins at this record, which the workspace then has: nothing can fall between two runs.
      last = { kind: 'item', label, item, bookmark: { name, value: `${found.offset}${isFaulty ? FAULTY : ''}` } }
    }
  }
  if (last !== null)
    yield last.kind === 'item' ? { ...last, bookmark: { name, value: isFaulty ? `0${FAULTY}` : DONE } } : last
  if (summary !== null) yield { kind: 'note', label: path, message: describeSummary(summary), isFault: false }
}

function withGiven(item: ReceivedItem, { published, outlet }: InputOptions): ReceivedItem {
  const { given } = item
  return { ...item, given: { ...given, published: given.published ?? published, outlet: given.outlet ?? outlet } }
}

function describeSummary({ records, items, otherMedia, otherStatus, aboutCrawl }: WarcSummary): string {
  const counts = [
    ...Object.entries(otherMedia),
    ...Object.entries(otherStatus).map(([code, n]) => [`status ${code}`, n]),
    ...(aboutCrawl === 0 ? [] : [['about the crawl itself', aboutCrawl]]),
  ]
  const rest = counts.length === 0 ? '' : `; not documents: ${counts.map(([what, n]) => `${n} ${what}`).join(', ')}`
  return `${records} records, ${items} documents${rest}.`
}
