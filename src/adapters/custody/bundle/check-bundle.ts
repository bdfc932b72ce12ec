import { hash } from 'node:crypto'
import type { CaptureEntry, CustodyEntry, ReadingEntry } from '../../../model/custody.ts'
import type { Claim } from '../../../model/claim.ts'
import type { Reading } from '../../../model/reading.ts'
import type { InclusionProof, TreeHead } from '../../../ports/custody-log.ts'
import { isCheckpointFault } from '../checkpoint-file.ts'
import { readCheckpoint } from '../checkpoint.ts'
import { rootOfInclusion } from '../check-proofs.ts'
import { canonicalJson, decodeEntry } from '../encode-entry.ts'
import { hashLeaf } from '../merkle-hash.ts'
import type { PublicKey } from '../signing-key.ts'
import { checkTimestamp } from '../timestamp-token.ts'
import { NAMES, timestampFolder } from './bundle-files.ts'
import type { BundleFiles } from './bundle-files.ts'
import { readCapture } from './read-spans.ts'
import { checkPackage } from './sign-package.ts'

/** One step of checking a bundle. */
export interface BundleCheck {
  /** Stable word for what was checked. */
  readonly what:
    | 'container'
    | 'package'
    | 'key'
    | 'checkpoint'
    | 'timestamp'
    | 'capture-entry'
    | 'archive'
    | 'payload'
    | 'reading-entry'
    | 'reading'
    | 'document'
    | 'claim'
  /** `absent`: the bundle has nothing of the kind, and the message says what that means. */
  readonly outcome: 'passed' | 'failed' | 'absent'
  readonly file: string
  readonly message: string
}

/** What the other party is known by: the key's name ("cairn.custody/…") as its owner published it, or null when it is not known. */
export type ExpectedKey = string | null

/**
 * Checks a proof bundle from its files alone. Never throws for what a bundle holds; every failure says in which file and what.
 *
 * That all checks pass shows that these bytes were in the log whose key signed the checkpoint; not who holds the key, and
 * not that the report is true.
 */
