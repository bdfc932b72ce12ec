import { isUnreadable } from '../../adapters/workers/read-task.ts'
import type { IngestObserver } from './observe.ts'

/** A problem of a run, as its report lists it. */
export interface IngestProblem {
  readonly source: string
  readonly message: string
}

/** What an ingest came to (`cairn ingest --json`). */
export interface IngestReport {
  readonly schema: 'cairn/ingest@1'
  /** Items that the workspace did not have. */
  readonly captured: number
  /** Items that it had already. */
  readonly known: number
  /** Captures of an unfinished run that were taken up again. */
  readonly resumed: number
  /** Captures read, those in a language that is not covered among them. */
  readonly read: number
  readonly notCovered: number
  /** Captures that could not be read; they stay in the archive. */
  readonly unreadable: number
  readonly claims: number
  readonly seconds: number
  readonly problems: readonly IngestProblem[]
}

/** Problems that a report lists; the rest is counted on standard error. */
const MAX_PROBLEMS = 1000

/** Counts what an ingest does. */
export interface Tally extends IngestObserver {
  report(): IngestReport
  readonly counts: Readonly<
    Record<'captured' | 'known' | 'resumed' | 'read' | 'notCovered' | 'unreadable' | 'claims', number>
  >
}

/** @param now  milliseconds of a clock that only counts up */
export function startTally(now: () => number): Tally {
  const started = now()
  const counts = { captured: 0, known: 0, resumed: 0, read: 0, notCovered: 0, unreadable: 0, claims: 0 }
  const problems: IngestProblem[] = []
  const list = (source: string, message: string): void => {
    if (problems.length < MAX_PROBLEMS) problems.push({ source, message })
  }
  return {
    counts,
    captured(_label, _captureId, isNew) {
      counts[isNew ? 'captured' : 'known']++
    },
    resumed() {
      counts.resumed++
    },
    read(label, _captureId, outcome) {
      if (isUnreadable(outcome)) {
        counts.unreadable++
        list(label, `${outcome.reason}: ${outcome.message}`)
        return
      }
      counts.read++
      counts.claims += outcome.claims
      if (outcome.coverage === 'not-covered') counts.notCovered++
    },
    note(label, message, isFault) {
      if (isFault) list(label, message)
    },
    report() {
      return { schema: 'cairn/ingest@1', ...counts, seconds: Math.round(now() - started) / 1000, problems }
    },
  }
}
