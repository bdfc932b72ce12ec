import type { FileHandle } from 'node:fs/promises'
import type { CustodyFault, TreeHead } from '../../ports/custody-log.ts'
import { isCheckpointFault, readCheckpoints } from './checkpoint-file.ts'
import type { PublicKey } from './signing-key.ts'
import type { LogWalk } from './walk-log.ts'
import { headOf } from './write-batch.ts'

/** What the checkpoints say of the log, once all of them were compared with it. */
export interface Followed {
  /** Size of the last checkpoint whose signature holds; -1 when there is none. */
  readonly last: number
  /** Size of the last checkpoint that the log agrees with before the first that it does not. */
  readonly lastGood: number
  /** Size of the first checkpoint that the log does not agree with, or null. */
  readonly firstBroken: number | null
  /** Checkpoints that the log agrees with, and those that it does not. */
  readonly held: number
  readonly broken: number
  /** The log at the size that was looked for, or null when it does not reach it. */
  readonly atSize: TreeHead | null
  /** Every checkpoint whose signature holds, as it stands in the file. */
  readonly notes: ReadonlySet<string>
  /** What is wrong with the end of the file; a write underway looks the same. */
  readonly unfinished: CustodyFault | null
  readonly faults: readonly CustodyFault[]
}

/**
 * Walks the log from checkpoint to checkpoint and compares the root at each.
 *
 * @param lookFor  a size at which the log's root is wanted, or null
 * @param wanted  checkpoints of which it is wanted whether they stand in the file
 */
export async function followCheckpoints(
  file: FileHandle,
  key: PublicKey,
  walk: LogWalk,
  options: { readonly lookFor: number | null; readonly wanted: ReadonlySet<string> },
): Promise<Followed> {
  const { lookFor, wanted } = options
  const faults: CustodyFault[] = []
  const notes = new Set<string>()
  let [last, lastGood, held, broken] = [-1, 0, 0, 0]
  let firstBroken: number | null = null
  let atSize: TreeHead | null = null
  let unfinished: CustodyFault | null = null
  for await (const { line, note, result } of readCheckpoints(file, key)) {
    const where = `custody.checkpoints, line ${line}`
    if (isCheckpointFault(result)) {
      const fault: CustodyFault = { index: null, reason: result.reason, message: `${where}: ${result.message}` }
      if (note.endsWith('\n')) faults.push(fault)
      else unfinished = fault
      continue
    }
    if (wanted.has(note)) notes.add(note)
    const { size, root } = result
    if (size <= last) {
      const message = `${where}: size ${size} does not follow size ${last}`
      faults.push({ index: null, reason: 'bad-checkpoint', message })
      continue
    }
    if (lookFor !== null && last < lookFor && lookFor <= size) {
      await walk.advance(lookFor)
      if (walk.frontier().size === lookFor) atSize = headOf(walk.frontier())
    }
    last = size
    await walk.advance(size)
    if (walk.frontier().size < size) continue
    if (headOf(walk.frontier()).root === root) {
      held += 1
      if (firstBroken === null) lastGood = size
    } else {
      broken += 1
      firstBroken ??= size
    }
  }
  return { last, lastGood, firstBroken, held, broken, atSize, notes, unfinished, faults }
}
