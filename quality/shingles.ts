/** How often each run of four words stands in a text (a text of fewer words is one run). */
export type Shingles = ReadonlyMap<string, number>

const RUN = 4

/** The 4-gram shingles of a text, as the public article-extraction benchmark counts them: words of any script, lower case. */
export function shinglesOf(text: string): Shingles {
  const words =
    text
      .replaceAll('\u00ad', '')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}_]+/gu) ?? []
  const counts = new Map<string, number>()
  const runs = words.length < RUN ? [words] : words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN))
  for (const run of runs) {
    const key = run.join(' ')
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** Precision and recall of found shingles against the gold ones; finding nothing is precise only when there is nothing. */
export function compareShingles(
  gold: Shingles,
  found: Shingles,
): { readonly precision: number; readonly recall: number } {
  let shared = 0
  for (const [key, n] of found) shared += Math.min(n, gold.get(key) ?? 0)
  const goldSize = sizeOf(gold)
  const foundSize = sizeOf(found)
  return {
    precision: foundSize === 0 ? Number(goldSize === 0) : shared / foundSize,
    recall: goldSize === 0 ? 1 : shared / goldSize,
  }
}

function sizeOf(shingles: Shingles): number {
  let sum = 0
  for (const n of shingles.values()) sum += n
  return sum
}
