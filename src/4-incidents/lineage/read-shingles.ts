import type { Document, LineRole } from '../../model/document.ts'

/** Lines that carry the text which outlets copy. Headlines are each outlet's own; lines that are set aside are not the article. */
const COPIED_ROLES: ReadonlySet<LineRole> = new Set(['body', 'bullet', 'caption'])
/** Words in a shingle. Shorter ones are common phrases, longer ones do not outlive edits. */
const SHINGLE_WORDS = 5
/** Up to so many words every shingle is kept; beyond, one in 2, then one in 4: a text is compared at the coarser of two densities. */
const WORDS_KEPT_WHOLE = 256
const WORDS_KEPT_BY_HALF = 1024

const APOSTROPHE = 39
const OTHER_LETTER = /[\p{L}\p{N}\p{M}]/u

const NONE = new Uint32Array(0)

/** The sampled shingles of a document's running text. */
export interface Shingles {
  /** Hashes in rising order, without repeats: those that `1 << density` divides. */
  readonly hashes: Uint32Array
  /** Every shingle in the order of the text, for texts of which every one is kept; empty for longer ones. */
  readonly inOrder: Uint32Array
  /** 0: every shingle; 1: one in 2; 2: one in 4. */
  readonly density: 0 | 1 | 2
  /** Words of the running text. */
  readonly words: number
  /** Digest of the words in their order: equal for equal texts, whatever their case, marks and line breaks. */
  readonly digest: string
}

/** Reads the running text of a document (no headlines, no lines that are set aside) into sampled shingles of five words. */
export function readShingles(document: Document): Shingles {
  const words: number[] = []
  for (const line of document.lines) {
    if (COPIED_ROLES.has(line.role)) hashWords(document.text, line.start, line.end, words)
  }
  const density = words.length <= WORDS_KEPT_WHOLE ? 0 : words.length <= WORDS_KEPT_BY_HALF ? 1 : 2
  const mask = (1 << density) - 1
  const kept: number[] = []
  for (let at = 0; at + SHINGLE_WORDS <= words.length; at++) {
    const hash = hashRun(words, at, at + SHINGLE_WORDS, 0)
    if ((hash & mask) === 0) kept.push(hash)
  }
  const sorted = Uint32Array.from(kept).sort()
  const hashes = sorted.filter((hash, i) => i === 0 || hash !== sorted[i - 1])
  const digest = [1, 2, 3].map((seed) => hashRun(words, 0, words.length, seed).toString(36)).join('-')
  return {
    hashes,
    inOrder: density === 0 ? Uint32Array.from(kept) : NONE,
    density,
    words: words.length,
    digest: `${words.length}-${digest}`,
  }
}

/** Appends a hash for each word in [start, end): letters and digits of any script, lower case; marks inside a number or word are left out. */
function hashWords(text: string, start: number, end: number, words: number[]): void {
  let hash = 0
  let isInside = false
  for (let i = start; i < end; i++) {
    const unit = letterOf(text, i)
    if (unit > 0) {
      hash = Math.imul(hash ^ unit, 0x01000193)
      isInside = true
    } else if (isInside && unit === 0) {
      words.push(hash)
      hash = 0
      isInside = false
    }
  }
  if (isInside) words.push(hash)
}

/** The unit in lower case when it is part of a word, -1 when it is passed over inside one (an apostrophe), else 0. */
function letterOf(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit < 128) {
    if ((unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57)) return unit
    if (unit >= 65 && unit <= 90) return unit + 32
    return unit === APOSTROPHE ? -1 : 0
  }
  if (unit === 0x2019 || unit === 0x2018) return -1
  if (unit >= 0xd800 && unit <= 0xdfff) return unit
  const letter = text.charAt(at)
  return OTHER_LETTER.test(letter) ? letter.toLowerCase().charCodeAt(0) : 0
}

/** Hash of a run of words, mixed so that its low bits are fair (the finaliser of MurmurHash3). */
function hashRun(words: readonly number[], from: number, to: number, seed: number): number {
  let hash = seed
  for (let i = from; i < to; i++) hash = Math.imul(hash, 0x9e3779b1) + (words[i] ?? 0) + ((hash >>> 15) | 0)
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Shingles that two texts have in common, and how many each has, at the coarser density of the two. */
export interface Overlap {
  readonly common: number
  readonly left: number
  readonly right: number
  /** How many shingles of the text one counted here stands for. */
  readonly scale: number
}

/** Compares two texts shingle by shingle. @param onCommon called for each shingle that both hold */
export function compareShingles(a: Shingles, b: Shingles, onCommon: (hash: number) => void = () => {}): Overlap {
  const density = Math.max(a.density, b.density)
  const mask = (1 << density) - 1
  let common = 0
  let left = 0
  let right = 0
  let j = 0
  for (const hash of a.hashes) {
    if ((hash & mask) !== 0) continue
    left++
    while (j < b.hashes.length && (b.hashes[j] ?? 0) < hash) j++
    if (b.hashes[j] !== hash) continue
    common++
    onCommon(hash)
  }
  for (const hash of b.hashes) if ((hash & mask) === 0) right++
  return { common, left, right, scale: 1 << density }
}

/** In how many stretches that do not touch the shorter text shares words with the other; 2 when the order of neither is kept. */
export function countStretches(a: Shingles, b: Shingles): number {
  const [shorter, other] = a.words <= b.words ? [a, b] : [b, a]
  if (shorter.inOrder.length === 0) return 2
  const held = new Set(other.hashes)
  const mask = (1 << other.density) - 1
  let stretches = 0
  let last = -SHINGLE_WORDS
  shorter.inOrder.forEach((hash, at) => {
    if ((hash & mask) !== 0 || !held.has(hash)) return
    if (at - last >= SHINGLE_WORDS) stretches++
    last = at
  })
  return stretches
}
