import type { Sentence } from '../text/sentence.ts'

/** Where a sentence stands among the developments a document tells of. */
export interface Section {
  /** Counts the headings and posts above it. */
  readonly number: number
  /** The bullet (its line) the sentence stands in, or null. */
  readonly bullet: number | null
  /** Time of the live-blog post it stands in, or null. */
  readonly post: string | null
}

/** Reads the section of each sentence: a heading or a new post begins one, a bullet stands for itself. */
export function readSections(sentences: readonly Sentence[]): Section[] {
  let number = 0
  let post: string | null = null
  let heading: number | null = null
  return sentences.map(({ role, line, postedAt }) => {
    if (role === 'heading' && line !== heading) {
      heading = line
      number++
    }
    if (postedAt !== post) number++
    post = postedAt
    return { number, post, bullet: role === 'bullet' ? line : null }
  })
}

/**
 * Whether what sentence `to` names may be the place of what sentence `from` tells: never from another bullet or another
 * post, and from further down only inside the same section (other headings tell of other developments).
 */
export function isInView(sections: readonly Section[], from: number, to: number): boolean {
  const here = sections[from]
  const there = sections[to]
  if (here === undefined || there === undefined) return false
  if (there.bullet !== null && there.bullet !== here.bullet) return false
  if (there.post !== null && there.post !== here.post) return false
  return to <= from || (here.number === there.number && here.bullet === there.bullet)
}
