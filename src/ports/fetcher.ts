import type { HttpExchange } from '../model/archived.ts'

/** What the server said of a resource when it was fetched last, to be asked whether it changed. */
export interface Validators {
  readonly etag: string | null
  readonly lastModified: string | null
}

export interface FetchRequest {
  readonly url: string
  readonly validators: Validators | null
}

/** A response in full. */
export interface Fetched {
  readonly kind: 'fetched'
  /** Body as received, before content decoding. */
  readonly payload: Uint8Array
  /** SHA-256 of `payload`, hex. */
  readonly payloadSha256: string
  readonly receivedAt: string
  readonly http: HttpExchange
  readonly validators: Validators
}

/** The server says that nothing changed since the validators. */
export interface NotModified {
  readonly kind: 'not-modified'
  readonly receivedAt: string
}

/** Nothing was received, with what is wrong and what to do. Codes are stable. */
export interface FetchFault {
  readonly kind: 'fault'
  readonly url: string
  readonly reason:
    | 'bad-url'
    | 'private-address'
    | 'robots'
    | 'too-large'
    | 'timeout'
    | 'too-many-redirects'
    | 'http-status'
    | 'network'
  /** HTTP status where there was one. */
  readonly status: number | null
  /** When the server asks to be left alone until: ISO 8601, UTC; null when it does not. */
  readonly retryAt: string | null
  readonly message: string
}

/** Gets bytes from the network, politely and within limits; every fault is a value. */
export interface Fetcher {
  fetch(request: FetchRequest): Promise<Fetched | NotModified | FetchFault>
  close(): Promise<void>
}
