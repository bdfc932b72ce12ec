import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { makeDocuments } from './corpus.ts'
import { TELL_PEAK, watchProcess, type ProcessWatcher, type RunCost } from './measure-memory.ts'
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
  /** Null where the system does not tell (other than Linux, or the process has gone). */
  readonly perCpuSecond: number | null
  /** Resident; null as above. */
  readonly megabytes: number | null
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
    const run = new IngestRun(plan, workspace)
    const args = [CLI, 'ingest', '-', '--input-format', 'jsonl', '--jsonl', '--no-incidents', '--workspace', workspace]
    const total = await watchProcess(['--import', TELL_PEAK, ...args], run.input(), run)
    const cost = { ...run.cost(), ...rounded(total) }
    plan.tell?.(cost)
    await plan.use?.(workspace)
    return cost
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function rounded({ seconds, cpuSeconds, peakMegabytes }: RunCost): RunCost {
  const tenths = (value: number): number => Math.round(value * 10) / 10
  return { seconds: tenths(seconds), cpuSeconds: tenths(cpuSeconds), peakMegabytes: Math.round(peakMegabytes) }
}

/** Follows a run by what it prints. */
class IngestRun implements ProcessWatcher {
  readonly #plan: IngestPlan
  readonly #workspace: string
  readonly #parts: RunPart[] = []
  #pid: number | undefined
  #started = 0
  #given = 0
  #characters = 0
  #read = 0
  #rest = ''
  #partStart = 0
  #cpuSeconds = 0
  #peakMegabytes = 0

  constructor(plan: IngestPlan, workspace: string) {
    this.#plan = plan
    this.#workspace = workspace
  }

  *input(): Generator<string> {
    for (const document of makeDocuments(this.#plan.documents, this.#plan.length)) {
      this.#given++
      this.#characters += document.text.length
      yield `${JSON.stringify(document)}\n`
    }
  }

  start(pid: number | undefined): void {
    this.#pid = pid
    this.#started = performance.now()
    this.#partStart = this.#started
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
    // The last part may be heard of when the process has gone.
    const cpuSeconds = Math.max(this.#cpuSeconds, cpuSecondsOf(this.#pid))
    this.#parts.push({
      documents: this.#read,
      perSecond: Math.round(done / ((now - this.#partStart) / 1000)),
      perCpuSecond: cpuSeconds > this.#cpuSeconds ? Math.round(done / (cpuSeconds - this.#cpuSeconds)) : null,
      megabytes: Math.round(residentMegabytesOf(this.#pid)) || null,
    })
    this.#partStart = now
    this.#cpuSeconds = cpuSeconds
    this.#peakMegabytes = Math.max(this.#peakMegabytes, peakMegabytesOf(this.#pid))
    this.#plan.tell?.(this.cost())
  }

  cost(): IngestCost {
    return {
      documents: this.#read,
      characters: Math.round(this.#characters / Math.max(1, this.#given)),
      ...rounded({
        seconds: (performance.now() - this.#started) / 1000,
        cpuSeconds: this.#cpuSeconds,
        peakMegabytes: this.#peakMegabytes,
      }),
      parts: [...this.#parts],
      workspaceMegabytes: megabytesByKind(this.#workspace),
    }
  }
}

/** What `cairn verify` and an ingest of nothing take on a workspace. */
export async function measureUpkeep(workspace: string): Promise<{ readonly verify: RunCost; readonly open: RunCost }> {
  const run = (...args: readonly string[]): Promise<RunCost> =>
    watchProcess(['--import', TELL_PEAK, CLI, ...args, '--workspace', workspace], [])
  const open = await run('ingest', '-', '--input-format', 'jsonl', '--json', '--no-incidents')
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
