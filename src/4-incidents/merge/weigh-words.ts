import type { ReportProfile } from './report-profile.ts'
import { rarityOf, type WordCounts } from './word-rarity.ts'

/** A report with its words weighed by how rare they are in the workspace. */
export interface WeighedReport {
  readonly profile: ReportProfile
  /** TF-IDF of all its words; `length` is the Euclidean norm. */
  readonly all: WordVector
  readonly core: WordVector
  readonly title: WordVector
  readonly counts: WordCounts
}

export interface WordVector {
  readonly weights: ReadonlyMap<string, number>
  readonly length: number
}

export function weighWords(profile: ReportProfile, counts: WordCounts): WeighedReport {
  const all = vectorOf(profile.words, counts)
  return {
    profile,
    all,
    core: vectorOf(new Map([...profile.coreWords].map((word) => [word, 1])), counts),
    title: vectorOf(new Map([...profile.titleWords].map((word) => [word, 1])), counts),
    counts,
  }
}

function vectorOf(words: ReadonlyMap<string, number>, counts: WordCounts): WordVector {
  const weights = new Map<string, number>()
  let sum = 0
  for (const [word, times] of words) {
    const weight = (1 + Math.log(times)) * rarityOf(word, counts)
    weights.set(word, weight)
    sum += weight * weight
  }
  return { weights, length: Math.sqrt(sum) }
}

/** Cosine of two weighed texts, 0 to 1; 0 when one is empty. */
export function cosine(a: WordVector, b: WordVector): number {
  if (a.length === 0 || b.length === 0) return 0
  const [few, many] = a.weights.size <= b.weights.size ? [a.weights, b.weights] : [b.weights, a.weights]
  let dot = 0
  for (const [word, weight] of few) dot += weight * (many.get(word) ?? 0)
  return dot / (a.length * b.length)
}
