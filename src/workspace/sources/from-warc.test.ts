import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { writeWacz } from '../../adapters/wacz/write-wacz.ts'
import { gzipEach, makeRecord, makeResponse } from '../../../test/support/make-warc.ts'
import type { Sourced } from '../ingest/source-item.ts'
import type { Workspace } from '../workspace.ts'
import { fromWarc } from './from-warc.ts'

const folder = mkdtempSync(join(tmpdir(), 'cairn-from-warc-'))
afterAll(() => rmSync(folder, { recursive: true }))

const OPTIONS = { format: 'auto', published: null, title: null, url: null, outlet: null, maxBytes: 1e6 } as const
const urlOf = (name: string): string => `https://harbour-wire.example/${name}`
const warcOf = (...names: readonly string[]): Buffer =>
  gzipEach([
    ...names.map((name) =>
      makeRecord({ id: `urn:${name}`, uri: urlOf(name), content: makeResponse(`<p>Page ${name}.`) }),
    ),
    makeRecord({ id: 'urn:pic', content: makeResponse('x', { 'Content-Type': 'image/png' }) }),
  ])
async function packageOf(warcs: Readonly<Record<string, Buffer>>): Promise<Buffer> {
  const files = Object.entries(warcs).map(([name, bytes]) => ({
    name,
    async *chunks() {
      yield bytes
    },
  }))
  const told = { title: 't', description: null, created: '2026-11-22T10:00:00Z', software: 'x', pages: null, extra: [] }
  const parts: Buffer[] = []
  for await (const part of writeWacz({ ...told, warcs: files })) parts.push(part)
  return Buffer.concat(parts)
}
function file(name: string, content: Buffer): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

/** Takes items in up to `stopAfter` of them, and keeps the bookmark of each as the workspace does. */
async function takeIn(settings: Map<string, string>, path: string, stopAfter = Number.POSITIVE_INFINITY) {
  const workspace = { store: { setting: async (name: string) => settings.get(name) ?? null } } as unknown as Workspace
  const taken: string[] = []
  const notes: Sourced[] = []
  for await (const found of fromWarc(workspace, path, OPTIONS)) {
    if (found.kind === 'note') {
      notes.push(found)
      continue
    }
    taken.push(found.item.resource)
    if (found.bookmark !== null) settings.set(found.bookmark.name, found.bookmark.value)
    if (taken.length === stopAfter) break
  }
  return { taken, notes }
}

test('a WARC is gone on with at the last record that was acknowledged, and not read again when it was taken in whole', async () => {
  const settings = new Map<string, string>()
  const path = file('crawl.warc.gz', warcOf('a', 'b', 'c'))
  expect((await takeIn(settings, path, 2)).taken).toEqual([urlOf('a'), urlOf('b')])
  expect((await takeIn(settings, path)).taken).toEqual([urlOf('b'), urlOf('c')])
  const { taken, notes } = await takeIn(settings, path)
  expect(taken).toEqual([])
  expect(notes).toMatchObject([{ message: 'was taken in whole before; it is not read again.' }])
})

test('every WARC of a WACZ package is taken in, each with a bookmark of its own', async () => {
  const settings = new Map<string, string>()
  const path = file('crawl.wacz', await packageOf({ 'one.warc.gz': warcOf('a', 'b'), 'two.warc.gz': warcOf('c', 'd') }))
  expect((await takeIn(settings, path, 3)).taken).toEqual([urlOf('a'), urlOf('b'), urlOf('c')])
  const { taken, notes } = await takeIn(settings, path)
  expect(taken).toEqual([urlOf('c'), urlOf('d')])
  expect(notes.map(({ label }) => label.replace(folder, ''))).toContain('/crawl.wacz, archive/two.warc.gz')
})

test('a WARC with damage in it is read again, so that every run tells of it', async () => {
  const settings = new Map<string, string>()
  const path = file('damaged.warc.gz', Buffer.concat([warcOf('a'), Buffer.from('damage'), warcOf('b', 'c')]))
  const faults = (notes: readonly Sourced[]) => notes.filter((note) => note.kind === 'note' && note.isFault)
  const first = await takeIn(settings, path, 3)
  expect(first.taken).toEqual([urlOf('a'), urlOf('b'), urlOf('c')])
  expect(faults(first.notes)).toHaveLength(1)
  await takeIn(settings, path)
  const again = await takeIn(settings, path)
  expect(again.taken).toEqual([urlOf('a'), urlOf('b'), urlOf('c')])
  expect(faults(again.notes)).toHaveLength(1)
})

test('another WARC of the same name, size and time is not taken for the one before', async () => {
  const settings = new Map<string, string>()
  const at = new Date('2026-01-01T00:00:00Z')
  const take = async (name: string): Promise<readonly string[]> => {
    const path = file('same.warc', makeRecord({ uri: urlOf(name), content: makeResponse(`<p>Page ${name}.`) }))
    utimesSync(path, at, at)
    return (await takeIn(settings, path)).taken
  }
  expect(await take('a')).toEqual([urlOf('a')])
  expect(await take('a')).toEqual([])
  expect(await take('b')).toEqual([urlOf('b')])
})

test('a package that is none is told', async () => {
  const { taken, notes } = await takeIn(new Map(), file('none.wacz', Buffer.from('hello')))
  expect(taken).toEqual([])
  expect(notes).toMatchObject([{ isFault: true }])
})
