/** How many documents may stand under one shingle; a shingle that more unrelated texts share is a common phrase or boilerplate. */
export const MAX_POSTINGS = 12
const FIRST_SLOTS = 1 << 12
/** Share of slots in use at which the table doubles. */
const MAX_LOAD = 0.5

/** Which documents hold a shingle: an open-addressing table of 8 bytes a slot, so that tens of millions fit in memory. */
export class PostingTable {
  #keys = new Uint32Array(FIRST_SLOTS)
  /** Number of the document and 1; 0 for an empty slot. */
  #values = new Uint32Array(FIRST_SLOTS)
  #used = 0

  /** Documents under a shingle, in no order, at most `MAX_POSTINGS`. */
  at(key: number): number[] {
    const found: number[] = []
    const mask = this.#keys.length - 1
    for (let slot = slotOf(key, mask); this.#values[slot] !== 0; slot = (slot + 1) & mask) {
      if (this.#keys[slot] === key) found.push((this.#values[slot] ?? 0) - 1)
    }
    return found
  }

  /** Adds a document under a shingle. The caller keeps to `MAX_POSTINGS`. */
  add(key: number, document: number): void {
    if (this.#used >= this.#keys.length * MAX_LOAD) this.#grow()
    this.#put(key, document + 1)
    this.#used++
  }

  #put(key: number, value: number): void {
    const mask = this.#keys.length - 1
    let slot = slotOf(key, mask)
    while (this.#values[slot] !== 0) slot = (slot + 1) & mask
    this.#keys[slot] = key
    this.#values[slot] = value
  }

  #grow(): void {
    const keys = this.#keys
    const values = this.#values
    this.#keys = new Uint32Array(keys.length * 2)
    this.#values = new Uint32Array(keys.length * 2)
    values.forEach((value, slot) => {
      if (value !== 0) this.#put(keys[slot] ?? 0, value)
    })
  }
}

function slotOf(key: number, mask: number): number {
  const mixed = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 15)) & mask
}
