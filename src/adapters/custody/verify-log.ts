import { setTimeout as delay } from 'node:timers/promises'
import type { CustodyAnchor, CustodyFault, TreeHead } from '../../ports/custody-log.ts'
import { isCheckpointFault, readCheckpoints, readLastCheckpoint } from './checkpoint-file.ts'
import { readText } from './custody-folder.ts'
import type { CustodyFolder } from './custody-folder.ts'
import { readPublicKey, readSigningKey } from './signing-key.ts'
import type { PublicKey } from './signing-key.ts'
import { readTimestamps } from './timestamp-store.ts'
import { RECORD_BYTES } from './tree-file.ts'
import { walkLog } from './walk-log.ts'
import type { LogWalk } from './walk-log.ts'
import { headOf } from './write-batch.ts'

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
  const keys = await checkKeys(folder, anchor)
  yield* keys.faults
  if (keys.key === null) return
  const timestamps = await readTimestamps(folder, keys.key)
  for (const timestamp of timestamps) if (timestamp.fault !== null) yield timestamp.fault
  const unseen = new Map(timestamps.map(({ name, timestamp }) => [timestamp?.checkpoint ?? null, name]))
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
    const signed = { last: -1, lastGood: 0, held: 0, broken: 0, firstBroken: -1 }
    let isTornEnd: CustodyFault | null = null
    const found: { at: TreeHead | null } = { at: null }
    const advance = async (size: number): Promise<void> => {
      if (anchor.head !== null && walk.frontier().size <= anchor.head.size && anchor.head.size <= size) {
        await walk.advance(anchor.head.size)
        if (walk.frontier().size === anchor.head.size) found.at = headOf(walk.frontier())
      }
      await walk.advance(size)
    }
    for await (const { line, note, result } of readCheckpoints(checkpoints, keys.key)) {
      if (isTornEnd !== null) yield isTornEnd
      isTornEnd = null
      const where = `custody.checkpoints, line ${line}`
      if (isCheckpointFault(result)) {
        const trouble = fault(null, result.reason, `${where}: ${result.message}`)
        if (note.endsWith('\n')) yield trouble
        else isTornEnd = trouble
        continue
      }
      unseen.delete(note)
      if (result.size <= signed.last) {
        yield fault(null, 'bad-checkpoint', `${where}: size ${result.size} does not follow size ${signed.last}`)
        continue
      }
      signed.last = result.size
      await advance(result.size)
      if (walk.frontier().size < result.size) continue
      if (headOf(walk.frontier()).root === result.root) {
        signed.held += 1
        if (signed.broken === 0) signed.lastGood = result.size
      } else {
        if (signed.broken === 0) signed.firstBroken = result.size
        signed.broken += 1
      }
    }
    for (const [note, name] of unseen) {
      if (note !== null)
        yield fault(null, 'bad-timestamp', `timestamps/${name}: custody.checkpoints lacks its checkpoint`)
    }
    yield* describeLines(walk, signed)
    if (walk.frontier().size < signed.last) {
      const { size } = walk.frontier()
      yield fault(size, 'truncated', `custody.log ends after ${size} entries, a checkpoint signs ${signed.last}`)
    }
    let surplusBytes = 0
    if (hashes !== null) {
      const { size } = await hashes.stat()
      surplusBytes = walk.frontier().size < signed.last ? 0 : size - walk.records() * RECORD_BYTES
      const wrong = walk.wrongRecord()
      const { count } = walk.differing()
      if (wrong !== null && count === 0) {
        yield fault(null, 'bad-hashes', `custody.hashes: record ${wrong} is not what follows from the log`)
      }
      if (count === 0 && wrong === null && surplusBytes < 0) {
        yield fault(null, 'bad-hashes', `custody.hashes ends early: ${size} of ${walk.records() * RECORD_BYTES} bytes`)
      }
    }
    const rest = await walk.finish()
    const hasMore = rest.lines > 0 || rest.tornBytes > 0 || surplusBytes > 0 || isTornEnd !== null
    if (hasMore && !(await hasGrown(folder, keys.key, signed.last, patienceMs))) {
      if (isTornEnd !== null) yield isTornEnd
      const { size } = walk.frontier()
      if (rest.lines > 0) {
        const says = `${rest.lines} lines behind entry ${size - 1} are signed by no checkpoint; the first says: ${rest.first ?? ''}`
        yield fault(size, 'bad-checkpoint', `custody.log: ${says}`)
      }
      if (rest.tornBytes > 0) {
        yield fault(size + rest.lines, 'torn', `custody.log: the last line (${rest.tornBytes} bytes) is unfinished`)
      }
      if (surplusBytes > 0) {
        yield fault(null, 'bad-hashes', `custody.hashes: its last ${surplusBytes} bytes belong to no signed entry`)
      }
    }
    yield* checkAnchor(anchor, found.at, walk.frontier().size)
  } finally {
    await Promise.all(files.map((file) => file?.close()))
  }
}

