import { hash } from 'node:crypto'

import type { Candidate } from './candidate.ts'

/** Id of a claim: the same text, kind, span, measure and bounds give the same id on every machine and run. */
export function claimId(documentId: string, candidate: Candidate): string {
  const { kind, span, figure, event } = candidate
  const value =
    figure === null ? (event?.acled.subEvent ?? '') : `${figure.measure} ${figure.low} ${figure.high} ${figure.vague}`
  const digest = hash('sha256', `${documentId}\n${kind}\n${span.start}-${span.end}\n${value}`)
  return `c-${digest.slice(0, 16)}`
}
