import { join } from 'node:path'

import { runExternalScorer } from '../external-scorer.ts'
import { GOLD_FOLDER } from '../gold-data.ts'
import { fold, overreachScores } from '../overreach.ts'
import { score, type Suite } from '../suite.ts'

interface GoldFigure {
  readonly sentence: string
  readonly quote: string
  readonly measure: string
  readonly low: number | null
  readonly high: number | null
  readonly place: string | null
  readonly date: string | null
}

interface ClaimScores {
  readonly gold: number
  readonly predicted: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly fields: Readonly<Record<string, { readonly accuracy: number | null; readonly n: number }>>
  readonly nonBodyLines: {
    readonly gold: number
    readonly found: number
    readonly marked: number
    readonly figuresLost: number
  }
}

const FIELD_BARS: readonly [field: string, bar: number | null][] = [
  ['claimant', 0.88],
  ['stance', 0.95],
  ['scope', 0.85],
  ['who', 0.92],
  ['place', 0.75],
  ['date', 0.8],
  ['approx', null],
]

/** Figures in war news against hand labels: found with measure and bounds right, then each field over the found ones. */
export const claims: Suite = {
  name: 'claims',
  title: 'Figure claims in war news (hand-labelled articles)',
  files: ['claims/dev.jsonl', 'claims/dev2.jsonl'],
  run: (input) => {
    const result = runExternalScorer(join(GOLD_FOLDER, 'score-claims.mjs'), input) as ClaimScores
    const { fields, nonBodyLines: lines } = result
    return Promise.resolve([
      score('figures precision', result.precision, result.predicted, 0.9),
      score('figures recall', result.recall, result.gold, 0.82),
      score('figures F1', result.f1, result.gold),
      ...FIELD_BARS.map(([field, bar]) => score(field, fields[field]?.accuracy ?? null, fields[field]?.n ?? 0, bar)),
      ...overreachScores<GoldFigure>(input, {
        entriesOf: (row) => row.figures ?? [],
        matches: ({ figure, evidence }, gold) =>
          figure !== null &&
          figure.measure === gold.measure &&
          figure.low === gold.low &&
          figure.high === gold.high &&
          (fold(evidence.exact).includes(fold(gold.quote)) || fold(gold.quote).includes(fold(evidence.exact))),
      }),
      score('non-body lines found', lines.gold === 0 ? null : lines.found / lines.gold, lines.gold),
      score('figures lost in lines set aside', lines.figuresLost, result.gold, 0, 'at-most'),
    ])
  },
}
