import type { Charset } from '../decode/find-charset.ts'

/** A stretch of decoded text whose characters all take the same number of bytes. */
export interface EvenStretch {
  /** UTF-16 offsets in the decoded text. */
  readonly start: number
  readonly end: number
  readonly byteStart: number
  readonly byteEnd: number
}

const CHECKPOINT_UNITS = 1024

/** Where each character of a decoded text stands in the bytes it was decoded from. */
export class ByteOffsets {
  readonly #text: string
  readonly #width: (code: number) => number
  /** Byte offset at every 1024th unit. */
  readonly #checkpoints: number[] = []

  private constructor(text: string, bomBytes: number, width: (code: number) => number) {
    this.#text = text
    this.#width = width
    let at = bomBytes
    for (let i = 0; i < text.length; i++) {
      if (i % CHECKPOINT_UNITS === 0) this.#checkpoints.push(at)
      at += width(text.charCodeAt(i))
    }
  }

  /**
   * @param size number of bytes of the source
   * @returns null when the bytes of a character cannot be told: a charset of several bytes that is not UTF, or damaged bytes
   */
  static of(text: string, charset: Charset, size: number): ByteOffsets | null {
    const { name, bomBytes } = charset
    const width = name === 'utf-8' ? utf8Width : name.startsWith('utf-16') ? () => 2 : () => 1
    const offsets = new ByteOffsets(text, bomBytes, width)
    return offsets.at(text.length) === size ? offsets : null
  }

  /** Byte offset of the character at a unit of the text. */
  at(unit: number): number {
    const checkpoint = Math.min(Math.floor(unit / CHECKPOINT_UNITS), this.#checkpoints.length - 1)
    let byte = this.#checkpoints[checkpoint] ?? 0
    for (let i = checkpoint * CHECKPOINT_UNITS; i < unit; i++) byte += this.#width(this.#text.charCodeAt(i))
    return byte
  }

  /** Cuts a span of the text into stretches of even width: inside one the byte of every character follows by proportion. */
  evenStretches(start: number, end: number): EvenStretch[] {
    const stretches: EvenStretch[] = []
    let byte = this.at(start)
    for (let from = start; from < end;) {
      const width = this.#width(this.#text.charCodeAt(from))
      let to = from + 1
      while (to < end && this.#width(this.#text.charCodeAt(to)) === width) to++
      const byteEnd = byte + (to - from) * width
      stretches.push({ start: from, end: to, byteStart: byte, byteEnd })
      byte = byteEnd
      from = to
    }
    return stretches
  }
}

/** UTF-8 bytes of one UTF-16 unit; the two units of a surrogate pair share four. */
function utf8Width(code: number): number {
  if (code < 0x80) return 1
  if (code < 0x800 || (code >= 0xd800 && code <= 0xdfff)) return 2
  return 3
}
