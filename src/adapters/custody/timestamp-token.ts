import { hash, X509Certificate } from 'node:crypto'
import { Integer, ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import {
  AlgorithmIdentifier,
  Certificate,
  ExtKeyUsage,
  id_ContentType_SignedData,
  id_eContentType_TSTInfo,
  MessageImprint,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs'

/** What a timestamp says once everything about it was checked. */
export interface CheckedTimestamp {
  /** Time of the authority's clock: ISO 8601, UTC. */
  readonly at: string
  /** Subject of the authority's certificate. */
  readonly authority: string
  /** Certificates that the token brought, PEM, the signer's own first. */
  readonly chainPem: string
  /** Certificates that were trusted, PEM. */
  readonly rootsPem: string
}

/** A timestamp that proves nothing, and why. */
export interface TimestampFault {
  readonly reason: string
}

/** A timestamp to be checked. */
export interface TimestampToCheck {
  /** TimeStampResp, DER. */
  readonly response: Uint8Array
  /** The bytes that were timestamped. */
  readonly stamped: Uint8Array
  /** Certificates that are trusted, PEM; null takes the highest one that the token brought. */
  readonly rootsPem: string | null
  /** The nonce of the request when the response has just come, else null. */
  readonly nonce: Uint8Array | null
}

const SHA256 = '2.16.840.1.101.3.4.2.1'
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
const EXTENDED_KEY_USAGE = '2.5.29.37'
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'
const HASH_NAMES: Readonly<Record<string, string>> = {
  [SHA256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

const toArrayBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer
const derOf = (certificate: Certificate): Buffer => Buffer.from(certificate.toSchema().toBER())

/** A request for the time of some bytes: SHA-256 of them, a nonce, and the wish for the certificates (RFC 3161, 2.4.1). */
export function encodeTimestampRequest(stamped: Uint8Array, nonce: Uint8Array): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256 }),
      hashedMessage: new OctetString({ valueHex: toArrayBuffer(hash('sha256', stamped, 'buffer')) }),
    }),
    nonce: new Integer({ valueHex: toArrayBuffer(nonce) }),
    certReq: true,
  })
  return new Uint8Array(request.toSchema().toBER())
}

/** Certificates of a PEM text; other blocks are passed over. */
export function readCertificates(pem: string): readonly X509Certificate[] {
  return [...pem.matchAll(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/gu)].map(
    ([block]) => new X509Certificate(block),
  )
}

/**
 * Checks a timestamp from the bytes alone: status, digest of what was stamped, signature, that the signer is the one named in
 * the signed attributes, its purpose, and its chain to a trusted certificate at the time stated (RFC 3161, 2.3 and 2.4.2).
 */
export async function checkTimestamp(timestamp: TimestampToCheck): Promise<CheckedTimestamp | TimestampFault> {
  try {
    const response = TimeStampResp.fromBER(toArrayBuffer(timestamp.response))
    if (response.status.status > 1 || response.timeStampToken === undefined) {
      return { reason: `the authority refused (status ${response.status.status})` }
    }
    if (response.timeStampToken.contentType !== id_ContentType_SignedData)
      return { reason: 'the token is not signed data' }
    const signed = new SignedData({ schema: response.timeStampToken.content })
    const info = readInfo(signed)
    if (info === null) return { reason: 'the token holds no time stamp information' }
    if (info.messageImprint.hashAlgorithm.algorithmId !== SHA256) return { reason: 'the token is not over SHA-256' }
    if (timestamp.nonce !== null && !isSameNumber(info.nonce, timestamp.nonce)) {
      return { reason: 'the token answers another request: its nonce is not ours' }
    }
    const certificates = (signed.certificates ?? []).filter((item) => item instanceof Certificate)
    const trusted = timestamp.rootsPem === null ? highest(certificates) : fromPem(timestamp.rootsPem)
    if (trusted.length === 0)
      return { reason: 'there is no certificate to trust: give the certificate of the authority’s root' }
    if (signed.signerInfos.length !== 1) return { reason: 'the token has not exactly one signature' }
    const { signatureVerified, signerCertificate } = await signed.verify({
      signer: 0,
      data: toArrayBuffer(timestamp.stamped),
      trustedCerts: trusted,
      checkChain: true,
      extendedMode: true,
    })
    if (signatureVerified !== true || !signerCertificate) return { reason: 'the signature of the token does not hold' }
    const fault = checkSigner(signed, signerCertificate)
    if (fault !== null) return { reason: fault }
    const others = certificates.filter((certificate) => certificate !== signerCertificate)
    const [signer, ...chain] = [signerCertificate, ...others].map((item) => new X509Certificate(derOf(item)))
    return {
      at: info.genTime.toISOString(),
      authority: (signer?.subject ?? '').replaceAll('\n', ', '),
      chainPem: [signer, ...chain].map((item) => item?.toString() ?? '').join(''),
      rootsPem: trusted.map((item) => new X509Certificate(derOf(item)).toString()).join(''),
    }
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) }
  }
}

