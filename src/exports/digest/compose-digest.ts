import { MOST_HARM, MOST_ORIGINS, SPAN_DAYS } from './choose-incidents.ts'
import type { DigestFacts, GapFacts, HeadFacts } from './digest-facts.ts'
import {
  about,
  type Block,
  type DigestPages,
  type Foreign,
  foreign,
  joinParts,
  type Part,
  plural,
  type Section,
  type Sentence,
} from './digest-pages.ts'
import { RANGE_APART, RANGE_TIMES } from './find-disputes.ts'
import { wordDevelopment } from './word-development.ts'
import { wordDay, wordDays } from './word-scene.ts'
import {
  tabulateChanges,
  tabulateIncidents,
  tabulatePartyOnly,
  tabulateRevisions,
  tabulateTotals,
  wordDispute,
} from './word-tables.ts'

/** Puts the facts of a digest into words by templates. Every sentence cites its claims or is one of the list `ABOUT_SENTENCES`. */
export function composeDigest(facts: DigestFacts): DigestPages {
  const { since, until, place } = facts.head.request
  const where: Part[] = place === null ? [] : [', ', foreign(place)]
  return {
    title: [`What was claimed, ${wordDays(since, until)}`, ...where],
    sections: [
      { heading: 'About this digest', blocks: composeHead(facts.head) },
      { heading: 'Key developments', blocks: composeDevelopments(facts) },
      { heading: 'New incidents', blocks: composeNew(facts) },
      { heading: 'Changed tolls', blocks: composeChanges(facts) },
      { heading: 'Open disputes', blocks: composeDisputes(facts) },
      { heading: 'Totals over time', blocks: composeTotals(facts) },
      { heading: 'Coverage gaps', blocks: composeGaps(facts.gaps) },
    ] satisfies Section[],
  }
}

function paragraph(...sentences: readonly Sentence[]): Block {
  return { kind: 'paragraph', sentences }
}

function were(count: number): string {
  return count === 1 ? 'was' : 'were'
}

function composeHead(head: HeadFacts): Block[] {
  const { request, provenance, level, withUnreviewed, reviewed, unreviewed } = head
  const { since, until, place, country } = request
  const languages = head.languages.map(([code, count]): Part[] => [
    `${languageName(code)} ${count.toLocaleString('en-GB')}`,
  ])
  const where: Part[] = [
    ...(place === null ? ['everywhere'] : ['places whose names hold "', foreign(place), '"']),
    ...(country === null ? [] : [`, country ${country}`]),
  ]
  return [
    {
      kind: 'facts',
      rows: [
        ['Period', [`${wordDay(since)} to ${wordDay(until)}, both days included`]],
        ['Place', where],
        ['As of', [provenance.asOf === null ? 'nothing was captured' : `${provenance.asOf} (last capture)`]],
        [
          'Made of',
          [
            `${plural(head.documents, 'document')} of ${plural(head.outlets, 'outlet')}; ${plural(head.origins, 'origin')} by name`,
          ],
        ],
        ['Languages of the documents', languages.length === 0 ? ['none'] : joinParts(languages, ', ', ', ')],
        ['Languages covered', [provenance.languages.map(languageName).join(', ')]],
        [
          'Incidents of the period',
          [`${reviewed} reviewed, ${unreviewed} not reviewed (${withUnreviewed ? 'told and marked' : 'left out'})`],
        ],
        ['Codebook', [provenance.codebook]],
        ['Policy', [provenance.policy]],
        ['Extractor', [foreign(provenance.extractor)]],
        ['Level', [level]],
      ],
    },
    { kind: 'notice', sentences: [about('caveat'), ...composeReviewNotes(head)] },
    paragraph(about('claims'), about('gaps'), about('no-sum'), about(level)),
  ]
}

/** How far the incidents were reviewed, and how to go on where none was. */
function composeReviewNotes({ withUnreviewed, reviewed, unreviewed }: HeadFacts): Sentence[] {
  if (unreviewed === 0) return []
  if (withUnreviewed) return [about('machine')]
  const slots = { count: plural(unreviewed, 'incident'), were: were(unreviewed) }
  return [about(reviewed === 0 ? 'none-reviewed' : 'left-out', slots), about('how-on')]
}

function composeDevelopments({ developments, otherIncidents, beyond, head }: DigestFacts): Block[] {
  if (developments.length + otherIncidents.length + beyond.length === 0)
    return head.reviewed + head.unreviewed === 0 ? [paragraph(about('nothing'))] : [paragraph(about('none-told'))]
  const others = plural(otherIncidents.length, 'incident')
  return [
    paragraph(
      about('development-rule', {
        days: String(SPAN_DAYS),
        harm: String(MOST_HARM),
        origins: String(MOST_ORIGINS),
      }),
      about('order-rule'),
      about('standing'),
      ...(otherIncidents.length === 0 ? [] : [about('others', { count: others })]),
    ),
    ...developments.map((fact): Block => ({
      kind: 'incident',
      id: fact.id,
      heading: [foreign(fact.label)],
      isReviewed: fact.isReviewed,
      sentences: wordDevelopment(fact),
    })),
    ...(otherIncidents.length === 0 ? [] : [tabulateIncidents('Other incidents of the period', otherIncidents)]),
    ...(beyond.length === 0
      ? []
      : [tabulateIncidents('Incidents whose dates touch the period and reach beyond it', beyond)]),
  ]
}

