import { ACLED_SUB_EVENTS, type Claim, GROUPS, MEASURES, SCOPES, STANCES } from '../../model/claim.ts'
import type { ClaimCorrection } from '../../model/decision.ts'

/**
 * Why a correction cannot be: it says nothing, does not fit the kind of claim, or gives what no claim can say.
 *
 * @returns what is wrong and what is allowed; null when it can be made
 */
export function checkCorrection(
  { figure, claimant, stance, subEvent }: ClaimCorrection,
  claim: Pick<Claim, 'kind' | 'figure'>,
): string | null {
  const given = [claimant, stance, subEvent, ...Object.values(figure ?? {})].some((value) => value !== undefined)
  if (!given) return 'it says nothing that is to be put right'
  if (claim.kind !== 'figure' && figure !== undefined)
    return `the claim is of kind ${claim.kind} and has no figure: only its claimant, its stance${claim.kind === 'event' ? ' and its sub-event' : ''} can be corrected`
  if (claim.kind !== 'event' && subEvent !== undefined)
    return `the claim is of kind ${claim.kind} and has no event type: that can be corrected in a claim of kind event`
  if (claimant !== undefined && claimant.trim() === '') return 'a claimant has a name'
  if (stance !== undefined && !STANCES.includes(stance)) return `the stances are ${STANCES.join(', ')}`
  if (subEvent !== undefined && !Object.hasOwn(ACLED_SUB_EVENTS, subEvent))
    return `the sub-events are ${Object.keys(ACLED_SUB_EVENTS).join(', ')}`
  if (figure === undefined || claim.figure === null) return null
  if (figure.measure !== undefined && !MEASURES.includes(figure.measure))
    return `the measures are ${MEASURES.join(', ')}`
  if (figure.scope !== undefined && !SCOPES.includes(figure.scope)) return `the scopes are ${SCOPES.join(', ')}`
  if (figure.who !== undefined && (figure.who.length === 0 || figure.who.some((group) => !GROUPS.includes(group))))
    return `the groups are ${GROUPS.join(', ')}`
  const { low, high, vague } = { ...claim.figure, ...figure }
  for (const bound of [low, high])
    if (bound !== null && (!Number.isSafeInteger(bound) || bound < 0)) return 'a bound is a whole number, 0 or more'
  if (low !== null && high !== null && low > high) return `the lower bound ${low} is above the upper one ${high}`
  if (vague !== null && (low !== null || high !== null))
    return 'a vague word stands in the place of bounds, not beside them'
  return null
}
