import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { makeText } from './corpus.ts'

const CLI = join(resolve(import.meta.dirname, '..'), 'src', 'cli', 'main.js')
/** Parts of a run that are told on their own. */
const PARTS = 10

/** One part of a run: how quick it was and what memory the process held at its end. */
export interface RunPart {
  /** Documents acknowledged and read since the start. */
  readonly documents: number
  readonly perSecond: number
  readonly megabytes: number
}

export interface IngestCost {
  readonly documents: number
  readonly seconds: number
  readonly cpuSeconds: number
  readonly workspaceMegabytes: number
  readonly parts: readonly RunPart[]
}

interface IngestEvent {
  readonly event: string
}

/**
 * `cairn ingest -` of so many different documents into a new workspace, archive and custody log included. A document counts
 * when its reading is acknowledged.
 *
 * @param length  characters of a document
 */
export async function measureIngest(documents: number, length: number): Promise<IngestCost> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-'))
  const workspace = join(folder, 'workspace')
  try {
    const args = [CLI, 'ingest', '-', '--input-format', 'jsonl', '--jsonl', '--workspace', workspace]
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
    const started = performance.now()
    const parts: RunPart[] = []
    let read = 0
    let partStart = started
    let cpuSeconds = 0
    let rest = ''
    child.stdout.on('data', (chunk: Buffer) => {
      const lines = `${rest}${chunk.toString('utf8')}`.split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if ((JSON.parse(line) as IngestEvent).event !== 'read') continue
        read++
        if (read % Math.ceil(documents / PARTS) !== 0 && read !== documents) continue
        const now = performance.now()
        const done = read - (parts.at(-1)?.documents ?? 0)
        parts.push({
          documents: read,
          perSecond: done / ((now - partStart) / 1000),
          megabytes: residentMegabytes(child.pid),
        })
        cpuSeconds = cpuSecondsOf(child.pid)
        partStart = now
      }
    })
    const closed = once(child, 'close')
    for (let i = 0; i < documents; i++) {
      const text = `Report ${i}. ${makeText(i, length)}`
      const row = JSON.stringify({ id: `d${i}`, text, published: '2022-05-24', outlet: `outlet${i % 50}.example` })
      if (!child.stdin.write(`${row}\n`)) await once(child.stdin, 'drain')
    }
    child.stdin.end()
    const [code] = (await closed) as [number | null]
    if (code !== 0) throw new Error(`the ingest of ${documents} documents ended with ${code}`)
    const seconds = (performance.now() - started) / 1000
    return { documents, seconds, cpuSeconds, workspaceMegabytes: megabytesOf(workspace), parts }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the system says a process holds in memory; 0 where it does not say (other than Linux). */
function residentMegabytes(pid: number | undefined): number {
  return Number(/^VmRSS:\s*(\d+)/mu.exec(readProc(pid, 'status'))?.[1] ?? 0) / 1024
}

/** CPU time of a process so far; Linux counts it in hundredths of a second. */
function cpuSecondsOf(pid: number | undefined): number {
  const fields = readProc(pid, 'stat').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100
}

function readProc(pid: number | undefined, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}

function megabytesOf(folder: string): number {
  return filesBelow(folder).reduce((sum, path) => sum + statSync(path).size, 0) / 1e6
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
}
