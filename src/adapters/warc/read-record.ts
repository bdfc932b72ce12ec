import { headerOf } from '../../model/headers.ts'
import { parseHead, type HeadBlock } from './parse-header-lines.ts'
import { parseHttpResponse, payloadOf } from './parse-http.ts'
import type { ByteWindow } from './byte-window.ts'
import { checkDigest, startDigestCheck } from './warc-digest.ts'
import {
  warcFault,
  type DigestCheck,
  type WarcFault,
  type WarcFaultReason,
  type WarcLimits,
  type WarcRecord,
} from './warc-record.ts'

/** Versions 0.17 and 0.18 were drafts of 1.0 that files were written in. */
const FIRST_LINE = /^WARC\/(1\.[01]|0\.1[78])$/u
/** What a record begins with: its version and a header. Used to find the next one in damaged bytes. */
const PLAUSIBLE_HEAD = /^WARC\/\d\.\d+\r?\n[A-Za-z-]{3,40}[ \t]*:/u
const PLAUSIBLE_BYTES = 64
const HEAD_BYTES = 1 << 13
const MAX_HEAD_BYTES = 1 << 18
const RECORD_MARK = Buffer.from('WARC/')
const NO_HEADER = 'does not begin with a WARC header'
const CR = 0x0d
const LF = 0x0a

/** A record without the place of its stored span. */
type Unplaced = Omit<WarcRecord, 'offset' | 'length' | 'faults'>
/** Why no record could be read at the head of the window, which then stands where it stood before the record. */
export interface NoRecord {
  readonly kind: 'none'
  readonly reason: WarcFaultReason
  readonly message: string
}

/** Whether these bytes begin as a record does. */
export function looksLikeRecord(bytes: Buffer): boolean {
  return PLAUSIBLE_HEAD.test(bytes.toString('latin1', 0, PLAUSIBLE_BYTES))
}

/**
 * Reads the uncompressed record at the head of the window.
 *
 * @returns null at the end of the bytes; the window then stands behind the record
 */
export async function readRecord(window: ByteWindow, limits: WarcLimits): Promise<Unplaced | NoRecord | null> {
  await window.fill(HEAD_BYTES)
  if (window.bytes().length === 0) return null
  const head = await readHead(window)
  if (head === null) return none('not-warc', NO_HEADER)
  const told = tellRecord(head)
  if (told.kind === 'none') return told
  if (told.contentLength > limits.maxBytes) return passOver(window, head, told)

  const end = head.length + told.contentLength
  await window.fill(end + PLAUSIBLE_BYTES)
  if (window.bytes().length < end) return none('truncated', `ends after ${window.bytes().length} of ${end} bytes`)
  const content = window.bytes().subarray(head.length, end)
  const blank = blankLength(window.bytes(), end)
  if (!isRecordEnd(window.bytes(), end + blank)) return none('damaged', 'does not end where its Content-Length says')
  window.skip(end + blank)
  return withContent(told, head, content)
}

/**
 * Reads the record that these bytes are, the blank lines behind it included: what nearly every gzip member holds, and quicker
 * than through a window.
 *
 * @returns null when they are anything else, a record that is damaged or too large among it
 */
export function readOnlyRecord(bytes: Buffer, limits: WarcLimits): Unplaced | null {
  const head = beginsAsRecord(bytes) ? parseHead(bytes.subarray(0, MAX_HEAD_BYTES), 'utf8') : null
  if (head === null) return null
  const told = tellRecord(head)
  if (told.kind === 'none' || told.contentLength > limits.maxBytes) return null
  const end = head.length + told.contentLength
  if (bytes.length < end || end + blankLength(bytes, end) < bytes.length) return null
  return withContent(told, head, bytes.subarray(head.length, end))
}

type Told = Omit<Unplaced, 'content' | 'blockDigest' | 'payloadDigest'>

/** What the head of a record says. */
function tellRecord(head: HeadBlock): Told | NoRecord {
  const [, version] = FIRST_LINE.exec(head.firstLine) ?? []
  if (version === undefined) return none('not-warc', NO_HEADER)
  const { headers } = head
  const contentLength = lengthOf(head)
  const type = headerOf(headers, 'warc-type')?.toLowerCase() ?? null
  if (contentLength === null) return none('bad-header', 'says no Content-Length, or two')
  if (type === null) return none('bad-header', 'says no WARC-Type')
  const id = headerOf(headers, 'warc-record-id')?.replace(/^<|>$/gu, '') ?? null
  return { kind: 'record', version, type, id, headers, contentLength }
}

function withContent(told: Told, head: HeadBlock, content: Buffer): Unplaced {
  const { kind, version, type, id, headers, contentLength } = told
  const { blockDigest, payloadDigest } = checkDigests(head, type, content)
  return { kind, version, type, id, headers, contentLength, content, blockDigest, payloadDigest }
}

