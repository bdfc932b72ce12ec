import { spawn, spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')
const CLI = join(ROOT, 'scripts/cairn.mjs')

export interface CliRun {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

interface CliSetting {
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the built command line as a child process, without colour settings of the caller. */
export function runCli(args: readonly string[], { input = '', env = {} }: CliSetting = {}): CliRun {
  const result = spawnSync(process.execPath, [CLI, ...args], {
    input,
    env: { ...bareEnv(), ...env },
    maxBuffer: 1 << 28,
    encoding: 'utf8',
  })
  return { code: result.status, out: result.stdout, err: result.stderr }
}

/** The same while this process goes on serving what the command line asks it for. */
export async function callCli(args: readonly string[], { input = '', env = {} }: CliSetting = {}): Promise<CliRun> {
  const child = spawn(process.execPath, [CLI, ...args], { env: { ...bareEnv(), ...env } })
  const parts = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (part: string) => (parts.out += part))
  child.stderr.setEncoding('utf8').on('data', (part: string) => (parts.err += part))
  child.stdin.end(input)
  const code = await new Promise<number | null>((done) => child.once('close', done))
  return { code, ...parts }
}

/** Starts the command line and leaves its streams to the test. */
export function startCli(args: readonly string[]) {
  return spawn(process.execPath, [CLI, ...args], { env: bareEnv(), stdio: ['pipe', 'pipe', 'pipe'] })
}

function bareEnv(): NodeJS.ProcessEnv {
  const { NO_COLOR: _no, FORCE_COLOR: _force, COLUMNS: _columns, ...env } = process.env
  return env
}
