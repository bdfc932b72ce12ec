import type { DecisionEntry } from '../../model/custody.ts'
import type { RecordStore } from '../../ports/record-store.ts'
import type { DecisionsFile, DecisionLine } from './decisions-file.ts'

/** What is wrong with a decision. */
export interface DecisionFault {
  readonly part: 'decisions' | 'database'
  readonly reason: string
  readonly message: string
}

/** Compares logged decisions with their file and the store while the log streams by. */
export interface DecisionCheck {
  add(index: number, entry: DecisionEntry): void
  finish(): AsyncIterable<DecisionFault>
}

interface Checked {
  readonly decisions: Pick<DecisionsFile, 'lines'>
  /** Null when the database cannot be opened. */
  readonly store: Pick<RecordStore, 'decisions'> | null
}

const PAGE = 500
const RESTORE = 'Restore decisions.ndjson from a backup.'

/**
 * The file is read before the log, so that whatever a run underway writes meanwhile is not taken for a line that was never
 * logged; what the log names and was not there then is looked up once more.
 */
export async function checkDecisions({ decisions, store }: Checked): Promise<DecisionCheck> {
  const lines = await readAll(decisions)
  const logged: (readonly [index: number, entry: DecisionEntry])[] = []
  return {
    add(index, entry) {
      logged.push([index, entry])
    },
    async *finish() {
      const isGrown = logged.length > lines.length
      yield* compareFile(isGrown ? (await readAll(decisions)).slice(0, logged.length) : lines, logged)
      if (store !== null) yield* compareStore(store, logged)
    },
  }
}

async function readAll(file: Pick<DecisionsFile, 'lines'>): Promise<readonly DecisionLine[]> {
  const lines: DecisionLine[] = []
  for await (const line of file.lines()) lines.push({ ...line, json: '' })
  return lines
}

/** Each line of the file is the decision that the log names at its place, and there is no other. */
function* compareFile(
  lines: readonly DecisionLine[],
  logged: readonly (readonly [number, DecisionEntry])[],
): Iterable<DecisionFault> {
  const fault = (reason: string, message: string): DecisionFault => ({ part: 'decisions', reason, message })
  const places = new Map(lines.map(({ sha256, isComplete }, i) => [isComplete ? sha256 : '', i]))
  const known = new Set(logged.map(([, { sha256 }]) => sha256))
  for (const [i, [index, { decisionId, sha256 }]] of logged.entries()) {
    const place = places.get(sha256)
    if (place === i) continue
    const entry = `decision ${decisionId} (entry ${index} of the log)`
    if (place !== undefined)
      yield fault(
        'moved-decision',
        `decisions.ndjson has ${entry} in line ${place + 1} instead of ${i + 1}. ${RESTORE}`,
      )
    else
      yield fault(
        'changed-decision',
        `decisions.ndjson lacks ${entry}, line ${i + 1}: it was changed or removed. ${RESTORE}`,
      )
  }
  for (const [i, { sha256, isComplete }] of lines.entries()) {
    if (isComplete && known.has(sha256)) continue
    // A changed line was named by the entry that it was.
    if (i < logged.length && places.get(logged[i]?.[1].sha256 ?? '') === undefined) continue
    yield fault(
      'unlogged-decision',
      `decisions.ndjson, line ${i + 1}: a decision that was never logged, or not all of it. Left by an interrupted run it goes with the next run that writes; otherwise somebody put it there.`,
    )
  }
  const twice = lines.filter(({ sha256, isComplete }, i) => isComplete && places.get(sha256) !== i)
  for (const { end } of twice)
    yield fault('repeated-decision', `decisions.ndjson has the line before byte ${end} twice. ${RESTORE}`)
}

async function* compareStore(
  store: Pick<RecordStore, 'decisions'>,
  logged: readonly (readonly [number, DecisionEntry])[],
): AsyncIterable<DecisionFault> {
  const fault = (reason: string, message: string): DecisionFault => ({
    part: 'database',
    reason,
    message: `${message} "cairn rebuild" makes the database again.`,
  })
  const stored = new Map<string, string>()
  try {
    let after: string | null = null
    for (;;) {
      const page: Awaited<ReturnType<RecordStore['decisions']>> = await store.decisions(after, PAGE)
      for (const { decision, sha256 } of page) stored.set(decision.id, sha256)
      after = page.at(-1)?.decision.id ?? null
      if (after === null || page.length < PAGE) break
    }
  } catch (error) {
    yield fault('unreadable', `The decisions in the database cannot be read: ${String(error)}`)
    return
  }
  for (const [index, { decisionId, sha256 }] of logged) {
    const found = stored.get(decisionId)
    stored.delete(decisionId)
    if (found === sha256) continue
    const what = found === undefined ? 'is not in the database' : 'is another one in the database'
    yield fault(
      found === undefined ? 'missing-decision' : 'other-decision',
      `Decision ${decisionId} (entry ${index} of the log) ${what}.`,
    )
  }
  for (const id of stored.keys())
    yield fault(
      'unlogged-decision',
      `The database holds decision ${id}, which was never logged: somebody put it there.`,
    )
}
