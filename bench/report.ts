/** Prints a report in Markdown and keeps its lines. */
export interface Report {
  readonly lines: readonly string[]
  say(line?: string): void
  row(...cells: readonly string[]): void
  /** The head of a table; all columns but the first hold numbers. */
  table(...headings: readonly string[]): void
}

export function startReport(): Report {
  const lines: string[] = []
  const say = (line = ''): void => {
    console.log(line)
    lines.push(line)
  }
  const row = (...cells: readonly string[]): void => say(`| ${cells.join(' | ')} |`)
  return {
    lines,
    say,
    row,
    table(...headings) {
      row(...headings)
      row(...headings.map((_, i) => (i === 0 ? '---' : '---:')))
    },
  }
}

export function number(value: number, digits = 0): string {
  return value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** A floor with whether it was held. */
export function floorOf(floor: number, value: number): string {
  return `${floor} ${value >= floor ? 'held' : 'MISSED'}`
}
