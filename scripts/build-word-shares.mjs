#!/usr/bin/env node
// Builds data/models/word-shares.ts: `node scripts/build-word-shares.mjs`. How common words are in news of several kinds.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'

import { makeReady } from './make-ready.mjs'

makeReady()
const { readWords } = await import('../dist/src/4-incidents/merge/read-words.js')

const root = resolve(import.meta.dirname, '..')
const gold = resolve(process.env.CAIRN_GOLD ?? resolve(root, '../shared/gold'))
/** Kinds of news: a word that is common in any of them tells no incident from another. */
const KINDS = {
  'local news': ['gva/articles_dev.jsonl.gz'],
  'national news': ['polnear/train.jsonl.gz'],
  'war news': ['claims/dev.jsonl', 'claims/dev2.jsonl', 'muc4/train.jsonl.gz'],
}
const LEAST_SHARE = Number(process.env.LEAST ?? 0.002)
/** Fewer texts than this may be one story. */
const LEAST_TEXTS = Number(process.env.TEXTS ?? 6)
/** Shares are told apart in steps of the square root of two: fewer steps, no false precision. */
const STEPS = 2

const rows = (path) => {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n').filter(Boolean).map(JSON.parse)
}
const sizes = []
const shares = new Map()
for (const [kind, files] of Object.entries(KINDS)) {
  const texts = files.flatMap((file) =>
    existsSync(`${gold}/${file}`)
      ? rows(`${gold}/${file}`).map(({ id, text, incident_id }) => ({ text, story: incident_id ?? id }))
      : [],
  )
  sizes.push(`${texts.length} of ${kind}`)
  // A story that many outlets tell counts once, or its names would be common words.
  const found = new Map()
  for (const { text, story } of texts)
    for (const { word } of readWords(text)) found.set(word, (found.get(word) ?? new Set()).add(story))
  const stories = new Set(texts.map(({ story }) => story)).size
  for (const [word, own] of found)
    if (own.size >= LEAST_TEXTS) shares.set(word, Math.max(shares.get(word) ?? 0, own.size / stories))
}
const bySteps = new Map()
for (const [word, share] of [...shares].sort(([a], [b]) => (a < b ? -1 : 1))) {
  if (share < LEAST_SHARE || /^\d+$/u.test(word)) continue
  const step = Math.round(-Math.log2(share) * STEPS)
  bySteps.set(step, [...(bySteps.get(step) ?? []), word])
}
const lines = [...bySteps].sort(([a], [b]) => a - b).map(([step, words]) => `  ${step}: '${words.join(' ')}',`)
writeFileSync(
  resolve(root, 'data/models/word-shares.ts'),
  `/**
 * How common words are in news: the largest share of stories with the word over several kinds of news. Names of places and
 * persons are among them as single words, where many stories have them.
 *
 * Key: -${STEPS} log2 of the share, rounded; words in the form of src/4-incidents/merge/read-words.ts. Counted by
 * scripts/build-word-shares.mjs over ${sizes.join(', ')} (no text of them is here); words in at least
 * ${LEAST_SHARE * 100} % of the stories of a kind, and in ${LEAST_TEXTS}.
 */
export const WORD_SHARES: Readonly<Record<number, string>> = {
${lines.join('\n')}
}

/** Steps of the keys for a halving of the share. */
export const STEPS_PER_HALVING = ${STEPS}
`,
)
console.log([...bySteps].map(([s, w]) => `${s}:${w.length}`).join(' '))
