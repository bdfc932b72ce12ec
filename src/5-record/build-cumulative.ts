import { hash } from 'node:crypto'

import { MEASURES } from '../model/claim.ts'
import type { CumulativePoint, CumulativeSeries, RecordClaim } from '../model/record.ts'
import type { Place } from '../model/place.ts'
import { groupKey } from './group-covers.ts'
import { compareSaid, compareText } from './order-entries.ts'
import { groupByCapture } from './settle-figures.ts'

/**
 * The totals over time, over a battle, a siege or a war, as series of their own: one per measure, group, place and start
 * of period. They never enter an incident's toll and share no axis with one (codebook, "Figures").
 *
 * Denied and conditional totals are left out of the series and stay claims; of one claimant the latest total stands.
 *
 * @param entries claims of any kind, of any incidents and of none
 */
export function buildCumulative(entries: readonly RecordClaim[]): CumulativeSeries[] {
  const groups = new Map<string, RecordClaim[]>()
  for (const entry of groupByCapture(entries).flat()) {
    const { figure, place, attribution } = entry.claim
    if (figure?.scope !== 'cumulative' || attribution.stance === 'denied' || attribution.stance === 'conditional')
      continue
    const key = [figure.measure, groupKey(figure.who), placeKey(place), figure.period?.start ?? ''].join('\n')
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [entry])
    else known.push(entry)
  }
  return [...groups]
    .flatMap(([key, members]) => buildSeries(key, members))
    .sort(
      (a, b) =>
        MEASURES.indexOf(a.measure) - MEASURES.indexOf(b.measure) ||
        compareText(placeKey(a.place), placeKey(b.place)) ||
        compareText(a.id, b.id),
    )
}

function buildSeries(key: string, members: readonly RecordClaim[]): CumulativeSeries[] {
  const ordered = [...members].sort(compareSaid)
  const [first] = ordered
  const figure = first?.claim.figure ?? null
  if (first === undefined || figure === null) return []
  const latest = new Map(ordered.map((entry) => [entry.claimant, entry.claim.id]))
  return [
    {
      id: `s-${hash('sha256', key).slice(0, 16)}`,
      measure: figure.measure,
      who: figure.who,
      scope: 'cumulative',
      place: first.claim.place,
      since: figure.period?.start ?? null,
      points: ordered.flatMap((entry) => pointOf(entry, latest.get(entry.claimant) ?? null)),
    },
  ]
}

function pointOf(entry: RecordClaim, latest: string | null): CumulativePoint[] {
  const { claim, claimant, party, saidAt, receivedAt } = entry
  if (claim.figure === null) return []
  const { low, high, vague, period } = claim.figure
  const isCurrent = latest === claim.id
  return [
    {
      claim: claim.id,
      claimant,
      party,
      saidAt,
      receivedAt,
      low,
      high,
      vague,
      period,
      state: isCurrent ? 'current' : 'superseded',
      by: isCurrent ? null : latest,
    },
  ]
}

function placeKey(place: Place | null): string {
  return place === null ? '' : String(place.geonameId ?? place.name ?? place.asWritten.toLowerCase())
}
