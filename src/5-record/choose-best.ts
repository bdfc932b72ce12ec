import type { Group } from '../model/claim.ts'
import type { Policy } from '../model/incident.ts'
import type { Account, PolicyChoice, Reliability } from '../model/record.ts'
import { AccountTable, isGone, type Standing } from './account-table.ts'
import { LiveHeap } from './live-heap.ts'
import { numberForWords } from './number-for-words.ts'
import { compareText } from './order-entries.ts'
import { SupportTally } from './tally-support.ts'

/** What a policy may look at besides the accounts. */
export interface PolicyContext {
  /** Largest number that any account of the incident gives: the scale that ACLED's "3 or 10" asks for. */
  readonly largest: number
}

type Chosen = Omit<PolicyChoice, 'policy' | 'version'>

/** Chooses a number among accounts as they come and go. */
interface Chooser {
  add(standing: Standing): void
  /** @param standing one that was added and has gone */
  remove(standing: Standing): void
  choose(context: PolicyContext): Chosen
}

const LETTERS: readonly Reliability[] = ['A', 'B', 'C', 'D', 'E', 'F']
const NOTHING = { best: null, bestClaim: null } as const
const NO_NUMBER: Chosen = { ...NOTHING, rule: 'policy/nobody-gives-a-number' }

/** Each policy with its version: a change of what it chooses is a new version. */
const POLICIES: Readonly<Record<Policy, { readonly version: string; readonly start: () => Chooser }>> = {
  cairn: { version: 'cairn-best@2', start: chooseCairn },
  acled: { version: 'acled-lowest@2', start: chooseAcled },
  airwars: { version: 'airwars-range@1', start: chooseAirwars },
  ucdp: { version: 'ucdp-best@2', start: chooseUcdp },
}

/**
 * One number for what several claimants count, by a named policy (codebook, "One incident from many documents"), as what
 * they stand by changes.
 *
 * - `cairn`: the number that was corroborated last, that is by two or more independent origins, parties to the conflict
 *   aside; else the latest single one. Tolls are revised as more is known, so what is confirmed later is better informed,
 *   while one straggler or one claimant alone never outvotes what several have confirmed. Ties go to more origins, then
 *   to the lower number.
 * - `acled`: the lowest current number; vague words by ACLED's table only where nobody gives a number.
 * - `airwars`: none: Airwars publishes a range (`readCivilianHarm`).
 * - `ucdp`: the number of the most reliable outlet, then of no party to the conflict, then the latest, then the lower.
 *
 * Whoever counts a narrower group alone ("27 children") is asked only where nobody gives as large a number of all, of the
 * civilians or of the combatants.
 * An account stands for its lower bound, which is what is documented; "up to 8" gives 8 only where nobody gives a lower one.
 * The best is null when the policy gives none.
 */
export class BestChoice {
  readonly #policy: Policy
  readonly #chooser: Chooser
  /** Chooses among those who count everybody, or one side whole. */
  readonly #wholeChooser: Chooser
  /** The largest numbers of those, and of those who count a narrower group. */
  readonly #wholes = new LiveHeap(compareLows, isGone)
  readonly #parts = new LiveHeap(compareLows, isGone)

  constructor(policy: Policy) {
    this.#policy = policy
    this.#chooser = POLICIES[policy].start()
    this.#wholeChooser = POLICIES[policy].start()
  }

