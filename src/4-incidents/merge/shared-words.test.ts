import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { SharedWords } from './shared-words.ts'
import type { WordVector } from './weigh-words.ts'

/** A weighed text of the words and weights given. */
function vector(weights: Readonly<Record<number, number>>): WordVector {
  const words = Object.keys(weights)
    .map(Number)
    .sort((a, b) => a - b)
  const own = words.map((word) => weights[word] ?? 0)
  return {
    words: Uint32Array.from(words),
    weights: Float64Array.from(own),
    length: Math.sqrt(own.reduce((sum, weight) => sum + weight * weight, 0)),
  }
}

/** Words that begin with the same bits stand beside each other in the index. */
const NEAR = 0xffff_fff0

describe('What two texts share', () => {
  test.each<{
    readonly a: Readonly<Record<number, number>>
    readonly b: Readonly<Record<number, number>>
    readonly cosine: number
    readonly rare: number
  }>([
    { a: { 1: 3, 2: 4 }, b: { 1: 3, 2: 4 }, cosine: 1, rare: 4 },
    { a: { 1: 3, 2: 4 }, b: { 3: 5 }, cosine: 0, rare: 0 },
    { a: { 1: 3, 2: 4 }, b: { 2: 5 }, cosine: 0.8, rare: 4 },
    { a: { 2: 5 }, b: { 1: 3, 2: 4 }, cosine: 0.8, rare: 5 },
    { a: { [NEAR]: 3, [NEAR + 2]: 4 }, b: { [NEAR + 1]: 12, [NEAR + 2]: 5 }, cosine: 20 / 65, rare: 4 },
    { a: { 0: 4, 0xffffffff: 3 }, b: { 0xffffffff: 5 }, cosine: 0.6, rare: 0 },
    { a: {}, b: { 1: 1 }, cosine: 0, rare: 0 },
    { a: { 1: 1 }, b: {}, cosine: 0, rare: 0 },
  ])('$a and $b: cosine $cosine, rare words $rare', ({ a, b, cosine, rare }) => {
    const shared = new SharedWords(4)
    const [one, other] = [vector(a), vector(b)]
    expect(shared.cosine(one, other)).toBeCloseTo(cosine, 12)
    expect(shared.rareWeight(one, other)).toBe(rare)
  })

  test('does not depend on what was compared before', () => {
    const texts = fc
      .dictionary(fc.nat(40), fc.integer({ min: 1, max: 9 }), { maxKeys: 12 })
      .map((weights) =>
        vector(
          Object.fromEntries(Object.entries(weights).map(([word, weight]) => [Number(word) * 70_000_000, weight])),
        ),
      )
    fc.assert(
      fc.property(
        fc.array(texts, { minLength: 2, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(5), fc.nat(5))),
        (all, order) => {
          const shared = new SharedWords(4)
          for (const [i, j] of order) {
            const [a, b] = [all[i % all.length], all[j % all.length]]
            if (a === undefined || b === undefined) continue
            expect(shared.rareWeight(a, b)).toBe(new SharedWords(4).rareWeight(a, b))
            expect(shared.cosine(a, b)).toBe(new SharedWords(4).cosine(a, b))
            const own = new Map(Array.from(a.words, (word, at) => [word, a.weights[at] ?? 0]))
            const dot = b.words.reduce((sum, word, at) => sum + (own.get(word) ?? 0) * (b.weights[at] ?? 0), 0)
            expect(shared.cosine(a, b) * a.length * b.length).toBeCloseTo(dot, 9)
          }
        },
      ),
    )
  })
})
