import type { Token } from '../text/token.ts'

/** What became of whoever was brought to a ward: "but died" is said of the same person, "where she died" tells it of itself. */
export type Fate = 'open' | 'died' | 'told'

const TURN = /^(?:where|but|and)$/u
const SAME_PERSON = /^(?:he|she|they|both|all|him|her|them)$/u
/** What may stand between the turn and the death: "where he was later", "and soon". */
const ON_THE_WAY =
  /^(?:was|were|has|have|had|been|later|soon|then|also|there|subsequently|eventually|quickly|shortly|finally)$/u
const MAX_TO_TURN = 8
const MAX_TO_DEATH = 6

/** "taken to hospital, where he was pronounced dead" tells of one dead and nobody injured; "where two died" of two of them. */
export function readFate(tokens: readonly Token[], from: number): Fate {
  let turn = from
  while (turn < from + MAX_TO_TURN && !TURN.test(tokens[turn]?.lower ?? '')) turn += 1
  if (turn === from + MAX_TO_TURN) return 'open'
  let isTold = false
  for (let i = turn + 1; i <= turn + MAX_TO_DEATH; i++) {
    const lower = tokens[i]?.lower ?? ''
    if (lower === 'died' || lower === 'succumbed') return isTold ? 'told' : 'died'
    if (/^(?:pronounced|declared)$/u.test(lower) && tokens[i + 1]?.lower === 'dead') return isTold ? 'told' : 'died'
    if (SAME_PERSON.test(lower)) isTold = true
    else if (!ON_THE_WAY.test(lower)) return 'open'
  }
  return 'open'
}
