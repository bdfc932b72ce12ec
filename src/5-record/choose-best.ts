import type { Policy } from '../model/incident.ts'
import type { Account, PolicyChoice, Reliability } from '../model/record.ts'
import { numberForWords } from './number-for-words.ts'
import { compareText, saidTime } from './order-entries.ts'

/** What a policy may look at besides the accounts. */
export interface PolicyContext {
  /** Largest number that any account of the incident gives: the scale that ACLED's "3 or 10" asks for. */
  readonly largest: number
}

/** Numbers that are not yet corroborated twice by a third of the best attested one's origins do not replace it. */
const ENOUGH_SUPPORT = 1 / 3
const CORROBORATED = 2
const LETTERS: readonly Reliability[] = ['A', 'B', 'C', 'D', 'E', 'F']

type Chooser = (accounts: readonly Account[], context: PolicyContext) => Omit<PolicyChoice, 'policy' | 'version'>

const NOTHING = { best: null, bestClaim: null } as const

/** Each policy with its version: a change of what it chooses is a new version. */
const POLICIES: Readonly<Record<Policy, { readonly version: string; readonly choose: Chooser }>> = {
  cairn: { version: 'cairn-best@1', choose: chooseCairn },
  acled: { version: 'acled-lowest@1', choose: chooseAcled },
  airwars: { version: 'airwars-range@1', choose: () => ({ ...NOTHING, rule: 'policy/airwars-range-only' }) },
  ucdp: { version: 'ucdp-best@1', choose: chooseUcdp },
}

/**
 * One number for what several claimants count, by a named policy (codebook, "One incident from many documents").
 *
 * - `cairn`: the number that was corroborated last, that is by two or more independent origins, parties to the conflict
 *   aside; else the latest single one. Tolls are revised as more is known, so what is confirmed later is better informed,
 *   while one straggler or one claimant alone never outvotes what several have confirmed. Ties go to more origins, then
 *   to the lower number.
 * - `acled`: the lowest current number; vague words by ACLED's table only where nobody gives a number.
 * - `airwars`: none: Airwars publishes a range (`readCivilianHarm`).
 * - `ucdp`: the number of the most reliable outlet, then of no party to the conflict, then the latest, then the lower.
 *
 * @param accounts one per claimant, of one measure
 * @returns best null when the policy gives none
 */
export function chooseBest(policy: Policy, accounts: readonly Account[], context: PolicyContext): PolicyChoice {
  const { version, choose } = POLICIES[policy]
  const { best, bestClaim, rule } = choose(accounts, context)
  return { policy, version, best, bestClaim, rule }
}

/**
 * What every policy chooses for every figure of an incident.
 *
 * @param rows the accounts of each figure
 */
export function chooseAll(rows: readonly (readonly Account[])[]): PolicyChoice[][] {
  const largest = largestOf(rows.flat())
  return rows.map((accounts) =>
    (Object.keys(POLICIES) as Policy[]).map((policy) => chooseBest(policy, accounts, { largest })),
  )
}

/** The scale of an incident: the largest number that an account gives. */
function largestOf(accounts: readonly Account[]): number {
  return accounts.reduce((largest, { low, high }) => Math.max(largest, low ?? high ?? 0), 0)
}

/** The number an account stands for: its lower bound, which is what is documented; "up to 8" gives 8 only by itself. */
interface Point {
  readonly account: Account
  readonly value: number
  readonly claim: string
  /** Milliseconds. */
  readonly since: number
  readonly saidAt: number
}

function pointsOf(accounts: readonly Account[]): Point[] {
  const hasLow = accounts.some(({ low }) => low !== null)
  return accounts.flatMap((account) => {
    const value = hasLow ? account.low : account.high
    const [entry] = account.claims
    if (value === null || entry === undefined) return []
    return [
      {
        account,
        value,
        claim: entry.claim.id,
        since: dayOf(account.since),
        saidAt: Math.max(...account.claims.map(saidTime)),
      },
    ]
  })
}

