import type { CustodyEntry } from '../../model/custody.ts'

type FieldKind = 'string' | 'string?' | 'location' | 'detail'

const AT = { kind: 'string', at: 'string' } as const
/** Fields of every kind of entry; one that the model has and this table lacks does not compile. */
const FIELDS: {
  readonly [K in CustodyEntry['kind']]: Readonly<Record<keyof Extract<CustodyEntry, { kind: K }>, FieldKind>>
} = {
  capture: {
    ...AT,
    captureId: 'string',
    receivedAt: 'string',
    resource: 'string',
    payloadSha256: 'string',
    location: 'location',
    session: 'string',
  },
  'archive-head': { ...AT, location: 'location' },
  reading: { ...AT, captureId: 'string', documentId: 'string?', producer: 'string', sha256: 'string' },
  decision: { ...AT, decisionId: 'string', sha256: 'string' },
  export: { ...AT, what: 'string', sha256: 'string' },
  note: { ...AT, what: 'string', detail: 'detail' },
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function isLocation(value: unknown): boolean {
  if (!isObject(value) || Object.keys(value).length !== 4) return false
  const { file, offset, length, sha256 } = value
  return (
    typeof file === 'string' &&
    typeof sha256 === 'string' &&
    [offset, length].every((n) => typeof n === 'number' && Number.isSafeInteger(n) && n >= 0)
  )
}

const isOfKind: Readonly<Record<FieldKind, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  'string?': (value) => typeof value === 'string' || value === null,
  location: isLocation,
  detail: (value) =>
    isObject(value) &&
    Object.values(value).every((part) => part === null || ['string', 'number', 'boolean'].includes(typeof part)),
}

function isEntry(value: unknown): value is CustodyEntry {
  if (!isObject(value) || typeof value['kind'] !== 'string' || !Object.hasOwn(FIELDS, value['kind'])) return false
  const fields: Readonly<Record<string, FieldKind>> = FIELDS[value['kind'] as CustodyEntry['kind']]
  return (
    Object.keys(value).length === Object.keys(fields).length &&
    Object.entries(fields).every(([name, kind]) => Object.hasOwn(value, name) && isOfKind[kind](value[name]))
  )
}

/** JSON without spaces, keys sorted by UTF-16 unit: one value has one form (RFC 8785). */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isObject(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) : part,
  )
}

/** An entry as the line of the log that is hashed, without the newline. */
export function encodeEntry(entry: CustodyEntry): Buffer {
  return Buffer.from(canonicalJson(entry))
}

/** The entry that a line holds; null when the line is not exactly the canonical form of one. */
export function decodeEntry(line: Buffer): CustodyEntry | null {
  let value: unknown
  try {
    value = JSON.parse(line.toString('utf8'))
  } catch {
    return null
  }
  return isEntry(value) && encodeEntry(value).equals(line) ? value : null
}

/** What a line says, short, for a message about it. */
export function describeLine(line: Buffer): string {
  const entry = decodeEntry(line)
  if (entry === null) return `"${line.toString('utf8').slice(0, 120)}"`
  switch (entry.kind) {
    case 'capture':
      return `capture ${entry.captureId} of ${entry.resource}`
    case 'archive-head':
      return `head of archive file ${entry.location.file}`
    case 'reading':
      return `reading of capture ${entry.captureId} by ${entry.producer}`
    case 'decision':
      return `decision ${entry.decisionId}`
    case 'export':
      return `export "${entry.what}"`
    case 'note':
      return `note "${entry.what}"`
  }
}
