import { headerOf } from '../../model/headers.ts'
import { decodeContent } from '../../1-capture/decode-content.ts'
import type { ReceivedItem } from '../../model/archived.ts'
import { readWacz } from '../wacz/read-wacz.ts'
import type { ByteSource } from '../warc/byte-window.ts'
import { readWarcItems, type WarcSummary } from '../warc/read-warc-items.ts'
import type { WarcFaultReason } from '../warc/warc-record.ts'
import type { DocumentInput, Input, InputFault, InputOptions } from './input.ts'

/** What to do about each kind of fault. */
const ADVICE: Readonly<Record<WarcFaultReason, string>> = {
  damaged: 'Fetch the file again; the other records were read.',
  truncated: 'Fetch the file again; the records before were read.',
  'not-warc': 'Check that this is a WARC file; the records around were read.',
  'bad-header': 'It was left out.',
  'too-large': 'Raise the limit with --max-bytes.',
  bomb: 'It was left out.',
  'wrong-digest': 'The bytes are not the ones that were archived: fetch the file again.',
  partial: 'It was read as far as it goes.',
  unresolved: 'Read the file that holds the earlier capture.',
}

const FORMATS: Readonly<Record<string, DocumentInput['format']>> = { 'text/plain': 'text', 'application/pdf': 'pdf' }

/**
 * The pages and texts of a WARC, in file order: one document for each; what is damaged is a fault with its byte offset,
 * and what holds no document is counted in a note.
 */
export async function* openWarc(source: ByteSource, label: string, options: InputOptions): AsyncGenerator<Input> {
  for await (const found of readWarcItems(source, { maxBytes: options.maxBytes })) {
    if (found.kind === 'summary') {
      yield* summarise(found, label)
      continue
    }
    const place = `${label}, byte ${found.offset}`
    if (found.kind === 'item') yield documentOf(found.item, `${place}, ${found.item.resource}`, options)
    else yield fault(place, `${found.reason}: ${found.message}. ${ADVICE[found.reason]}`)
  }
}

/** The pages and texts of every WARC in a WACZ package. */
export async function* openWacz(path: string, options: InputOptions): AsyncGenerator<Input> {
  for await (const found of readWacz(path)) {
    if (found.kind === 'warc') yield* openWarc(found.source, `${path}, ${found.name}`, options)
    else yield fault(found.name === null ? path : `${path}, ${found.name}`, `${found.reason}: it ${found.message}.`)
  }
}

function documentOf(item: ReceivedItem, label: string, options: InputOptions): Input {
  const { mediaType, charset, given, http } = item
  const encoding = http === null ? null : headerOf(http.responseHeaders, 'content-encoding')
  const decoded = decodeContent(item.payload, encoding, options.maxBytes)
  if ('reason' in decoded) return fault(label, `${decoded.reason}: ${decoded.message} It was left out.`)
  const { title, published, outlet } = options
  return {
    kind: 'document',
    way: 'warc',
    label,
    bytes: decoded.bytes,
    format: FORMATS[mediaType] ?? 'html',
    charset,
    given: { ...given, title, published, outlet },
  }
}

function* summarise(summary: WarcSummary, label: string): Generator<Input> {
  const { records, items, faults } = summary
  const left = [
    ...Object.entries(summary.otherStatus).map(([status, count]) => `${count} with status ${status}`),
    ...Object.entries(summary.otherMedia).map(([type, count]) => `${count} of ${type}`),
    ...(summary.aboutCrawl === 0 ? [] : [`${summary.aboutCrawl} about the crawl itself`]),
  ]
  if (items === 0 && faults === 0) {
    const held = left.length === 0 ? '' : ` (${left.join(', ')})`
    yield fault(label, `holds ${records} records and no page or text${held}. Nothing was read from it.`)
  } else if (left.length > 0) {
    const message = `left out what holds no page or text: ${left.join(', ')}.`
    yield { kind: 'note', label, message, isFault: false }
  }
}

function fault(label: string, message: string): InputFault {
  return { kind: 'fault', label, message }
}
