import { createHash } from 'node:crypto'
import { closeSync, createReadStream, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import type { Writable } from 'node:stream'

import type { Piece } from '../../exports/export-encoder.ts'
import { writerTo } from '../write-out.ts'

/** Pieces are written together from this many bytes on. */
const WRITE_FROM = 1 << 18

/**
 * A file of an export as it is written: beside the place where it is to lie, until its digest is logged. What memory holds of it
 * are the pieces that wait to be written together.
 */
export class ExportSink {
  readonly path: string
  readonly #part: string
  readonly #file: number
  readonly #hash = createHash('sha256')
  #waiting: Buffer[] = []
  #waitingBytes = 0
  #isOpen = true
  #sha256 = ''

  /** @throws {Error} of the system when the file cannot be made */
  constructor(path: string) {
    this.path = path
    this.#part = `${path}.part`
    this.#file = openSync(this.#part, 'w')
  }

  write(piece: Piece): void {
    if (piece.length === 0) return
    const bytes = Buffer.from(piece)
    this.#hash.update(bytes)
    this.#waiting.push(bytes)
    this.#waitingBytes += bytes.length
    if (this.#waitingBytes >= WRITE_FROM) this.#flush()
  }

  end(): void {
    this.#flush()
    closeSync(this.#file)
    this.#isOpen = false
    this.#sha256 = this.#hash.digest('hex')
  }

  get name(): string {
    return this.path.slice(Math.max(this.path.lastIndexOf('/'), this.path.lastIndexOf('\\')) + 1)
  }

  /** Of all that was written, hex; once it has ended. */
  get sha256(): string {
    return this.#sha256
  }

  /** All of it, once it has ended. */
  bytes(): Uint8Array {
    return readFileSync(this.#part)
  }

  /** Puts it where it is to lie. */
  place(): void {
    renameSync(this.#part, this.path)
  }

  async copyTo(stream: Writable): Promise<void> {
    const write = writerTo(stream)
    for await (const chunk of createReadStream(this.#part, { encoding: 'utf8' })) await write(String(chunk))
  }

  /** Removes what was not placed. */
  drop(): void {
    if (this.#isOpen) closeSync(this.#file)
    this.#isOpen = false
    rmSync(this.#part, { force: true })
  }

  #flush(): void {
    const bytes = Buffer.concat(this.#waiting)
    for (let written = 0; written < bytes.length;) written += writeSync(this.#file, bytes, written)
    this.#waiting = []
    this.#waitingBytes = 0
  }
}
