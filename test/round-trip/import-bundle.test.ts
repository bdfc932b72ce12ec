import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { checkPackedBundle, packBundle, unpackBundle } from '../../src/adapters/custody/bundle/pack-bundle.ts'
import { signPackage } from '../../src/adapters/custody/bundle/sign-package.ts'
import { readCustodyEvidence } from '../../src/adapters/custody/read-evidence.ts'
import { readWacz } from '../../src/adapters/wacz/read-wacz.ts'
import { readWarc } from '../../src/adapters/warc/read-warc.ts'
import { exportFiles, RECORD_FORMATS } from '../../src/exports/export-files.ts'
import type { ExportSet } from '../../src/exports/export-set.ts'
import { NO_FILTER } from '../../src/exports/match-filter.ts'
import type { ReceivedItem } from '../../src/model/archived.ts'
import { recordIncidents } from '../../src/pipeline.ts'
import { localReader, openForWriting, reportItem, RULES_1 } from '../support/make-workspace.ts'
import {
  findUnlike,
  fromBundle,
  noteImport,
  type ProvenBundle,
  proveBundle,
  takeDecisions,
} from '../../src/workspace/import-bundle.ts'
import { keepDecision } from '../../src/workspace/decisions/keep-decision.ts'
import { loadDecisions } from '../../src/workspace/decisions/load-decisions.ts'
import { type DecisionRequest, planAct } from '../../src/workspace/decisions/plan-act.ts'
import { loadDocuments } from '../../src/workspace/incidents/load-documents.ts'
import { ingest } from '../../src/workspace/ingest/ingest.ts'
import type { Sourced } from '../../src/workspace/ingest/source-item.ts'
import { startTally } from '../../src/workspace/ingest/tally.ts'
import { proveRecord } from '../../src/workspace/prove-record.ts'
import { findProvable, prove } from '../../src/workspace/prove.ts'
import { software } from '../../src/workspace/software.ts'
import { openEvidence } from '../../src/workspace/open-evidence.ts'
import { verifyWorkspace } from '../../src/workspace/verify.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'

const root = mkdtempSync(join(tmpdir(), 'cairn-import-'))
const OPTIONS = { reader: localReader(), producer: RULES_1, workers: 1, maxBytes: 1e6 }

