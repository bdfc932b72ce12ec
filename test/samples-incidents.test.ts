import { createHash } from 'node:crypto'

import { expect, test } from 'vitest'

import type { Measure } from '../src/model/claim.ts'
import type { IncidentFigure, Origin, ReadDocument } from '../src/model/incident.ts'
import type { Reading } from '../src/model/reading.ts'
import type { IncidentRecord, Position } from '../src/model/record.ts'
import { recordIncidents } from '../src/pipeline.ts'
import { expectKnown, readAnswers, readSamples } from './support/read-samples.ts'

interface Range {
  readonly low: number | null
  readonly high: number | null
}
interface FigureAnswer extends Range {
  readonly measure: Measure
  readonly lowDocument: string
  readonly highDocument: string
}
interface ChangeAnswer extends Range {
  readonly day: string
  readonly documents: readonly string[]
}
interface CumulativeAnswer extends Range {
  readonly measure: Measure
  readonly documents: readonly string[]
}
interface OriginAnswer {
  readonly claimant: string
  readonly documents: readonly string[]
  readonly party: string | null
}
interface PositionAnswer extends Pick<Position, 'kind' | 'claimant'> {
  readonly documents: readonly string[]
  readonly blamed?: string
}
interface IncidentAnswer {
  readonly type: string | null
  readonly place: string
  readonly date: string | null
  readonly documents: readonly string[]
  readonly figures: readonly FigureAnswer[]
  readonly history: readonly ChangeAnswer[]
  readonly cumulative: readonly CumulativeAnswer[]
  readonly grade: { readonly value: string; readonly rule: string }
  readonly origins: readonly OriginAnswer[]
  readonly positions: readonly PositionAnswer[]
}
interface Answers {
  readonly documents: Readonly<
    Record<
      string,
      {
        readonly outlet: string
        readonly incident: string | null
        readonly copyOf: string | null
        readonly coverage?: string
      }
    >
  >
  readonly incidents: Readonly<Record<string, IncidentAnswer>>
}

/** The codebook's rules for grades and how ours are called. */
const GRADE_RULES: Readonly<Record<string, readonly string[]>> = {
  'a belligerent accepts responsibility': ['grade/responsibility-accepted'],
  'two or more independent credible origins': ['grade/independent-origins'],
  'one origin': ['grade/one-origin', 'grade/one-party-only', 'grade/one-text'],
  'competing claims of responsibility': ['grade/competing-claims-of-responsibility', 'grade/several-accept'],
}

const answers = readAnswers() as Answers
const readings = await readSamples()
const documents = [...readings].map(([id, reading]) => received(id, reading))
const sampleOf = new Map([...readings.keys()].map((id) => [captureOf(id), id]))
const claimed = new Map(
  [...readings].flatMap(([id, { document, claims }]) =>
    claims.map((claim) => {
      const { start } = claim.evidence
      const line = document.lines.find((one) => one.start <= start && start < one.end)
      return [claim.id, { sample: id, isHeadline: line?.role === 'headline' || line?.role === 'heading' }] as const
    }),
  ),
)
const records = recordIncidents(documents, { policy: 'cairn', decisions: [] })

/** A digest, as captures have: no order of names helps. */
function captureOf(sample: string): string {
  return createHash('sha256').update(sample).digest('hex')
}

/** Received when it was published, a day at its noon; a live page when its last post was. A text file is given its outlet. */
function received(sample: string, reading: Reading): ReadDocument {
  const { publishedAt, lines } = reading.document
  const said = [publishedAt ?? '', ...lines.map(({ postedAt }) => postedAt ?? '')].filter((at) => at !== '')
  const times = said.map((at) => Date.parse(at.length === 10 ? `${at}T12:00:00Z` : at))
  const outlet = reading.document.outlet ?? answers.documents[sample]?.outlet ?? null
  return {
    captureId: captureOf(sample),
    receivedAt: new Date(Math.max(...times)).toISOString(),
    reading: { ...reading, document: { ...reading.document, outlet } },
  }
}

function samplesOf({ incident }: IncidentRecord): string[] {
  return incident.documents.map(({ captureId }) => sampleOf.get(captureId) ?? captureId).sort()
}

function sampleOfClaim(claimId: string | null): string {
  return (claimId === null ? undefined : claimed.get(claimId)?.sample) ?? 'nowhere'
}

const range = ({ low, high }: Range): string => `${low ?? ''}-${high ?? ''}`
const fold = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const isNamed = (name: string, answer: string): boolean => fold(name).includes(fold(answer))
const list = (names: Iterable<string>): string => [...new Set(names)].sort().join(', ')

