import { AUXILIARIES, FINITE_VERBS, PREPOSITIONS } from '../../../data/words/grammar-words.ts'
import { REPORTING_VERBS } from '../../../data/words/reporting-verbs.ts'
import type { Sentence } from '../text/sentence.ts'
import { type NamedSource, nameClaimant } from './name-claimant.ts'
import { readSourceAfter } from './read-source-after.ts'
import type { TokenRange } from './source-phrase.ts'

interface Subject {
  readonly range: TokenRange
  readonly source: NamedSource
}

/** The subjects of the sentences, each read when first asked for. */
export interface SubjectIndex {
  /** Null when the sentence does not open with a subject and its verb. */
  subjectOf(sentence: number): Subject | null
}

export function readSubjects(sentences: readonly Sentence[], text: string): SubjectIndex {
  const read = new Map<number, Subject | null>()
  return {
    subjectOf: (index) => {
      const known = read.get(index)
      if (known !== undefined) return known
      const sentence = sentences[index]
      const range = sentence === undefined ? null : subjectOf(sentence)
      const subject =
        sentence === undefined || range === null ? null : { range, source: nameClaimant(sentence, range, text) }
      read.set(index, subject)
      return subject
    },
  }
}

/** The phrase before the first verb: at the start, or after the comma that closes an opening adverbial. */
function subjectOf(sentence: Sentence): TokenRange | null {
  const start = sentence.tokens.findIndex(
    (token) => token.kind === 'word' && !['but', 'and', 'so'].includes(token.lower),
  )
  const comma = PREPOSITIONS.has(sentence.tokens[start]?.lower ?? '')
    ? sentence.tokens.findIndex((token) => token.text === ',')
    : -1
  const range = start === -1 ? null : readSourceAfter(sentence, comma === -1 ? start : comma + 1)
  return range !== null && isFollowedByVerb(sentence, range.last + 1) ? range : null
}

function isFollowedByVerb(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at]
  if (token === undefined) return false
  const { lower } = token
  if (token.text === ',' || token.kind === 'clitic') return token.text === ','
  return (
    AUXILIARIES.has(lower) ||
    FINITE_VERBS.has(lower) ||
    REPORTING_VERBS.has(lower) ||
    /(?:ed|ly)$/u.test(lower) ||
    ['often', 'also', 'who', 'has'].includes(lower)
  )
}
