import { BLAME_STEMS } from '../../../data/words/conflict-words.ts'
import type { Stance } from '../../model/claim.ts'
import type { SpeechAct } from '../attribution/attribution-index.ts'

const BLAME = stems(BLAME_STEMS)
/** "we were behind the attack", "our forces carried out the strike": the speaker's own deed. */
const OWN_DEED =
  /\b(?:(?:it|they|he|we) (?:was|were) behind|we (?:hit|struck|carried out|destroyed|killed|downed|shot down)|(?:its|our) (?:forces|troops|fighters|aircraft|jets|warplanes|soldiers) (?:had |have )?(?:hit|struck|carried out|destroyed|killed|downed|shot down|conducted|launched))\b/iu
/** A negation that opens what is said: "it is not providing", "no soldiers died", "that is not true". */
const OPENS_NEGATED =
  /^\W*(?:that )?(?:no\b|none\b|never\b|not\b|(?:[\p{L}'’-]+\s+){1,4}(?:not|never|no longer)\b|(?:[\p{L}’-]+\s+){1,4}[\p{L}]*n['’]t\b)/iu
const POSSIBLE = /\b(?:may|might|could|would|will|won['’]t|if|unless|risks?|going to)\b/iu
const DEMANDS = /\b(?:must|should|need to|needs to|has to|have to|ought to)\b/iu

export interface StatementKind {
  readonly act: SpeechAct
  readonly stance: Stance
}

/** What somebody does by saying these words and how they vouch for them; the verb's own act wins over what the words suggest. */
export function classifyStatement(act: SpeechAct, stance: Stance, words: string): StatementKind {
  if (act === 'warning') return { act, stance: POSSIBLE.test(words) && stance === 'asserted' ? 'conditional' : stance }
  if (act !== 'report' && act !== 'assessment') return { act, stance }
  if (OWN_DEED.test(words)) return { act: 'responsibility', stance }
  if (OPENS_NEGATED.test(words) && act === 'report') return { act: 'denial', stance: 'denied' }
  if (BLAME.test(words)) return { act: 'accusation', stance: 'accused' }
  if (DEMANDS.test(words)) return { act: 'demand', stance }
  return { act: 'assessment', stance: act === 'assessment' && POSSIBLE.test(words) ? 'conditional' : stance }
}

function stems(words: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}])(?:${words.join('|')})`, 'iu')
}
