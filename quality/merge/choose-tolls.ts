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
      const readings = reports.flatMap(({ captureId, reportId }) => {
        const document = byCapture.get(captureId)
        return document === undefined ? [] : [{ reportId, reading: document.reading }]
      })
      const latestFirst = readings.toSorted((a, b) =>
        (a.reading.document.publishedAt ?? '') > (b.reading.document.publishedAt ?? '') ? -1 : 1,
      )
      const choose = (harm: Harm): number | null =>
        mostCommon(
          latestFirst.flatMap(({ reading, reportId }) =>
            tollOf(
              reading.claims.filter(({ incident }) => incident === reportId),
              harm,
            ),
          ),
        )
      return [id, { killed: choose('killed'), injured: choose('injured') }]
    }),
  )
}

/** The largest number that one sentence of the report gives: groups of a sentence add up, sentences tell again. Empty: none. */
function tollOf(claims: readonly Claim[], harm: Harm): number[] {
  const bySentence = new Map<number, number>()
  for (const { figure, attribution, evidence } of claims) {
    if (figure?.measure !== harm || figure.scope !== 'incident') continue
    if (attribution.stance === 'denied' || attribution.stance === 'conditional') continue
    const value = figure.low ?? figure.high ?? 0
    bySentence.set(evidence.sentence.start, (bySentence.get(evidence.sentence.start) ?? 0) + value)
  }
  return bySentence.size === 0 ? [] : [Math.max(...bySentence.values())]
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
