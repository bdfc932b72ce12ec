import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { openArchive } from '../../src/adapters/archive/open-archive.ts'
import { bytesOfFile } from '../../src/adapters/warc/byte-window.ts'
import { readWarc } from '../../src/adapters/warc/read-warc.ts'
import type { Archive, Archived } from '../../src/ports/archive.ts'

const SCRIPT = join(import.meta.dirname, '../support/append-captures.mjs')
const root = mkdtempSync(join(tmpdir(), 'cairn-crash-'))
afterAll(() => rmSync(root, { recursive: true }))

function open(folder: string): Promise<Archive> {
  return openArchive({ folder, clock: { now: () => new Date() }, software: 'x', findPayload: async () => null })
}
async function faultsIn(folder: string): Promise<readonly object[]> {
  const faults: object[] = []
  for (const name of readdirSync(folder))
    for await (const found of readWarc(bytesOfFile(join(folder, name)), { maxBytes: 1e8 }))
      faults.push(...(found.kind === 'fault' ? [found] : found.faults))
  return faults
}

/** Runs the writer and kills it outright some time after it acknowledged its first batch. */
async function killWriter(folder: string, afterMs: number): Promise<readonly Archived[]> {
  const writer = spawn(process.execPath, [SCRIPT, folder, '400000', '5'], { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  let isDoomed = false
  writer.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
    if (!isDoomed) setTimeout(() => writer.kill('SIGKILL'), afterMs)
    isDoomed = true
  })
  await new Promise((done) => writer.on('close', done))
  const lines = out.split('\n').slice(0, -1)
  return lines.map((line) => JSON.parse(line) as Archived)
}

test.each([0, 7, 19, 40, 83])(
  'a writer that is killed %d ms after its first batch: what it acknowledged is whole, the rest can be cut off',
  async (afterMs) => {
    const folder = mkdtempSync(join(root, 'k-'))
    const batches = await killWriter(folder, afterMs)
    const spans = batches.flatMap(({ heads, locations }) => [...heads, ...locations])
    expect(batches.length).toBeGreaterThan(0)
    const archive = await open(folder)
    for (const [i, location] of batches.flatMap(({ locations }) => locations).entries())
      expect(await archive.read(location)).toMatchObject({ captureId: `capture-${i}` })
    const stray = await archive.findStray(spans)
    expect(stray.length).toBeLessThanOrEqual(1)
    for (const bytes of stray) {
      expect(bytes).toMatchObject({ isUnderway: false, offset: Math.max(...spans.map((s) => s.offset + s.length)) })
      await archive.dropStray(bytes)
    }
    expect(await archive.findStray(spans)).toEqual([])
    expect(await faultsIn(folder)).toEqual([])
    await archive.close()
  },
)

test.runIf(process.platform !== 'win32')(
  'a full disk: the batch is refused with "disk-full", nothing of it stays, and a smaller one is written',
  async () => {
    const folder = mkdtempSync(join(root, 'f-'))
    // The limit on the size of a file is met as a full disk is: a write that stops short, then an error.
    const command = `ulimit -f 3000; exec "$0" "$@"`
    const run = spawnSync('bash', ['-c', command, process.execPath, SCRIPT, folder, '300000', '4'], {
      encoding: 'utf8',
    })
    const batches = run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Archived & { code?: string })
    expect(batches.map(({ code }) => code)).toEqual([undefined, undefined, 'disk-full'])
    const spans = batches.flatMap(({ heads, locations }) => [...heads, ...locations])
    const archive = await open(folder)
    for (const span of spans) expect(await archive.check(span)).toBe(null)
    expect(await archive.findStray(spans)).toEqual([])
    expect(readdirSync(folder)).toHaveLength(1)
    expect(await faultsIn(folder)).toEqual([])
    await archive.close()
  },
)

test('a living writer of another process is seen, and its bytes are not cut off', async () => {
  const folder = mkdtempSync(join(root, 'l-'))
  const writer = spawn(process.execPath, [SCRIPT, folder, '1000', '1'], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => writer.stdout.once('data', resolve))
  const archive = await open(folder)
  const [stray] = await archive.findStray([])
  expect(stray).toMatchObject({ isUnderway: true, offset: 0 })
  await expect(archive.dropStray(stray as NonNullable<typeof stray>)).rejects.toMatchObject({ code: 'bad-usage' })
  writer.kill('SIGKILL')
  await new Promise((resolve) => writer.on('close', resolve))
  const [left] = await archive.findStray([])
  expect(left).toMatchObject({ isUnderway: false })
  await archive.dropStray(left as NonNullable<typeof left>)
  expect(readdirSync(folder)).toEqual([])
  await archive.close()
})
