// Installs and builds what is missing or stale, so that every command works on a fresh clone.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const run = (command, args) => {
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] })
  if (result.status !== 0) {
    console.error(`${command} ${args.join(' ')} failed${result.error ? `: ${result.error.message}` : ''}`)
    process.exit(result.status ?? 1)
  }
}

/** Runs `npm install` by the lock file when node_modules is missing or was installed from another lock file. */
export function makeInstalled() {
  const stamp = join(root, 'node_modules', '.cairn-lock')
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.error('Installing dependencies (npm install) …')
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund'])
  writeFileSync(stamp, lock)
}

/** Compiles to dist/ when a source is newer than the last build, or one was added or removed. */
export function makeBuilt() {
  const sources = ['src', 'data', 'quality', 'bench'].flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true })
          .filter((f) => /(?<!\.test)\.ts$/u.test(f))
          .map((f) => join(folder, f))
      : [],
  )
  const state = createHash('sha256')
  for (const file of [...sources, 'tsconfig.json', 'tsconfig.build.json']) {
    const { mtimeMs, size } = statSync(join(root, file))
    state.update(`${file} ${mtimeMs} ${size}\n`)
  }
  const stamp = join(root, 'dist', '.cairn-sources')
  const now = state.digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'])
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, now)
}

export function makeReady() {
  makeInstalled()
  makeBuilt()
}
