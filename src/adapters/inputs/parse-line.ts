import type { DocumentInput, InputFault, InputNote, InputOptions } from './input.ts'
import { isPublicationDate } from './published-date.ts'

const SHAPE = '{"id","title"?,"text" or "html","published"?,"url"?,"outlet"?}'
const OPTIONAL_FIELDS = ['title', 'published', 'url', 'outlet'] as const
const decoder = new TextDecoder('utf-8', { fatal: true })
const encoder = new TextEncoder()

type OptionalField = (typeof OPTIONAL_FIELDS)[number]

/**
 * One line of a JSONL input turned into a document (DESIGN, "Record contract"), or what is wrong with it.
 *
 * The line's own fields win over the options; null and "" mean "not said". A publication date that is none is left
 * out with a note, and the document is read.
 */
export function parseLine(
  bytes: Uint8Array,
  label: string,
  options: InputOptions,
): readonly [DocumentInput | InputFault, ...InputNote[]] {
  const row = parseObject(bytes)
  if (typeof row === 'string') return [fault(label, row)]
  const { id, text, html } = row
  if ((typeof id !== 'string' || id === '') && typeof id !== 'number')
    return [fault(label, `has no "id" (text). A line must look like ${SHAPE}.`)]
  if ((typeof text === 'string') === (typeof html === 'string'))
    return [
      fault(
        label,
        `must have either "text" or "html" (text), not ${both(text, html)}. A line must look like ${SHAPE}.`,
      ),
    ]
  const wrong = OPTIONAL_FIELDS.find((name) => !isTextOrAbsent(row[name]))
  if (wrong !== undefined)
    return [fault(label, `has a "${wrong}" that is not text. Write it in quotes or leave it out.`)]

  const own = (name: OptionalField): string | null => {
    const value = row[name]
    return typeof value === 'string' && value !== '' ? value : null
  }
  const published = own('published')
  const isDate = published === null || isPublicationDate(published)
  const body = typeof text === 'string' ? text : String(html)
  const content = encoder.encode(body)
  if (content.length > options.maxBytes)
    return [fault(label, `is too large: more than ${options.maxBytes} bytes. Raise the limit with --max-bytes.`)]
  const document: DocumentInput = {
    kind: 'document',
    way: 'jsonl',
    label,
    bytes: content,
    format: typeof text === 'string' ? 'text' : 'html',
    charset: 'utf-8',
    given: {
      sourceId: String(id),
      title: own('title'),
      published: isDate ? (published ?? options.published) : null,
      url: own('url'),
      outlet: own('outlet') ?? options.outlet,
    },
  }
  if (isDate) return [document]
  return [document, { kind: 'note', label, message: badDate(published ?? ''), isFault: true }]
}

function badDate(published: string): string {
  return `"published" ${JSON.stringify(published)} is not a date, so the document was read without one. Write it like 2022-05-24 or 2022-05-24T10:00:00Z.`
}

function parseObject(bytes: Uint8Array): Readonly<Record<string, unknown>> | string {
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    return 'is not UTF-8. Convert the file to UTF-8.'
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return `is not JSON (${error instanceof Error ? error.message : 'unknown fault'}). A line must look like ${SHAPE}.`
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return `is JSON but not an object. A line must look like ${SHAPE}.`
  return value as Readonly<Record<string, unknown>>
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'string'
}

function both(text: unknown, html: unknown): string {
  return typeof text === 'string' && typeof html === 'string' ? 'both' : 'neither'
}

function fault(label: string, message: string): InputFault {
  return { kind: 'fault', label, message }
}
