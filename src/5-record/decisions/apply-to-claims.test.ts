import { hash } from 'node:crypto'

import { describe, expect, test } from 'vitest'

import { madeUpClaim } from '../../../test/support/record-claims.ts'
import type { Decision, DecisionAct } from '../../model/decision.ts'
import { applyToClaims, onSameWords } from './apply-to-claims.ts'
import { findActive } from './find-active.ts'
import { findHidden, redactClaims } from './redact-claims.ts'

let made = 0
const decision = (act: DecisionAct, id = `d${++made}`): Decision => ({
  ...act,
  id,
  at: `2030-05-01T00:00:00.${String(++made).padStart(3, '0')}Z`,
  actor: 'Reviewer',
  reason: 'checked',
})
const anchor = {
  documentId: 'sha256:a',
  start: 10,
  end: 12,
  kind: 'figure',
  quoteSha256: hash('sha256', '39'),
} as const
const entries = [madeUpClaim({ id: 'c', count: '39', document: 'a', at: 10 })]

describe('decisions about claims', () => {
  test('a rejected claim is set aside and named with its decision', () => {
    const { entries: kept, rejected } = applyToClaims(entries, [decision({ action: 'reject', claim: anchor }, 'no')])
    expect(kept).toEqual([])
    expect(rejected).toMatchObject([{ state: 'not-counted', by: 'no', rule: 'decision/rejected' }])
  })

  test('accepting it later brings it back', () => {
    const active = [decision({ action: 'reject', claim: anchor }), decision({ action: 'accept', claim: anchor })]
    expect(applyToClaims(entries, active).entries).toEqual(entries)
  })

  test('a correction changes the fields it gives and no words', () => {
    const correction = { figure: { measure: 'injured', high: null }, claimant: 'Hospital', stance: 'accused' } as const
    const [corrected] = applyToClaims(entries, [decision({ action: 'correct', claim: anchor, correction })]).entries
    expect(corrected).toMatchObject({
      claimant: 'Hospital',
      claim: {
        evidence: entries[0]?.claim.evidence,
        attribution: { stance: 'accused' },
        figure: { measure: 'injured', low: 39, high: null, asWritten: '39' },
      },
    })
  })

  test('a new reading with another claim id keeps the decision', () => {
    const reread = [madeUpClaim({ id: 'other', count: '39', document: 'a', at: 10 })]
    expect(applyToClaims(reread, [decision({ action: 'reject', claim: anchor })]).entries).toEqual([])
  })

  test.each([
    ['it fits', anchor, 1],
    ['no claim stands there', { ...anchor, start: 90, end: 92 }, 0],
    ['other words stand there', { ...anchor, quoteSha256: hash('sha256', '40') }, 0],
    ['the document is another', { ...anchor, documentId: 'sha256:z' }, 0],
  ])('only what stands on the same words is decided: %s', (_, claim, kept) => {
    expect(onSameWords(entries, [decision({ action: 'reject', claim })])).toHaveLength(kept)
  })

  test('of two decisions of one moment the order is that of their ids, whatever order they come in', () => {
    const at = '2030-05-01T00:00:00.000Z'
    const first = { ...decision({ action: 'reject', claim: anchor }, 'a'), at }
    const second = { ...decision({ action: 'accept', claim: anchor }, 'b'), at }
    expect(findActive([second, first]).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  test('undoing an undo puts the first decision back in force', () => {
    const first = decision({ action: 'reject', claim: anchor }, 'first')
    const undo = decision({ action: 'undo', decision: 'first' }, 'undo')
    const redo = decision({ action: 'undo', decision: 'undo' }, 'redo')
    const inForce = (decisions: Decision[]): string[] => findActive(decisions).map(({ id }) => id)
    expect(inForce([undo, first])).toEqual([])
    expect(inForce([redo, undo, first])).toEqual(['first'])
  })
})

describe('redaction', () => {
  const text = 'The medic Ann Hill and 39 others died.'
  const claim = (words: string, id: string) => {
    const start = text.indexOf(words)
    const entry = madeUpClaim({ id, count: '39', document: 'a', at: start })
    const evidence = {
      ...entry.claim.evidence,
      end: start + words.length,
      exact: words,
      prefix: text.slice(Math.max(0, start - 32), start),
      suffix: text.slice(start + words.length, start + words.length + 32),
    }
    return { ...entry, claim: { ...entry.claim, evidence } }
  }
  const named = claim('Ann Hill', 'named')
  const counted = claim('39 others', 'counted')
  const act = {
    action: 'redact',
    claim: { documentId: 'sha256:a', start: 10, end: 18, kind: 'figure', quoteSha256: hash('sha256', 'Ann Hill') },
  } as const

  const hidden = findHidden([decision(act)], [{ id: 'sha256:a', text }])

  test('leaves none of the words, in its claim or in the context of others, and every number', () => {
    const shown = redactClaims([named, counted], hidden)
    expect(JSON.stringify(shown)).not.toMatch(/Ann|Hill/u)
    expect(shown.map(({ claim: { evidence, figure } }) => [evidence.prefix, evidence.exact, figure?.low])).toEqual([
      ['The medic ', '[redacted]', 39],
      ['The medic [redacted] and ', '39 others', 39],
    ])
  })

  test('of what overlaps only the common words go', () => {
    const [, over] = redactClaims([named, claim('medic Ann', 'over')], hidden)
    expect(over?.claim.evidence.exact).toBe('medic [redacted]')
  })

  test('touches no other document', () => {
    const other = { ...named, documentId: 'sha256:b' }
    expect(redactClaims([other], hidden)).toEqual([other])
  })
})
