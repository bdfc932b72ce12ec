import type { Figure, Group } from '../model/claim.ts'
import type { Account, RecordClaim } from '../model/record.ts'
import { compareNaming } from './account-table.ts'
import { accountOf } from './build-accounts.ts'
import { areCivilians } from './group-covers.ts'
import type { CurrentFigure } from './settle-claimant.ts'

/** Two accounts that cannot both be right about who was harmed; null when there are none. */
export type Contest = readonly [combatants: Account, civilians: Account] | null

/** An account of the whole incident by a claimant that counts no other groups. */
interface Rival {
  readonly account: Account
  readonly entry: RecordClaim
}

/** Who counts combatants alone and who civilians alone, of one measure, as claimants come to stand by other figures. */
export class RivalTable {
  readonly #byClaimant = new Map<string, Rival>()
  readonly #combatants = new RivalList()
  /** Those who count civilians just so, and those who count women, children, medics … */
  readonly #civilians = [new RivalList(), new RivalList()] as const
  /** What was found since the last change, by who asked. */
  readonly #found = new Map<string, Contest>()

  change(claimant: string, now: readonly CurrentFigure[]): void {
    const old = this.#byClaimant.get(claimant)
    const rival = rivalOf(now)
    if (old === undefined && rival === null) return
    this.#found.clear()
    if (old !== undefined) this.#listOf(old).remove(old)
    this.#byClaimant.delete(claimant)
    if (rival === null) return
    this.#byClaimant.set(claimant, rival)
    this.#listOf(rival).add(rival)
  }

  /**
   * The first who counts combatants and the first who counts civilians whose numbers are compatible: those that name a
   * claimant before others, then in the order in which they were said.
   *
   * @param isCombatants whether it is asked for the row of combatants; in the row of civilians those who count just them come first
   * @param perpetrators sides whose word that the harmed were combatants decides nothing
   */
  findContest(isCombatants: boolean, perpetrators: ReadonlySet<string>): Contest {
    const key = [isCombatants, ...perpetrators].join('\n')
    const known = this.#found.get(key)
    if (known !== undefined) return known
    const contest = this.#find(isCombatants, perpetrators)
    this.#found.set(key, contest)
    return contest
  }

  #find(isCombatants: boolean, perpetrators: ReadonlySet<string>): Contest {
    const [exact, others] = this.#civilians
    const tried = new Set<string>()
    for (const { account } of this.#combatants.rivals) {
      if (account.party !== null && perpetrators.has(account.party)) continue
      const range = rangeOf(account)
      if (tried.has(range)) continue
      tried.add(range)
      const [first, second] = [exact.firstBeside(account), others.firstBeside(account)]
      const isSecond = first === null || (isCombatants && second !== null && compareRivals(second, first) < 0)
      const civilians = isSecond ? second : first
      if (civilians !== null) return [account, civilians.account]
    }
    return null
  }

  #listOf({ account }: Rival): RivalList {
    if (countsCombatants(account.who)) return this.#combatants
    const [exact, others] = this.#civilians
    return account.who.length === 1 && account.who[0] === 'civilians' ? exact : others
  }
}

/** Rivals of one kind in their order. */
class RivalList {
  readonly rivals: Rival[] = []
  /** How many give each range, so that numbers which fit nobody are known without going through all of them. */
  readonly #ranges = new Map<string, { readonly account: Account; count: number }>()

  add(rival: Rival): void {
    this.rivals.splice(this.#countBefore(rival), 0, rival)
    const range = rangeOf(rival.account)
    const known = this.#ranges.get(range)
    if (known === undefined) this.#ranges.set(range, { account: rival.account, count: 1 })
    else known.count++
  }

  remove(rival: Rival): void {
    const at = this.#countBefore(rival)
    if (this.rivals[at] === rival) this.rivals.splice(at, 1)
    const range = rangeOf(rival.account)
    const known = this.#ranges.get(range)
    if (known === undefined) return
    known.count--
    if (known.count === 0) this.#ranges.delete(range)
  }

  /** The first whose number is compatible; null when none is. */
  firstBeside(account: Account): Rival | null {
    for (const range of this.#ranges.values())
      if (areCompatible(range.account, account))
        return this.rivals.find((one) => areCompatible(one.account, account)) ?? null
    return null
  }

  #countBefore(rival: Rival): number {
    let low = 0
    let high = this.rivals.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = this.rivals[middle]
      if (other !== undefined && compareRivals(other, rival) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Who counts several groups tells them apart and contests nothing. */
function rivalOf(now: readonly CurrentFigure[]): Rival | null {
  const wholes = now.filter(({ figure }) => figure.scope === 'incident')
  const [whole] = wholes
  if (whole === undefined || wholes.length > 1 || !takesSide(whole.figure)) return null
  const account = accountOf([whole])
  return account === null ? null : { account, entry: whole.entry }
}

function takesSide({ who }: Figure): boolean {
  return countsCombatants(who) || areCivilians(who)
}

function countsCombatants(who: readonly Group[]): boolean {
  return who.length === 1 && who[0] === 'combatants'
}

function compareRivals(a: Rival, b: Rival): number {
  return compareNaming(a.entry, b.entry)
}

function rangeOf({ low, high }: Account): string {
  return `${low} ${high}`
}

function areCompatible(a: Account, b: Account): boolean {
  return (a.low ?? 0) <= (b.high ?? Infinity) && (b.low ?? 0) <= (a.high ?? Infinity)
}
