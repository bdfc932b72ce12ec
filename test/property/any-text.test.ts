import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { captureBytes, loadGazetteer, readCapture, type Reading, type Unreadable } from '../../src/index.ts'

const gazetteer = loadGazetteer()

function read(text: string, published: string | null = '2023-03-05'): Reading | Unreadable {
  const given = { sourceId: 'any', title: null, published, url: null, outlet: null }
  return readCapture(captureBytes(new TextEncoder().encode(text), 'text', given), gazetteer)
}

/** Pieces of war reporting, thrown together without sense: the rules must hold on nonsense too. */
const FRAGMENTS = [
  'At least 12 people',
  'were killed',
  'and',
  'three others wounded',
  'in',
  'Kharkiv',
  'on Friday',
  ',',
  '.',
  '“',
  '”',
  '"',
  "'",
  '(',
  ')',
  'the mayor said',
  'according to',
  'officials',
  'denied',
  'including',
  'two children',
  'dozens',
  'more than 2,000',
  '5-8',
  'a soldier',
  'The death toll rose to',
  'twenty-one',
  'hundreds of thousands',
  'he said',
  'Ms Okafor',
  'since 24 February 2022',
  'no one was hurt',
  '\n',
  '\n\n',
  'NINE DEAD IN AIR STRIKE',
  '12-year-old',
  '%',
  '$5m',
  'of whom',
  'none',
  'left',
  'claimed the lives of',
  'bodies were found',
  'حلب',
  'Севєродонецьк',
  '👩‍👩‍👧',
  'é',
  '\u202e',
  '\u0000',
  '—',
  '…',
  'U.S.',
  '3.5',
  '1,000,000,000,000',
  'half a dozen',
  'between 3 and',
]
const nonsense = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...FRAGMENTS) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(' '))

describe('any text at all', () => {
  test('gives a reading whose every span is exact, or says why there is none', () => {
    fc.assert(
      fc.property(nonsense, (text) => {
        const reading = read(text)
        if ('reason' in reading) return
        const { document, claims, incidents } = reading
        const ids = new Set(claims.map(({ id }) => id))
        expect(ids.size).toBe(claims.length)
        for (const { evidence, figure, event, kind, attribution, confidence, when } of claims) {
          expect(document.text.slice(evidence.start, evidence.end)).toBe(evidence.exact)
          expect(document.text.slice(evidence.start - evidence.prefix.length, evidence.start)).toBe(evidence.prefix)
          expect(document.text.slice(evidence.end, evidence.end + evidence.suffix.length)).toBe(evidence.suffix)
          expect(evidence.sentence.start).toBeLessThanOrEqual(evidence.start)
          expect(evidence.sentence.end).toBeGreaterThanOrEqual(evidence.end)
          expect(figure !== null).toBe(kind === 'figure')
          expect(event !== null).toBe(kind === 'event')
          if (figure !== null && figure.low !== null && figure.high !== null)
            expect(figure.low).toBeLessThanOrEqual(figure.high)
          if (figure?.vague != null) expect([figure.low, figure.high]).toEqual([null, null])
          if (figure?.subsetOf != null) expect(ids.has(figure.subsetOf)).toBe(true)
          if (attribution.claimant.kind !== 'outlet')
            expect(document.text.replace(/\s+/gu, ' ')).toContain(attribution.claimant.name.replace(/\s+/gu, ' '))
          if (when?.start != null && when.end !== null) expect(when.start <= when.end).toBe(true)
          expect(confidence).toBeGreaterThanOrEqual(0)
          expect(confidence).toBeLessThanOrEqual(1)
        }
        for (const incident of incidents) for (const id of incident.claims) expect(ids.has(id)).toBe(true)
        for (const claim of claims)
          if (claim.incident !== null) expect(incidents.some(({ id }) => id === claim.incident)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('gives the same bytes each time it is read', () => {
    fc.assert(
      fc.property(nonsense, (text) => {
        expect(JSON.stringify(read(text))).toBe(JSON.stringify(read(text)))
      }),
      { numRuns: 100 },
    )
  })
})

/** Long enough that a step of quadratic cost never comes back within the limit of a test; the ratio itself is measured in bench/. */
const HOSTILE_UNITS = 200_000

describe('hostile text is read to its end', () => {
  test.each<[name: string, make: (n: number) => string]>([
    ['one line without a break', (n) => 'shells fell on the town and nobody was hurt in the market '.repeat(n / 57)],
    ['nested quotation marks', (n) => '“he said '.repeat(n / 9)],
    ['nothing but numbers', (n) => '10,000 '.repeat(n / 7)],
    ['nothing but number words', (n) => 'two hundred and '.repeat(n / 16)],
    ['nothing but capitals', (n) => 'Abu Bakr al-Sham '.repeat(n / 17)],
    ['nothing but commas', (n) => 'two, '.repeat(n / 5)],
    ['nothing but blanks', (n) => `a${' '.repeat(n)}b`],
    ['one word', (n) => 'a'.repeat(n)],
    ['nothing but full stops', (n) => '. '.repeat(n / 2)],
    ['nothing but “killed”', (n) => 'killed '.repeat(n / 7)],
    ['nothing but “said”', (n) => 'said '.repeat(n / 5)],
  ])('%s', (_name, make) => {
    const reading = read(make(HOSTILE_UNITS))
    if ('reason' in reading) throw new Error(reading.message)
    expect(reading.document.text.length).toBeGreaterThan(HOSTILE_UNITS / 2)
  })
})
