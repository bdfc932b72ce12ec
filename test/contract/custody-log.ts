import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CustodyEntry } from '../../src/model/custody.ts'
import type { CustodyAnchor, CustodyLog } from '../../src/ports/custody-log.ts'

/** What an adapter gives the suite. */
export interface CustodyLogUnderTest {
  /** A new, empty log. */
  create(): Promise<CustodyLog>
  /** The log that `create` made last, opened again as another process would. */
  reopen(): Promise<CustodyLog>
}

const HASH = 'ab'.repeat(32)
const NO_ANCHOR: CustodyAnchor = { head: null, keyName: null }

/** One entry of each kind, the `n`-th with values of its own. */
export function sampleEntry(n: number): CustodyEntry {
  const at = new Date(Date.UTC(2024, 2, 1, 0, 0, n)).toISOString()
  const location = { file: 'a-1.warc.gz', offset: n * 100, length: 100, sha256: HASH }
  switch (n % 6) {
    case 0:
      return {
        kind: 'capture',
        at,
        captureId: `sha256:${n}`,
        receivedAt: at,
        resource: `https://herald.example/ü/${n}?a="b"`,
        payloadSha256: HASH,
        location,
        session: 'run-1',
      }
    case 1:
      return { kind: 'archive-head', at, location }
    case 2:
      return {
        kind: 'reading',
        at,
        captureId: `sha256:${n - 2}`,
        documentId: null,
        producer: 'rules 0.1.0',
        sha256: HASH,
      }
    case 3:
      return { kind: 'decision', at, decisionId: `d-${n}`, sha256: HASH }
    case 4:
      return { kind: 'export', at, what: 'proof', sha256: HASH }
    default:
      return {
        kind: 'note',
        at,
        what: 'recovered',
        detail: { entries: n, reason: 'line\nbreak \u2028 and \ud83d\udd4a', whole: true, by: null },
      }
  }
}

export const sampleEntries = (from: number, to: number): readonly CustodyEntry[] =>
  Array.from({ length: to - from }, (_, i) => sampleEntry(from + i))

/** Reads all of an async iterable. */
export async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

/** What every custody log promises, whatever it is kept in. */
export function testCustodyLog(name: string, under: () => CustodyLogUnderTest): void {
  describe(`custody log: ${name}`, () => {
    let adapter: CustodyLogUnderTest
    let log: CustodyLog
    beforeEach(async () => {
      adapter = under()
      log = await adapter.create()
    })
    afterEach(() => log.close())

    test('a new log is empty, and its root is the hash of nothing', async () => {
      expect(await log.head()).toEqual({
        size: 0,
        root: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      })
      expect(await collect(log.entries())).toEqual([])
      expect(await collect(log.verify(NO_ANCHOR))).toEqual([])
    })

    test('entries come back as they went in, with their positions, from any start', async () => {
      await log.append(sampleEntries(0, 5))
      await log.append(sampleEntries(5, 13))
      const expected = sampleEntries(0, 13).map((entry, i) => [i, entry])
      expect(await collect(log.entries())).toEqual(expected)
      for (const start of [0, 1, 4, 5, 12, 13, 99]) {
        expect(await collect(log.entries(start))).toEqual(expected.slice(start))
      }
    })

    test('the head does not depend on how entries were batched', async () => {
      const at = await log.append(sampleEntries(0, 20))
      const other = await adapter.create()
      for (let i = 0; i < 20; i += 3) await other.append(sampleEntries(i, Math.min(20, i + 3)))
      expect(await other.head()).toEqual(at)
      await other.close()
    })

    test('appending nothing changes nothing', async () => {
      const head = await log.append(sampleEntries(0, 2))
      expect(await log.append([])).toEqual(head)
    })

    test('what one process appends, another that had the log open sees', async () => {
      const other = await adapter.reopen()
      expect(await other.head()).toEqual(await log.head())
      const head = await log.append(sampleEntries(0, 3))
      expect(await other.head()).toEqual(head)
      const next = await other.append(sampleEntries(3, 7))
      expect(await log.head()).toEqual(next)
      expect(await log.append(sampleEntries(7, 9))).toEqual(await other.head())
      expect((await collect(other.entries())).map(([, entry]) => entry)).toEqual(sampleEntries(0, 9))
      await other.close()
    })

    test('every entry can be proven, and a position that is not there is refused', async () => {
      const { size, root } = await log.append(sampleEntries(0, 11))
      for (let index = 0; index < size; index++) {
        expect(await log.prove(index)).toMatchObject({ index, size, root })
      }
      await expect(log.prove(11)).rejects.toMatchObject({ code: 'bad-usage' })
      await expect(log.prove(-1)).rejects.toMatchObject({ code: 'bad-usage' })
    })

    test('growth can be proven from every earlier size', async () => {
      const { size, root } = await log.append(sampleEntries(0, 11))
      for (let first = 1; first <= size; first++) {
        expect(await log.proveGrowth(first)).toMatchObject({ first, second: size, root })
      }
      await expect(log.proveGrowth(0)).rejects.toMatchObject({ code: 'bad-usage' })
      await expect(log.proveGrowth(12)).rejects.toMatchObject({ code: 'bad-usage' })
    })

    test('a log that nobody touched has no fault, and nothing to recover', async () => {
      const early = await log.append(sampleEntries(0, 6))
      await log.append(sampleEntries(6, 40))
      const keyName = await log.keyName()
      expect(await collect(log.verify({ head: early, keyName }))).toEqual([])
      expect(await log.recover()).toEqual([])
      expect(await collect(log.verify({ head: await log.head(), keyName }))).toEqual([])
    })

    test.each([
      ['a head that the log has not reached', { size: 9, root: HASH }, 'truncated'],
      ['another root at a size it has passed', { size: 3, root: HASH }, 'rewritten'],
      ['another root at its own size', { size: 6, root: HASH }, 'rewritten'],
    ] as const)('against the anchor: %s', async (_, head, reason) => {
      await log.append(sampleEntries(0, 6))
      expect(await collect(log.verify({ head, keyName: null }))).toMatchObject([{ reason }])
    })

    test('against the anchor: another key', async () => {
      const keyName = 'cairn.custody/0000000000000000'
      expect(await collect(log.verify({ head: null, keyName }))).toMatchObject([{ reason: 'bad-key' }])
    })
  })
}
