import { SITE_KINDS } from '../../../data/words/site-kinds.ts'
import { WEAPON_WORDS } from '../../../data/words/weapon-words.ts'
import type { Claim, Measure } from '../../model/claim.ts'
import { SET_ASIDE_ROLES } from '../../model/document.ts'
import { skeletonOf } from '../../model/fold-name.ts'
import type { ReadDocument } from '../../model/incident.ts'
import type { IncidentReport, Reading } from '../../model/reading.ts'
import type { When } from '../../model/when.ts'
import { carriesOn } from './carry-on.ts'
import { readAges, readNames, readWords, type TextWord, wordSet } from './read-words.ts'
import type { DaySpan, ReportProfile, Toll } from './report-profile.ts'

/** Consonants from which two spellings of a name can be held against each other. */
const LEAST_SKELETON = 3
const DAY_MS = 86_400_000
/** An interval longer than this says in which war something happened, not when. */
const MAX_DAYS = 62

/**
 * What each of a document's incident reports brings to the comparison with reports of other documents.
 *
 * The main report speaks with the whole text: everything in a story with one subject is about that subject. The others
 * speak with the sentences of their own claims only. Reports that carry on the main one are part of it.
 *
 * @param separate keys of reports (capture id, space, report id) that a person has told apart from others
 */
export function describeReports(
  { captureId, receivedAt, reading }: ReadDocument,
  separate: ReadonlySet<string> = new Set(),
): ReportProfile[] {
  const { document, incidents } = reading
  const main = findMain(incidents)
  if (main === null) return []
  const claims = new Map(reading.claims.map((claim) => [claim.id, claim]))
  const spans = document.lines.filter(({ role }) => !SET_ASIDE_ROLES.has(role))
  const cast = castOf(reading)
  const isTold = ({ word }: TextWord): boolean => !cast.has(word)
  const everyWord = spans.flatMap(({ start, end }) => readWords(document.text.slice(start, end), start))
  const words = everyWord.filter(isTold)
  const title = new Set([...wordSet(document.title ?? '')].filter((word) => !cast.has(word)))
  const speakers = speakersOf(reading)
  const parts = incidents.filter(
    (one) => one !== main && !separate.has(`${captureId} ${one.id}`) && carriesOn(one, main),
  )
  return incidents.flatMap((report) => {
    if (parts.includes(report)) return []
    const isMain = report === main
    const reports = isMain ? [report, ...parts] : [report]
    const own = reports.flatMap(({ claims: ids }) => ids.flatMap((id) => claims.get(id) ?? []))
    const core = wordsOfSentences(words, own)
    const about = isMain ? words : core
    const text = isMain ? document.text : own.map(({ evidence }) => sentenceOf(document.text, evidence)).join('\n')
    const coreWords = new Set([...core.map(({ word }) => word), ...(isMain ? title : [])])
    const facilityWords = wordSet(report.place?.facility ?? '')
    const names = readNames(document.text, about)
    return {
      ref: { captureId, reportId: report.id },
      refs: reports.map(({ id }) => ({ captureId, reportId: id })),
      key: `${captureId} ${report.id}`,
      receivedAt,
      report,
      claims: own.length,
      isMain,
      outlet: document.outlet ?? hostOf(document.url),
      published: document.publishedAt === null ? null : dayOf(document.publishedAt),
      days: daysOf(report.when),
      words: countWords(about),
      coreWords,
      titleWords: isMain ? title : new Set<string>(),
      names,
      tellsNames: [...names].some((name) => !speakers.has(name)),
      ages: readAges(text),
      weapons: new Set(core.flatMap(({ word }) => WEAPON_WORDS.get(word) ?? [])),
      actorWords: wordSet(report.actors.map(({ name }) => name).join('\n')),
      claimDays: new Set((isMain ? reading.claims : own).flatMap(({ when }) => singleDayOf(when))),
      placeWords: wordSet(placesOf(own)),
      placeSkeletons: skeletonsOf(placesOf(isMain ? reading.claims : own)),
      facilityWords,
      siteKinds: kindsOf(facilityWords),
      namedKinds: kindsOf(coreWords),
      text: isMain ? document.id : null,
      killed: tollOf(own, 'killed'),
      injured: tollOf(own, 'injured'),
    }
  })
}

/** Kinds of actor that take part in a war, whoever is harmed. */
const ARMED: ReadonlySet<string> = new Set(['State forces', 'Rebel group', 'Political militia'])

/**
 * Words of the names of who speaks and who fights: they stand in every story of one war, and say nothing of which incident
 * it tells of. Persons and places are left in: those are of one town, or of one story.
 */
function castOf({ claims, incidents }: Reading): Set<string> {
  const names = [
    ...claims.flatMap(({ attribution: { claimant, relay } }) => [
      claimant.kind === 'person' ? '' : claimant.name,
      claimant.affiliation ?? '',
      ...relay,
    ]),
    ...incidents.flatMap(({ actors }) => actors.map(({ name, kind }) => (ARMED.has(kind) ? name : ''))),
  ]
  const places = wordSet(placesOf(claims))
  return new Set(
    names.flatMap((name) =>
      readWords(name).flatMap(({ word, isCapitalised }) => (isCapitalised && !places.has(word) ? word : [])),
    ),
  )
}

/** The names of who speaks and who publishes, as `readNames` has them. */
function speakersOf({ claims, document }: Reading): Set<string> {
  const names = new Set<string>()
  for (const name of new Set([
    document.outlet ?? '',
    document.byline ?? '',
    ...claims.flatMap(({ attribution: { claimant, relay } }) => [claimant.name, ...relay]),
  ])) {
    const words = readWords(name)
    words.forEach(({ word }, i) => {
      const next = words[i + 1]
      if (next !== undefined) names.add(`${word} ${next.word}`)
    })
  }
  return names
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

function singleDayOf(when: When | null): number[] {
  const days = daysOf(when)
  return days !== null && days.from === days.to ? [days.from] : []
}

/** The places of claims as written and by the gazetteer's name, one a line. */
function placesOf(claims: readonly Claim[]): string {
  return claims.map(({ place }) => (place === null ? '' : `${place.asWritten} ${place.name ?? ''}`)).join('\n')
}

/** Names of places without what transliterations disagree about; what is left of short names says nothing. */
function skeletonsOf(places: string): Set<string> {
  const skeletons = new Set<string>()
  for (const word of wordSet(places)) {
    const skeleton = skeletonOf(word)
    if (skeleton.length >= LEAST_SKELETON) skeletons.add(skeleton)
  }
  return skeletons
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

function kindsOf(words: ReadonlySet<string>): Set<string> {
  return new Set([...words].flatMap((word) => SITE_KINDS.get(word) ?? []))
}

function hostOf(url: string | null): string | null {
  const host = url === null ? null : (/^https?:\/\/([^/:]+)/iu.exec(url)?.[1] ?? null)
  return host === null ? null : host.toLowerCase().replace(/^www\./u, '')
}
