import { describe, expect, test } from 'vitest'

import { type MadeUpClaim, madeUpClaim } from '../../test/support/record-claims.ts'
import type { Position, RecordClaim } from '../model/record.ts'
import { countIndependent, VoiceFold } from './count-voices.ts'
import { findPositions } from './find-positions.ts'
import { foldRecord } from './fold-record.ts'
import { rateAdmiralty } from './grade-incident.ts'

const position = (
  kind: Position['kind'],
  claimant: string,
  party: string | null,
  blamed: string | null = null,
): Position => ({
  kind,
  claimant,
  party,
  blamed,
  claimId: `${claimant} ${kind}`,
  receivedAt: '2030-05-01T12:00:00Z',
  quote: '',
})

/** The claim as one that tells of an event and counts nobody. */
function asEvent(entry: RecordClaim): RecordClaim {
  return { ...entry, claim: { ...entry.claim, kind: 'event', figure: null } }
}

describe('grades, with the rules that gave them', () => {
  test.each<[string, MadeUpClaim[], Position[], string]>([
    ['one origin', [{ count: '12' }], [], 'weak grade/one-origin'],
    [
      'two origins, two texts',
      [{ count: '12' }, { by: 'Hospital', count: '12' }],
      [],
      'fair grade/independent-origins: 2',
    ],
    [
      'two people quoted in one text have one author',
      [
        { count: '12', document: 'a' },
        { by: 'Hospital', count: '14', document: 'a', at: 40 },
      ],
      [],
      'weak grade/one-text: 2 origins',
    ],
    [
      'and so have they in copies of it',
      [
        { count: '12', document: 'a' },
        { by: 'Hospital', count: '14', document: 'a', at: 40 },
        { count: '12', document: 'b', copyOf: 'a' },
        { by: 'Hospital', count: '14', document: 'b', copyOf: 'a', at: 40 },
      ],
      [],
      'weak grade/one-text: 2 origins',
    ],
    [
      'offices of one side are one voice',
      [
        { by: 'Army', party: 'north', count: '12' },
        { by: 'Governor', party: 'north', count: '12' },
      ],
      [],
      'weak grade/one-party-only: north',
    ],
    [
      'an outlet that only relays adds nothing',
      [
        { count: '12', document: 'a' },
        { by: 'Dispatch', kind: 'outlet', count: '12', document: 'a', at: 40 },
        { count: '12', document: 'b' },
        { by: 'Courier', kind: 'outlet', count: '12', document: 'b', at: 40 },
      ],
      [],
      'weak grade/one-origin',
    ],
    [
      'an unreliable outlet adds nothing',
      [{ count: '12' }, { by: 'Rumour mill', count: '90', reliability: 'E' }],
      [],
      'weak grade/one-origin',
    ],
    [
      'a denial is no account',
      [{ count: '12' }, { by: 'Army', count: '0', stance: 'denied' }],
      [position('denies', 'Army', 'north')],
      'weak grade/one-origin; grade/denied-by: Army',
    ],
    [
      'what a side that denies says of the event attests nothing',
      [{ count: '12' }, { by: 'Army', party: 'north', count: 'event' }],
      [position('denies', 'Army', 'north')],
      'weak grade/one-origin; grade/denied-by: Army',
    ],
    [
      'and neither does its count of nobody',
      [{ count: '12' }, { by: 'Army', party: 'north', count: '0' }],
      [position('denies', 'Army', 'north')],
      'weak grade/one-origin; grade/denied-by: Army',
    ],
    [
      'a side that denies and counts the dead attests them',
      [{ count: '12' }, { by: 'Army', party: 'north', count: '9' }],
      [position('denies', 'Army', 'north')],
      'fair grade/independent-origins: 2; grade/denied-by: Army',
    ],
    [
      'a side that denies nothing attests the event',
      [{ count: '12' }, { by: 'Army', party: 'north', count: 'event' }],
      [position('denies', 'Militia', 'south')],
      'fair grade/independent-origins: 2; grade/denied-by: Militia',
    ],
    ['only a forecast', [{ count: '400', stance: 'conditional' }], [], 'weak grade/nobody-stands-by-it'],
    [
      'a party accepts responsibility',
      [{ count: '12' }],
      [position('denies', 'Army spokesman', 'north'), position('accepts', 'Coalition', 'north')],
      'confirmed grade/responsibility-accepted: north; grade/denied-by: Army spokesman',
    ],
    [
      'two accept it',
      [{ count: '12' }],
      [position('accepts', 'River Front', null), position('accepts', 'Hill Brigade', null)],
      'contested grade/several-accept: Hill Brigade, River Front',
    ],
    [
      'one blames another, who blames back',
      [{ count: '12' }, { by: 'Hospital', count: '14' }],
      [position('blames', 'Governor', 'south', 'north'), position('blames', 'Army', 'north', 'south')],
      'contested grade/competing-claims-of-responsibility: north, south',
    ],
    [
      'the blamed side blames somebody who is no known side',
      [{ count: '12' }],
      [position('blames', 'Governor', 'south', 'north'), position('blames', 'Army', 'north', null)],
      'contested grade/competing-claims-of-responsibility: north, another, by Army',
    ],
    [
      'harm that nobody claims any longer',
      [
        { count: '3', on: '2030-05-01' },
        { count: '0', on: '2030-05-02' },
      ],
      [],
      'discounted grade/harm-withdrawn',
    ],
  ])('%s', (_, claims, positions, expected) => {
    const { grade } = foldRecord({
      entries: claims.map((made) => (made.count === 'event' ? asEvent(madeUpClaim(made)) : madeUpClaim(made))),
      positionsOf: () => positions,
      policy: 'cairn',
      decisions: [],
      isOurs: () => false,
    })
    expect(`${grade.value} ${grade.rules.join('; ')}`).toBe(expected)
  })
})

