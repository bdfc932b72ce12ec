import type { Tally } from '../../workspace/ingest/tally.ts'
import { oneLine } from '../terminal/clean-text.ts'

/** What an ingest tells on standard error while it runs. */
export interface IngestProgress {
  /** Renews the line that says how far the run is, where the output is a terminal. */
  show(): void
  /** Writes a message above that line. */
  tell(label: string, message: string): void
  clear(): void
}

const RENEW_MS = 200

export function startIngestProgress(output: NodeJS.WriteStream, tally: Tally): IngestProgress {
  const started = performance.now()
  let shownAt = Number.NEGATIVE_INFINITY
  let isShown = false
  const clear = (): void => {
    if (isShown) output.write('\r\u001b[K')
    isShown = false
  }
  const show = (): void => {
    const now = performance.now()
    if (output.isTTY !== true || now - shownAt < RENEW_MS) return
    shownAt = now
    const { captured, known, read, unreadable } = tally.counts
    const done = read + unreadable
    const rate = done / Math.max(0.001, (now - started) / 1000)
    const waiting = captured + tally.counts.resumed - done
    const left = rate > 0 && waiting > 0 ? `, ${Math.ceil(waiting / rate)} s behind` : ''
    const line = `${captured} captured${known > 0 ? ` (${known} there already)` : ''}, ${done} read, ${rate.toFixed(0)}/s${left}`
    output.write(`\r\u001b[K${line.slice(0, Math.max(10, (output.columns ?? 80) - 1))}`)
    isShown = true
  }
  return {
    show,
    clear,
    tell(label, message) {
      clear()
      output.write(`cairn: ${oneLine(label)}: ${oneLine(message)}\n`)
      show()
    },
  }
}
