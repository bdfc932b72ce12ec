import { BE_FORMS } from '../../../data/words/grammar-words.ts'
import type { ReportingVerb } from '../../../data/words/reporting-verbs.ts'
import type { Span } from '../../model/span.ts'
import type { Sentence } from '../text/sentence.ts'
import { trimmedSpan } from './read-content.ts'
import { readSourceAfter } from './read-source-after.ts'
import { readSourceBefore } from './read-source-before.ts'
import { isStrongSource, type TokenRange } from './source-phrase.ts'
import type { VerbGroup } from './read-verb-group.ts'
import type { RawFrame } from './raw-frame.ts'
import { skipAdverbials } from './skip-adverbials.ts'

const MAX_BY_DISTANCE = 14

/** "was reported by the agency", "is accused of shelling the town": the passive, with or without its source. */
export function readPassive(sentence: Sentence, group: VerbGroup, verb: ReportingVerb): RawFrame | null {
  const { tokens } = sentence
  if (STATES.has(tokens[group.verb + 1]?.lower ?? '')) return null
  if (verb.act === 'warning' || verb.act === 'demand') return null
  if (verb.lemma === 'tell' || verb.lemma === 'ask' || verb.takes === 'quote' || verb.takes === 'count') return null
  const by = bySource(sentence, skipAdverbials(sentence, group.verb + 1), 3) ?? leadingReport(sentence, group)
  if (by === null && verb.act !== 'accusation') return null
  if (by === null && verb.takes !== 'target') return null
  const last = tokens.length - 1
  const before = by !== null && by.last < group.first ? null : trimmedSpan(sentence, 0, group.first - 1)
  const after = trimmedSpan(sentence, by === null || by.last < group.first ? group.verb + 1 : by.last + 1, last)
  const between = by === null || by.last < group.first ? null : trimmedSpan(sentence, group.verb + 1, by.first - 2)
  const content = (by === null ? [after] : [before, between, after]).filter((span): span is Span => span !== null)
  if (content.length === 0) return null
  return {
    sentence: sentence.index,
    source: by,
    cue: { first: group.first, last: group.verb },
    clauseStart: 0,
    content,
    act: verb.act,
    isNegated: group.isNegated,
    recipient: null,
    isCited: false,
    rule: by === null ? 'attribution/passive-without-source' : 'attribution/passive',
  }
}

const STATES: ReadonlySet<string> = new Set(
  'dead missing killed injured wounded hurt captured destroyed trapped kidnapped arrested to'.split(' '),
)

/** "In the evening report of the general staff, it was reported that …": the source opens the sentence. */
function leadingReport(sentence: Sentence, group: VerbGroup): TokenRange | null {
  const { tokens } = sentence
  if (tokens[group.first - 1]?.lower !== 'it' || tokens[0]?.lower !== 'in') return null
  const source = readSourceAfter(sentence, 1)
  return source !== null && source.last < group.first && isStrongSource(sentence, source) ? source : null
}

function bySource(sentence: Sentence, from: number, reach: number): TokenRange | null {
  for (let at = from; at < Math.min(sentence.tokens.length, from + reach); at++) {
    const token = sentence.tokens[at]
    if (token === undefined || token.text === ',' || token.kind === 'open') return null
    if (token.lower !== 'by') continue
    const source = readSourceAfter(sentence, at + 1)
    return source !== null && isStrongSource(sentence, source) ? source : null
  }
  return null
}

/** "X was quoted by Y as saying …" and "Y quoted X as saying …": X says it, Y passes it on. */
export function readQuotedAsSaying(sentence: Sentence, at: number): RawFrame | null {
  const { tokens } = sentence
  for (let quoted = at - 2; quoted >= 0 && at - quoted < MAX_BY_DISTANCE; quoted--) {
    const lower = tokens[quoted]?.lower ?? ''
    if (!['quoted', 'cited', 'quotes', 'cites', 'quoting'].includes(lower)) continue
    const isPassive = BE_FORMS.has(tokens[quoted - 1]?.lower ?? '')
    const source = isPassive
      ? readSourceBefore(sentence, beforeAuxiliaries(sentence, quoted - 1), 0)
      : readSourceAfter(sentence, quoted + 1)
    const content = trimmedSpan(sentence, at + 1, tokens.length - 1)
    if (source === null || content === null) return null
    const relay = isPassive
      ? bySource(sentence, quoted + 1, MAX_BY_DISTANCE)
      : readSourceBefore(sentence, quoted - 1, 0)
    return {
      sentence: sentence.index,
      source,
      cue: { first: quoted, last: at },
      clauseStart: Math.min(source.first, quoted),
      content: [content],
      act: 'report',
      isNegated: false,
      recipient: relay,
      isCited: false,
      rule: 'attribution/quoted-as-saying',
    }
  }
  return null
}

function beforeAuxiliaries(sentence: Sentence, from: number): number {
  let at = from
  while (
    at > 0 &&
    ['has', 'have', 'had', 'been', 'was', 'were', 'is', 'are', 'also', 'later'].includes(
      sentence.tokens[at]?.lower ?? '',
    )
  )
    at--
  return at
}