describe('Admiralty credibility', () => {
  test.each<[string, MadeUpClaim[], string]>([
    ['one origin', [{ count: '12' }], 'F3'],
    [
      'two that agree',
      [
        { count: '12', reliability: 'B' },
        { by: 'Hospital', count: '12', reliability: 'C' },
      ],
      'B1',
    ],
    ['two that differ', [{ count: '12' }, { by: 'Hospital', count: '20' }], 'F2'],
    ['one party', [{ by: 'Army', party: 'north', count: '12' }], 'F4'],
    ['nothing counted', [{ count: '12', stance: 'denied' }], 'F6'],
  ])('%s', (_, claims, expected) => {
    const entries = claims.map(madeUpClaim)
    const { grade, voices, rows } = foldRecord({
      entries,
      positionsOf: () => [],
      policy: 'cairn',
      decisions: [],
      isOurs: () => false,
    })
    const { reliability, credibility } = rateAdmiralty(entries, voices, grade, rows[0]?.figure ?? null)
    expect(`${reliability}${credibility}`).toBe(expected)
  })
})

describe('who owns up, denies and blames', () => {
  const statement = (by: string, party: string | null, cue: string, words: string, stance: string): RecordClaim => {
    const made = madeUpClaim({ by, party, count: '0' })
    const { claim } = made
    return {
      ...made,
      claim: {
        ...claim,
        kind: 'statement',
        figure: null,
        evidence: { ...claim.evidence, exact: words },
        attribution: { ...claim.attribution, cue, stance: stance as 'asserted' },
      },
    }
  }
  const partyOf = (name: string): string | null => (name === 'Northern' || name === 'Northern army' ? 'north' : null)
  test.each([
    ['Coalition', 'south', 'admitted', 'its aircraft bombed the funeral hall', 'asserted', 'accepts'],
    ['River Front', null, 'claimed', 'responsibility for the bombing', 'asserted', 'accepts'],
    ['The ministry', 'south', 'acknowledged', 'that 12 soldiers had been lost', 'asserted', null],
    ['The army', 'north', 'said', 'its artillery hit an arms depot', 'asserted', null],
    ['The mayor', null, 'admitted', 'that it was a hard night', 'asserted', null],
    ['The army', 'north', 'said', 'it has not claimed responsibility for the strike', 'asserted', null],
    ['The army', 'north', 'denied', 'having shelled the town', 'denied', 'denies'],
    ['A resident', null, 'denied', 'having seen soldiers', 'denied', null],
    ['The governor', 'south', 'accused', 'the Northern army of shelling the hospital', 'accused', 'blames north'],
    ['The governor', 'south', 'blamed', 'the enemy', 'accused', 'blames'],
    ['Officials', 'south', 'claimed', 'that more than 30 people were killed', 'accused', null],
  ])('%s (%s) %s %s', (...row) => {
    const [by, party, cue, words, stance, expected] = row
    const [found] = findPositions([statement(by, party, cue, words, stance)], partyOf)
    expect(found === undefined ? null : `${found.kind} ${found.blamed ?? ''}`.trim()).toBe(expected)
  })
})

test.each([
  ['medics', 'asserted', 2],
  ['A resident', 'asserted', 2],
  ['eyewitnesses', 'asserted', 2],
  // what may be, what is laid on somebody, and who was not there
  ['medics', 'conditional', 1],
  ['residents', 'accused', 1],
  ['analysts', 'asserted', 1],
])('a monitor counts in one text, %s (%s) say what they saw in another: %i independent', (by, stance, independent) => {
  const fold = new VoiceFold()
  fold.add([madeUpClaim({ by: 'Monitor', count: '58', document: 'a' })], [])
  const made = madeUpClaim({ by, kind: 'unnamed', stance: stance as 'asserted', count: '0', document: 'b' })
  fold.add([{ ...made, claim: { ...made.claim, kind: 'statement', figure: null } }], [])
  expect(countIndependent(fold.voices())).toBe(independent)
})

test.each([
  ['officials', '200', 1],
  ['Ruritanian authorities', '200', 1],
  // another number, or people who are no authority
  ['officials', '180', 2],
  ['residents', '200', 2],
])('%s without a name who say %s beside a mayor who says 200: %i independent', (by, count, independent) => {
  const fold = new VoiceFold()
  fold.add([madeUpClaim({ by: 'Mayor Ito', count: '200', document: 'a', origin: 'o-mayor' })], [])
  fold.add([madeUpClaim({ by, kind: 'unnamed', count, document: 'b', origin: 'o-text' })], [])
  expect(countIndependent(fold.voices())).toBe(independent)
})

test('the letter is the best of however many outlets carry it', () => {
  const usual = madeUpClaim({ count: '3', reliability: 'D' })
  const many = [...Array.from({ length: 200_000 }, () => usual), madeUpClaim({ count: '3', reliability: 'B' })]
  expect(rateAdmiralty(many, [], { value: 'weak', rules: [] }, null).reliability).toBe('B')
})
