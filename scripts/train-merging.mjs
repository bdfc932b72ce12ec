#!/usr/bin/env node
// Trains data/models/merging.ts: `node scripts/train-merging.mjs`. Run it again whenever reading or pair features change.
// Rows are pairs of main reports that share a block: the same gold incident or not. From one half of the incidents of the
// Gun Violence Archive, from hand-labelled news of the war in Syria, and from reports written for this project
// (quality/own/merging.jsonl), which follow incidents up as the others do not.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { makeReady } from './make-ready.mjs'
import { trainLinear } from './train-linear.mjs'

makeReady()
const { loadGazetteer } = await import('../dist/src/index.js')
const { readWorkspace } = await import('../dist/quality/merge/read-workspace.js')
const { describeReports } = await import('../dist/src/4-incidents/merge/describe-reports.js')
const { weighWords } = await import('../dist/src/4-incidents/merge/weigh-words.js')
const { rankOf } = await import('../dist/src/4-incidents/merge/pack-profile.js')
const { findPairFeatures } = await import('../dist/src/4-incidents/merge/find-pair-features.js')

const root = resolve(import.meta.dirname, '..')
const gold = resolve(process.env.CAIRN_GOLD ?? resolve(root, '../shared/gold'))
const L2 = Number(process.env.L2 ?? 3)
const LEAST = 20
const files = { local: 'gva/articles_dev.jsonl.gz', war: 'merge/syria_dev.jsonl' }
for (const file of Object.values(files))
  if (!existsSync(`${gold}/${file}`)) {
    console.error(`No ${gold}/${file}; set CAIRN_GOLD.`)
    process.exit(2)
  }
const gazetteer = loadGazetteer()
const read = (file) => readWorkspace([`${gold}/${file}`], gazetteer)
const half = (id) => createHash('sha256').update(id).digest()[0] % 2

/** Pairs of reports that share a block, each once; of a large block those of the lowest ranks only. */
const pairsOf = (reports) => {
  const blocks = new Map()
  for (const report of reports) for (const key of report.blocks) blocks.set(key, [...(blocks.get(key) ?? []), report])
  const pairs = new Map()
  for (const members of blocks.values()) {
    const own =
      members.length <= 48
        ? members
        : members.toSorted((a, b) => rankOf(a.profile.key) - rankOf(b.profile.key)).slice(0, 24)
    own.forEach((x, i) =>
      own.slice(i + 1).forEach((y) => pairs.set([x.profile.key, y.profile.key].sort().join('|'), [x, y])),
    )
  }
  return [...pairs.values()]
}
/** Rows of a workspace's candidate pairs; `judge` says same, apart or null (not known) for two articles' ids. */
const rowsOf = ({ documents }, judge) => {
  const ids = new Map(documents.map((d) => [d.captureId, d.reading.document.sourceId]))
  const profiles = documents.flatMap((d) => describeReports(d)).sort((a, b) => (a.key < b.key ? -1 : 1))
  const reports = profiles.map((profile) => weighWords(profile))
  return pairsOf(reports).flatMap(([x, y]) => {
    const label = judge(ids.get(x.profile.ref.captureId), ids.get(y.profile.ref.captureId), x.profile, y.profile)
    return label === null ? [] : [{ features: findPairFeatures(x, y), label }]
  })
}
const byGold = (workspace) => (x, y, p, q) => {
  if (!p.isMain || !q.isMain) return null
  const [a, b] = [workspace.gold.get(x), workspace.gold.get(y)]
  return a === undefined || b === undefined ? null : a === b ? 'same' : 'apart'
}
const local = read(files.local)
const halfOf = (part) => ({
  ...local,
  documents: local.documents.filter((d) => half(local.gold.get(d.reading.document.sourceId) ?? '') === part),
})

const war = read(files.war)
const ours = readWorkspace([resolve(root, 'quality/own/merging.jsonl')], gazetteer)
const rows = {
  local: rowsOf(halfOf(0), byGold(local)),
  war: rowsOf(war, byGold(war)),
  own: rowsOf(ours, byGold(ours)),
}
/** How often the rows of a set are counted: the small sets would else say nothing. */
const TIMES = { local: 1, war: Number(process.env.WAR ?? 4), own: Number(process.env.OWN ?? 2) }
const countSame = (list) => list.filter(({ label }) => label === 'same').length
console.log(
  Object.entries(rows)
    .map(([name, list]) => `${name}: ${list.length} pairs, ${countSame(list)} the same`)
    .join('; '),
)
const train = Object.entries(rows).flatMap(([name, list]) => Array.from({ length: TIMES[name] }, () => list).flat())
const test = rowsOf(halfOf(1), byGold(local))
const model = trainLinear(train, { classes: ['apart', 'same'], l2: L2, least: LEAST })
const bias = Math.round((model.bias[1] - model.bias[0]) * 100) / 100
const weights = Object.fromEntries(
  Object.entries(model.weights).map(([feature, [apart, same]]) => [feature, Math.round((same - apart) * 100) / 100]),
)
const scoreOf = ({ features }) => features.reduce((sum, feature) => sum + (weights[feature] ?? 0), bias)
const bins = [0, 0.05, 0.2, 0.5, 0.8, 0.95].map((from, i, all) => {
  const to = all[i + 1] ?? 1.01
  const own = test.filter((row) => {
    const p = 1 / (1 + Math.exp(-scoreOf(row)))
    return p >= from && p < to
  })
  return `${from}: ${own.filter(({ label }) => label === 'same').length} of ${own.length}`
})
const right = test.filter((row) => scoreOf(row) >= 0 === (row.label === 'same')).length
const report = [
  `Trained on ${train.length} pairs (${countSame(train)} the same); tested on the other half: ${test.length} pairs (${countSame(test)} the same), ${((100 * right) / test.length).toFixed(1)} % right.`,
  `Pairs that are the same by probability from: ${bins.join('; ')}.`,
]
console.log(report.join('\n'))
writeFileSync(
  resolve(root, 'data/models/merging.ts'),
  `/**
 * Weights of the score that two incident reports tell of one incident: log-odds per feature (src/4-incidents/merge).
 *
 * Trained by scripts/train-merging.mjs on candidate pairs of reports of one half of the incidents of the Gun Violence
 * Archive, of hand-labelled news of the war in Syria (no text of them is here) and of reports written for this project;
 * logistic regression, L2 ${L2}.
${report.map((line) => ` * ${line}`).join('\n')}
 */
export const MERGING_MODEL = {
  bias: ${bias},
  weights: {
${Object.entries(weights)
  .map(([feature, value]) => `    '${feature}': ${value},`)
  .join('\n')}
  },
} as const
`,
)
spawnSync(process.execPath, [resolve(root, 'node_modules/.bin/oxfmt'), 'data/models/merging.ts'], { cwd: root })
