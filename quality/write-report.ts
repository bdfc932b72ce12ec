import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

import type { Score, Suite } from './suite.ts'

const REPORT = resolve(import.meta.dirname, '../../docs/quality.md')
const HEAD = `# Quality

Scores of the extractor on gold data, written by \`npm run quality\`; the gold data is no part of the project.
A bar is the least (or most) that a release must hold.
`

/** Rewrites the section of each suite that ran in docs/quality.md; sections of other suites stay as they are. */
export function writeReport(results: readonly { readonly suite: Suite; readonly scores: readonly Score[] }[]): void {
  const sections = new Map<string, string>()
  if (existsSync(REPORT)) {
    for (const part of readFileSync(REPORT, 'utf8')
      .split(/^(?=## )/mu)
      .slice(1)) {
      sections.set(/^## (\S+)/u.exec(part)?.[1] ?? '', part.trimEnd())
    }
  }
  for (const { suite, scores } of results) sections.set(suite.name, section(suite, scores))
  const body = [...sections.entries()].sort(([a], [b]) => a.localeCompare(b)).map(([, text]) => text)
  writeFileSync(REPORT, `${[HEAD, ...body].join('\n').trimEnd()}\n`)
}

function section(suite: Suite, scores: readonly Score[]): string {
  const rows = scores.map(({ name, value, n, bar, want }) => {
    const shown = value === null ? '–' : Number.isInteger(value) && value > 1 ? String(value) : value.toFixed(3)
    const held =
      bar === null || value === null ? '' : (want === 'at-least' ? value >= bar : value <= bar) ? 'held' : '**missed**'
    return `| ${name} | ${shown} | ${n} | ${bar === null ? '' : `${want === 'at-least' ? '≥' : '≤'} ${bar}`} | ${held} |`
  })
  return `## ${suite.name}\n${suite.title}. Data: ${suite.files.map((file) => `\`${file}\``).join(', ')}.\n\n| score | value | over | bar | |\n|---|---|---|---|---|\n${rows.join('\n')}\n`
}
