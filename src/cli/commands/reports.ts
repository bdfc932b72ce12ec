import { oneLine } from '../terminal/clean-text.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { startProgress } from './progress.ts'

/** What a run tells on standard error, and the exit code that follows from it. */
export interface Reports {
  /** Tells about one input at once. @param isFault whether (a part of) it could not be read */
  tell(label: string, message: string, isFault: boolean): void
  countRead(): void
  /** Ends the progress display, sums up where something was bad, and gives the exit code. */
  finish(): ExitCode
}

/** Reports on standard error. */
export function startReports(): Reports {
  const progress = startProgress(process.stderr, process.stdout)
  let read = 0
  let faults = 0
  return {
    tell(label, message, isFault) {
      if (isFault) faults++
      progress.clear()
      process.stderr.write(`cairn: ${oneLine(label)}: ${oneLine(message)}\n`)
      progress.show(read, faults)
    },
    countRead() {
      read++
      progress.show(read, faults)
    },
    finish() {
      progress.clear()
      if (faults === 0) return EXIT.ok
      const documents = read === 1 ? '1 document was read' : `${read} documents were read`
      const problems = faults === 1 ? '1 problem is' : `${faults} problems are`
      process.stderr.write(`cairn: ${documents}; ${problems} listed above (exit code ${EXIT.partial}).\n`)
      return EXIT.partial
    },
  }
}
