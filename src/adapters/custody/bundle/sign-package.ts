import { hash } from 'node:crypto'
import { isSignedBy, readPublicKey } from '../signing-key.ts'
import type { PublicKey, SigningKey } from '../signing-key.ts'
import { NAMES } from './bundle-files.ts'
import type { BundleFiles } from './bundle-files.ts'

/** What the package says of itself. */
export interface PackageHead {
  readonly title: string
  /** ISO 8601, UTC. */
  readonly created: string
  /** Name and version of the software that wrote it. */
  readonly software: string
}

interface Resource {
  readonly name: string
  readonly path: string
  readonly hash: string
  readonly bytes: number
}

const digestOf = (bytes: Uint8Array): string => `sha256:${hash('sha256', bytes, 'hex')}`
const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)

/** The same files with a WACZ data package that lists the digest of each, and a signature over the package (WACZ 1.1.1). */
export function signPackage(files: BundleFiles, head: PackageHead, key: SigningKey): BundleFiles {
  const resources: Resource[] = [...files].map(([path, bytes]) => ({
    name: path.slice(path.lastIndexOf('/') + 1),
    path,
    hash: digestOf(bytes),
    bytes: bytes.length,
  }))
  const { title, created, software } = head
  const description = json({ profile: 'data-package', wacz_version: '1.1.1', title, created, software, resources })
  const signature = key.sign(Buffer.from(digestOf(description)))
  const digest = renderDigest(digestOf(description), head, signature, key.publicKey)
  return new Map([...files, [NAMES.package, description], [NAMES.digest, digest]])
}

function renderDigest(
  digest: string,
  head: Pick<PackageHead, 'created' | 'software'>,
  signature: Uint8Array,
  key: PublicKey,
): Buffer {
  const { created, software } = head
  const publicKey = key.object.export({ type: 'spki', format: 'der' }).toString('base64')
  const signedData = {
    hash: digest,
    created,
    software,
    algorithm: 'Ed25519',
    signature: Buffer.from(signature).toString('base64'),
    publicKey,
  }
  return json({ path: NAMES.package, hash: digest, signedData })
}

/** A fault of the package: in which file, and what. */
export interface PackageFault {
  readonly file: string
  readonly message: string
}

/**
 * Checks that the package is signed by the key that lies in it, that every file has its digest, and that there are no others.
 * The key is null when it cannot be read.
 */
export function checkPackage(files: BundleFiles): {
  readonly key: PublicKey | null
  readonly faults: readonly PackageFault[]
} {
  const faults: PackageFault[] = []
  const bad = (file: string, message: string): void => void faults.push({ file, message })
  const textOf = (name: string): string => Buffer.from(files.get(name) ?? []).toString('utf8')
  const key = readPublicKey(textOf(NAMES.key))
  if (key === null) bad(NAMES.key, 'is missing or is not a public key as it is written')
  const description = files.get(NAMES.package) ?? new Uint8Array()
  const told = parse(textOf(NAMES.package))
  const digest = parse(textOf(NAMES.digest))
  const signedData = isObject(digest?.['signedData']) ? digest['signedData'] : {}
  const signature = Buffer.from(String(signedData['signature']), 'base64')
  const head = { created: String(told?.['created']), software: String(told?.['software']) }
  if (key !== null) {
    if (!Buffer.from(files.get(NAMES.digest) ?? []).equals(renderDigest(digestOf(description), head, signature, key))) {
      bad(NAMES.digest, `is not the digest of this ${NAMES.package} by this key`)
    } else if (!isSignedBy(key, Buffer.from(digestOf(description)), signature)) {
      bad(NAMES.digest, `its signature does not hold for ${digestOf(description)}`)
    }
  }
  const resources = Array.isArray(told?.['resources']) ? told['resources'].filter(isObject) : []
  if (resources.length === 0) bad(NAMES.package, 'is missing, cannot be read, or lists no files')
  const listed = new Set<string>([NAMES.package, NAMES.digest])
  for (const { path, hash: expected, bytes } of resources) {
    const name = String(path)
    listed.add(name)
    const content = files.get(name)
    if (content === undefined) bad(name, 'is missing')
    else if (content.length !== bytes || digestOf(content) !== expected) {
      bad(name, `has not the digest that ${NAMES.package} lists: it was changed`)
    }
  }
  for (const name of files.keys()) if (!listed.has(name)) bad(name, `is not listed in ${NAMES.package}`)
  return { key, faults }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parse(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}
