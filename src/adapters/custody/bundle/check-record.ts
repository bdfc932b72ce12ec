import type { ReadingEntry } from '../../../model/custody.ts'
import { REDACTED } from '../../../model/hidden-words.ts'
import type { Reading } from '../../../model/reading.ts'
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
  type Say,
} from './check-parts.ts'
import { type BundledItem, type BundledRecord, readRecord, type WithheldItem } from './read-record.ts'
import { readCapture, readOriginal } from './read-spans.ts'
import { RECORD_NAMES } from './record-files.ts'

/** Faults of one kind that are told one by one; the rest is counted. */
const MAX_TOLD = 20

/**
 * Checks an evidence bundle of many captures from its files alone: signature, log, every capture's bytes, every reading, every
 * claim's words, every decision, and that the exported claims are those of the readings. Never throws for what a bundle holds.
 */
export async function checkRecord(files: BundleFiles, expectedKey: ExpectedKey): Promise<readonly BundleCheck[]> {
  const checks: BundleCheck[] = []
  const say: Say = (what, outcome, file, message) => void checks.push({ what, outcome, file, message })
  const signed = await checkSigned(files, expectedKey, say)
  if (signed === null) return checks
  const record = readRecord(files)
  if (typeof record === 'string') {
    say('package', 'failed', RECORD_NAMES.manifest, record)
    return checks
  }
  const { entries, items, withheld, decisions } = record
  const report = reporterTo(say)
  report(
    'capture-entry',
    RECORD_NAMES.entries,
    entries.map(({ line, entry, proof }) =>
      entry === null ? 'a line is not an entry of a custody log' : checkInclusion(line, proof, signed.tree),
    ),
    (n) => `${n} entries are in the log that the checkpoint signs`,
  )
  report(
    'archive',
    NAMES.archive,
    findArchiveFaults(record, files),
    (n) => `${n} captures have the SHA-256 that was logged`,
  )
  const payloads: (string | null)[] = []
  for (const item of items) payloads.push(await findPayloadFault(item, items))
  report('payload', NAMES.archive, payloads, (n) => `the bytes received of ${n} captures are the ones that were logged`)
  const read = items.flatMap(({ reading }) => (reading === null ? [] : [reading]))
  report(
    'reading',
    RECORD_NAMES.readings,
    items.map((item) => (item.reading === null ? null : findReadingFault(item, item.reading))),
    () => `${read.length} readings are the ones that were logged, and every claim quotes its text`,
  )
  report(
    'decision',
    RECORD_NAMES.decisions,
    decisions.map(({ entry }, i) => (entry === null ? `line ${i + 1} is not a decision that was logged` : null)),
    (n) => `${n} decisions are the ones that were logged`,
  )
  if (withheld.length > 0) {
    const faults = withheld.map(findWithheldFault)
    report('archive', RECORD_NAMES.manifest, faults, (n) => `${n} captures that are withheld are in the log`)
    say(
      'payload',
      'absent',
      RECORD_NAMES.manifest,
      `${withheld.length} captures are withheld because words in them were redacted: what the export says by them is not proven here`,
    )
  }
  report('export', RECORD_NAMES.graph, findExportFaults(files, record), (n) => `${n} claims are claims of the readings`)
  return checks
}

/** Tells the faults of a step, or once that there are none; null stands for a thing without fault. */
function reporterTo(say: Say) {
  return (
    what: BundleCheck['what'],
    file: string,
    found: readonly (string | null)[],
    passed: (count: number) => string,
  ): void => {
    const faults = found.filter((fault) => fault !== null)
    for (const fault of faults.slice(0, MAX_TOLD)) say(what, 'failed', file, fault)
    if (faults.length > MAX_TOLD) say(what, 'failed', file, `${faults.length - MAX_TOLD} more faults of the kind`)
    if (faults.length === 0) say(what, 'passed', file, passed(found.length))
  }
}

/** One answer a capture; more where the archive file holds bytes that belong to none. */
function findArchiveFaults({ items }: BundledRecord, files: BundleFiles): (string | null)[] {
  let end = 0
  const faults = items.map(({ capture, span, entry }) => {
    const follows = capture.offset === end
    end = capture.offset + capture.length
    if (entry === null) return `${capture.captureId} has no entry of the log`
    if (!isLoggedSpan(entry, span)) return `${capture.captureId} has not the SHA-256 that was logged`
    return follows ? null : `${capture.captureId} does not stand behind the capture before it`
  })
  const size = files.get(NAMES.archive)?.length ?? 0
  return end === size ? faults : [...faults, `holds ${size - end} bytes of no capture`]
}

