import { blockKeys } from './block-keys.ts'
import { hashWord } from './hash-word.ts'
import type { ReportProfile } from './report-profile.ts'
import { rarityOf } from './word-rarity.ts'

/** Of a profile, what two reports are compared by besides their words. */
export type ComparedProfile = Omit<ReportProfile, 'words' | 'coreWords' | 'titleWords'>

/** A report with its words weighed by how rare they are in news. Many are kept in memory, so its words are kept as numbers. */
export interface WeighedReport {
  readonly profile: ComparedProfile
  /** All its words by how often they occur. */
  readonly all: WordVector
  readonly core: WordVector
  readonly title: WordVector
  /** The blocks that it stands in, in the order of `blockKeys`. */
  readonly blocks: Float64Array
  /** The same, ascending. */
  readonly sortedBlocks: Float64Array
}

/** Words as numbers in ascending order, each with its weight at the same position. */
export interface WordVector {
  readonly words: Uint32Array
  readonly weights: Float64Array
  /** The Euclidean norm of the weights. */
  readonly length: number
}

const DOUBLE_BYTES = 8
const WORD_BYTES = 4

export function weighWords(full: ReportProfile): WeighedReport {
  const { words, coreWords, titleWords } = full
  const keys = blockKeys(full)
  const memory = new Memory(keys.length, words.size + coreWords.size + titleWords.size)
  const all = memory.vector(words, (word) => words.get(word) ?? 0)
  const core = memory.vector(coreWords, () => 1)
  const title = memory.vector(titleWords, () => 1)
  const [blocks, sortedBlocks] = [memory.doubles(keys.length), memory.doubles(keys.length)]
  blocks.set(keys)
  sortedBlocks.set(keys)
  sortedBlocks.sort()
  return { profile: withoutWords(full), all, core, title, blocks, sortedBlocks }
}

function withoutWords({
  words: _words,
  coreWords: _coreWords,
  titleWords: _titleWords,
  ...rest
}: ReportProfile): ComparedProfile {
  return {
    ...rest,
    names: shareEmpty(rest.names),
    ages: shareEmpty(rest.ages),
    weapons: shareEmpty(rest.weapons),
    actorWords: shareEmpty(rest.actorWords),
    claimDays: shareEmpty(rest.claimDays),
    placeWords: shareEmpty(rest.placeWords),
    placeSkeletons: shareEmpty(rest.placeSkeletons),
    facilityWords: shareEmpty(rest.facilityWords),
    siteKinds: shareEmpty(rest.siteKinds),
    namedKinds: shareEmpty(rest.namedKinds),
  }
}

const NOTHING: ReadonlySet<never> = new Set()

/** Most of a report's sets are empty, and an empty one takes as much room as a small one. */
function shareEmpty<T>(set: ReadonlySet<T>): ReadonlySet<T> {
  return set.size === 0 ? NOTHING : set
}

/** All numbers of one report, in one piece: many small pieces cost more than they hold. */
class Memory {
  readonly #buffer: ArrayBuffer
  #nextDouble = 0
  #nextWord: number

  constructor(blocks: number, words: number) {
    const doubles = (2 * blocks + words) * DOUBLE_BYTES
    this.#buffer = new ArrayBuffer(doubles + words * WORD_BYTES)
    this.#nextWord = doubles
  }

  doubles(count: number): Float64Array {
    const made = new Float64Array(this.#buffer, this.#nextDouble, count)
    this.#nextDouble += made.byteLength
    return made
  }

  vector(from: Pick<ReadonlySet<string>, 'size' | 'keys'>, timesOf: (word: string) => number): WordVector {
    const weights = this.doubles(from.size)
    const words = new Uint32Array(this.#buffer, this.#nextWord, from.size)
    this.#nextWord += words.byteLength
    const given: number[] = []
    const order = new Float64Array(from.size)
    for (const word of from.keys()) {
      order[given.length] = hashWord(word) * POSITIONS + given.length
      given.push((1 + Math.log(timesOf(word))) * rarityOf(word))
    }
    order.sort()
    let sum = 0
    for (let i = 0; i < order.length; i++) {
      const one = order[i] ?? 0
      const weight = given[one % POSITIONS] ?? 0
      words[i] = Math.floor(one / POSITIONS)
      weights[i] = weight
      sum += weight * weight
    }
    return { words, weights, length: Math.sqrt(sum) }
  }
}

/** More words than a report can have: a hash of 32 bits and a position come to a whole number of 53. */
const POSITIONS = 2 ** 21
