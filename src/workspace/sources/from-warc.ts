import { statSync } from 'node:fs'
import { basename } from 'node:path'

import type { InputOptions } from '../../adapters/inputs/input.ts'
import { readWacz } from '../../adapters/wacz/read-wacz.ts'
import { bytesOfFile, type ByteSource } from '../../adapters/warc/byte-window.ts'
import { readWarcItems, type WarcSummary } from '../../adapters/warc/read-warc-items.ts'
import type { ReceivedItem } from '../../model/archived.ts'
import type { Sourced } from '../ingest/source-item.ts'
import type { Workspace } from '../workspace.ts'

const WARC_NAME = /\.warc(?:\.gz)?$|\.wacz$/iu
/** Setting: how far a WARC has been taken in, by its name, size and time of change. */
const BOOKMARK = 'warc:'
/** Value of the bookmark of a WARC that was taken in whole. */
const DONE = 'done'

export function isWarcFile(path: string): boolean {
  return WARC_NAME.test(path)
}

/**
 * The documents of a WARC, or of every WARC in a WACZ package, as items for custody, each with when and from where the WARC
 * says it was received. Records that are damaged are told with their offset; what is no document is counted.
 *
 * A file that was taken in before is gone on with at its last acknowledged record.
 */
export async function* fromWarc(workspace: Workspace, path: string, options: InputOptions): AsyncGenerator<Sourced> {
  const { size, mtimeMs } = statSync(path)
  const name = `${BOOKMARK}${basename(path)}:${size}:${Math.trunc(mtimeMs)}`
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
  const from = stood === null ? 0 : Number(stood)
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
      const label = `${path}, byte ${found.offset}`
      yield { kind: 'note', label, message: `${found.reason}: ${found.message}`, isFault: true }
    } else if (found.kind === 'summary') summary = found
    else {
      if (last !== null) yield last
      const label = `${path}, byte ${found.offset}, ${found.item.resource}`
      const item = withGiven(found.item, options)
      // The next run begins at this record, which the workspace then has: nothing can fall between two runs.
      last = { kind: 'item', label, item, bookmark: { name, value: String(found.offset) } }
    }
  }
  if (last !== null) yield last.kind === 'item' ? { ...last, bookmark: { name, value: DONE } } : last
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
