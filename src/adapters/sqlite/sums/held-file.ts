import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'

const held = new Map<string, { readonly descriptor: number; holders: number }>()

/**
 * The database file opened for reading its bytes beside SQLite.
 *
 * POSIX drops all locks of a process on a file when the process closes any descriptor of it, and SQLite's locks are such:
 * so all holders of a process share one descriptor, which is closed when the last one lets go. Hold it before SQLite opens
 * the file and release it after SQLite closed it. Nothing else in the process may open the file.
 */
export class HeldFile {
  readonly #key: string
  readonly #descriptor: number
  #isReleased = false

  constructor(path: string) {
    this.#key = keyOf(statSync(path))
    const known = held.get(this.#key)
    if (known === undefined) {
      this.#descriptor = openSync(path, 'r')
      held.set(this.#key, { descriptor: this.#descriptor, holders: 1 })
    } else {
      known.holders++
      this.#descriptor = known.descriptor
    }
  }

  /** Whether it is still the file of that name, and was not replaced or removed. */
  isAt(path: string): boolean {
    const stat = statSync(path, { throwIfNoEntry: false })
    return stat !== undefined && keyOf(stat) === this.#key
  }

  /** Bytes. */
  get size(): number {
    return fstatSync(this.#descriptor).size
  }

  /** Fills `into` with the bytes from `offset` on; fewer at the end of the file. */
  read(offset: number, into: Buffer): Buffer {
    return readFully(this.#descriptor, offset, into)
  }

  release(): void {
    const known = held.get(this.#key)
    if (this.#isReleased || known === undefined) return
    this.#isReleased = true
    known.holders--
    if (known.holders > 0) return
    held.delete(this.#key)
    closeSync(known.descriptor)
  }
}

function keyOf({ dev, ino }: { readonly dev: number; readonly ino: number }): string {
  return `${dev}:${ino}`
}

/** Fills a buffer from `offset` on; gives the part of it that was filled, which is less at the end of the file. */
export function readFully(descriptor: number, offset: number, into: Buffer): Buffer {
  let filled = 0
  while (filled < into.length) {
    const count = readSync(descriptor, into, filled, into.length - filled, offset + filled)
    if (count === 0) break
    filled += count
  }
  return into.subarray(0, filled)
}
