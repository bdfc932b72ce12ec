import type { RecordClaim, SettledClaim } from '../model/record.ts'
import { covers, groupKey } from './group-covers.ts'
import { compareSaid } from './order-entries.ts'
import { type FigureEntry, sameFigure } from './settle-document.ts'

/** A figure the claimant stands by. */
export interface CurrentFigure extends FigureEntry {
  /** The first claim of the run in which the claimant says the same. */
  readonly first: RecordClaim
}

/**
 * The counted figures of one claimant and one measure, folded in the order in which they were said: a later figure of the
 * same people supersedes the earlier one (codebook, "One incident from many documents").
 *
 * A copy, a vague word after a number, a looser bound than the number it stands by, and a count that the claimant has
 * already replaced say nothing new and supersede nothing.
 */
export class ClaimantFold {
  readonly #figures: FigureEntry[] = []
  readonly #waiting: FigureEntry[] = []
  readonly #settled: SettledClaim[] = []
  readonly #replaced: FigureEntry[] = []
  /** Copies of what was known when they came in: they change nothing and are never gone through again. */
  readonly #copies: SettledClaim[] = []
  /** First claim of each number. */
  readonly #said = new Map<string, string>()
  #current: CurrentFigure[] = []
  #last: FigureEntry | null = null

  /** Takes a figure in, in any order. */
  add(one: FigureEntry): void {
    const { entry } = one
    const key = figureKey(one)
    const known = this.#said.get(key)
    if (known === undefined) this.#said.set(key, entry.claim.id)
    if (known === undefined || entry.copyOf === null) this.#waiting.push(one)
    else this.#copies.push({ entry, state: 'repeat', by: known, rule: 'record/copy' })
  }

  /** What the claimant stands by, in the order in which it was said. */
  current(): readonly CurrentFigure[] {
    this.#catchUp()
    return this.#current
  }

  /** What became of every figure. */
  settled(): SettledClaim[] {
    this.#catchUp()
    const standing = this.#current.map(({ entry }): SettledClaim => ({
      entry,
      state: 'current',
      by: null,
      rule: 'record/latest',
    }))
    return [...this.#copies, ...this.#settled, ...standing]
  }

  /** Folds what came in; from the beginning again when something of it was said before what is folded already. */
  #catchUp(): void {
    if (this.#waiting.length === 0) return
    let added = this.#waiting.splice(0).sort(inOrder)
    const [earliest] = added
    const isLate = this.#last !== null && earliest !== undefined && inOrder(earliest, this.#last) < 0
    this.#figures.push(...added)
    if (isLate) {
      added = this.#figures.sort(inOrder)
      this.#settled.length = 0
      this.#replaced.length = 0
      this.#current = []
    }
    for (const one of added) this.#fold(one)
    this.#last = added.at(-1) ?? null
  }

  #fold(one: FigureEntry): void {
    const { entry } = one
    const stale = findStale(one, this.#current, this.#replaced)
    if (stale !== null) {
      this.#settled.push({ entry, ...stale })
      return
    }
    const kept: CurrentFigure[] = []
    let first = entry
    for (const old of this.#current) {
      const rule = ruleAgainst(one, old)
      if (rule === null) {
        kept.push(old)
        continue
      }
      if (rule === 'record/same-again') first = old.first
      else this.#replaced.push(old)
      this.#settled.push({ entry: old.entry, state: 'superseded', by: entry.claim.id, rule })
    }
    this.#current = [...kept, { ...one, first }]
  }
}

function figureKey({ figure: { measure, low, high, vague, scope, who } }: FigureEntry): string {
  return `${measure} ${low} ${high} ${vague} ${scope} ${who.join()}`
}

function inOrder(a: FigureEntry, b: FigureEntry): number {
  return compareSaid(a.entry, b.entry)
}

type Stale = Pick<SettledClaim, 'state' | 'by' | 'rule'>

/** Why a figure brings nothing new to what its claimant stands by; null when it does. */
function findStale(
  one: FigureEntry,
  current: readonly CurrentFigure[],
  replaced: readonly FigureEntry[],
): Stale | null {
  const { entry, figure } = one
  for (const old of current) {
    const by = old.entry.claim.id
    if (sameFigure(old.figure, figure)) {
      if (entry.copyOf !== null) return { state: 'repeat', by, rule: 'record/copy' }
      continue
    }
    if (!sameSlot(one, old) || !covers(figure.who, old.figure.who)) continue
    if (figure.vague !== null && old.figure.vague === null)
      return { state: 'repeat', by, rule: 'record/vague-after-number' }
    if (isLooser(one, old)) return { state: 'repeat', by, rule: 'record/looser-again' }
    const isOldCount = replaced.some((before) => sameFigure(before.figure, figure))
    if (isOldCount && old.entry.captureId !== entry.captureId)
      return { state: 'superseded', by, rule: 'record/earlier-count' }
    if (entry.isEarlier && !old.entry.isEarlier) return { state: 'superseded', by, rule: 'record/earlier-count' }
  }
  return null
}

/** The rule by which a figure takes the place of an older one of its claimant; null when both stand. */
function ruleAgainst(one: FigureEntry, old: FigureEntry): string | null {
  if (sameFigure(one.figure, old.figure)) return 'record/same-again'
  if (!sameSlot(one, old)) return null
  const isSameGroup = groupKey(one.figure.who) === groupKey(old.figure.who)
  if (one.entry.captureId === old.entry.captureId && one.entry.saidAt === old.entry.saidAt) {
    if (!isSameGroup) return null
    return old.entry.isEarlier && !one.entry.isEarlier ? 'record/earlier-count' : 'record/first-in-text'
  }
  if (isSameGroup || covers(one.figure.who, old.figure.who)) return 'record/later'
  return isPartAboveWhole(one, old) ? 'record/part-above-whole' : null
}

/** Wholes compete with wholes; parts of the same named group with each other. Unnamed parts ("25 of them") compete with none. */
function sameSlot(a: FigureEntry, b: FigureEntry): boolean {
  if (a.figure.scope !== b.figure.scope) return false
  if (a.figure.scope === 'incident') return true
  const key = groupKey(a.figure.who)
  return key !== 'people' && key === groupKey(b.figure.who)
}

/** "More than 50" by who stands by 57: the same in looser words. */
function isLooser({ figure, entry }: FigureEntry, old: FigureEntry): boolean {
  const { low, high } = old.figure
  if (figure.low === null || figure.high !== null || low === null || high === null) return false
  return figure.low <= low && entry.captureId !== old.entry.captureId
}

/** A later count of a part that is larger than the whole of before: the whole of before no longer stands. */
function isPartAboveWhole(one: FigureEntry, old: FigureEntry): boolean {
  const { low } = one.figure
  const { high } = old.figure
  return low !== null && high !== null && low > high && covers(old.figure.who, one.figure.who)
}
