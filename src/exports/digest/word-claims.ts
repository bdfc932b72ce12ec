import type { ToldClaim } from './digest-facts.ts'
import { foreign, joinParts, type Part } from './digest-pages.ts'
import { wordCount } from './word-counts.ts'
import { wordDay } from './word-scene.ts'

/** Who says something: "the council (a party to the conflict: Arland)". */
export function wordClaimant({ claimant, party, language }: ToldClaim): Part[] {
  const name: Part[] = [foreign(claimant, language)]
  if (party === null) return name
  return party === claimant
    ? [...name, ' (a party to the conflict)']
    : [...name, ' (a party to the conflict: ', foreign(party), ')']
}

/** Who carried it and when: "in Quay Wire on 4 May 2022"; an outlet's own voice is not carried by anybody. */
export function wordCarrier({ isOwnVoice, outlet, saidAt, language }: ToldClaim): Part[] {
  const on = saidAt === null ? ' in an undated report' : ` on ${wordDay(saidAt)}`
  if (isOwnVoice) return [on]
  return outlet === null ? [` in an outlet that is not named${on}`] : [' in ', foreign(outlet, language), on]
}

/** Claimant and carrier. */
export function wordSource(claim: ToldClaim): Part[] {
  return [...wordClaimant(claim), ...wordCarrier(claim)]
}

/** A count with how it was put: "at least 30 people killed, put as an allegation ("reportedly")". */
export function wordClaimedCount({ figure, stance, hedges, language }: ToldClaim): Part[] {
  if (figure === null) return ['harm to people']
  const words =
    hedges.length === 0
      ? []
      : [
          ' ("',
          ...joinParts(
            hedges.map((h) => [foreign(h, language)]),
            '", "',
            '", "',
          ),
          '")',
        ]
  return [...wordCount(figure), stance === 'accused' ? ', put as an allegation' : '', ...words].filter(
    (part) => part !== '',
  )
}

/** "18 people killed, by the governor in Quay Wire on 4 May 2022 [3]". */
export function wordCited(claim: ToldClaim): Part[] {
  return [...wordClaimedCount(claim), ', by ', ...wordSource(claim), { cites: [claim] }]
}
