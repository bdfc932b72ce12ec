import type { Claim, Figure, Stance } from '../../src/model/claim.ts'
import type { LineRole } from '../../src/model/document.ts'
import type { ReadDocument } from '../../src/model/incident.ts'
import type { Place } from '../../src/model/place.ts'
import type { When } from '../../src/model/when.ts'

/** A document of one incident as a test writes it: lines of text, and the claims in them by their words. */
export interface MadeUpReport {
  readonly id: string
  readonly outlet: string
  readonly published: string | null
  readonly received: string
  readonly lines: readonly (readonly [role: LineRole, text: string])[]
  readonly claims: readonly MadeUpReportClaim[]
}
interface MadeUpReportClaim {
  /** The words, which stand once in the text. */
  readonly words: string
  /** Null for the outlet itself. */
  readonly by: string | null
  readonly cue?: string
  readonly stance?: Stance
  /** A figure claim; a statement without. */
  readonly figure?: Partial<Figure>
}

export const HARBOUR: Place = {
  asWritten: 'Port Elen',
  name: 'Port Elen',
  geonameId: 1,
  lat: 46.4825,
  lon: 30.7233,
  country: 'UA',
  admin1: 'Odesa',
  facility: 'market',
  wherePrec: 1,
  geoPrecision: 1,
}
export const FIRST_OF_MAY: When = {
  asWritten: 'on Wednesday',
  start: '2030-05-01',
  end: '2030-05-01',
  datePrec: 1,
  timePrecision: 1,
  anchor: 'publication',
}

export function madeUpReport(made: MadeUpReport): ReadDocument {
  const text = made.lines.map(([, line]) => line).join('\n')
  let start = 0
  const lines = made.lines.map(([role, line]) => {
    const span = { start, end: start + line.length, role, reason: 'test', postedAt: null }
    start += line.length + 1
    return span
  })
  const claims = made.claims.map((claim, i) => claimOf(claim, text, `${made.id}-${i}`))
  return {
    captureId: `sha256:capture-${made.id}`,
    receivedAt: made.received,
    reading: {
      schema: 'cairn/reading@1',
      coverage: 'covered',
      document: {
        id: `sha256:text-${made.id}`,
        captureId: `sha256:capture-${made.id}`,
        sourceId: made.id,
        title: made.lines[0]?.[1] ?? null,
        outlet: made.outlet,
        byline: null,
        url: `https://${made.outlet.toLowerCase().replace(/ /gu, '-')}.example/${made.id}`,
        language: 'en',
        publishedAt: made.published,
        publishedFrom: 'given',
        modifiedAt: null,
        text,
        lines,
        sourceMap: [],
      },
      claims,
      incidents: [
        {
          id: `r-${made.id}`,
          type: { event: 'Explosions/Remote violence', subEvent: 'Air/drone strike' },
          place: HARBOUR,
          when: FIRST_OF_MAY,
          actors: [],
          claims: claims.map(({ id }) => id),
        },
      ],
    },
  }
}

function claimOf(made: MadeUpReportClaim, text: string, id: string): Claim {
  const start = text.indexOf(made.words)
  const end = start + made.words.length
  const { figure } = made
  return {
    id,
    kind: figure === undefined ? 'statement' : 'figure',
    evidence: {
      start,
      end,
      exact: made.words,
      prefix: '',
      suffix: '',
      sentence: { start: Math.max(0, text.lastIndexOf('\n', start)), end },
    },
    attribution: {
      claimant: {
        kind: made.by === null ? 'outlet' : 'organisation',
        name: made.by ?? 'outlet',
        role: null,
        affiliation: null,
      },
      cue: made.cue ?? null,
      stance: made.stance ?? 'asserted',
      hedges: [],
      relay: [],
    },
    figure:
      figure === undefined
        ? null
        : {
            measure: 'killed',
            low: null,
            high: null,
            approx: false,
            vague: null,
            asWritten: made.words,
            who: ['people'],
            scope: 'incident',
            subsetOf: null,
            period: null,
            ...figure,
          },
    event: null,
    place: HARBOUR,
    when: FIRST_OF_MAY,
    incident: figure === undefined ? null : `r-${id.slice(0, id.lastIndexOf('-'))}`,
    confidence: 0.9,
    producer: { name: 'rules', version: '1' },
    trace: [],
  }
}
