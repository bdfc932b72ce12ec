/**
 * Turns offsets in UTF-16 units, which our spans count in, into Unicode code points, which Web Annotation's TextPositionSelector
 * counts in.
 *
 * @param offsets  ascending or not, within the text; none lies inside a surrogate pair
 * @returns the number of code points before each, in the order given
 */
export function countCodePoints(text: string, offsets: readonly number[]): number[] {
  const sorted = [...new Set(offsets)].sort((a, b) => a - b)
  const counts = new Map<number, number>()
  let units = 0
  let points = 0
  for (const offset of sorted) {
    while (units < offset) {
      units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1
      points++
    }
    counts.set(offset, points)
  }
  return offsets.map((offset) => counts.get(offset) ?? 0)
}
