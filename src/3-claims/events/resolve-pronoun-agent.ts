import type { EventDraft } from './event-draft.ts'
import type { PartyPhrase } from './find-parties.ts'
import { tokenSpan } from './phrase-span.ts'
import type { Scene } from './read-scene.ts'
import { isPassive } from './read-voice.ts'

const SUBJECT_PRONOUNS: ReadonlySet<string> = new Set(['they', 'it'])
const POSSESSIVES: ReadonlySet<string> = new Set(['its', 'their'])
/** How far before a verb its pronoun may stand, and before a noun its possessive, in tokens. */
const PRONOUN_REACH = 4
/** Nobody but an armed party does what these words name without saying so; "their deaths" are those of the victims. */
const SUFFERED: ReadonlySet<string> = new Set(['killing', 'wounding', 'murder', 'abduction', 'arrest', 'displacement'])

/**
 * Gives an event whose doer is only a pronoun ("They have since shelled …", "its offensive") the party it stands for: the
 * only one of its sentence before it, else the only one of the sentence before.
 *
 * @param previous the scene of the sentence before, or null at the start
 */
export function resolvePronounAgent(draft: EventDraft, previous: Scene | null): EventDraft {
  const { scene, trigger, roles } = draft
  if (roles.perpetrator !== null) return draft
  const pronoun = pronounBefore(draft)
  if (pronoun === null) return draft
  const here = scene.parties.filter(({ end }) => end <= pronoun)
  const isPossessive = trigger.wordClass === 'noun'
  if (here.length > 0 && !isPossessive) return draft
  const [source, party] = here.length > 0 ? [scene, onlyOne(here)] : [previous, onlyOne(previous?.parties ?? [])]
  if (source === null || party === null) return draft
  return { ...draft, roles: { ...roles, party, perpetrator: tokenSpan(source, party.start, party.end) } }
}

function onlyOne(parties: readonly PartyPhrase[]): PartyPhrase | null {
  return parties.length === 1 ? (parties[0] ?? null) : null
}

/** The position of the pronoun that does or owns the event, or null. */
function pronounBefore({ scene, trigger }: EventDraft): number | null {
  if (SUFFERED.has(trigger.kind) && trigger.wordClass === 'noun') return null
  const isVerb = trigger.wordClass === 'verb'
  if (isVerb && isPassive(scene, trigger)) return null
  const pronouns = isVerb ? SUBJECT_PRONOUNS : POSSESSIVES
  for (let at = trigger.start - 1; at >= Math.max(0, trigger.start - PRONOUN_REACH); at -= 1) {
    const token = scene.sentence.tokens[at]
    if (token === undefined || token.kind === 'punct') return null
    if (pronouns.has(token.lower)) return at
  }
  return null
}
