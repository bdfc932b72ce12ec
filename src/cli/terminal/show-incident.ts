import type { IncidentDocument, IncidentFigure, RecordChange } from '../../model/incident.ts'
import type { ClaimState, Finding, IncidentRecord, Position, SettledClaim, TakenDecision } from '../../model/record.ts'
import { chooseRows } from './choose-rows.ts'
import { cleanCell } from './clean-cell.ts'
import { asWords, describeBounds, describePlace, describeStance, describeWhen } from './describe-claim.ts'
import { layOutTable } from './lay-out-table.ts'
import { describeAct } from './show-decisions.ts'
import { paint, type Screen } from './screen.ts'
import { wrapText } from './wrap-text.ts'

/** What stands is full, what was superseded is hollow (codebook, "One incident from many documents"). */
const STATE_MARKS: Readonly<Record<ClaimState, string>> = {
  current: '●',
  superseded: '○',
  repeat: '=',
  'not-counted': '×',
  cumulative: 'Σ',
}
const STATE_WORDS: Readonly<Record<ClaimState, string>> = {
  current: 'stands',
  superseded: 'superseded',
  repeat: 'says it again',
  'not-counted': 'not counted',
  cumulative: 'total over a period, not counted here',
}
/** From this width on every property of a claim has its own column. */
const WIDE_COLUMNS = 90
/** First characters of a capture's id: as many as tell captures apart. */
const CAPTURE_CHARS = 12
const CAVEAT =
  'Numbers are what was claimed and is documented here, at least: not the toll. Nobody counts what no report tells.'

/** Where an incident is shown, and how many rows of a table at most; 0 shows all. */
interface View {
  readonly screen: Screen
  readonly limit: number
}

/**
 * The record of one incident for people: facts, figures, who said what and when, origins against copies, documents, what
 * is said about who did it, findings, history.
 *
 * @param limit rows of a table at most, those that tell most; 0 shows all
 * @returns lines without line breaks, none wider than the screen
 */
export function showIncident(record: IncidentRecord, screen: Screen, limit: number): string[] {
  const { incident } = record
  const view = { screen, limit }
  const sections = [
    showHeader(record, screen),
    showFigures(record, view),
    showClaims(record, view),
    showOrigins(record, view),
    showDocuments(incident.documents, view),
    showPositions(record.positions, view),
    showFindings(record.findings, view),
    showDecided(record.decisions, view),
    showHistory(incident.history, view),
    wrapText(CAVEAT, screen.width).map((line) => paint(screen, ['dim'], line)),
  ]
  return sections
    .filter((section) => section.length > 0)
    .flatMap((section, i) => (i === 0 ? section : ['', ...section]))
}

function showHeader({ incident, label, admiralty }: IncidentRecord, screen: Screen): string[] {
  const { id, previousIds, type, place, when, status, grade } = incident
  const rows = [
    ['incident', previousIds.length === 0 ? id : `${id} (before: ${previousIds.join(', ')})`],
    ['what', `${type.subEvent}, ${type.event} (ACLED)`],
    ['where', describePlace(place)],
    ['when', describeWhen(when)],
    ['status', asWords(status)],
    ['grade', `${grade.value}: ${grade.rules.join('; ')}`],
    ['Admiralty', `${admiralty.reliability}${admiralty.credibility}: ${admiralty.rules.join('; ')}`],
  ]
  return [
    ...wrapText(cleanCell(label), screen.width).map((line) => paint(screen, ['bold'], line)),
    '',
    ...layOutTable(
      ['', ''],
      rows.map((row) => row.map(cleanCell)),
      screen,
    ).slice(1),
  ]
}

function showFigures({ incident, claims }: IncidentRecord, view: View): string[] {
  const claimants = new Map(claims.map(({ entry }) => [entry.claim.id, entry.claimant]))
  const named = (claim: string | null): string => (claim === null ? '' : (claimants.get(claim) ?? claim))
  return showTable(view, {
    title: 'Figures',
    headings: ['what', 'range', 'best', 'lowest says', 'highest says'],
    items: incident.figures,
    toRow: (figure) => [
      `${asWords(figure.measure)}: ${figure.who.map(asWords).join(', ')}${figure.scope === 'subset' ? ' (part)' : ''}`,
      describeRange(figure),
      figure.best === null ? 'none' : `${figure.best} (${figure.policy})`,
      named(figure.lowClaim),
      named(figure.highClaim),
    ],
  })
}

function describeRange({ low, high }: IncidentFigure): string {
  if (low === null && high === null) return 'no number'
  if (low === null) return `up to ${high}`
  if (high === null) return `${low} or more`
  return low === high ? String(low) : `${low} to ${high}`
}

/** What stands first, then what was superseded: what says it again or counts nowhere is the first to be left out. */
const STATES: readonly ClaimState[] = ['current', 'superseded', 'cumulative', 'not-counted', 'repeat']

function showClaims({ claims, incident }: IncidentRecord, view: View): string[] {
  const outlets = new Map(
    incident.documents.map(({ captureId, outlet, sourceId }) => [captureId, outlet ?? sourceId ?? captureId]),
  )
  const isWide = view.screen.width >= WIDE_COLUMNS
  return showTable(view, {
    title: 'Who said what, and when',
    legend: 'full: stands; hollow: superseded; = says it again; × not counted; Σ a total over a period',
    headings: isWide ? ['', 'what', 'says', 'claimant', 'said', 'carried by', 'why'] : ['', 'what', 'claimant', 'why'],
    items: claims,
    rank: ({ state }) => STATES.indexOf(state),
    toRow: (settled) => {
      const row = describeSettled(settled, outlets)
      const [mark = '', what = '', says = '', claimant = '', said = '', , why = ''] = row.map(cleanCell)
      return isWide ? row : [mark, `${what}: ${says}`, `${claimant}, ${said}`, why]
    },
  })
}

