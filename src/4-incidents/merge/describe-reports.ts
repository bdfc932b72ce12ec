import { WEAPON_WORDS } from '../../../data/words/weapon-words.ts'
import type { Claim, Measure } from '../../model/claim.ts'
import { SET_ASIDE_ROLES } from '../../model/document.ts'
import type { ReadDocument } from '../../model/incident.ts'
import type { IncidentReport } from '../../model/reading.ts'
import type { When } from '../../model/when.ts'
import { readAges, readNames, readWords, type TextWord, wordSet } from './read-words.ts'
import type { DaySpan, ReportProfile, Toll } from './report-profile.ts'

const DAY_MS = 86_400_000
/** An interval longer than this says in which war something happened, not when. */
const MAX_DAYS = 62

/**
 * What each of a document's incident reports brings to the comparison with reports of other documents.
 *
 * The main report speaks with the whole text: everything in a story with one subject is about that subject. The others
 * speak with the sentences of their own claims only.
 */
export function describeReports({ captureId, receivedAt, reading }: ReadDocument): ReportProfile[] {
  const { document, incidents } = reading
  const main = findMain(incidents)
  if (main === null) return []
  const claims = new Map(reading.claims.map((claim) => [claim.id, claim]))
  const spans = document.lines.filter(({ role }) => !SET_ASIDE_ROLES.has(role))
  const words = spans.flatMap(({ start, end }) => readWords(document.text.slice(start, end), start))
  const title = wordSet(document.title ?? '')
  return incidents.map((report) => {
    const own = report.claims.flatMap((id) => claims.get(id) ?? [])
    const isMain = report === main
    const core = wordsOfSentences(words, own)
    const about = isMain ? words : core
    const text = isMain ? document.text : own.map(({ evidence }) => sentenceOf(document.text, evidence)).join('\n')
    return {
      ref: { captureId, reportId: report.id },
      key: `${captureId} ${report.id}`,
      receivedAt,
      report,
      isMain,
      outlet: document.outlet ?? hostOf(document.url),
      published: document.publishedAt === null ? null : dayOf(document.publishedAt),
      days: daysOf(report.when),
      words: countWords(about),
      coreWords: new Set([...core.map(({ word }) => word), ...(isMain ? title : [])]),
      titleWords: isMain ? title : new Set<string>(),
      names: readNames(document.text, about),
      ages: readAges(text),
      weapons: new Set(core.flatMap(({ word }) => WEAPON_WORDS.get(word) ?? [])),
      actorWords: wordSet(report.actors.map(({ name }) => name).join('\n')),
      placeWords: wordSet(
        own.map(({ place }) => (place === null ? '' : `${place.asWritten} ${place.name ?? ''}`)).join('\n'),
      ),
      facilityWords: wordSet(report.place?.facility ?? ''),
      killed: tollOf(own, 'killed'),
      injured: tollOf(own, 'injured'),
    }
  })
}

/** The report with the most claims, the first of equals. */
function findMain(reports: readonly IncidentReport[]): IncidentReport | null {
  return reports.reduce<IncidentReport | null>(
    (best, one) => (best === null || one.claims.length > best.claims.length ? one : best),
    null,
  )
}

function wordsOfSentences(words: readonly TextWord[], claims: readonly Claim[]): TextWord[] {
  const spans = [...new Map(claims.map(({ evidence }) => [evidence.sentence.start, evidence.sentence])).values()].sort(
    (a, b) => a.start - b.start,
  )
  const found: TextWord[] = []
  let next = 0
  for (const word of words) {
    while (next < spans.length && (spans[next]?.end ?? 0) <= word.start) next += 1
    if (next < spans.length && (spans[next]?.start ?? Infinity) <= word.start) found.push(word)
  }
  return found
}

function sentenceOf(text: string, { sentence }: Claim['evidence']): string {
  return text.slice(sentence.start, sentence.end)
}

function countWords(words: readonly TextWord[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { word } of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Days since 1970-01-01 of an ISO date; null when it is none. */
function dayOf(date: string): number | null {
  const ms = Date.parse(date.slice(0, 10))
  return Number.isNaN(ms) ? null : Math.floor(ms / DAY_MS)
}

function daysOf(when: When | null): DaySpan | null {
  if (when === null || when.start === null || when.end === null) return null
  const [from, to] = [dayOf(when.start), dayOf(when.end)]
  return from === null || to === null || to - from > MAX_DAYS ? null : { from, to }
}

/** The bounds of what the report says of one harm: the smallest and the largest sum that one sentence of it gives. */
function tollOf(claims: readonly Claim[], measure: Measure): Toll | null {
  const sums = new Map<number, number>()
  for (const { figure, attribution, evidence } of claims) {
    if (figure?.measure !== measure || figure.scope !== 'incident' || attribution.stance === 'denied') continue
    const value = figure.low ?? figure.high
    if (value !== null) sums.set(evidence.sentence.start, (sums.get(evidence.sentence.start) ?? 0) + value)
  }
  const values = [...sums.values()]
  return values.length === 0 ? null : { low: Math.min(...values), high: Math.max(...values) }
}

function hostOf(url: string | null): string | null {
  const host = url === null ? null : (/^https?:\/\/([^/:]+)/iu.exec(url)?.[1] ?? null)
  return host === null ? null : host.toLowerCase().replace(/^www\./u, '')
}
