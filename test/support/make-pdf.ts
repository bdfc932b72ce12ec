import { deflateSync } from 'node:zlib'

/** A line of text at a place of a page, in points from the lower left corner of 612 × 792. */
export interface PlacedLine {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size?: number
}

export interface PdfParts {
  readonly title?: string
  /** Entry of the trailer, such as an encryption dictionary. */
  readonly trailer?: string
  /** Content streams in place of those made of lines. */
  readonly streams?: readonly Uint8Array[]
}

/** A small PDF of lines of Latin-1 text in Helvetica. */
export function makePdf(pages: readonly (readonly PlacedLine[])[], parts: PdfParts = {}): Uint8Array {
  const streams = parts.streams ?? pages.map((lines) => deflateSync(Buffer.from(drawLines(lines), 'latin1')))
  const first = 4
  const objects: Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>'),
    Buffer.from(
      `<< /Type /Pages /Count ${streams.length} /Kids [${streams.map((_, i) => `${first + 2 * i} 0 R`).join(' ')}] >>`,
    ),
    Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'),
    ...streams.flatMap((stream, i) => [
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * i + 1} 0 R >>`,
      ),
      Buffer.concat([
        Buffer.from(`<< /Length ${stream.length} /Filter /FlateDecode >>\nstream\n`),
        stream,
        Buffer.from('\nendstream'),
      ]),
    ]),
    ...(parts.title === undefined ? [] : [Buffer.from(`<< /Title (${parts.title}) >>`)]),
  ]
  let size = 9
  const offsets: number[] = []
  const body = objects.map((object, i) => {
    const whole = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')])
    offsets.push(size)
    size += whole.length
    return whole
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const info = parts.title === undefined ? '' : `/Info ${objects.length} 0 R `
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${info}${parts.trailer ?? ''} >>\nstartxref\n${size}\n%%EOF\n`
  const end = Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`)
  return Buffer.concat([Buffer.from('%PDF-1.4\n'), ...body, end])
}

function drawLines(lines: readonly PlacedLine[]): string {
  return lines
    .map(
      ({ x, y, text, size = 11 }) =>
        `BT /F1 ${size} Tf ${x} ${y} Td (${text.replaceAll(/[()\\]/gu, String.raw`\$&`)}) Tj ET`,
    )
    .join('\n')
}