function describeSettled({ entry, state, rule }: SettledClaim, outlets: ReadonlyMap<string, string>): string[] {
  const { claim, claimant, party, saidAt, captureId } = entry
  const { figure, attribution } = claim
  if (figure === null) return [STATE_MARKS[state], '', claim.evidence.exact, claimant, saidAt ?? '', '', rule]
  const side = party === null ? '' : `, party: ${party}`
  const stance = attribution.stance === 'asserted' ? '' : `, stance: ${describeStance(attribution)}`
  return [
    STATE_MARKS[state],
    `${asWords(figure.measure)}: ${figure.who.map(asWords).join(', ')}${figure.scope === 'subset' ? ' (part)' : ''}`,
    describeBounds(figure),
    `${claimant}${side}${stance}`,
    saidAt?.slice(0, 10) ?? 'not dated',
    outlets.get(captureId) ?? captureId,
    `${STATE_WORDS[state]} (${rule.replace(/^record\//u, '')}) ${claim.id}`,
  ]
}

function showOrigins({ incident }: IncidentRecord, view: View): string[] {
  const { origins, documents } = incident
  const copies = new Set(documents.filter(({ copyOf }) => copyOf !== null).map(({ captureId }) => captureId))
  return showTable(view, {
    title: 'Origins',
    legend: `${plural(documents.length, 'document')}, of which ${copies.size} ${copies.size === 1 ? 'is a copy' : 'are copies'}; ${plural(origins.length, 'origin')}`,
    headings: ['origin', 'party', 'documents', 'of them copies'],
    items: origins,
    rank: (origin) => -origin.documents.length,
    toRow: ({ claimant, party, documents: told }) => [
      claimant,
      party ?? 'none',
      String(told.length),
      String(told.filter((captureId) => copies.has(captureId)).length),
    ],
  })
}

function showDocuments(documents: readonly IncidentDocument[], view: View): string[] {
  const names = new Map(
    documents.map(({ captureId, outlet, sourceId }) => [captureId, outlet ?? sourceId ?? captureId]),
  )
  return showTable(view, {
    title: 'Documents',
    headings: ['published', 'outlet', 'title', '', 'capture'],
    items: documents,
    rank: ({ copyOf }) => Number(copyOf !== null),
    toRow: ({ outlet, publishedAt, title, sourceId, id, captureId, copyOf }) => [
      publishedAt?.slice(0, 10) ?? 'not dated',
      outlet ?? 'not known',
      title ?? sourceId ?? id,
      copyOf === null ? '' : `copy of ${names.get(copyOf) ?? copyOf}`,
      captureId.slice(0, CAPTURE_CHARS),
    ],
  })
}

function showPositions(positions: readonly Position[], view: View): string[] {
  return showTable(view, {
    title: 'Who did it, by whom',
    headings: ['claimant', 'side', '', 'words'],
    items: positions,
    toRow: ({ kind, claimant, party, blamed, quote }) => [
      claimant,
      party ?? 'no party',
      blamed === null ? kind : `${kind} ${blamed}`,
      `"${quote}"`,
    ],
  })
}

function showFindings(findings: readonly Finding[], view: View): string[] {
  return showTable(view, {
    title: 'Findings',
    headings: ['rule', 'what', 'claims'],
    items: findings,
    toRow: ({ rule, message, claims }) => [rule, message, claims.join(' ')],
  })
}

function showDecided(decisions: readonly TakenDecision[], view: View): string[] {
  return showTable(view, {
    title: 'Decisions',
    headings: ['at', 'by', 'what', 'because', ''],
    items: decisions,
    rank: ({ isInForce }) => Number(!isInForce),
    toRow: ({ decision, isInForce, claims }) => [
      decision.at.slice(0, 16).replace('T', ' '),
      decision.actor,
      describeAct(decision, claims),
      decision.reason,
      `${decision.id}${isInForce || decision.action === 'undo' ? '' : ', undone'}`,
    ],
  })
}

function showHistory(history: readonly RecordChange[], view: View): string[] {
  return showTable(view, {
    title: 'History, by when it could be known',
    headings: ['at', 'what', 'change', 'because', 'cause'],
    items: history,
    toRow: ({ at, field, before, after, reason, cause }) => [
      at.slice(0, 16).replace('T', ' '),
      field,
      `${before ?? '-'} > ${after ?? '-'}`,
      reason,
      cause ?? '',
    ],
  })
}

interface Table<T> {
  readonly title: string
  readonly legend?: string
  readonly headings: readonly string[]
  readonly items: readonly T[]
  readonly toRow: (item: T) => readonly string[]
  /** Which are shown where they are too many: the lowest first, and the first of equals. */
  readonly rank?: (item: T) => number
}

function showTable<T>({ screen, limit }: View, { title, legend, headings, items, toRow, rank }: Table<T>): string[] {
  if (items.length === 0) return []
  const { shown, hidden } = chooseRows(items, limit === 0 ? items.length : limit, rank ?? (() => 0))
  const told = hidden === 0 ? [] : [`${hidden.toLocaleString('en-GB')} more rows are not shown; --limit 0 shows all.`]
  const dim = (text: string): string[] => wrapText(text, screen.width).map((line) => paint(screen, ['dim'], line))
  return [
    paint(screen, ['bold', 'underline'], title),
    ...(legend === undefined ? [] : dim(legend)),
    ...layOutTable(
      headings,
      shown.map((item) => toRow(item).map(cleanCell)),
      screen,
    ),
    ...told.flatMap(dim),
  ]
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
