import type { RecordClaim, SettledClaim } from '../model/record.ts'
import { covers, groupKey } from './group-covers.ts'
import { compareSaid } from './order-entries.ts'
import { type FigureEntry, sameFigure } from './settle-document.ts'

/** A figure the claimant stands by. */
export interface CurrentFigure extends FigureEntry {
  /** The first claim of the run in which the claimant says the same. */
  readonly first: RecordClaim
}

/** One figure in the order in which it was said, with what folding it did. */
interface Step {
  readonly one: FigureEntry
  readonly key: string
  /** What the claimant stands by after it. */
  after: readonly CurrentFigure[]
  /** What it settled: itself when it says nothing new, or those whose place it took. */
  settled: readonly SettledClaim[]
  /** Numbers whose place it took. */
  replaced: readonly string[]
  /** Whether the number had been replaced before. */
  isOld: boolean
}

/**
 * The counted figures of one claimant and one measure, folded in the order in which they were said: a later figure of the
 * same people supersedes the earlier one (codebook, "One incident from many documents").
 *
 * A copy, a vague word after a number, a looser bound than the number it stands by, and a count that the claimant has
 * already replaced say nothing new and supersede nothing.
 *
 * Figures may come in in any order. One that was said before others is put in its place, and of what follows only as much is
 * folded anew as it changes: until the claimant stands by the same as before, and again wherever a number is said that is
 * an old one now and was none, or the other way round.
 */
export class ClaimantFold {
  readonly #steps: Step[] = []
  readonly #waiting: FigureEntry[] = []
  /** Copies of what was known when they came in: they change nothing and are never gone through again. */
  readonly #copies: SettledClaim[] = []
  /** First claim of each number. */
  readonly #said = new Map<string, string>()
  /** The steps of each number, in their order. */
  readonly #stepsOf = new Map<string, Step[]>()
  /** The steps that took the place of each number, in their order. */
  readonly #replacers = new Map<string, Step[]>()
  /** The steps that are superseded by a claim and do not stand before it. */
  readonly #staleBy = new Map<string, Set<Step>>()

  /** Takes a figure in, in any order. */
  add(one: FigureEntry): void {
    const { entry } = one
    const key = figureKey(one)
    const known = this.#said.get(key)
    if (known === undefined) this.#said.set(key, entry.claim.id)
    if (known === undefined || entry.copyOf === null) this.#waiting.push(one)
    else this.#copies.push({ entry, state: 'repeat', by: known, rule: 'record/copy' })
  }

  /** What the claimant stands by, in the order in which it was said; the same list until it changes. */
  current(): readonly CurrentFigure[] {
    this.#catchUp()
    return this.#steps.at(-1)?.after ?? NOTHING
  }

