import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import type { Claim, Figure } from '../src/model/claim.ts'
import type { Reading } from '../src/model/reading.ts'
import { expectKnown, readAnswers, readSamples, SAMPLES } from './support/read-samples.ts'

interface Answer extends Pick<Figure, 'measure' | 'low' | 'high' | 'who' | 'scope'> {
  readonly claimant: string
  readonly stance: string
  readonly vague?: string
  readonly in?: 'headline'
}
interface Answers {
  readonly documents: Readonly<
    Record<
      string,
      { readonly incident: string | null; readonly copyOf: string | null; readonly figures: readonly Answer[] }
    >
  >
  readonly incidents: Readonly<Record<string, { readonly documents: readonly string[] }>>
}

const answers = readAnswers() as Answers
const readings = await readSamples()

/** The figures of the key's kinds that a reading claims, with whether they stand in the headline. */
function figuresOf({
  document,
  claims,
}: Reading): { readonly claim: Claim; readonly figure: Figure; readonly isHeadline: boolean }[] {
  return claims.flatMap((claim) => {
    const { figure } = claim
    if (figure === null || figure.measure === 'other_people') return []
    const line = document.lines.find(({ start, end }) => start <= claim.evidence.start && claim.evidence.start < end)
    return [{ claim, figure, isHeadline: line?.role === 'headline' }]
  })
}

const value = (f: Pick<Figure, 'measure' | 'low' | 'high'> & { readonly vague?: string | null }) =>
  `${f.measure} ${f.low ?? ''}-${f.high ?? ''}${f.vague ? ` "${f.vague.toLowerCase()}"` : ''}`

/** Every difference between a reading and its answers, as a sentence. */
function differences(id: string, reading: Reading, expected: readonly Answer[]): string[] {
  const open = figuresOf(reading)
  const told: string[] = []
  for (const answer of expected) {
    const isHeadline = answer.in === 'headline'
    const same = open.filter(({ figure, isHeadline: there }) => value(figure) === value(answer) && there === isHeadline)
    const best = same.find(({ figure }) => figure.who.join() === answer.who.join()) ?? same[0]
    const name = `${id}: ${value(answer)} ${answer.who.join('+')}${isHeadline ? ' in headline' : ''}`
    if (best === undefined) {
      told.push(`${name}: not found`)
      continue
    }
    open.splice(open.indexOf(best), 1)
    const { figure, claim } = best
    const { claimant, stance } = claim.attribution
    const who = [
      claimant.kind === 'outlet' ? 'outlet' : '',
      claimant.name,
      claimant.role ?? '',
      claimant.affiliation ?? '',
    ]
    const named = who.join(' ').toLowerCase()
    if (!named.includes(answer.claimant.toLowerCase())) told.push(`${name}: claimant ${who.join(' ').trim()}`)
    if (stance !== answer.stance) told.push(`${name}: stance ${stance}`)
    if (figure.scope !== answer.scope) told.push(`${name}: scope ${figure.scope}`)
    if (figure.who.join() !== answer.who.join()) told.push(`${name}: who ${figure.who.join('+')}`)
  }
  for (const { figure, isHeadline } of open)
    told.push(`${id}: ${value(figure)} ${figure.who.join('+')}${isHeadline ? ' in headline' : ''}: not in the key`)
  return told
}

test('the key knows every sample, and every incident its documents', () => {
  expect([...readings.keys()].sort()).toEqual(Object.keys(answers.documents).sort())
  for (const [name, { documents }] of Object.entries(answers.incidents)) {
    const telling = Object.entries(answers.documents).filter(([, { incident }]) => incident === name)
    expect(telling.map(([id]) => id).sort()).toEqual([...documents].sort())
  }
  for (const { copyOf } of Object.values(answers.documents))
    if (copyOf !== null) expect(readings.has(copyOf)).toBe(true)
})

test('the readings of the samples differ from the key only where it is known', () => {
  const told = [...readings].flatMap(([id, reading]) => differences(id, reading, answers.documents[id]?.figures ?? []))
  expectKnown('readings', told)
})

test('every quote of every sample stands verbatim at its span', () => {
  for (const { document, claims } of readings.values())
    for (const { evidence } of claims) expect(document.text.slice(evidence.start, evidence.end)).toBe(evidence.exact)
})

test('the samples hold at least nine incidents, told by six outlets, and every format', () => {
  const outlets = new Set([...readings.values()].map(({ document }) => document.outlet))
  expect(Object.keys(answers.incidents).length).toBeGreaterThanOrEqual(9)
  expect(outlets.size).toBeGreaterThanOrEqual(6)
  const endings = new Set(readdirSync(join(SAMPLES, 'reports')).map((name) => name.split('.').at(-1)))
  expect(endings).toEqual(new Set(['txt', 'html', 'jsonl']))
})