interface Signed {
  readonly last: number
  readonly lastGood: number
  readonly held: number
  readonly broken: number
  readonly firstBroken: number
}

/** Says which line is not what was signed: the first that differs from the file of hashes, or else between which checkpoints. */
function* describeLines(walk: LogWalk, signed: Signed): Generator<CustodyFault> {
  const { first, count } = walk.differing()
  const isLogWhole = signed.broken === 0 && walk.frontier().size >= signed.last
  if (first !== null && isLogWhole) {
    const others = count === 1 ? '' : ` (and ${count - 1} more)`
    yield fault(
      null,
      'bad-hashes',
      `custody.hashes: the hash of entry ${first.index} is wrong${others}; the log agrees with its checkpoints`,
    )
    return
  }
  if (first !== null) {
    const what = first.isNext
      ? `an entry is missing before line ${first.index + 1}, which now says: ${first.says}`
      : `line ${first.index + 1} is not what was logged; it now says: ${first.says}`
    const run = count === 1 ? '' : `; ${count - 1} later lines differ too`
    yield fault(first.index, 'rewritten', `custody.log: ${what}${run}`)
    return
  }
  if (signed.broken > 0) {
    yield fault(
      signed.lastGood,
      'rewritten',
      `custody.log: entries ${signed.lastGood} to ${signed.firstBroken - 1} are not what the checkpoint of size ${signed.firstBroken} signs, and custody.hashes was changed with them; ${signed.broken} of ${signed.broken + signed.held} checkpoints do not hold`,
    )
  }
}

function* checkAnchor(anchor: CustodyAnchor, found: TreeHead | null, size: number): Generator<CustodyFault> {
  const { head } = anchor
  if (head === null) return
  if (found === null) {
    yield fault(size, 'truncated', `the record knows of ${head.size} entries, the log has ${size}: it is an older copy`)
  } else if (found.root !== head.root) {
    yield fault(
      0,
      'rewritten',
      `the first ${head.size} entries are not those that the record knows: root ${found.root}, expected ${head.root}`,
    )
  }
}

/** Checks both halves of the key against each other and against the anchor; the key is null when none can be read. */
async function checkKeys(
  folder: CustodyFolder,
  anchor: CustodyAnchor,
): Promise<{ readonly key: PublicKey | null; readonly faults: readonly CustodyFault[] }> {
  const faults: CustodyFault[] = []
  const publicKey = readPublicKey((await readText(folder.publicKey)) ?? '')
  const signingKey = readSigningKey((await readText(folder.signingKey)) ?? '')
  if (publicKey === null) faults.push(fault(null, 'bad-key', 'custody.pub is missing or not as it was written'))
  if (signingKey === null) {
    faults.push(
      fault(null, 'bad-key', 'keys/custody.key is missing or not as it was written: nothing more can be signed'),
    )
  }
  if (publicKey !== null && signingKey !== null && !publicKey.raw.equals(signingKey.publicKey.raw)) {
    faults.push(
      fault(
        null,
        'bad-key',
        `keys/custody.key is the key ${signingKey.publicKey.name}, custody.pub is ${publicKey.name}`,
      ),
    )
  }
  const key = publicKey ?? signingKey?.publicKey ?? null
  if (key !== null && anchor.keyName !== null && key.name !== anchor.keyName) {
    faults.push(fault(null, 'bad-key', `the log is signed by ${key.name}, the record knows ${anchor.keyName}`))
  }
  return { key, faults }
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
