import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { expect, test } from 'vitest'

import { runCli } from '../support/run-cli.ts'

const README = resolve(import.meta.dirname, '../../README.md')
const EXAMPLE = /\$ npm run -s cairn -- (read \S+)\n([\s\S]*?)```/u

test('the example of the README is what the command prints', () => {
  const readme = readFileSync(README, 'utf8')
  const [, command = '', shown = ''] = EXAMPLE.exec(readme) ?? []
  const { out } = runCli(command.split(' '))
  if (process.env['UPDATE_README'] === '1')
    writeFileSync(
      README,
      readme.replace(shown, () => `${out.trimEnd()}\n`),
    )
  else expect(shown.trimEnd()).toBe(out.trimEnd())
})
