import type { FoundDocument } from '../../ports/record-store.ts'
import { cleanCell } from './clean-cell.ts'
import { layOutTable } from './lay-out-table.ts'
import { paint, type Screen } from './screen.ts'
import { wrapText } from './wrap-text.ts'

const WIDE_COLUMNS = 110

/** Documents for people: a table on a wide screen, two lines each on a narrow one. */
export function showFoundDocuments(documents: readonly FoundDocument[], screen: Screen): string[] {
  if (screen.width < WIDE_COLUMNS) return documents.flatMap((document) => showNarrow(document, screen))
  const rows = documents.map(({ publishedAt, outlet, title, claims, resource, captureId, revises }) => [
    publishedAt?.slice(0, 10) ?? 'not said',
    cleanCell(outlet ?? 'not said'),
    cleanCell(title ?? '(no title)'),
    String(claims),
    revises === null ? '' : `revises ${short(revises)}`,
    cleanCell(resource),
    short(captureId),
  ])
  return layOutTable(['published', 'outlet', 'title', 'claims', 'revision', 'from', 'capture'], rows, screen)
}

function showNarrow(document: FoundDocument, screen: Screen): string[] {
  const { publishedAt, outlet, title, claims, resource, captureId, revises } = document
  const count = claims === 1 ? '1 claim' : `${claims} claims`
  const facts = [
    publishedAt?.slice(0, 10) ?? 'date not said',
    cleanCell(outlet ?? 'outlet not said'),
    count,
    ...(revises === null ? [] : [`revises ${short(revises)}`]),
    cleanCell(resource),
    short(captureId),
  ]
  return [
    ...wrapText(cleanCell(title ?? '(no title)'), screen.width).map((line) => paint(screen, ['bold'], line)),
    ...wrapText(facts.join(' · '), screen.width).map((line) => paint(screen, ['dim'], line)),
  ]
}

/** As much of an id as tells it apart. */
export function short(id: string): string {
  return id.slice(0, 12)
}
