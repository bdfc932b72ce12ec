import { isAscii, isUtf8 } from 'node:buffer'

import { analyse } from 'chardet'
import sniffHTMLEncoding from 'html-encoding-sniffer'

import type { InputFormat } from '../../model/capture.ts'

/** How a charset was found. */
export type CharsetEvidence = 'bom' | 'transport' | 'meta' | 'valid-utf-8' | 'utf-16-pattern' | 'guess'

export interface Charset {
  /** Lower-case name that `TextDecoder` knows. */
  readonly name: string
  readonly evidence: CharsetEvidence
  /** Length of the byte order mark, 0 when there is none. */
  readonly bomBytes: number
}

const BOMS: readonly (readonly [bytes: readonly number[], name: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]
/** What is looked at for guessing. */
const SAMPLE_BYTES = 65_536
/** Charsets whose pairs of bytes may look like UTF-8 in a few words. */
const MULTI_BYTE = /^(?:gb|big5|shift|euc|iso-2022)/u
/** As many characters beyond ASCII are not valid UTF-8 by chance. */
const SURELY_UTF8 = 16
/** Guesses below this are not better than the Western default. */
const MIN_GUESS_CONFIDENCE = 20
const WESTERN = 'windows-1252'

/**
 * Finds the charset of text bytes: byte order mark, transport, meta elements (HTML), valid UTF-8, UTF-16 by its zeros, then a guess.
 *
 * A declared charset loses against bytes that are valid UTF-8 with many characters beyond ASCII: pages converted to UTF-8
 * behind an old declaration are common, and text of another charset is valid UTF-8 only by an unlikely chance.
 *
 * @param label charset label of the transport, or null
 */
export function findCharset(bytes: Uint8Array, format: InputFormat, label: string | null): Charset {
  for (const [bom, name] of BOMS) {
    if (bom.every((byte, i) => bytes[i] === byte)) return { name, evidence: 'bom', bomBytes: bom.length }
  }
  // Before UTF-8: the zeros of UTF-16 are valid UTF-8 too.
  const utf16 = guessUtf16(bytes.subarray(0, SAMPLE_BYTES))
  if (utf16 !== null) return { name: utf16, evidence: 'utf-16-pattern', bomBytes: 0 }
  const declared = declaredCharset(bytes, format, label)
  const utf8 = beyondAsciiOfUtf8(bytes)
  if (declared === null || declared.name === 'utf-8') {
    if (utf8 !== null) return { name: 'utf-8', evidence: declared?.evidence ?? 'valid-utf-8', bomBytes: 0 }
    if (declared?.evidence === 'transport') return { ...declared, bomBytes: 0 }
  } else {
    const isReallyUtf8 = utf8 !== null && utf8 >= (MULTI_BYTE.test(declared.name) ? SURELY_UTF8 : 1)
    return isReallyUtf8 ? { name: 'utf-8', evidence: 'valid-utf-8', bomBytes: 0 } : { ...declared, bomBytes: 0 }
  }
  return { ...guessCharset(bytes), bomBytes: 0 }
}

function declaredCharset(
  bytes: Uint8Array,
  format: InputFormat,
  label: string | null,
): { readonly name: string; readonly evidence: CharsetEvidence } | null {
  const transport = label === null ? null : knownName(label)
  if (transport !== null) return { name: transport, evidence: 'transport' }
  if (format !== 'html') return null
  const sniffed = knownName(sniffHTMLEncoding(bytes, { defaultEncoding: '' }) ?? '')
  return sniffed === null ? null : { name: sniffed, evidence: 'meta' }
}

/** The decoder's own name of a label; null when no decoder knows it. */
function knownName(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding
  } catch {
    return null // Not a charset: the next evidence is asked.
  }
}

/** How many characters beyond ASCII the bytes hold as UTF-8; null when they are not UTF-8. Counting stops where it is enough. */
function beyondAsciiOfUtf8(bytes: Uint8Array): number | null {
  if (isAscii(bytes)) return 0
  if (!isUtf8(bytes)) return null
  let count = 0
  for (let i = 0; i < bytes.length && count < SURELY_UTF8; i++) if ((bytes[i] ?? 0) >= 0xc0) count++
  return count
}

function guessCharset(bytes: Uint8Array): { readonly name: string; readonly evidence: CharsetEvidence } {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  for (const { name, confidence } of analyse(sample)) {
    const known = knownName(name)
    if (confidence >= MIN_GUESS_CONFIDENCE && known !== null && !known.startsWith('utf-'))
      return { name: known, evidence: 'guess' }
  }
  // Mostly UTF-8 with damaged bytes: better than reading every accent as two Western characters.
  const decoded = new TextDecoder('utf-8').decode(sample)
  const damaged = decoded.split('\ufffd').length - 1
  const beyondAscii = decoded.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0
  return { name: beyondAscii > damaged ? 'utf-8' : WESTERN, evidence: 'guess' }
}

/** UTF-16 without a mark shows as a zero in every second byte of Latin text and spaces. */
function guessUtf16(sample: Uint8Array): string | null {
  if (!sample.includes(0)) return null
  let even = 0
  let odd = 0
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i] === 0) even++
    if (sample[i + 1] === 0) odd++
  }
  const pairs = Math.floor(sample.length / 2)
  if (pairs < 4) return null
  if (odd > pairs * 0.1 && even < pairs * 0.01) return 'utf-16le'
  if (even > pairs * 0.1 && odd < pairs * 0.01) return 'utf-16be'
  return null
}
