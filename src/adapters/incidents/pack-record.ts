import { deflateRawSync, inflateRawSync } from 'node:zlib'

import { CairnError } from '../../model/error.ts'
import type { IncidentRecord, SettledClaim } from '../../model/record.ts'
import { DICTIONARY_1 } from '../store/reading-dictionary.ts'

const LEVEL = 3
/** So many claims of a record are packed with it and in each piece that follows: no text may become too long for the engine. */
const PIECE = 5000

/**
 * A record as JSON, packed; its claims are written as those of readings are, so it shares their dictionary. Of a record of
 * very many claims the rest of them follows in pieces, each packed by itself.
 */
export function packRecord(record: IncidentRecord): Uint8Array {
  const { claims } = record
  if (claims.length <= PIECE) return pack(record)
  const pieces = [pack({ ...record, claims: claims.slice(0, PIECE) })]
  for (let at = PIECE; at < claims.length; at += PIECE) pieces.push(pack(claims.slice(at, at + PIECE)))
  return Buffer.concat(pieces)
}

/**
 * @throws {CairnError} "bad-workspace" when the bytes are none that `packRecord` makes
 */
export function unpackRecord(body: Uint8Array): IncidentRecord {
  try {
    const first = unpack(body)
    const record = first.value as IncidentRecord
    if (first.length >= body.length) return record
    const claims: SettledClaim[] = [...record.claims]
    for (let at = first.length; at < body.length;) {
      const { value, length } = unpack(body.subarray(at))
      for (const claim of value as readonly SettledClaim[]) claims.push(claim)
      at += length
    }
    return { ...record, claims }
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    throw new CairnError('bad-workspace', `The record of an incident cannot be unpacked: ${what}.`, { cause: error })
  }
}

function pack(value: unknown): Uint8Array {
  return deflateRawSync(JSON.stringify(value), { level: LEVEL, dictionary: DICTIONARY_1 })
}

/** What the first piece holds, and how many bytes it is long. */
function unpack(bytes: Uint8Array): { readonly value: unknown; readonly length: number } {
  const { buffer, engine } = inflateRawSync(bytes, { dictionary: DICTIONARY_1, info: true }) as unknown as Inflated
  return { value: JSON.parse(buffer.toString('utf8')), length: engine.bytesWritten }
}

/** What zlib gives with `info`: the bytes, and how many of those given it took. */
interface Inflated {
  readonly buffer: Buffer
  readonly engine: { readonly bytesWritten: number }
}
