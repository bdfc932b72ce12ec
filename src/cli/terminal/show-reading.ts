import { SET_ASIDE_ROLES } from '../../model/document.ts'
import type { Reading } from '../../model/reading.ts'
import { cleanText } from './clean-text.ts'
import {
  asWords,
  describeBounds,
  describeClaimant,
  describeLanguage,
  describePlace,
  describeStance,
  describeWhen,
} from './describe-claim.ts'
import { layOutTable } from './lay-out-table.ts'
import { markText, type NamedClaim, nameClaims } from './mark-text.ts'
import { paint, type Screen } from './screen.ts'
import { wrapText } from './wrap-text.ts'

/** From this width on every property of a figure has its own column. */
const WIDE_COLUMNS = 110

/**
 * A reading for people: the text with its claims marked, then every claim in tables, then what was set aside.
 *
 * @returns lines without line breaks, none wider than the screen
 */
export function showReading(reading: Reading, screen: Screen): string[] {
  const claims = nameClaims(reading.claims)
  const sections =
    reading.coverage === 'not-covered'
      ? [showNotCovered(reading, screen)]
      : [
          markText(reading, claims, screen),
          ...(claims.length === 0 ? [showNothingFound(screen)] : []),
          showFigures(claims, screen),
          showEvents(claims, screen),
          showStatements(claims, screen),
          showReports(reading, claims, screen),
          showSetAside(reading, screen),
        ]
  return [showHeader(reading, screen), ...sections]
    .filter((section) => section.length > 0)
    .flatMap((section, i) => (i === 0 ? section : ['', ...section]))
}

function showHeader({ document }: Reading, screen: Screen): string[] {
  const { title, sourceId, outlet, publishedAt, publishedFrom, language, url, lines } = document
  const date = publishedAt === null ? 'publication date not known' : `published ${publishedAt} (${publishedFrom})`
  const facts = [outlet, date, describeLanguage(language), url].filter((fact) => fact !== null)
  const isHeadlineInText = lines.some((line) => line.role === 'headline')
  const name = sourceId ?? title ?? document.id
  const rule = '─'.repeat(screen.width)
  return [
    paint(screen, ['dim'], rule),
    ...wrapText(cleanText(name), screen.width).map((line) => paint(screen, ['bold'], line)),
    ...(title === null || isHeadlineInText || title === name ? [] : wrapText(cleanText(title), screen.width)),
    ...wrapText(cleanText(facts.join(' · ')), screen.width).map((line) => paint(screen, ['dim'], line)),
  ]
}

function showNotCovered({ document }: Reading, screen: Screen): string[] {
  const message = `This document is in ${describeLanguage(document.language)}, which Cairn does not cover yet. Nothing was read from it: figures, events and statements may stand in it. Languages covered: English.`
  return heading('Not covered', wrapText(message, screen.width), screen)
}

function showNothingFound(screen: Screen): string[] {
  const message =
    'No figures, events or statements found in this document. That is not evidence that nobody was harmed: the text may not say it, or say it in words that were not recognised.'
  return wrapText(message, screen.width)
}

function showFigures(claims: readonly NamedClaim[], screen: Screen): string[] {
  const names = new Map(claims.map(({ name, claim }) => [claim.id, name]))
  const rows = claims.flatMap(({ name, claim }) => {
    const { figure, attribution, place, when } = claim
    if (figure === null) return []
    const whole = figure.subsetOf === null ? '' : ` of ${names.get(figure.subsetOf) ?? 'another figure'}`
    const period = figure.period === null ? '' : `, ${describeWhen(figure.period)}`
    return [
      {
        name,
        written: `"${figure.asWritten}"`,
        means: describeBounds(figure),
        measure: asWords(figure.measure),
        who: figure.who.map(asWords).join(', '),
        says: describeClaimant(attribution),
        stance: describeStance(attribution),
        scope: `${figure.scope}${whole}${period}`,
        place: describePlace(place),
        when: describeWhen(when),
        id: claim.id,
      },
    ]
  })
  if (screen.width >= WIDE_COLUMNS)
    return table(
      'Figures',
      ['', 'as written', 'means', 'measure', 'who', 'claimant', 'stance', 'scope', 'place', 'date'],
      rows.map((r) => [r.name, r.written, r.means, r.measure, r.who, r.says, r.stance, r.scope, r.place, r.when]),
      screen,
    )
  return table(
    'Figures',
    ['', 'as written', 'means', 'measure: who', 'claimant: stance', 'scope', 'place: date'],
    rows.map((r) => [
      r.name,
      r.written,
      r.means,
      `${r.measure}: ${r.who}`,
      `${r.says}: ${r.stance}`,
      r.scope,
      `${r.place}: ${r.when}`,
    ]),
    screen,
  )
}

function showEvents(claims: readonly NamedClaim[], screen: Screen): string[] {
  const rows = claims.flatMap(({ name, claim: { event, evidence, attribution, place, when } }) =>
    event === null
      ? []
      : [
          [
            name,
            `"${evidence.exact}"`,
            event.acled.subEvent,
            `${describeClaimant(attribution)}: ${describeStance(attribution)}`,
            describePlace(place),
            describeWhen(when),
          ],
        ],
  )
  return table('Events', ['', 'as written', 'type (ACLED)', 'claimant: stance', 'place', 'date'], rows, screen)
}

function showStatements(claims: readonly NamedClaim[], screen: Screen): string[] {
  const rows = claims.flatMap(({ name, claim }) =>
    claim.kind === 'statement'
      ? [[name, describeClaimant(claim.attribution), describeStance(claim.attribution), claim.evidence.exact]]
      : [],
  )
  return table('Statements', ['', 'claimant', 'stance', 'words'], rows, screen)
}

function showReports({ incidents }: Reading, claims: readonly NamedClaim[], screen: Screen): string[] {
  const names = new Map(claims.map(({ name, claim }) => [claim.id, name]))
  const rows = incidents.map(({ type, place, when, actors, claims: ids }, i) => [
    `R${i + 1}`,
    type.subEvent,
    describePlace(place),
    describeWhen(when),
    actors.map(({ role, name, stance }) => `${name} (${role}, ${stance})`).join('; ') || 'not said',
    ids.map((id) => names.get(id) ?? id).join(' '),
  ])
  return table('Incident reports', ['', 'type (ACLED)', 'place', 'date', 'actors', 'claims'], rows, screen)
}

function showSetAside({ document }: Reading, screen: Screen): string[] {
  const rows = document.lines
    .filter((line) => SET_ASIDE_ROLES.has(line.role))
    .map((line) => [line.role, line.reason, document.text.slice(line.start, line.end)])
  return table('Set aside as not part of the article', ['role', 'why', 'words'], rows, screen)
}

function table(
  title: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  screen: Screen,
): string[] {
  if (rows.length === 0) return []
  const clean = rows.map((row) => row.map((cell) => cleanText(cell).replace(/\s+/gu, ' ')))
  return heading(`${title} (${rows.length})`, layOutTable(headings, clean, screen), screen)
}

function heading(title: string, lines: readonly string[], screen: Screen): string[] {
  return [paint(screen, ['bold', 'underline'], title), ...lines]
}