function readInfo(signed: SignedData): TSTInfo | null {
  const { eContentType, eContent } = signed.encapContentInfo
  if (eContentType !== id_eContentType_TSTInfo || eContent === undefined) return null
  return TSTInfo.fromBER(eContent.getValue())
}

function isSameNumber(number: Integer | undefined, bytes: Uint8Array): boolean {
  return number !== undefined && Buffer.from(number.valueBlock.valueHexView).equals(bytes)
}

function fromPem(pem: string): Certificate[] {
  return readCertificates(pem).map((certificate) => Certificate.fromBER(toArrayBuffer(certificate.raw)))
}

/** The certificates of authorities that no other certificate of the list has issued. */
function highest(certificates: readonly Certificate[]): Certificate[] {
  const known = certificates.map((certificate) => new X509Certificate(derOf(certificate)))
  return certificates.filter((_, i) => {
    const one = known[i]
    return one?.ca === true && !known.some((other) => other !== one && one.checkIssued(other))
  })
}

/** What speaks against the signer, or null. */
function checkSigner(signed: SignedData, signer: Certificate): string | null {
  const usage = signer.extensions?.find((extension) => extension.extnID === EXTENDED_KEY_USAGE)
  const purposes: unknown = usage?.parsedValue
  if (
    usage?.critical !== true ||
    !(purposes instanceof ExtKeyUsage) ||
    purposes.keyPurposes.length !== 1 ||
    purposes.keyPurposes[0] !== TIME_STAMPING
  ) {
    return 'the certificate of the signer is not one for time stamping alone'
  }
  const attributes = signed.signerInfos[0]?.signedAttrs?.attributes ?? []
  const valueOf = (type: string): unknown => attributes.find((item) => item.type === type)?.values[0]
  const contentType = valueOf(CONTENT_TYPE)
  if (!(contentType instanceof ObjectIdentifier) || contentType.getValue() !== id_eContentType_TSTInfo) {
    return 'the signed content type is not that of a time stamp'
  }
  const named = namedHash(valueOf(SIGNING_CERTIFICATE_V2), 'sha256') ?? namedHash(valueOf(SIGNING_CERTIFICATE), 'sha1')
  return named !== null && hash(named.algorithm, derOf(signer), 'buffer').equals(named.digest)
    ? null
    : 'the signer is not the one that the signed attributes name'
}

/** Digest of the first certificate that a signing-certificate attribute names (RFC 5035), or null. */
function namedHash(
  attribute: unknown,
  standard: string,
): { readonly algorithm: string; readonly digest: Uint8Array } | null {
  const [list] = partsOf(attribute)
  const [first] = partsOf(list)
  const parts = partsOf(first)
  const digest = parts.find((part) => part instanceof OctetString)
  const [oid] = partsOf(parts[0])
  const algorithm = oid instanceof ObjectIdentifier ? HASH_NAMES[oid.getValue()] : standard
  return digest === undefined || algorithm === undefined
    ? null
    : { algorithm, digest: new Uint8Array(digest.getValue()) }
}

const partsOf = (value: unknown): readonly unknown[] => (value instanceof Sequence ? value.valueBlock.value : [])
