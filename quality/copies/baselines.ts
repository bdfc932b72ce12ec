import { hash } from 'node:crypto'

/** A text of the test set. */
export interface ComparedText {
  readonly id: string
  readonly text: string
}

/** Largest Hamming distance of two SimHashes that counts as a copy (as measured in research/ingestion.md, section 10). */
const MAX_BITS = 6
const MIN_PARAGRAPH_WORDS = 8

/** Baseline: SimHash of 64 bits over shingles of three words, at most 6 bits apart. Pairs as "id id", smaller first. */
export function findSimHashCopies(texts: readonly ComparedText[]): Set<string> {
  const hashes = texts.map(({ text }) => simHash(text))
  const pairs = new Set<string>()
  for (let i = 0; i < texts.length; i++) {
    const [low = 0, high = 0] = hashes[i] ?? []
    for (let j = i + 1; j < texts.length; j++) {
      const [otherLow = 0, otherHigh = 0] = hashes[j] ?? []
      if (ones(low ^ otherLow) + ones(high ^ otherHigh) <= MAX_BITS) pairs.add(pairOf(texts[i], texts[j]))
    }
  }
  return pairs
}

/** Baseline: a paragraph of 8 or more words is the same in both, letter by letter. */
export function findParagraphCopies(texts: readonly ComparedText[]): Set<string> {
  const holders = new Map<string, ComparedText[]>()
  for (const one of texts) {
    for (const paragraph of new Set(one.text.split('\n').map((line) => line.trim()))) {
      if (paragraph.split(/\s+/u).length < MIN_PARAGRAPH_WORDS) continue
      const known = holders.get(paragraph)
      if (known === undefined) holders.set(paragraph, [one])
      else known.push(one)
    }
  }
  const pairs = new Set<string>()
  for (const group of holders.values())
    for (const [i, one] of group.entries()) for (const other of group.slice(i + 1)) pairs.add(pairOf(one, other))
  return pairs
}

export function pairOf(a: ComparedText | undefined, b: ComparedText | undefined): string {
  return [a?.id ?? '', b?.id ?? ''].sort().join(' ')
}

function simHash(text: string): [low: number, high: number] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const counts = new Int32Array(64)
  for (let i = 0; i + 3 <= words.length; i++) {
    const digest = hash('md5', words.slice(i, i + 3).join(' '), 'buffer')
    for (let bit = 0; bit < 64; bit++)
      counts[bit] = (counts[bit] ?? 0) + ((((digest[bit >> 3] ?? 0) >> (bit & 7)) & 1) * 2 - 1)
  }
  let low = 0
  let high = 0
  for (let bit = 0; bit < 32; bit++) {
    if ((counts[bit] ?? 0) > 0) low |= 1 << bit
    if ((counts[bit + 32] ?? 0) > 0) high |= 1 << bit
  }
  return [low, high]
}

function ones(bits: number): number {
  let v = bits - ((bits >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
