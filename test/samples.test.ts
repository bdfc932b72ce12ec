import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { expect, test } from 'vitest'

import type { InputOptions } from '../src/adapters/inputs/input.ts'
import { openInputs } from '../src/adapters/inputs/open-inputs.ts'
import { loadGazetteer } from '../src/adapters/gazetteer/load-gazetteer.ts'
import { readTask } from '../src/adapters/workers/read-task.ts'
import type { Claim, Figure } from '../src/model/claim.ts'
import type { Reading } from '../src/model/reading.ts'

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

const SAMPLES = resolve(import.meta.dirname, '..', 'samples')
const KNOWN_WRONG = join(SAMPLES, 'known-wrong.json')
const answers = JSON.parse(readFileSync(join(SAMPLES, 'answers.json'), 'utf8')) as Answers
const readings = await readSamples()

async function readSamples(): Promise<ReadonlyMap<string, Reading>> {
  const said = { published: null, title: null, url: null, outlet: null }
  const options: InputOptions = { format: 'auto', ...said, maxBytes: 1_000_000 }
  const gazetteer = loadGazetteer()
  const found = new Map<string, Reading>()
  async function* nothing(): AsyncGenerator<Uint8Array> {}
  for await (const input of openInputs([join(SAMPLES, 'reports')], options, nothing())) {
    if (input.kind !== 'document') throw new Error(`${input.label}: ${input.message}`)
    const { format } = input
    if (format === 'pdf') throw new Error(`${input.label}: no sample is a PDF`)
    const outcome = readTask({ ...input, format, sha256: null, options: {} }, gazetteer)
    if ('reason' in outcome) throw new Error(`${input.label}: ${outcome.message}`)
    const id = input.given.sourceId?.split('/').at(-1) ?? ''
    found.set(id, JSON.parse(outcome.json) as Reading)
  }
  return found
}

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
  if (process.env['UPDATE_KNOWN_WRONG'] === '1') writeFileSync(KNOWN_WRONG, `${JSON.stringify(told, null, 2)}\n`)
  const known = JSON.parse(readFileSync(KNOWN_WRONG, 'utf8')) as readonly string[]
  const hint =
    'read them, then list them anew: UPDATE_KNOWN_WRONG=1 node node_modules/vitest/vitest.mjs run test/samples'
  expect(
    told.filter((difference) => !known.includes(difference)),
    `new differences; ${hint}`,
  ).toEqual([])
  expect(
    known.filter((difference) => !told.includes(difference)),
    `differences that went away; ${hint}`,
  ).toEqual([])
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
