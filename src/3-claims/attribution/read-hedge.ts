import { HEDGES } from '../../../data/words/hedges.ts'
import type { Token } from '../text/token.ts'
import { tabulate } from '../text/word-table.ts'

/** The first words of the hedges: few tokens are one, and only they are held against the list. */
const OPENERS: ReadonlySet<string> = new Set([...HEDGES.keys()].map((words) => words.split(' ')[0] ?? ''))

const opensHedge = tabulate((lower) => Number(OPENERS.has(lower)))

/** The words of the hedge that begins at token `at` ("likely to", "reportedly"), two before one; null when none does. */
export function readHedge(tokens: readonly Token[], at: number): string | null {
  const token = tokens[at]
  if (token === undefined || opensHedge(token) === 0) return null
  const { lower } = token
  const pair = `${lower} ${tokens[at + 1]?.lower ?? ''}`
  if (HEDGES.has(pair)) return pair
  return HEDGES.has(lower) ? lower : null
}