/** The record that tells of most of an answer's documents, and what the others take from it. */
function matchRecords(): { readonly told: string[]; readonly matched: ReadonlyMap<string, IncidentRecord> } {
  const told: string[] = []
  const matched = new Map<string, IncidentRecord>()
  const free = new Set(records)
  const shared = (record: IncidentRecord, answer: IncidentAnswer): number =>
    samplesOf(record).filter((id) => answer.documents.includes(id)).length
  for (const [name, answer] of Object.entries(answers.incidents)) {
    const [best] = [...free]
      .filter((record) => shared(record, answer) > 0)
      .sort((a, b) => shared(b, answer) - shared(a, answer) || b.claims.length - a.claims.length)
    if (best === undefined) {
      told.push(`${name}: no incident`)
      continue
    }
    free.delete(best)
    matched.set(name, best)
    const samples = samplesOf(best)
    for (const id of answer.documents)
      if (!samples.includes(id) && answers.documents[id]?.coverage !== 'not-covered') told.push(`${name}: lacks ${id}`)
    for (const id of samples) if (!answer.documents.includes(id)) told.push(`${name}: holds ${id}`)
  }
  for (const record of free) told.push(`${list(samplesOf(record))}: an incident more: ${record.label}`)
  return { told, matched }
}

function compareScene(name: string, { incident }: IncidentRecord, answer: IncidentAnswer): string[] {
  const told: string[] = []
  const { type, place, when } = incident
  if (answer.type !== null && type.subEvent !== answer.type) told.push(`${name}: type ${type.subEvent}`)
  if (place?.name !== answer.place && place?.asWritten !== answer.place)
    told.push(`${name}: place ${place?.name ?? place?.asWritten ?? 'not known'}`)
  const isRight =
    answer.date === null ? (when?.start ?? null) === null : when?.start === answer.date && when.end === answer.date
  if (!isRight) told.push(`${name}: date ${when === null ? 'not known' : `${when.start} to ${when.end}`}`)
  for (const { captureId, copyOf } of incident.documents) {
    const id = sampleOf.get(captureId) ?? captureId
    const source = copyOf === null ? null : (sampleOf.get(copyOf) ?? copyOf)
    if ((answers.documents[id]?.copyOf ?? null) !== source) told.push(`${name}: ${id} is a copy of ${source ?? 'none'}`)
  }
  return told
}

/** The toll of a measure: its first row, whomever it counts. */
function tollsOf({ incident: { figures } }: IncidentRecord): IncidentFigure[] {
  return figures.filter(
    ({ measure, scope }, at) =>
      measure !== 'other_people' && scope !== 'subset' && figures.findIndex((one) => one.measure === measure) === at,
  )
}

function compareFigures(name: string, record: IncidentRecord, answer: IncidentAnswer): string[] {
  const told: string[] = []
  const tolls = tollsOf(record)
  for (const figure of answer.figures) {
    const toll = tolls.find(({ measure }) => measure === figure.measure)
    if (toll === undefined) {
      told.push(`${name}: ${figure.measure} ${range(figure)}: no figure`)
      continue
    }
    if (range(toll) !== range(figure)) told.push(`${name}: ${figure.measure} ${range(figure)}: ${range(toll)}`)
    const [low, high] = [sampleOfClaim(toll.lowClaim), sampleOfClaim(toll.highClaim)]
    if (low !== figure.lowDocument) told.push(`${name}: ${figure.measure} low by ${low}`)
    if (high !== figure.highDocument) told.push(`${name}: ${figure.measure} high by ${high}`)
  }
  for (const toll of tolls)
    if (answer.figures.every(({ measure }) => measure !== toll.measure))
      told.push(`${name}: ${toll.measure} ${range(toll)} is not in the key`)
  return told
}

/** The published ranges of the main figure, each with the day and the documents that changed it. */
function rangesOf({ incident: { history } }: IncidentRecord, measure: Measure): ChangeAnswer[] {
  const steps = new Map<string, { low: number | null; high: number | null; documents: Set<string> }>()
  let now: Range = { low: null, high: null }
  for (const { at, field, after, cause } of history) {
    const bound = field === `${measure} people low` ? 'low' : field === `${measure} people high` ? 'high' : null
    if (bound === null) continue
    now = { ...now, [bound]: after === null || after === 'open' ? null : Number(after) }
    const step = steps.get(at)
    steps.set(at, { ...now, documents: (step?.documents ?? new Set()).add(sampleOfClaim(cause)) })
  }
  return [...steps].map(([at, { low, high, documents: causes }]) => ({
    day: at.slice(0, 10),
    low,
    high,
    documents: [...causes],
  }))
}

function compareHistory(name: string, record: IncidentRecord, answer: IncidentAnswer): string[] {
  const [main] = answer.figures
  if (main === undefined) return []
  const written = ({ day, documents: causes, ...bounds }: ChangeAnswer): string =>
    `${day} ${range(bounds)} by ${list(causes)}`
  const expected = answer.history.map(written)
  const found = rangesOf(record, main.measure).map(written)
  return [
    ...expected.filter((change) => !found.includes(change)).map((change) => `${name}: history: no ${change}`),
    ...found.filter((change) => !expected.includes(change)).map((change) => `${name}: history: ${change}`),
  ]
}