function composeNew({ newIncidents, capturedLater }: DigestFacts): Block[] {
  const slots = { count: plural(capturedLater, 'incident'), were: were(capturedLater) }
  return [
    paragraph(
      about('new-rule'),
      ...(newIncidents.length === 0 ? [about('no-new')] : []),
      ...(capturedLater === 0 ? [] : [about('captured-later', slots)]),
    ),
    ...(newIncidents.length === 0
      ? []
      : [tabulateIncidents('Incidents captured for the first time in the period', newIncidents)]),
  ]
}

function composeChanges({ changes, revisions }: DigestFacts): Block[] {
  return [
    paragraph(about('change-rule'), ...(changes.length === 0 ? [about('no-change')] : [])),
    ...(changes.length === 0 ? [] : [tabulateChanges(changes)]),
    paragraph(about('revision-rule'), ...(revisions.length === 0 ? [about('no-revision')] : [])),
    ...(revisions.length === 0 ? [] : [tabulateRevisions(revisions)]),
  ]
}

function composeDisputes({ disputes }: DigestFacts): Block[] {
  const rule = about('dispute-rule', { times: String(RANGE_TIMES), apart: String(RANGE_APART) })
  if (disputes.length === 0) return [paragraph(rule, about('no-dispute'))]
  return [paragraph(rule), ...disputes.map((fact) => paragraph(wordDispute(fact)))]
}

function composeTotals({ totals, head }: DigestFacts): Block[] {
  const rules = [about('total-rule'), about('total-unreviewed')]
  if (!head.withUnreviewed) return [paragraph(...rules, about('totals-left-out'))]
  if (totals.length === 0) return [paragraph(...rules, about('no-total'))]
  return [paragraph(...rules), tabulateTotals(totals)]
}

function composeGaps(gaps: GapFacts): Block[] {
  const { days, emptyDays, unread, documents, uncovered, oneOriginPlaces, oneOriginOutlets } = gaps
  const empty = emptyDays.reduce((sum, [first, last]) => sum + daysBetween(first, last), 0)
  const list = emptyDays.map(([first, last]) => wordDays(first, last)).join(', ')
  const failed = unread.reduce((sum, [, count]) => sum + count, 0)
  const foreignCount = uncovered.reduce((sum, [, count]) => sum + count, 0)
  const names = (all: readonly string[]): Foreign => foreign(all.join('; '))
  const sentences = [
    empty === 0 ? about('no-days-without') : about('days-without', { days: String(empty), all: String(days), list }),
    failed === 0
      ? about('no-unread')
      : about('unread', {
          count: plural(failed, 'document'),
          list: unread.map(([reason, count]) => `${reason} ${count}`).join(', '),
        }),
    foreignCount === 0
      ? about('no-language')
      : about('language', {
          count: foreignCount.toLocaleString('en-GB'),
          all: plural(documents, 'document'),
          were: were(foreignCount),
          share: String(Math.round((foreignCount / documents) * 100)),
          them: foreignCount === 1 ? 'it' : 'them',
          list: uncovered.map(([code, count]) => `${languageName(code)} ${count}`).join(', '),
        }),
    ...(oneOriginPlaces.length === 0 ? [] : [about('one-origin-place', { list: names(oneOriginPlaces) })]),
    ...(oneOriginOutlets.length === 0 ? [] : [about('one-origin-outlet', { list: names(oneOriginOutlets) })]),
  ]
  const { undated, unplaced, partyOnly } = gaps
  const hasNone = undated.length + unplaced.length + partyOnly.length === 0
  return [
    paragraph(...sentences, ...(hasNone ? [about('no-gap-table')] : [])),
    ...(undated.length === 0
      ? []
      : [tabulateIncidents('Incidents whose reports appeared in the period and give no date', undated)]),
    ...(unplaced.length === 0
      ? []
      : [tabulateIncidents('Incidents of the period whose reports give no place', unplaced)]),
    ...(partyOnly.length === 0 ? [] : [tabulatePartyOnly(partyOnly)]),
  ]
}

function daysBetween(first: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1
}

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

function languageName(code: string | null): string {
  if (code === null) return 'not known'
  return /^[a-z]{2,3}$/u.test(code) ? (LANGUAGES.of(code) ?? code) : 'not known'
}
