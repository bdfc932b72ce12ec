import { expect, test } from 'vitest'

import type { Claim } from '../model/claim.ts'
import type { RecordClaim } from '../model/record.ts'
import { findPositions } from './find-positions.ts'

const SIDES: Readonly<Record<string, string>> = {
  Northland: 'North',
  Northern: 'North',
  Southland: 'South',
  Southern: 'South',
  'Red Brigade': 'South',
}

/** A statement of somebody of the North side, unless another is given. */
function statement(exact: string, given: { stance?: string; cue?: string; party?: string | null } = {}): RecordClaim {
  const { stance = 'asserted', cue = 'said', party = 'North' } = given
  const attribution = {
    claimant: { kind: 'organisation', name: 'Northland army', role: null, affiliation: null },
    cue,
    stance,
    hedges: [],
    relay: [],
  }
  const evidence = { exact, start: 0, end: exact.length, prefix: '', suffix: '', sentence: { start: 0, end: 0 } }
  const claim = { id: `c-${exact}`, kind: 'statement', evidence, attribution, figure: null } as unknown as Claim
  const entry = { claim, claimant: 'Northland army', party, receivedAt: '2024-01-01T00:00:00Z' }
  return entry as unknown as RecordClaim
}

test.each([
  ['a rocket fired by the Red Brigade hit the clinic', 'blames South'],
  ['a misfired rocket of the Red Brigade exploded in the yard', 'blames South'],
  ['a Southern missile struck the market', 'blames South'],
  ['Southern troops shelled the village', 'blames South'],
  ['that Southern air defence was to blame', 'blames South'],
  // whose weapon was hit, not whose hit
  ['its forces destroyed a Southern missile', ''],
  ['our aircraft struck a depot of the Red Brigade', ''],
  ['no rocket fired by the Red Brigade hit the clinic', ''],
  ['a Northern missile struck the depot', ''],
  ['residents of Southland fled', ''],
])('a party says that "%s": %s', (words, expected) => {
  expect(positions([statement(words)])).toBe(expected)
})

test.each([
  ['The hospital was "mistakenly struck"', 'told', 'accepts nobody known'],
  ['the convoy had been hit by mistake', 'said', 'accepts nobody known'],
  ['the clinic was accidentally bombed by a coalition aircraft', 'said', 'accepts nobody known'],
  ['it had mistakenly hit the convoy', 'acknowledged', 'accepts nobody known'],
  ['for the strike on the market', 'apologised', 'accepts nobody known'],
  ['responsibility for the bombing of the funeral', 'took', 'accepts nobody known'],
  ['bombing the hospital by mistake', 'admitted', 'accepts nobody known'],
  // by somebody else, not at all, or for something else
  ['the clinic was mistakenly hit by rebels', 'said', ''],
  ['the clinic was not mistakenly struck', 'said', ''],
  ['a Southern unit had mistakenly hit it, and the clinic was mistakenly struck', 'said', ''],
  ['for the delay', 'apologised', ''],
])('a party: "%s" after "%s": %s', (words, cue, expected) => {
  expect(positions([statement(words, { cue })])).toBe(expected)
})

test('who is no party and tells of a mistake owns up to nothing', () => {
  expect(positions([statement('the hospital was mistakenly struck', { party: null, cue: 'told' })])).toBe('')
})

test('who is no party and says whose missile it was blames nobody by that', () => {
  expect(positions([statement('a Southern missile struck the market', { party: null })])).toBe('')
})

test.each([
  ['Southland for the attack', 'blamed', 'blames South'],
  ['Southland', 'blamed', 'blames South'],
  ['Southland for it', 'blamed', 'blames South'],
  ['the government of Southland', 'blamed', 'blames South'],
  ['Southland of bombing the hospital', 'accused', 'blames South'],
  ['a party within the Southern staff for the wrong information', 'blamed', ''],
  ['Southland of lying about the numbers', 'accused', ''],
])('"%s" after "%s": %s', (words, cue, expected) => {
  expect(positions([statement(words, { stance: 'accused', cue })])).toBe(expected)
})

test.each([
  ['that Southern troops shelled the village', 'claimed', 'blames South'],
  ['that Southland bombed the hospital', 'alleged', 'blames South'],
  ['a rocket fired by the Red Brigade hit the clinic', 'claims', 'blames South'],
  // nobody is named as the author
  ['exploding ammunition set fire to a mall nearby', 'claimed', ''],
  ['that 40 soldiers of Southland were killed', 'claimed', ''],
  ['that the bridge was destroyed', 'claimed', ''],
])('what is merely claimed: "%s": %s', (words, cue, expected) => {
  expect(positions([statement(words, { stance: 'accused', cue })])).toBe(expected)
  expect(positions([statement(words, { stance: 'accused', cue, party: null })])).toBe(expected)
})

test('who names a side has no second, nameless blame', () => {
  const nameless = statement('gunmen for the attack', { stance: 'accused', cue: 'blamed' })
  expect(positions([nameless])).toBe('blames nobody known')
  expect(positions([nameless, statement('a Southern missile struck the market')])).toBe('blames South')
})

function positions(entries: readonly RecordClaim[]): string {
  return findPositions(entries, (name) => SIDES[name] ?? null)
    .map(({ kind, blamed }) => `${kind} ${blamed ?? 'nobody known'}`)
    .join('; ')
}
