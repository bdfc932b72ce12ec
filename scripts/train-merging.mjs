#!/usr/bin/env node
// Trains data/models/merging.ts: `node scripts/train-merging.mjs`. Run it again whenever reading or pair features change.
// Rows are pairs of main reports that share a block: the same gold incident or not. From one half of the incidents of the
// Gun Violence Archive, from hand-labelled news of the war in Syria, from MUC-4 (Latin America), and from reports written
// for this project (quality/own/merging.jsonl), which follow incidents up as the others do not.
//
// It says first how well such a model groups what it was not trained on: each set left out whole, and the war news in five
// folds by incident, by outlet and by time, each fold by a model that has not seen any pair with a report of it.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'

import { makeReady } from './make-ready.mjs'
import { compareIncidents, readIncident } from './muc4-incidents.mjs'
import { FeatureIndex, trainPairs } from './train-pairs.mjs'

makeReady()
const { loadGazetteer } = await import('../dist/src/index.js')
const { readWorkspace } = await import('../dist/quality/merge/read-workspace.js')
const { groupOfDocument, scoreGrouping } = await import('../dist/quality/merge/score-grouping.js')
const { describeReports } = await import('../dist/src/4-incidents/merge/describe-reports.js')
const { clusterReports } = await import('../dist/src/4-incidents/merge/cluster-reports.js')
const { weighWords } = await import('../dist/src/4-incidents/merge/weigh-words.js')
const { rankOf } = await import('../dist/src/4-incidents/merge/pack-profile.js')
const { findPairFeatures } = await import('../dist/src/4-incidents/merge/find-pair-features.js')
const { fixedScore, SIDE_REPORT_DOUBT } = await import('../dist/src/4-incidents/merge/score-pair.js')

const root = resolve(import.meta.dirname, '..')
const gold = resolve(process.env.CAIRN_GOLD ?? resolve(root, '../shared/gold'))
const L2 = 3
const LEAST = 20
const FOLDS = 5
/** How often the rows of a set are counted: the small sets would else say nothing. */
const TIMES = { local: 2, war: 10, muc4: 0.5, own: 3 }
const paths = {
  local: `${gold}/gva/articles_dev.jsonl.gz`,
  war: `${gold}/merge/syria_dev.jsonl`,
  muc4: `${gold}/muc4/train.jsonl.gz`,
  own: resolve(root, 'quality/own/merging.jsonl'),
}
for (const path of Object.values(paths))
  if (!existsSync(path)) {
    console.error(`No ${path}; set CAIRN_GOLD.`)
    process.exit(2)
  }
const gazetteer = loadGazetteer()
const index = new FeatureIndex()
/** A whole number of a text, the same on every machine. */
const numberOf = (text, below) => createHash('sha256').update(text).digest().readUInt32BE(0) % below
const half = (incident) => createHash('sha256').update(incident).digest()[0] % 2

/**
 * What can only speak for two reports being one, or only against it, whatever a set happens to show: sharing more words
 * never tells two reports apart, another day or place never brings them together.
 */
const signOf = (feature) =>
  /^(?:text|core|title|rare|places) /u.test(feature) ||
  /^(?:days (?:same|overlap)$|place same$|.* equal$)/u.test(feature)
    ? 1
    : /^days (?:1|3|14|far)$|^place (?:far|area|other)|apart$|^same outlet$/u.test(feature)
      ? -1
      : 0

/** Pairs of positions that share a block, each once; of a large block those of the lowest ranks only. */
const pairsOf = (reports) => {
  const blocks = new Map()
  reports.forEach((report, i) => {
    for (const key of report.sortedBlocks) {
      const own = blocks.get(key)
      if (own === undefined) blocks.set(key, [i])
      else own.push(i)
    }
  })
  const ranks = reports.map(({ profile }) => rankOf(profile.key))
  const pairs = new Set()
  for (const members of blocks.values()) {
    const compared = members.length <= 48 ? members : members.toSorted((a, b) => ranks[a] - ranks[b]).slice(0, 24)
    compared.forEach((a, i) =>
      compared.slice(i + 1).forEach((b) => pairs.add(Math.min(a, b) * reports.length + Math.max(a, b))),
    )
  }
  return [...pairs].map((pair) => [Math.floor(pair / reports.length), pair % reports.length])
}

