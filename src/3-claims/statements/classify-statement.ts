import { BLAME_STEMS } from '../../../data/words/conflict-words.ts'
import type { Stance } from '../../model/claim.ts'
import type { SpeechAct } from '../attribution/attribution-index.ts'

// All are tested on small letters: a word boundary without regard to case is slow.
const BLAME = stems(BLAME_STEMS)
/** "we were behind the attack", "our forces carried out the strike": the speaker's own deed. */
const OWN_DEED =
  /\b(?:(?:it|they|he|we) (?:was|were) behind|we (?:hit|struck|carried out|destroyed|killed|downed|shot down)|(?:its|our) (?:forces|troops|fighters|aircraft|jets|warplanes|soldiers) (?:had |have )?(?:hit|struck|carried out|destroyed|killed|downed|shot down|conducted|launched))\b/u
/** A negation that opens what is said: "it is not providing", "no soldiers died", "that is not true". */
const OPENS_NEGATED =
  /^\W*(?:that )?(?:no\b|none\b|never\b|not\b|(?:[\p{L}'’-]+\s+){1,4}(?:not|never|no longer)\b|(?:[\p{L}’-]+\s+){1,4}[\p{L}]*n['’]t\b)/u
const POSSIBLE = /\b(?:may|might|could|can|would|will|won['’]t|if|unless|risks?|going to)\b/u
/** "its aircraft carried out no strikes". */
const NO_DEED = /\b(?:carried out|conducted|launched|made|fired|used|targeted|planned|flew) no\b/u
/** "the attack was staged", "reports of a strike were fake", "its troops had nothing to do with it": the deed is denied. */
const NO_SUCH_DEED =
  /\b(?:(?:is|are|was|were|been|being|as|entirely|completely|totally|an?) (?:staged|fabricated|faked|fake|invented|made up|made-up|false flag|hoax(?:es)?|fabrications?)\b|nothing to do with|(?:had|has|have|played|plays|took) no (?:part|role|hand|involvement)\b|(?:was|were|is|are) not (?:involved|responsible|behind)\b)/u
/** A forecast: what is said has a modal verb, or "likely to", in its first clause. */
const FORECASTS =
  /^\W*(?:that )?(?:[\p{L}\p{N}'’“”%.-]+,? ){0,20}(?:may|might|could|would|will|is likely|are likely|likely to|(?:is|are) going to|(?:is|are|was|were) about to)\b/u
/** What nobody can tell or the speaker does not think: no denial of anything. */
const NOT_KNOWN =
  /^\W*(?:that )?(?:[\p{L}’'-]+ ){0,4}(?:(?:i|we) (?:do not|don['’]t|did not|didn['’]t|cannot|can['’]t) (?:see|think|know|want|believe|understand|care|need)|(?:not|no longer|n['’]t) (?:yet |immediately |entirely |fully )?(?:clear|known|possible|certain|sure|enough|only|just|the first))\b/u
/** A negated forecast ("they will not be able to hold") stays a forecast; "we are not going to" denies a plan. */
const NEGATED_FORECAST =
  /^\W*(?:that )?(?:[\p{L}’'-]+ ){1,4}?(?:will not|won['’]t|would not|wouldn['’]t|may not|might not|could not) (?:be|have|become|last)\b/u
const DEMANDS = /\b(?:must|should|need to|needs to|has to|have to|ought to)\b/u

export interface StatementKind {
  readonly act: SpeechAct
  readonly stance: Stance
}

/**
 * What somebody does by saying these words and how they vouch for them; the verb's own act wins over what the words suggest.
 *
 * @param words in lower case
 */
export function classifyStatement(act: SpeechAct, stance: Stance, words: string): StatementKind {
  if (act === 'warning') return { act, stance: POSSIBLE.test(words) && stance === 'asserted' ? 'conditional' : stance }
  if (act !== 'report' && act !== 'assessment') return { act, stance }
  if ((NO_DEED.test(words) || NO_SUCH_DEED.test(words)) && act === 'report') return { act: 'denial', stance: 'denied' }
  if (OWN_DEED.test(words)) return { act: 'responsibility', stance }
  if (NEGATED_FORECAST.test(words)) return { act: 'assessment', stance: possibleFrom(stance) }
  if (OPENS_NEGATED.test(words) && act === 'report' && !NOT_KNOWN.test(words))
    return { act: 'denial', stance: 'denied' }
  if (BLAME.test(words)) return { act: 'accusation', stance: 'accused' }
  if (DEMANDS.test(words)) return { act: 'demand', stance }
  return { act: 'assessment', stance: FORECASTS.test(words) ? possibleFrom(stance) : stance }
}

/** What is forecast is never more than possible; blame and denial stay what they are. */
function possibleFrom(stance: Stance): Stance {
  return stance === 'asserted' ? 'conditional' : stance
}

function stems(words: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}])(?:${words.join('|')})`, 'u')
}
