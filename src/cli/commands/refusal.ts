import type { Refusal } from '../../workspace/decisions/find-target.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { cleanText } from '../terminal/clean-text.ts'

/** Tells on standard error why something was not found or cannot be, and what was perhaps meant. */
export function tellRefusal({ reason, message, candidates }: Refusal): ExitCode {
  const lines = [`cairn: ${message}`, ...candidates.map((one) => `  ${one}`)]
  process.stderr.write(lines.map((line) => `${cleanText(line).replace(/\s*\n\s*/gu, ' ')}\n`).join(''))
  return reason === 'unknown' ? EXIT.notFound : EXIT.usage
}
