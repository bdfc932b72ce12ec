import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { expect, test } from 'vitest'

import { runCli } from '../support/run-cli.ts'

test('npm start shows every sample, two in full, and what to type next', () => {
  const start = resolve(import.meta.dirname, '../../scripts/start.mjs')
  const folder = join(mkdtempSync(join(tmpdir(), 'cairn-start-')), 'workspace')
  const run = () => spawnSync(process.execPath, [start, '--workspace', folder], { encoding: 'utf8' })
  const { status, stdout, stderr } = run()
  expect(stderr).toMatch(/elbstimme-dnipro: written in German \(de\), which is not covered/u)
  expect(status).toBe(0)
  expect(stdout).toContain('The 51 sample reports and what they claim')
  expect(stdout.match(/^Set aside|^Figures \(\d+\)$/gmu)?.length).toBeGreaterThanOrEqual(2)
  expect(stdout).toContain('npm run -s cairn -- read FILE')
  expect(runCli(['verify', '--workspace', folder]).code).toBe(0)
  expect(run().stdout).toContain('already.')
})
