/**
 * Numbers that ACLED codes for vague words: "tens" 10, "dozens" 12, "hundreds" 100, any other plural 3 or 10 by scale and
 * context (ACLED codebook and fatality FAQ, as in research/field.md 2.6). "Scores" and "thousands" are not in it: they are
 * ours, in its spirit (the smallest number the word can mean).
 *
 * A policy for exports only: what is stored stays the word.
 */
export const ACLED_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['ten', 10],
  ['tens', 10],
  ['dozen', 12],
  ['dozens', 12],
  ['score', 20],
  ['scores', 20],
  ['hundred', 100],
  ['hundreds', 100],
  ['thousand', 1000],
  ['thousands', 1000],
])
/** What every other plural ("several", "a few", "many") counts as in a small event and in a large one. */
export const ACLED_PLURAL = { small: 3, large: 10 } as const
