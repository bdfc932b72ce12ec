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

/**
 * Documents of one day that count towards how common a word is: the words of a day that all outlets write about are not
 * common words, those of every day are.
 */
const MOST_A_DAY = 4

/**
 * Counts each document once, by the words of its main report, and no more than a few documents a day for each word. A report
 * that is given twice counts once.
 */
export function countWords(profiles: readonly ReportProfile[]): WordCounts {
  const byDay = new Map<number, ReportProfile[]>()
  const counted = new Set<string>()
  for (const profile of profiles) {
    if (!profile.isMain || counted.has(profile.key)) continue
    counted.add(profile.key)
    const day = profile.published ?? profile.days?.to ?? UNDATED
    const own = byDay.get(day)
    if (own === undefined) byDay.set(day, [profile])
    else own.push(profile)
  }
  const byWord = new Map<string, number>()
  let documents = 0
  for (const [day, own] of byDay) {
    const most = day === UNDATED ? own.length : MOST_A_DAY
    documents += Math.min(own.length, most)
    const today = new Map<string, number>()
    const count = (word: string): void => void today.set(word, (today.get(word) ?? 0) + 1)
    for (const { words, names, placeSkeletons } of own) {
      for (const word of words.keys()) count(word)
      for (const name of names) count(name)
      for (const skeleton of placeSkeletons) count(`~${skeleton}`)
    }
    for (const [word, n] of today) byWord.set(word, (byWord.get(word) ?? 0) + Math.min(n, most))
  }
  return { documents, byWord }
}

/** Stands for the day of documents without any: they count in full. */
const UNDATED = Number.NEGATIVE_INFINITY

/** Share of documents with the word, over the workspace and news at large. */
export function shareOf(word: string, { documents, byWord }: WordCounts): number {
  const inNews = NEWS_DOCUMENTS * (NEWS_SHARES.get(word) ?? UNLISTED_SHARE)
  return ((byWord.get(word) ?? 0) + inNews) / (documents + NEWS_DOCUMENTS)
}

/** How much a shared word says: natural logarithm of the inverse share of documents with it. */
export function rarityOf(word: string, counts: WordCounts): number {
  return -Math.log(Math.min(1, shareOf(word, counts)))
}
