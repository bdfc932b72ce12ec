import fc from 'fast-check'

import { captureBytes } from '../../src/1-capture/capture-bytes.ts'
import type { ReadDocument } from '../../src/model/incident.ts'
import { readCapture } from '../../src/pipeline.ts'
import { GAZETTEER } from './read-places.ts'

/** A document of a made-up war before it is read. */
export interface Telling {
  readonly outlet: string
  /** Day of May 2023 that it was published on; null when it does not say. */
  readonly published: number | null
  /** Day of May 2023 that it came in on. */
  readonly received: number
  readonly sentences: readonly string[]
}

const PLACES = ['Bakhmut', 'Aleppo', 'the market of Sloviansk', 'Khartoum', 'Gaza City'] as const
const CLAIMANTS = [
  'the mayor',
  'the governor',
  'police',
  'rescuers',
  'residents',
  'the health ministry',
  'the army',
  'the rebels',
  'a monitoring group',
  'witnesses',
  'the United Nations',
  'Governor Olha Marchenko',
] as const
const OUTLETS = ['Quay Wire', 'Hill Courier', 'Elen Gazette', 'Toll Watch', 'Delta Post'] as const
const GROUPS = ['people', 'civilians', 'soldiers', 'children', 'women', 'medics', 'fighters'] as const

const few = fc.integer({ min: 0, max: 40 })
const count = fc.oneof(
  { weight: 6, arbitrary: few.map(String) },
  { weight: 2, arbitrary: few.map((n) => `at least ${n}`) },
  { weight: 1, arbitrary: few.map((n) => `up to ${n}`) },
  { weight: 1, arbitrary: few.map((n) => `more than ${n}`) },
  { weight: 1, arbitrary: fc.tuple(few, few).map(([a, b]) => `between ${a} and ${a + b}`) },
  { weight: 2, arbitrary: fc.constantFrom('dozens of', 'several', 'scores of', 'hundreds of', 'a number of') },
)
const group = fc.constantFrom(...GROUPS)
const claimant = fc.constantFrom(...CLAIMANTS)
const place = fc.constantFrom(...PLACES)
const verb = fc.constantFrom('killed', 'wounded', 'injured', 'abducted', 'displaced')
const strike = fc.constantFrom('a rocket strike', 'shelling', 'an air strike', 'a car bomb', 'an attack by gunmen')

/** A sentence as reports have them: figures of every kind of bound, parts, totals, revisions, denials, forecasts, blame. */
const sentence = fc.oneof(
  fc
    .tuple(count, group, verb, strike, place, claimant)
    .map(([n, who, did, by, where, says]) => `${capital(n)} ${who} were ${did} in ${by} on ${where}, ${says} said.`),
  fc
    .tuple(count, group, strike, place)
    .map(([n, who, by, where]) => `${capital(by)} on ${where} killed ${n} ${who} on Monday.`),
  fc
    .tuple(count, count, claimant)
    .map(([n, m, says]) => `${capital(says)} said ${n} people were killed and ${m} wounded.`),
  fc.tuple(count, count, group).map(([n, m, who]) => `${capital(n)} people were killed, including ${m} ${who}.`),
  fc.tuple(few, few, claimant).map(([n, m, says]) => `The death toll rose from ${n} to ${m}, ${says} said.`),
  fc
    .tuple(few, few, claimant)
    .map(([n, m, says]) => `${capital(says)} put the toll at ${n}, revising an earlier count of ${m}.`),
  fc.tuple(claimant, count, group).map(([says, n, who]) => `${capital(says)} denied that ${n} ${who} had been killed.`),
  fc.tuple(claimant, strike, place).map(([says, by, where]) => `${capital(says)} denied ${by} on ${where}.`),
  fc.tuple(claimant, claimant).map(([says, whom]) => `${capital(says)} blamed ${whom} for the attack.`),
  fc.tuple(claimant).map(([says]) => `${capital(says)} claimed responsibility for the attack.`),
  fc.tuple(count, group).map(([n, who]) => `Since the war began ${n} ${who} have been killed.`),
  fc
    .tuple(fc.integer({ min: 1, max: 90_000 }), place)
    .map(([n, where]) => `In all, ${n} people have died in ${where} since February 2022.`),
  fc.tuple(count, claimant).map(([n, says]) => `The toll could rise to ${n}, ${says} warned.`),
  fc.tuple(count, place).map(([n, where]) => `${capital(n)} bodies were found in ${where}.`),
  fc.tuple(few).map(([n]) => `Of the dead, ${n} were children.`),
  fc.constantFrom(
    'No one was hurt.',
    'Nobody was killed, the army said.',
    'The dead include a doctor and his wife.',
    'It was the deadliest attack in months.',
    'The claim could not be verified.',
    'The army said all of the dead were fighters.',
  ),
)

const telling: fc.Arbitrary<Telling> = fc.record({
  outlet: fc.constantFrom(...OUTLETS),
  published: fc.option(fc.integer({ min: 2, max: 9 }), { freq: 8 }),
  received: fc.integer({ min: 2, max: 12 }),
  sentences: fc.array(sentence, { minLength: 1, maxLength: 6 }),
})

/** Documents of a small made-up war: tellings, and copies of tellings by other outlets that came in no sooner. */
export const worlds: fc.Arbitrary<readonly Telling[]> = fc
  .tuple(
    fc.array(telling, { minLength: 1, maxLength: 6 }),
    fc.array(
      fc.record({ of: fc.nat(5), outlet: fc.constantFrom(...OUTLETS), received: fc.integer({ min: 2, max: 12 }) }),
      { maxLength: 2 },
    ),
  )
  .map(([tellings, copies]) => [
    ...tellings,
    ...copies.flatMap(({ of, outlet, received }) => {
      const original = tellings[of % tellings.length]
      return original === undefined ? [] : [{ ...original, outlet, received: Math.max(received, original.received) }]
    }),
  ])

/** Reads a world by the whole pipeline. */
export function readWorld(world: readonly Telling[]): ReadDocument[] {
  return world.map(({ outlet, published, received, sentences }, at) => {
    const given = {
      sourceId: `d${at}`,
      title: null,
      published: published === null ? null : dayOf(published),
      url: null,
      outlet,
    }
    const capture = captureBytes(new TextEncoder().encode(sentences.join('\n\n')), 'text', given)
    const reading = readCapture(capture, GAZETTEER)
    if ('reason' in reading) throw new Error(reading.message)
    return { captureId: `cap-${at}`, receivedAt: `${dayOf(received)}T06:00:00.000Z`, reading }
  })
}

function dayOf(day: number): string {
  return `2023-05-${String(day).padStart(2, '0')}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
