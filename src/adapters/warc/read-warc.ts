import { setImmediate } from 'node:timers/promises'

import { bytesOfStream, openWindow, type ByteSource, type ByteWindow } from './byte-window.ts'
import { GZIP_TRAILER_BYTES, gzipHeaderLength, inflateMember, probeMember } from './gzip-member.ts'
import { faultsOf, findNextRecord, looksLikeRecord, readOnlyRecord, readRecord } from './read-record.ts'
import { streamMember, type MemberEnd } from './stream-member.ts'
import { warcFault, type WarcFault, type WarcLimits, type WarcRecord } from './warc-record.ts'

/** A member is inflated at once when it lies in this many bytes and is sound, else as a stream. */
const FIRST_WINDOW_BYTES = 1 << 18
const MEMBER_WINDOW_BYTES = 1 << 20
/** Room for the heads of a record beside its content. */
const HEAD_ROOM_BYTES = 1 << 19
/** Bytes behind a gzip mark that are needed to see whether a record begins there. */
const PROBE_WINDOW_BYTES = 1 << 12
/** A file with more faults, or more places that only look like the beginning of a record, was made to cost time. */
const MAX_FAULTS = 2000
const MAX_PROBES = 20_000
/** Probes between two pauses, in which what they used up is given back. */
const PROBES_AT_ONCE = 100
/** Bytes that are looked at a second time in all, where large damaged members hide the next record. */
const MAX_REWOUND_BYTES = 2 ** 32

/**
 * Reads the records of a WARC (1.0, 1.1; uncompressed, gzip by record or as a whole), in bounded memory.
 *
 * What is damaged is reported with its byte offset and passed over; reading goes on at the next record. Every digest that
 * a record gives is checked.
 *
 * @param from  offset of a record, as told by an earlier reading
 */
export async function* readWarc(
  source: ByteSource,
  limits: WarcLimits,
  from = 0,
): AsyncGenerator<WarcRecord | WarcFault> {
  const window = openWindow(source, from)
  const budget = { rewound: 0, probes: 0, memberBytes: 0 }
  let faults = 0
  try {
    while ((await window.fill(FIRST_WINDOW_BYTES)) || window.bytes().length > 0) {
      for await (const found of readNext(window, limits, budget)) {
        if (found.kind === 'fault') faults++
        yield found
      }
      if (faults > MAX_FAULTS || budget.probes > MAX_PROBES) {
        yield warcFault(window.offset(), 'damaged', 'has too many damaged places: the rest was not read')
        return
      }
    }
    const failure = window.failure()
    if (failure === null) return
    if (!(failure instanceof Error) || 'syscall' in failure) throw failure
    yield warcFault(window.offset(), 'damaged', `cannot be read on from here: ${failure.message}`)
  } finally {
    await window.close()
  }
}

type Found = AsyncGenerator<WarcRecord | WarcFault>
/** What reading has come to so far: what was spent on finding the next record after damage, and how large members are. */
interface Budget {
  rewound: number
  probes: number
  /** Bytes of the last member, inflated. */
  memberBytes: number
}

function readNext(window: ByteWindow, limits: WarcLimits, budget: Budget): Found {
  const bytes = window.bytes()
  if (gzipHeaderLength(bytes) !== null) return readMember(window, limits, budget)
  return readUncompressed(window, limits, budget)
}

async function* readUncompressed(window: ByteWindow, limits: WarcLimits, budget: Budget): Found {
  const offset = window.offset()
  const record = await readRecord(window, limits)
  if (record === null) return
  if (record.kind === 'record') {
    yield { ...record, offset, length: window.offset() - offset, faults: faultsOf(record, offset, limits) }
    return
  }
  yield await passDamage(window, warcFault(offset, record.reason, `the record ${record.message}`), budget)
}

async function* readMember(window: ByteWindow, limits: WarcLimits, budget: Budget): Found {
  const offset = window.offset()
  const maxOutput = limits.maxBytes + HEAD_ROOM_BYTES
  let member = inflateMember(window.bytes(), maxOutput, budget.memberBytes)
  if (member.kind === 'incomplete' && window.bytes().length < MEMBER_WINDOW_BYTES) {
    await window.fill(MEMBER_WINDOW_BYTES)
    member = inflateMember(window.bytes(), maxOutput, budget.memberBytes)
  }
  if (member.kind === 'member') {
    const { length, content: bytes } = member
    budget.memberBytes = bytes.length
    window.skip(length)
    const record = readOnlyRecord(bytes, limits)
    if (record !== null) {
      yield { ...record, offset, length, faults: faultsOf(record, offset, limits) }
      return
    }
    const content = openWindow(bytesOfStream(only(bytes)))
    yield* placeRecords(readInside(content, offset, limits), () => length)
    return
  }
  yield* readStreamed(window, limits, budget)
}

const ENDS: Readonly<Record<Exclude<MemberEnd, 'whole'>, string>> = {
  truncated: 'ends before its compressed data does',
  damaged: 'cannot be inflated',
  'wrong-checksum': 'does not have the checksum that it says',
  bomb: 'grows out of all proportion when inflated and was given up',
}

