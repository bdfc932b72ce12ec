import type { TriggerMatch } from './match-triggers.ts'
import type { Scene } from './read-scene.ts'

/** How far before the event the question stands, and how far before that what keeps the answer back, in tokens. */
const QUESTION_REACH = 9
const ANSWER_REACH = 5

const QUESTIONS: ReadonlySet<string> = new Set('who whom whose what why how where when which whether if'.split(' '))
const POINTING: ReadonlySet<string> = new Set(['the', 'this', 'that', 'these', 'those', 'its', 'their'])
const NEGATIONS: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'never', 'without', 'cannot'])
const ANSWERING: ReadonlySet<string> = new Set(
  'say saying said tell telling specify specifying state stating disclose disclosing reveal revealing explain explaining know knowing elaborate comment clarify clear known certain identify name'.split(
    ' ',
  ),
)
const REFUSALS: ReadonlySet<string> = new Set(
  'declined declines declining refused refuses refusing unclear unknown uncertain unsure'.split(' '),
)

/**
 * Whether an event that was told before stands in a question that nobody answered: "did not say who had carried out the
 * attack", "it was not clear why the hospital was hit". The lack of a statement claims nothing anew.
 */
export function isKeptBack({ sentence: { tokens } }: Scene, trigger: TriggerMatch): boolean {
  if (trigger.wordClass !== 'noun' || !isPointedAt(tokens, trigger.start)) return false
  for (let at = trigger.start - 1; at > 0 && at >= trigger.start - QUESTION_REACH; at--) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'punct') return false
    if (QUESTIONS.has(token.lower)) return isUnanswered(tokens, at)
  }
  return false
}

type Tokens = Scene['sentence']['tokens']

/** "the attack", "that deadly strike". */
function isPointedAt(tokens: Tokens, start: number): boolean {
  for (let at = start - 1; at >= Math.max(0, start - 3); at--) if (POINTING.has(tokens[at]?.lower ?? '')) return true
  return false
}

function isUnanswered(tokens: Tokens, question: number): boolean {
  let isAnswering = false
  for (let at = question - 1; at >= Math.max(0, question - ANSWER_REACH); at--) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'punct') return false
    if (REFUSALS.has(token.lower)) return true
    if (ANSWERING.has(token.lower)) isAnswering = true
    else if (NEGATIONS.has(token.lower) && isAnswering) return true
  }
  return false
}
