import type { Account, RecordClaim } from '../model/record.ts'
import { areApart } from './group-covers.ts'
import { compareText } from './order-entries.ts'
import type { CurrentFigure } from './settle-claimant.ts'

/**
 * What one claimant says now of the whole of one harm; null when it counts only parts.
 *
 * A figure of all people is the whole. Without one, figures of groups that share nobody are added ("a soldier and a
 * policeman"); of groups that overlap the largest stands.
 *
 * @param current what the claimant stands by, of one measure
 */
export function buildAccount(current: readonly CurrentFigure[]): Account | null {
  const wholes = current
    .filter(({ figure }) => figure.scope === 'incident')
    .sort((a, b) => sizeOf(b) - sizeOf(a) || compareText(a.entry.claim.id, b.entry.claim.id))
  const [largest] = wholes
  if (largest === undefined) return null
  const whole = wholes.find(({ figure }) => figure.who.includes('people'))
  if (whole !== undefined) return accountOf([whole])
  const apart: CurrentFigure[] = []
  for (const one of wholes) if (apart.every((other) => areApart(one.figure.who, other.figure.who))) apart.push(one)
  return accountOf(apart.length > 1 ? apart : [largest])
}

/** An account that rests on one claim, or on the sum of several. */
export function accountOf(figures: readonly CurrentFigure[]): Account | null {
  const [first] = figures
  if (first === undefined) return null
  const { claimant, party } = first.entry
  const isSum = figures.length > 1
  return {
    measure: first.figure.measure,
    who: isSum ? ['people'] : first.figure.who,
    low: isSum ? addLows(figures) : first.figure.low,
    high: isSum ? addHighs(figures) : first.figure.high,
    vague: isSum ? null : first.figure.vague,
    claims: figures.map(({ entry }) => entry),
    claimant,
    party,
    saidAt: latest(figures.map(({ entry }) => entry)),
    since: latest(figures.map((one) => one.first)),
  }
}

function sizeOf({ figure }: CurrentFigure): number {
  return figure.low ?? figure.high ?? -1
}

/** A documented minimum: a group without a number adds nothing. */
function addLows(figures: readonly CurrentFigure[]): number | null {
  if (figures.every(({ figure }) => figure.low === null)) return null
  return figures.reduce((sum, { figure }) => sum + (figure.low ?? 0), 0)
}

function addHighs(figures: readonly CurrentFigure[]): number | null {
  let sum = 0
  for (const { figure } of figures) {
    if (figure.high === null) return null
    sum += figure.high
  }
  return sum
}

function latest(entries: readonly RecordClaim[]): string {
  return entries.map(({ saidAt, receivedAt }) => saidAt ?? receivedAt).reduce((a, b) => (a > b ? a : b))
}
