import type { Gazetteer } from '../src/model/gazetteer.ts'

/** What a suite is given. */
export interface SuiteInput {
  /** Files of gold data, in the suite's form (JSONL, or gzip JSONL). */
  readonly data: readonly string[]
  readonly gazetteer: Gazetteer
  /** Collects one error of the machine's: shown by `--errors`. */
  error(entry: Readonly<Record<string, unknown>>): void
}

/** One number of a suite. */
export interface Score {
  readonly name: string
  /** 0 to 1, or a count; null when the data holds nothing to score. */
  readonly value: number | null
  /** How many gold items it is taken over. */
  readonly n: number
  /** The bar set for it, or null. */
  readonly bar: number | null
  /** Whether the score must be at or above the bar, or at or below it. */
  readonly want: 'at-least' | 'at-most'
}

/** A quality suite: gold data in, scores out. */
export interface Suite {
  readonly name: string
  readonly title: string
  /** Default data, relative to the gold folder. */
  readonly files: readonly string[]
  run(input: SuiteInput): Promise<readonly Score[]>
}

/** Shorthand for a score. */
export function score(
  name: string,
  value: number | null,
  n: number,
  bar: number | null = null,
  want: Score['want'] = 'at-least',
): Score {
  return { name, value, n, bar, want }
}

export interface PrecisionRecall {
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
}

/** Precision, recall and their harmonic mean; null where the denominator is 0. */
export function precisionRecall(matched: number, predicted: number, gold: number): PrecisionRecall {
  const precision = predicted === 0 ? null : matched / predicted
  const recall = gold === 0 ? null : matched / gold
  const f1 =
    precision === null || recall === null
      ? null
      : precision + recall === 0
        ? 0
        : (2 * precision * recall) / (precision + recall)
  return { precision, recall, f1 }
}
