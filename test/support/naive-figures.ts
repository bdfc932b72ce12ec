import { accountOf, buildAccount } from '../../src/5-record/build-accounts.ts'
import type { MeasureState } from '../../src/5-record/build-figures.ts'
import { groupKey } from '../../src/5-record/group-covers.ts'
import { numberForWords } from '../../src/5-record/number-for-words.ts'
import { compareText, saidTime } from '../../src/5-record/order-entries.ts'
import { MEASURES } from '../../src/model/claim.ts'
import type { IncidentFigure, Policy } from '../../src/model/incident.ts'
import type { Account } from '../../src/model/record.ts'

const DAY_MS = 86_400_000
const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F']

/** The rows of an incident by their definition: every account is looked at for every row, nothing is kept. */
export function buildNaively(states: readonly MeasureState[], policy: Policy): IncidentFigure[] {
  const lows = states.flatMap(({ claimants }) => claimants.flat().map(({ figure }) => figure.low ?? 0))
  const isLarge = Math.max(0, ...lows) >= 10
  return [...states]
    .sort((a, b) => MEASURES.indexOf(a.measure) - MEASURES.indexOf(b.measure))
    .flatMap(({ claimants }) => {
      const wholes = claimants.flatMap((current) => buildAccount(current) ?? [])
      const keys = new Set(wholes.map(({ who }) => groupKey(who)))
      const isMixed = keys.size !== 1
      const groups = new Map<string, Account[]>()
      for (const one of claimants.flat()) {
        const key = groupKey(one.figure.who)
        if (key === 'people' || (one.figure.scope === 'incident' && !isMixed && keys.has(key))) continue
        const name = `${one.figure.scope === 'incident' ? 0 : 1} ${key}`
        groups.set(name, [...(groups.get(name) ?? []), ...[accountOf([one])].filter((account) => account !== null)])
      }
      const toll = rowOf(wholes, 'incident', policy, isLarge)
      return [
        ...(toll === null ? [] : [isMixed ? { ...toll, who: ['people'] as const } : toll]),
        ...[...groups]
          .sort(([a], [b]) => compareText(a, b))
          .flatMap(
            ([name, accounts]) => rowOf(accounts, name.startsWith('0') ? 'incident' : 'subset', policy, isLarge) ?? [],
          ),
      ]
    })
}

function rowOf(
  accounts: readonly Account[],
  scope: 'incident' | 'subset',
  policy: Policy,
  isLarge: boolean,
): IncidentFigure | null {
  const [first] = accounts
  if (first === undefined) return null
  const cited = [...accounts].sort(compareCited)
  const lower = best(cited, ({ low }) => (low === null ? null : -low))
  const upper = best(cited, ({ high }) => high)
  const open = best(cited, ({ low, high }) => (high === null ? low : null))
  const isOpen = open !== null && (upper === null || (open.low ?? 0) > (upper.high ?? 0))
  const [value, claim] = chooseNaively(policy, accounts, isLarge)
  return {
    measure: first.measure,
    who: first.who,
    scope,
    low: lower?.low ?? null,
    high: isOpen ? null : (upper?.high ?? null),
    best: value,
    policy,
    lowClaim: idOf(lower),
    highClaim: idOf(isOpen ? open : upper),
    bestClaim: claim,
  }
}

/** The account with the largest number, the first of equals. */
function best(accounts: readonly Account[], number: (account: Account) => number | null): Account | null {
  return accounts.reduce<Account | null>((found, account) => {
    const value = number(account)
    return value !== null && (found === null || value > (number(found) ?? 0)) ? account : found
  }, null)
}

function chooseNaively(policy: Policy, all: readonly Account[], isLarge: boolean): [number | null, string | null] {
  const countsWhole = ({ who }: Account): boolean =>
    who.some((group) => group === 'people' || group === 'civilians' || group === 'combatants')
  const largest = (accounts: readonly Account[]): number => Math.max(-1, ...accounts.map(({ low }) => low ?? -1))
  const parts = all.filter((account) => !countsWhole(account))
  const isToldWhole = largest(all.filter(countsWhole)) >= Math.max(0, largest(parts))
  const accounts = isToldWhole ? all.filter(countsWhole) : all
  const hasLow = accounts.some(({ low }) => low !== null)
  const points = accounts.flatMap((account) => {
    const value = hasLow ? account.low : account.high
    return value === null ? [] : [{ account, value, said: Math.max(...account.claims.map(saidTime)) }]
  })
  type Point = (typeof points)[number]
  const byClaim = (a: Point, b: Point): number => compareText(idOf(a.account) ?? '', idOf(b.account) ?? '')
  const pick = (list: readonly Point[], order: (a: Point, b: Point) => number): [number | null, string | null] => {
    const [chosen] = [...list].sort((a, b) => order(a, b) || byClaim(a, b))
    return chosen === undefined ? [null, null] : [chosen.value, idOf(chosen.account)]
  }
  if (policy === 'airwars') return [null, null]
  if (policy === 'ucdp')
    return pick(
      points,
      (a, b) =>
        letterOf(a.account) - letterOf(b.account) ||
        Number(a.account.party !== null) - Number(b.account.party !== null) ||
        b.said - a.said ||
        a.value - b.value,
    )
  if (policy === 'acled') {
    const worded = accounts.flatMap((account) =>
      account.vague === null ? [] : [{ account, value: numberForWords(account.vague, isLarge), said: 0 }],
    )
    return pick(points.length > 0 ? points : worded, (a, b) => a.value - b.value)
  }
  const neutral = points.filter(({ account }) => account.party === null)
  const asked = neutral.length > 0 ? neutral : points
  const numbers = [...new Set(asked.map(({ value }) => value))].map((value) => {
    const giving = asked.filter((one) => one.value === value)
    const voices = new Map<string, number>()
    for (const { account } of giving) {
      const voice = account.party ?? account.claims[0]?.origin ?? account.claimant
      const day = Math.floor(Date.parse(account.since) / DAY_MS)
      voices.set(voice, Math.min(day, voices.get(voice) ?? day))
    }
    const days = [...voices.values()].sort((a, b) => a - b)
    const latest = Math.max(...giving.map(({ said }) => said))
    const [, claim] = pick(giving, (a, b) => b.said - a.said)
    return { value, claim, voices: voices.size, day: days[1] ?? Math.floor(latest / DAY_MS) }
  })
  const most = Math.max(0, ...numbers.map(({ voices }) => voices))
  const confirmed = numbers.filter(({ voices }) => voices >= 2 && voices >= most / 3)
  const [chosen] = (confirmed.length > 0 ? confirmed : numbers).sort(
    (a, b) => b.day - a.day || b.voices - a.voices || a.value - b.value,
  )
  return chosen === undefined ? [null, null] : [chosen.value, chosen.claim]
}

function letterOf({ claims }: Account): number {
  return Math.min(...claims.map(({ reliability }) => LETTERS.indexOf(reliability ?? 'F')))
}

const NAMED = { person: 0, office: 0, organisation: 0, outlet: 1, unnamed: 2 } as const

function compareCited({ claims: [a] }: Account, { claims: [b] }: Account): number {
  if (a === undefined || b === undefined) return 0
  const kindOf = (entry: typeof a): number => NAMED[entry.claim.attribution.claimant.kind]
  return kindOf(a) - kindOf(b) || saidTime(a) - saidTime(b) || compareText(a.claim.id, b.claim.id)
}

function idOf(account: Account | null): string | null {
  return account?.claims[0]?.claim.id ?? null
}
