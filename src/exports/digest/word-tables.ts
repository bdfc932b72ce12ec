import { FINDING_WORDS, GRADE_RULE_WORDS } from '../../../data/words/digest-words.ts'
import type { ChangeFact, DigestFacts, DisputeFact, IncidentRow, PositionFact, TotalFact } from './digest-facts.ts'
import { foreign, joinParts, type Part, type Sentence, type Table } from './digest-pages.ts'
import { wordCited, wordClaimant, wordClaimedCount, wordSource } from './word-claims.ts'
import { wordEarlier } from './word-development.ts'
import { wordDay, wordPlace } from './word-scene.ts'

const NOT_REVIEWED = 'not reviewed'

/** Incidents, one a row. */
export function tabulateIncidents(caption: string, rows: readonly IncidentRow[]): Table {
  return {
    kind: 'table',
    caption,
    headings: ['Incident', 'First captured', 'Documents', 'Origins', 'Grade', 'Status', 'Sources'],
    rows: rows.map((row) => [
      wordIncident(row),
      [wordDay(row.firstCapture)],
      [String(row.documents)],
      [String(row.origins)],
      [row.grade],
      [row.isReviewed ? row.status : NOT_REVIEWED],
      [{ cites: row.claims }],
    ]),
  }
}

function wordIncident({ id, label }: IncidentRow): Part[] {
  return [foreign(label), ` (${id})`]
}

/** With a mark where nobody has reviewed it. */
function wordMarked(row: IncidentRow): Part[] {
  return row.isReviewed ? wordIncident(row) : [...wordIncident(row), `, ${NOT_REVIEWED}`]
}

/** Changes of the record, each with its cause. */
export function tabulateChanges(changes: readonly ChangeFact[]): Table {
  return {
    kind: 'table',
    caption: 'Changes of the record in the period, by when they could be known here',
    headings: ['Incident', 'Known', 'What', 'Before → after', 'Caused by'],
    rows: changes.map((change) => [
      wordMarked(change.incident),
      [wordDay(change.at)],
      [change.what],
      [change.values.map(wordValue).join('; ')],
      wordCause(change),
    ]),
  }
}

function wordValue({ name, before, after }: ChangeFact['values'][number]): string {
  return `${name === '' ? '' : `${name} `}${before ?? 'none'} → ${after ?? 'none'}`
}

function wordCause({ decision, claims }: ChangeFact): Part[] {
  if (decision !== null)
    return ['decision ', foreign(decision), ' of a person; the claim that stands now', { cites: claims }]
  return claims.flatMap((claim) =>
    claim.figure === null ? [...wordSource(claim), { cites: [claim] }] : wordCited(claim),
  )
}

/** Counts that claimants revised, by the days on which they gave them. */
export function tabulateRevisions(revisions: DigestFacts['revisions']): Table {
  return {
    kind: 'table',
    caption: 'Counts that claimants revised in the period, by when they gave them',
    headings: ['Incident', 'Claimant', 'Before', 'After', 'Given'],
    rows: revisions.flatMap(({ incident, earlier, now }) => {
      const last = earlier.at(-1)
      if (last === undefined) return []
      return [
        [
          wordMarked(incident),
          wordClaimant(now),
          joinParts(earlier.map((claim) => [...wordEarlier(claim, now), { cites: [claim] }])),
          [...wordClaimedCount(now), { cites: [now] }],
          [wordDay(now.saidAt)],
        ],
      ]
    }),
  }
}

/** Incidents that rest on one party's claims alone. */
export function tabulatePartyOnly(rows: DigestFacts['gaps']['partyOnly']): Table {
  return {
    kind: 'table',
    caption: 'Incidents of the period that rest on the claims of one party to the conflict alone',
    headings: ['Incident', 'Party', 'Sources'],
    rows: rows.map((row) => [wordMarked(row), [foreign(row.party)], [{ cites: row.claims }]]),
  }
}

/** What an open dispute is about, with the claims that stand against each other. */
export function wordDispute({ incident, rule, finding, positions, claims }: DisputeFact): Sentence {
  const on: Part[] = ['On ', foreign(incident.label), incident.isReviewed ? ': ' : ' (not reviewed): ']
  const sides = joinParts(
    [
      ...positions.map((fact): Part[] => [...wordSide(fact), { cites: [fact.claim] }]),
      ...claims.map((claim): Part[] =>
        claim.figure === null ? [...wordSource(claim), { cites: [claim] }] : wordCited(claim),
      ),
    ],
    '; ',
    '; ',
  )
  const words = {
    contested: `the grade was "contested", since ${GRADE_RULE_WORDS[finding ?? ''] ?? `rule ${finding} gave it`}: `,
    positions: 'who did it was disputed: ',
    range: 'current counts lay far apart: ',
    finding: `${lowerFirst(FINDING_WORDS[finding ?? ''] ?? `the check ${finding} found something`)}: `,
  }
  return { kind: 'told', parts: [...on, words[rule], ...sides] }
}

function wordSide({ kind, blamed, claim }: PositionFact): Part[] {
  const whom: Part[] = blamed === null ? ['a side that is not resolved'] : [foreign(blamed)]
  const what: Part[] = {
    accepts: ['responsibility accepted by '],
    denies: ['a denial by '],
    blames: ['an accusation against ', ...whom, ' by '],
  }[kind]
  return [...what, ...wordSource(claim)]
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}

/** Totals over time, one new point a row. */
export function tabulateTotals(totals: readonly TotalFact[]): Table {
  return {
    kind: 'table',
    caption: 'Totals over time that got a new point in the period',
    headings: ['Total of', 'Where', 'Since', 'By', 'Given', 'Source'],
    rows: totals.flatMap(({ place, since, claims }) =>
      claims.map((claim) => [
        wordClaimedCount(claim),
        place === null ? ['not said'] : wordPlace(place),
        [
          claim.figure?.period?.start == null && since === null
            ? 'not said'
            : wordDay(claim.figure?.period?.start ?? since),
        ],
        wordClaimant(claim),
        [claim.saidAt === null ? 'undated' : wordDay(claim.saidAt)],
        [{ cites: [claim] }],
      ]),
    ),
  }
}
