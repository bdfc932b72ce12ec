import type { WordVector } from './weigh-words.ts'

/** Bits of a word's number that it is looked up by: a text of 60 words leaves most entries empty. */
const INDEX_BITS = 11
const SHIFT = 32 - INDEX_BITS

/**
 * What two weighed texts have in common. The first of the two is indexed until another comes, as one report is compared with
 * many: each word of the other is then looked up, where walking along both would go over each.
 */
export class SharedWords {
  /** By the first bits of a word: one more than the position of the first word that begins so, 0 when none does. */
  readonly #positions = new Uint32Array(2 ** INDEX_BITS)
  readonly #least: number
  #first: WordVector | null = null
  #second: WordVector | null = null
  #dot = 0
  #rare = 0

  /** @param least weight from which a word counts as rare */
  constructor(least = Number.POSITIVE_INFINITY) {
    this.#least = least
  }

  /** Cosine of two weighed texts, 0 to 1; 0 when one is empty. */
  cosine(a: WordVector, b: WordVector): number {
    if (a.length === 0 || b.length === 0) return 0
    this.#compare(a, b)
    return this.#dot / (a.length * b.length)
  }

  /** Sum of the weights that shared words have in `a`, of rare words only. */
  rareWeight(a: WordVector, b: WordVector): number {
    this.#compare(a, b)
    return this.#rare
  }

  #compare(a: WordVector, b: WordVector): void {
    if (a !== this.#first) this.#index(a)
    else if (b === this.#second) return
    this.#second = b
    const positions = this.#positions
    const least = this.#least
    const [p, v, q, w] = [a.words, a.weights, b.words, b.weights]
    let [dot, rare] = [0, 0]
    for (let j = 0; j < q.length; j++) {
      const word = q[j] ?? 0
      const from = positions[word >>> SHIFT] ?? 0
      if (from === 0) continue
      let i = from - 1
      while ((p[i] ?? word) < word) i += 1
      if (p[i] !== word) continue
      const weight = v[i] ?? 0
      dot += weight * (w[j] ?? 0)
      if (weight >= least) rare += weight
    }
    this.#dot = dot
    this.#rare = rare
  }

  #index(a: WordVector): void {
    const positions = this.#positions
    for (const word of this.#first?.words ?? []) positions[word >>> SHIFT] = 0
    for (let i = a.words.length - 1; i >= 0; i--) positions[(a.words[i] ?? 0) >>> SHIFT] = i + 1
    this.#first = a
  }
}