function chooseCairn(accounts: readonly Account[]): ReturnType<Chooser> {
  const all = pointsOf(accounts)
  const neutral = all.filter(({ account }) => account.party === null)
  const points = neutral.length > 0 ? neutral : all
  const groups = [...groupByValue(points).values()].map((group) => describeSupport(group))
  const most = Math.max(0, ...groups.map(({ support }) => support))
  const corroborated = groups.filter(({ support }) => support >= CORROBORATED && support >= most * ENOUGH_SUPPORT)
  const isCorroborated = corroborated.length > 0
  const [chosen] = (isCorroborated ? corroborated : groups).sort(
    (a, b) => b.day - a.day || b.support - a.support || a.value - b.value,
  )
  if (chosen === undefined) return { ...NOTHING, rule: 'policy/nobody-gives-a-number' }
  return {
    best: chosen.value,
    bestClaim: chosen.claim,
    rule: isCorroborated
      ? 'policy/corroborated-last'
      : neutral.length > 0
        ? 'policy/latest'
        : 'policy/latest-of-parties',
  }
}

interface Support {
  readonly value: number
  /** Independent origins, or sides when all are parties. */
  readonly support: number
  /** When the number was corroborated: its second origin's day; the latest day it was said when it has one. */
  readonly day: number
  readonly claim: string
}

function describeSupport(points: readonly Point[]): Support {
  const first = new Map<string, number>()
  for (const { account, since } of points) {
    const voice = account.party ?? account.claims[0]?.origin ?? account.claimant
    first.set(voice, Math.min(since, first.get(voice) ?? since))
  }
  const days = [...first.values()].sort((a, b) => a - b)
  const newest = [...points].sort((a, b) => b.saidAt - a.saidAt || compareText(a.claim, b.claim))[0]
  return {
    value: newest?.value ?? 0,
    support: days.length,
    day: days[CORROBORATED - 1] ?? Math.max(...points.map(({ saidAt }) => Math.floor(saidAt / DAY_MS))),
    claim: newest?.claim ?? '',
  }
}

function chooseAcled(accounts: readonly Account[], { largest }: PolicyContext): ReturnType<Chooser> {
  const lowest = pointsOf(accounts).sort((a, b) => a.value - b.value || compareText(a.claim, b.claim))[0]
  if (lowest !== undefined) return { best: lowest.value, bestClaim: lowest.claim, rule: 'policy/acled-lowest' }
  const worded = accounts
    .flatMap(({ vague, claims }) => {
      const [entry] = claims
      if (vague === null || entry === undefined) return []
      return [{ value: numberForWords(vague, largest >= 10), claim: entry.claim.id }]
    })
    .sort((a, b) => a.value - b.value || compareText(a.claim, b.claim))[0]
  if (worded === undefined) return { ...NOTHING, rule: 'policy/nobody-gives-a-number' }
  return { best: worded.value, bestClaim: worded.claim, rule: 'policy/acled-words' }
}

function chooseUcdp(accounts: readonly Account[]): ReturnType<Chooser> {
  const [chosen] = pointsOf(accounts).sort(
    (a, b) =>
      letterOf(a.account) - letterOf(b.account) ||
      Number(a.account.party !== null) - Number(b.account.party !== null) ||
      b.saidAt - a.saidAt ||
      a.value - b.value ||
      compareText(a.claim, b.claim),
  )
  if (chosen === undefined) return { ...NOTHING, rule: 'policy/nobody-gives-a-number' }
  return { best: chosen.value, bestClaim: chosen.claim, rule: 'policy/ucdp-most-reliable-then-latest' }
}

function letterOf({ claims }: Account): number {
  return Math.min(...claims.map(({ reliability }) => LETTERS.indexOf(reliability ?? 'F')))
}

function groupByValue(points: readonly Point[]): Map<number, Point[]> {
  const groups = new Map<number, Point[]>()
  for (const point of points) {
    const group = groups.get(point.value)
    if (group === undefined) groups.set(point.value, [point])
    else group.push(point)
  }
  return groups
}

const DAY_MS = 86_400_000

function dayOf(at: string): number {
  return Math.floor(Date.parse(at) / DAY_MS)
}
