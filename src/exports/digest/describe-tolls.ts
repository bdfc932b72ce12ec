import type { IncidentFigure } from '../../model/incident.ts'
import type { IncidentRecord, SettledClaim } from '../../model/record.ts'
import type { BoundFact, RevisionFact, TollFact, ToldClaim } from './digest-facts.ts'
import type { ClaimIndex } from './index-claims.ts'

/**
 * What is claimed of each harm as a whole: who gives the lowest and who the highest count, and the counts besides. Rows of
 * one group that rest on claims told already are not told again.
 */
export function describeTolls(record: IncidentRecord, index: ClaimIndex): TollFact[] {
  const told = new Set<string>()
  const measures = new Set<string>()
  return record.incident.figures.flatMap((figure, i) => {
    if (figure.scope !== 'incident') return []
    const lowest = describeBound(record, figure, 'low', index)
    const highest = describeBound(record, figure, 'high', index)
    const ends = [...(lowest?.claims ?? []), ...(highest?.claims ?? [])].map(({ claimId }) => claimId)
    const isFirst = !measures.has(figure.measure)
    if (!isFirst && ends.every((id) => told.has(id))) return []
    measures.add(figure.measure)
    for (const id of ends) told.add(id)
    const others = isFirst ? countsBesides(record, figure, ends, index) : []
    for (const { claimId } of others) told.add(claimId)
    if (lowest === null && highest === null && others.length === 0) return []
    return [{ lowest, highest, others, best: describeBest(record, figure, i, index) }]
  })
}

/**
 * One end of the range with the claims that give it. A number that is not the claim's own is a sum that the record made;
 * without the finding that says so, and for a minimum that a contest of status put at 0, no claim supports it: null.
 */
function describeBound(
  record: IncidentRecord,
  figure: IncidentFigure,
  end: 'low' | 'high',
  index: ClaimIndex,
): BoundFact | null {
  const id = end === 'low' ? figure.lowClaim : figure.highClaim
  const claim = id === null ? null : index.tell(record, id)
  if (id === null || claim === null) return null
  const value = figure[end]
  if (value === claim.figure?.[end]) return { sum: null, claims: [claim] }
  const summed = record.findings.find(({ rule, claims }) => rule === 'record/sum' && claims.includes(id))
  const claims = (summed?.claims ?? []).flatMap((one) => index.tell(record, one) ?? [])
  const sum = claims.reduce((total, one) => total + (one.figure?.low ?? 0), 0)
  const isSum = claims.length > 1 && (value === null || value === sum)
  return isSum ? { sum, claims } : null
}

function countsBesides(
  { claims, ...rest }: IncidentRecord,
  figure: IncidentFigure,
  ends: readonly string[],
  index: ClaimIndex,
): ToldClaim[] {
  const record = { claims, ...rest }
  const told = new Set(ends)
  return claims.flatMap(({ entry, state }) => {
    const { claim } = entry
    const isCount = state === 'current' && claim.figure?.measure === figure.measure && claim.figure.scope === 'incident'
    if (!isCount || told.has(claim.id)) return []
    told.add(claim.id)
    return index.tell(record, claim.id) ?? []
  })
}

/** What the policy chooses where ends differ. */
function describeBest(record: IncidentRecord, figure: IncidentFigure, at: number, index: ClaimIndex): TollFact['best'] {
  const { best, bestClaim, policy, low, high, lowClaim, highClaim } = figure
  if (best === null || bestClaim === null || low === high || lowClaim === highClaim) return null
  const claim = index.tell(record, bestClaim)
  const choice = record.choices[at]?.find((one) => one.policy === policy)
  if (claim === null || (claim.figure?.low !== best && claim.figure?.high !== best)) return null
  return { value: best, policy: choice?.version ?? policy, claim }
}

/** Parts of counts: who gives the lowest and the highest of each. */
export function describeParts(record: IncidentRecord, index: ClaimIndex): ToldClaim[] {
  const ids = record.incident.figures.flatMap(({ scope, lowClaim, highClaim }) =>
    scope === 'subset' ? [lowClaim, highClaim] : [],
  )
  return [...new Set(ids)].flatMap((id) => (id === null ? [] : (index.tell(record, id) ?? [])))
}

/** Denied and conditional counts, each number of a claimant once. */
export function describeNotCounted(record: IncidentRecord, index: ClaimIndex): ToldClaim[] {
  const seen = new Set<string>()
  return record.claims.flatMap(({ entry, state }) => {
    const { claim, claimant, copyOf } = entry
    const { stance } = claim.attribution
    if (state !== 'not-counted' || (stance !== 'denied' && stance !== 'conditional') || copyOf !== null) return []
    const key = `${claimant} ${claim.figure?.measure} ${claim.figure?.low} ${claim.figure?.high} ${stance}`
    if (seen.has(key)) return []
    seen.add(key)
    return index.tell(record, claim.id) ?? []
  })
}

/** Counts of the whole that their claimants have revised, by claimant and harm, in the order in which they were given. */
export function describeRevisions(record: IncidentRecord, index: ClaimIndex): RevisionFact[] {
  const chains = new Map<string, SettledClaim[]>()
  for (const settled of record.claims) {
    const { claim, claimant } = settled.entry
    if (claim.figure?.scope !== 'incident') continue
    const key = `${claimant}\n${claim.figure.measure}\n${[...claim.figure.who].sort().join()}`
    const chain = chains.get(key)
    if (chain === undefined) chains.set(key, [settled])
    else chain.push(settled)
  }
  return [...chains.values()].flatMap((chain) => {
    const last = chain.find(({ state }) => state === 'current')
    const now = last === undefined ? null : index.tell(record, last.entry.claim.id)
    if (now === null) return []
    const values = new Set([valueOf(now)])
    // "Up from 12" tells again what an earlier report gave as "at least 12".
    const numbers = new Set<number | null>()
    const earlier = chain
      .filter(({ state }) => state === 'superseded')
      .flatMap(({ entry }) => index.tell(record, entry.claim.id) ?? [])
      .filter((claim) => {
        const value = valueOf(claim)
        const isNew = !values.has(value) && !(claim.captureId === now.captureId && numbers.has(numberOf(claim)))
        values.add(value)
        numbers.add(numberOf(claim))
        return isNew
      })
    return earlier.length === 0 ? [] : [{ earlier, now }]
  })
}

function numberOf({ figure }: ToldClaim): number | null {
  return figure?.low ?? figure?.high ?? null
}

function valueOf({ figure }: ToldClaim): string {
  return `${figure?.low} ${figure?.high} ${figure?.vague}`
}
