import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

import { expect, test } from 'vitest'

test('npm start shows every sample, two in full, and what to type next', () => {
  const start = resolve(import.meta.dirname, '../../scripts/start.mjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [start], { encoding: 'utf8' })
  expect(stderr).toContain('elbstimme-dnipro.html: written in German (de), which is not covered')
  expect(status).toBe(0)
  expect(stdout).toContain('The 51 sample reports and what they claim')
  expect(stdout.match(/^Set aside|^Figures \(\d+\)$/gmu)?.length).toBeGreaterThanOrEqual(2)
  expect(stdout).toContain('npm run -s cairn -- read FILE')
})
