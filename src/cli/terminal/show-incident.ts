import type { IncidentDocument, IncidentFigure, RecordChange } from '../../model/incident.ts'
import type { ClaimState, Finding, IncidentRecord, Position, SettledClaim } from '../../model/record.ts'
import { cleanText } from './clean-text.ts'
import { asWords, describeBounds, describePlace, describeStance, describeWhen } from './describe-claim.ts'
import { layOutTable } from './lay-out-table.ts'
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
const CAVEAT =
  'Numbers are what was claimed and is documented here, at least: not the toll. Nobody counts what no report tells.'

/**
 * The record of one incident for people: facts, figures, who said what and when, origins against copies, documents, what
 * is said about who did it, findings, history.
 *
 * @returns lines without line breaks, none wider than the screen
 */
export function showIncident(record: IncidentRecord, screen: Screen): string[] {
  const { incident } = record
  const sections = [
    showHeader(record, screen),
    showFigures(incident.figures, outletsOf(record), screen),
    showClaims(record, screen),
    showOrigins(record, screen),
    showDocuments(incident.documents, screen),
    showPositions(record.positions, screen),
    showFindings(record.findings, screen),
    showHistory(incident.history, screen),
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
    ...wrapText(cleanText(label), screen.width).map((line) => paint(screen, ['bold'], line)),
    '',
    ...layOutTable(['', ''], rows.map(cleanRow), screen).slice(1),
  ]
}

function showFigures(
  figures: readonly IncidentFigure[],
  outlets: ReadonlyMap<string, string>,
  screen: Screen,
): string[] {
  const named = (claim: string | null): string => (claim === null ? '' : (outlets.get(claim) ?? claim))
  const rows = figures.map((figure) => [
    `${asWords(figure.measure)}: ${figure.who.map(asWords).join(', ')}${figure.scope === 'subset' ? ' (part)' : ''}`,
    describeRange(figure),
    figure.best === null ? 'none' : `${figure.best} (${figure.policy})`,
    named(figure.lowClaim),
    named(figure.highClaim),
  ])
  return table('Figures', ['what', 'range', 'best', 'lowest says', 'highest says'], rows, screen)
}

function describeRange({ low, high }: IncidentFigure): string {
  if (low === null && high === null) return 'no number'
  if (low === null) return `up to ${high}`
  if (high === null) return `${low} or more`
  return low === high ? String(low) : `${low} to ${high}`
}

function showClaims({ claims, incident }: IncidentRecord, screen: Screen): string[] {
  const outlets = new Map(
    incident.documents.map(({ captureId, outlet, sourceId }) => [captureId, outlet ?? sourceId ?? captureId]),
  )
  const rows = claims.map((settled) => describeSettled(settled, outlets))
  const legend = 'full: stands; hollow: superseded; = says it again; × not counted; Σ a total over a period'
  if (screen.width < WIDE_COLUMNS) {
    const narrow = rows.map(([mark = '', what = '', says = '', claimant = '', said = '', , why = '']) => [
      mark,
      `${what}: ${says}`,
      `${claimant}, ${said}`,
      why,
    ])
    return table('Who said what, and when', ['', 'what', 'claimant', 'why'], narrow, screen, legend)
  }
  return table(
    'Who said what, and when',
    ['', 'what', 'says', 'claimant', 'said', 'carried by', 'why'],
    rows,
    screen,
    legend,
  )
}

function describeSettled({ entry, state, rule }: SettledClaim, outlets: ReadonlyMap<string, string>): string[] {
  const { claim, claimant, party, saidAt, captureId } = entry
  const { figure, attribution } = claim
  if (figure === null) return [STATE_MARKS[state], '', claim.evidence.exact, claimant, saidAt ?? '', '', rule]
  const side = party === null ? '' : `, party: ${party}`
  const stance = attribution.stance === 'asserted' ? '' : `, ${describeStance(attribution)}`
  return [
    STATE_MARKS[state],
    `${asWords(figure.measure)}: ${figure.who.map(asWords).join(', ')}${figure.scope === 'subset' ? ' (part)' : ''}`,
    describeBounds(figure),
    `${claimant}${side}${stance}`,
    saidAt?.slice(0, 10) ?? 'not dated',
    outlets.get(captureId) ?? captureId,
    `${STATE_WORDS[state]} (${rule.replace(/^record\//u, '')})`,
  ]
}

function showOrigins({ incident }: IncidentRecord, screen: Screen): string[] {
  const { origins, documents } = incident
  const copies = documents.filter(({ copyOf }) => copyOf !== null).length
  const rows = origins.map(({ claimant, party, documents: told }) => [
    claimant,
    party ?? 'none',
    String(told.length),
    String(documents.filter(({ captureId, copyOf }) => copyOf !== null && told.includes(captureId)).length),
  ])
  const told = `${plural(documents.length, 'document')}, of which ${copies} ${copies === 1 ? 'is a copy' : 'are copies'}; ${plural(origins.length, 'origin')}`
  return table('Origins', ['origin', 'party', 'documents', 'of them copies'], rows, screen, told)
}

function showDocuments(documents: readonly IncidentDocument[], screen: Screen): string[] {
  const names = new Map(
    documents.map(({ captureId, outlet, sourceId }) => [captureId, outlet ?? sourceId ?? captureId]),
  )
  const rows = documents.map(({ outlet, publishedAt, title, sourceId, id, copyOf }) => [
    publishedAt?.slice(0, 10) ?? 'not dated',
    outlet ?? 'not known',
    title ?? sourceId ?? id,
    copyOf === null ? '' : `copy of ${names.get(copyOf) ?? copyOf}`,
  ])
  return table('Documents', ['published', 'outlet', 'title', ''], rows, screen)
}

function showPositions(positions: readonly Position[], screen: Screen): string[] {
  const rows = positions.map(({ kind, claimant, party, blamed, quote }) => [
    claimant,
    party ?? 'no party',
    blamed === null ? kind : `${kind} ${blamed}`,
    `"${quote}"`,
  ])
  return table('Who did it, by whom', ['claimant', 'side', '', 'words'], rows, screen)
}

function showFindings(findings: readonly Finding[], screen: Screen): string[] {
  const rows = findings.map(({ rule, message, claims }) => [rule, message, claims.join(' ')])
  return table('Findings', ['rule', 'what', 'claims'], rows, screen)
}

function showHistory(history: readonly RecordChange[], screen: Screen): string[] {
  const rows = history.map(({ at, field, before, after, reason, cause }) => [
    at.slice(0, 16).replace('T', ' '),
    field,
    `${before ?? '-'} > ${after ?? '-'}`,
    reason,
    cause ?? '',
  ])
  return table('History, by when it could be known', ['at', 'what', 'change', 'because', 'cause'], rows, screen)
}

/** Who says a claim, by its id. */
function outletsOf({ claims }: IncidentRecord): ReadonlyMap<string, string> {
  return new Map(claims.map(({ entry }) => [entry.claim.id, entry.claimant]))
}

function table(
  title: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  screen: Screen,
  legend?: string,
): string[] {
  if (rows.length === 0) return []
  return [
    paint(screen, ['bold', 'underline'], title),
    ...(legend === undefined ? [] : wrapText(legend, screen.width).map((line) => paint(screen, ['dim'], line))),
    ...layOutTable(headings, rows.map(cleanRow), screen),
  ]
}

/** Texts of documents reach the screen without control characters and line breaks. */
function cleanRow(row: readonly string[]): string[] {
  return row.map((cell) => cleanText(cell).replace(/\s+/gu, ' '))
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
