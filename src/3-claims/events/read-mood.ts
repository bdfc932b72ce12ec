import type { TriggerMatch } from './match-triggers.ts'
import type { Scene } from './read-scene.ts'

export type EventMood = 'stated' | 'accused' | 'conditional' | 'denied'

const POSSIBLE: ReadonlySet<string> = new Set(
  'could|may|might|would|will|can|should|if|unless|possible|potential|potentially|planned|imminent|likely|threatened|threatening|threatens|threaten|vowed|vows|wants|want|plans|plan|planning|preparing|prepares|prepare|intends|intend|intention|aims|aimed|hopes|hope|fear|fears|feared|fearing|risk|risks|threat|threats|warned|warns|demanded|demands|urged|urges|calls|call|called|expected|expect|expects|speculation|whether|prevent|avoid|ready|seeking|seeks|offered|proposes|proposed|propose|considering|shall|must'.split(
    '|',
  ),
)
const DENYING: ReadonlySet<string> = new Set(
  "not|n't|never|no|without|failed|failing|fails|unable|denied|denies|denying|neither|nor|refused|refusing|cannot|didn't|wasn't|weren't|hasn't|haven't".split(
    '|',
  ),
)
/** Words of `POSSIBLE` that look at what comes right after them, not at the whole clause. */
const NEAR_ONLY: ReadonlySet<string> = new Set(
  'called|calls|call|offered|expected|threat|threats|warned|warns|can|aimed|feared|plan|plans'.split('|'),
)
const CLAUSE_WORDS: ReadonlySet<string> = new Set(
  'that|which|who|when|where|while|as|because|since|after|before|and|but|said|says|where'.split('|'),
)
/** Most tokens before the trigger that bear on it. */
const REACH_TOKENS = 7

/**
 * Whether the event is stated, only possible, or denied, by the words of its own clause before it.
 * What a speaker's verb does to it ("denied that", "warned that") is the attribution's.
 */
export function readMood(scene: Scene, trigger: TriggerMatch): EventMood {
  const { tokens } = scene.sentence
  const isVerb = trigger.wordClass === 'verb'
  for (let at = trigger.start - 1; at >= Math.max(0, trigger.start - REACH_TOKENS); at -= 1) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'punct' || token.kind === 'close') break
    const { lower } = token
    const distance = trigger.start - at
    if (lower === 'not' && tokens[at + 1]?.lower === 'only') continue
    if (DENYING.has(lower) && (isVerb ? distance <= 4 : distance <= 3)) return 'denied'
    if (POSSIBLE.has(lower) && distance <= (NEAR_ONLY.has(lower) ? 3 : isVerb ? 5 : 4)) return 'conditional'
    if (CLAUSE_WORDS.has(lower) && !(lower === 'and' && distance === 1)) break
    if (isVerb && scene.triggers.some((other) => other.end === at + 1)) break
  }
  if (isVerb && opensWithIf(scene, trigger)) return 'conditional'
  if (!isVerb && (isIntended(scene, trigger) || wouldFollow(scene, trigger))) return 'conditional'
  return isVerb && trigger.form === 'base' && tokens[trigger.start - 1]?.lower === 'to' && isPurpose(trigger)
    ? 'conditional'
    : 'stated'
}

/** Ground taken "to …": a purpose, not a fact. */
function isPurpose(trigger: TriggerMatch): boolean {
  return trigger.kind === 'seizure' || trigger.kind === 'handover' || trigger.kind === 'destruction'
}

const INTENT: ReadonlySet<string> = new Set(
  'seeking|seeks|seek|sought|trying|tries|tried|aiming|aims|wanting|wants|wanted|intending|intends|intended|planning|plans|planned|hoping|preparing|determined|bent|intent|threatening|threatened|attempting|attempts'.split(
    '|',
  ),
)
/** How far before a noun the verb stands that would bring it about, in tokens. */
const INTENT_REACH = 10

/** "aiming to cause as much destruction as they could": what somebody means to bring about. */
function isIntended(scene: Scene, trigger: TriggerMatch): boolean {
  const { tokens } = scene.sentence
  for (let at = trigger.start - 2; at >= Math.max(1, trigger.start - INTENT_REACH); at -= 1) {
    const lower = tokens[at]?.lower ?? ''
    if (tokens[at]?.kind === 'punct') return false
    if (lower === 'to' && INTENT.has(tokens[at - 1]?.lower ?? '')) return isInflicted(tokens[at + 1]?.lower ?? '')
  }
  return false
}

function isInflicted(verb: string): boolean {
  return /^(?:inflict|cause|wreak|spread|sow|bring|carry|launch|commit|stage|mount|conduct|provoke|unleash|stir)$/u.test(
    verb,
  )
}

const TERRITORIAL: ReadonlySet<string> = new Set(['seizure', 'loss', 'handover', 'advance', 'agreement', 'siege'])
const INDEFINITE: ReadonlySet<string> = new Set(['a', 'an', 'any', 'another', 'further', 'such', 'new', 'future'])

/** "the capture of the bridge would cut off the town", "any attack would be answered": told as a possibility. */
function wouldFollow(scene: Scene, trigger: TriggerMatch): boolean {
  const { tokens } = scene.sentence
  const isOpen =
    TERRITORIAL.has(trigger.kind) ||
    tokens.slice(Math.max(0, trigger.start - 3), trigger.start).some(({ lower }) => INDEFINITE.has(lower))
  if (!isOpen) return false
  for (let at = trigger.end; at < Math.min(tokens.length, trigger.end + 9); at += 1) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'punct' || CLAUSE_WORDS.has(token.lower)) return false
    if (['would', 'could', 'might', 'may'].includes(token.lower)) return tokens[at + 1]?.lower !== 'have'
    if (['was', 'were', 'is', 'are', 'has', 'had', 'have', 'will'].includes(token.lower)) return false
  }
  return false
}

function opensWithIf(scene: Scene, trigger: TriggerMatch): boolean {
  const { tokens } = scene.sentence
  for (let at = trigger.start - 1; at >= Math.max(0, trigger.start - 12); at -= 1) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'punct') return false
    if (token.lower === 'if' || token.lower === 'unless') return true
  }
  return false
}
