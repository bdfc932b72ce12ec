import { precisionRecall, type PrecisionRecall } from '../suite.ts'

export interface GroupingScores {
  readonly bcubed: PrecisionRecall
  readonly pairwise: PrecisionRecall
}

/**
 * B-cubed and pairwise precision, recall and F1 of a grouping of documents.
 *
 * @param gold group by document; only these documents count
 * @param predicted group by document; a document without one is its own
 * @param isScored the documents that the scores are of; they are held against all
 */
export function scoreGrouping(
  gold: ReadonlyMap<string, string>,
  predicted: ReadonlyMap<string, string>,
  isScored: (document: string) => boolean = () => true,
): GroupingScores {
  const goldSizes = new Map<string, number>()
  const predictedSizes = new Map<string, number>()
  const both = new Map<string, number>()
  const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1)
  const rows = [...gold].map(([id, group]) => {
    const own = predicted.get(id) ?? `single:${id}`
    const pair = `${group}\n${own}`
    count(goldSizes, group)
    count(predictedSizes, own)
    count(both, pair)
    return { group, own, pair, isScored: isScored(id) }
  })
  let precision = 0
  let recall = 0
  let truePairs = 0
  let [n, predictedPairs, goldPairs] = [0, 0, 0]
  for (const { group, own, pair, isScored: counts } of rows) {
    if (!counts) continue
    const shared = both.get(pair) ?? 0
    n += 1
    predictedPairs += (predictedSizes.get(own) ?? 1) - 1
    goldPairs += (goldSizes.get(group) ?? 1) - 1
    precision += shared / (predictedSizes.get(own) ?? 1)
    recall += shared / (goldSizes.get(group) ?? 1)
    truePairs += shared - 1
  }
  const [p, r] = n === 0 ? [null, null] : [precision / n, recall / n]
  return {
    bcubed: { precision: p, recall: r, f1: p === null || r === null ? null : p + r === 0 ? 0 : (2 * p * r) / (p + r) },
    pairwise: precisionRecall(truePairs, predictedPairs, goldPairs),
  }
}

/** Gives each document the incident that holds it: of several, the one with the most documents, then the first of `incidents`. */
export function groupOfDocument(
  incidents: readonly { readonly id: string; readonly documents: readonly string[] }[],
): Map<string, string> {
  const groups = new Map<string, string>()
  for (const { id, documents } of incidents.toSorted((a, b) => b.documents.length - a.documents.length))
    for (const document of documents) if (!groups.has(document)) groups.set(document, id)
  return groups
}
