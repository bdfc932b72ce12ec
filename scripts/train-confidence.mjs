#!/usr/bin/env node
// Trains data/models/confidence.ts: `node scripts/train-confidence.mjs`. Run it again whenever the reading changes.
// Rows are the extractor's own claims on hand-labelled war news, right or wrong in full (quality/judge-claims.ts).
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { makeReady } from './make-ready.mjs'
import { foldsByGroup, trainLinear } from './train-linear.mjs'

makeReady()
const { captureBytes, loadGazetteer, readCapture } = await import('../dist/src/index.js')
const { findConfidenceFeatures } = await import('../dist/src/3-claims/confidence/find-confidence-features.js')
const { judge } = await import('../dist/src/3-claims/scoring/linear-model.js')
const { judgeClaims } = await import('../dist/quality/judge-claims.js')

const root = resolve(import.meta.dirname, '..')
const gold = resolve(process.env.CAIRN_GOLD ?? resolve(root, '../shared/gold'))
const KINDS = ['figure', 'event', 'statement']
const CLASSES = ['wrong', 'right']
/** Strength of L2 by kind, chosen by the cross-validated expected error and share right at 0.9. */
const L2 = { figure: 5, event: 15, statement: 15 }
const LEAST = 5
const FOLDS = 10

const documents = new Map()
for (const name of ['dev', 'dev2', 'dev.events']) {
  const path = `${gold}/claims/${name}.jsonl`
  if (!existsSync(path)) continue
  for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
    const row = JSON.parse(line)
    documents.set(row.id, { ...documents.get(row.id), ...row })
  }
}
if (documents.size === 0) {
  console.error(`No labelled claims in ${gold}/claims; set CAIRN_GOLD.`)
  process.exit(2)
}
const gazetteer = loadGazetteer()
const rows = [...documents.values()].flatMap((row) => {
  const given = {
    sourceId: row.id,
    title: row.title ?? null,
    published: row.published ?? null,
    url: null,
    outlet: null,
  }
  const reading = readCapture(captureBytes(new TextEncoder().encode(row.text), 'text', given), gazetteer)
  if ('reason' in reading) return []
  return judgeClaims(reading, row).map(({ kind, claim, isRight }) => ({
    kind,
    group: row.id,
    label: isRight ? 'right' : 'wrong',
    features: findConfidenceFeatures({ ...claim, span: claim.evidence, sentence: claim.evidence.sentence }),
  }))
})
const probabilityRight = (model, features) => {
  const { label, probability } = judge(model, features)
  return label === 'right' ? probability : 1 - probability
}
const reports = []
const models = KINDS.map((kind) => {
  const own = rows.filter((row) => row.kind === kind)
  const held = foldsByGroup(own, FOLDS).flatMap(({ train, test }) => {
    const model = trainLinear(train, { classes: CLASSES, l2: L2[kind], least: LEAST })
    return test.map(({ features, label }) => ({ p: probabilityRight(model, features), isRight: label === 'right' }))
  })
  const right = (list) => `${list.filter(({ isRight }) => isRight).length} of ${list.length}`
  const error = Array.from({ length: 10 }, (_, bin) => held.filter(({ p }) => Math.min(9, Math.floor(p * 10)) === bin))
    .filter((list) => list.length > 0)
    .reduce((sum, list) => {
      const mean = list.reduce((total, { p }) => total + p, 0) / list.length
      return sum + Math.abs(mean * list.length - list.filter(({ isRight }) => isRight).length)
    }, 0)
  reports.push(
    `${kind}: right ${right(held)}; of those at 0.9 and more ${right(held.filter(({ p }) => p >= 0.9))}; expected error ${(error / held.length).toFixed(3)}`,
  )
  return [kind, trainLinear(own, { classes: CLASSES, l2: L2[kind], least: LEAST })]
})
console.log(reports.join('\n'))
const text = (value) => JSON.stringify(value).replaceAll('"', "'").replaceAll(',', ', ')
writeFileSync(
  resolve(root, 'data/models/confidence.ts'),
  `/**
 * Weights of the confidence models, one for each kind of claim: log-odds per feature for ${CLASSES.join(', ')}.
 *
 * Trained by scripts/train-confidence.mjs on the extractor's claims in ${documents.size} hand-labelled documents of war news (no text
 * of them is here); logistic regression, L2 ${KINDS.map((kind) => L2[kind]).join(', ')}. Cross-validated in ${FOLDS} folds by document:
${reports.map((line) => ` * ${line}`).join('\n')}
 */
export const CONFIDENCE_MODELS = {
${models
  .map(
    ([kind, { bias, weights }]) => `  ${kind}: {
    classes: ${text(CLASSES)},
    bias: ${text(bias)},
    weights: {
${Object.entries(weights)
  .map(
    ([feature, values]) =>
      `      ${/^[a-z]+$/u.test(feature) ? feature : `'${feature.replaceAll("'", "\\'")}'`}: ${text(values)},`,
  )
  .join('\n')}
    },
  },`,
  )
  .join('\n')}
} as const
`,
)
spawnSync(process.execPath, [resolve(root, 'node_modules/.bin/oxfmt'), 'data/models/confidence.ts'], { cwd: root })