  /** @param standing an account of a claimant that has no other of the measure and the groups here */
  add(standing: Standing): void {
    this.#chooser.add(standing)
    const isWhole = countsWhole(standing)
    if (standing.account.low !== null) (isWhole ? this.#wholes : this.#parts).add(standing)
    if (!isWhole) return
    this.#wholeChooser.add(standing)
  }

  remove(standing: Standing): void {
    this.#chooser.remove(standing)
    if (countsWhole(standing)) this.#wholeChooser.remove(standing)
  }

  choose(context: PolicyContext): PolicyChoice {
    const [whole, part] = [this.#wholes.first(), this.#parts.first()]
    // A narrower group that is larger than the whole is how somebody else tells of all of them: "276 girls".
    const isPart = whole !== null && (part === null || compareLows(whole, part) <= 0)
    const chooser = isPart ? this.#wholeChooser : this.#chooser
    const { best, bestClaim, rule } = chooser.choose(context)
    return { policy: this.#policy, version: POLICIES[this.#policy].version, best, bestClaim, rule }
  }
}

/**
 * What every policy chooses for every figure of an incident.
 *
 * @param rows the accounts of each figure
 */
export function chooseAll(rows: readonly (readonly Account[])[]): PolicyChoice[][] {
  const largest = largestOf(rows.flat())
  return rows.map((accounts) => {
    const table = new AccountTable()
    const standing = accounts.flatMap((account) => table.add(account) ?? [])
    return (Object.keys(POLICIES) as Policy[]).map((policy) => {
      const choice = new BestChoice(policy)
      for (const one of standing) choice.add(one)
      return choice.choose({ largest })
    })
  })
}

/** The scale of an incident: the largest number that an account gives. */
function largestOf(accounts: readonly Account[]): number {
  return accounts.reduce((largest, { low, high }) => Math.max(largest, low ?? high ?? 0), 0)
}

/** Whether it counts everybody, or all who are presumed civilians or fight: "27 children" is no answer to how many died. */
function countsWhole({ account: { who } }: Standing): boolean {
  return who.some((group) => WHOLE_GROUPS.has(group))
}
const WHOLE_GROUPS: ReadonlySet<Group> = new Set(['people', 'civilians', 'combatants'])

/** The larger documented number first. */
function compareLows(a: Standing, b: Standing): number {
  return (b.account.low ?? 0) - (a.account.low ?? 0)
}

/** The number an account stands for; null when it gives none. */
function valueOf({ account }: Standing): number | null {
  return account.low ?? account.high
}

function chooseCairn(): Chooser {
  // Whoever gives no lower bound is asked only where nobody gives one, and parties only where nobody else gives a number.
  const lows = [new SupportTally(), new SupportTally()] as const
  const highs = [new SupportTally(), new SupportTally()] as const
  const tallyOf = ({ account }: Standing): SupportTally =>
    (account.low === null ? highs : lows)[account.party === null ? 0 : 1]
  return {
    add(standing) {
      const value = valueOf(standing)
      if (value !== null) tallyOf(standing).add(value, standing)
    },
    remove(standing) {
      const value = valueOf(standing)
      if (value !== null) tallyOf(standing).remove(value, standing)
    },
    choose() {
      const [neutral, parties] = lows.every(({ isEmpty }) => isEmpty) ? highs : lows
      const chosen = (neutral.isEmpty ? parties : neutral).choose()
      if (chosen === null) return NO_NUMBER
      const rule = chosen.isCorroborated
        ? 'policy/corroborated-last'
        : neutral.isEmpty
          ? 'policy/latest-of-parties'
          : 'policy/latest'
      return { best: chosen.value, bestClaim: chosen.claim, rule }
    },
  }
}

function chooseAcled(): Chooser {
  const numbers = new FirstNumber(compareNumbers)
  const orderOfWords =
    (isLarge: boolean) =>
    (a: Standing, b: Standing): number =>
      wordsOf(a, isLarge) - wordsOf(b, isLarge) || compareClaims(a, b)
  const [small, large] = [false, true].map((isLarge) => new LiveHeap(orderOfWords(isLarge), isGone))
  return {
    add(standing) {
      numbers.add(standing)
      if (standing.account.vague === null) return
      small?.add(standing)
      large?.add(standing)
    },
    remove: () => undefined,
    choose({ largest }) {
      const lowest = numbers.first()
      if (lowest !== null)
        return { best: valueOf(lowest), bestClaim: lowest.entry.claim.id, rule: 'policy/acled-lowest' }
      const isLarge = largest >= 10
      const worded = (isLarge ? large : small)?.first() ?? null
      if (worded === null) return NO_NUMBER
      return { best: wordsOf(worded, isLarge), bestClaim: worded.entry.claim.id, rule: 'policy/acled-words' }
    },
  }
}

function wordsOf({ account }: Standing, isLarge: boolean): number {
  return numberForWords(account.vague ?? '', isLarge)
}

function chooseAirwars(): Chooser {
  return {
    add: () => undefined,
    remove: () => undefined,
    choose: () => ({ ...NOTHING, rule: 'policy/airwars-range-only' }),
  }
}

function chooseUcdp(): Chooser {
  const numbers = new FirstNumber(
    (a, b) =>
      letterOf(a.account) - letterOf(b.account) ||
      Number(a.account.party !== null) - Number(b.account.party !== null) ||
      b.saidAt - a.saidAt ||
      compareNumbers(a, b),
  )
  return {
    add: (standing) => numbers.add(standing),
    remove: () => undefined,
    choose() {
      const chosen = numbers.first()
      if (chosen === null) return NO_NUMBER
      const rule = 'policy/ucdp-most-reliable-then-latest'
      return { best: valueOf(chosen), bestClaim: chosen.entry.claim.id, rule }
    },
  }
}

/** The first account, by an order, that gives a number: of those with a lower bound, else of those with an upper one alone. */
class FirstNumber {
  readonly #lows: LiveHeap<Standing>
  readonly #highs: LiveHeap<Standing>

  constructor(order: (a: Standing, b: Standing) => number) {
    this.#lows = new LiveHeap(order, isGone)
    this.#highs = new LiveHeap(order, isGone)
  }

  add(standing: Standing): void {
    if (standing.account.low !== null) this.#lows.add(standing)
    else if (standing.account.high !== null) this.#highs.add(standing)
  }

  first(): Standing | null {
    return this.#lows.first() ?? this.#highs.first()
  }
}

function compareNumbers(a: Standing, b: Standing): number {
  return (valueOf(a) ?? 0) - (valueOf(b) ?? 0) || compareClaims(a, b)
}

function compareClaims(a: Standing, b: Standing): number {
  return compareText(a.entry.claim.id, b.entry.claim.id)
}

function letterOf({ claims }: Account): number {
  return Math.min(...claims.map(({ reliability }) => LETTERS.indexOf(reliability ?? 'F')))
}
