import { HEDGES } from '../../../data/words/hedges.ts'
import type { Token } from '../text/token.ts'

/** The first words of the hedges: few tokens are one, and only they are held against the list. */
const OPENERS: ReadonlySet<string> = new Set([...HEDGES.keys()].map((words) => words.split(' ')[0] ?? ''))

/** The words of the hedge that begins at token `at` ("likely to", "reportedly"), two before one; null when none does. */
export function readHedge(tokens: readonly Token[], at: number): string | null {
  const lower = tokens[at]?.lower ?? ''
  if (!OPENERS.has(lower)) return null
  const pair = `${lower} ${tokens[at + 1]?.lower ?? ''}`
  if (HEDGES.has(pair)) return pair
  return HEDGES.has(lower) ? lower : null
}
