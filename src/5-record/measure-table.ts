import type { Measure } from '../model/claim.ts'
import type { IncidentFigure, Policy } from '../model/incident.ts'
import type { Account, PolicyChoice } from '../model/record.ts'
import { AccountTable, isGone, type Standing } from './account-table.ts'
import { accountOf, buildAccount } from './build-accounts.ts'
import { BestChoice, type PolicyContext } from './choose-best.ts'
import { groupKey } from './group-covers.ts'
import { LiveHeap } from './live-heap.ts'
import { compareText } from './order-entries.ts'
import { RivalTable } from './rival-table.ts'
import type { CurrentFigure } from './settle-claimant.ts'

/** A figure row with the accounts it was made of. */
export interface FigureRow {
  readonly figure: IncidentFigure
  /** Asked for only until another claim comes in. */
  readonly accounts: readonly Account[]
  readonly choice: PolicyChoice
  /** Who counts combatants alone and who civilians alone, of the row's measure. Asked only until another claim comes in. */
  readonly rivals: RivalTable
  /** Whether its minimum is 0 because civilian status is contested. */
  readonly isContested: boolean
}

/** One row as claimants come to stand by other accounts. */
class RowTable {
  readonly accounts = new AccountTable()
  readonly #best: BestChoice

  constructor(policy: Policy) {
    this.#best = new BestChoice(policy)
  }

  add(account: Account | null): Standing | null {
    const standing = account === null ? null : this.accounts.add(account)
    if (standing !== null) this.#best.add(standing)
    return standing
  }

  remove(standing: Standing): void {
    this.accounts.remove(standing)
    this.#best.remove(standing)
  }

  choose(context: PolicyContext): PolicyChoice {
    return this.#best.choose(context)
  }
}

/** What one claimant stands by, as it stands in the rows. */
interface Place {
  readonly row: RowTable
  readonly standing: Standing
}

/**
 * The rows of one measure as claimants come to stand by other figures: the toll (what each gives as the whole, whomever it
 * counts), then each group that is counted by itself or as a part. A change costs the logarithm of the claimants.
 */
export class MeasureTable {
  readonly #measure: Measure
  readonly #policy: Policy
  readonly #toll: RowTable
  /** What each claimant gives as the whole. */
  readonly #wholes = new Map<string, Standing>()
  /** How many of them count each group. */
  readonly #wholesOf = new Map<string, number>()
  /** By scope and group. */
  readonly #groups = new Map<string, RowTable>()
  readonly #places = new Map<CurrentFigure, Place>()
  readonly #numbers = new LiveHeap<Standing>((a, b) => (b.account.low ?? 0) - (a.account.low ?? 0), isGone)
  readonly #rivals = new RivalTable()
  #rows: { readonly largest: number; readonly rows: readonly FigureRow[] } | null = null

  constructor(measure: Measure, policy: Policy) {
    this.#measure = measure
    this.#policy = policy
    this.#toll = new RowTable(policy)
  }

  /** Largest lower bound that a claimant stands by, 0 when none does. */
  get largest(): number {
    return this.#numbers.first()?.account.low ?? 0
  }

  /** Puts what a claimant stands by now in the place of what it stood by. */
  change(claimant: string, before: readonly CurrentFigure[], now: readonly CurrentFigure[]): void {
    const [old, next] = [new Set(before), new Set(now)]
    for (const one of before) if (!next.has(one)) this.#drop(one)
    for (const one of now) if (!old.has(one)) this.#take(one)
    this.#replaceWhole(claimant, buildAccount(now))
    this.#rivals.change(claimant, now)
    this.#rows = null
  }

  rows(context: PolicyContext): readonly FigureRow[] {
    if (this.#rows?.largest !== context.largest)
      this.#rows = { largest: context.largest, rows: this.#buildRows(context) }
    return this.#rows.rows
  }

  #take(one: CurrentFigure): void {
    const account = accountOf([one])
    if (account === null) return
    const row = this.#rowOf(one)
    const standing = row.add(account)
    if (standing === null) return
    this.#places.set(one, { row, standing })
    if (account.low !== null) this.#numbers.add(standing)
  }

  #drop(one: CurrentFigure): void {
    const place = this.#places.get(one)
    if (place === undefined) return
    this.#places.delete(one)
    place.row.remove(place.standing)
  }

  #rowOf({ figure }: CurrentFigure): RowTable {
    const name = `${figure.scope === 'incident' ? 0 : 1} ${groupKey(figure.who)}`
    const known = this.#groups.get(name)
    if (known !== undefined) return known
    const row = new RowTable(this.#policy)
    this.#groups.set(name, row)
    return row
  }

  #replaceWhole(claimant: string, account: Account | null): void {
    const old = this.#wholes.get(claimant)
    if (old !== undefined) {
      this.#toll.remove(old)
      this.#count(old.account, -1)
      this.#wholes.delete(claimant)
    }
    const standing = this.#toll.add(account)
    if (standing === null) return
    this.#count(standing.account, 1)
    this.#wholes.set(claimant, standing)
  }

  #count({ who }: Account, step: 1 | -1): void {
    const key = groupKey(who)
    const count = (this.#wholesOf.get(key) ?? 0) + step
    if (count === 0) this.#wholesOf.delete(key)
    else this.#wholesOf.set(key, count)
  }

  #buildRows(context: PolicyContext): FigureRow[] {
    const keys = [...this.#wholesOf.keys()]
    const tollKey = keys.length === 1 ? keys[0] : 'people'
    const rows: FigureRow[] = []
    if (keys.length > 0) rows.push(this.#buildRow(this.#toll, keys.length === 1 ? null : PEOPLE, 'incident', context))
    for (const [name, row] of [...this.#groups].sort(([a], [b]) => compareText(a, b))) {
      const scope = name.startsWith('0') ? 'incident' : 'subset'
      const key = name.slice(2)
      // Unnamed parts would mix different ones; what everybody counts as the whole is the toll.
      if (row.accounts.size === 0 || key === 'people' || (scope === 'incident' && key === tollKey)) continue
      rows.push(this.#buildRow(row, null, scope, context))
    }
    return rows
  }

  /** @param counted whom the row counts; null for whom its first claimant counts */
  #buildRow(
    row: RowTable,
    counted: IncidentFigure['who'] | null,
    scope: 'incident' | 'subset',
    context: PolicyContext,
  ): FigureRow {
    const { accounts } = row
    const choice = row.choose(context)
    const { low, high, lowClaim, highClaim } = accounts.bounds()
    const figure = {
      measure: this.#measure,
      who: counted ?? accounts.who() ?? PEOPLE,
      scope,
      low,
      high,
      best: choice.best,
      policy: this.#policy,
      lowClaim,
      highClaim,
      bestClaim: choice.bestClaim,
    }
    let ordered: readonly Account[] | null = null
    return {
      figure,
      choice,
      rivals: this.#rivals,
      isContested: false,
      // Most rows of a history are never asked for it.
      get accounts() {
        return (ordered ??= accounts.accounts())
      },
    }
  }
}

const PEOPLE = ['people'] as const
