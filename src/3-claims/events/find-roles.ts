import type { Span } from '../../model/span.ts'
import { agentOfNoun, agentOfVerb, namedAgent } from './find-agent.ts'
import type { PartyPhrase } from './find-parties.ts'
import { targetOfNoun, targetOfVerb } from './find-target.ts'
import type { TriggerMatch } from './match-triggers.ts'
import type { Scene } from './read-scene.ts'
import { tokenSpan } from './phrase-span.ts'

/** Who did it and to whom, as far as the sentence tells. */
export interface EventRoles {
  readonly perpetrator: Span | null
  /** The party phrase the perpetrator is, where it is one; says which side it is on. */
  readonly party: PartyPhrase | null
  readonly target: Span | null
  readonly stance: 'asserted' | 'accused' | 'denied'
}

const ACCUSING =
  /^(?:accus|blam|alleg|suspect|purported|presum|apparent|attribut|claims?$|claimed$|believed$|implicat)/u

/**
 * Finds perpetrator and target of an event from its word's voice, modifiers and prepositions.
 *
 * @param absorbed other words of the sentence that name the same event, asked where the trigger itself is silent
 */
export function findRoles(scene: Scene, trigger: TriggerMatch, absorbed: readonly TriggerMatch[]): EventRoles {
  return absorbed.reduce<EventRoles>(
    (roles, other) => {
      if (roles.perpetrator !== null && roles.target !== null) return roles
      const more = rolesOf(scene, other)
      const perpetrator = roles.perpetrator ?? more.perpetrator
      const target = roles.target ?? more.target
      return {
        perpetrator,
        party: roles.perpetrator === null ? more.party : roles.party,
        target: target !== null && perpetrator !== null && overlaps(target, perpetrator) ? roles.target : target,
        stance: roles.perpetrator === null ? more.stance : roles.stance,
      }
    },
    rolesOf(scene, trigger),
  )
}

function rolesOf(scene: Scene, trigger: TriggerMatch): EventRoles {
  const party = trigger.wordClass === 'noun' ? agentOfNoun(scene, trigger) : agentOfVerb(scene, trigger)
  const perpetrator = party === null ? namedAgent(scene, trigger) : tokenSpan(scene, party.start, party.end)
  const target = trigger.wordClass === 'noun' ? targetOfNoun(scene, trigger) : targetOfVerb(scene, trigger)
  const clear = target !== null && perpetrator !== null && overlaps(target, perpetrator) ? null : target
  return { perpetrator, party, target: clear, stance: stanceOf(scene, trigger, party) }
}

function stanceOf(scene: Scene, trigger: TriggerMatch, party: PartyPhrase | null): EventRoles['stance'] {
  if (party === null) return 'asserted'
  const from = Math.max(0, Math.min(party.start, trigger.start) - 6)
  const to = Math.max(party.end, trigger.end) + 2
  const words = scene.sentence.tokens.slice(from, to)
  if (words.some(({ lower }) => lower === 'denied' || lower === 'denies' || lower === 'denying')) return 'denied'
  return words.some(({ lower }) => ACCUSING.test(lower)) ? 'accused' : 'asserted'
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
