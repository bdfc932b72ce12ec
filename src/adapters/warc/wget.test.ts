import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { isRequired } from '../../../test/support/is-required.ts'
import { bytesOfFile } from './byte-window.ts'
import { readWarcItems, type WarcItem, type WarcSummary } from './read-warc-items.ts'
import type { WarcFault } from './warc-record.ts'

/** A file made by another tool is read in full. The tool is not ours to install: without it this is skipped aloud. */
const HAS_WGET = spawnSync('wget', ['--version']).status === 0
if (!HAS_WGET) console.warn('wget is not installed: that its WARC files can be read was not tested.')

test.runIf(isRequired('wget'))('wget is there, as CAIRN_TEST_REQUIRE asks', () => expect(HAS_WGET).toBe(true))

const PAGES: Readonly<Record<string, string>> = {
  '/': '<p>Home <a href="/plain">1</a> <a href="/gzip">2</a> <a href="/chunks">3</a> <a href="/pic">4</a> <a href="/none">5</a> <a href="/moved">6</a> <a href="/text">7</a>',
  '/plain': `<p>${'A plain page of some length. '.repeat(50)}`,
  '/gzip': '<p>A page that was compressed on its way.',
  '/chunks': `<p>${'A page that came in pieces. '.repeat(100)}`,
  '/text': 'Plain text.',
}

function startSite(): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    const body = PAGES[path]
    response.setHeader('content-type', path === '/text' ? 'text/plain; charset=utf-8' : 'text/html')
    if (path === '/pic') response.setHeader('content-type', 'image/png').end(Buffer.alloc(5000, 7))
    else if (path === '/moved') response.writeHead(302, { location: '/plain' }).end()
    else if (body === undefined) response.writeHead(404).end('nothing here')
    else if (path === '/gzip') response.setHeader('content-encoding', 'gzip').end(gzipSync(body))
    else if (path === '/chunks') {
      response.write(body.slice(0, 500))
      response.end(body.slice(500))
    } else response.end(body)
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server))
  })
}

describe.runIf(HAS_WGET)('a WARC written by wget', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-wget-'))
  let site: Server
  let home = ''
  beforeAll(async () => {
    site = await startSite()
    home = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
  })
  afterAll(() => {
    site.close()
    rmSync(folder, { recursive: true })
  })

  test.each([
    ['compressed', [], 'site.warc.gz'],
    ['uncompressed', ['--no-warc-compression'], 'site.warc'],
  ] as const)('%s: every page with the body as it was sent, every digest right', async (_, options, name) => {
    const wanted = [
      '-q',
      '--recursive',
      '--level=1',
      '-e',
      'robots=off',
      `--warc-file=${join(folder, 'site')}`,
      ...options,
    ]
    const wget = spawn('wget', [...wanted, `${home}/`], { cwd: folder })
    await new Promise((resolve) => wget.on('close', resolve))
    const items: WarcItem[] = []
    const faults: WarcFault[] = []
    let summary: WarcSummary | null = null
    for await (const found of readWarcItems(bytesOfFile(join(folder, name)), { maxBytes: 1e6 })) {
      if (found.kind === 'item') items.push(found)
      else if (found.kind === 'fault') faults.push(found)
      else summary = found
    }
    expect(faults).toEqual([])
    const bodies = Object.fromEntries(items.map(({ item }) => [item.resource, Buffer.from(item.payload)]))
    for (const [path, body] of Object.entries(PAGES)) {
      const sent = path === '/gzip' ? gzipSync(body) : Buffer.from(body)
      // A page that a redirect led to is there once for each way to it.
      expect(bodies[`${home}${path}`]?.equals(sent)).toBe(true)
    }
    expect(Object.keys(bodies)).toHaveLength(Object.keys(PAGES).length)
    for (const { item } of items) expect(item.http?.requestHeaders.map(([header]) => header)).toContain('User-Agent')
    expect(summary).toMatchObject({ otherMedia: { 'image/png': 1 }, otherStatus: { 302: 1, 404: 1 } })
  })
})