/** Totals stay out of the toll: where the record has one among its claims, it is marked as such. */
function compareCumulative(name: string, record: IncidentRecord, answer: IncidentAnswer): string[] {
  const told: string[] = []
  for (const total of answer.cumulative) {
    const toll = tollsOf(record).find(({ measure }) => measure === total.measure)
    if (toll !== undefined && (toll.low === total.low || toll.high === total.low))
      told.push(`${name}: ${total.measure} ${range(total)} is in the toll`)
  }
  for (const { entry, state } of record.claims) {
    const { figure } = entry.claim
    const sample = sampleOf.get(entry.captureId) ?? ''
    const isTotal = answer.cumulative.some(
      ({ measure, documents: holding, ...bounds }) =>
        measure === figure?.measure && range(bounds) === range(figure) && holding.includes(sample),
    )
    if (figure !== null && isTotal !== (state === 'cumulative'))
      told.push(`${name}: ${figure.measure} ${range(figure)} of ${sample} is ${state}`)
  }
  return told
}

function compareGrade(name: string, { incident: { grade } }: IncidentRecord, answer: IncidentAnswer): string[] {
  const [rule = ''] = grade.rules
  const expected = GRADE_RULES[answer.grade.rule] ?? []
  const isRight = grade.value === answer.grade.value && expected.includes(rule.split(':')[0] ?? '')
  return isRight ? [] : [`${name}: grade ${grade.value} (${rule})`]
}

/** Documents in whose body an origin is heard: a headline alone makes nobody an origin. */
function heardIn({ claims }: Origin): string[] {
  const heard = claims.map((id) => claimed.get(id)).filter((claim) => claim?.isHeadline === false)
  return [...new Set(heard.map((claim) => claim?.sample ?? ''))].sort()
}

function compareOrigins(name: string, { incident }: IncidentRecord, answer: IncidentAnswer): string[] {
  const told: string[] = []
  const open = incident.origins.filter((origin) => heardIn(origin).length > 0)
  for (const expected of answer.origins) {
    const [best] = open
      .filter(({ claimant }) => isNamed(claimant, expected.claimant))
      .sort((a, b) => common(b, expected) - common(a, expected))
    if (best === undefined) {
      told.push(`${name}: origin ${expected.claimant}: not found`)
      continue
    }
    open.splice(open.indexOf(best), 1)
    if (list(heardIn(best)) !== list(expected.documents))
      told.push(`${name}: origin ${expected.claimant}: in ${list(heardIn(best))}`)
    if (best.party !== expected.party) told.push(`${name}: origin ${expected.claimant}: party ${best.party ?? 'none'}`)
  }
  for (const origin of open) told.push(`${name}: origin ${origin.claimant} in ${list(heardIn(origin))}: not in the key`)
  return told
}

function common(origin: Origin, { documents: expected }: OriginAnswer): number {
  return heardIn(origin).filter((id) => expected.includes(id)).length
}

function comparePositions(name: string, { positions }: IncidentRecord, answer: IncidentAnswer): string[] {
  const told: string[] = []
  const open = [...positions]
  for (const expected of answer.positions) {
    const found = open.find(
      ({ kind, claimant, blamed }) =>
        kind === expected.kind && isNamed(claimant, expected.claimant) && blamed === (expected.blamed ?? null),
    )
    const said = `${expected.claimant} ${expected.kind} ${expected.blamed ?? ''}`.trim()
    if (found === undefined) {
      told.push(`${name}: ${said}: not found`)
      continue
    }
    open.splice(open.indexOf(found), 1)
    const sample = sampleOfClaim(found.claimId)
    if (!expected.documents.includes(sample)) told.push(`${name}: ${said}: in ${sample}`)
  }
  for (const { kind, claimant, blamed, claimId } of open)
    told.push(`${name}: ${`${claimant} ${kind} ${blamed ?? ''}`.trim()} in ${sampleOfClaim(claimId)}: not in the key`)
  return told
}

test('the incidents of the samples differ from the key only where it is known', () => {
  const { told, matched } = matchRecords()
  for (const [name, record] of matched) {
    const answer = answers.incidents[name]
    if (answer === undefined) continue
    for (const compare of [
      compareScene,
      compareFigures,
      compareHistory,
      compareCumulative,
      compareGrade,
      compareOrigins,
      comparePositions,
    ])
      told.push(...compare(name, record, answer))
  }
  expectKnown('incidents', told)
})

test('the order in which the samples come changes no incident', () => {
  expect(recordIncidents([...documents].reverse(), { policy: 'cairn', decisions: [] })).toEqual(records)
})

test('no sample without an incident is told with another', () => {
  const apart = Object.entries(answers.documents).filter(([, { incident }]) => incident === null)
  expect(apart.map(([id]) => id).sort()).toEqual(['mb-srebrenica.txt', 'ot-displacement', 'ot-ukraine-toll'])
  for (const [id] of apart)
    expect(records.filter((record) => samplesOf(record).includes(id) && record.incident.documents.length > 1)).toEqual(
      [],
    )
})
