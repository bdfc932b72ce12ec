import type { ToldClaim } from './digest-facts.ts'
import { foreign, type Part } from './digest-pages.ts'
import { wordClaimant, wordClaimedCount } from './word-claims.ts'
import { wordDay } from './word-scene.ts'

const KINDS = { event: 'an event', statement: 'a statement', figure: 'a count' } as const

/** What one source of the list says: what was claimed and by whom, who carried it and when. */
export function wordSourceEntry(claim: ToldClaim): Part[] {
  const { outlet, saidAt, stance, title, language, isOwnVoice } = claim
  const what = claim.figure === null ? [KINDS[claim.kind]] : wordClaimedCount(claim)
  const voice: Part[] = isOwnVoice ? ['in its own voice'] : ['by ', ...wordClaimant(claim)]
  const how = stance === 'asserted' ? '' : ` (${stance})`
  const headline: Part[] = title === null ? [] : [', "', foreign(title, language), '"']
  return [
    outlet === null ? 'An outlet that is not named' : foreign(outlet, language),
    ...headline,
    `, ${saidAt === null ? 'undated' : wordDay(saidAt)}: `,
    ...what,
    `${how}, `,
    ...voice,
  ]
}