/** A set with its candidate pairs. `isSame`: true, false, or null where nobody knows; `judge` says so of two articles' ids. */
const readSet = (path, times, judge) => {
  const { documents, gold: incidentOf, articles } = readWorkspace([path], gazetteer)
  const ids = new Map(documents.map(({ captureId, reading }) => [captureId, reading.document.sourceId]))
  const profiles = documents.flatMap((d) => describeReports(d)).sort((a, b) => (a.key < b.key ? -1 : 1))
  const reports = profiles.map((profile) => weighWords(profile))
  const articleOf = profiles.map(({ ref }) => ids.get(ref.captureId))
  const isSame = (x, y) => {
    if (judge !== undefined) return judge(x, y)
    const [a, b] = [incidentOf.get(x), incidentOf.get(y)]
    return a === undefined || b === undefined ? null : a === b
  }
  const pairs = pairsOf(reports)
    .filter(([a, b]) => profiles[a].ref.captureId !== profiles[b].ref.captureId)
    .map(([a, b]) => {
      const isMain = profiles[a].isMain && profiles[b].isMain
      const fixed = fixedScore(reports[a], reports[b])
      const active = fixed === null || isMain ? index.number(findPairFeatures(reports[a], reports[b])) : null
      return { a, b, isMain, fixed, active, times, isSame: isMain ? isSame(articleOf[a], articleOf[b]) : null }
    })
  return { profiles, articles, incidentOf, articleOf, pairs }
}
const rowsOf = ({ pairs, articleOf }, takes = () => true) =>
  pairs.filter(({ a, b, isSame }) => isSame !== null && takes(articleOf[a]) && takes(articleOf[b]))
const train = (rows) => trainPairs(rows, index, { l2: L2, least: LEAST, signOf })

const templates = new Map(
  gunzipSync(readFileSync(paths.muc4))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .map((row) => [row.id, readIncident(row)]),
)
const byTemplates = (x, y) => {
  const [a, b] = [templates.get(x), templates.get(y)]
  const verdict = a && b ? compareIncidents(a, b) : null
  return verdict === null ? null : verdict === 'same'
}
const local = readSet(paths.local, TIMES.local)
const war = readSet(paths.war, TIMES.war)
const own = readSet(paths.own, TIMES.own)
const isHalf = (part) => (article) => half(local.incidentOf.get(article) ?? '') === part
const rows = {
  local: rowsOf(local, isHalf(0)),
  war: rowsOf(war),
  muc4: rowsOf(readSet(paths.muc4, TIMES.muc4, byTemplates)),
  own: rowsOf(own),
}
const countSame = (list) => list.filter(({ isSame }) => isSame).length
const sizes = Object.entries(rows)
  .map(([name, list]) => `${name} ${list.length} pairs, ${countSame(list)} the same`)
  .join('; ')
console.log(sizes)
const allBut = (left) => Object.entries(rows).flatMap(([name, list]) => (name === left ? [] : list))

const scoreOf = ({ bias, weights }, { isMain, fixed, active }) =>
  fixed ?? active.reduce((sum, f) => sum + weights[f], isMain ? bias : bias - SIDE_REPORT_DOUBT)

/** Incidents as a model groups a set: by article. */
const group = ({ profiles, pairs, articleOf, incidentOf }, model) => {
  const { groups } = clusterReports(
    profiles.map(({ ref }) => [ref.captureId]),
    pairs.map((pair) => ({ a: pair.a, b: pair.b, score: scoreOf(model, pair) })),
    { together: [], apart: [] },
  )
  const incidents = groups.map((members, i) => ({
    id: String(i),
    documents: [...new Set(members.map((member) => articleOf[member]))].filter((id) => incidentOf.has(id)),
  }))
  return groupOfDocument(incidents)
}
const tell = (name, { bcubed, pairwise }) =>
  `${name}: B-cubed F1 ${bcubed.f1.toFixed(3)} (precision ${bcubed.precision.toFixed(3)}, recall ${bcubed.recall.toFixed(3)}), pairwise F1 ${pairwise.f1.toFixed(3)}`

