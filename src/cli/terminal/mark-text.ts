import type { Claim } from '../../model/claim.ts'
import type { Reading } from '../../model/reading.ts'
import { SET_ASIDE_ROLES, type Line } from '../../model/document.ts'
import { cleanText } from './clean-text.ts'
import { paint, type Screen, type Style } from './screen.ts'
import { type Piece, wrapPieces } from './wrap-text.ts'

/** A claim with the short name that the text and the tables share: F1, E1, S1. */
export interface NamedClaim {
  readonly name: string
  readonly claim: Claim
}

const LETTERS = { figure: 'F', event: 'E', statement: 'S' } as const
const MAX_TEXT_COLUMNS = 100
const INDENT = '  '
/** Lines that were wrapped by hand are no longer than this. */
const MAX_HAND_WRAPPED = 82

/** Names the claims of each kind in reading order. */
export function nameClaims(claims: readonly Claim[]): NamedClaim[] {
  const counts = { figure: 0, event: 0, statement: 0 }
  return claims.map((claim) => ({ name: `${LETTERS[claim.kind]}${++counts[claim.kind]}`, claim }))
}

/**
 * The document's text as lines for a terminal, every claim's exact words marked and named: in colour where the screen
 * has it, and in brackets always, so that the marks survive being copied.
 *
 * Lines that are not part of the article are left to the section that lists them.
 */
export function markText({ document }: Reading, claims: readonly NamedClaim[], screen: Screen): string[] {
  const width = Math.min(screen.width, MAX_TEXT_COLUMNS) - INDENT.length
  const clean = cleanText(document.text)
  const result: string[] = []
  const handWrapped = isHandWrapped(document.lines)
  let before: Line | null = null
  for (const line of document.lines) {
    if (SET_ASIDE_ROLES.has(line.role)) continue
    if (before !== null) {
      const isParagraph = !handWrapped || /\n\s*\n/u.test(document.text.slice(before.end, line.start))
      if (isParagraph || before.role !== line.role) result.push('')
    }
    if (line.postedAt !== null && line.postedAt !== before?.postedAt)
      result.push(INDENT + paint(screen, ['dim'], `Posted ${cleanText(line.postedAt)}`))
    const pieces = piecesOf(line, clean, claims)
    result.push(...wrapPieces(pieces, width, screen).map((text) => INDENT + text))
    before = line
  }
  return result
}

/** Whether the lines are those of text wrapped by hand, so that several make a paragraph; else each line is one. */
function isHandWrapped(lines: readonly Line[]): boolean {
  return lines.every((line) => line.role !== 'body' || line.end - line.start <= MAX_HAND_WRAPPED)
}

/** The line cut where claims begin and end, each stretch in the styles of the claims it stands in. */
function piecesOf(line: Line, text: string, claims: readonly NamedClaim[]): Piece[] {
  const here = claims.filter(({ claim: { evidence } }) => evidence.start < line.end && evidence.end > line.start)
  const cuts = new Set([line.start, line.end])
  for (const { claim } of here) {
    cuts.add(Math.max(claim.evidence.start, line.start))
    cuts.add(Math.min(claim.evidence.end, line.end))
  }
  const base: readonly Style[] = line.role === 'headline' || line.role === 'heading' ? ['bold'] : []
  const points = [...cuts].sort((a, b) => a - b)
  const pieces: Piece[] = []
  points.forEach((at, i) => {
    const ending = here.filter(({ claim }) => claim.evidence.end === at).reverse()
    for (const { name, claim } of ending) pieces.push({ text: `]${name}`, styles: stylesOf(claim, ['dim']) })
    const next = points[i + 1]
    if (next === undefined) return
    const starting = here.filter(({ claim }) => claim.evidence.start === at)
    for (const { claim } of starting) pieces.push({ text: '[', styles: stylesOf(claim, ['dim']) })
    const around = here.filter(({ claim }) => claim.evidence.start <= at && claim.evidence.end >= next)
    pieces.push({
      text: text.slice(at, next),
      styles: around.reduce((styles, { claim }) => stylesOf(claim, styles), base),
    })
  })
  return pieces
}

function stylesOf(claim: Claim, styles: readonly Style[]): Style[] {
  const { stance } = claim.attribution
  if (claim.kind === 'statement') return [...styles, 'underline']
  const tone: Style = stance === 'denied' || stance === 'conditional' ? 'denied' : claim.kind
  return [...styles.filter((style) => style !== 'event' && style !== 'bold'), 'bold', tone]
}
