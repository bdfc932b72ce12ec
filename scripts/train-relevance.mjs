#!/usr/bin/env node
// Trains quality/muc4/relevance-model.ts: `node scripts/train-relevance.mjs`. Run it again whenever the reading changes.
// Rows are the accounts that the reading makes of the training part of MUC-4 (1992), asked for when a key template fits.
import { existsSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { makeReady } from './make-ready.mjs'
import { foldsByGroup, trainLinear } from './train-linear.mjs'

const MODEL = resolve(import.meta.dirname, '../quality/muc4/relevance-model.ts')
if (!existsSync(MODEL)) write({ bias: [0, 0], weights: {} }, 0.5, 'untrained')
makeReady()
const { loadGazetteer } = await import('../dist/src/index.js')
const { GOLD_FOLDER, goldRows, isThere } = await import('../dist/quality/gold-data.js')
const { readGold } = await import('../dist/quality/read-gold.js')
const { alignTemplates } = await import('../dist/quality/muc4/align-templates.js')
const { readCues } = await import('../dist/quality/muc4/read-cues.js')
const { readIncidents } = await import('../dist/quality/muc4/to-response.js')
const { judge } = await import('../dist/src/3-claims/scoring/linear-model.js')

const CLASSES = ['not asked for', 'asked for']
const L2 = 6
const LEAST = 6
const FOLDS = 5
const THRESHOLDS = [0.25, 0.3, 0.35, 0.4, 0.45, 0.5]

const path = `${GOLD_FOLDER}/muc4/train.jsonl.gz`
if (!isThere(path)) {
  console.error(`No ${path}; set CAIRN_GOLD.`)
  process.exit(2)
}
const gazetteer = loadGazetteer()
const documents = goldRows(path)
const rows = documents.flatMap((document) => {
  const reading = readGold(document, gazetteer)
  const published = document.published ?? null
  const accounts = reading === null ? [] : readIncidents(reading, published)
  const responses = accounts.map(({ response }) => response)
  const aligned = alignTemplates(document.templates, responses, published)
  const keyOf = new Map(aligned.flatMap(({ key, own }) => (key === null || own === null ? [] : [[own, key]])))
  return accounts.map((account) => ({
    group: document.id,
    features: readCues(account, accounts, reading),
    label: CLASSES[keyOf.has(account.response) ? 1 : 0],
    response: account.response,
  }))
})

/** Incident F1 of the accounts kept from `threshold` on; OPTIONAL keys are possible only when hit. */
function scoreIncidents(judged, threshold) {
  let [both, own, possible] = [0, 0, 0]
  for (const document of documents) {
    const kept = judged.filter(({ group, probability }) => group === document.id && probability >= threshold)
    const responses = kept.map(({ response }) => response)
    for (const { key, own: response } of alignTemplates(document.templates, responses, document.published ?? null)) {
      both += key !== null && response !== null
      own += response !== null
      possible += key !== null && (response !== null || !key.optional)
    }
  }
  return (2 * both) / (own + possible)
}

const train = (some) => trainLinear(some, { classes: CLASSES, l2: L2, least: LEAST })
const held = foldsByGroup(rows, FOLDS).flatMap(({ train: some, test }) => {
  const model = train(some)
  return test.map((row) => {
    const { label, probability } = judge(model, row.features)
    return { ...row, probability: label === CLASSES[1] ? probability : 1 - probability }
  })
})
const scores = THRESHOLDS.map((threshold) => ({ threshold, f1: scoreIncidents(held, threshold) }))
const best = scores.reduce((a, b) => (b.f1 > a.f1 ? b : a))
const report = `${rows.length} accounts in ${documents.length} documents, ${FOLDS} folds by document: incident F1 ${best.f1.toFixed(3)} from ${best.threshold} on`
for (const { threshold, f1 } of scores) console.log(threshold, f1.toFixed(3))
console.log(report)
write(train(rows), best.threshold, report)

function write({ bias, weights }, threshold, note) {
  writeFileSync(
    MODEL,
    `/**
 * Weights of the relevance model: log-odds per cue (read-cues.ts) for not asked for, asked for.
 *
 * Trained by scripts/train-relevance.mjs on the training part of MUC-4 (no text of it is here), which is no part of what
 * is scored; logistic regression, L2 6, cues of six accounts and more. Cross-validated:
 * ${note}.
 */
export const RELEVANCE_MODEL = {
  classes: ['not asked for', 'asked for'],
  bias: ${JSON.stringify(bias)},
  weights: {
${Object.entries(weights)
  .map(([name, pair]) => `    '${name.replaceAll("'", "\\'")}': ${JSON.stringify(pair)},\n`)
  .join('')}  },
} as const

/** Probability of being asked for from which an account is kept: the best incident F1 of the cross-validation. */
export const LEAST_PROBABILITY = ${threshold}
`,
  )
}
