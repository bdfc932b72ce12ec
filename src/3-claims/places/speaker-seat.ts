import type { Token } from '../text/token.ts'

/** Words of speaking and meeting: what comes "in X" right after them is where somebody spoke. */
const SPEAKING = new Set(
  `said says told reporters journalists speaking spoke interview conference briefing briefed statement speech address
  addressing talks summit meeting met visit visiting forum rally announced added lawmakers`.split(/\s+/u),
)
/** Words that may stand between: days, occasions. */
const BETWEEN = new Set(
  `on at a an the during late early monday tuesday wednesday thursday friday saturday sunday today yesterday earlier
  news press joint daily weekly morning evening afternoon`.split(/\s+/u),
)
const MAX_BETWEEN = 6

/** Whether the preposition at `at` leads to the place where somebody spoke ("told reporters in X", "said on Friday in X"). */
export function isSpeakerSeat(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.lower !== 'in' && tokens[at]?.lower !== 'at') return false
  for (let i = at - 1; i >= Math.max(0, at - MAX_BETWEEN); i--) {
    const lower = tokens[i]?.lower ?? ''
    if (SPEAKING.has(lower)) return isSaying(tokens, i)
    if (!BETWEEN.has(lower)) return false
  }
  return false
}

/** "the meeting hall was hit at a rally in X": at a gathering that is struck, people are harmed; then it is a site. */
function isSaying(tokens: readonly Token[], i: number): boolean {
  return (
    !/^(?:rally|meeting|conference|summit)$/u.test(tokens[i]?.lower ?? '') ||
    tokens.slice(0, i).some(({ lower }) => TOLD.has(lower))
  )
}
const TOLD = new Set('said says told speaking spoke announced warned accused'.split(' '))
