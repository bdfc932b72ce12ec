import { hash } from 'node:crypto'

import type { Claim } from '../../../model/claim.ts'
import type { CaptureEntry, CustodyEntry, ReadingEntry } from '../../../model/custody.ts'
import type { Reading } from '../../../model/reading.ts'
import type { InclusionProof, TreeHead } from '../../../ports/custody-log.ts'
import { rootOfInclusion } from '../check-proofs.ts'
import { isCheckpointFault } from '../checkpoint-file.ts'
import { readCheckpoint } from '../checkpoint.ts'
import { hashLeaf } from '../merkle-hash.ts'
import type { PublicKey } from '../signing-key.ts'
import { checkTimestamp } from '../timestamp-token.ts'
import { NAMES, timestampFolder } from './bundle-files.ts'
import type { BundleFiles } from './bundle-files.ts'
import type { ReadCapture } from './read-spans.ts'
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
    | 'decision'
    | 'export'
  /** `absent`: the bundle has nothing of the kind, and the message says what that means. */
  readonly outcome: 'passed' | 'failed' | 'absent'
  readonly file: string
  readonly message: string
}

/** What the other party is known by: the key's name ("cairn.custody/…") as its owner published it, or null when it is not known. */
export type ExpectedKey = string | null

/** What the key of a bundle vouches for. */
export interface Signed {
  /** The state of the log; null when the checkpoint does not hold. */
  readonly tree: TreeHead | null
}

/** Checks what every bundle has: digests and signature of its files, the key, the checkpoint and its timestamps. Null when there is no key to go on with. */
export async function checkSigned(files: BundleFiles, expectedKey: ExpectedKey, say: Say): Promise<Signed | null> {
  const textOf = (name: string): string => Buffer.from(files.get(name) ?? []).toString('utf8')
  const { key, faults } = checkPackage(files)
  for (const { file, message } of faults) say('package', 'failed', file, message)
  if (faults.length === 0) {
    say('package', 'passed', NAMES.package, `${files.size} files have the digests that the key signed`)
  }
  if (key === null) return null
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

  return { tree: 'message' in head ? null : head }
}

/** Notes the outcome of one step. */
export type Say = (what: BundleCheck['what'], outcome: BundleCheck['outcome'], file: string, message: string) => void

function checkCheckpoint(note: string, key: PublicKey): TreeHead | { readonly message: string } {
  const head = readCheckpoint(note, key)
  return isCheckpointFault(head) ? { message: head.message } : head
}

/** What is wrong with the proof that a line is in the log; null when it holds. */
export function checkInclusion(line: Buffer, proof: InclusionProof | null, head: TreeHead | null): string | null {
  if (head === null) return 'cannot be proven: the checkpoint does not hold'
  if (proof === null) return 'has no proof that can be read'
  if (proof.size !== head.size || proof.root !== head.root) return 'is proven for another checkpoint'
  const hashes = proof.hashes.map((hex) => Buffer.from(hex, 'hex'))
  const root = rootOfInclusion({ index: proof.index, size: proof.size, leafHash: hashLeaf(line), hashes })
  return root?.toString('hex') === head.root ? null : `is not entry ${proof.index} of the log: its proof does not hold`
}

/** A proof from its JSON; null when it is none. */
export function readProof(text: string): InclusionProof | null {
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

/** Whether a span is the one that was logged for a capture. */
export function isLoggedSpan({ location }: CaptureEntry, span: Uint8Array): boolean {
  return span.length === location.length && hash('sha256', span, 'hex') === location.sha256
}

/** What of a capture is not as it was logged; null when all is. */
export function findWrong(entry: CaptureEntry, { content, payload }: ReadCapture): string | null {
  const { captureId, item } = content
  const wrong =
    hash('sha256', payload, 'hex') !== entry.payloadSha256
      ? 'SHA-256 of the bytes received'
      : captureId !== entry.captureId
        ? 'id of the capture'
        : item.resource !== entry.resource
          ? 'resource'
          : item.receivedAt !== entry.receivedAt
            ? 'time of receipt'
            : null
  return wrong === null ? null : `the ${wrong} is not the one that was logged`
}

/** Whether a text is the one that was read in a capture. */
export function isTextOf(
  { document }: Reading,
  entry: ReadingEntry,
  capture: CustodyEntry | null,
  text: Uint8Array,
): boolean {
  return (
    document.captureId === `sha256:${capture?.kind === 'capture' ? capture.payloadSha256 : ''}` &&
    Buffer.from(document.text).equals(text) &&
    document.id === `sha256:${hash('sha256', text, 'hex')}` &&
    entry.documentId === document.id
  )
}

/** Whether a claim's words stand at its span. */
export const isQuoted = ({ evidence }: Claim, text: string): boolean =>
  evidence.exact !== '' && text.slice(evidence.start, evidence.end) === evidence.exact

/** JSON, or null for what is none. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
