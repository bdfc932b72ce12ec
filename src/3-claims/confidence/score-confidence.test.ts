import { expect, test } from 'vitest'

import type { Claim } from '../../model/claim.ts'
import { type ConfidenceInput, findConfidenceFeatures } from './find-confidence-features.ts'
import { scoreConfidence } from './score-confidence.ts'

const ATTRIBUTED: Claim['attribution'] = {
  claimant: { kind: 'office', name: 'the mayor', role: null, affiliation: null },
  cue: 'said',
  stance: 'asserted',
  hedges: [],
  relay: [],
}

function figure(part: Partial<NonNullable<Claim['figure']>>): ConfidenceInput {
  return {
    kind: 'figure',
    figure: {
      measure: 'killed',
      low: 12,
      high: 12,
      approx: false,
      vague: null,
      asWritten: '12',
      who: ['people'],
      scope: 'incident',
      subsetOf: null,
      period: null,
      ...part,
    },
    event: null,
    attribution: ATTRIBUTED,
    place: null,
    when: null,
    trace: [],
    span: { start: 0, end: 9 },
    sentence: { start: 0, end: 90 },
  }
}

test('a confidence is a probability of two decimals', () => {
  for (const part of [{}, { vague: 'dozens', low: null, high: null }, { scope: 'cumulative' as const }]) {
    const confidence = scoreConfidence(figure(part))
    expect(confidence).toBeGreaterThanOrEqual(0)
    expect(confidence).toBeLessThanOrEqual(1)
    expect(confidence).toBe(Math.round(confidence * 100) / 100)
  }
})

test.each<[part: Parameters<typeof figure>[0], feature: string]>([
  [{}, 'form=digits'],
  [{ high: null, asWritten: 'at least 12' }, 'form=digits, bounded'],
  [{ asWritten: 'twelve' }, 'form=words'],
  [{ low: 1, high: 1, asWritten: 'a nurse' }, 'form=one'],
  [{ low: null, high: null, vague: 'dozens', asWritten: 'dozens' }, 'form=vague'],
  [{ scope: 'cumulative' }, 'scope=cumulative'],
])('%o is weighed as %s', (part, feature) => {
  expect(findConfidenceFeatures(figure(part))).toContain(feature)
})