export async function checkBundle(files: BundleFiles, expectedKey: ExpectedKey): Promise<readonly BundleCheck[]> {
  const checks: BundleCheck[] = []
  const say = (what: BundleCheck['what'], outcome: BundleCheck['outcome'], file: string, message: string): void =>
    void checks.push({ what, outcome, file, message })
  const bytesOf = (name: string): Buffer => Buffer.from(files.get(name) ?? [])
  const textOf = (name: string): string => bytesOf(name).toString('utf8')

  const { key, faults } = checkPackage(files)
  for (const { file, message } of faults) say('package', 'failed', file, message)
  if (faults.length === 0) {
    say('package', 'passed', NAMES.package, `${files.size} files have the digests that the key signed`)
  }
  if (key === null) return checks
  if (expectedKey !== null && key.name !== expectedKey) {
    say('key', 'failed', NAMES.key, `is ${key.name}, not the expected ${expectedKey}`)
  } else if (expectedKey === null) {
    say(
      'key',
      'absent',
      NAMES.key,
      `signed by ${key.name}: compare this name with the one that its owner has published`,
    )
  } else say('key', 'passed', NAMES.key, `signed by the expected key ${key.name}`)

  const head = checkCheckpoint(textOf(NAMES.checkpoint), key)
  if ('message' in head) say('checkpoint', 'failed', NAMES.checkpoint, head.message)
  else
    say('checkpoint', 'passed', NAMES.checkpoint, `the key signed a log of ${head.size} entries with root ${head.root}`)
  await checkTimestamps(files, say)

  const tree = 'message' in head ? null : head
  const proven = (
    what: 'capture-entry' | 'reading-entry',
    entryName: string,
    proofName: string,
  ): CustodyEntry | null => {
    const line = bytesOf(entryName)
    const entry = decodeEntry(line)
    const fault = entry === null ? 'is not an entry of a custody log' : checkInclusion(line, textOf(proofName), tree)
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

type Say = (what: BundleCheck['what'], outcome: BundleCheck['outcome'], file: string, message: string) => void

function checkCheckpoint(note: string, key: PublicKey): TreeHead | { readonly message: string } {
  const head = readCheckpoint(note, key)
  return isCheckpointFault(head) ? { message: head.message } : head
}

function checkInclusion(line: Buffer, proofText: string, head: TreeHead | null): string | null {
  if (head === null) return 'cannot be proven: the checkpoint does not hold'
  const proof = readProof(proofText)
  if (proof === null) return 'has no proof that can be read'
  if (proof.size !== head.size || proof.root !== head.root) return 'is proven for another checkpoint'
  const hashes = proof.hashes.map((hex) => Buffer.from(hex, 'hex'))
  const root = rootOfInclusion({ index: proof.index, size: proof.size, leafHash: hashLeaf(line), hashes })
  return root?.toString('hex') === head.root ? null : `is not entry ${proof.index} of the log: its proof does not hold`
}

function readProof(text: string): InclusionProof | null {
  const proof = parse(text) as Partial<InclusionProof> | null
  const isWhole =
    typeof proof?.index === 'number' &&
    typeof proof.size === 'number' &&
    typeof proof.root === 'string' &&
    Array.isArray(proof.hashes) &&
    proof.hashes.every((hex) => typeof hex === 'string' && /^[0-9a-f]{64}$/u.test(hex))
  return isWhole ? (proof as InclusionProof) : null
}

async function checkTimestamps(files: BundleFiles, say: Say): Promise<void> {
  const stamped = files.get(NAMES.checkpoint) ?? new Uint8Array()
  let count = 0
  for (let folder = timestampFolder(1); files.has(`${folder}/response.tsr`); folder = timestampFolder(count + 1)) {
    count += 1
    const file = `${folder}/response.tsr`
    const checked = await checkTimestamp({
      response: files.get(file) ?? new Uint8Array(),
      stamped,
      rootsPem: Buffer.from(files.get(`${folder}/roots.pem`) ?? []).toString('utf8'),
      nonce: null,
    })
    if ('reason' in checked) say('timestamp', 'failed', file, checked.reason)
    else
      say(
        'timestamp',
        'passed',
        file,
        `${checked.authority} saw the checkpoint at ${checked.at}; whether its root certificate is to be trusted is yours to judge`,
      )
  }
  if (count > 0) return
  say(
    'timestamp',
    'absent',
    timestampFolder(1),
    'no third party has seen the checkpoint: nothing here shows when it was made',
  )
}

async function checkCapture(files: BundleFiles, entry: CaptureEntry, say: Say): Promise<void> {
  const span = files.get(NAMES.archive) ?? new Uint8Array()
  const isSpan = hash('sha256', span, 'hex') === entry.location.sha256 && span.length === entry.location.length
  say(
    'archive',
    isSpan ? 'passed' : 'failed',
    NAMES.archive,
    isSpan ? 'has the SHA-256 that was logged' : 'has not the SHA-256 that was logged',
  )
  const capture = await readCapture(span, files.get(NAMES.original) ?? null)
  if (typeof capture === 'string') {
    say('payload', 'failed', NAMES.archive, capture)
    return
  }
  const { captureId, item } = capture.content
  const wrong =
    hash('sha256', capture.payload, 'hex') !== entry.payloadSha256
      ? 'SHA-256 of the bytes received'
      : captureId !== entry.captureId
        ? 'id of the capture'
        : item.resource !== entry.resource
          ? 'resource'
          : item.receivedAt !== entry.receivedAt
            ? 'time of receipt'
            : null
  if (wrong !== null) say('payload', 'failed', NAMES.archive, `the ${wrong} is not the one that was logged`)
  else {
    say(
      'payload',
      'passed',
      NAMES.archive,
      `${capture.payload.length} bytes of ${entry.resource}, received ${entry.receivedAt}, logged ${entry.at}`,
    )
  }
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
  const isText =
    reading.document.captureId ===
      `sha256:${entries.capture?.kind === 'capture' ? entries.capture.payloadSha256 : ''}` &&
    Buffer.from(reading.document.text).equals(text) &&
    reading.document.id === `sha256:${hash('sha256', text, 'hex')}` &&
    entries.reading.documentId === reading.document.id
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

const isQuoted = ({ evidence }: Claim, text: string): boolean =>
  evidence.exact !== '' && text.slice(evidence.start, evidence.end) === evidence.exact

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
