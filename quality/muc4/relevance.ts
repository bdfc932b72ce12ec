import type { Reading } from '../../src/model/reading.ts'
import { judge } from '../../src/3-claims/scoring/linear-model.ts'
import { readCues } from './read-cues.ts'
import { LEAST_PROBABILITY, RELEVANCE_MODEL } from './relevance-model.ts'
import type { Account } from './template.ts'

/**
 * Whether an account is one the 1992 task asked for.
 *
 * The task's rules (a specific incident, told as news, against others than fighters alone) leave much to judgement, and
 * its systems learned the rest from the key templates of the training part; so does this, with a linear model of cues.
 */
export function isRelevant(account: Account, all: readonly Account[], reading: Reading): boolean {
  const { label, probability } = judge(RELEVANCE_MODEL, readCues(account, all, reading))
  return (label === 'asked for' ? probability : 1 - probability) >= LEAST_PROBABILITY
}
