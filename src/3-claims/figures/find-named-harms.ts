import { ACT_NOUNS, TOLL_NOUNS } from '../../../data/words/harm-words.ts'
import type { Measure } from '../../model/claim.ts'
import type { HarmDraft, ReadSentence } from './harm-draft.ts'
import type { PeoplePhrase } from './people-phrase.ts'
import { readNameEndingAt, readRollFrom } from './read-roll.ts'

/** How far the names may stand behind the word for the harmed, in tokens. */
const MAX_IDENTITY_GAP = 8
const IDENTIFYING =
  /^(?:was|were|is|are|been|being|have|has|had|later|also|person|persons|people|man|woman|men|women|victim|victims|identified|named|called|only|as|:|,)$/u

/**
 * Harms to persons whom text in capitals names away from the verb: "COLONEL IVAN SOTO'S MURDER", "THE WOUNDED WERE
 * IDENTIFIED AS ANA LUNA AND PEDRO ROJAS".
 *
 * @param sentence one that is all capitals
 */
export function findNamedHarms(sentence: ReadSentence): HarmDraft[] {
  return sentence.tokens.flatMap((token, at): HarmDraft[] => {
    if (token.kind === 'clitic') return readOwned(sentence, at)
    const measure = token.lower === 'victim' || token.lower === 'victims' ? 'killed' : TOLL_NOUNS.get(token.lower)
    return measure === undefined ? [] : readIdentity(sentence, at, measure)
  })
}

/** "IVAN SOTO'S MURDER". */
function readOwned(sentence: ReadSentence, at: number): HarmDraft[] {
  const { tokens } = sentence
  const act = tokens[at + 1]?.lower ?? ''
  const measure = ACT_NOUNS.get(act)
  if ((measure !== 'killed' && measure !== 'abducted') || act === 'life' || act === 'lives' || act === 'loss') return []
  const name = readNameEndingAt(tokens, at)
  return name === null ? [] : [draftOf(name, measure, at + 1, 'named-owner')]
}

/** "THE WOUNDED PERSON WAS IDENTIFIED AS ANA LUNA", "THE DEAD ARE: IVAN SOTO, ANA LUNA, AND PEDRO ROJAS". */
function readIdentity(sentence: ReadSentence, at: number, measure: Measure): HarmDraft[] {
  const { tokens } = sentence
  if (!/^(?:the|those|other|first|second|third|only)$/u.test(tokens[at - 1]?.lower ?? '')) return []
  let i = at + 1
  let isTold = false
  while (i < at + MAX_IDENTITY_GAP && IDENTIFYING.test(tokens[i]?.lower ?? '')) {
    isTold ||= /^(?:was|were|is|are|identified|named|:)$/u.test(tokens[i]?.lower ?? '')
    i++
  }
  return isTold ? readRollFrom(sentence, i).map((phrase) => draftOf(phrase, measure, at, 'named-identity')) : []
}

function draftOf(phrase: PeoplePhrase, measure: Measure, trigger: number, rule: string): HarmDraft {
  return { phrase, measure, triggerStart: trigger, triggerEnd: trigger + 1, mood: 'stated', rule, strength: 2 }
}
