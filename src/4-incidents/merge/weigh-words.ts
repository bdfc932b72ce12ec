import { blockKeys } from './block-keys.ts'
import { hashWord } from './hash-word.ts'
import type { ReportProfile } from './report-profile.ts'
import { rarityOf } from './word-rarity.ts'

/**
 * A report with its words weighed by how rare they are in news. What most comparisons do not come to is made when it is
 * asked for: most reports that share a block have nothing else in common.
 */
export class WeighedReport {
  readonly profile: ReportProfile
  /** All its words by how often they occur. */
  readonly all: WordVector
  #core: WordVector | null = null
  #title: WordVector | null = null
  #blocks: readonly string[] | null = null
  #blockNumbers: Float64Array | null = null

  constructor(profile: ReportProfile) {
    this.profile = profile
    this.all = vectorOf([...profile.words])
  }

  get core(): WordVector {
    this.#core ??= vectorOf(Array.from(this.profile.coreWords, (word) => [word, 1]))
    return this.#core
  }

  get title(): WordVector {
    this.#title ??= vectorOf(Array.from(this.profile.titleWords, (word) => [word, 1]))
    return this.#title
  }

  /** The blocks that it stands in (`blockKeys`). */
  get blocks(): readonly string[] {
    this.#blocks ??= Array.from(blockKeys(this.profile), (block) => block.toString(36))
    return this.#blocks
  }

  /** The same as numbers, ascending. */
  get blockNumbers(): Float64Array {
    this.#blockNumbers ??= Float64Array.from(blockKeys(this.profile)).sort()
    return this.#blockNumbers
  }
}

/** Words as numbers in ascending order, each with its weight at the same position. */
export interface WordVector {
  readonly words: Uint32Array
  readonly weights: Float64Array
  /** The Euclidean norm of the weights. */
  readonly length: number
}

export function weighWords(profile: ReportProfile): WeighedReport {
  return new WeighedReport(profile)
}

function vectorOf(counts: readonly (readonly [string, number])[]): WordVector {
  const byHash = new Map<number, number>()
  const words = new Uint32Array(counts.length)
  let sum = 0
  counts.forEach(([word, times], i) => {
    const weight = (1 + Math.log(times)) * rarityOf(word)
    const hash = hashWord(word)
    words[i] = hash
    byHash.set(hash, weight)
    sum += weight * weight
  })
  words.sort()
  return { words, weights: Float64Array.from(words, (word) => byHash.get(word) ?? 0), length: Math.sqrt(sum) }
}

/** Cosine of two weighed texts, 0 to 1; 0 when one is empty. */
export function cosine(a: WordVector, b: WordVector): number {
  if (a.length === 0 || b.length === 0) return 0
  const [p, q, v, w] = [a.words, b.words, a.weights, b.weights]
  let [i, j, dot] = [0, 0, 0]
  while (i < p.length && j < q.length) {
    const [x, y] = [p[i] ?? 0, q[j] ?? 0]
    if (x === y) dot += (v[i] ?? 0) * (w[j] ?? 0)
    if (x <= y) i += 1
    if (y <= x) j += 1
  }
  return dot / (a.length * b.length)
}

/** Sum of the weights that shared words have in `a`, of words that weigh at least `least`. */
export function sharedWeight(a: WordVector, b: WordVector, least: number): number {
  const [p, q, v] = [a.words, b.words, a.weights]
  let [i, j, sum] = [0, 0, 0]
  while (i < p.length && j < q.length) {
    const [x, y] = [p[i] ?? 0, q[j] ?? 0]
    if (x === y && (v[i] ?? 0) >= least) sum += v[i] ?? 0
    if (x <= y) i += 1
    if (y <= x) j += 1
  }
  return sum
}
