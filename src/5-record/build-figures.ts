import type { ClaimantKind, Measure } from '../model/claim.ts'
import { MEASURES } from '../model/claim.ts'
import type { IncidentFigure, Policy } from '../model/incident.ts'
import type { Account, PolicyChoice } from '../model/record.ts'
import { accountOf, buildAccount } from './build-accounts.ts'
import { chooseBest, type PolicyContext } from './choose-best.ts'
import { groupKey } from './group-covers.ts'
import { compareText, saidTime } from './order-entries.ts'
import type { CurrentFigure } from './settle-claimant.ts'

/** What every claimant stands by, of one measure. */
export interface MeasureState {
  readonly measure: Measure
  /** One list per claimant, in the order of their names. */
  readonly claimants: readonly (readonly CurrentFigure[])[]
}

/** A figure row with the accounts it was made of. */
export interface FigureRow {
  readonly figure: IncidentFigure
  readonly accounts: readonly Account[]
  readonly choice: PolicyChoice
}

/**
 * The figure rows of an incident: per measure first the toll (what each claimant gives as the whole, whomever it counts),
 * then each group that is counted by itself or as a part.
 *
 * low is the smallest current lower bound, high the largest current upper bound; a bound that is open above and begins
 * above every upper bound leaves high null (codebook, "One incident from many documents"). Unnamed parts ("25 of them
 * are in hospital") make no row: they would mix different parts.
 */
export function buildFigures(states: readonly MeasureState[], policy: Policy): FigureRow[] {
  const largest = states.reduce((found, state) => Math.max(found, largestOf(state)), 0)
  return [...states]
    .sort((a, b) => MEASURES.indexOf(a.measure) - MEASURES.indexOf(b.measure))
    .flatMap((state) => rowsOnce(state, policy, { largest }))
}

/** A history asks for the rows after every document: what is said of most measures is the same as before. */
const ROWS = new WeakMap<MeasureState, { readonly key: string; readonly rows: readonly FigureRow[] }>()
const LARGEST = new WeakMap<MeasureState, number>()
/** What one claimant says of the whole, for a list of what it stands by. */
const ACCOUNTS = new WeakMap<readonly CurrentFigure[], { readonly account: Account | null }>()

function rowsOnce(state: MeasureState, policy: Policy, context: PolicyContext): readonly FigureRow[] {
  const key = `${policy} ${context.largest}`
  const known = ROWS.get(state)
  if (known?.key === key) return known.rows
  const rows = rowsOfMeasure(state.claimants, policy, context)
  ROWS.set(state, { key, rows })
  return rows
}

function largestOf(state: MeasureState): number {
  const known = LARGEST.get(state)
  if (known !== undefined) return known
  let largest = 0
  for (const current of state.claimants) for (const { figure } of current) largest = Math.max(largest, figure.low ?? 0)
  LARGEST.set(state, largest)
  return largest
}

function accountOnce(current: readonly CurrentFigure[]): Account | null {
  const known = ACCOUNTS.get(current)
  if (known !== undefined) return known.account
  const account = buildAccount(current)
  ACCOUNTS.set(current, { account })
  return account
}

function rowsOfMeasure(
  claimants: readonly (readonly CurrentFigure[])[],
  policy: Policy,
  context: PolicyContext,
): FigureRow[] {
  const wholes = claimants.map(accountOnce).filter((account) => account !== null)
  const rows: FigureRow[] = []
  const keys = new Set(wholes.map(({ who }) => groupKey(who)))
  const tollKey = keys.size === 1 ? [...keys][0] : 'people'
  if (wholes.length > 0) {
    const who = keys.size === 1 ? (wholes[0]?.who ?? ['people']) : (['people'] as const)
    rows.push(buildRow(wholes, { who, scope: 'incident' }, policy, context))
  }
  const groups = new Map<string, Account[]>()
  for (const current of claimants)
    for (const one of current) {
      const key = groupKey(one.figure.who)
      if (key === 'people' || (one.figure.scope === 'incident' && key === tollKey)) continue
      const account = accountOf([one])
      if (account === null) continue
      const name = `${one.figure.scope === 'incident' ? 0 : 1} ${key}`
      const group = groups.get(name)
      if (group === undefined) groups.set(name, [account])
      else group.push(account)
    }
  for (const [name, accounts] of [...groups].sort(([a], [b]) => compareText(a, b))) {
    const scope = name.startsWith('0') ? 'incident' : 'subset'
    rows.push(buildRow(accounts, { who: accounts[0]?.who ?? ['people'], scope }, policy, context))
  }
  return rows
}

/** One row out of one account per claimant. */
function buildRow(
  accounts: readonly Account[],
  { who, scope }: Pick<IncidentFigure, 'who' | 'scope'>,
  policy: Policy,
  context: PolicyContext,
): FigureRow {
  const lower = least(accounts, ({ low }) => low)
  const upper = most(accounts, ({ high }) => high)
  const open = most(accounts, ({ high, low }) => (high === null ? low : null))
  const isOpen = open !== null && (upper === null || (open.low ?? 0) > (upper.high ?? 0))
  const choice = chooseBest(policy, accounts, context)
  const figure = {
    measure: accounts[0]?.measure ?? 'other_people',
    who,
    scope,
    low: lower?.low ?? null,
    high: isOpen ? null : (upper?.high ?? null),
    best: choice.best,
    policy,
    lowClaim: claimOf(lower),
    highClaim: claimOf(isOpen ? open : upper),
    bestClaim: choice.bestClaim,
  }
  let ordered: readonly Account[] | null = null
  return {
    figure,
    // Most rows of a history are never asked for it.
    get accounts() {
      return (ordered ??= [...accounts].sort(compareNaming))
    },
    choice,
  }
}

function claimOf(account: Account | null): string | null {
  return account?.claims[0]?.claim.id ?? null
}

/** The account with the smallest number, of equals the one that is cited first. */
function least(accounts: readonly Account[], number: (account: Account) => number | null): Account | null {
  return most(accounts, (account) => {
    const value = number(account)
    return value === null ? null : -value
  })
}

/** The account with the largest number, of equals the one that is cited first. */
function most(accounts: readonly Account[], number: (account: Account) => number | null): Account | null {
  let found: Account | null = null
  let largest = -Infinity
  for (const account of accounts) {
    const value = number(account)
    if (value === null || value < largest) continue
    if (value === largest && found !== null && compareNaming(account, found) >= 0) continue
    found = account
    largest = value
  }
  return found
}

const NAMED: Readonly<Record<ClaimantKind, number>> = { person: 0, office: 0, organisation: 0, outlet: 1, unnamed: 2 }

/** Among equal bounds the one that a named claimant answers for is cited, then the one that was said first. */
function compareNaming(a: Account, b: Account): number {
  const [left] = a.claims
  const [right] = b.claims
  if (left === undefined || right === undefined) return 0
  return (
    NAMED[left.claim.attribution.claimant.kind] - NAMED[right.claim.attribution.claimant.kind] ||
    saidTime(left) - saidTime(right) ||
    compareText(left.claim.id, right.claim.id)
  )
}
