import { blockKeys } from './block-keys.ts'
import type { WeighedReport } from './weigh-words.ts'

/** Reports of a block that are still compared each with each. */
const MAX_EACH_WITH_EACH = 48
/** Representatives of a larger block: each of its reports is compared with these only. */
const MAX_REPRESENTATIVES = 24
/** Log-odds from which a report of a large block follows the representative that it fits best: nine in ten. */
const FOLLOW_SCORE = 2
/** Log-odds from which no better representative is looked for. */
const SAME_FOR_CERTAIN = 4

/** Two reports, by their position in the list given, first the smaller. */
export interface ScoredPair {
  readonly a: number
  readonly b: number
  /** Log-odds that they tell of one incident. */
  readonly score: number
}

export interface FoundPairs {
  readonly pairs: readonly ScoredPair[]
  /** Reports of large blocks that follow a representative wherever it goes, by position. */
  readonly followers: ReadonlyMap<number, number>
}

type Score = (a: WeighedReport, b: WeighedReport) => number

/**
 * The pairs worth comparing: those that share a block, scored once.
 *
 * A block of one large event is folded onto representatives, so that the work grows with the reports and not with their
 * pairs. The result depends on the set of reports alone: `reports` are in the order of their keys.
 *
 * @param decided positions of reports that a person has decided on: they follow nobody
 */
export function findPairs(reports: readonly WeighedReport[], score: Score, decided: ReadonlySet<number>): FoundPairs {
  const followers = new Map<number, number>()
  const documents = reports.map(({ profile }) => new Set([profile.ref.captureId]))
  const scores = new Map<number, Map<number, number>>()
  const compare = (x: number, y: number): number => {
    const [a, b] = x < y ? [x, y] : [y, x]
    const [one, other] = [reports[a], reports[b]]
    const known = scores.get(a)?.get(b)
    if (known !== undefined || one === undefined || other === undefined) return known ?? Number.NEGATIVE_INFINITY
    const found =
      one.profile.ref.captureId === other.profile.ref.captureId ? Number.NEGATIVE_INFINITY : score(one, other)
    const row = scores.get(a)
    if (row === undefined) scores.set(a, new Map([[b, found]]))
    else row.set(b, found)
    return found
  }
  /** How well a report can follow a representative; null when it may not. */
  const fitLeader = (member: number, leader: number): number | null => {
    const captureId = reports[member]?.profile.ref.captureId ?? ''
    if (decided.has(member) || documents[member]?.size !== 1 || documents[leader]?.has(captureId) !== false) return null
    return compare(leader, member)
  }
  const follow = (member: number, leader: number): void => {
    documents[leader]?.add(reports[member]?.profile.ref.captureId ?? '')
    followers.set(member, leader)
  }
  for (const members of readBlocks(reports)) {
    const own = members.filter((member) => !followers.has(member))
    const leaders = isLargeBlock(own.length) ? foldBlock(own, fitLeader, follow) : own
    for (let j = 1; j < leaders.length; j++) for (let i = 0; i < j; i++) compare(leaders[i] ?? 0, leaders[j] ?? 0)
  }
  const pairs = [...scores].flatMap(([a, row]) => [...row].map(([b, found]) => ({ a, b, score: found })))
  return {
    pairs: pairs.filter(
      (pair) => !followers.has(pair.a) && !followers.has(pair.b) && pair.score > Number.NEGATIVE_INFINITY,
    ),
    followers,
  }
}

/** Whether a block is folded onto representatives. */
export function isLargeBlock(size: number): boolean {
  return size > MAX_EACH_WITH_EACH
}

/** Members of each block with two or more, largest block first, then by key. */
function readBlocks(reports: readonly WeighedReport[]): number[][] {
  const blocks = new Map<string, number[]>()
  reports.forEach(({ profile }, i) => {
    for (const key of blockKeys(profile)) {
      const block = blocks.get(key)
      if (block === undefined) blocks.set(key, [i])
      else block.push(i)
    }
  })
  return [...blocks]
    .filter(([, members]) => members.length > 1)
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([, members]) => members)
}

/** Sends every report of a large block that plainly is a representative's incident to it; gives back the representatives. */
function foldBlock(
  members: readonly number[],
  fitLeader: (member: number, leader: number) => number | null,
  follow: (member: number, leader: number) => void,
): number[] {
  const leaders: number[] = []
  for (const member of members) {
    let best: { readonly leader: number; readonly score: number } | null = null
    for (const leader of leaders) {
      const score = fitLeader(member, leader)
      if (score !== null && score > (best?.score ?? FOLLOW_SCORE)) best = { leader, score }
      if (score !== null && score >= SAME_FOR_CERTAIN) break
    }
    if (best !== null) follow(member, best.leader)
    else if (leaders.length < MAX_REPRESENTATIVES) leaders.push(member)
  }
  return leaders
}
