import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/** The public half of a workspace's key, as C2SP signed-note names it. */
export interface PublicKey {
  /** Name of the key and origin of the log: "cairn.custody/" and the first 16 hex digits of SHA-256 over the raw key. */
  readonly name: string
  /** First four bytes of SHA-256 over name, newline, 0x01 and the raw key. */
  readonly keyHash: Buffer
  /** The 32 bytes of the Ed25519 key. */
  readonly raw: Buffer
  readonly object: KeyObject
}

/** A key that can sign. */
export interface SigningKey {
  readonly publicKey: PublicKey
  /** PKCS #8, PEM. */
  readonly pem: string
  sign(bytes: Uint8Array): Buffer
}

/** Algorithm byte of Ed25519 in C2SP signed-note. */
const ED25519 = 1
/** DER before the 32 bytes of an Ed25519 key in SubjectPublicKeyInfo (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

function describePublicKey(object: KeyObject): PublicKey {
  const raw = object.export({ type: 'spki', format: 'der' }).subarray(SPKI_PREFIX.length)
  const name = `cairn.custody/${hash('sha256', raw, 'hex').slice(0, 16)}`
  const keyHash = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), Buffer.from([ED25519]), raw]), 'buffer')
  return { name, keyHash: keyHash.subarray(0, 4), raw: Buffer.from(raw), object }
}

function describeSigningKey(object: KeyObject): SigningKey {
  return {
    publicKey: describePublicKey(createPublicKey(object)),
    pem: object.export({ type: 'pkcs8', format: 'pem' }).toString(),
    sign: (bytes) => sign(null, bytes, object),
  }
}

export function makeSigningKey(): SigningKey {
  return describeSigningKey(generateKeyPairSync('ed25519').privateKey)
}

/** Reads a PKCS #8 PEM; null when it is not exactly the PEM of an Ed25519 key. */
export function readSigningKey(pem: string): SigningKey | null {
  try {
    const object = createPrivateKey(pem)
    if (object.asymmetricKeyType !== 'ed25519') return null
    const key = describeSigningKey(object)
    return key.pem === pem ? key : null
  } catch {
    return null
  }
}

/** The line by which C2SP tools know a verifier: name, key hash, and 0x01 with the raw key in base64. */
export function verifierKey(key: PublicKey): string {
  return `${key.name}+${key.keyHash.toString('hex')}+${Buffer.concat([Buffer.from([ED25519]), key.raw]).toString('base64')}`
}

/** SubjectPublicKeyInfo, PEM: the form that openssl reads. */
export function publicKeyPem(key: PublicKey): string {
  return key.object.export({ type: 'spki', format: 'pem' }).toString()
}

/** The file that holds a public key: the verifier line, then the PEM. */
export function renderPublicKey(key: PublicKey): string {
  return `${verifierKey(key)}\n${publicKeyPem(key)}`
}

/** Reads what `renderPublicKey` wrote; null when a single character is not as it would write it. */
export function readPublicKey(text: string): PublicKey | null {
  try {
    const object = createPublicKey(text.slice(text.indexOf('\n') + 1))
    if (object.asymmetricKeyType !== 'ed25519') return null
    const key = describePublicKey(object)
    return renderPublicKey(key) === text ? key : null
  } catch {
    return null
  }
}

export function isSignedBy(key: PublicKey, bytes: Uint8Array, signature: Uint8Array): boolean {
  return signature.length === 64 && verify(null, bytes, key.object, signature)
}
