import { readFileSync } from 'node:fs'

import type { Command } from 'commander'
import { describe, expect, test } from 'vitest'

import { buildProgram } from '../../src/cli/build-program.ts'
import { EXIT } from '../../src/cli/exit-codes.ts'

const DOCS = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8')
const program = buildProgram('0.0.0', () => undefined)

/** The section of a command, or of the one that it belongs to: from its heading to the next one of the same rank. */
function sectionOf(command: Command): string {
  const [name] = nameOf(command).split(' ')
  return DOCS.split(/^## /mu).find((section) => section.startsWith(`cairn ${name}\n`)) ?? ''
}
function nameOf(command: Command): string {
  const { parent } = command
  return parent === null || parent === program ? command.name() : `${nameOf(parent)} ${command.name()}`
}
const commands = program.commands.flatMap((command) => [command, ...command.commands])
const options = commands.flatMap((command) =>
  command.options.map((option) => [nameOf(command), option.flags, command, option.long ?? ''] as const),
)

describe('docs/cli.md says everything that --help says', () => {
  test.each(commands.map((command) => [nameOf(command), command] as const))('command %s', (_, command) => {
    const usage = command.registeredArguments.map((argument) => `${argument.required ? '<' : '['}${argument.name()}`)
    expect(sectionOf(command)).toContain(`\`cairn ${nameOf(command)} ${usage[0] ?? ''}`.trimEnd())
    expect(command.description()).not.toBe('')
  })

  test.each(options)('cairn %s %s', (_, __, command, long) => {
    expect(sectionOf(command)).toContain(`\`${long}`)
  })

  test.each(program.options.map((option) => option.long ?? ''))('cairn %s', (long) => {
    expect(DOCS).toContain(`\`cairn ${long}\``)
  })

  test.each(Object.entries(EXIT))('exit code of %s: %d', (_, code) => {
    expect(DOCS).toMatch(new RegExp(`^\\| ${code} \\|`, 'mu'))
  })

  test('and nothing that --help does not know', () => {
    const known = new Set([...options.map(([, , , long]) => long), '--help', '--version'])
    const named = [...DOCS.matchAll(/`(--[a-z-]+)/gu)].map(([, long]) => long ?? '')
    expect(named.filter((long) => !known.has(long))).toEqual([])
    expect(named.length).toBeGreaterThan(10)
  })
})
