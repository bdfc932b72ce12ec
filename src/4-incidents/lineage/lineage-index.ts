import type { LineageLink } from '../../model/incident.ts'
import type { DescribedText } from './describe-text.ts'
import { Furniture } from './furniture.ts'
import { gatherLineage, type WeighedLink } from './gather-lineage.ts'
import type { Lineage } from './lineage.ts'
import { compareSources, explainSource } from './order-sources.ts'
import { MAX_POSTINGS, PostingTable } from './posting-table.ts'
import { compareShingles, countStretches, type Overlap, type Shingles } from './read-shingles.ts'

/** One shingle in 4 is looked up; the comparison that follows looks at all that are kept. */
const POSTED = 3
/** Fewer words are a common phrase even when they are the same. */
const MIN_WORDS = 12
/**
 * What two texts must share: runs of five words, and the share of the shorter text that stands in the other. A wire is
 * copied within days, so texts further apart must share more, and so must two of one publisher. Set on the suite `copies`.
 */
const SOON = { runs: 9, containment: 0.2 }
const LATER = { runs: 20, containment: 0.4 }
const AT_HOME = { runs: 20, containment: 0.5 }
const SOON_DAYS = 7
/** So few common runs may be one sentence of background: they must stand apart, unless they are most of the text. */
const FEW_RUNS = 20
const MOST = 0.6
const DAY_MS = 86_400_000
/** Two texts that share less than this of the shorter one have little in common but the run at hand. */
const CLOSE = 0.3
/** Candidates compared in full for each document. */
const MAX_COMPARED = 16

/** Shingles looked up, and those of them that are no furniture. */
interface Tally {
  posted: number
  plain: number
}

/** Finds where texts come from as documents arrive. Cost of a document does not grow with the number of copies of it. */
export class LineageIndex {
  readonly #entries: DescribedText[] = []
  readonly #family: number[] = []
  readonly #byDigest = new Map<string, number>()
  readonly #byCapture = new Set<string>()
  readonly #links: WeighedLink[] = []
  readonly #postings = new PostingTable()
  readonly #furniture: Furniture
  readonly #learns: boolean

  /**
   * @param furniture what is known already of runs that unrelated texts share
   * @param learns whether what is added adds to it
   */
  constructor(furniture: Furniture = new Furniture(), learns = true) {
    this.#furniture = furniture
    this.#learns = learns
  }

