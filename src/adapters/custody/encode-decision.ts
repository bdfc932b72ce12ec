import { hash } from 'node:crypto'

import type { Decision, StoredDecision } from '../../model/decision.ts'
import { canonicalJson } from './encode-entry.ts'

/**
 * A decision as the line that is hashed: JSON with sorted keys (RFC 8785).
 *
 * @param salt random, so that its digest in the log, which may be published, tells nobody who decided what and why
 */
export function encodeDecision(decision: Decision, salt: string): Pick<StoredDecision, 'json' | 'sha256'> {
  const json = canonicalJson({ ...decision, salt })
  return { json, sha256: hash('sha256', json) }
}

/** The decision of a line whose digest is known to be right. */
export function decodeDecision(json: string): Decision {
  const { salt: _salt, ...decision } = JSON.parse(json) as Decision & { readonly salt: string }
  return decision
}
