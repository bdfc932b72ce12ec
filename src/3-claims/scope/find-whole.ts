import type { Scope } from '../../model/claim.ts'
import type { FigureMention } from '../figures/figure-mention.ts'

/** How many figures away the whole is looked for. */
const REACH = 80

/**
 * Finds the figure that a subset is part of: the one it is said to be part of, else the nearest of its measure that is
 * no subset itself and not smaller — in its sentence ("two women were among eight people"), then before it.
 *
 * @returns position in `figures`, or null when no such figure stands in the document
 */
export function findWhole(
  index: number,
  figures: readonly FigureMention[],
  scopeOf: (position: number) => Scope,
): number | null {
  const part = figures[index]
  if (part === undefined) return null
  if (part.partOf !== null) return part.partOf
  const holds = (other: FigureMention, j: number): boolean =>
    other.measure === part.measure && scopeOf(j) !== 'subset' && scopeOf(j) !== 'other' && isNotSmaller(other, part)
  const sameSentence = (j: number): boolean => figures[j]?.sentence === part.sentence
  const search = (step: 1 | -1, isNear: (j: number) => boolean): number | null => {
    for (let j = index + step; Math.abs(j - index) <= REACH && isNear(j); j += step) {
      const other = figures[j]
      if (other === undefined) return null
      if (holds(other, j)) return j
    }
    return null
  }
  return search(-1, sameSentence) ?? search(1, sameSentence) ?? search(-1, () => true)
}

/** Vague or open figures may hold any other; a bound holds when it is at least as large; one person has no parts. */
function isNotSmaller(whole: FigureMention, part: FigureMention): boolean {
  if (whole.low === 1 && whole.high === 1) return false
  const [most, least] = [whole.low ?? whole.high, part.low ?? part.high]
  return most === null || least === null || most >= least
}