/** Articles in folds, each grouped among all by a model that saw no pair with an article of its fold. */
const scoreFolds = (name, foldOf) => {
  const labels = new Map()
  const predicted = new Map()
  for (let fold = 0; fold < FOLDS; fold++) {
    const grouped = group(war, train([...allBut('war'), ...rowsOf(war, (article) => foldOf(article) !== fold)]))
    // One grouping of the whole set for each fold: only the fold's own articles are scored in it.
    for (const [article, incident] of war.incidentOf) {
      labels.set(`${fold} ${article}`, { incident: `${fold} ${incident}`, isScored: foldOf(article) === fold })
      predicted.set(`${fold} ${article}`, `${fold} ${grouped.get(article) ?? `single ${article}`}`)
    }
  }
  const incidents = new Map([...labels].map(([key, { incident }]) => [key, incident]))
  return tell(
    name,
    scoreGrouping(incidents, predicted, (key) => labels.get(key).isScored),
  )
}
const byTime = [...war.articles.values()].sort((a, b) => ((a.published ?? '') < (b.published ?? '') ? -1 : 1))
const timeOf = new Map(byTime.map(({ id }, i) => [id, Math.floor((FOLDS * i) / byTime.length)]))
const withoutWar = train(allBut('war'))
const withoutOwn = train(allBut('own'))
const model = train(allBut(null))
const otherHalf = new Map([...local.incidentOf].filter(([id]) => isHalf(1)(id)))
const heldOut = [
  tell('war, trained on the other sets', scoreGrouping(war.incidentOf, group(war, withoutWar))),
  scoreFolds('war, five folds by incident', (id) => numberOf(`f${war.incidentOf.get(id) ?? ''}`, FOLDS)),
  scoreFolds('war, five folds by outlet', (id) => numberOf(`f${war.articles.get(id).outlet ?? ''}`, FOLDS)),
  scoreFolds('war, five folds by time', (id) => timeOf.get(id)),
  tell('own, trained on the other sets', scoreGrouping(own.incidentOf, group(own, withoutOwn))),
  tell('local, the other half', scoreGrouping(otherHalf, group(local, model))),
]
const test = rowsOf(local, isHalf(1))
const bins = [0, 0.05, 0.2, 0.5, 0.8, 0.95].map((from, i, all) => {
  const to = all[i + 1] ?? 1.01
  const inBin = test.filter((row) => {
    const p = 1 / (1 + Math.exp(-scoreOf(model, { ...row, fixed: null })))
    return p >= from && p < to
  })
  return `${from}: ${countSame(inBin)} of ${inBin.length}`
})
const report = [
  `Trained on: ${sizes}.`,
  `Pairs of the other half that are the same by probability from: ${bins.join('; ')}.`,
  'What it groups without having seen it:',
  ...heldOut.map((line) => `- ${line}`),
]
console.log(report.join('\n'))
const weights = index.names
  .map((name, f) => [name, model.weights[f]])
  .filter(([, weight]) => weight !== 0)
  .sort(([a], [b]) => (a < b ? -1 : 1))
writeFileSync(
  resolve(root, 'data/models/merging.ts'),
  `/**
 * Weights of the score that two incident reports tell of one incident: log-odds per feature (src/4-incidents/merge).
 *
 * Trained by scripts/train-merging.mjs on candidate pairs of reports of one half of the incidents of the Gun Violence
 * Archive, of hand-labelled news of the war in Syria and of MUC-4 (no text of them is here) and of reports written for
 * this project; logistic regression, L2 ${L2}, some weights held to one sign.
${report.map((line) => ` * ${line}`).join('\n')}
 */
export const MERGING_MODEL = {
  bias: ${model.bias},
  weights: {
${weights.map(([feature, value]) => `    '${feature}': ${value},`).join('\n')}
  },
} as const
`,
)
spawnSync(process.execPath, [resolve(root, 'node_modules/.bin/oxfmt'), 'data/models/merging.ts'], { cwd: root })
