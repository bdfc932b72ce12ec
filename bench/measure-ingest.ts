import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { makeDocuments } from './corpus.ts'
import { TELL_PEAK, watchProcess, type RunCost } from './measure-memory.ts'
import { cpuSecondsOf, peakMegabytesOf, residentMegabytesOf } from './read-process.ts'

const CLI = join(resolve(import.meta.dirname, '..'), 'src', 'cli', 'main.js')
/** Parts of a run that are told on their own. */
const PARTS = 10
const READ_EVENT = '{"event":"read"'

/** One part of a run: how quick it was and what memory the process held at its end. */
export interface RunPart {
  /** Documents acknowledged and read since the start. */
  readonly documents: number
  readonly perSecond: number
  readonly perCpuSecond: number
  /** Resident. */
  readonly megabytes: number
}

/** What a run came to, or has come to so far. */
export interface IngestCost {
  readonly documents: number
  /** Mean length of a document. */
  readonly characters: number
  readonly seconds: number
  readonly cpuSeconds: number
  readonly peakMegabytes: number
  readonly parts: readonly RunPart[]
  /** By kind of file: "archive", "cairn.db", "custody.log" and so on. */
  readonly workspaceMegabytes: Readonly<Record<string, number>>
}

export interface IngestPlan {
  readonly documents: number
  /** Characters of a document, about. */
  readonly length: number
  /** Gets what is known after every part. */
  readonly tell?: (cost: IngestCost) => void
  /** Does something with the workspace before it is removed. */
  readonly use?: (workspace: string) => Promise<void>
}

/**
 * `cairn ingest -` of different documents into a new workspace, archive and custody log included. A document counts when its
 * reading is acknowledged.
 */
export async function measureIngest(plan: IngestPlan): Promise<IngestCost> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-'))
  const workspace = join(folder, 'workspace')
  try {
    const args = [CLI, 'ingest', '-', '--input-format', 'jsonl', '--jsonl', '--workspace', workspace]
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
    const run = new IngestRun(plan, workspace, child.pid)
    child.stdout.on('data', (chunk: Buffer) => run.hear(chunk.toString('latin1')))
    const closed = once(child, 'close')
    for (const document of makeDocuments(plan.documents, plan.length)) {
      run.give(document.text.length)
      if (!child.stdin.write(`${JSON.stringify(document)}\n`)) await Promise.race([once(child.stdin, 'drain'), closed])
    }
    child.stdin.end()
    const [code] = (await closed) as [number | null]
    if (code !== 0) throw new Error(`the ingest of ${plan.documents} documents ended with ${code}`)
    const cost = run.cost()
    plan.tell?.(cost)
    await plan.use?.(workspace)
    return cost
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Follows a run by what it prints. */
class IngestRun {
  readonly #plan: IngestPlan
  readonly #workspace: string
  readonly #pid: number | undefined
  readonly #started = performance.now()
  readonly #parts: RunPart[] = []
  #given = 0
  #characters = 0
  #read = 0
  #rest = ''
  #partStart = this.#started
  #cpuSeconds = 0
  #peakMegabytes = 0

  constructor(plan: IngestPlan, workspace: string, pid: number | undefined) {
    this.#plan = plan
    this.#workspace = workspace
    this.#pid = pid
  }

  /** A document goes in. */
  give(characters: number): void {
    this.#given++
    this.#characters += characters
  }

  hear(output: string): void {
    const lines = `${this.#rest}${output}`.split('\n')
    this.#rest = lines.pop() ?? ''
    for (const line of lines) {
      if (!line.startsWith(READ_EVENT)) continue
      this.#read++
      const { documents } = this.#plan
      if (this.#read % Math.ceil(documents / PARTS) === 0 || this.#read === documents) this.#endPart()
    }
  }

  #endPart(): void {
    const now = performance.now()
    const done = this.#read - (this.#parts.at(-1)?.documents ?? 0)
    const cpuSeconds = cpuSecondsOf(this.#pid)
    this.#parts.push({
      documents: this.#read,
      perSecond: Math.round(done / ((now - this.#partStart) / 1000)),
      perCpuSecond: Math.round(done / (cpuSeconds - this.#cpuSeconds)),
      megabytes: Math.round(residentMegabytesOf(this.#pid)),
    })
    this.#partStart = now
    this.#cpuSeconds = cpuSeconds
    this.#peakMegabytes = peakMegabytesOf(this.#pid)
    this.#plan.tell?.(this.cost())
  }

  cost(): IngestCost {
    return {
      documents: this.#read,
      characters: Math.round(this.#characters / Math.max(1, this.#given)),
      seconds: Math.round((performance.now() - this.#started) / 100) / 10,
      cpuSeconds: this.#cpuSeconds,
      peakMegabytes: Math.round(this.#peakMegabytes),
      parts: [...this.#parts],
      workspaceMegabytes: megabytesByKind(this.#workspace),
    }
  }
}

/** What `cairn verify` and an ingest of nothing take on a workspace. */
export async function measureUpkeep(workspace: string): Promise<{ readonly verify: RunCost; readonly open: RunCost }> {
  const run = (...args: readonly string[]): Promise<RunCost> =>
    watchProcess(['--import', TELL_PEAK, CLI, ...args, '--workspace', workspace], [])
  const open = await run('ingest', '-', '--input-format', 'jsonl', '--json')
  return { verify: await run('verify', '--json'), open }
}

function megabytesByKind(folder: string): Record<string, number> {
  const sizes: Record<string, number> = {}
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const found = statSync(join(folder, name), { throwIfNoEntry: false })
    if (found?.isFile() !== true) continue
    const kind = name.split('/')[0] ?? name
    sizes[kind] = (sizes[kind] ?? 0) + found.size / 1e6
  }
  const large = Object.entries(sizes).filter(([, size]) => size >= 0.01)
  return Object.fromEntries(large.map(([kind, size]) => [kind, Math.round(size * 100) / 100]))
}
