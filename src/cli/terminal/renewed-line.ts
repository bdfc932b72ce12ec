/** One line that says how far a run is, written over itself. */
export interface RenewedLine {
  /** Renews it, on a terminal and not too often; `describe` is asked only then. */
  show(describe: () => string): void
  /** Takes it away, so that something else can be written. */
  clear(): void
}

const RENEW_MS = 200
const DEFAULT_WIDTH = 80
const LEAST_WIDTH = 10

export function startRenewedLine(output: NodeJS.WriteStream): RenewedLine {
  let shownAt = Number.NEGATIVE_INFINITY
  let isShown = false
  return {
    show(describe) {
      const now = performance.now()
      if (output.isTTY !== true || now - shownAt < RENEW_MS) return
      shownAt = now
      isShown = true
      const width = Math.max(LEAST_WIDTH, (output.columns ?? DEFAULT_WIDTH) - 1)
      output.write(`\r\u001b[K${describe().slice(0, width)}`)
    },
    clear() {
      if (isShown) output.write('\r\u001b[K')
      isShown = false
    },
  }
}
