#!/usr/bin/env node
// Trains data/models/scope.ts: `node scripts/train-scope.mjs [CLAIMS.jsonl …]` (default: the claims gold sets).
// Rows are the hand-labelled figures: the mention that the extractor finds for one, else the labelled words themselves.
// Figures that words decide (src/3-claims/scope/decide-by-cue.ts) are not weighed, so they are no rows of the model.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { makeReady } from './make-ready.mjs'
import { foldsByGroup, trainLinear } from './train-linear.mjs'

makeReady()
const stage = (path) => import(`../dist/src/3-claims/${path}.js`)
const { captureBytes } = await import('../dist/src/1-capture/capture-bytes.js')
const { readDocument } = await import('../dist/src/2-document/read-document.js')
const { splitSentences } = await stage('text/split-sentences')
const { findFigures } = await stage('figures/find-figures')
const { classifyPeople } = await stage('people/classify-people')
const { resolvePeople } = await stage('people/resolve-people')
const { findScopeFeatures } = await stage('scope/find-scope-features')
const { judge } = await stage('scoring/linear-model')

const root = resolve(import.meta.dirname, '..')
const gold = resolve(process.env.CAIRN_GOLD ?? resolve(root, '../shared/gold'))
const files = process.argv.length > 2 ? process.argv.slice(2) : ['dev', 'dev2'].map((n) => `${gold}/claims/${n}.jsonl`)
const CLASSES = ['incident', 'subset', 'cumulative', 'other']
const L2 = 2
const FOLDS = 10

const rows = files.filter(existsSync).flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => rowsOf(JSON.parse(line))),
)
const open = rows.filter(({ decided }) => decided === null)
let right = 0
let readable = 0
let readRight = 0
let rulesRight = 0
for (const { train, test } of foldsByGroup(rows, FOLDS)) {
  const model = trainLinear(
    train.filter(({ decided }) => decided === null),
    { classes: CLASSES, l2: L2 },
  )
  for (const row of test) {
    const isRight = (row.decided ?? judge(model, row.features).label) === row.label
    right += isRight
    rulesRight += (row.decided ?? row.fallback) === row.label
    readable += row.isFound
    readRight += row.isFound && isRight
    if (!isRight && process.env.SHOW === 'errors')
      console.error(
        JSON.stringify({
          id: row.group,
          want: row.label,
          decided: row.decided,
          isFound: row.isFound,
          words: row.words,
        }),
      )
  }
}
const share = (a, b) => (a / b).toFixed(3)
const report = `${rows.length} figures, ${FOLDS} folds by document: rules alone ${share(rulesRight, rows.length)}, rules and model ${share(right, rows.length)}, of the ${readable} that the extractor finds ${share(readRight, readable)}`
console.log(report)
const model = trainLinear(open, { classes: CLASSES, l2: L2 })
writeFileSync(
  resolve(root, 'data/models/scope.ts'),
  `/**
 * Weights of the scope model: log-odds per feature for ${CLASSES.join(', ')}.
 *
 * Trained by scripts/train-scope.mjs on hand-labelled figures of war news (two sets, ${new Set(rows.map(({ group }) => group)).size} documents; no text of them is here);
 * multinomial logistic regression, L2 ${L2}, ${open.length} rows that no cue decides. Cross-validated:
 * ${report}.
 */
export const SCOPE_MODEL = {
  classes: ${JSON.stringify(CLASSES).replaceAll('"', "'").replaceAll(',', ', ')},
  bias: ${JSON.stringify(model.bias)},
  weights: {
${Object.entries(model.weights)
  .map(([name, weights]) => `    '${name}': ${JSON.stringify(weights)},`)
  .join('\n')}
  },
} as const
`,
)

function rowsOf(document) {
  const given = {
    sourceId: document.id,
    title: document.title ?? null,
    published: document.published ?? null,
    url: null,
    outlet: null,
  }
  const read = readDocument(captureBytes(new TextEncoder().encode(document.text), 'text', given))
  const sentences = splitSentences(read)
  const labelled = document.figures
    .flatMap((figure) => locate(figure, read.text, sentences))
    .sort((a, b) => a.start - b.start)
  const mentions = findFigures(sentences)
  const taken = new Set()
  for (const one of labelled) {
    const match = mentions.findIndex(
      (m, i) =>
        !taken.has(i) &&
        m.sentence === one.sentence.index &&
        m.measure === one.figure.measure &&
        m.low === one.figure.low &&
        m.high === one.figure.high &&
        (m.vague === null) === (one.figure.vague === null),
    )
    if (match >= 0) taken.add(match)
    one.found = match
  }
  const all = [
    ...mentions.map((mention, i) => ({ mention, found: i })),
    ...labelled.filter(({ found }) => found < 0).map((one) => ({ mention: mentionOf(one), label: one })),
  ].sort((a, b) => a.mention.span.start - b.mention.span.start)
  const moved = new Map(all.map(({ found }, i) => [found, i]))
  const figures = all.map(({ mention }) => ({
    ...mention,
    partOf: mention.partOf === null ? null : (moved.get(mention.partOf) ?? null),
  }))
  const features = findScopeFeatures(resolvePeople(figures, sentences), sentences)
  return labelled.map((one) => {
    const at = all.findIndex(({ found, label }) => (one.found >= 0 ? found === one.found : label === one))
    const decided = features[at].decision?.scope ?? null
    return {
      group: document.id,
      label: one.figure.scope,
      features: [...features[at].features.keys()],
      decided,
      isFound: one.found >= 0,
      fallback: one.figure.measure === 'displaced' ? 'cumulative' : figures[at].partOf === null ? 'incident' : 'subset',
      words: `${one.figure.measure} | ${one.figure.quote} | ${one.figure.sentence.slice(0, 240)}`,
    }
  })
}

/** Where the labelled words stand; nothing when the text was cut otherwise. */
function locate(figure, text, sentences) {
  let from = -1
  for (let i = 0; i < (figure.occurrence ?? 1); i++) from = text.indexOf(figure.sentence, from + 1)
  const start = from < 0 ? -1 : text.indexOf(figure.quote, from)
  const sentence = sentences.find((s) => s.start <= start && start < s.end)
  return start < 0 || sentence === undefined ? [] : [{ figure, start, end: start + figure.quote.length, sentence }]
}

function mentionOf({ figure, start, end, sentence }) {
  const first = sentence.tokens.findIndex((token) => token.end > start)
  const after = sentence.tokens.findIndex((token) => token.start >= end)
  return {
    sentence: sentence.index,
    span: { start, end },
    trigger: { start, end },
    measure: figure.measure,
    low: figure.low,
    high: figure.high,
    approx: figure.approx,
    vague: figure.vague,
    asWritten: figure.quote,
    who: classifyPeople(sentence, first, after < 0 ? sentence.tokens.length : after),
    partOf: null,
    mood: figure.stance === 'conditional' || figure.stance === 'denied' ? figure.stance : 'stated',
    rule: 'labelled',
    trace: [],
  }
}
