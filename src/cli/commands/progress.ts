import { SingleBar } from 'cli-progress'

interface Output {
  readonly isTTY?: boolean
}

/** A line that says how far a long run is. */
export interface Progress {
  show(read: number, faults: number): void
  /** Takes the line away, so that something else can be written. */
  clear(): void
}

/** Fewer documents than this are read before anybody wonders. */
const MIN_DOCUMENTS = 20

/** Progress on `output` where that is a terminal and the readings go elsewhere; else nothing. */
export function startProgress(output: NodeJS.WriteStream, readings: Output): Progress {
  if (!output.isTTY || readings.isTTY === true) return { show: () => undefined, clear: () => undefined }
  const format = '{value} documents read, {faults} problems'
  let bar: SingleBar | null = null
  return {
    show(read, faults) {
      if (read < MIN_DOCUMENTS) return
      if (bar === null) {
        bar = new SingleBar({ format, stream: output, clearOnComplete: true, hideCursor: false, gracefulExit: false })
        bar.start(Number.MAX_SAFE_INTEGER, read, { faults })
      }
      bar.update(read, { faults })
    },
    clear() {
      bar?.stop()
      bar = null
    },
  }
}