async function* readStreamed(window: ByteWindow, limits: WarcLimits, budget: Budget): Found {
  const offset = window.offset()
  const header = gzipHeaderLength(window.bytes())
  if (typeof header !== 'number') {
    yield await passDamage(window, warcFault(offset, 'truncated', 'the gzip member ends inside its header'), budget)
    return
  }
  const member = streamMember(window, header)
  const inside = openWindow(bytesOfStream(member.chunks))
  let isWhole = true
  const lengthWhenSound = (): number | null => {
    isWhole = member.end() === 'whole'
    return isWhole ? window.offset() - offset : null
  }
  try {
    yield* placeRecords(readInside(inside, offset, limits), lengthWhenSound, () => isWhole)
  } finally {
    await inside.close()
  }
  const end = member.end() ?? 'damaged'
  if (end === 'whole') return
  if (end === 'wrong-checksum' && (await startsAfter(window, GZIP_TRAILER_BYTES))) {
    window.skip(GZIP_TRAILER_BYTES)
    const length = window.offset() - offset
    yield warcFault(offset, 'damaged', `the gzip member ${ENDS[end]}: ${length} bytes were passed over`)
    return
  }
  const reason = end === 'wrong-checksum' ? 'damaged' : end
  yield await passDamage(window, warcFault(offset, reason, `the gzip member ${ENDS[end]}`), budget)
}

/** Reads the records of an inflated member; what is wrong inside is told with the member's offset. */
async function* readInside(inside: ByteWindow, offset: number, limits: WarcLimits): Found {
  for (;;) {
    const at = inside.offset()
    const record = await readRecord(inside, limits)
    if (record === null) return
    if (record.kind === 'record') {
      yield { ...record, offset, length: null, faults: faultsOf(record, offset, limits) }
      continue
    }
    inside.skip(Math.min(1, inside.bytes().length))
    await findNextRecord(inside)
    const place = `from byte ${at} to ${inside.offset()} of the inflated member`
    yield warcFault(offset, record.reason, `what stands ${place} ${record.message}`)
  }
}

/**
 * Gives a record that is alone in its member the member's length. What was found last is held back until the member has
 * ended: where that turns out to be damaged, the record is never given out, and a fault was only its consequence.
 */
async function* placeRecords(found: Found, length: () => number | null, isSound = (): boolean => true): Found {
  let held: WarcRecord | WarcFault | null = null
  let count = 0
  for await (const one of found) {
    count++
    if (held !== null) yield held
    held = one
  }
  const whole = length()
  if (held !== null && isSound()) yield held.kind === 'record' && count === 1 ? { ...held, length: whole } : held
}

/** Passes over what could not be read, up to the next record, and says in the fault how much that was. */
async function passDamage(window: ByteWindow, fault: WarcFault, budget: Budget): Promise<WarcFault> {
  const readOver = window.offset() - fault.offset
  if (readOver > 0 && budget.rewound + readOver <= MAX_REWOUND_BYTES && (await window.rewind(fault.offset)))
    budget.rewound += readOver
  if (await window.fill(1)) window.skip(window.offset() === fault.offset ? 1 : 0)
  await findNext(window, budget)
  const passed = window.offset() - fault.offset
  const isEnd = !(await window.fill(1))
  const reason = fault.reason === 'truncated' && !isEnd ? 'damaged' : fault.reason
  return { ...fault, reason, message: `${fault.message}: ${passed} bytes were passed over` }
}

/** Moves the window to the next place where a record, or a gzip member that holds one, begins. */
async function findNext(window: ByteWindow, budget: Budget): Promise<void> {
  for (;;) {
    const isMore = await window.fill(PROBE_WINDOW_BYTES)
    const bytes = window.bytes()
    if (bytes.length === 0) return
    const last = isMore ? bytes.length - PROBE_WINDOW_BYTES : bytes.length - 1
    for (const at of marksIn(bytes)) {
      if (at > last) break
      const isFound = startsAt(bytes.subarray(at, at + PROBE_WINDOW_BYTES))
      if (++budget.probes % PROBES_AT_ONCE === 0) await setImmediate()
      if (!isFound && budget.probes <= MAX_PROBES) continue
      window.skip(at)
      return
    }
    window.skip(last + 1)
  }
}

const GZIP_MARK = Buffer.of(0x1f, 0x8b, 0x08)
const RECORD_MARK = Buffer.from('WARC/')

/** Where either mark stands, in order; each byte is searched once for each. */
function* marksIn(bytes: Buffer): Generator<number> {
  let gzip = bytes.indexOf(GZIP_MARK)
  let record = bytes.indexOf(RECORD_MARK)
  while (gzip !== -1 || record !== -1) {
    if (record === -1 || (gzip !== -1 && gzip < record)) {
      yield gzip
      gzip = bytes.indexOf(GZIP_MARK, gzip + 1)
    } else {
      yield record
      record = bytes.indexOf(RECORD_MARK, record + 1)
    }
  }
}

function startsAt(bytes: Buffer): boolean {
  return looksLikeRecord(bytes) || looksLikeRecord(probeMember(bytes))
}

async function startsAfter(window: ByteWindow, length: number): Promise<boolean> {
  await window.fill(length + PROBE_WINDOW_BYTES)
  const next = window.bytes().subarray(length)
  return next.length === 0 || startsAt(next.subarray(0, PROBE_WINDOW_BYTES))
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
