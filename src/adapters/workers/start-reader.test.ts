import { afterEach, describe, expect, test } from 'vitest'

import type { ReadTask } from './read-task.ts'
import { type Reader, startReader } from './start-reader.ts'

const script = new URL('../../../test/support/faulty-reader.mjs', import.meta.url)
let reader: Reader
afterEach(() => reader.close())

function task(order: string, format: ReadTask['format'] = 'text'): ReadTask {
  const given = { sourceId: order, title: null, published: null, url: null, outlet: null }
  return { bytes: new TextEncoder().encode(order), sha256: null, format, charset: null, given, options: {} }
}
const read = (orders: readonly string[]) => Promise.all(orders.map((order) => reader.read(task(order))))
const answer = (order: string) => ({ json: `${order} text`, coverage: 'covered', language: 'en', claims: 0 })

describe('a document that hangs or kills its thread is told, and those behind it are read', () => {
  test.each([
    ['hang x', 'timeout', /longer than 0\.4 s.*--time-limit/u],
    ['throw x', 'crash', /ended its thread \(thrown at x\)/u],
    ['exit x', 'crash', /ended its thread \(exit code 7\)/u],
  ])('%s: %s', async (order, reason, message) => {
    reader = startReader({ workers: 1, timeLimitMs: 400, script })
    const outcomes = await read(['read 1', 'read 2', order, 'read 3', 'read 4'])
    expect(outcomes[2]).toEqual({ sourceId: order, reason, message: expect.stringMatching(message) })
    expect(outcomes.filter((_, i) => i !== 2)).toEqual(['read 1', 'read 2', 'read 3', 'read 4'].map(answer))
  })

  test('a document that needs more memory than a thread may have', async () => {
    reader = startReader({ workers: 1, timeLimitMs: 20_000, maxMegabytes: 48, script })
    const outcomes = await read(['read 1', 'hoard x', 'read 2'])
    expect(outcomes[1]).toMatchObject({
      reason: 'crash',
      message: expect.stringContaining('more than 48 MB of memory'),
    })
    expect([outcomes[0], outcomes[2]]).toEqual([answer('read 1'), answer('read 2')])
  })

  test('several on several threads', async () => {
    reader = startReader({ workers: 3, timeLimitMs: 400, script })
    const orders = ['throw a', 'read 1', 'hang b', 'exit c', 'read 2', 'hang d', 'read 3', 'read 4']
    const reasons = (await read(orders)).map((outcome) => ('reason' in outcome ? outcome.reason : outcome.json))
    expect(reasons).toEqual([
      'crash',
      'read 1 text',
      'timeout',
      'crash',
      'read 2 text',
      'timeout',
      'read 3 text',
      'read 4 text',
    ])
  })

  test('the time limit counts for one document, not for those waiting behind it', async () => {
    reader = startReader({ workers: 1, timeLimitMs: 300, script })
    const outcomes = await read(['hang 1', 'hang 2', 'read 3'])
    expect(outcomes.map((outcome) => ('reason' in outcome ? outcome.reason : 'read'))).toEqual([
      'timeout',
      'timeout',
      'read',
    ])
  })

  test('a page that hangs is tried once more with the fast extractor', async () => {
    reader = startReader({ workers: 1, timeLimitMs: 300, script })
    const outcomes = await Promise.all([
      reader.read(task('hang-unless-fast x', 'html')),
      reader.read(task('hang y', 'html')),
    ])
    expect(outcomes).toEqual([
      { json: 'hang-unless-fast x html', coverage: 'covered', language: 'en', claims: 0 },
      { sourceId: 'hang y', reason: 'timeout', message: expect.any(String) },
    ])
  })
})

test('a reader that is closed while its thread starts leaves nothing behind', async () => {
  reader = startReader({ workers: 1, timeLimitMs: 50, script })
  void reader.read(task('hang 1'))
  await new Promise((resolve) => setTimeout(resolve, 20))
  await reader.close()
  const timers = () =>
    process.getActiveResourcesInfo().filter((name) => name === 'MessagePort' || name === 'Worker').length
  const before = timers()
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(timers()).toBeLessThanOrEqual(before)
})

test('a thread that cannot start is our fault and fails loudly', async () => {
  reader = startReader({ workers: 1, timeLimitMs: 300, script: new URL('no-such-script.mjs', import.meta.url) })
  await expect(reader.read(task('read 1'))).rejects.toMatchObject({ name: 'CairnError', code: 'broken-worker' })
})
