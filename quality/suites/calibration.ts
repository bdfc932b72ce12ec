import type { ClaimKind } from '../../src/model/claim.ts'
import { goldRows } from '../gold-data.ts'
import { type GoldLabels, judgeClaims } from '../judge-claims.ts'
import { readGold } from '../read-gold.ts'
import { score, type Score, type Suite } from '../suite.ts'

const KINDS: readonly ClaimKind[] = ['figure', 'event', 'statement']
const BINS = 10
const SURE = 0.9

/**
 * Whether confidence means what it says: of claims at 0.9, nine in ten are right. "Expected error" is the mean distance
 * between confidence and share right over ten bins, weighted by claims. The shipped weights were trained on these sets;
 * the cross-validated numbers stand in data/models/confidence.ts.
 */
export const calibration: Suite = {
  name: 'calibration',
  title: 'Confidence against the share of claims that are right in full',
  files: ['claims/dev.jsonl', 'claims/dev2.jsonl', 'claims/dev.events.jsonl'],
  run: (input) => {
    const rows = new Map<string, GoldLabels>()
    for (const row of input.data.flatMap((path) => goldRows<GoldLabels>(path)))
      rows.set(row.id, { ...rows.get(row.id), ...row })
    const judged = [...rows.values()].flatMap((row) => {
      const reading = readGold(row, input.gazetteer)
      return reading === null ? [] : judgeClaims(reading, row)
    })
    return Promise.resolve(
      KINDS.flatMap((kind): Score[] => {
        const own = judged
          .filter((one) => one.kind === kind)
          .map(({ claim, isRight }) => ({ confidence: claim.confidence, isRight }))
        const sure = own.filter(({ confidence }) => confidence >= SURE)
        return [
          score(`${kind}: right`, share(own), own.length),
          score(`${kind}: right among those at ${SURE} and more`, share(sure), sure.length, SURE),
          score(`${kind}: expected error`, own.length === 0 ? null : expectedError(own), own.length, null, 'at-most'),
        ]
      }),
    )
  },
}

interface Scored {
  readonly confidence: number
  readonly isRight: boolean
}

function share(claims: readonly Scored[]): number | null {
  return claims.length === 0 ? null : claims.filter(({ isRight }) => isRight).length / claims.length
}

function expectedError(claims: readonly Scored[]): number {
  let sum = 0
  for (let bin = 0; bin < BINS; bin++) {
    const own = claims.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin)
    const mean = own.reduce((total, { confidence }) => total + confidence, 0) / Math.max(1, own.length)
    sum += own.length * Math.abs(mean - (share(own) ?? 0))
  }
  return sum / claims.length
}
