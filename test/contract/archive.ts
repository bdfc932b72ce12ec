import { createHash } from 'node:crypto'

import { expect, test } from 'vitest'

import type { ArchivedItem, ArchiveLocation, ReceivedItem } from '../../src/model/archived.ts'
import type { Archive, ArchiveFault } from '../../src/ports/archive.ts'

/** What an adapter must let the suite do to it. */
export interface ArchiveSubject {
  readonly archive: Archive
  /** Tells the archive that these captures are committed, so that it may refer to their payloads. */
  commit(sha256: string, location: ArchiveLocation): void
  /** Changes the stored bytes of a file behind the archive's back. */
  tamper(file: string, change: (bytes: Buffer) => Buffer): Promise<void>
  /** Opens the same archive again, as another process would. */
  reopen(): Promise<Archive>
}

export const TEXT =
  'Three people were killed when a shell hit the market in Orikhiv on Monday, the mayor said. '.repeat(12)

export function receivedText(text: string, resource = 'urn:example:note'): ReceivedItem {
  const payload = Buffer.from(text)
  return {
    way: 'file',
    resource,
    receivedAt: '2026-11-22T10:00:00.123Z',
    payload,
    payloadSha256: createHash('sha256').update(payload).digest('hex'),
    mediaType: 'text/plain',
    charset: 'utf-8',
    given: { sourceId: 'note-1', title: 'A note', published: '2026-11-21', url: null, outlet: 'Example Wire' },
    http: null,
  }
}

export function receivedPage(html: string, url: string): ReceivedItem {
  return {
    ...receivedText(html, url),
    way: 'url',
    mediaType: 'text/html',
    http: {
      requestedUrl: `${url}?old`,
      finalUrl: url,
      method: 'GET',
      requestHeaders: [
        ['User-Agent', 'cairn'],
        ['Accept', 'text/html'],
      ],
      status: 200,
      statusText: 'OK',
      responseHeaders: [
        ['Content-Type', 'text/html; charset=utf-8'],
        ['Transfer-Encoding', 'chunked'],
        ['X-Served-By', 'edge 1'],
        ['X-Served-By', 'edge 2'],
      ],
      redirects: [`${url}?old`],
    },
  }
}

