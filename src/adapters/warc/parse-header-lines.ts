import type { Headers } from '../../model/headers.ts'

/** A block of header lines with the line before them, as WARC and HTTP write it. */
export interface HeadBlock {
  readonly firstLine: string
  readonly headers: Headers
  /** Bytes up to and with the blank line. */
  readonly length: number
  /** Lines that are no header. */
  readonly badLines: number
}

const CR = 0x0d
const LF = 0x0a

/**
 * Reads the lines up to the first blank one. Lines end with CRLF or LF; a line that begins with a blank continues the one
 * before (RFC 822).
 *
 * @param encoding  WARC headers are UTF-8, HTTP headers are bytes
 * @returns null when the block does not end within `bytes`
 */
export function parseHead(bytes: Buffer, encoding: 'utf8' | 'latin1'): HeadBlock | null {
  const length = headLength(bytes)
  if (length === null) return null
  const [firstLine = '', ...lines] = bytes.subarray(0, length).toString(encoding).split('\n').map(withoutReturn)
  const headers: [string, string][] = []
  let badLines = 0
  for (const line of lines) {
    if (line === '') continue
    const last = headers.at(-1)
    const colon = line.indexOf(':')
    if ((line.startsWith(' ') || line.startsWith('\t')) && last !== undefined) last[1] += ` ${line.trim()}`
    else if (colon > 0) headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()])
    else badLines++
  }
  return { firstLine, headers, length, badLines }
}

/** Length of the lines up to and with the first blank one, or null. */
function headLength(bytes: Buffer): number | null {
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1)) {
    if (bytes[at + 1] === LF) return at + 2
    if (bytes[at + 1] === CR && bytes[at + 2] === LF) return at + 3
  }
  return null
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}
