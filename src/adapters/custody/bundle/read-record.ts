import { hash } from 'node:crypto'

import type { CaptureEntry, CustodyEntry, DecisionEntry, ReadingEntry } from '../../../model/custody.ts'
import type { InclusionProof } from '../../../ports/custody-log.ts'
import { decodeEntry } from '../encode-entry.ts'
import { type BundleFiles, NAMES } from './bundle-files.ts'
import { parse, readProof } from './check-parts.ts'
import {
  RECORD_NAMES,
  RECORD_SCHEMA,
  type BundledCapture,
  type RecordManifest,
  type WithheldCapture,
} from './record-files.ts'

/** A line of the custody log in a bundle, with its proof. */
export interface BundledEntry {
  readonly line: Buffer
  /** Null when it is no entry. */
  readonly entry: CustodyEntry | null
  readonly proof: InclusionProof | null
}

/** A capture of a bundle with what was read in it. */
export interface BundledItem {
  readonly capture: BundledCapture
  readonly span: Uint8Array
  /** The entry that names it; null when the bundle has none. */
  readonly entry: CaptureEntry | null
  readonly reading: ReadingEntry | null
  /** The reading as the bytes that were logged, or null. */
  readonly readingJson: string | null
}

/** A capture that the bundle names and does not hold. */
export interface WithheldItem {
  readonly capture: WithheldCapture
  /** The entry that names it; null when the bundle has none. */
  readonly entry: CaptureEntry | null
}

/** A decision of a bundle: the bytes that were logged, without the line break. */
export interface BundledDecision {
  readonly json: string
  /** The entry that names them; null when the bundle has none. */
  readonly entry: DecisionEntry | null
}

/** An evidence bundle as its files tell it; nothing of it is proven yet. */
export interface BundledRecord {
  readonly manifest: RecordManifest
  readonly entries: readonly BundledEntry[]
  readonly items: readonly BundledItem[]
  readonly withheld: readonly WithheldItem[]
  readonly decisions: readonly BundledDecision[]
}

/** Takes an evidence bundle apart; a text says why it cannot be. */
export function readRecord(files: BundleFiles): BundledRecord | string {
  const textOf = (name: string): string => Buffer.from(files.get(name) ?? []).toString('utf8')
  const linesOf = (name: string): string[] => textOf(name).split('\n').slice(0, -1)
  const manifest = parse(textOf(RECORD_NAMES.manifest)) as RecordManifest | null
  if (
    manifest?.schema !== RECORD_SCHEMA ||
    !Array.isArray(manifest.captures) ||
    !manifest.captures.every(isCapture) ||
    !Array.isArray(manifest.withheld) ||
    !manifest.withheld.every(isWithheld)
  )
    return 'is no manifest of an evidence bundle'
  const entries = linesOf(RECORD_NAMES.entries).map(readEntry)
  const told = entries.flatMap(({ entry }) => (entry === null ? [] : [entry]))
  const captures = new Map(told.flatMap((entry) => (entry.kind === 'capture' ? [[entry.captureId, entry]] : [])))
  const readings = new Map(told.flatMap((entry) => (entry.kind === 'reading' ? [[entry.captureId, entry]] : [])))
  const decided = new Map(told.flatMap((entry) => (entry.kind === 'decision' ? [[entry.sha256, entry]] : [])))
  const jsonByDigest = new Map(linesOf(RECORD_NAMES.readings).map((json) => [hash('sha256', json), json]))
  const archive = files.get(NAMES.archive) ?? new Uint8Array()
  const items = manifest.captures.map((capture): BundledItem => {
    const reading = readings.get(capture.captureId) ?? null
    return {
      capture,
      span: archive.subarray(capture.offset, capture.offset + capture.length),
      entry: captures.get(capture.captureId) ?? null,
      reading,
      readingJson: reading === null ? null : (jsonByDigest.get(reading.sha256) ?? null),
    }
  })
  const decisions = linesOf(RECORD_NAMES.decisions).map((json) => ({
    json,
    entry: decided.get(hash('sha256', json)) ?? null,
  }))
  const withheld = manifest.withheld.map((capture) => ({ capture, entry: captures.get(capture.captureId) ?? null }))
  return { manifest, entries, items, withheld, decisions }
}

function readEntry(text: string): BundledEntry {
  const value = parse(text) as { readonly entry?: unknown; readonly proof?: unknown } | null
  const line = Buffer.from(typeof value?.entry === 'string' ? value.entry : '')
  return { line, entry: decodeEntry(line), proof: readProof(JSON.stringify(value?.proof ?? null)) }
}

function isCapture(value: Partial<BundledCapture> | null): boolean {
  return (
    typeof value?.captureId === 'string' &&
    [value.offset, value.length].every((n) => typeof n === 'number' && Number.isSafeInteger(n) && n >= 0)
  )
}

function isWithheld(value: Partial<WithheldCapture> | null): boolean {
  return typeof value?.captureId === 'string' && typeof value.payloadSha256 === 'string'
}
