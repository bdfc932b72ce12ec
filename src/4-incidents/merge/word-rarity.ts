import { STEPS_PER_HALVING, WORD_SHARES } from '../../../data/models/word-shares.ts'
import type { ReportProfile } from './report-profile.ts'

/** In how many documents each word stands: grows with the workspace and does not depend on the order of arrival. */
export interface WordCounts {
  readonly documents: number
  readonly byWord: ReadonlyMap<string, number>
}

/**
 * Documents that news at large is counted as beside the workspace's own: a word that is common in news is not rare because
 * a young workspace has it twice.
 */
const NEWS_DOCUMENTS = 400
/** Share of documents that a word of no list is counted with in news at large. */
const UNLISTED_SHARE = 0.0005

const NEWS_SHARES: ReadonlyMap<string, number> = new Map(
  Object.entries(WORD_SHARES).flatMap(([step, words]) =>
    words.split(' ').map((word) => [word, 2 ** (-Number(step) / STEPS_PER_HALVING)] as const),
  ),
)

/** Counts each document once, by the words of its main report. */
export function countWords(profiles: readonly ReportProfile[]): WordCounts {
  const byWord = new Map<string, number>()
  let documents = 0
  for (const { isMain, words, names, placeSkeletons } of profiles) {
    if (!isMain) continue
    documents += 1
    for (const word of words.keys()) byWord.set(word, (byWord.get(word) ?? 0) + 1)
    for (const skeleton of placeSkeletons) byWord.set(`~${skeleton}`, (byWord.get(`~${skeleton}`) ?? 0) + 1)
    for (const name of names) byWord.set(name, (byWord.get(name) ?? 0) + 1)
  }
  return { documents, byWord }
}

/** Share of documents with the word, over the workspace and news at large. */
export function shareOf(word: string, { documents, byWord }: WordCounts): number {
  const inNews = NEWS_DOCUMENTS * (NEWS_SHARES.get(word) ?? UNLISTED_SHARE)
  return ((byWord.get(word) ?? 0) + inNews) / (documents + NEWS_DOCUMENTS)
}

/** How much a shared word says: natural logarithm of the inverse share of documents with it. */
export function rarityOf(word: string, counts: WordCounts): number {
  return -Math.log(Math.min(1, shareOf(word, counts)))
}
