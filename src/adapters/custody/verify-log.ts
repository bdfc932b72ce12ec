import type { FileHandle } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import type { CustodyAnchor, CustodyFault } from '../../ports/custody-log.ts'
import { readLastCheckpoint } from './checkpoint-file.ts'
import type { CustodyFolder } from './custody-folder.ts'
import { followCheckpoints } from './follow-checkpoints.ts'
import type { Followed } from './follow-checkpoints.ts'
import type { PublicKey } from './signing-key.ts'
import { readTimestamps } from './timestamp-store.ts'
import type { FiledTimestamp } from './timestamp-store.ts'
import { RECORD_BYTES } from './tree-file.ts'
import { verifyKeys } from './verify-keys.ts'
import { walkLog } from './walk-log.ts'
import type { LogWalk } from './walk-log.ts'

/** How often, while it waits, it looks whether a writer has signed what it had written. */
const LOOKS = 20

const fault = (index: number | null, reason: CustodyFault['reason'], message: string): CustodyFault => ({
  index,
  reason,
  message,
})

/** Checks everything that the files of a log say against each other and against the anchor; repairs nothing. */
export async function* verifyLog(
  folder: CustodyFolder,
  anchor: CustodyAnchor,
  patienceMs: number,
): AsyncGenerator<CustodyFault> {
  const keys = await verifyKeys(folder, anchor)
  yield* keys.faults
  if (keys.key === null) return
  const timestamps = await readTimestamps(folder, keys.key)
  for (const timestamp of timestamps) if (timestamp.fault !== null) yield timestamp.fault
  const files = await Promise.all(
    [folder.log, folder.checkpoints, folder.hashes].map((path) => folder.open(path, 'r').catch(() => null)),
  )
  const [log = null, checkpoints = null, hashes = null] = files
  try {
    if (log === null) yield fault(null, 'unreadable', 'custody.log is missing or cannot be read')
    if (checkpoints === null) yield fault(null, 'unreadable', 'custody.checkpoints is missing or cannot be read')
    if (hashes === null) {
      yield fault(null, 'bad-hashes', 'custody.hashes is missing; recovering computes it again from the log')
    }
    if (log === null || checkpoints === null) return
    const walk = walkLog(log, hashes)
    const followed = await followCheckpoints(checkpoints, keys.key, walk, {
      lookFor: anchor.head?.size ?? null,
      wanted: new Set(timestamps.flatMap(({ timestamp }) => timestamp?.checkpoint ?? [])),
    })
    yield* followed.faults
    yield* describeTimestamps(timestamps, followed)
    yield* describeLines(walk, followed)
    const hashBytes = hashes === null ? null : (await hashes.stat()).size
    yield* describeHashes(walk, hashBytes)
    const unfinished = [...(await findUnsigned(walk, followed, hashBytes))]
    if (unfinished.length > 0 && !(await hasGrown(folder, keys.key, followed.last, patienceMs))) yield* unfinished
    yield* describeAnchor(anchor, followed, walk.frontier().size)
  } finally {
    await Promise.all(files.map((file: FileHandle | null) => file?.close()))
  }
}

/** Timestamps of checkpoints that the log does not have: it is not the log that was stamped. */
function* describeTimestamps(timestamps: readonly FiledTimestamp[], { notes }: Followed): Generator<CustodyFault> {
  for (const { name, timestamp } of timestamps) {
    if (timestamp === null || notes.has(timestamp.checkpoint)) continue
    yield fault(null, 'bad-timestamp', `timestamps/${name}: custody.checkpoints lacks its checkpoint`)
  }
}

