import type { Claim } from '../model/claim.ts'
import { type Document, SET_ASIDE_ROLES } from '../model/document.ts'
import type { Gazetteer } from '../model/gazetteer.ts'
import type { Coverage, Reading } from '../model/reading.ts'
import { findAttributions } from './attribution/find-attributions.ts'
import type { Rejection } from './candidate.ts'
import { findEvents } from './events/find-events.ts'
import { findFigures } from './figures/find-figures.ts'
import { resolvePeople } from './people/resolve-people.ts'
import { findPlaces } from './places/find-places.ts'
import { type Findings, proposeEvents, proposeFigures, proposeStatements } from './propose-candidates.ts'
import { groupReports } from './reports/group-reports.ts'
import { assignScope } from './scope/assign-scope.ts'
import { findStatements } from './statements/find-statements.ts'
import { splitSentences } from './text/split-sentences.ts'
import { findTimes } from './times/find-times.ts'
import { verifyClaim } from './verify-claim.ts'

/** Name and version of this extractor; the version changes with every change of what it reads. */
export const PRODUCER = { name: 'rules', version: '0.1.0' } as const

/** ISO 639-1 codes of the languages the rules cover. */
const COVERED: ReadonlySet<string> = new Set(['en'])

/**
 * Reads the claims out of a document: who says which figure, event or other statement, where and when.
 *
 * Pure and deterministic: the same document and gazetteer give the same bytes.
 *
 * @returns the reading; a document in a language that is not covered has no claims and says `not-covered`
 */
export function findClaims(document: Document, gazetteer: Gazetteer): Reading {
  const coverage: Coverage = document.language === null || COVERED.has(document.language) ? 'covered' : 'not-covered'
  if (coverage === 'not-covered') return { schema: 'cairn/reading@1', document, coverage, claims: [], incidents: [] }

  const sentences = splitSentences(document, (line) => !SET_ASIDE_ROLES.has(line.role))
  const attributions = findAttributions(sentences, document)
  const places = findPlaces(sentences, document, gazetteer)
  const times = findTimes(sentences, document)
  const events = findEvents(sentences, places)
  const figures = resolvePeople(findFigures(sentences), sentences)
  const scopes = assignScope(figures, sentences, times)
  const statements = findStatements(sentences, attributions)
  const findings: Findings = { sentences, attributions, places, times, figures, scopes, events, statements }

  const figureResults = proposeFigures(findings, PRODUCER).map((candidate) => verifyClaim(document, candidate))
  const figureClaims = figureResults
    .map((result, i) => linkSubset(result, scopes[i]?.subsetOf ?? null, figureResults))
    .filter(isClaim)
  const otherClaims = [...proposeEvents(findings, PRODUCER), ...proposeStatements(findings, PRODUCER)]
    .map((candidate) => verifyClaim(document, candidate))
    .filter(isClaim)

  const claims = unique([...figureClaims, ...otherClaims]).sort(byPosition)
  const grouped = groupReports(claims, {
    text: document.text,
    sentences,
    events,
    rememberedUntil: times.rememberedUntil,
    sitesOf: (sentence) => places.sitesOf(sentence),
  })
  return { schema: 'cairn/reading@1', document, coverage, claims: grouped.claims, incidents: grouped.incidents }
}

/** Names the whole by its claim id, where the whole itself became a claim. */
function linkSubset(
  result: Claim | Rejection,
  whole: number | null,
  results: readonly (Claim | Rejection)[],
): Claim | Rejection {
  const target = whole === null ? undefined : results[whole]
  if (target === undefined || !isClaim(target) || !isClaim(result) || result.figure === null) return result
  return { ...result, figure: { ...result.figure, subsetOf: target.id } }
}

function unique(claims: readonly Claim[]): Claim[] {
  return [...new Map(claims.map((claim) => [claim.id, claim])).values()]
}

function byPosition(a: Claim, b: Claim): number {
  return a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end || a.kind.localeCompare(b.kind)
}

function isClaim(result: Claim | Rejection): result is Claim {
  return 'id' in result
}
