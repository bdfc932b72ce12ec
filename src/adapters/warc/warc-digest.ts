import { createHash, hash, type Hash } from 'node:crypto'

import type { DigestCheck } from './warc-record.ts'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const ALGORITHMS: ReadonlyMap<string, number> = new Map([
  ['sha1', 20],
  ['sha256', 32],
  ['sha512', 64],
])

/** A digest as a WARC header writes it, "sha1:" or "sha256:" and base32 or hex, with the algorithm and the digest apart. */
export interface LabelledDigest {
  readonly algorithm: string
  /** Lower-case hex. */
  readonly hex: string
}

/** Reads a labelled digest; null for an algorithm or a form that is not known. */
export function parseDigest(value: string): LabelledDigest | null {
  const colon = value.indexOf(':')
  const algorithm = value.slice(0, colon).trim().toLowerCase().replace('-', '')
  const digest = value.slice(colon + 1).trim()
  const size = ALGORITHMS.get(algorithm)
  if (colon === -1 || size === undefined) return null
  if (digest.length === size * 2 && /^[0-9a-f]+$/iu.test(digest)) return { algorithm, hex: digest.toLowerCase() }
  const bytes = decodeBase32(digest.replace(/=+$/u, ''))
  return bytes?.length === size ? { algorithm, hex: bytes.toString('hex') } : null
}

/** SHA-256 as we write it: "sha256:" and hex, as in the custody log, WACZ and `sha256sum`. */
export function writeDigest(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

/** Something that content is fed to in parts and that says in the end whether it had the digest. */
export interface DigestChecker {
  update(part: Uint8Array): void
  finish(): DigestCheck
}

export function startDigestCheck(header: string | null): DigestChecker {
  const expected = header === null ? null : parseDigest(header)
  if (expected === null) return { update: () => undefined, finish: () => 'unchecked' }
  const running: Hash = createHash(expected.algorithm)
  return {
    update: (part) => void running.update(part),
    finish: () => (running.digest('hex') === expected.hex ? 'right' : 'wrong'),
  }
}

export function checkDigest(header: string | null, content: Uint8Array): DigestCheck {
  const expected = header === null ? null : parseDigest(header)
  if (expected === null) return 'unchecked'
  return hash(expected.algorithm, content) === expected.hex ? 'right' : 'wrong'
}

function decodeBase32(text: string): Buffer | null {
  const bytes: number[] = []
  let bits = 0
  let value = 0
  for (const char of text.toUpperCase()) {
    const digit = BASE32.indexOf(char)
    if (digit === -1) return null
    value = ((value << 5) | digit) & 0xfff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((value >> bits) & 0xff)
    }
  }
  return Buffer.from(bytes)
}