  /** What became of every figure. */
  settled(): SettledClaim[] {
    const standing = this.current().map(({ entry }): SettledClaim => ({
      entry,
      state: 'current',
      by: null,
      rule: 'record/latest',
    }))
    return [...this.#copies, ...this.#steps.flatMap(({ settled }) => settled), ...standing]
  }

  /** The first figure that a figure superseded, or null. */
  firstSupersededBy(one: FigureEntry): SettledClaim | null {
    this.#catchUp()
    const { id } = one.entry.claim
    const own = this.#steps[this.#findPlace(one)]
    const taken =
      own?.one.entry === one.entry ? own.settled.find((old) => old.by === id && isSuperseded(old)) : undefined
    if (taken !== undefined) return taken
    const [stale] = [...(this.#staleBy.get(id) ?? [])].sort((a, b) => inOrder(a.one, b.one))
    return stale?.settled[0] ?? null
  }

  #catchUp(): void {
    if (this.#waiting.length === 0) return
    for (const one of this.#waiting.splice(0).sort(inOrder)) this.#put(one)
  }

  /** Puts a figure in its place and folds what it changes. */
  #put(one: FigureEntry): void {
    const step: Step = { one, key: figureKey(one), after: NOTHING, settled: [], replaced: [], isOld: false }
    const place = this.#findPlace(one)
    this.#steps.splice(place, 0, step)
    putInOrder(listOf(this.#stepsOf, step.key), step)
    const changed = new Set<string>()
    let at: number | null = place
    while (at !== null) {
      const isSame = this.#foldAt(at, changed)
      if (!isSame || at === place) at = at + 1 < this.#steps.length ? at + 1 : null
      else at = this.#findNext(at, changed)
    }
  }

  /** @returns whether the claimant stands by the same as before after this step */
  #foldAt(at: number, changed: Set<string>): boolean {
    const step = this.#steps[at]
    if (step === undefined) return true
    step.isOld = this.#wasReplacedBefore(step)
    const { after, settled, replaced } = fold(step.one, this.#steps[at - 1]?.after ?? NOTHING, step.isOld)
    const isSame = areSame(step.after, after)
    if (step.replaced.length > 0 || replaced.length > 0) {
      for (const key of step.replaced) {
        takeOut(listOf(this.#replacers, key), step)
        changed.add(key)
      }
      for (const key of replaced) {
        putInOrder(listOf(this.#replacers, key), step)
        changed.add(key)
      }
    }
    for (const old of step.settled) if (isStale(old, step)) this.#staleBy.get(old.by ?? '')?.delete(step)
    for (const old of settled) if (isStale(old, step)) setOf(this.#staleBy, old.by ?? '').add(step)
    step.after = isSame ? step.after : after
    step.settled = settled
    step.replaced = replaced
    return isSame
  }

  /** The next step behind `at` whose number is an old one now and was none, or the other way round; null when none is. */
  #findNext(at: number, changed: ReadonlySet<string>): number | null {
    const here = this.#steps[at]
    let next: Step | null = null
    if (here === undefined) return null
    for (const key of changed) {
      const steps = this.#stepsOf.get(key) ?? []
      const first = steps[countUpTo(steps, here.one)]
      if (first === undefined || first.isOld === this.#wasReplacedBefore(first)) continue
      if (next === null || inOrder(first.one, next.one) < 0) next = first
    }
    return next === null ? null : this.#findPlace(next.one)
  }

  #wasReplacedBefore({ key, one }: Step): boolean {
    const first = this.#replacers.get(key)?.[0]
    return first !== undefined && inOrder(first.one, one) < 0
  }

  /** How many steps stand before a figure. */
  #findPlace(one: FigureEntry): number {
    const last = this.#steps.at(-1)
    if (last === undefined || inOrder(last.one, one) < 0) return this.#steps.length
    return countBefore(this.#steps, one)
  }
}

const NOTHING: readonly CurrentFigure[] = []

type Folded = Pick<Step, 'after' | 'settled' | 'replaced'>

/** What a figure does to what its claimant stands by. */
function fold(one: FigureEntry, current: readonly CurrentFigure[], isOld: boolean): Folded {
  const { entry } = one
  const stale = findStale(one, current, isOld)
  if (stale !== null) return { after: current, settled: [{ entry, ...stale }], replaced: [] }
  const kept: CurrentFigure[] = []
  const settled: SettledClaim[] = []
  const replaced: string[] = []
  let first = entry
  for (const old of current) {
    const rule = ruleAgainst(one, old)
    if (rule === null) {
      kept.push(old)
      continue
    }
    if (rule === 'record/same-again') first = old.first
    else replaced.push(figureKey(old))
    settled.push({ entry: old.entry, state: 'superseded', by: entry.claim.id, rule })
  }
  return { after: [...kept, { ...one, first }], settled, replaced }
}

function areSame(a: readonly CurrentFigure[], b: readonly CurrentFigure[]): boolean {
  if (a === b) return true
  return a.length === b.length && a.every((one, i) => one.entry === b[i]?.entry && one.first === b[i]?.first)
}

function isSuperseded({ state }: SettledClaim): boolean {
  return state === 'superseded'
}

/** Whether the step settled itself as superseded, by a claim that stood already. */
function isStale(old: SettledClaim, { one }: Step): boolean {
  return old.entry === one.entry && isSuperseded(old)
}

function listOf(lists: Map<string, Step[]>, key: string): Step[] {
  const known = lists.get(key)
  if (known !== undefined) return known
  const list: Step[] = []
  lists.set(key, list)
  return list
}

function setOf(sets: Map<string, Set<Step>>, key: string): Set<Step> {
  const known = sets.get(key)
  if (known !== undefined) return known
  const set = new Set<Step>()
  sets.set(key, set)
  return set
}

function putInOrder(steps: Step[], step: Step): void {
  const last = steps.at(-1)
  if (last === undefined || inOrder(last.one, step.one) < 0) steps.push(step)
  else steps.splice(countBefore(steps, step.one), 0, step)
}

function takeOut(steps: Step[], step: Step): void {
  const at = countBefore(steps, step.one)
  if (steps[at] === step) steps.splice(at, 1)
}

/** How many of the steps, in their order, stand before a figure. */
function countBefore(steps: readonly Step[], one: FigureEntry): number {
  let low = 0
  let high = steps.length
  while (low < high) {
    const middle = (low + high) >> 1
    const step = steps[middle]
    if (step !== undefined && inOrder(step.one, one) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** The same with the figure itself. */
function countUpTo(steps: readonly Step[], one: FigureEntry): number {
  const at = countBefore(steps, one)
  return steps[at]?.one.entry === one.entry ? at + 1 : at
}

function figureKey({ figure: { measure, low, high, vague, scope, who } }: FigureEntry): string {
  return `${measure} ${low} ${high} ${vague} ${scope} ${who.join()}`
}

function inOrder(a: FigureEntry, b: FigureEntry): number {
  return compareSaid(a.entry, b.entry)
}

type Stale = Pick<SettledClaim, 'state' | 'by' | 'rule'>

/** Why a figure brings nothing new to what its claimant stands by; null when it does. */
function findStale(one: FigureEntry, current: readonly CurrentFigure[], isOldCount: boolean): Stale | null {
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
