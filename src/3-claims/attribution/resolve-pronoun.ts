import { AUXILIARIES, FINITE_VERBS, PREPOSITIONS } from '../../../data/words/grammar-words.ts'
import { REPORTING_VERBS } from '../../../data/words/reporting-verbs.ts'
import { ROLE_NOUNS } from '../../../data/words/source-nouns.ts'
import type { Sentence } from '../text/sentence.ts'
import type { NameIndex } from './index-names.ts'
import { type NamedSource, nameClaimant } from './name-claimant.ts'
import type { RawFrame } from './raw-frame.ts'
import { readSourceAfter } from './read-source-after.ts'
import type { TokenRange } from './source-phrase.ts'

/** A source and the sentence where it speaks. */
export interface Known extends NamedSource {
  readonly sentence: number
}

/** What a source is looked up in. */
export interface Context {
  readonly frame: RawFrame
  /** Sources before it, resolved, in reading order. */
  readonly known: readonly Known[]
  /** Every source of the document, as written. */
  readonly all: readonly Known[]
  readonly sentences: readonly Sentence[]
  readonly text: string
  readonly names: NameIndex
}

/** How many sentences back the subject of a sentence may stand for a pronoun. */
const PRONOUN_REACH = 2
const PLURAL_REACH = 4

/** Whom "he", "she", "it" or "they" stands for among the sources and subjects before it; null for "we" and "I" or when nobody fits. */
export function resolvePronoun(source: NamedSource, context: Context): NamedSource | null {
  const { known, frame } = context
  switch (source.head) {
    case 'he':
    case 'she': {
      const subject = subjectBefore(context, (one) => one.claimant.kind === 'person')
      return newer(subject, known.findLast(isPersonal)) ?? null
    }
    case 'it': {
      const subject = subjectBefore(context, (one) => one.claimant.kind === 'organisation')
      return newer(subject, known.findLast(isBody)) ?? known.at(-1) ?? null
    }
    case 'they': {
      const subject = subjectBefore(context, (one) => one.isPlural)
      const last = known.findLast((one) => one.isPlural && frame.sentence - one.sentence <= PLURAL_REACH)
      return newer(subject, last) ?? known.findLast(isBody) ?? known.at(-1) ?? null
    }
    default:
      return null
  }
}

/** Whether "he" or "she" can stand for it. */
export function isPersonal(one: NamedSource): boolean {
  const { kind } = one.claimant
  return kind === 'person' || kind === 'office' || (kind === 'unnamed' && !one.isPlural && ROLE_NOUNS.has(one.head))
}

function isBody(one: NamedSource): boolean {
  return one.claimant.kind === 'organisation' || (one.claimant.kind === 'unnamed' && !isPersonal(one))
}

/** The subject of the sentence itself or of one shortly before it, when it is of the wanted kind and has a verb. */
function subjectBefore(
  { frame, sentences, text, known, names }: Context,
  isWanted: (one: NamedSource) => boolean,
): Known | undefined {
  for (let at = frame.sentence; at >= Math.max(0, frame.sentence - PRONOUN_REACH); at--) {
    const sentence = sentences[at]
    if (sentence === undefined) return undefined
    const range = subjectOf(sentence)
    if (range === null) continue
    if (at === frame.sentence && frame.source !== null && range.last >= frame.source.first) continue
    const one = nameClaimant(sentence, range, text)
    if (one.form === 'pronoun' || one.form === 'short' || !isWanted(one)) continue
    if (one.claimant.kind === 'person' && !isKnownPerson(one, known, names)) continue
    return { ...one, sentence: at }
  }
  return undefined
}

/** A capitalised subject is a person when an office stands beside it, it has spoken before or is named by its last word too; "New Harbour" is a town. */
function isKnownPerson(one: NamedSource, known: readonly Known[], names: NameIndex): boolean {
  const isSpeaker = known.some(({ claimant, head }) => claimant.kind === 'person' && head === one.head)
  const isFullName = one.claimant.name.includes(' ')
  return one.claimant.role !== null || isSpeaker || (isFullName && names.standsAlone(one.claimant.name))
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

function newer(subject: Known | undefined, last: Known | undefined): Known | undefined {
  if (subject === undefined || last === undefined) return subject ?? last
  return subject.sentence > last.sentence ? subject : last
}
