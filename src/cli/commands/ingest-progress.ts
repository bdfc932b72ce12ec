import type { Tally } from '../../workspace/ingest/tally.ts'
import { oneLine } from '../terminal/clean-text.ts'
import { startRenewedLine } from '../terminal/renewed-line.ts'

/** What an ingest tells on standard error while it runs. */
export interface IngestProgress {
  /** Renews the line that says how far the run is, where the output is a terminal. */
  show(): void
  /** Writes a message above that line. */
  tell(label: string, message: string): void
  clear(): void
}

export function startIngestProgress(output: NodeJS.WriteStream, tally: Tally): IngestProgress {
  const started = performance.now()
  const line = startRenewedLine(output)
  const describe = (): string => {
    const { captured, known, read, unreadable } = tally.counts
    const done = read + unreadable
    const rate = done / Math.max(0.001, (performance.now() - started) / 1000)
    const waiting = captured + tally.counts.resumed - done
    const left = rate > 0 && waiting > 0 ? `, ${Math.ceil(waiting / rate)} s behind` : ''
    return `${captured} captured${known > 0 ? ` (${known} there already)` : ''}, ${done} read, ${rate.toFixed(0)}/s${left}`
  }
  return {
    show: () => line.show(describe),
    clear: () => line.clear(),
    tell(label, message) {
      line.clear()
      output.write(`cairn: ${oneLine(label)}: ${oneLine(message)}\n`)
      line.show(describe)
    },
  }
}
