import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'

import type { Spool } from '../../exports/spool.ts'

/** Texts are written together from this many characters on. */
const WRITE_FROM = 1 << 20

/** A spool in a file, of which memory holds the keys alone. The file is gone when it is closed. */
export class FileSpool implements Spool {
  readonly #path: string
  readonly #file: number
  readonly #places = new Map<string, { readonly at: number; readonly length: number }>()
  #waiting: Buffer[] = []
  #waitingBytes = 0
  #end = 0

  /** @param path of a file that is not there yet */
  constructor(path: string) {
    this.#path = path
    this.#file = openSync(path, 'wx+', 0o600)
  }

  has(key: string): boolean {
    return this.#places.has(key)
  }

  set(key: string, text: string): void {
    const bytes = Buffer.from(text)
    this.#places.set(key, { at: this.#end, length: bytes.length })
    this.#end += bytes.length
    this.#waiting.push(bytes)
    this.#waitingBytes += bytes.length
    if (this.#waitingBytes >= WRITE_FROM) this.#flush()
  }

  *inOrder(): Iterable<string> {
    this.#flush()
    for (const key of [...this.#places.keys()].sort()) {
      const { at, length } = this.#places.get(key) ?? { at: 0, length: 0 }
      const bytes = Buffer.alloc(length)
      for (let read = 0; read < length;) {
        const count = readSync(this.#file, bytes, read, length - read, at + read)
        if (count === 0) throw new RangeError(`${this.#path} ends before its last text`)
        read += count
      }
      yield bytes.toString('utf8')
    }
  }

  close(): void {
    closeSync(this.#file)
    rmSync(this.#path, { force: true })
  }

  #flush(): void {
    const bytes = Buffer.concat(this.#waiting)
    for (let written = 0; written < bytes.length;) written += writeSync(this.#file, bytes, written)
    this.#waiting = []
    this.#waitingBytes = 0
  }
}