function findWithheldFault({ capture, entry }: WithheldItem): string | null {
  const { captureId, payloadSha256 } = capture
  if (entry === null) return `${captureId} is withheld and has no entry of the log`
  return entry.payloadSha256 === payloadSha256 ? null : `${captureId} is withheld under another SHA-256 than was logged`
}

async function findPayloadFault(
  { capture, span, entry }: BundledItem,
  items: readonly BundledItem[],
): Promise<string | null> {
  const read = await readBundled(span, items)
  const fault = typeof read === 'string' ? read : entry === null ? 'no entry names it' : findWrong(entry, read)
  return fault === null ? null : `${capture.captureId}: ${fault}`
}

/** A capture of a bundle with its payload, which may stand in another capture of it; a text says what is wrong. */
export async function readBundled(span: Uint8Array, items: readonly BundledItem[]): ReturnType<typeof readCapture> {
  const alone = await readCapture(span, null)
  if (typeof alone !== 'string') return alone
  const original = await findOriginal(span, items)
  return original === null ? alone : readCapture(span, original)
}

async function findOriginal(span: Uint8Array, items: readonly BundledItem[]): Promise<Uint8Array | null> {
  const location = await readOriginal(span)
  return items.find(({ entry }) => entry?.location.sha256 === location?.sha256)?.span ?? null
}

function findReadingFault({ capture, entry, readingJson }: BundledItem, logged: ReadingEntry): string | null {
  const { captureId } = capture
  if (readingJson === null) return `the reading of ${captureId} is not in it`
  const reading = parse(readingJson) as Partial<Reading> | null
  if (reading?.document === undefined)
    return logged.documentId === null ? null : `the reading of ${captureId} holds no document`
  const whole = reading as Reading
  if (!isTextOf(whole, logged, entry, Buffer.from(whole.document.text)))
    return `the text of ${captureId} is not the text that was read`
  const wrong = whole.claims.find((claim) => !isQuoted(claim, whole.document.text))
  return wrong === undefined ? null : `claim ${wrong.id} of ${captureId} does not quote the text at its span`
}

/** What is looked at in a node of the exported graph. */
interface ExportedNode {
  readonly id: string
  readonly type: unknown
  readonly target?: { readonly selector?: readonly { readonly exact?: string }[] }
}

/** One answer an exported claim of the captures in it: it must be a claim of the reading of its capture, with the same words. */
function findExportFaults(files: BundleFiles, { items, withheld }: BundledRecord): (string | null)[] {
  const text = Buffer.from(files.get(RECORD_NAMES.graph) ?? []).toString('utf8')
  const graph = (parse(text) as { readonly '@graph'?: readonly ExportedNode[] } | null)?.['@graph']
  if (!Array.isArray(graph)) return ['is no graph']
  const words = new Map<string, string>()
  for (const { capture, readingJson } of items) {
    const reading = readingJson === null ? null : (parse(readingJson) as Partial<Reading> | null)
    for (const { id, evidence } of reading?.claims ?? [])
      words.set(`${claimsOf(capture.captureId)}${encodeURIComponent(id)}`, evidence.exact)
  }
  const notHeld = withheld.map(({ capture }) => claimsOf(capture.captureId))
  return graph
    .filter(({ type }: ExportedNode) => Array.isArray(type) && type.includes('oa:Annotation'))
    .filter(({ id }: ExportedNode) => !notHeld.some((own) => id.startsWith(own)))
    .map(({ id, target }: ExportedNode) => {
      const quoted = target?.selector?.find(({ exact }) => exact !== undefined)?.exact
      if (!words.has(id)) return `${id} is not a claim of the readings`
      const isSame = quoted === undefined || quoted === words.get(id) || quoted.includes(REDACTED)
      return isSame ? null : `${id} has other words than the reading`
    })
}

/** How the IRIs of a capture's claims begin. */
function claimsOf(captureId: string): string {
  return `urn:cairn:claim:${encodeURIComponent(captureId)}:`
}
