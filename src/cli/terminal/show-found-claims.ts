import type { FoundClaim } from '../../ports/record-store.ts'
import { cleanCell } from './clean-cell.ts'
import { cleanText } from './clean-text.ts'
import {
  asWords,
  describeBounds,
  describeClaimant,
  describePlace,
  describeStance,
  describeWhen,
} from './describe-claim.ts'
import { layOutTable } from './lay-out-table.ts'
import { paint, type Screen } from './screen.ts'
import { wrapText } from './wrap-text.ts'

const WIDE_COLUMNS = 120

/** Claims of many documents for people: a table on a wide screen, a few lines each on a narrow one; always with the exact words. */
export function showFoundClaims(claims: readonly FoundClaim[], screen: Screen): string[] {
  if (screen.width < WIDE_COLUMNS) return claims.flatMap((claim) => showNarrow(claim, screen))
  const rows = claims.map((found) => {
    const { claim } = found
    return [
      describeWhat(found),
      cleanCell(describeClaimant(claim.attribution)),
      cleanCell(describeStance(claim.attribution)),
      cleanCell(describePlace(claim.place)),
      describeWhen(claim.when),
      cleanText(`“${claim.evidence.exact}”`),
      cleanCell(describeCarrier(found)),
      claim.id,
    ]
  })
  return layOutTable(
    ['what', 'who says so', 'stance', 'place', 'date', 'exact words', 'carried by', 'id'],
    rows,
    screen,
  )
}

function showNarrow(found: FoundClaim, screen: Screen): string[] {
  const { claim } = found
  const says = `${cleanCell(describeClaimant(claim.attribution))} (${describeStance(claim.attribution)})`
  const facts = [says, describePlace(claim.place), describeWhen(claim.when), describeCarrier(found), claim.id].map(
    cleanCell,
  )
  const indent = (line: string): string => `  ${line}`
  return [
    ...wrapText(describeWhat(found), screen.width).map((line) => paint(screen, ['bold'], line)),
    ...wrapText(cleanText(`“${claim.evidence.exact}”`), screen.width - 2).map(indent),
    ...wrapText(facts.join(' · '), screen.width - 2).map((line) => indent(paint(screen, ['dim'], line))),
  ]
}

/** What is claimed, in a few words. */
function describeWhat({ claim }: FoundClaim): string {
  const { figure, event, kind } = claim
  if (figure !== null) {
    const who = figure.who.map(asWords).join(', ')
    const scope = figure.scope === 'incident' ? '' : ` [${figure.scope}]`
    return `${describeBounds(figure)} ${asWords(figure.measure)}, ${who}${scope}`
  }
  return event === null ? kind : event.acled.subEvent
}

function describeCarrier({ outlet, title, publishedAt }: FoundClaim): string {
  const name = cleanCell(outlet ?? title ?? 'outlet not said')
  return publishedAt === null ? name : `${name}, ${publishedAt.slice(0, 10)}`
}
