import { unpackProfile } from './pack-profile.ts'
import { type WeighedReport, weighWords } from './weigh-words.ts'

/** Profiles of one generation; twice as many are kept at most: about those that a month of 1,000 reports a day meets. */
const GENERATION = 16_000
/** Characters of a packed profile that count as one; what is longer counts as more, so that long texts fill no memory. */
const ORDINARY_LENGTH = 2500

interface Kept {
  readonly packed: string
  readonly weighed: WeighedReport
}

/** Profiles that were weighed in batches before: the reports of one day meet the same ones again. Those not met for long go. */
export class WeighedProfiles {
  #young = new Map<string, Kept>()
  #old = new Map<string, Kept>()
  #size = 0

  /** The weighed profile of a report, by its key and packed profile. */
  weigh(key: string, packed: string): WeighedReport {
    const young = this.#young.get(key)
    if (young?.packed === packed) return young.weighed
    const old = this.#old.get(key)
    const weighed = old?.packed === packed ? old.weighed : weighWords(unpackProfile(packed))
    this.keep(key, packed, weighed)
    return weighed
  }

  keep(key: string, packed: string, weighed: WeighedReport): void {
    if (this.#size >= GENERATION) {
      this.#old = this.#young
      this.#young = new Map()
      this.#size = 0
    }
    this.#size += Math.max(1, packed.length / ORDINARY_LENGTH)
    this.#young.set(key, { packed, weighed })
  }
}
