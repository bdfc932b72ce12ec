import type { ClaimantKind, Group } from '../model/claim.ts'
import type { IncidentFigure } from '../model/incident.ts'
import type { Account, RecordClaim } from '../model/record.ts'
import { LiveHeap } from './live-heap.ts'
import { compareText, saidTime } from './order-entries.ts'

/** An account as long as its claimant stands by it. */
export interface Standing {
  readonly account: Account
  /** The claim that is cited for it. */
  readonly entry: RecordClaim
  /** Milliseconds. */
  readonly saidAt: number
  isGone: boolean
}

/** Whether it has gone. */
export function isGone(standing: Standing): boolean {
  return standing.isGone
}

/** The accounts of one row of figures, with their bounds, as claimants come to stand by others. */
export class AccountTable {
  readonly #standing = new Set<Standing>()
  readonly #lowest = new LiveHeap<Standing>((a, b) => lowOf(a) - lowOf(b) || compareStanding(a, b), isGone)
  readonly #highest = new LiveHeap<Standing>((a, b) => highOf(b) - highOf(a) || compareStanding(a, b), isGone)
  /** Those that are open above, the largest first. */
  readonly #open = new LiveHeap<Standing>((a, b) => lowOf(b) - lowOf(a) || compareStanding(a, b), isGone)
  /** Those that count several groups, in the order of their claimants. */
  readonly #several = new LiveHeap<Standing>(compareClaimants, isGone)

  get size(): number {
    return this.#standing.size
  }

  /** @returns null for an account that rests on no claim */
  add(account: Account): Standing | null {
    const [entry] = account.claims
    if (entry === undefined) return null
    const saidAt = account.claims.reduce((latest, claim) => Math.max(latest, saidTime(claim)), -Infinity)
    const standing: Standing = { account, entry, saidAt, isGone: false }
    this.#standing.add(standing)
    if (account.low !== null) this.#lowest.add(standing)
    if (account.high !== null) this.#highest.add(standing)
    else if (account.low !== null) this.#open.add(standing)
    if (account.who.length > 1) this.#several.add(standing)
    return standing
  }

  remove(standing: Standing): void {
    standing.isGone = true
    this.#standing.delete(standing)
  }

  /** Those that name a claimant first, then in the order in which they were said. */
  accounts(): Account[] {
    return [...this.#standing].sort(compareStanding).map(({ account }) => account)
  }

  /** Whom the first claimant counts, by name: one spelling of the groups. */
  who(): readonly Group[] | null {
    const [any] = this.#standing
    return (this.#several.first() ?? any)?.account.who ?? null
  }

  /**
   * The smallest lower and the largest upper bound; of equals the one that is cited first. A bound that is open above and
   * begins above every upper bound leaves high null.
   */
  bounds(): Pick<IncidentFigure, 'low' | 'high' | 'lowClaim' | 'highClaim'> {
    const lower = this.#lowest.first()
    const upper = this.#highest.first()
    const open = this.#open.first()
    const isOpen = open !== null && (upper === null || lowOf(open) > highOf(upper))
    return {
      low: lower?.account.low ?? null,
      high: isOpen ? null : (upper?.account.high ?? null),
      lowClaim: lower?.entry.claim.id ?? null,
      highClaim: (isOpen ? open : upper)?.entry.claim.id ?? null,
    }
  }
}

function lowOf({ account }: Standing): number {
  return account.low ?? 0
}

function highOf({ account }: Standing): number {
  return account.high ?? 0
}

function compareClaimants(a: Standing, b: Standing): number {
  return compareText(a.account.claimant, b.account.claimant) || compareText(a.entry.claim.id, b.entry.claim.id)
}

const NAMED: Readonly<Record<ClaimantKind, number>> = { person: 0, office: 0, organisation: 0, outlet: 1, unnamed: 2 }

/** Among equal bounds the one that a named claimant answers for is cited, then the one that was said first. */
export function compareNaming(a: RecordClaim, b: RecordClaim): number {
  return (
    NAMED[a.claim.attribution.claimant.kind] - NAMED[b.claim.attribution.claimant.kind] ||
    saidTime(a) - saidTime(b) ||
    compareText(a.claim.id, b.claim.id)
  )
}

function compareStanding(a: Standing, b: Standing): number {
  return compareNaming(a.entry, b.entry)
}
