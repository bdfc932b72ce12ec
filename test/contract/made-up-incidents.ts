import type { Incident, IncidentFigure } from '../../src/model/incident.ts'
import type { IncidentRecord } from '../../src/model/record.ts'
import type { IncidentQuestion, PlacedReport } from '../../src/ports/incident-store.ts'

/** A report "CAPTURE REPORT" that stands by itself in an incident, unless said otherwise; ranked by the number in its capture's id. */
export function placedReport(key: string, incident: string, more: Partial<PlacedReport> = {}): PlacedReport {
  const [captureId = '', reportId = ''] = key.split(' ')
  return {
    captureId,
    reportId,
    key,
    receivedAt: '2030-05-01T10:00:00.000Z',
    rank: 100 + Number(/\d+/u.exec(captureId)?.[0] ?? 0),
    profile: `profile of ${key}`,
    parts: [],
    claims: 1,
    leader: null,
    incident,
    ...more,
  }
}

/** What a made-up incident says; the rest is silent. */
export interface IncidentSketch {
  readonly id: string
  readonly previousIds?: readonly string[]
  readonly label?: string
  readonly type?: Incident['type']
  readonly place?: string | null
  readonly placeWritten?: string
  readonly country?: string
  readonly days?: readonly [start: string | null, end: string | null]
  readonly status?: Incident['status']
  readonly grade?: Incident['grade']['value']
  /** Bounds of the killed. */
  readonly killed?: readonly [low: number | null, high: number | null]
  readonly injured?: readonly [low: number | null, high: number | null]
  readonly documents?: number
  readonly findings?: number
}

export function incidentRecord(sketch: IncidentSketch): IncidentRecord {
  const { id, place = 'Port Elen', days = ['2030-05-01', '2030-05-01'], documents = 1 } = sketch
  const incident: Incident = {
    schema: 'cairn/incident@1',
    id,
    previousIds: sketch.previousIds ?? [],
    type: sketch.type ?? { event: 'Explosions/Remote violence', subEvent: 'Air/drone strike' },
    place:
      place === null
        ? null
        : {
            asWritten: sketch.placeWritten ?? place,
            name: place,
            geonameId: 7,
            lat: 48.25,
            lon: -17.5,
            country: sketch.country ?? 'UA',
            admin1: 'Coast',
            facility: null,
            wherePrec: 1,
            geoPrecision: 1,
          },
    when:
      days[0] === null && days[1] === null
        ? null
        : { asWritten: null, start: days[0], end: days[1], datePrec: 1, timePrecision: 1, anchor: 'publication' },
    status: sketch.status ?? 'machine',
    grade: { value: sketch.grade ?? 'weak', rules: ['record/one-origin'] },
    figures: [
      // A part of the whole comes first: it is not what lists show.
      ...(sketch.killed === undefined ? [] : [figure('killed', [4, 4], 'subset'), figure('killed', sketch.killed)]),
      ...(sketch.injured === undefined ? [] : [figure('injured', sketch.injured)]),
    ],
    origins: [],
    documents: Array.from({ length: documents }, (_, i) => ({
      id: `sha256:${id} ${i}`,
      captureId: `cap-${i}`,
      sourceId: null,
      outlet: 'Quay Wire',
      title: 'Нові удари \u{1F4F0} "ä"',
      url: null,
      publishedAt: '2030-05-02',
      copyOf: null,
    })),
    history: [],
  }
  return {
    incident,
    reports: [],
    label: sketch.label ?? `Air/drone strike, ${place ?? 'somewhere'}`,
    admiralty: { reliability: 'F', credibility: 6, rules: [] },
    claims: [],
    positions: [],
    actors: [],
    choices: [],
    harm: [],
    findings: Array.from({ length: sketch.findings ?? 0 }, () => ({ rule: 'record/x', message: 'Look.', claims: [] })),
    decisions: [],
  }
}

function figure(
  measure: IncidentFigure['measure'],
  [low, high]: readonly [number | null, number | null],
  scope: IncidentFigure['scope'] = 'incident',
): IncidentFigure {
  return {
    measure,
    who: ['people'],
    scope,
    low,
    high,
    best: low,
    policy: 'cairn',
    lowClaim: 'c-1',
    highClaim: null,
    bestClaim: null,
  }
}

export function question(first: string, second: string, probability: number): IncidentQuestion {
  return {
    incidents: [first, second],
    reports: [
      { captureId: 'cap-1', reportId: 'i-1' },
      { captureId: 'cap-2', reportId: 'i-1' },
    ],
    probability,
    features: ['same day', 'Кав’ярня "ä" \u{1F4F0}'],
  }
}
