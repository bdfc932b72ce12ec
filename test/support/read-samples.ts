import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { expect } from 'vitest'

import type { InputOptions } from '../../src/adapters/inputs/input.ts'
import { openInputs } from '../../src/adapters/inputs/open-inputs.ts'
import { loadGazetteer } from '../../src/adapters/gazetteer/load-gazetteer.ts'
import { readTask } from '../../src/adapters/workers/read-task.ts'
import type { Reading } from '../../src/model/reading.ts'

export const SAMPLES = resolve(import.meta.dirname, '..', '..', 'samples')
const KNOWN_WRONG = join(SAMPLES, 'known-wrong.json')

/** What the samples' own key says, as its reader knows its form. */
export function readAnswers(): unknown {
  return JSON.parse(readFileSync(join(SAMPLES, 'answers.json'), 'utf8'))
}

/** Every sample report as Cairn reads it, by its id in the key. */
export async function readSamples(): Promise<ReadonlyMap<string, Reading>> {
  const said = { published: null, title: null, url: null, outlet: null }
  const options: InputOptions = { format: 'auto', ...said, maxBytes: 1_000_000 }
  const gazetteer = loadGazetteer()
  const found = new Map<string, Reading>()
  async function* nothing(): AsyncGenerator<Uint8Array> {}
  for await (const input of openInputs([join(SAMPLES, 'reports')], options, nothing())) {
    if (input.kind !== 'document') throw new Error(`${input.label}: ${input.message}`)
    const { format } = input
    if (format === 'pdf') throw new Error(`${input.label}: no sample is a PDF`)
    const outcome = readTask({ ...input, format, sha256: null, options: {} }, gazetteer)
    if ('reason' in outcome) throw new Error(`${input.label}: ${outcome.message}`)
    const id = input.given.sourceId?.split('/').at(-1) ?? ''
    found.set(id, JSON.parse(outcome.json) as Reading)
  }
  return found
}

/** Part of the key that a test compares. */
type Part = 'readings' | 'incidents'

/** Fails on a difference from the key that is not known, and on a known one that went away; or lists them anew. */
export function expectKnown(part: Part, told: readonly string[]): void {
  const lists = JSON.parse(readFileSync(KNOWN_WRONG, 'utf8')) as Readonly<Record<Part, readonly string[]>>
  if (process.env['UPDATE_KNOWN_WRONG'] === '1')
    writeFileSync(KNOWN_WRONG, `${JSON.stringify({ ...lists, [part]: told }, null, 2)}\n`)
  const known = process.env['UPDATE_KNOWN_WRONG'] === '1' ? told : lists[part]
  const hint =
    'read them, then list them anew: UPDATE_KNOWN_WRONG=1 node node_modules/vitest/vitest.mjs run --no-file-parallelism test/samples'
  expect(
    told.filter((difference) => !known.includes(difference)),
    `new differences; ${hint}`,
  ).toEqual([])
  expect(
    known.filter((difference) => !told.includes(difference)),
    `differences that went away; ${hint}`,
  ).toEqual([])
}