/** Three reports, a fetched page received at another time, and a page that was received twice, its bytes archived once. */
function items(): ReceivedItem[] {
  const [one, two, three, four] = [1, 2, 3, 4].map((n) => reportItem(n)) as [
    ReceivedItem,
    ReceivedItem,
    ReceivedItem,
    ReceivedItem,
  ]
  const page = Buffer.from(
    `<html><body><p>A drone killed six people in Kherson on Sunday, police said. 😢</p>${'<!-- pad -->'.repeat(2000)}</body></html>`,
  )
  const fetched: ReceivedItem = {
    ...four,
    way: 'url',
    resource: 'https://harbour-wire.example/kherson',
    receivedAt: '2026-11-20T07:08:09.010Z',
    payload: page,
    payloadSha256: sha256(page),
    mediaType: 'text/html',
    given: { sourceId: null, title: null, published: '2022-05-23', url: null, outlet: null },
    http: {
      requestedUrl: 'https://harbour-wire.example/kherson',
      finalUrl: 'https://harbour-wire.example/kherson',
      method: 'GET',
      requestHeaders: [['user-agent', 'cairn']],
      status: 200,
      statusText: 'OK',
      responseHeaders: [['content-type', 'text/html; charset=utf-8']],
      redirects: [],
    },
  }
  return [one, two, three, fetched, { ...fetched, receivedAt: '2026-11-21T07:08:09.010Z' }]
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function* sourcesOf(received: readonly ReceivedItem[]): AsyncGenerator<Sourced> {
  for (const item of received) yield { kind: 'item', label: item.resource, item, bookmark: null }
}

/** What `cairn export --full --unreviewed` is made of. @param without captures that are left out */
async function setOf(workspace: Workspace, without: ReadonlySet<string> = new Set()): Promise<ExportSet> {
  const documents = (await loadDocuments(workspace)).filter(({ captureId }) => !without.has(captureId))
  const decisions = await loadDecisions(workspace)
  return {
    records: recordIncidents(documents, { policy: 'cairn', decisions }),
    captures: new Map(
      documents.map(({ captureId, receivedAt, reading: { document } }) => [
        captureId,
        { digest: document.captureId, receivedAt, language: document.language, text: document.text },
      ]),
    ),
    decisions,
    level: 'full',
    withUnreviewed: true,
    filter: NO_FILTER,
    provenance: { codebook: '1', extractor: RULES_1, languages: ['en'], policies: ['cairn-best@1'], asOf: null },
  }
}

/** Decisions that change what exports say, and one that is undone. */
async function decide(workspace: Workspace): Promise<void> {
  const documents = await loadDocuments(workspace)
  const { records } = await setOf(workspace)
  const keep = async (request: DecisionRequest): Promise<string> => {
    const act = planAct(request, { documents, records, decisions: await loadDecisions(workspace) })
    if ('reason' in act) throw new Error(act.message)
    return (await keepDecision(workspace, act, { actor: 'reviewer-7', reason: 'read the report' })).id
  }
  const [one = '', two = '', three = ''] = records.flatMap(({ claims }) => claims.map(({ entry }) => entry.claim.id))
  await keep({ action: 'reject', claim: one })
  await keep({ action: 'correct', claim: two, correction: { figure: { low: 99, high: 99 } } })
  await keep({ action: 'redact', claim: three })
  await keep({ action: 'set-status', incident: records[0]?.incident.id ?? '', status: 'reviewed' })
  await keep({ action: 'undo', decision: await keep({ action: 'reject', claim: two }) })
}

async function bundleOf(workspace: Workspace, withRedacted = true): Promise<Buffer> {
  const set = await setOf(workspace)
  const exports = new Map(
    RECORD_FORMATS.flatMap((format) => exportFiles(set, format)).map((file) => [file.name, file.bytes]),
  )
  return (await proveRecord(workspace, { captureIds: null, decisionIds: null, exports, withRedacted })).bytes
}

async function take(workspace: Workspace, given: ProvenBundle): Promise<number> {
  await noteImport(workspace, given)
  await ingest(
    workspace,
    fromBundle(given),
    OPTIONS,
    startTally(() => 0),
  )
  return takeDecisions(workspace, given)
}

let source: Workspace
let copy: Workspace
let bytes: Buffer
let bundle: ProvenBundle

beforeAll(async () => {
  source = await openForWriting(join(root, 'source'))
  // The last one by itself: its bytes are in the archive by then.
  const received = items()
  for (const part of [received.slice(0, 4), received.slice(4)])
    await ingest(
      source,
      sourcesOf(part),
      OPTIONS,
      startTally(() => 0),
    )
  await decide(source)
  bytes = await bundleOf(source)
  const proven = await proveBundle(bytes, null)
  if (!('record' in proven)) throw new Error(JSON.stringify(proven))
  bundle = proven
  copy = await openForWriting(join(root, 'copy'))
  expect(await take(copy, bundle)).toBe(6)
})
afterAll(async () => {
  await source.close()
  await copy.close()
  rmSync(root, { recursive: true })
})

describe('export, import into an empty workspace, export', () => {
  test.each(RECORD_FORMATS)('%s: the same bytes', async (format) => {
    const [one, other] = [exportFiles(await setOf(source), format), exportFiles(await setOf(copy), format)]
    expect(one.length).toBeGreaterThan(0)
    expect(other.map(({ name, bytes: own }) => [name, sha256(own)])).toEqual(
      one.map(({ name, bytes: own }) => [name, sha256(own)]),
    )
  })

  test('captures keep their ids, order, times and how they were received', async () => {
    const told = async ({ store }: Workspace): Promise<object[]> =>
      (await store.captures(null, 100)).map(({ location: _location, custodyIndex: _index, ...capture }) => capture)
    expect(await told(copy)).toEqual(await told(source))
    expect(await told(copy)).toHaveLength(5)
  })

  test('decisions hold in the copy as they did, with who took them, when and why', async () => {
    const decisions = await loadDecisions(copy)
    expect(decisions).toEqual(await loadDecisions(source))
    expect(decisions.map(({ action }) => action)).toEqual([
      'reject',
      'correct',
      'redact',
      'set-status',
      'reject',
      'undo',
    ])
    const full = exportFiles(await setOf(copy), 'csv-claims')[0]?.bytes
    expect(Buffer.from(full ?? []).toString('utf8')).toContain('[redacted]')
  })

  test('decisions are not put before later ones of the workspace', async () => {
    const other = await openForWriting(join(root, 'other'))
    try {
      await keepDecision(other, { action: 'undo', decision: 'dec-1' }, { actor: 'a', reason: 'b' })
      await expect(take(other, bundle)).rejects.toThrow('has decisions that are later')
      expect(await loadDecisions(other)).toHaveLength(1)
    } finally {
      await other.close()
    }
  })

  test('every reading is the one of the bundle', async () => {
    expect(await findUnlike(copy, bundle, RULES_1)).toEqual([])
    expect(await findUnlike(copy, bundle, 'rules 2')).toHaveLength(5)
  })

  test('the log of the copy tells where they come from, before they come', async () => {
    const kinds: string[] = []
    for await (const [, entry] of copy.custody.entries())
      kinds.push(entry.kind === 'note' && entry.what === 'import' ? `import ${entry.detail['bundle']}` : entry.kind)
    expect(kinds).toContain(`import ${sha256(bytes)}`)
    expect(kinds.indexOf(`import ${sha256(bytes)}`)).toBeLessThan(kinds.indexOf('capture'))
  })

  test('the copy can be verified, and gives a bundle of its own', async () => {
    const evidence = await openEvidence(join(root, 'copy'))
    const faults: unknown[] = []
    await verifyWorkspace(evidence, { fault: (fault) => void faults.push(fault), capture: () => Promise.resolve() })
    await evidence.close()
    expect(faults).toEqual([])
    const again = await proveBundle(await bundleOf(copy), await copy.custody.keyName())
    expect('record' in again && again.record.items.map(({ capture }) => capture.captureId)).toEqual(
      bundle.record.items.map(({ capture }) => capture.captureId),
    )
  })

  test('importing it again changes nothing', async () => {
    expect(await take(copy, bundle)).toBe(0)
    expect(await copy.store.captures(null, 100)).toHaveLength(5)
  })
})

describe('a bundle without redacted words', () => {
  let shut: Buffer
  let held: ProvenBundle
  /** Captures in which words were redacted. */
  let withheld: readonly string[]
  /** The words. */
  let words: string

  beforeAll(async () => {
    shut = await bundleOf(source, false)
    const proven = await proveBundle(shut, null)
    if (!('record' in proven)) throw new Error(JSON.stringify(proven))
    held = proven
    withheld = held.record.withheld.map(({ capture }) => capture.captureId)
    const redaction = (await loadDecisions(source)).find(({ action }) => action === 'redact')
    const documents = await loadDocuments(source)
    words = documents.flatMap(({ reading: { document } }) =>
      redaction?.action === 'redact' && document.id === redaction.claim.documentId
        ? document.text.slice(redaction.claim.start, redaction.claim.end)
        : [],
    )[0] as string
  })

  test('holds them in no file, packed or not', async () => {
    expect(words).toMatch(/^At least \d people$/u)
    const filesWith = async (packed: Buffer): Promise<string[]> => {
      const files = await unpackBundle(packed)
      if ('reason' in files) throw new Error(files.reason)
      return [...files]
        .filter(([name, own]) => (name.endsWith('.gz') ? gunzipSync(own) : Buffer.from(own)).includes(words))
        .map(([name]) => name)
    }
    expect(await filesWith(shut)).toEqual([])
    expect(await filesWith(bytes)).toEqual(['archive/data.warc.gz', 'readings.ndjson'])
  })

  test('names what it does not hold, proves that it was logged, and says why', async () => {
    const { manifest, items: taken, entries } = held.record
    expect([withheld.length, taken.length, manifest.isWhole, manifest.holdsRedacted]).toEqual([1, 4, false, false])
    expect(bundle.record.manifest).toMatchObject({ withheld: [], isWhole: true, holdsRedacted: true })
    const kinds = entries.flatMap(({ entry }) =>
      entry !== null && 'captureId' in entry && withheld.includes(entry.captureId) ? entry.kind : [],
    )
    expect(kinds).toEqual(['capture', 'reading'])
    const checks = await checkPackedBundle(shut, null)
    expect(checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
    expect(checks.find(({ what, outcome }) => what === 'payload' && outcome === 'absent')?.message).toMatch(
      /^1 captures are withheld because words in them were redacted/u,
    )
    const files = await unpackBundle(shut)
    const readme = 'reason' in files ? '' : Buffer.from(files.get('README.txt') ?? []).toString('utf8')
    expect(readme).toContain('Words were redacted in 1 of the captures behind it')
  })

  test.each<readonly [string, RegExp, string, string]>([
    ['another digest', /"payloadSha256": "../u, '"payloadSha256": "zz', 'archive'],
    ['a capture that the log does not know', /(?<="withheld": \[\s*\{\s*"captureId": ")cap/u, 'cat', 'archive'],
  ])('signed anew with %s for what is withheld, it fails', async (_, from, to, what) => {
    const files = await unpackBundle(shut)
    if ('reason' in files) throw new Error(files.reason)
    const changed = new Map([...files].filter(([name]) => !name.startsWith('datapackage')))
    const manifest = Buffer.from(changed.get('bundle.json') ?? []).toString('utf8')
    expect(manifest).toMatch(from)
    changed.set('bundle.json', Buffer.from(manifest.replace(from, to)))
    const { key } = await readCustodyEvidence(source.folder, [0])
    const head = { title: 't', created: '2026-11-22T00:00:00.000Z', software: software() }
    const checks = await checkPackedBundle(await packBundle(signPackage(changed, head, key)), null)
    expect(checks.filter(({ outcome }) => outcome === 'failed').map((check) => check.what)).toContain(what)
  })

  test('imported it gives the exports of what it holds', async () => {
    const part = await openForWriting(join(root, 'part'))
    try {
      expect(await take(part, held)).toBe(6)
      const [own, whole] = [await setOf(part), await setOf(source, new Set(withheld))]
      expect(own.records.length).toBeGreaterThan(0)
      for (const format of RECORD_FORMATS)
        expect([format, exportFiles(own, format).map((file) => sha256(file.bytes))]).toEqual([
          format,
          exportFiles(whole, format).map((file) => sha256(file.bytes)),
        ])
    } finally {
      await part.close()
    }
  })

  test('of redacted captures alone is refused', async () => {
    const request = { captureIds: new Set(withheld), decisionIds: null, exports: new Map(), withRedacted: false }
    await expect(proveRecord(source, request)).rejects.toThrow('in every capture behind this export')
  })
})

describe('the bundle', () => {
  test('is a WACZ that holds the pages as they were received', async () => {
    const file = join(root, 'evidence.wacz')
    writeFileSync(file, bytes)
    const records: string[] = []
    for await (const part of readWacz(file)) {
      if (part.kind !== 'warc') throw new Error(part.message)
      for await (const found of readWarc(part.source, { maxBytes: 1e7 })) {
        expect(found.kind === 'fault' ? found.message : found.faults).toEqual([])
        if (found.kind === 'record') records.push(found.type)
      }
    }
    expect(records.filter((type) => type !== 'metadata' && type !== 'request')).toEqual([
      'resource',
      'resource',
      'resource',
      'response',
      'revisit',
    ])
  })

  test('of one capture holds also the capture in which its bytes lie', async () => {
    const ids = bundle.record.items.map(({ capture }) => capture.captureId)
    const empty = exportFiles({ ...(await setOf(source)), records: [] }, 'jsonld')
    const { bytes: part } = await proveRecord(source, {
      captureIds: new Set(ids.slice(4)),
      decisionIds: new Set(),
      exports: new Map(empty.map(({ name, bytes: own }) => [name, own])),
      withRedacted: true,
    })
    const proven = await proveBundle(part, null)
    expect('record' in proven && proven.record.items.map(({ capture }) => capture.captureId)).toEqual(ids.slice(3))
    expect('record' in proven && proven.record.manifest.isWhole).toBe(false)
  })

  test('of another key is told apart', async () => {
    const failed = await proveBundle(bytes, 'cairn.custody/0000000000000000')
    expect(failed).toMatchObject([{ what: 'key', outcome: 'failed' }])
  })

  test('of nothing is refused', async () => {
    await expect(
      proveRecord(source, { captureIds: new Set(), decisionIds: null, exports: new Map(), withRedacted: true }),
    ).rejects.toThrow('nothing to prove')
  })

  test('a proof of one claim is nothing to import', async () => {
    const capture = bundle.record.items[0]?.capture.captureId ?? ''
    const found = await findProvable(source, capture)
    if (found === null) throw new Error('no capture')
    await expect(proveBundle(await prove(source, found), null)).rejects.toThrow('nothing to import')
  })

  test.each<readonly [name: string, from: string, to: string, what: string]>([
    ['a page', 'archive/data.warc.gz', '', 'archive'],
    ['a reading', '"low":6', '"low":7', 'reading'],
    ['a line of the log', 'harbour-wire', 'harbour-wide', 'capture-entry'],
    ['where captures stand', '"offset": 0', '"offset": 1', 'archive'],
    ['a decision', 'read the report', 'read the retort', 'decision'],
    ['an exported claim', '"exact": "six people"', '"exact": "ten people"', 'export'],
  ])('signed anew after a change of %s, it fails', async (_, from, to, what) => {
    const files = await unpackBundle(bytes)
    if ('reason' in files) throw new Error(files.reason)
    const changed = new Map([...files].filter(([name]) => !name.startsWith('datapackage')))
    for (const [name, content] of changed) {
      if (name === from) changed.set(name, Buffer.concat([content, Buffer.from([0])]))
      else if (!name.endsWith('.gz') && to !== '')
        changed.set(name, Buffer.from(Buffer.from(content).toString('utf8').replace(from, to)))
    }
    const { key } = await readCustodyEvidence(source.folder, [0])
    const head = { title: 't', created: '2026-11-22T00:00:00.000Z', software: software() }
    const packed = await packBundle(signPackage(changed, head, key))
    const checks = await checkPackedBundle(packed, null)
    expect(new Set(checks.filter(({ outcome }) => outcome === 'failed').map((check) => check.what))).toContain(what)
    expect(Array.isArray(await proveBundle(packed, null))).toBe(true)
  })

  test('one changed byte anywhere in its head or tail is found', async () => {
    for (const at of [100, Math.floor(bytes.length / 3), Math.floor(bytes.length / 2), bytes.length - 400]) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      const proven = await proveBundle(changed, null).catch(() => [])
      const isTold = !('record' in proven) || (await checkPackedBundle(changed, null))[0]?.outcome === 'absent'
      expect(isTold).toBe(true)
    }
  })
})
