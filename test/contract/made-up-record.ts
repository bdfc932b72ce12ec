import { createHash } from 'node:crypto'

import { encodeDecision } from '../../src/adapters/custody/encode-decision.ts'
import type { Decision, StoredDecision } from '../../src/model/decision.ts'
import type { Claim, Figure } from '../../src/model/claim.ts'
import type { Place } from '../../src/model/place.ts'
import type { Reading } from '../../src/model/reading.ts'
import type { Unreadable } from '../../src/model/document.ts'
import type { When } from '../../src/model/when.ts'
import type { StoredCapture, StoredReading } from '../../src/ports/record-store.ts'

/** Producer of the made-up readings. */
export const RULES = 'rules 1.0.0'
export const NEWER_RULES = 'rules 1.1.0'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The capture at a custody index; the same index gives the same capture. */
export function captureAt(custodyIndex: number, changes: Partial<StoredCapture> = {}): StoredCapture {
  return {
    id: `cap-${sha256(`capture ${custodyIndex}`).slice(0, 20)}`,
    way: 'url',
    resource: `https://wire.example/${custodyIndex}`,
    payloadSha256: sha256(`payload ${custodyIndex}`),
    size: 2048,
    mediaType: 'text/html',
    charset: 'utf-8',
    receivedAt: '2022-06-01T08:00:00.000Z',
    finalUrl: `https://wire.example/${custodyIndex}/`,
    status: 200,
    given: { sourceId: null, title: null, published: null, url: null, outlet: 'Crescent Wire' },
    location: {
      file: '20220601-1.warc.gz',
      offset: custodyIndex * 1000,
      length: 900,
      sha256: sha256(`span ${custodyIndex}`),
    },
    custodyIndex,
    ...changes,
  }
}

/** The decision at a custody index. */
export function decisionAt(custodyIndex: number): StoredDecision {
  const decision: Decision = {
    action: 'undo',
    decision: 'dec-before',
    id: `dec-${sha256(`decision ${custodyIndex}`).slice(0, 16)}`,
    at: new Date(Date.UTC(2022, 5, 2, 0, 0, custodyIndex)).toISOString(),
    actor: 'Reviewer "Ä"',
    reason: 'misread',
  }
  return { decision, ...encodeDecision(decision, 'salt'), fileEnd: custodyIndex * 300, custodyIndex }
}

/** What a made-up claim says; the rest of it is the same for all. */
export interface ClaimSketch {
  readonly sentence: string
  readonly quote?: string
  readonly kind?: Claim['kind']
  readonly figure?: Partial<Figure>
  readonly claimant?: string
  readonly stance?: Claim['attribution']['stance']
  readonly place?: Partial<Place> | null
  readonly when?: Partial<When> | null
}

export interface DocumentSketch {
  readonly title?: string | null
  readonly outlet?: string | null
  readonly language?: string | null
  readonly publishedAt?: string | null
  readonly claims: readonly ClaimSketch[]
}

/** A reading whose text is its title and the sentences of its claims. */
export function readingOf(sketch: DocumentSketch): Reading {
  const title = sketch.title === undefined ? 'A report' : sketch.title
  const text = [...(title === null ? [] : [title, '']), ...sketch.claims.map(({ sentence }) => sentence)].join('\n')
  const documentId = `sha256:${sha256(text)}`
  const claims = sketch.claims.map((claim, position) => claimOf(claim, text, position))
  return {
    schema: 'cairn/reading@1',
    document: {
      id: documentId,
      captureId: `sha256:${sha256(`bytes of ${text}`)}`,
      sourceId: null,
      title,
      outlet: sketch.outlet === undefined ? 'Crescent Wire' : sketch.outlet,
      byline: null,
      url: 'https://wire.example/report',
      language: sketch.language === undefined ? 'en' : sketch.language,
      publishedAt: sketch.publishedAt === undefined ? '2022-05-24' : sketch.publishedAt,
      publishedFrom: 'given',
      modifiedAt: null,
      text,
      lines: [],
      sourceMap: [],
    },
    coverage: 'covered',
    claims,
    incidents:
      claims.length === 0
        ? []
        : [
            {
              id: `i-${sha256(text).slice(0, 16)}`,
              type: { event: 'Battles', subEvent: 'Armed clash' },
              place: claims[0]?.place ?? null,
              when: claims[0]?.when ?? null,
              actors: [],
              claims: claims.map(({ id }) => id),
            },
          ],
  }
}

function claimOf(sketch: ClaimSketch, text: string, position: number): Claim {
  const start = text.indexOf(sketch.sentence)
  const quote = sketch.quote ?? sketch.sentence
  const quoteStart = text.indexOf(quote, start)
  const kind = sketch.kind ?? (sketch.figure === undefined ? 'statement' : 'figure')
  return {
    id: `c-${sha256(`${text} ${position}`).slice(0, 16)}`,
    kind,
    evidence: {
      start: quoteStart,
      end: quoteStart + quote.length,
      exact: quote,
      prefix: '',
      suffix: '',
      sentence: { start, end: start + sketch.sentence.length },
    },
    attribution: {
      claimant: { kind: 'office', name: sketch.claimant ?? 'outlet', role: null, affiliation: null },
      cue: null,
      stance: sketch.stance ?? 'asserted',
      hedges: [],
      relay: [],
    },
    figure:
      kind === 'figure'
        ? {
            measure: 'killed',
            low: 1,
            high: 1,
            approx: false,
            vague: null,
            asWritten: 'one',
            who: ['people'],
            scope: 'incident',
            subsetOf: null,
            period: null,
            ...sketch.figure,
          }
        : null,
    event: null,
    place: sketch.place === undefined || sketch.place === null ? null : { ...UNRESOLVED, ...sketch.place },
    when: sketch.when === undefined || sketch.when === null ? null : { ...SOME_DAY, ...sketch.when },
    incident: null,
    confidence: 0.9,
    producer: { name: 'rules', version: '1.0.0' },
    trace: [],
  }
}

const UNRESOLVED: Place = {
  asWritten: 'there',
  name: null,
  geonameId: null,
  lat: null,
  lon: null,
  country: null,
  admin1: null,
  facility: null,
  wherePrec: null,
  geoPrecision: null,
}
const SOME_DAY: When = {
  asWritten: null,
  start: null,
  end: null,
  datePrec: 1,
  timePrecision: 1,
  anchor: 'publication',
}

/** The reading of a capture as it is stored. */
export function storedReading(
  custodyIndex: number,
  result: Reading | Unreadable,
  changes: Partial<StoredReading> = {},
): StoredReading {
  const json = JSON.stringify(result)
  return {
    captureId: captureAt(custodyIndex).id,
    producer: RULES,
    result,
    json,
    sha256: sha256(json),
    readAt: '2022-06-01T08:00:01.000Z',
    ...changes,
  }
}
