import type { MergedIncident } from '../../src/4-incidents/merge/merge-reports.ts'
import type { Claim } from '../../src/model/claim.ts'
import type { ReadDocument } from '../../src/model/incident.ts'

type Harm = 'killed' | 'injured'

/** One number for each harm of each incident: what most of its documents say, of equals the latest published. Null: none says. */
export function chooseTolls(
  incidents: readonly MergedIncident[],
  documents: readonly ReadDocument[],
): Map<string, Readonly<Record<Harm, number | null>>> {
  const byCapture = new Map(documents.map((document) => [document.captureId, document]))
  return new Map(
    incidents.map(({ id, reports }) => {
      const own = new Map<string, Set<string>>()
      for (const { captureId, reportId } of reports)
        own.set(captureId, (own.get(captureId) ?? new Set<string>()).add(reportId))
      const latestFirst = [...own]
        .flatMap(([captureId, ids]) => {
          const reading = byCapture.get(captureId)?.reading
          return reading === undefined ? [] : [{ reading, ids }]
        })
        .sort((a, b) => ((a.reading.document.publishedAt ?? '') > (b.reading.document.publishedAt ?? '') ? -1 : 1))
      const tolls = latestFirst.map(({ reading, ids }) =>
        tollsOf(reading.claims.filter(({ incident }) => incident !== null && ids.has(incident))),
      )
      const choose = (harm: Harm): number | null => mostCommon(tolls.flatMap((toll) => toll[harm] ?? []))
      return [id, { killed: choose('killed'), injured: choose('injured') }]
    }),
  )
}

/**
 * What one document's report gives: for each harm the largest number of one sentence. Groups of a sentence add up,
 * sentences tell again. "Shot" says nothing of the outcome: those shot are counted with the dead among them.
 */
function tollsOf(claims: readonly Claim[]): Readonly<Record<Harm, number | null>> {
  const killed = largestSum(claims, 'killed', () => true)
  const wounded = largestSum(claims, 'injured', (claim) => !isShot(claim))
  const shot = largestSum(claims, 'injured', isShot)
  const left = shot === null ? null : Math.max(0, shot - (killed ?? 0))
  return { killed, injured: wounded === null || left === null ? (wounded ?? left) : Math.max(wounded, left) }
}

const SHOT = /\b(?:shot|shoots|shooting|gunfire)\b/iu

/** Whether the words that make it a harm are of shooting: the trace of the figure quotes them. */
function isShot({ trace }: Claim): boolean {
  return SHOT.test(trace[0]?.quote ?? '')
}

function largestSum(claims: readonly Claim[], harm: Harm, isOne: (claim: Claim) => boolean): number | null {
  const bySentence = new Map<number, number>()
  for (const claim of claims) {
    const { figure, attribution, evidence } = claim
    if (figure?.measure !== harm || figure.scope !== 'incident' || !isOne(claim)) continue
    if (attribution.stance === 'denied' || attribution.stance === 'conditional') continue
    const value = figure.low ?? figure.high ?? 0
    bySentence.set(evidence.sentence.start, (bySentence.get(evidence.sentence.start) ?? 0) + value)
  }
  return bySentence.size === 0 ? null : Math.max(...bySentence.values())
}

/** The value that occurs most often, the first of equals; null for none. */
function mostCommon(values: readonly number[]): number | null {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return (
    [...counts].reduce<readonly [number, number] | null>(
      (best, one) => (best === null || one[1] > best[1] ? one : best),
      null,
    )?.[0] ?? null
  )
}
