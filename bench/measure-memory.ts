import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'

import type { MadeDocument } from './corpus.ts'

const CLI = join(resolve(import.meta.dirname, '..'), 'src', 'cli', 'main.js')
/** Told by the process itself as it ends, since nobody else knows it afterwards. */
export const TELL_PEAK =
  "data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,JSON.stringify({kb:process.resourceUsage().maxRSS,cpu:process.cpuUsage()})))"
const BASELINE = `
import { createInterface } from 'node:readline'
for await (const line of createInterface({ input: process.stdin })) {
  if (!process.stdout.write(JSON.stringify(JSON.parse(line)) + '\\n')) await new Promise((go) => process.stdout.once('drain', go))
}`

export interface RunCost {
  readonly peakMegabytes: number
  readonly seconds: number
  readonly cpuSeconds: number
}

/** Peak memory (all threads) and time of `cairn read - --jsonl` over documents. */
export function measureReading(documents: Iterable<MadeDocument>): Promise<RunCost> {
  const args = ['--import', TELL_PEAK, CLI, 'read', '-', '--input-format', 'jsonl', '--jsonl']
  return watchProcess(args, linesOf(documents))
}

/** The same for a process that only parses each line and prints it again. */
export function measureParsing(documents: Iterable<MadeDocument>): Promise<RunCost> {
  return watchProcess(['--import', TELL_PEAK, '--input-type=module', '-e', BASELINE], linesOf(documents))
}

function* linesOf(documents: Iterable<MadeDocument>): Generator<string> {
  for (const document of documents) yield `${JSON.stringify(document)}\n`
}

/** Follows a process while it runs. */
export interface ProcessWatcher {
  start(pid: number | undefined): void
  /** A piece of its standard output. */
  hear(output: string): void
}

/** Runs Node with these arguments (among them the import of TELL_PEAK) and this standard input, and takes what it costs. */
export async function watchProcess(
  args: readonly string[],
  input: Iterable<string>,
  watcher: ProcessWatcher | null = null,
): Promise<RunCost> {
  const start = performance.now()
  const output = watcher === null ? 'ignore' : 'pipe'
  const child = spawn(process.execPath, args, { stdio: ['pipe', output, 'inherit', 'pipe'] })
  const { stdin, stdout, stdio } = child
  const told = stdio[3]
  if (stdin === null || told === null || told === undefined || !('on' in told)) throw new Error('no pipe to the child')
  watcher?.start(child.pid)
  stdout?.on('data', (chunk) => watcher?.hear(String(chunk)))
  let answer = ''
  told.on('data', (chunk) => {
    answer += String(chunk)
  })
  const closed = once(child, 'close')
  for (const line of input) if (!stdin.write(line)) await once(stdin, 'drain')
  stdin.end()
  const [code] = await closed
  if (code !== 0) throw new Error(`${args.slice(2).join(' ')} ended with ${code}`)
  const { kb, cpu } = JSON.parse(answer) as { readonly kb: number; readonly cpu: NodeJS.CpuUsage }
  const seconds = (performance.now() - start) / 1000
  return { peakMegabytes: kb / 1024, seconds, cpuSeconds: (cpu.user + cpu.system) / 1e6 }
}
