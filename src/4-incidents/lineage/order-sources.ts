/** What decides which of two texts with the same words is the source. */
export interface SourceFacts {
  readonly captureId: string
  readonly receivedAt: string
  readonly publishedAt: string | null
  /** News agency the text is credited to, when that is not the outlet itself; null otherwise. */
  readonly credit: string | null
  /** Words of the running text. */
  readonly words: number
}

const NO_DATE = '9999'
const NO_TIME = 'T99'

/**
 * Order in which texts can come from each other, sources first: the earlier day of publication; then the one that credits no agency;
 * the earlier time; the longer; the one received first. A total order, so that chains of copies end at one root.
 *
 * @returns negative when `a` is the source of `b`
 */
export function compareSources(a: SourceFacts, b: SourceFacts): number {
  return (
    compare(dayOf(a), dayOf(b)) ||
    Number(a.credit !== null) - Number(b.credit !== null) ||
    compare(timeOf(a), timeOf(b)) ||
    b.words - a.words ||
    compare(a.receivedAt, b.receivedAt) ||
    compare(a.captureId, b.captureId)
  )
}

/** Why the first of two texts is taken as the source of the second. */
export function explainSource(source: SourceFacts, copy: SourceFacts): string {
  if (dayOf(source) !== dayOf(copy)) {
    return copy.publishedAt === null
      ? 'the other has no date'
      : `published earlier (${dayOf(source)} before ${dayOf(copy)})`
  }
  if ((source.credit === null) !== (copy.credit === null)) return `the other credits ${copy.credit}`
  if (timeOf(source) !== timeOf(copy)) return 'published earlier on the same day'
  if (source.words !== copy.words) return `longer (${source.words} words against ${copy.words})`
  return source.receivedAt === copy.receivedAt ? 'first by id, for want of a better sign' : 'received earlier'
}

function dayOf({ publishedAt }: SourceFacts): string {
  return publishedAt?.slice(0, 10) ?? NO_DATE
}

function timeOf({ publishedAt }: SourceFacts): string {
  return publishedAt?.slice(10) || NO_TIME
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