/** What every archive promises, whatever it stores its bytes in. */
export function describeArchive(name: string, open: () => Promise<ArchiveSubject>): void {
  test(`${name}: what was received comes back in full, under its capture id`, async () => {
    const { archive, reopen } = await open()
    const items = [receivedText(TEXT), receivedText(''), receivedPage(`<p>${TEXT}</p>`, 'https://news.example.org/a')]
    const { locations } = await archive.append(items.map((item, i) => ({ captureId: `capture-${i}`, item })))
    for (const reader of [archive, await reopen()]) {
      for (const [i, item] of items.entries()) {
        const location = locations[i] as ArchiveLocation
        expect(await reader.check(location)).toBe(null)
        expect(plain(await reader.read(location))).toEqual({ ...plain(item), captureId: `capture-${i}`, location })
      }
    }
  })

  test(`${name}: spans and heads together cover every byte; nothing is stray`, async () => {
    const { archive } = await open()
    const first = await archive.append([{ captureId: 'a', item: receivedText(TEXT) }])
    const second = await archive.append([
      { captureId: 'b', item: receivedText(`${TEXT} more`) },
      { captureId: 'c', item: receivedText('short') },
    ])
    const all = [...first.heads, ...first.locations, ...second.heads, ...second.locations]
    expect(await archive.findStray(all)).toEqual([])
    for (const location of all) expect(await archive.check(location)).toBe(null)
  })

  test(`${name}: an empty batch writes nothing`, async () => {
    const { archive } = await open()
    expect(await archive.append([])).toEqual({ locations: [], heads: [] })
    expect(await archive.findStray([])).toEqual([])
  })

  test(`${name}: a payload that is committed already is not written again and comes back all the same`, async () => {
    const { archive, commit } = await open()
    const long = receivedText(Array.from({ length: 3000 }, (_, i) => `${i * 7919}`).join(' '), 'urn:example:first')
    const [original] = (await archive.append([{ captureId: 'first', item: long }])).locations
    commit(long.payloadSha256, original as ArchiveLocation)
    for (const resource of ['urn:example:second', 'urn:example:third']) {
      const again = { ...long, resource, receivedAt: '2026-11-23T10:00:00.000Z' }
      const [location] = (await archive.append([{ captureId: resource, item: again }])).locations
      expect(location?.length).toBeLessThan((original?.length ?? 0) / 4)
      expect(plain(await archive.read(location as ArchiveLocation))).toEqual({
        ...plain(again),
        captureId: resource,
        location,
      })
      commit(long.payloadSha256, location as ArchiveLocation)
    }
  })

  test(`${name}: a payload is written again when the one it could refer to is damaged`, async () => {
    const { archive, commit, tamper } = await open()
    const item = receivedText(TEXT)
    const [original] = (await archive.append([{ captureId: 'first', item }])).locations as [ArchiveLocation]
    commit(item.payloadSha256, original)
    await tamper(original.file, (bytes) => flipped(bytes, original.offset + 40))
    const [second] = (await archive.append([{ captureId: 'second', item }])).locations as [ArchiveLocation]
    expect(plain(await archive.read(second))).toMatchObject({ captureId: 'second', payload: TEXT })
  })

  test(`${name}: where a payload that others refer to is damaged, reading them says so`, async () => {
    const { archive, commit, tamper } = await open()
    const item = receivedText(TEXT)
    const [original] = (await archive.append([{ captureId: 'first', item }])).locations as [ArchiveLocation]
    commit(item.payloadSha256, original)
    const [second] = (await archive.append([{ captureId: 'second', item }])).locations as [ArchiveLocation]
    await tamper(original.file, (bytes) => flipped(bytes, original.offset + 40))
    expect(await archive.check(second)).toBe(null)
    expect(await archive.read(second)).toMatchObject({ reason: 'changed', location: second })
  })

  test(`${name}: a payload that does not have its SHA-256 is refused`, async () => {
    const { archive } = await open()
    const item = { ...receivedText(TEXT), payloadSha256: '0'.repeat(64) }
    await expect(archive.append([{ captureId: 'a', item }])).rejects.toMatchObject({ code: 'bad-usage' })
    expect(await archive.findStray([])).toEqual([])
  })

  test(`${name}: appends that overlap in time lie one behind the other`, async () => {
    const { archive } = await open()
    const batches = await Promise.all(
      Array.from({ length: 8 }, (_, i) => archive.append([{ captureId: `c${i}`, item: receivedText(`${TEXT} ${i}`) }])),
    )
    const all = batches.flatMap(({ heads, locations }) => [...heads, ...locations])
    expect(await archive.findStray(all)).toEqual([])
    for (const [i, { locations }] of batches.entries())
      expect(await archive.read(locations[0] as ArchiveLocation)).toMatchObject({ captureId: `c${i}` })
  })

  test(`${name}: any flipped byte of a span is found by check, and read gives a fault and no item`, async () => {
    const { archive, tamper } = await open()
    const [location] = (await archive.append([{ captureId: 'a', item: receivedText(TEXT) }])).locations as [
      ArchiveLocation,
    ]
    for (let at = 0; at < location.length; at += 1) {
      await tamper(location.file, (bytes) => flipped(bytes, location.offset + at))
      expect(await archive.check(location)).toMatchObject({ reason: 'changed', location })
      expect(await archive.read(location)).toMatchObject({ reason: 'changed', location })
      await tamper(location.file, (bytes) => flipped(bytes, location.offset + at))
    }
    expect(await archive.check(location)).toBe(null)
  })

  test(`${name}: a file that was cut off, and one that is gone, are told apart`, async () => {
    const { archive, tamper } = await open()
    const item = { captureId: 'a', item: receivedText(TEXT) }
    const [location] = (await archive.append([item])).locations as [ArchiveLocation]
    await tamper(location.file, (bytes) => bytes.subarray(0, bytes.length - 1))
    expect(await archive.check(location)).toMatchObject({ reason: 'truncated' })
    expect(await archive.read(location)).toMatchObject({ reason: 'truncated' })
    await tamper(location.file, (bytes) => bytes.subarray(0, location.offset))
    expect(await archive.check(location)).toMatchObject({ reason: 'missing' })
    expect(await archive.check({ ...location, file: 'none.warc.gz' })).toMatchObject({ reason: 'missing' })
  })

  test(`${name}: a location never leads out of the archive`, async () => {
    const { archive } = await open()
    const sha256 = '0'.repeat(64)
    for (const file of ['../secret', '/etc/passwd', 'a/b', 'a\\b', '..', '.', '', 'C:x', 'a\u0000b'])
      expect(await archive.read({ file, offset: 0, length: 10, sha256 })).toMatchObject({ reason: 'missing' })
    for (const [offset, length] of [
      [-1, 10],
      [0, -1],
      [0, 0],
      [0.5, 2],
      [0, Number.NaN],
      [2 ** 60, 1],
    ] as const)
      expect(await archive.read({ file: 'x.warc.gz', offset, length, sha256 })).toMatchObject({ reason: 'missing' })
  })

  test(`${name}: stray bytes are cut off the end only, and not under a living writer`, async () => {
    const { archive, reopen, tamper } = await open()
    const { heads, locations } = await archive.append([{ captureId: 'a', item: receivedText(TEXT) }])
    const [location] = locations as [ArchiveLocation]
    const end = location.offset + location.length
    await archive.close()
    await tamper(location.file, (bytes) => Buffer.concat([bytes, Buffer.from('half a write')]))
    const later = await reopen()
    const [stray, ...others] = await later.findStray([...heads, ...locations])
    expect(stray).toEqual({ file: location.file, offset: end, length: 12, isUnderway: false })
    expect(others).toEqual([])
    const middle = { ...(stray as NonNullable<typeof stray>), offset: location.offset, length: 5 }
    await expect(later.dropStray(middle)).rejects.toMatchObject({ code: 'bad-usage' })
    await later.dropStray(stray as NonNullable<typeof stray>)
    expect(await later.findStray([...heads, ...locations])).toEqual([])
    expect(await later.check(location)).toBe(null)

    const writing = await later.append([{ captureId: 'b', item: receivedText(TEXT) }])
    const [underway] = await later.findStray([...heads, ...locations])
    expect(underway).toMatchObject({ file: writing.locations[0]?.file, offset: 0, isUnderway: true })
    await expect(later.dropStray(underway as NonNullable<typeof underway>)).rejects.toMatchObject({ code: 'bad-usage' })
    await later.close()
    const last = await reopen()
    const [dead] = await last.findStray([...heads, ...locations])
    await last.dropStray(dead as NonNullable<typeof dead>)
    expect(await last.findStray([...heads, ...locations])).toEqual([])
  })
}

export function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes)
  changed[at] = (changed[at] ?? 0) ^ 0x10
  return changed
}

/** An item with its payload as text, so that a difference can be read. */
function plain(item: ReceivedItem | ArchivedItem | ArchiveFault): object {
  return 'payload' in item ? { ...item, payload: Buffer.from(item.payload).toString() } : item
}
