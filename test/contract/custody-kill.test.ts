import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'

import { createCustodyLog } from '../../src/adapters/custody/create-custody-log.ts'
import { openCustodyLog } from '../../src/adapters/custody/open-custody-log.ts'
import { collect } from './custody-log.ts'

const BUILT = pathToFileURL(join(import.meta.dirname, '../../dist/src/adapters/custody/open-custody-log.js')).href
/** Recovers the log, appends to it without end, and says each head that was acknowledged. */
const WRITER = `
import { openCustodyLog } from ${JSON.stringify(BUILT)}
const log = openCustodyLog(process.argv[1])
await log.recover()
for (let n = 0; ; n++) {
  const entries = Array.from({ length: 1 + (n % 40) }, (_, i) => ({
    kind: 'note', at: '2024-05-01T00:00:00.000Z', what: 'line '.repeat(50), detail: { n, i },
  }))
  const { size, root } = await log.append(entries)
  process.stdout.write(size + ' ' + root + '\\n')
}`
/** \`CAIRN_KILLS=25\` for the long form. */
const KILLS = Number(process.env['CAIRN_KILLS'] ?? 3)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-kill-'))
  await createCustodyLog(folder)
})
afterAll(() => rm(folder, { recursive: true }))

test(`a writer killed ${KILLS} times in the middle of its work has lost nothing that it acknowledged, under a reader's eyes`, async () => {
  let acknowledged = { size: 0, root: (await openCustodyLog(folder).head()).root }
  for (let round = 0; round < KILLS; round++) {
    const writer = spawn(process.execPath, ['--input-type=module', '-e', WRITER, folder])
    let said = ''
    let faults = ''
    writer.stdout.on('data', (part: Buffer) => (said += part.toString()))
    writer.stderr.on('data', (part: Buffer) => (faults += part.toString()))
    const ended = new Promise((resolve) => writer.on('close', resolve))
    onTestFinished(() => void writer.kill('SIGKILL'))
    for (const patience = Date.now() + 20_000; said.split('\n').length < 12 && Date.now() < patience;) await delay(10)
    // While it writes, another process that verifies finds nothing wrong with what was acknowledged so far.
    const reader = openCustodyLog(folder, { patienceMs: 20_000 })
    const during = await collect(reader.verify({ head: acknowledged, keyName: null }))
    await delay(round * 7)
    writer.kill('SIGKILL')
    await ended
    expect(faults).toBe('')
    expect(during).toEqual([])
    const [size = '', root = ''] = said.split('\n').at(-2)?.split(' ') ?? []
    expect(Number(size)).toBeGreaterThan(acknowledged.size)
    acknowledged = { size: Number(size), root }
    const log = openCustodyLog(folder, { patienceMs: 10 })
    await log.recover()
    expect(await collect(log.verify({ head: acknowledged, keyName: null }))).toEqual([])
    expect((await log.head()).size).toBeGreaterThanOrEqual(acknowledged.size)
  }
}, 300_000)
