import type { MergedReports } from '../../src/4-incidents/merge/merge-reports.ts'
import type { ReportProfile } from '../../src/4-incidents/merge/report-profile.ts'
import { score, type Score } from '../suite.ts'

interface Asked {
  readonly gold: ReadonlyMap<string, string>
  readonly predicted: ReadonlyMap<string, string>
  /** Article id by capture. */
  readonly sourceIds: ReadonlyMap<string, string>
  readonly profiles: readonly ReportProfile[]
}

/** Lower bounds of the probabilities by which questions are told apart. */
const BANDS = [0.5, 0.4, 0.3, 0.2, 0]

/**
 * What asking a person is worth: of the questions whose two reports are what their documents are about, how many join two
 * parts of one gold incident, by probability; and how many of the pairs of documents that came apart a person who answers
 * all of them would bring together. Questions with a side report are only counted: the sets do not label those.
 */
export function scoreQuestions(name: string, asked: Asked, { questions }: MergedReports): Score[] {
  const { gold, predicted, sourceIds, profiles } = asked
  const isMain = new Set(profiles.filter((profile) => profile.isMain).map(({ key }) => key))
  const about = questions.filter(({ reports }) =>
    reports.every((ref) => isMain.has(`${ref.captureId} ${ref.reportId}`)),
  )
  const membersOf = new Map<string, string[]>()
  for (const [article, incident] of predicted) {
    const own = membersOf.get(incident)
    if (own === undefined) membersOf.set(incident, [article])
    else own.push(article)
  }
  const scored = about.flatMap(({ incidents: [a, b], reports, probability }) => {
    if (!reports.every(({ captureId }) => gold.has(sourceIds.get(captureId) ?? ''))) return []
    const others = membersOf.get(b) ?? []
    const pairs = (membersOf.get(a) ?? []).flatMap((one) =>
      others.filter((other) => gold.get(one) === gold.get(other)).map((other) => `${one} ${other}`),
    )
    return [{ probability, pairs }]
  })
  const apart = countPairsApart(gold, predicted)
  const found = new Set(scored.flatMap(({ pairs }) => pairs)).size
  return [
    score(`${name}: questions for a person`, questions.length, sourceIds.size),
    score(`${name}: questions on what documents are about`, about.length, sourceIds.size),
    ...BANDS.flatMap((from, i): Score[] => {
      const band = scored.filter(({ probability }) => probability >= from && probability < (BANDS[i - 1] ?? 1))
      const right = band.filter(({ pairs }) => pairs.length > 0).length
      return band.length === 0 ? [] : [score(`${name}: right of those from ${from}`, right / band.length, band.length)]
    }),
    score(`${name}: pairs that came apart and are asked about`, apart === 0 ? null : found / apart, apart),
  ]
}

/** Pairs of documents of one gold incident that stand in two predicted ones. */
function countPairsApart(gold: ReadonlyMap<string, string>, predicted: ReadonlyMap<string, string>): number {
  const parts = new Map<string, Map<string, number>>()
  for (const [id, group] of gold) {
    const own = parts.get(group) ?? new Map<string, number>()
    const part = predicted.get(id) ?? `single:${id}`
    parts.set(group, own.set(part, (own.get(part) ?? 0) + 1))
  }
  let pairs = 0
  for (const own of parts.values()) {
    const sizes = [...own.values()]
    const all = sizes.reduce((sum, size) => sum + size, 0)
    pairs += (all * all - sizes.reduce((sum, size) => sum + size * size, 0)) / 2
  }
  return pairs
}
