import { decodeDecision } from '../../adapters/custody/encode-decision.ts'
import type { DecisionEntry } from '../../model/custody.ts'
import type { StoredDecision } from '../../model/decision.ts'
import type { DecisionLine, DecisionsFile } from './decisions-file.ts'

/** What the file holds of the decisions that the log names. */
export interface LoggedDecisions {
  readonly found: readonly StoredDecision[]
  /** Those that it lacks, a sentence each. */
  readonly lost: readonly string[]
}

/** Looks decisions of the log up in their file, by their digests. */
export async function findLogged(
  file: Pick<DecisionsFile, 'lines'>,
  entries: readonly (readonly [index: number, entry: DecisionEntry])[],
): Promise<LoggedDecisions> {
  if (entries.length === 0) return { found: [], lost: [] }
  const lines = new Map<string, DecisionLine>()
  for await (const line of file.lines()) if (line.isComplete) lines.set(line.sha256, line)
  const found: StoredDecision[] = []
  const lost: string[] = []
  for (const [custodyIndex, { decisionId, sha256 }] of entries) {
    const line = lines.get(sha256)
    if (line === undefined) lost.push(`Decision ${decisionId} (entry ${custodyIndex} of the log) is not in its file.`)
    else found.push({ decision: decodeDecision(line.json), json: line.json, sha256, fileEnd: line.end, custodyIndex })
  }
  return { found, lost }
}
