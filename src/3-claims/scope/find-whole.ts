import type { Scope } from '../../model/claim.ts'
import type { FigureMention } from '../figures/figure-mention.ts'

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
    j !== index &&
    other.measure === part.measure &&
    scopeOf(j) !== 'subset' &&
    scopeOf(j) !== 'other' &&
    isNotSmaller(other, part)
  const here = (other: FigureMention, j: number): boolean => other.sentence === part.sentence && holds(other, j)
  const position =
    figures.findLastIndex((other, j) => j < index && here(other, j)) + 1 ||
    figures.findIndex((other, j) => j > index && here(other, j)) + 1 ||
    figures.findLastIndex((other, j) => j < index && holds(other, j)) + 1
  return position === 0 ? null : position - 1
}

/** Vague or open figures may hold any other; a bound holds when it is at least as large. */
function isNotSmaller(whole: FigureMention, part: FigureMention): boolean {
  const [most, least] = [whole.low ?? whole.high, part.low ?? part.high]
  return most === null || least === null || most >= least
}