  /**
   * Adds a document and returns its links to documents added before: to the text it shares most with in each family of copies.
   * A link points from the later text to its source, so it may be the other document's. Added twice, it has no further links.
   */
  add(text: DescribedText): readonly LineageLink[] {
    if (this.#byCapture.has(text.captureId)) return []
    const number = this.#entries.push(text) - 1
    this.#family.push(number)
    this.#byCapture.add(text.captureId)
    const { shingles } = text
    if (shingles.words < MIN_WORDS) return []
    const same = this.#byDigest.get(shingles.digest)
    if (same !== undefined) return [this.#link('exact', number, same, null)]
    this.#byDigest.set(shingles.digest, number)
    const links = this.#copies(number)
    this.#post(number)
    return links
  }

  /** Every link in the order found, with the share of the later text that comes from the other. */
  get links(): readonly WeighedLink[] {
    return this.#links
  }

  /**
   * What is known so far, whatever the order of arrival: texts that share words with another are gone through again, sources
   * first, so that a source that came late takes its place above its copies. Costs as much as adding those texts.
   */
  lineage(): Lineage {
    const members = new Map<number, number>()
    this.#entries.forEach((_, number) => {
      const root = this.#rootOf(number)
      members.set(root, (members.get(root) ?? 0) + 1)
    })
    const shared = this.#entries.filter((_, number) => (members.get(this.#rootOf(number)) ?? 0) > 1)
    const again = new LineageIndex(this.#furniture, false)
    for (const text of shared.sort(compareSources)) again.add(text)
    return gatherLineage(this.#entries, again.links)
  }

  #copies(number: number): LineageLink[] {
    const own = this.#entry(number)
    const votes = this.#vote(own.shingles)
    if (this.#learns) this.#learn(own.shingles)
    const likely = [...votes]
      .sort(([a, m], [b, n]) => n - m || compareSources(this.#entry(a), this.#entry(b)))
      .slice(0, MAX_COMPARED)
    const found: { readonly other: number; readonly share: number; readonly overlap: Overlap }[] = []
    for (const [other] of likely) {
      const overlap = this.#compare(own.shingles, this.#entry(other).shingles)
      const bar = barFor(own, this.#entry(other))
      if (overlap.common * overlap.scale < bar.runs || containmentOf(overlap) < bar.containment) continue
      if (overlap.common * overlap.scale < FEW_RUNS && containmentOf(overlap) < MOST) {
        if (countStretches(own.shingles, this.#entry(other).shingles) < 2) continue
      }
      found.push({ other, overlap, share: overlap.common / Math.max(1, overlap.left) })
    }
    found.sort((a, b) => b.share - a.share || compareSources(this.#entry(a.other), this.#entry(b.other)))
    const links: LineageLink[] = []
    for (const { other, overlap } of found) {
      if (this.#rootOf(other) === this.#rootOf(number)) continue
      links.push(this.#link('copy', number, other, overlap))
    }
    return links
  }

  /** How many of the shingles looked up each text before it holds. */
  #vote(shingles: Shingles): Map<number, number> {
    const votes = new Map<number, number>()
    for (const hash of shingles.hashes) {
      if ((hash & POSTED) !== 0 || this.#furniture.has(hash)) continue
      const holders = this.#postings.at(hash)
      if (holders.length >= MAX_POSTINGS) continue
      for (const holder of holders) votes.set(holder, (votes.get(holder) ?? 0) + 1)
    }
    return votes
  }

  /** Notes for each shingle that an earlier text holds whether the two have more in common. */
  #learn(shingles: Shingles): void {
    const closeness = new Map<number, number>()
    for (const hash of shingles.hashes) {
      if ((hash & POSTED) !== 0) continue
      const holders = this.#postings.at(hash)
      if (holders.length === 0) continue
      let closest = 0
      for (const holder of holders) {
        const known = closeness.get(holder)
        const share = known ?? containmentOf(compareShingles(shingles, this.#entry(holder).shingles))
        if (known === undefined) closeness.set(holder, share)
        closest = Math.max(closest, share)
      }
      this.#furniture.note(hash, closest < CLOSE)
    }
  }

  /** Compares two texts without the furniture that they hold, as far as it is known from the shingles looked up. */
  #compare(a: Shingles, b: Shingles): Overlap {
    const both: Tally = { posted: 0, plain: 0 }
    const { common, left, right, scale } = compareShingles(a, b, (hash) => this.#count(hash, both))
    return {
      common: common * plainShare(both),
      left: left * this.#plainShareOf(a),
      right: right * this.#plainShareOf(b),
      scale,
    }
  }

  #plainShareOf(shingles: Shingles): number {
    const tally: Tally = { posted: 0, plain: 0 }
    for (const hash of shingles.hashes) this.#count(hash, tally)
    return plainShare(tally)
  }

  #count(hash: number, tally: Tally): void {
    if ((hash & POSTED) !== 0) return
    tally.posted++
    if (!this.#furniture.has(hash)) tally.plain++
  }

  /** Enters the shingles that no text of the family holds yet: a thousand copies fill no more places than one. */
  #post(number: number): void {
    const family = this.#rootOf(number)
    const posted = this.#entry(number).shingles.hashes.filter((hash) => (hash & POSTED) === 0)
    for (const hash of posted) {
      const holders = this.#postings.at(hash)
      if (holders.length >= MAX_POSTINGS || holders.some((holder) => this.#rootOf(holder) === family)) continue
      this.#postings.add(hash, number)
    }
  }

  /** @param overlap with `a` on the left; null when all words are the same */
  #link(kind: 'exact' | 'copy', a: number, b: number, overlap: Overlap | null): LineageLink {
    const isFirst = compareSources(this.#entry(a), this.#entry(b)) < 0
    const [source, copy] = isFirst ? [this.#entry(a), this.#entry(b)] : [this.#entry(b), this.#entry(a)]
    const containment = overlap === null ? 1 : containmentOf(overlap)
    const rule = kind === 'exact' ? 'lineage/same-words' : 'lineage/shared-runs'
    const reason =
      kind === 'exact'
        ? `all ${copy.words} words are the same`
        : `${Math.round(containment * 100)} % of the shorter text's runs of five words stand in the other`
    const link: LineageLink = {
      captureId: copy.captureId,
      from: source.captureId,
      kind,
      containment,
      trace: [
        { rule, quote: copy.title, reason },
        { rule: 'lineage/source', quote: source.title, reason: explainSource(source, copy) },
      ],
    }
    const share = overlap === null ? 1 : overlap.common / Math.max(1, isFirst ? overlap.right : overlap.left)
    this.#links.push({ link, share })
    this.#family[this.#rootOf(a)] = this.#rootOf(b)
    return link
  }

  #entry(number: number): DescribedText {
    const entry = this.#entries[number]
    if (entry === undefined) throw new RangeError(`no document ${number}`)
    return entry
  }

  #rootOf(number: number): number {
    let root = number
    for (let up = this.#family[root]; up !== undefined && up !== root; up = this.#family[root]) root = up
    this.#family[number] = root
    return root
  }
}

function plainShare({ posted, plain }: Tally): number {
  return posted === 0 ? 1 : plain / posted
}

function containmentOf({ common, left, right }: Overlap): number {
  return common / Math.max(1, Math.min(left, right))
}

function barFor(a: DescribedText, b: DescribedText): { readonly runs: number; readonly containment: number } {
  if (a.publisher !== null && a.publisher === b.publisher) return AT_HOME
  if (a.publishedAt === null || b.publishedAt === null) return SOON
  const days = Math.abs(Date.parse(a.publishedAt.slice(0, 10)) - Date.parse(b.publishedAt.slice(0, 10))) / DAY_MS
  return days > SOON_DAYS ? LATER : SOON
}
