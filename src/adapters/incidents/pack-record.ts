import { deflateRawSync, inflateRawSync } from 'node:zlib'

import { CairnError } from '../../model/error.ts'
import type { IncidentRecord } from '../../model/record.ts'
import { DICTIONARY_1 } from '../store/reading-dictionary.ts'

const LEVEL = 3

/** A record as JSON, packed; its claims are written as those of readings are, so it shares their dictionary. */
export function packRecord(record: IncidentRecord): Uint8Array {
  return deflateRawSync(JSON.stringify(record), { level: LEVEL, dictionary: DICTIONARY_1 })
}

/**
 * @throws {CairnError} "bad-workspace" when the bytes are none that `packRecord` makes
 */
export function unpackRecord(body: Uint8Array): IncidentRecord {
  try {
    return JSON.parse(inflateRawSync(body, { dictionary: DICTIONARY_1 }).toString('utf8')) as IncidentRecord
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    throw new CairnError('bad-workspace', `The record of an incident cannot be unpacked: ${what}.`, { cause: error })
  }
}
