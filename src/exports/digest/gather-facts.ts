import type { Incident } from '../../model/incident.ts'
import type { IncidentRecord } from '../../model/record.ts'
import {
  chooseDevelopments,
  compareGravity,
  fallsIn,
  isAskedFor,
  isReviewed,
  liesIn,
  touches,
} from './choose-incidents.ts'
import { describeGrade, describeRow, describeScene, describeSpread, type DigestContext } from './describe-incident.ts'
import { describeNotCounted, describeParts, describeRevisions, describeTolls } from './describe-tolls.ts'
import type {
  DevelopmentFact,
  DigestFacts,
  DigestRequest,
  DigestSources,
  HeadFacts,
  RevisionFact,
} from './digest-facts.ts'
import { findChanges } from './find-changes.ts'
import { describePositions, findDisputes } from './find-disputes.ts'
import { findGaps, isOfPeriod, tally } from './find-gaps.ts'
import { findTotals } from './find-totals.ts'
import { indexClaims } from './index-claims.ts'

/**
 * The facts of a period, each with the claims that it rests on. Nothing is worded here, and nothing is told that no claim
 * says. The order of what is given never matters.
 */
export function gatherFacts(sources: DigestSources, request: DigestRequest): DigestFacts {
  const { documents, series, level, withUnreviewed } = sources
  const context: DigestContext = {
    index: indexClaims(documents, level),
    level,
    claims: new Map(documents.map(({ captureId, reading }) => [captureId, reading.claims])),
    receivedAt: new Map(documents.map(({ captureId, receivedAt }) => [captureId, receivedAt])),
    rows: new WeakMap(),
  }
  const records = sources.records
    .filter(({ incident }) => isTold(incident, withUnreviewed) && isAskedFor(incident.place, request))
    .sort((a, b) => (a.incident.id < b.incident.id ? -1 : 1))
  const ofPeriod = records.filter(({ incident }) => touches(incident.when, request))
  const undated = records.filter((record) => isUndated(record) && appearedIn(record, request, context))
  const within = ofPeriod.filter(({ incident }) => liesIn(incident.when, request))
  const { told, others } = chooseDevelopments(within)
  const rows = [...records].sort(compareGravity).map((record) => describeRow(record, context))
  const changes = findChanges(records, request, context)
  const changed = new Set(changes.map(({ incident }) => incident.id))
  const concerned = records.filter((record) => ofPeriod.includes(record) || changed.has(record.incident.id))
  const later = new Set(ofPeriod.map(({ incident }) => incident.id))
  return {
    head: describeHead(sources, ofPeriod, request),
    developments: told.map((record) => describeDevelopment(record, context)),
    otherIncidents: others.map((record) => describeRow(record, context)),
    beyond: ofPeriod
      .filter((record) => !within.includes(record))
      .sort(compareGravity)
      .map((record) => describeRow(record, context)),
    newIncidents: rows.filter(({ firstCapture }) => fallsIn(firstCapture, request)),
    capturedLater: rows.filter(({ id, firstCapture }) => later.has(id) && firstCapture.slice(0, 10) > request.until)
      .length,
    changes,
    revisions: findRevisions(records, request, context),
    disputes: findDisputes([...concerned].sort(compareGravity), context),
    totals: withUnreviewed ? findTotals(series, request, context) : [],
    gaps: findGaps(sources, { ofPeriod, undated }, request, context),
  }
}

function describeDevelopment(record: IncidentRecord, context: DigestContext): DevelopmentFact {
  const { index } = context
  const told = index.claimsOf(record)
  return {
    ...describeRow(record, context),
    scene: describeScene(record, context),
    spread: describeSpread(record, told),
    tolls: describeTolls(record, index),
    parts: describeParts(record, index),
    revisions: describeRevisions(record, index),
    notCounted: describeNotCounted(record, index),
    positions: describePositions(record, context),
    graded: describeGrade(record, told),
  }
}

/** Counts that were revised by one given in the period. */
function findRevisions(
  records: readonly IncidentRecord[],
  request: DigestRequest,
  context: DigestContext,
): DigestFacts['revisions'] {
  return [...records].sort(compareGravity).flatMap((record) => {
    const incident = describeRow(record, context)
    return describeRevisions(record, context.index).flatMap(({ earlier, now }: RevisionFact) =>
      fallsIn(now.saidAt, request) ? [{ earlier, now, incident }] : [],
    )
  })
}

/** Rejected incidents are never told. */
function isTold(incident: Incident, withUnreviewed: boolean): boolean {
  return withUnreviewed ? incident.status !== 'rejected' : isReviewed(incident)
}

function isUndated({ incident: { when } }: IncidentRecord): boolean {
  return when === null || (when.start === null && when.end === null)
}

/** Whether a document of an incident was published in the period, or captured where it gives no date. */
function appearedIn({ incident }: IncidentRecord, request: DigestRequest, { receivedAt }: DigestContext): boolean {
  return incident.documents.some(({ publishedAt, captureId }) =>
    fallsIn(publishedAt ?? receivedAt.get(captureId) ?? null, request),
  )
}

/** The material: documents of the period and those that tell of its incidents. */
function describeHead(
  { records, documents, level, withUnreviewed, provenance }: DigestSources,
  ofPeriod: readonly IncidentRecord[],
  request: DigestRequest,
): HeadFacts {
  const telling = new Set(ofPeriod.flatMap(({ incident }) => incident.documents.map(({ captureId }) => captureId)))
  const own = documents.filter((one) => telling.has(one.captureId) || isOfPeriod(one, request))
  const all = records.filter(
    ({ incident }) => isTold(incident, true) && isAskedFor(incident.place, request) && touches(incident.when, request),
  )
  return {
    request,
    level,
    withUnreviewed,
    provenance,
    documents: own.length,
    outlets: new Set(own.flatMap(({ reading }) => reading.document.outlet ?? [])).size,
    origins: new Set(ofPeriod.flatMap(({ incident }) => incident.origins.map(({ claimant }) => claimant))).size,
    languages: tally(own.map(({ reading }) => reading.document.language)),
    reviewed: all.filter(({ incident }) => isReviewed(incident)).length,
    unreviewed: all.filter(({ incident }) => !isReviewed(incident)).length,
  }
}
