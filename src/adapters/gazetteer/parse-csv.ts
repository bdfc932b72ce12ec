/**
 * Reads a CSV table with a head row (RFC 4180 quotes; lines that begin with # are remarks).
 *
 * @returns one record a row, keyed by the head; a missing cell is an empty string
 */
export function parseCsv(text: string): Readonly<Record<string, string>>[] {
  const rows = text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map(splitRow)
  const [head = [], ...body] = rows
  return body.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ''])))
}

function splitRow(line: string): string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < line.length; i++) {
    const letter = line.charAt(i)
    if (quoted && letter === '"' && line.charAt(i + 1) === '"') {
      cell += '"'
      i++
    } else if (letter === '"') quoted = !quoted
    else if (letter === ',' && !quoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += letter
  }
  cells.push(cell.trim())
  return cells
}
