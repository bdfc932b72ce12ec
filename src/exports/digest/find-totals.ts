import type { CumulativePoint, CumulativeSeries } from '../../model/record.ts'
import { fallsIn, isAskedFor } from './choose-incidents.ts'
import type { DigestContext } from './describe-incident.ts'
import type { DigestRequest, TotalFact } from './digest-facts.ts'

/**
 * Series of totals over time that got a point in the period, said or captured in it. A number that its claimant has given
 * before is no new point.
 */
export function findTotals(
  series: readonly CumulativeSeries[],
  request: DigestRequest,
  { index }: DigestContext,
): TotalFact[] {
  return series.flatMap(({ place, since, points }) => {
    if (!isAskedFor(place, request)) return []
    const given = new Map<string, string>()
    const fresh = points.filter((point) => {
      const isRepeat = given.get(point.claimant) === valueOf(point)
      given.set(point.claimant, valueOf(point))
      return !isRepeat && (fallsIn(point.saidAt, request) || fallsIn(point.receivedAt, request))
    })
    const claims = fresh.flatMap(({ claim, claimant, party }) => index.tellAlone(claim, { claimant, party }) ?? [])
    return claims.length === 0 ? [] : [{ place, since, claims }]
  })
}

function valueOf({ low, high, vague }: CumulativePoint): string {
  return `${low} ${high} ${vague}`
}
