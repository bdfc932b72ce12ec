/** Mean log-odds that a pair of reports which share no block is counted with: they have nothing rare in common. */
export const UNCOMPARED = -3
/** Log-odds of two groups (`fitOf`) from which they are one: above even, as a wrong merge hides what a question would show. */
export const MERGE_SCORE = 0.5

/**
 * How much the best pair of two groups counts beside the mean over all: a story weeks later is like one of the others and
 * unlike the rest. Of 0, 0.3, 0.5 and 0.7, all but 0 did about as well on the development sets.
 */
const BEST_SHARE = 0.5

/** Two reports, by their position in the list given, first the smaller. */
export interface ScoredPair {
  readonly a: number
  readonly b: number
  /** Log-odds that they tell of one incident. */
  readonly score: number
}

/** Which reports a person has put together or kept apart, by their positions. */
export interface Links {
  readonly together: readonly (readonly [number, number])[]
  readonly apart: readonly (readonly [number, number])[]
}

export interface Clusters {
  /** Positions in ascending order; groups ordered by their first. */
  readonly groups: readonly (readonly number[])[]
  /** Together-links that would have put kept-apart reports into one group. */
  readonly refused: readonly (readonly [number, number])[]
}

interface Link {
  sum: number
  n: number
  /** The best of them. */
  best: number
}

interface Group {
  readonly members: number[]
  /** Documents of its reports: two reports of one document are two incidents. */
  readonly documents: Set<string>
  /** By the other group's position. */
  readonly links: Map<number, Link>
  /** Reports that a person keeps out of it. */
  readonly barred: Set<number>
}

/**
 * Groups reports bottom-up: always the two groups that fit best, as long as that holds: half by their best pair, half by the
 * mean over every pair between them, compared or not, so that a chain A~B~C with A and C strangers does not hold as a whole.
 *
 * Kept-apart reports never meet. Together-links are made last and join what was grouped, so that nothing falls
 * apart by them; from the beginning, whoever is kept from one of two linked reports is kept from both. Ties go to the
 * smaller positions.
 *
 * @param documents for each report, its document and those of its followers
 */
export function clusterReports(
  documents: readonly (readonly string[])[],
  pairs: readonly ScoredPair[],
  links: Links,
): Clusters {
  const groups = new Map<number, Group>()
  documents.forEach((own, i) => {
    groups.set(i, { members: [i], documents: new Set(own), links: new Map(), barred: new Set() })
  })
  const home = documents.map((_, i) => i)
  for (const [a, b] of links.apart) {
    groups.get(a)?.barred.add(b)
    groups.get(b)?.barred.add(a)
  }
  for (const { a, b, score } of pairs) {
    groups.get(a)?.links.set(b, { sum: score, n: 1, best: score })
    groups.get(b)?.links.set(a, { sum: score, n: 1, best: score })
  }
  const { accepted, refused } = shareBars(links.together, groups)
  const queue = new Queue()
  for (const [a, group] of groups) for (const b of group.links.keys()) if (a < b) offer(a, b, groups, queue)
  for (let next = queue.take(); next !== null; next = queue.take()) {
    const { a, b, score } = next
    const [one, other] = [groups.get(a), groups.get(b)]
    if (one === undefined || other === undefined || fitOf(one, other, b) !== score) continue
    if (isBarred(one, other) || shareDocument(one, other)) continue
    join(a, b, groups, home)
    for (const c of one.links.keys()) offer(Math.min(a, c), Math.max(a, c), groups, queue)
  }
  for (const link of accepted) {
    const [a, b] = [home[link[0]] ?? 0, home[link[1]] ?? 0]
    if (a === b) continue
    const [one, other] = [groups.get(a), groups.get(b)]
    if (one === undefined || other === undefined || isBarred(one, other)) refused.push(link)
    else join(Math.min(a, b), Math.max(a, b), groups, home)
  }
  return { groups: [...groups.values()].map(({ members }) => members.toSorted((x, y) => x - y)), refused }
}

