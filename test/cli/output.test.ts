import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { runCli, startCli } from '../support/run-cli.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-output-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const STRIKE = 'Four people were killed in Kharkiv on Monday when a shell hit a bus stop, the regional governor said.'
const GERMAN =
  'Bei einem Angriff auf die Stadt sind nach Angaben der Behörden mindestens vier Menschen getötet worden, zwölf wurden verletzt.'

describe('the reading for people', () => {
  const ESCAPE = '\u001b['
  test.each([
    ['a pipe', {}, false],
    ['NO_COLOR', { NO_COLOR: '1' }, false],
    ['FORCE_COLOR', { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR over NO_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, false],
  ])('colour with %s', (_, env, hasColour) => {
    expect(runCli(['read', '-'], { input: STRIKE, env }).out.includes(ESCAPE)).toBe(hasColour)
  })

  test('what a document brings cannot steer the terminal', () => {
    const input = `\u001b[2J\u001b]0;gone\u0007${STRIKE}\u009b31m\u202egnihton`
    const { out } = runCli(['read', '-', '--title', '\u001b[31mred'], { input })
    expect(out).not.toMatch(/[^\P{Cc}\n]|\u202e/u)
    expect(out).toMatch(/␛\[2J␛\]0;gone␇\[?Four/u)
    const named = runCli(['read', join(folder, '\u001b[31mred.txt')])
    expect(named.err).not.toContain('\u001b')
    expect(named.err).toContain('␛[31mred.txt: does not exist')
  })

  test.each([60, 80, 120])('no line is wider than %d columns', (columns) => {
    const args = ['read', 'samples/reports']
    const { out } = runCli(args, { env: { COLUMNS: String(columns) } })
    expect(out.split('\n').filter((line) => line.length > columns)).toEqual([])
  })

  test('a language that is not covered is named, never shown as nothing found', () => {
    const { code, out, err } = runCli(['read', '-'], { input: GERMAN })
    expect(code).toBe(0)
    expect(err).toContain('standard input: written in German (de), which is not covered')
    expect(out).toContain('Not covered')
    expect(out.replace(/\s+/gu, ' ')).toContain('figures, events and statements may stand in it')
    expect(out).not.toContain('No figures')
    const reading = JSON.parse(runCli(['read', '-', '--jsonl'], { input: GERMAN }).out)
    expect(reading).toMatchObject({ coverage: 'not-covered', claims: [], document: { language: 'de' } })
  })

  test('a document without claims says that this proves nothing', () => {
    const { out } = runCli(['read', '-'], {
      input: 'The library in the old town opens again in spring with longer hours.',
    })
    expect(out.replace(/\s+/gu, ' ')).toContain(
      'No figures, events or statements found in this document. That is not evidence that nobody was harmed',
    )
  })
})

describe('cairn explain', () => {
  test('a claim by its id, with its words and rules; by an unknown name exit code 4', () => {
    const path = file('strike.txt', STRIKE)
    const { claims } = JSON.parse(runCli(['read', path, '--jsonl']).out)
    expect(claims.length).toBeGreaterThan(0)
    for (const claim of claims) {
      const { code, out } = runCli(['explain', claim.id, path])
      expect(code).toBe(0)
      expect(out).toContain(claim.id)
      expect(out).toContain(`[${claim.evidence.exact}]`)
      expect(JSON.parse(runCli(['explain', claim.id, path, '--json']).out)).toEqual([claim])
    }
    expect(runCli(['explain', 'f1', path]).out).toContain('[Four people]')
    const none = runCli(['explain', 'c-none', path])
    expect([none.code, none.out]).toEqual([4, ''])
    expect(none.err).toContain('no claim c-none in 1 document')
  })
})

describe('the shell', () => {
  const many = () => {
    const row = JSON.stringify({ id: 'x', text: `${STRIKE}\n\n`.repeat(20) })
    return file('many.jsonl', `${row}\n`.repeat(3000))
  }

  test('a reader that goes away (| head) ends the run quietly', async () => {
    const child = startCli(['read', many(), '--jsonl'])
    let err = ''
    child.stderr.on('data', (chunk) => (err += String(chunk)))
    await once(child.stdout, 'data')
    child.stdout.destroy()
    const [code] = await once(child, 'exit')
    expect([code, err]).toEqual([0, ''])
  })

  test('Ctrl-C ends with 130 and leaves whole lines', async () => {
    const child = startCli(['read', many(), '--jsonl'])
    let out = ''
    child.stdout.on('data', (chunk) => (out += String(chunk)))
    await once(child.stdout, 'data')
    child.kill('SIGINT')
    const [code] = await once(child, 'close')
    expect(code).toBe(130)
    expect(out.endsWith('\n')).toBe(true)
    const lines = out.trimEnd().split('\n')
    expect(lines.length).toBeLessThan(3000)
    expect(lines.map((line) => JSON.parse(line).schema)).toEqual(lines.map(() => 'cairn/reading@1'))
  })

  test('--version and --help', () => {
    expect(runCli(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/u) })
    const { code, out } = runCli(['read', '--help'])
    expect(code).toBe(0)
    expect(out).toContain('Examples:')
  })
})