/** Says which line is not what was signed: the first that differs from the file of hashes, or else between which checkpoints. */
function* describeLines(walk: LogWalk, followed: Followed): Generator<CustodyFault> {
  const { last, lastGood, firstBroken, held, broken } = followed
  const { size } = walk.frontier()
  const { first, count } = walk.differing()
  if (first !== null && firstBroken === null && size >= last) {
    const others = count === 1 ? '' : ` (and ${count - 1} more)`
    const message = `custody.hashes: the hash of entry ${first.index} is wrong${others}; the log agrees with its checkpoints`
    yield fault(null, 'bad-hashes', message)
  } else if (first !== null) {
    const what = first.isNext
      ? `an entry is missing before line ${first.index + 1}, which now says: ${first.says}`
      : `line ${first.index + 1} is not what was logged; it now says: ${first.says}`
    const run = count === 1 ? '' : `; ${count - 1} later lines differ too`
    yield fault(first.index, 'rewritten', `custody.log: ${what}${run}`)
  } else if (firstBroken !== null) {
    const which = `entries ${lastGood} to ${firstBroken - 1} are not what the checkpoint of size ${firstBroken} signs`
    const how = `custody.hashes was changed with them; ${broken} of ${broken + held} checkpoints do not hold`
    yield fault(lastGood, 'rewritten', `custody.log: ${which}, and ${how}`)
  }
  if (size < last) {
    yield fault(size, 'truncated', `custody.log ends after ${size} entries, a checkpoint signs ${last}`)
  }
}

/** What is wrong with the file of hashes where the lines are not. */
function* describeHashes(walk: LogWalk, hashBytes: number | null): Generator<CustodyFault> {
  if (hashBytes === null || walk.differing().count > 0) return
  const wrong = walk.wrongRecord()
  const expected = walk.records() * RECORD_BYTES
  if (wrong !== null)
    yield fault(null, 'bad-hashes', `custody.hashes: record ${wrong} is not what follows from the log`)
  else if (hashBytes < expected) {
    yield fault(null, 'bad-hashes', `custody.hashes ends early: ${hashBytes} of ${expected} bytes`)
  }
}

/** What stands behind the last checkpoint: unsigned, or about to be signed. */
async function findUnsigned(
  walk: LogWalk,
  followed: Followed,
  hashBytes: number | null,
): Promise<readonly CustodyFault[]> {
  const { size } = walk.frontier()
  const { lines, first, tornBytes } = await walk.finish()
  const surplus = hashBytes === null || size < followed.last ? 0 : hashBytes - walk.records() * RECORD_BYTES
  const faults = followed.unfinished === null ? [] : [followed.unfinished]
  if (lines > 0) {
    const says = `${lines} lines behind the ${size} signed entries are signed by no checkpoint; the first says: ${first ?? ''}`
    faults.push(fault(size, 'bad-checkpoint', `custody.log: ${says}`))
  }
  if (tornBytes > 0) {
    faults.push(fault(size + lines, 'torn', `custody.log: the last line (${tornBytes} bytes) is unfinished`))
  }
  if (surplus > 0) {
    faults.push(fault(null, 'bad-hashes', `custody.hashes: its last ${surplus} bytes belong to no signed entry`))
  }
  return faults
}

function* describeAnchor({ head }: CustodyAnchor, { atSize }: Followed, size: number): Generator<CustodyFault> {
  if (head === null) return
  if (atSize === null) {
    yield fault(size, 'truncated', `the record knows of ${head.size} entries, the log has ${size}: it is an older copy`)
  } else if (atSize.root !== head.root) {
    const message = `the first ${head.size} entries are not those that the record knows: root ${atSize.root}, expected ${head.root}`
    yield fault(0, 'rewritten', message)
  }
}

/** Whether a writer that lives has signed more since: then what looked unfinished was a write underway. */
async function hasGrown(folder: CustodyFolder, key: PublicKey, size: number, patienceMs: number): Promise<boolean> {
  for (let i = 0; i < LOOKS; i++) {
    await delay(patienceMs / LOOKS)
    const file = await folder.open(folder.checkpoints, 'r').catch(() => null)
    if (file === null) return false
    try {
      const last = await readLastCheckpoint(file, key)
      if (last !== null && last.head.size > size) return true
    } finally {
      await file.close()
    }
  }
  return false
}
