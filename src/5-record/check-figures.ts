import type { Finding } from '../model/record.ts'
import { buildAccount } from './build-accounts.ts'
import type { MeasureState } from './build-figures.ts'
import { areApart, groupKey } from './group-covers.ts'
import { compareText } from './order-entries.ts'
import type { CurrentFigure } from './settle-claimant.ts'

/** Groups that make up everybody between them. */
const EVERYBODY: readonly (readonly string[])[] = [
  ['civilians', 'combatants'],
  ['children', 'women', 'men'],
]

/**
 * Checks the arithmetic of what each claimant says now: a part is no larger than its whole, parts that share nobody are
 * together no larger, and parts that make up everybody add up to it. A breach is shown and never repaired (codebook,
 * "Figures"). Sums that the record itself makes are told too.
 */
export function checkFigures(states: readonly MeasureState[]): Finding[] {
  return states.flatMap(({ claimants }) => claimants.flatMap(checkClaimant))
}

function checkClaimant(current: readonly CurrentFigure[]): Finding[] {
  const account = buildAccount(current)
  const [first] = current
  if (first === undefined || account === null) return []
  const { measure } = first.figure
  const name = `${first.entry.claimant}, ${measure}`
  const findings: Finding[] = []
  const add = (rule: string, message: string, figures: readonly CurrentFigure[]): void => {
    findings.push({
      rule: `record/${rule}`,
      message: `${name}: ${message}`,
      claims: figures.map(({ entry }) => entry.claim.id),
    })
  }
  const parts = current
    .filter(({ figure }) => figure.scope === 'subset')
    .sort((a, b) => (b.figure.low ?? 0) - (a.figure.low ?? 0) || compareText(a.entry.claim.id, b.entry.claim.id))
  const summed = current.filter(({ entry }) => account.claims.length > 1 && account.claims.includes(entry))
  if (summed.length > 0) add('sum', `${written(summed)} make ${account.low ?? 'an unknown number'}`, summed)
  const whole = current.find(({ entry }) => account.claims.length === 1 && account.claims.includes(entry))
  if (whole === undefined) return findings
  const { high } = whole.figure
  for (const part of parts)
    if (high !== null && (part.figure.low ?? 0) > high)
      add('part-exceeds-whole', `${written([part])} cannot be part of ${written([whole])}`, [part, whole])
  const apart: CurrentFigure[] = []
  for (const part of parts) if (apart.every((other) => areApart(part.figure.who, other.figure.who))) apart.push(part)
  const sum = apart.reduce((total, { figure }) => total + (figure.low ?? 0), 0)
  if (apart.length > 1 && high !== null && sum > high)
    add('parts-exceed-whole', `${written(apart)} are together more than ${written([whole])}`, [...apart, whole])
  else if (
    high !== null &&
    isOneText([...apart, whole]) &&
    isEverybody(apart) &&
    apart.every(isExact) &&
    sum !== high &&
    isExact(whole)
  )
    add('parts-differ-from-whole', `${written(apart)} make ${sum}, not ${written([whole])}`, [...apart, whole])
  return findings
}

/** Parts of an earlier text are not held against a whole that was revised since. */
function isOneText(figures: readonly CurrentFigure[]): boolean {
  return figures.every(({ entry }) => entry.captureId === figures[0]?.entry.captureId)
}

function isEverybody(parts: readonly CurrentFigure[]): boolean {
  const keys = new Set(parts.map(({ figure }) => groupKey(figure.who)))
  return EVERYBODY.some((groups) => groups.every((group) => keys.has(group)))
}

function isExact({ figure }: CurrentFigure): boolean {
  return figure.low !== null && figure.low === figure.high && !figure.approx
}

function written(figures: readonly CurrentFigure[]): string {
  return figures.map(({ figure }) => `"${figure.asWritten}" (${groupKey(figure.who)})`).join(' and ')
}
