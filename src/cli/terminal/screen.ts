const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  figure: [33, 39],
  event: [36, 39],
  denied: [35, 39],
} as const
export type Style = keyof typeof CODES

/** What the output goes to: how wide it is and whether it shows colour. */
export interface Screen {
  /** Columns. */
  readonly width: number
  readonly hasColour: boolean
}

const DEFAULT_COLUMNS = 80
const MIN_COLUMNS = 40

interface Output {
  readonly isTTY?: boolean
  readonly columns?: number
}

/**
 * The screen behind an output stream.
 *
 * FORCE_COLOR (any value but 0) gives colour and FORCE_COLOR=0 none; else NO_COLOR (any value) gives none; else a
 * terminal gives it. The width is the terminal's, else COLUMNS, else 80.
 */
export function findScreen(output: Output, env: Readonly<Record<string, string | undefined>>): Screen {
  const given = Number.parseInt(env['COLUMNS'] ?? '', 10)
  const columns = output.columns ?? (given > 0 ? given : DEFAULT_COLUMNS)
  return { width: Math.max(columns, MIN_COLUMNS), hasColour: wantsColour(output, env) }
}

function wantsColour(output: Output, env: Readonly<Record<string, string | undefined>>): boolean {
  const force = env['FORCE_COLOR']
  if (force !== undefined) return force !== '0' && force !== 'false'
  if ((env['NO_COLOR'] ?? '') !== '') return false
  return output.isTTY === true && env['TERM'] !== 'dumb'
}

/** The text in these styles; as it is where the screen shows no colour. */
export function paint(screen: Screen, styles: readonly Style[], text: string): string {
  if (!screen.hasColour || text === '') return text
  return styles.reduce((inner, style) => `\u001b[${CODES[style][0]}m${inner}\u001b[${CODES[style][1]}m`, text)
}
