import { createHash } from 'node:crypto'

import type { ClaimantKind } from '../model/claim.ts'
import type { Incident, IncidentFigure } from '../model/incident.ts'
import type { IncidentRecord, SettledClaim } from '../model/record.ts'
import type { ExportEncoder, ExportPlan } from './export-encoder.ts'
import { describeProvenance, type ExportLevel, type ExportSet, type ExportTerms } from './export-set.ts'
import { JsonList, jsonItem } from './json-list.ts'
import type { Spool } from './spool.ts'
import { nameAgents } from './name-agents.ts'
import { iriOf } from './iri-of.ts'
import { annotateClaim } from './annotate-claim.ts'
import { describeWhen } from './describe-when.ts'
import { DecisionTargets, describeDecisions } from './describe-decisions.ts'
import { JSONLD_CONTEXT } from './jsonld-context.ts'
import { omitNulls, type JsonNode } from './omit-nulls.ts'
import { nameActor, protectHistory, protectPlace, protectRules, protectUrl } from './protect-record.ts'

/**
 * The record as one JSON-LD graph: incidents by the codebook's terms, claims as Web Annotations on the text they stand in, and
 * where all of it comes from by PROV-O. What the source is silent about is left out. Quotes, titles and who decided stand in it
 * at the full level only.
 */
export function encodeJsonLd(plan: ExportPlan): ExportEncoder {
  const { terms, openSpool } = plan
  const list = new JsonList({ '@context': JSONLD_CONTEXT }, '@graph')
  const targets = new DecisionTargets(terms.decisions)
  // What several incidents have in common stands once in the graph, behind the incidents.
  const spools = { claims: openSpool(), agents: openSpool(), documents: openSpool() }
  return {
    name: 'record.jsonld',
    metadata: null,
    start: () => list.start() + list.add(jsonItem(describeExport(plan))),
    add({ record, captures }) {
      const set = { ...terms, records: [record], captures }
      targets.add(record)
      keepClaims(spools.claims, record, set)
      keepAgents(spools.agents, record, terms.level)
      keepDocuments(spools.documents, record, set)
      return list.add(jsonItem(describeIncident(record, terms.level)))
    },
    *end() {
      for (const spool of [spools.claims, spools.agents, spools.documents]) {
        for (const items of spool.inOrder()) yield list.add(items)
        spool.close()
      }
      for (const node of describeDecisions(targets, terms.level)) yield list.add(jsonItem(node))
      yield list.add(jsonItem(describeExtractor(terms)))
      yield list.end()
    },
  }
}

function describeExport({ terms, incidents }: ExportPlan): JsonNode {
  const { codebook, extractor, languages, policies, asOf } = terms.provenance
  const digest = createHash('sha256')
    .update(JSON.stringify([describeProvenance(terms), incidents]))
    .digest('hex')
  return omitNulls({
    id: iriOf('export', digest.slice(0, 16)),
    type: ['prov:Entity', 'Export'],
    provenance: describeProvenance(terms),
    codebook,
    extractor,
    policies,
    languages,
    level: terms.level,
    generatedAt: asOf,
  })
}

function describeIncident(record: IncidentRecord, level: ExportLevel): JsonNode {
  const { incident, label, admiralty, actors, positions, findings } = record
  const place = protectPlace(incident.place, level)
  const iris = claimIris(record)
  return omitNulls({
    id: iriOf('incident', incident.id),
    type: ['prov:Entity', 'Incident'],
    incidentId: incident.id,
    previousIds: incident.previousIds.map((id) => iriOf('incident', id)),
    label,
    eventType: incident.type.event,
    subEventType: incident.type.subEvent,
    place:
      place === null
        ? null
        : omitNulls({
            type: 'Place',
            name: place.name ?? place.asWritten,
            asWritten: level === 'full' ? place.asWritten : null,
            facility: place.facility,
            geonameId: place.geonameId,
            country: place.country,
            admin1: place.admin1,
            lat: place.lat,
            lon: place.lon,
            wherePrec: place.wherePrec,
            geoPrecision: place.geoPrecision,
          }),
    when: describeWhen(incident.when),
    status: incident.status,
    grade: incident.grade.value,
    gradeRules: protectRules(record, level),
    reliability: admiralty.reliability,
    credibility: admiralty.credibility,
    actors: describeActors(actors, level),
    positions: positions.map(({ kind, claimant, party, blamed, claimId, quote }) =>
      omitNulls({
        type: 'Position',
        kind,
        party,
        blamed,
        claimId,
        claimant: level === 'full' ? claimant : null,
        quote: level === 'full' ? quote : null,
      }),
    ),
    figures: incident.figures.map((figure, i) => describeFigure(figure, record.choices[i] ?? [], iris)),
    findings: findings.map(({ rule, message }) =>
      omitNulls({ type: 'Finding', rule, message: level === 'full' ? message : null }),
    ),
    origins: incident.origins.map(({ id, party, documents, claims }) =>
      omitNulls({
        id: iriOf('origin', incident.id, id),
        type: 'Origin',
        party,
        documents: documents.map((captureId) => iriOf('document', captureId)),
        claims: claims.flatMap((claimId) => iris.get(claimId) ?? []),
      }),
    ),
    documents: incident.documents.map(({ captureId }) => iriOf('document', captureId)),
    claims: record.claims.map((settled) => iriOfClaim(settled)),
    history: protectHistory(record, level).map(({ at, field, before, after, cause, by, reason }) =>
      omitNulls({
        type: 'RecordChange',
        changedAt: at,
        field,
        before,
        after,
        cause,
        by,
        reason: level === 'full' ? reason : null,
      }),
    ),
  })
}

