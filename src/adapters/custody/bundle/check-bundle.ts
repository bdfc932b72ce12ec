import { hash } from 'node:crypto'

import type { CaptureEntry, CustodyEntry, ReadingEntry } from '../../../model/custody.ts'
import type { Reading } from '../../../model/reading.ts'
import { canonicalJson, decodeEntry } from '../encode-entry.ts'
import { NAMES } from './bundle-files.ts'
import type { BundleFiles } from './bundle-files.ts'
import {
  type BundleCheck,
  checkInclusion,
  checkSigned,
  type ExpectedKey,
  findWrong,
  isLoggedSpan,
  isQuoted,
  isTextOf,
  parse,
  readProof,
  type Say,
} from './check-parts.ts'
import { readCapture } from './read-spans.ts'

/**
 * Checks a proof bundle from its files alone. Never throws for what a bundle holds; every failure says in which file and what.
 *
 * That all checks pass shows that these bytes were in the log whose key signed the checkpoint; not who holds the key, and
 * not that the report is true.
 */
export async function checkBundle(files: BundleFiles, expectedKey: ExpectedKey): Promise<readonly BundleCheck[]> {
  const checks: BundleCheck[] = []
  const say: Say = (what, outcome, file, message) => void checks.push({ what, outcome, file, message })
  const bytesOf = (name: string): Buffer => Buffer.from(files.get(name) ?? [])

  const signed = await checkSigned(files, expectedKey, say)
  if (signed === null) return checks
  const { tree } = signed
  const proven = (
    what: 'capture-entry' | 'reading-entry',
    entryName: string,
    proofName: string,
  ): CustodyEntry | null => {
    const line = bytesOf(entryName)
    const entry = decodeEntry(line)
    const fault =
      entry === null
        ? 'is not an entry of a custody log'
        : checkInclusion(line, readProof(bytesOf(proofName).toString('utf8')), tree)
    say(what, fault === null ? 'passed' : 'failed', entryName, fault ?? 'is in the log that the checkpoint signs')
    return fault === null ? entry : null
  }
  const capture = proven('capture-entry', NAMES.captureEntry, NAMES.captureProof)
  if (capture?.kind === 'capture') await checkCapture(files, capture, say)
  else say('payload', 'failed', NAMES.captureEntry, 'does not prove a capture')
  if (!files.has(NAMES.reading)) {
    say('reading', 'absent', NAMES.reading, 'the bundle proves the capture alone')
    return checks
  }
  const reading = proven('reading-entry', NAMES.readingEntry, NAMES.readingProof)
  if (reading?.kind === 'reading') checkReading(files, { reading, capture }, say)
  else say('reading', 'failed', NAMES.readingEntry, 'does not prove a reading')
  return checks
}

async function checkCapture(files: BundleFiles, entry: CaptureEntry, say: Say): Promise<void> {
  const span = files.get(NAMES.archive) ?? new Uint8Array()
  const isSpan = isLoggedSpan(entry, span)
  say(
    'archive',
    isSpan ? 'passed' : 'failed',
    NAMES.archive,
    isSpan ? 'has the SHA-256 that was logged' : 'has not the SHA-256 that was logged',
  )
  const capture = await readCapture(span, files.get(NAMES.original) ?? null)
  const wrong = typeof capture === 'string' ? capture : findWrong(entry, capture)
  if (typeof capture === 'string' || wrong !== null) {
    say('payload', 'failed', NAMES.archive, wrong ?? '')
    return
  }
  say(
    'payload',
    'passed',
    NAMES.archive,
    `${capture.payload.length} bytes of ${entry.resource}, received ${entry.receivedAt}, logged ${entry.at}`,
  )
}

interface Entries {
  readonly reading: ReadingEntry
  readonly capture: CustodyEntry | null
}

function checkReading(files: BundleFiles, entries: Entries, say: Say): void {
  const json = Buffer.from(files.get(NAMES.reading) ?? [])
  const reading = parse(json.toString('utf8')) as Reading | null
  const fault =
    hash('sha256', json, 'hex') !== entries.reading.sha256
      ? 'has not the SHA-256 that was logged'
      : entries.capture?.kind !== 'capture' || entries.capture.captureId !== entries.reading.captureId
        ? 'is logged as a reading of another capture'
        : reading?.document === undefined || !Array.isArray(reading.claims)
          ? 'holds no document'
          : null
  say(
    'reading',
    fault === null ? 'passed' : 'failed',
    NAMES.reading,
    fault ?? `read by ${entries.reading.producer}, logged ${entries.reading.at}`,
  )
  if (fault !== null || reading === null) return
  const text = Buffer.from(files.get(NAMES.document) ?? [])
  const isText = isTextOf(reading, entries.reading, entries.capture, text)
  say(
    'document',
    isText ? 'passed' : 'failed',
    NAMES.document,
    isText ? `is the text that was read, ${reading.document.id}` : 'is not the text that was read',
  )
  const wrong = reading.claims.find((claim) => !isQuoted(claim, reading.document.text))
  if (wrong !== undefined)
    say('claim', 'failed', NAMES.reading, `claim ${wrong.id} does not quote the text at its span`)
  if (!files.has(NAMES.claim)) {
    say('claim', 'absent', NAMES.claim, `the bundle proves all ${reading.claims.length} claims of the document`)
    return
  }
  const claimText = Buffer.from(files.get(NAMES.claim) ?? []).toString('utf8')
  const claim = reading.claims.find((one) => `${canonicalJson(one)}\n` === claimText)
  if (claim === undefined) say('claim', 'failed', NAMES.claim, 'is not a claim of the reading')
  else if (isQuoted(claim, reading.document.text)) {
    const { start, end, exact } = claim.evidence
    say('claim', 'passed', NAMES.claim, `quotes the text at ${start} to ${end} (UTF-16 units): "${exact}"`)
  }
}
