/** Rows of a table that are shown, in their order, and how many are left out. */
export interface ChosenRows<T> {
  readonly shown: readonly T[]
  readonly hidden: number
}

/**
 * Chooses the rows that tell most where a table is too long to be read.
 *
 * @param limit  how many are shown at most
 * @param rank  the lower the sooner it is shown; of equals the first in the table
 */
export function chooseRows<T>(items: readonly T[], limit: number, rank: (item: T) => number): ChosenRows<T> {
  if (items.length <= limit) return { shown: items, hidden: 0 }
  const ranked = items
    .map((item, at) => ({ item, at, rank: rank(item) }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
  const shown = ranked
    .slice(0, limit)
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
  return { shown, hidden: items.length - limit }
}
