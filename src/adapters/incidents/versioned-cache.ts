import type { StoreVersion, Written } from './report-cache.ts'

/** What was asked for last, as long as the store is as it was: twice one generation at most. */
export class VersionedCache<Key, Value> {
  readonly #most: number
  readonly #sizeOf: (value: Value) => number
  #version: StoreVersion = { epoch: -1, generation: -1 }
  #young = new Map<Key, Value>()
  #old = new Map<Key, Value>()
  #size = 0

  /**
   * @param most size of one generation
   * @param sizeOf what a value counts in it
   */
  constructor(most: number, sizeOf: (value: Value) => number = () => 1) {
    this.#most = most
    this.#sizeOf = sizeOf
  }

  /** Forgets everything when another process has written since. */
  keepFor(version: StoreVersion): void {
    if (isSame(version, this.#version)) return
    this.forgetAll()
    this.#version = version
  }

  /** Whether what is kept was right before a write of our own, so that it can be made right again; else it is forgotten when next used. */
  follow({ before, after }: Written): boolean {
    if (!isSame(before, this.#version) || after.epoch !== before.epoch) return false
    this.#version = after
    return true
  }

  get(key: Key): Value | undefined {
    const young = this.#young.get(key)
    if (young !== undefined) return young
    const old = this.#old.get(key)
    if (old !== undefined) this.set(key, old)
    return old
  }

  /** The same, without its being asked for. */
  peek(key: Key): Value | undefined {
    return this.#young.get(key) ?? this.#old.get(key)
  }

  set(key: Key, value: Value): void {
    if (this.#size >= this.#most) {
      this.#old = this.#young
      this.#young = new Map()
      this.#size = 0
    }
    this.#size += this.#sizeOf(value)
    this.#young.set(key, value)
  }

  /** Another value for a key that is kept. */
  replace(key: Key, value: Value): void {
    for (const half of [this.#young, this.#old]) if (half.has(key)) half.set(key, value)
  }

  delete(key: Key): void {
    this.#young.delete(key)
    this.#old.delete(key)
  }

  forgetAll(): void {
    this.#young = new Map()
    this.#old = new Map()
    this.#size = 0
  }
}

function isSame(a: StoreVersion, b: StoreVersion): boolean {
  return a.epoch === b.epoch && a.generation === b.generation
}
