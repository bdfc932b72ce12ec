#!/usr/bin/env node
// Everything `npm test` proves, in order: installed, folder rule, format, lint, types, dead code, built, tests.
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

import { makeBuilt, makeInstalled } from './make-ready.mjs'

const root = resolve(import.meta.dirname, '..')
const PATHS = ['src', 'data', 'quality', 'bench', 'test', 'scripts']
const CHECKS = [
  ['folder rule', 'scripts/check-folders.mjs'],
  ['format', 'node_modules/.bin/oxfmt', '--check', ...PATHS],
  ['lint', 'node_modules/.bin/oxlint', '--deny-warnings', ...PATHS],
  ['types', 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'],
  ['dead code', 'node_modules/.bin/knip'],
]
const run = (args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1

makeInstalled()
makeBuilt()
const failed = CHECKS.filter(([name, ...args]) => {
  console.log(`== ${name}`)
  return run(args) !== 0
}).map(([name]) => name)
console.log('== tests')
const tests = run(['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)])
if (failed.length > 0) console.error(`failed checks: ${failed.join(', ')}`)
process.exit(failed.length > 0 ? 1 : tests)
