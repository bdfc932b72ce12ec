import type { AcledSubEvent, Measure } from '../../model/claim.ts'
import type { IncidentFigure } from '../../model/incident.ts'
import type { IncidentRecord } from '../../model/record.ts'
import { cleanCell } from './clean-cell.ts'
import { asWords } from './describe-claim.ts'
import { paint, type Screen } from './screen.ts'
import { wrapText } from './wrap-text.ts'

/** Figures of an incident that the list shows; `cairn show` shows all. */
const FIGURES_SHOWN = 3

/** What an incident of this type is first of all counted by; the others by the dead. */
const LEADING: ReadonlyMap<AcledSubEvent, Measure> = new Map([
  ['Abduction/forced disappearance', 'abducted'],
  ['Arrests', 'detained'],
])

/** Incidents for people: what, where and when, then the ranges, grade and how many texts and origins. */
export function showIncidentList(records: readonly IncidentRecord[], screen: Screen): string[] {
  return records.flatMap(({ incident, label }) => {
    const { figures, grade, status, documents, id } = incident
    const copies = documents.filter(({ copyOf }) => copyOf !== null).length
    const texts = documents.length === 1 ? '1 document' : `${documents.length} documents`
    const lead = LEADING.get(incident.type.subEvent)
    const ordered = figures.toSorted((a, b) => Number(b.measure === lead) - Number(a.measure === lead))
    const facts = [
      ...ordered.slice(0, FIGURES_SHOWN).map(describeRange),
      ...(figures.length > FIGURES_SHOWN
        ? [`${figures.length - FIGURES_SHOWN} more ${figures.length - FIGURES_SHOWN === 1 ? 'figure' : 'figures'}`]
        : []),
    ]
    const standing = [copies === 0 ? texts : `${texts}, ${copies} of them copies`, grade.value, asWords(status), id]
    return [
      ...wrapText(cleanCell(label), screen.width).map((line) => paint(screen, ['bold'], line)),
      ...(facts.length === 0 ? [] : wrapText(cleanCell(facts.join('; ')), screen.width - 2).map((line) => `  ${line}`)),
      ...wrapText(cleanCell(standing.join(' · ')), screen.width - 2).map((line) => `  ${paint(screen, ['dim'], line)}`),
    ]
  })
}

/** The range as it is claimed: never one number where two are. */
function describeRange({ measure, who, scope, low, high }: IncidentFigure): string {
  const group = who.length === 1 && who[0] === 'people' ? '' : ` ${who.map(asWords).join(', ')}`
  const part = scope === 'incident' ? '' : ` [${scope}]`
  const range =
    low === null && high === null
      ? 'no number'
      : high === null
        ? `${low} or more`
        : low === null
          ? `up to ${high}`
          : low === high
            ? `${low}`
            : `${low} to ${high}`
  return `${asWords(measure)}${group}: ${range}${part}`
}