/** Lets reports that a person put together share whom they are kept from; a link that contradicts itself so is refused. */
function shareBars(
  together: Links['together'],
  groups: ReadonlyMap<number, Group>,
): { readonly accepted: readonly (readonly [number, number])[]; readonly refused: (readonly [number, number])[] } {
  const accepted: (readonly [number, number])[] = []
  const refused: (readonly [number, number])[] = []
  const linked = new Map<number, readonly number[]>()
  for (const link of together) {
    const [one, other] = link.map((position) => linked.get(position) ?? [position])
    if (one === undefined || other === undefined || one === other) continue
    const kept = new Set([...one, ...other].flatMap((member) => [...(groups.get(member)?.barred ?? [])]))
    const all = [...one, ...other]
    if (all.some((member) => kept.has(member) || !groups.has(member))) {
      refused.push(link)
      continue
    }
    accepted.push(link)
    for (const member of all) {
      linked.set(member, all)
      for (const barred of kept) {
        groups.get(member)?.barred.add(barred)
        groups.get(barred)?.barred.add(member)
      }
    }
  }
  return { accepted, refused }
}

/** Log-odds that two groups are one, by the best of their pairs and the mean over all. */
export function fitOfPairs(best: number, mean: number): number {
  return BEST_SHARE * best + (1 - BEST_SHARE) * mean
}

function fitOf(one: Group, other: Group, otherId: number): number {
  const { sum, n, best } = one.links.get(otherId) ?? { sum: 0, n: 0, best: UNCOMPARED }
  const all = one.members.length * other.members.length
  return fitOfPairs(best, (sum + (all - n) * UNCOMPARED) / all)
}

function isBarred(one: Group, other: Group): boolean {
  const [few, many] = one.barred.size <= other.barred.size ? [one, other] : [other, one]
  return few.barred.size > 0 && many.members.some((member) => few.barred.has(member))
}

function shareDocument(one: Group, other: Group): boolean {
  const [few, many] = one.documents.size <= other.documents.size ? [one, other] : [other, one]
  for (const document of few.documents) if (many.documents.has(document)) return true
  return false
}

/** Puts group `b` into `a`, with its links. */
function join(a: number, b: number, groups: Map<number, Group>, home: number[]): void {
  const [one, other] = [groups.get(a), groups.get(b)]
  if (one === undefined || other === undefined) return
  groups.delete(b)
  for (const member of other.members) home[member] = a
  one.members.push(...other.members)
  for (const document of other.documents) one.documents.add(document)
  for (const member of other.barred) one.barred.add(member)
  one.links.delete(b)
  for (const [c, { sum, n, best }] of other.links) {
    if (c === a) continue
    const known = one.links.get(c) ?? { sum: 0, n: 0, best: UNCOMPARED }
    const link = { sum: known.sum + sum, n: known.n + n, best: Math.max(known.best, best) }
    one.links.set(c, link)
    const third = groups.get(c)
    third?.links.delete(b)
    third?.links.set(a, link)
  }
}

function offer(a: number, b: number, groups: ReadonlyMap<number, Group>, queue: Queue): void {
  const [one, other] = [groups.get(a), groups.get(b)]
  if (one === undefined || other === undefined) return
  const score = fitOf(one, other, b)
  if (score >= MERGE_SCORE) queue.add({ a, b, score })
}

/** A binary heap: highest score first, then the smaller positions. */
class Queue {
  readonly #items: ScoredPair[] = []

  add(item: ScoredPair): void {
    let at = this.#items.push(item) - 1
    while (at > 0) {
      const up = (at - 1) >> 1
      const parent = this.#items[up]
      if (parent === undefined || isBefore(parent, item)) break
      this.#items[at] = parent
      at = up
    }
    this.#items[at] = item
  }

  take(): ScoredPair | null {
    const [first] = this.#items
    const last = this.#items.pop()
    if (first === undefined || last === undefined) return null
    if (this.#items.length === 0) return first
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      const [l, r] = [this.#items[left], this.#items[left + 1]]
      if (l === undefined) break
      const [child, position] = r !== undefined && isBefore(r, l) ? [r, left + 1] : [l, left]
      if (isBefore(last, child)) break
      this.#items[at] = child
      at = position
    }
    this.#items[at] = last
    return first
  }
}

function isBefore(x: ScoredPair, y: ScoredPair): boolean {
  return x.score !== y.score ? x.score > y.score : x.a !== y.a ? x.a < y.a : x.b <= y.b
}
