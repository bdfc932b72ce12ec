import { execFile } from 'node:child_process'
import { hash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { captureBytes } from '../../../1-capture/capture-bytes.ts'
import { HAS_OPENSSL, post, startAuthority } from '../../../../test/support/openssl-authority.ts'
import type { TestAuthority } from '../../../../test/support/openssl-authority.ts'
import type { ArchiveLocation, ReceivedItem } from '../../../model/archived.ts'
import type { CaptureEntry, CustodyEntry } from '../../../model/custody.ts'
import type { Reading } from '../../../model/reading.ts'
import { readCapture } from '../../../pipeline.ts'
import { openArchive } from '../../archive/open-archive.ts'
import { loadGazetteer } from '../../gazetteer/load-gazetteer.ts'
import { readWacz } from '../../wacz/read-wacz.ts'
import { readWarc } from '../../warc/read-warc.ts'
import { createCustodyLog } from '../create-custody-log.ts'
import { openCustodyLog } from '../open-custody-log.ts'
import { readCustodyEvidence } from '../read-evidence.ts'
import { makeSigningKey } from '../signing-key.ts'
import { timestampWorkspace } from '../timestamp-checkpoint.ts'
import type { BundleFiles } from './bundle-files.ts'
import { checkBundle } from './check-bundle.ts'
import type { BundleCheck } from './check-parts.ts'
import { gatherParts } from './gather-parts.ts'
import { makeBundle } from './make-bundle.ts'
import type { BundleParts } from './make-bundle.ts'
import { checkPackedBundle, packBundle, unpackBundle } from './pack-bundle.ts'
import { signPackage } from './sign-package.ts'

const run = promisify(execFile)
const hasTools = await run('bash', ['-c', 'openssl version && python3 --version && sha256sum --version']).then(
  () => true,
  () => false,
)
if (!hasTools) console.warn('bash, openssl, python3 or sha256sum is missing: the commands of README.txt are NOT tested')

/** How many single bytes of a packed bundle are flipped, one at a time: `CAIRN_FLIPS=1000` for the long form. */
const FLIPS = Number(process.env['CAIRN_FLIPS'] ?? 200)
const AT = '2024-03-01T10:00:00.000Z'
const URL = 'https://www.harbour-wire.example/2024/03/strike?id=7'
const PAGE =
  '<!doctype html><html><head><title>Strike on market – “Old Bazaar”</title></head><body><article><h1>Strike on market</h1>' +
  '<p>At least 12 people were killed in a drone strike on a market in Kharkiv on Friday, the mayor said. 🕯</p>' +
  '<p>Police said three children were among the injured.</p></article></body></html>'

let folder: string
/** Bundles by what they prove. */
const bundles = new Map<string, BundleFiles>()
let parts: BundleParts
let keyName: string

function pageItem(n: number): ReceivedItem {
  // Longer than the size below which a payload is written again.
  const payload = Buffer.from(`${PAGE}<!-- ${'padding '.repeat(2000)} -->`)
  return {
    way: 'url',
    resource: URL,
    receivedAt: `2024-03-01T1${n}:00:00.000Z`,
    payload,
    payloadSha256: hash('sha256', payload, 'hex'),
    mediaType: 'text/html',
    charset: 'utf-8',
    given: { sourceId: null, title: null, published: '2024-03-02', url: null, outlet: null },
    http: {
      requestedUrl: URL,
      finalUrl: URL,
      method: 'GET',
      requestHeaders: [['accept', 'text/html']],
      status: 200,
      statusText: 'OK',
      responseHeaders: [['content-type', 'text/html; charset=utf-8']],
      redirects: [],
    },
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-bundle-'))
  await createCustodyLog(folder)
  const custody = openCustodyLog(folder)
  keyName = await custody.keyName()
  const stored = new Map<string, ArchiveLocation>()
  const archive = await openArchive({
    folder: join(folder, 'archive'),
    clock: { now: () => new Date(AT) },
    software: 'cairn/0.1.0',
    findPayload: async (sha256) => stored.get(sha256) ?? null,
  })
  const text: ReceivedItem = {
    ...pageItem(0),
    way: 'file',
    resource: 'file:note.txt',
    payload: Buffer.from('Nine civilians were wounded in Sloviansk, police said.'),
    payloadSha256: hash('sha256', 'Nine civilians were wounded in Sloviansk, police said.', 'hex'),
    mediaType: 'text/plain',
    http: null,
  }
  const items = [text, pageItem(1), pageItem(2)]
  const gazetteer = loadGazetteer()
  for (const [n, item] of items.entries()) {
    const { locations } = await archive.append([{ captureId: `cap-${n}`, item }])
    const [location] = locations
    if (location === undefined) throw new Error('nothing was archived')
    if (!stored.has(item.payloadSha256)) stored.set(item.payloadSha256, location)
    const capture = captureBytes(item.payload, item.http === null ? 'text' : 'html', item.given, item.charset)
    const reading = readCapture(capture, gazetteer) as Reading
    const readingJson = JSON.stringify(reading)
    const { receivedAt, resource, payloadSha256 } = item
    const entries: readonly CustodyEntry[] = [
      { kind: 'capture', at: AT, captureId: `cap-${n}`, receivedAt, resource, payloadSha256, location, session: 'run' },
      {
        kind: 'reading',
        at: AT,
        captureId: `cap-${n}`,
        documentId: reading.document.id,
        producer: 'rules 0.1.0',
        sha256: hash('sha256', readingJson, 'hex'),
      },
    ]
    await custody.append(entries)
    const request = {
      capture: { id: `cap-${n}`, location, custodyIndex: 2 * n },
      reading: { json: readingJson, sha256: hash('sha256', readingJson, 'hex') },
      claimId: reading.claims.find(({ figure }) => figure !== null)?.id ?? null,
      created: AT,
      software: 'cairn/0.1.0',
    }
    const places = { workspace: folder, archive: join(folder, 'archive'), log: custody }
    parts = await gatherParts(places, request)
    if (n === 0) {
      const alone = { ...request, reading: null, claimId: null }
      bundles.set('a capture alone', await makeBundle(await gatherParts(places, alone)))
    }
    bundles.set(['a line of text', 'a fetched page', 'a page fetched again'][n] ?? '', await makeBundle(parts))
    if (n === 1) bundles.set('a document with all its claims', await makeBundle({ ...parts, claimId: null }))
  }
  await archive.close()
})
afterAll(() => rm(folder, { recursive: true }))

const BUNDLES = [
  'a line of text',
  'a fetched page',
  'a page fetched again',
  'a document with all its claims',
  'a capture alone',
] as const
function bundle(name: string): BundleFiles {
  const files = bundles.get(name)
  if (files === undefined) throw new Error(`there is no bundle of ${name}`)
  return files
}
const failed = (checks: readonly BundleCheck[]): readonly BundleCheck[] =>
  checks.filter(({ outcome }) => outcome === 'failed')

test.each(BUNDLES)('%s: every check passes, and what cannot be shown is said', async (name) => {
  const checks = await checkBundle(bundle(name), keyName)
  expect(failed(checks)).toEqual([])
  expect(checks.find(({ what }) => what === 'timestamp')).toMatchObject({ outcome: 'absent' })
  expect(checks.find(({ what }) => what === 'key')).toMatchObject({ outcome: 'passed' })
})

test('a claim is shown with its words and where they stand', async () => {
  const checks = await checkBundle(bundle('a fetched page'), null)
  expect(checks.map(({ what, outcome }) => `${what} ${outcome}`)).toEqual([
    'package passed',
    'key absent',
    'checkpoint passed',
    'timestamp absent',
    'capture-entry passed',
    'archive passed',
    'payload passed',
    'reading-entry passed',
    'reading passed',
    'document passed',
    'claim passed',
  ])
  expect(checks.at(-1)?.message).toContain('12 people')
})

test('a payload that was received before comes with the span that holds it', () => {
  expect([...bundle('a page fetched again').keys()]).toContain('archive/original.warc.gz')
  expect([...bundle('a fetched page').keys()]).not.toContain('archive/original.warc.gz')
})

test('a bundle of another key is told from the expected one', async () => {
  expect(failed(await checkBundle(bundle('a line of text'), 'cairn.custody/0000000000000000'))).toMatchObject([
    { what: 'key' },
  ])
})

test('any byte flipped in any file is found, and the file is named', async () => {
  const missed: string[] = []
  for (const name of BUNDLES) {
    const files = bundle(name)
    for (const [file, bytes] of files) {
      for (let i = 0; i < 9; i++) {
        const offset = Math.floor((bytes.length * i) / 9)
        const flipped = Uint8Array.from(bytes, (byte, at) => (at === offset ? byte ^ (1 << ((i * 5) % 8)) : byte))
        const checks = failed(await checkBundle(new Map([...files, [file, flipped]]), null))
        const isNamed = checks.some(
          (check) => check.file === file || (file === 'datapackage.json' && check.file === 'datapackage-digest.json'),
        )
        if (!isNamed) missed.push(`${name}: ${file} byte ${offset}: ${JSON.stringify(checks)}`)
      }
    }
  }
  expect(missed).toEqual([])
})

test('a file that is gone, added or changed for another of the same workspace is found', async () => {
  const files = bundle('a fetched page')
  const other = bundle('a line of text')
  for (const file of files.keys()) {
    const without = new Map([...files].filter(([name]) => name !== file))
    expect(failed(await checkBundle(without, null)), `without ${file}`).not.toEqual([])
    const swapped = new Map([...files, [file, other.get(file) ?? new Uint8Array()]])
    if (Buffer.from(other.get(file) ?? []).equals(Buffer.from(files.get(file) ?? []))) continue
    expect(failed(await checkBundle(swapped, null)), `another ${file}`).not.toEqual([])
  }
  const more = new Map([...files, ['extra.txt', Buffer.from('x')]])
  expect(failed(await checkBundle(more, null))).toMatchObject([{ file: 'extra.txt', what: 'package' }])
})

test('nothing that a bundle holds makes the check throw', async () => {
  expect(failed(await checkBundle(new Map(), null))).not.toEqual([])
  const files = bundle('a fetched page')
  for (const junk of ['', '{}', 'null', '[]', '{"document":{},"claims":[{}]}', '\u0000']) {
    for (const file of files.keys()) {
      expect(failed(await checkBundle(new Map([...files, [file, Buffer.from(junk)]]), null))).not.toEqual([])
    }
  }
})

describe('the owner of a key cannot sign what the log does not hold', () => {
  /** The bundle with one file changed and the package signed again by the workspace's own key. */
  async function forge(name: string, file: string, edit: (text: string) => string): Promise<readonly BundleCheck[]> {
    const files = new Map([...bundle(name)].filter(([path]) => !path.startsWith('datapackage')))
    files.set(file, Buffer.from(edit(Buffer.from(files.get(file) ?? []).toString('latin1')), 'latin1'))
    const head = { title: 'x', created: AT, software: 'x' }
    return failed(await checkBundle(signPackage(files, head, parts.evidence.key), null))
  }

  test.each([
    ['custody/capture-entry.json', '"cap-1"', '"cap-9"', 'capture-entry'],
    ['custody/capture-proof.json', '"index":2', '"index":3', 'capture-entry'],
    ['custody/reading-entry.json', 'rules 0.1.0', 'rules 0.2.0', 'reading-entry'],
    ['reading.json', '"low":12', '"low":22', 'reading'],
    ['document.txt', '12 people', '22 people', 'document'],
    ['claim.json', '"low":12', '"low":22', 'claim'],
  ] as const)('%s: %s changed to %s', async (file, from, to, what) => {
    const checks = await forge('a fetched page', file, (text) => text.replace(from, to))
    expect(checks.map((check) => check.what)).toContain(what)
  })

  test('a span of the archive that another capture has', async () => {
    const other = Buffer.from(bundle('a line of text').get('archive/data.warc.gz') ?? []).toString('latin1')
    const checks = await forge('a fetched page', 'archive/data.warc.gz', () => other)
    expect(checks.map(({ what }) => what)).toEqual(['archive', 'payload'])
  })
})

test('a package signed by a key that is not in it is refused', async () => {
  const files = new Map([...bundle('a fetched page')].filter(([path]) => !path.startsWith('datapackage')))
  const forged = signPackage(files, { title: 'x', created: AT, software: 'x' }, makeSigningKey())
  expect(failed(await checkBundle(forged, null))).toMatchObject([{ what: 'package', file: 'datapackage-digest.json' }])
})

test.each([
  ['a claim that the reading has not', () => ({ claimId: 'none' }), 'bad-usage'],
  [
    'a span of another capture',
    () => ({ span: bundle('a line of text').get('archive/data.warc.gz') }),
    'bad-workspace',
  ],
  ['a span that is missing', () => ({ originalSpan: null }), 'bad-workspace'],
  ['a reading that was not logged', () => ({ readingJson: parts.readingJson?.replace('12', '13') }), 'bad-workspace'],
  [
    'a capture that could not be read',
    () => ({ readingJson: '{"reason":"empty","message":"","sourceId":null}' }),
    'bad-usage',
  ],
])('no bundle is made of %s', async (_, change, code) => {
  await expect(makeBundle({ ...parts, ...change() } as BundleParts)).rejects.toMatchObject({ code })
})

test('no proof is gathered of evidence that is changed, or was never logged', async () => {
  const places = { workspace: folder, archive: join(folder, 'archive'), log: openCustodyLog(folder) }
  const [line = ''] = (await readFile(join(folder, 'custody.log'), 'utf8')).split('\n')
  const entry = JSON.parse(line) as CaptureEntry
  const capture = { id: 'cap-0', location: entry.location, custodyIndex: 0 }
  const request = { capture, reading: null, claimId: null, created: AT, software: 'x' }
  const changed = { ...capture, location: { ...entry.location, offset: entry.location.offset + 1 } }
  await expect(gatherParts(places, { ...request, capture: changed })).rejects.toMatchObject({ code: 'bad-workspace' })
  const reading = { json: '{"document":{}}', sha256: hash('sha256', '{"document":{}}', 'hex') }
  await expect(gatherParts(places, { ...request, reading })).rejects.toMatchObject({ code: 'bad-workspace' })
})

test('a capture that could not be read is proven alone', async () => {
  const places = { workspace: folder, archive: join(folder, 'archive'), log: openCustodyLog(folder) }
  const [line = ''] = (await readFile(join(folder, 'custody.log'), 'utf8')).split('\n')
  const { location } = JSON.parse(line) as CaptureEntry
  const json = '{"sourceId":null,"reason":"empty","message":"no text"}'
  const request = { claimId: null, created: AT, software: 'cairn/0.1.0' }
  const capture = { id: 'cap-0', location, custodyIndex: 0 }
  const gathered = await gatherParts(places, {
    ...request,
    capture,
    reading: { json, sha256: hash('sha256', json, 'hex') },
  })
  expect(gathered.readingJson).toBeNull()
  expect(failed(await checkBundle(await makeBundle(gathered), keyName))).toEqual([])
})

test('the same parts make the same bundle', async () => {
  expect(await makeBundle(parts)).toEqual(bundle('a page fetched again'))
})

test('web archive tools find the page: index, list of pages and records fit together', async () => {
  const path = join(folder, 'proof.wacz')
  await writeFile(path, await packBundle(bundle('a page fetched again')))
  const urls: (string | null)[] = []
  for await (const part of readWacz(path)) {
    if (part.kind === 'fault') throw new Error(part.message)
    for await (const record of readWarc(part.source, { maxBytes: 1 << 20 })) {
      if (record.kind === 'fault') throw new Error(record.message)
      urls.push(`${part.name} ${record.type}`)
    }
  }
  expect(urls).toEqual([
    'archive/data.warc.gz revisit',
    'archive/data.warc.gz request',
    'archive/data.warc.gz metadata',
    'archive/original.warc.gz response',
    'archive/original.warc.gz request',
    'archive/original.warc.gz metadata',
  ])
  const index = Buffer.from(bundle('a page fetched again').get('indexes/index.cdxj') ?? []).toString('utf8')
  expect(
    index
      .trim()
      .split('\n')
      .map((line) => line.split(' ').slice(0, 2)),
  ).toEqual([
    ['example,harbour-wire)/2024/03/strike?id=7', '20240301110000'],
    ['example,harbour-wire)/2024/03/strike?id=7', '20240301120000'],
  ])
})

describe('as one file', () => {
  test.each(BUNDLES)('%s: packed, it gives its files back, and every check passes', async (name) => {
    const packed = await packBundle(bundle(name))
    expect(await unpackBundle(packed)).toEqual(bundle(name))
    const [container, ...checks] = await checkPackedBundle(packed, null)
    expect(container).toMatchObject({ what: 'container', outcome: 'passed' })
    expect(checks).toEqual(await checkBundle(bundle(name), null))
    expect(await packBundle(bundle(name))).toEqual(packed)
  })

  test(`each of ${FLIPS} bytes flipped anywhere in it is found`, async () => {
    const packed = await packBundle(bundle('a fetched page'))
    const missed: number[] = []
    for (let i = 0; i < FLIPS; i++) {
      const offset = Math.floor((packed.length * (i + 0.5)) / FLIPS)
      const flipped = Buffer.from(packed)
      flipped[offset] = (flipped[offset] ?? 0) ^ (1 << ((i * 3) % 8))
      const [container, ...checks] = await checkPackedBundle(flipped, null)
      if (container?.outcome === 'passed' && failed(checks).length === 0) missed.push(offset)
    }
    expect(missed).toEqual([])
  })

  test('packed anew by another tool, it is still a proof, and that is said', async () => {
    const packed = await packBundle(new Map([...bundle('a fetched page')].reverse()))
    const other = Buffer.concat([packed.subarray(0, -2), Buffer.from([2, 0]), Buffer.from('hi')])
    const [container, ...checks] = await checkPackedBundle(other, null)
    expect(container).toMatchObject({ what: 'container', outcome: 'absent' })
    expect(failed(checks)).toEqual([])
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['no ZIP file', Buffer.from('hello'.repeat(100))],
  ])('%s is refused', async (_, bytes) => {
    expect(await checkPackedBundle(bytes, null)).toMatchObject([{ what: 'container', outcome: 'failed' }])
  })

  test('half of one is refused', async () => {
    const packed = await packBundle(bundle('a fetched page'))
    const checks = await checkPackedBundle(packed.subarray(0, packed.length >> 1), null)
    expect(checks).toMatchObject([{ what: 'container', outcome: 'failed' }])
  })

  test('a ZIP that holds a name twice is refused', async () => {
    const packed = await packBundle(
      new Map([
        ['a.txt', Buffer.from('1')],
        ['b.txt', Buffer.from('2')],
      ]),
    )
    const doubled = Buffer.from(packed.toString('latin1').replaceAll('b.txt', 'a.txt'), 'latin1')
    expect(await unpackBundle(doubled)).toEqual({ reason: 'a.txt stands in it twice' })
  })
})

/** The commands of a README: blocks of lines indented by four. */
const commandsOf = (readme: string): readonly string[] =>
  readme.split(/\n(?! {4})/u).flatMap((block) => {
    const lines = block.split('\n').filter((line) => line.startsWith('    '))
    return lines.length === 0 ? [] : [lines.map((line) => line.slice(4)).join('\n')]
  })

async function runReadme(files: BundleFiles): Promise<string | null> {
  const place = await mkdtemp(join(tmpdir(), 'cairn-unpacked-'))
  try {
    for (const [name, bytes] of files) {
      await mkdir(dirname(join(place, name)), { recursive: true })
      await writeFile(join(place, name), bytes)
    }
    const readme = Buffer.from(files.get('README.txt') ?? []).toString('utf8')
    const script = commandsOf(readme).join('\n')
    await run('bash', ['-euo', 'pipefail', '-c', script], { cwd: place, env: { ...process.env, TMPDIR: place } })
    return null
  } catch (error) {
    return String(error)
  } finally {
    await rm(place, { recursive: true })
  }
}

describe.skipIf(!HAS_OPENSSL)('with a timestamp', () => {
  let authority: TestAuthority
  beforeAll(async () => {
    authority = await startAuthority()
    const url = authority.url
    // The earliest checkpoint that covers the entries counts, though the log goes on and is stamped again.
    const made = await timestampWorkspace(folder, { url, rootsPem: await authority.pem('root'), post })
    if ('reason' in made) throw new Error(made.reason)
    await openCustodyLog(folder).append([{ kind: 'note', at: AT, what: 'later', detail: {} }])
    await timestampWorkspace(folder, { url, rootsPem: await authority.pem('root'), post })
    const evidence = await readCustodyEvidence(folder, [4, 5])
    bundles.set('a timestamped claim', await makeBundle({ ...parts, evidence }))
  }, 60_000)
  afterAll(() => authority.stop())

  test('the proof is for the checkpoint that was stamped first', () => {
    const [, size] = Buffer.from(bundle('a timestamped claim').get('custody/checkpoint.txt') ?? [])
      .toString('utf8')
      .split('\n')
    expect(size).toBe('6')
  })

  test('the time is shown with the authority', async () => {
    const checks = await checkBundle(bundle('a timestamped claim'), keyName)
    expect(failed(checks)).toEqual([])
    const stamp = checks.find(({ what }) => what === 'timestamp')
    expect(stamp).toMatchObject({ outcome: 'passed', file: 'custody/timestamps/1/response.tsr' })
    expect(stamp?.message).toContain('CN=tsa saw the checkpoint at 2')
  })

  test('any byte flipped in its files is found', async () => {
    const files = bundle('a timestamped claim')
    for (const [file, bytes] of files) {
      if (!file.startsWith('custody/timestamps/')) continue
      for (let offset = 5; offset < bytes.length; offset += 301) {
        const flipped = Uint8Array.from(bytes, (byte, at) => (at === offset ? byte ^ 4 : byte))
        const checks = failed(await checkBundle(new Map([...files, [file, flipped]]), null))
        expect(checks.map((check) => check.file)).toContain(file)
      }
    }
  })

  test.skipIf(!hasTools)('the commands of its README accept it', async () => {
    expect(await runReadme(bundle('a timestamped claim'))).toBeNull()
  })
})

describe.skipIf(!hasTools)('README.txt', () => {
  test.each(['a line of text', 'a page fetched again', 'a capture alone'])(
    'its commands accept the bundle: %s',
    async (name) => {
      expect(await runReadme(bundle(name))).toBeNull()
    },
  )

  test.each(['custody/checkpoint.txt', 'reading.json', 'datapackage.json'])(
    'its commands refuse a bundle with another %s',
    async (file) => {
      const files = bundle('a fetched page')
      const bytes = Buffer.from(files.get(file) ?? [])
      const changed = Uint8Array.from(bytes, (byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte))
      expect(await runReadme(new Map([...files, [file, changed]]))).not.toBeNull()
    },
  )
})
