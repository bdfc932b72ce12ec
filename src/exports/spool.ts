/** Keeps texts under keys until they are written in the order of the keys: more of them than memory should hold. */
export interface Spool {
  has(key: string): boolean
  /** Keeps a text; in the place of the one that the key has. */
  set(key: string, text: string): void
  /** Every text in the order of the keys (UTF-16 units). */
  inOrder(): Iterable<string>
  close(): void
}

/** A spool in memory, for what fits. */
export function memorySpool(): Spool {
  const texts = new Map<string, string>()
  return {
    has: (key) => texts.has(key),
    set: (key, text) => void texts.set(key, text),
    *inOrder() {
      for (const key of [...texts.keys()].sort()) yield texts.get(key) ?? ''
    },
    close: () => texts.clear(),
  }
}