function describeActors(actors: IncidentRecord['actors'], level: ExportLevel): JsonNode[] {
  const nodes = actors.flatMap((actor): JsonNode[] => {
    const name = nameActor(actor, level)
    const { role, kind, stance } = actor
    return name === null ? [] : [{ type: 'Actor', role, name, kind, stance }]
  })
  return [...new Map(nodes.map((node) => [JSON.stringify(node), node])).values()]
}

function describeFigure(
  figure: IncidentFigure,
  choices: IncidentRecord['choices'][number],
  iris: ReadonlyMap<string, readonly string[]>,
): JsonNode {
  const { measure, who, scope, low, high, best, policy, lowClaim, highClaim, bestClaim } = figure
  const of = (claimId: string | null): readonly string[] => (claimId === null ? [] : (iris.get(claimId) ?? []))
  return omitNulls({
    type: 'Figure',
    measure,
    who,
    scope,
    low,
    high,
    isOpen: high === null && highClaim !== null,
    best,
    policy,
    lowClaim: of(lowClaim),
    highClaim: of(highClaim),
    bestClaim: of(bestClaim),
    choices: choices.map(({ version, best: number, rule }) =>
      omitNulls({ type: 'Choice', version, best: number, rule }),
    ),
  })
}

/** Keeps claims by their IRI: one claim of one capture stands once, also where several incidents have it. */
function keepClaims(spool: Spool, record: IncidentRecord, set: ExportSet): void {
  const iris = claimIris(record)
  const agents = nameAgents(record, set.level)
  for (const settled of record.claims) {
    const id = iriOfClaim(settled)
    if (spool.has(id)) continue
    spool.set(id, jsonItem(annotateClaim(settled, { incident: record.incident.id, iris, agents }, set)))
  }
}

const AGENT_TYPES: Readonly<Record<ClaimantKind, string>> = {
  person: 'prov:Person',
  office: 'prov:Organization',
  organisation: 'prov:Organization',
  outlet: 'prov:Organization',
  unnamed: 'prov:Agent',
}

/** Keeps everybody who says something, by the name under which they may leave. */
function keepAgents(spool: Spool, record: IncidentRecord, level: ExportLevel): void {
  for (const { id, label, kind, party } of nameAgents(record, level).values())
    if (!spool.has(id))
      spool.set(id, jsonItem(omitNulls({ id, type: [AGENT_TYPES[kind], 'Claimant'], label, kind, party })))
}

/** Keeps captures, the texts read in them, and the reading. */
function keepDocuments(spool: Spool, { incident }: IncidentRecord, set: ExportSet): void {
  for (const document of incident.documents)
    spool.set(document.captureId, describeDocument(document, set).map(jsonItem).join(','))
}

function describeDocument(document: Incident['documents'][number], set: ExportSet): readonly JsonNode[] {
  const { captures, level, provenance } = set
  const { captureId } = document
  const capture = captures.get(captureId)
  if (capture === undefined) throw new RangeError(`the export was not given capture ${captureId}`)
  const reading = iriOf('reading', captureId)
  return [
    {
      id: iriOf('capture', captureId),
      type: ['prov:Entity', 'Capture'],
      captureId,
      digest: capture.digest,
      generatedAt: capture.receivedAt,
    },
    {
      id: reading,
      type: ['prov:Activity', 'Reading'],
      extractor: provenance.extractor,
      used: [iriOf('capture', captureId)],
      wasAssociatedWith: iriOf('extractor', provenance.extractor),
    },
    omitNulls({
      id: iriOf('document', captureId),
      type: ['prov:Entity', 'Document'],
      textDigest: document.id,
      outlet: document.outlet,
      title: level === 'full' ? document.title : null,
      url: absoluteOrNull(protectUrl(document.url, level)),
      language: capture.language,
      publishedAt: document.publishedAt,
      wasDerivedFrom: iriOf('capture', captureId),
      wasGeneratedBy: reading,
      wasQuotedFrom: document.copyOf === null ? null : iriOf('document', document.copyOf),
    }),
  ]
}

function describeExtractor({ provenance }: ExportTerms): JsonNode {
  const { extractor } = provenance
  const version = extractor.slice(extractor.indexOf(' ') + 1)
  return { id: iriOf('extractor', extractor), type: ['prov:SoftwareAgent', 'Extractor'], label: extractor, version }
}

/** An address as an IRI: what cannot be one is left out, since JSON-LD would drop it. */
function absoluteOrNull(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).href : null
}

/** IRIs of the claims of a record by their ids; copies of a text have claims of the same ids. */
function claimIris({ claims }: IncidentRecord): ReadonlyMap<string, readonly string[]> {
  const iris = new Map<string, string[]>()
  for (const settled of claims) {
    const { id } = settled.entry.claim
    iris.set(id, [...(iris.get(id) ?? []), iriOfClaim(settled)])
  }
  return iris
}

function iriOfClaim({ entry }: SettledClaim): string {
  return iriOf('claim', entry.captureId, entry.claim.id)
}
