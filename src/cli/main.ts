#!/usr/bin/env node
import { readFileSync } from 'node:fs'

import { CommanderError } from 'commander'

import { buildProgram, usageExitCode } from './build-program.ts'
import { describeFailure } from './describe-failure.ts'
import { EXIT } from './exit-codes.ts'

/** The package's manifest, seen from dist/src/cli. */
const MANIFEST = new URL('../../../package.json', import.meta.url)

// A line being written is finished first, where its reader takes it within a second.
process.once('SIGINT', () => {
  setTimeout(() => process.exit(EXIT.interrupted), 1000)
  process.stdout.write('', () => process.exit(EXIT.interrupted))
})

// A reader that goes away does not end what a command does; one that only lists ends by itself (write-out.ts).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return
  process.stderr.write(`cairn: standard output: ${describeFailure(error).message}\n`)
  process.exit(EXIT.failure)
})

// Nobody is left to be told when standard error goes away.
process.stderr.on('error', () => undefined)

try {
  const { version } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as { readonly version: string }
  await buildProgram(version, (code) => {
    process.exitCode = code
  }).parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = usageExitCode(error.exitCode)
  else {
    const { message, exitCode } = describeFailure(error)
    process.stderr.write(`cairn: ${message}\n`)
    process.exitCode = exitCode
  }
}