/** Reads over a record that is too large to be held; its block digest is checked on the way. */
async function passOver(window: ByteWindow, head: HeadBlock, told: Told): Promise<Unplaced | NoRecord> {
  const check = startDigestCheck(headerOf(head.headers, 'warc-block-digest'))
  window.skip(head.length)
  for (let left = told.contentLength; left > 0;) {
    if (!(await window.fill(1))) return none('truncated', `ends ${left} bytes before its Content-Length says`)
    const part = window.bytes().subarray(0, left)
    check.update(part)
    window.skip(part.length)
    left -= part.length
  }
  await window.fill(PLAUSIBLE_BYTES)
  const blank = blankLength(window.bytes(), 0)
  if (!isRecordEnd(window.bytes(), blank)) return none('damaged', 'does not end where its Content-Length says')
  window.skip(blank)
  return { ...told, content: null, blockDigest: check.finish(), payloadDigest: 'unchecked' }
}

/** What is wrong with a record that was read, each with the place of its span. */
export function faultsOf(record: Unplaced, offset: number, limits: WarcLimits): readonly WarcFault[] {
  const faults: WarcFault[] = []
  const name = record.id ?? 'a record without an id'
  if (record.content === null)
    faults.push(
      warcFault(
        offset,
        'too-large',
        `${name} has ${record.contentLength} bytes, more than the limit of ${limits.maxBytes}`,
      ),
    )
  if (record.blockDigest === 'wrong')
    faults.push(warcFault(offset, 'wrong-digest', `${name}: its content does not have its WARC-Block-Digest`))
  if (record.payloadDigest === 'wrong')
    faults.push(warcFault(offset, 'wrong-digest', `${name}: its payload does not have its WARC-Payload-Digest`))
  return faults
}

/** Reads over bytes until the window stands at what looks like a record, or at its end; says how many. */
export async function findNextRecord(window: ByteWindow): Promise<number> {
  const start = window.offset()
  while (await window.fill(PLAUSIBLE_BYTES)) {
    const bytes = window.bytes()
    for (let at = bytes.indexOf('WARC/'); at !== -1; at = bytes.indexOf('WARC/', at + 1)) {
      if (at + PLAUSIBLE_BYTES > bytes.length) break
      if (!looksLikeRecord(bytes.subarray(at, at + PLAUSIBLE_BYTES))) continue
      window.skip(at)
      return window.offset() - start
    }
    window.skip(bytes.length - PLAUSIBLE_BYTES + 1)
  }
  window.skip(window.bytes().length)
  return window.offset() - start
}

async function readHead(window: ByteWindow): Promise<HeadBlock | null> {
  if (!beginsAsRecord(window.bytes())) return null
  const head = parseHead(window.bytes().subarray(0, MAX_HEAD_BYTES), 'utf8')
  if (head !== null || window.bytes().length >= MAX_HEAD_BYTES) return head
  await window.fill(MAX_HEAD_BYTES)
  return parseHead(window.bytes().subarray(0, MAX_HEAD_BYTES), 'utf8')
}

function beginsAsRecord(bytes: Buffer): boolean {
  return bytes.subarray(0, RECORD_MARK.length).equals(RECORD_MARK)
}

function lengthOf(head: HeadBlock): number | null {
  const values = new Set(head.headers.filter(([name]) => name.toLowerCase() === 'content-length').map(([, v]) => v))
  const [value, second] = values
  return value !== undefined && second === undefined && /^\d{1,15}$/u.test(value) ? Number(value) : null
}

function blankLength(bytes: Buffer, from: number): number {
  let at = from
  while (bytes[at] === CR || bytes[at] === LF) at++
  return at - from
}

/** A record ends at the end of its bytes, at the next record, or at the gzip member that holds the next. */
function isRecordEnd(bytes: Buffer, at: number): boolean {
  if (at >= bytes.length) return true
  const next = bytes.subarray(at, at + 5)
  const isGzip = next[0] === 0x1f && (next[1] ?? 0x8b) === 0x8b
  return isGzip || RECORD_MARK.subarray(0, next.length).equals(next)
}

function checkDigests(
  head: HeadBlock,
  type: string,
  content: Buffer,
): { blockDigest: DigestCheck; payloadDigest: DigestCheck } {
  const blockDigest = checkDigest(headerOf(head.headers, 'warc-block-digest'), content)
  const expected = headerOf(head.headers, 'warc-payload-digest')
  if (expected === null || type === 'revisit') return { blockDigest, payloadDigest: 'unchecked' }
  return { blockDigest, payloadDigest: checkPayload(head, expected, content) }
}

/** Some tools take the payload digest before, some after the transfer coding: either is right. */
function checkPayload(head: HeadBlock, expected: string, content: Buffer): DigestCheck {
  const isHttp = /^application\/http\b/iu.test(headerOf(head.headers, 'content-type') ?? '')
  if (!isHttp) return checkDigest(expected, content)
  const response = parseHttpResponse(content)
  if (response === null) {
    const request = parseHead(content, 'latin1')
    return request === null ? 'unchecked' : checkDigest(expected, content.subarray(request.length))
  }
  const check = checkDigest(expected, response.body)
  if (check !== 'wrong') return check
  const payload = payloadOf(response)
  return payload === response.body ? 'wrong' : checkDigest(expected, payload)
}

function none(reason: WarcFaultReason, message: string): NoRecord {
  return { kind: 'none', reason, message }
}
