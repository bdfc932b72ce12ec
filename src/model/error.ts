/** Stable codes of `CairnError`. Bad input is never one of these: it is a value with a `reason`. */
export type CairnErrorCode =
  | 'bad-span'
  | 'bad-claim'
  | 'missing-data'
  | 'bad-usage'
  | 'broken-worker'
  | 'no-workspace'
  | 'bad-workspace'
  | 'disk-full'
  | 'store-busy'

/** A broken promise of ours (not bad input). The message says what, where and what to do. */
export class CairnError extends Error {
  readonly code: CairnErrorCode

  constructor(code: CairnErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options)
    this.name = 'CairnError'
    this.code = code
  }
}
