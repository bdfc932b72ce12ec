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
const LEAST_SHARE = 0.008
/** Shares are told apart in steps of the square root of two: fewer steps, no false precision. */
const STEPS = 2
/** A word written in lower case less often than this is a name. */
const LEAST_LOWER = 0.5

const rows = (path) => {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n').filter(Boolean).map(JSON.parse)
}
const written = new Map()
const sizes = []
const shares = new Map()
for (const [kind, files] of Object.entries(KINDS)) {
  const texts = files.flatMap((file) =>
    existsSync(`${gold}/${file}`) ? rows(`${gold}/${file}`).map(({ text }) => text) : [],
  )
  sizes.push(`${texts.length} of ${kind}`)
  const found = new Map()
  for (const text of texts) {
    const isUpper = text === text.toUpperCase()
    const words = readWords(text)
    for (const word of new Set(words.map((one) => one.word))) found.set(word, (found.get(word) ?? 0) + 1)
    if (isUpper) continue
    for (const { word, isCapitalised } of words) {
      const [lower, all] = written.get(word) ?? [0, 0]
      written.set(word, [lower + (isCapitalised ? 0 : 1), all + 1])
    }
  }
  for (const [word, n] of found) shares.set(word, Math.max(shares.get(word) ?? 0, n / texts.length))
}
const bySteps = new Map()
for (const [word, share] of [...shares].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const [lower, all] = written.get(word) ?? [0, 1]
  if (share < LEAST_SHARE || lower / all < LEAST_LOWER || /^\d+$/u.test(word)) continue
  const step = Math.round(-Math.log2(share) * STEPS)
  bySteps.set(step, [...(bySteps.get(step) ?? []), word])
}
const lines = [...bySteps].sort(([a], [b]) => a - b).map(([step, words]) => `  ${step}: '${words.join(' ')}',`)
writeFileSync(
  resolve(root, 'data/models/word-shares.ts'),
  `/**
 * How common words are in news, names left out: the largest share of documents with the word over several kinds of news.
 *
 * Key: -${STEPS} log2 of the share, rounded; words in the form of src/4-incidents/merge/read-words.ts. Counted by
 * scripts/build-word-shares.mjs over ${sizes.join(', ')} (no text of them is here); words in at least
 * ${LEAST_SHARE * 100} % of a kind.
 */
export const WORD_SHARES: Readonly<Record<number, string>> = {
${lines.join('\n')}
}

/** Steps of the keys for a halving of the share. */
export const STEPS_PER_HALVING = ${STEPS}
`,
)
console.log([...bySteps].map(([s, w]) => `${s}:${w.length}`).join(' '))
