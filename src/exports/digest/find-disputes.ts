import type { Measure } from '../../model/claim.ts'
import type { IncidentRecord, SettledClaim } from '../../model/record.ts'
import { describeRow, type DigestContext } from './describe-incident.ts'
import type { DisputeFact, PositionFact, ToldClaim } from './digest-facts.ts'

/** The highest count is so many times the lowest, and so far from it. */
export const RANGE_TIMES = 2
export const RANGE_APART = 10
/** A sum that the record makes is no dispute. */
const NO_DISPUTE = new Set(['record/sum'])
const MEASURES: readonly Measure[] = ['killed', 'injured', 'bodies_found', 'missing', 'abducted', 'killed_or_injured']

/** What stands against each other in incidents: who did it, how many, and what the checks of the record found. */
export function findDisputes(records: readonly IncidentRecord[], context: DigestContext): DisputeFact[] {
  return records.flatMap((record) => {
    const incident = describeRow(record, context)
    const told = (ids: readonly string[]): ToldClaim[] =>
      [...new Set(ids)].flatMap((id) => context.index.tell(record, id) ?? [])
    const { value, rules } = record.incident.grade
    const positions = describePositions(record, context)
    const isDisputed = positions.some(({ kind }) => kind === 'denies') || sidesOf(positions).size > 1
    const facts: DisputeFact[] = []
    if (value === 'contested')
      facts.push({ incident, rule: 'contested', finding: rules[0]?.split(':')[0] ?? null, positions, claims: [] })
    else if (isDisputed) facts.push({ incident, rule: 'positions', finding: null, positions, claims: [] })
    for (const measure of MEASURES) {
      const ends = wideRange(record, measure)
      if (ends !== null) facts.push({ incident, rule: 'range', finding: null, positions: [], claims: told(ends) })
    }
    for (const { rule, claims } of record.findings)
      if (!NO_DISPUTE.has(rule))
        facts.push({ incident, rule: 'finding', finding: rule, positions: [], claims: told(claims) })
    return facts.map((fact) =>
      fact.claims.length + fact.positions.length > 0 ? fact : { ...fact, claims: incident.claims },
    )
  })
}

/** What is said about who did it, as far as claims hold it. */
export function describePositions(record: IncidentRecord, { index }: DigestContext): PositionFact[] {
  return record.positions.flatMap(({ kind, blamed, claimId }): PositionFact[] => {
    const claim = index.tell(record, claimId)
    return claim === null ? [] : [{ kind, blamed, claim }]
  })
}

/** Sides that are blamed or accept responsibility. */
function sidesOf(positions: readonly PositionFact[]): Set<string> {
  return new Set(
    positions.flatMap(({ kind, blamed, claim }) =>
      kind === 'denies' ? [] : [kind === 'blames' ? (blamed ?? '') : (claim.party ?? claim.claimant)],
    ),
  )
}

/** The claims of the lowest and the highest current count of a whole, where they are far apart. */
function wideRange({ claims }: IncidentRecord, measure: Measure): [string, string] | null {
  const counts = claims
    .filter(({ entry, state }) => isCount(entry.claim.figure, state) && entry.claim.figure?.measure === measure)
    .map(({ entry }) => ({ id: entry.claim.id, ...numbersOf(entry) }))
    .filter(({ low, high }) => low !== null && high !== null)
  const lowest = counts.reduce<Count | null>((a, b) => (a === null || (b.low ?? 0) < (a.low ?? 0) ? b : a), null)
  const highest = counts.reduce<Count | null>((a, b) => (a === null || (b.high ?? 0) > (a.high ?? 0) ? b : a), null)
  if (lowest === null || highest === null) return null
  const [low, high] = [lowest.low ?? 0, highest.high ?? 0]
  return high >= low * RANGE_TIMES && high - low >= RANGE_APART ? [lowest.id, highest.id] : null
}

interface Count {
  readonly id: string
  readonly low: number | null
  readonly high: number | null
}

function isCount(figure: SettledClaim['entry']['claim']['figure'], state: SettledClaim['state']): boolean {
  return state === 'current' && figure?.scope === 'incident'
}

/** An open count stands at the number that it names. */
function numbersOf({ claim }: SettledClaim['entry']): Omit<Count, 'id'> {
  const { low = null, high = null } = claim.figure ?? {}
  return { low: low ?? high, high: high ?? low }
}
