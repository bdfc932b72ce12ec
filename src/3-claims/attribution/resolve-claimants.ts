import { DOCUMENT_NOUNS, ORGANISATION_NOUNS, ROLE_NOUNS } from '../../../data/words/source-nouns.ts'
import type { Claimant } from '../../model/claim.ts'
import type { Sentence } from '../text/sentence.ts'
import { type NamedSource, nameClaimant } from './name-claimant.ts'
import { indexNames } from './index-names.ts'
import type { RawFrame } from './raw-frame.ts'
import { isPersonal, resolvePronoun, type Context, type Known } from './resolve-pronoun.ts'
import { readSourceAfter } from './read-source-after.ts'

/** Common nouns for a body that watches and counts; its name may come later in the text ("a monitor said"). */
const MONITOR_NOUNS: ReadonlySet<string> = new Set(
  'monitor monitors watchdog observatory network ngo monitoring-group'.split(' '),
)
const MONITOR_NAME = /\b(?:Observatory|Watch|Network|Monitor|Amnesty|Centre|Center|Committees?|Association)\b/u
/** How many sources are remembered: more would make a long live blog slow, and none of them is meant so far back. */
const MAX_KNOWN = 200
/** How many sentences back the full name of a body is looked for. */
const NAME_REACH = 40
/** How many sentences back a speaker may stand for "the president". */
const SPEAKER_REACH = 3
const GROUP_NOUNS: ReadonlySet<string> = new Set(
  'group organisation organization agency body charity ngo institution association movement'.split(' '),
)

/**
 * Names the claimant of each frame: pronouns, surnames, short forms ("the ministry"), acronyms and cited texts are looked up among the
 * sources of the document, first back, then (for monitors and people named later) forward.
 *
 * @param frames in reading order
 * @returns for each frame its claimant, or null when its source is the speaker of a quotation ("we") or cannot be told
 */
export function resolveClaimants(
  frames: readonly RawFrame[],
  sentences: readonly Sentence[],
  text: string,
): (NamedSource | null)[] {
  const asWritten = frames.map((frame) => {
    const sentence = sentences[frame.sentence]
    return frame.source === null || sentence === undefined ? null : nameClaimant(sentence, frame.source, text)
  })
  const nouns: Known[] = asWritten.flatMap((source, i) => {
    const frame = frames[i]
    return source === null || frame === undefined || source.form === 'pronoun'
      ? []
      : [{ ...source, sentence: frame.sentence }]
  })
  const all = nouns.slice(0, MAX_KNOWN)
  const known: Known[] = []
  const names = indexNames(sentences, text)
  return asWritten.map((source, i) => {
    const frame = frames[i]
    if (source === null || frame === undefined) return null
    const found = resolveOne(source, { frame, known, all, sentences, text, names })
    if (found !== null) known.push({ ...found, sentence: frame.sentence })
    if (known.length > 2 * MAX_KNOWN) known.splice(0, MAX_KNOWN)
    return found
  })
}

function resolveOne(source: NamedSource, context: Context): NamedSource | null {
  switch (source.form) {
    case 'pronoun':
      return resolvePronoun(source, context)
    case 'surname':
      return withFullName(source, context)
    case 'document':
      return resolveDocument(source, context)
    case 'short':
      return resolveShort(source, context)
    default:
      return resolveFull(source, context)
  }
}

function resolveFull(source: NamedSource, context: Context): NamedSource {
  if (source.claimant.kind === 'person') return withFullName(source, context)
  if (isMonitor(source) && !/\p{Lu}/u.test(source.claimant.name.replace(/\S+-based/u, '').slice(1)))
    return named(source, monitorOf(context))
  if (source.claimant.kind === 'organisation') return withSpelledOut(source, context)
  return source
}

/** "a monitor", "a war monitoring group", "monitor" in a headline. */
function isMonitor(source: NamedSource): boolean {
  if (MONITOR_NOUNS.has(source.head)) return true
  return source.head === 'group' && /monitor|watchdog|rights|war/iu.test(source.claimant.name)
}

function monitorOf({ known, all, sentences, text }: Context): Claimant | null {
  const isNamed = (one: Known): boolean => one.claimant.kind === 'organisation' && MONITOR_NAME.test(one.claimant.name)
  const one =
    known.findLast((candidate) => isNamed(candidate) && candidate.form === 'full') ??
    all.find((candidate) => isNamed(candidate) && candidate.form === 'full')
  if (one !== undefined) return one.claimant
  for (const sentence of sentences) {
    const at = sentence.tokens.findIndex((token) => token.lower === 'observatory' && token.text !== token.lower)
    const phrase = at === -1 ? null : nameAround(sentence, at, text)
    if (phrase !== null) return phrase
  }
  return null
}

function nameAround(sentence: Sentence, at: number, text: string): Claimant | null {
  let first = at
  while (
    first > 0 &&
    /^\p{Lu}/u.test(sentence.tokens[first - 1]?.text ?? '') &&
    sentence.tokens[first - 1]?.lower !== 'the'
  )
    first--
  const range = readSourceAfter(sentence, first)
  return range === null || range.last === range.first ? null : nameClaimant(sentence, range, text).claimant
}

function withFullName(source: NamedSource, { all, names }: Context): NamedSource {
  const full = names.fullNameOf(source.claimant.name)
  if (full === null) return source
  const role = all.find((one) => one.claimant.name === full && one.claimant.role !== null)?.claimant ?? null
  return {
    ...source,
    form: 'full',
    claimant: {
      ...source.claimant,
      name: full,
      role: source.claimant.role ?? role?.role ?? null,
      affiliation: source.claimant.affiliation ?? role?.affiliation ?? null,
    },
  }
}

function withSpelledOut(source: NamedSource, { names }: Context): NamedSource {
  const full = names.spelledOut(source.claimant.name)
  return full === null ? source : { ...source, claimant: { ...source.claimant, name: full } }
}

/** "the report", "the statement": whoever issued the last one so called, else the last body or person that spoke. */
function resolveDocument(source: NamedSource, { known, frame }: Context): NamedSource {
  const issued = known.findLast((one) => one.issued === source.head)
  if (issued !== undefined) return issued
  const recent = known.filter((one) => frame.sentence - one.sentence <= 6)
  const one =
    recent.findLast(({ claimant }) => claimant.kind === 'organisation') ??
    recent.findLast(({ claimant }) => claimant.kind === 'person' || claimant.kind === 'office')
  return one ?? source
}

function resolveShort(source: NamedSource, context: Context): NamedSource {
  const { known, all } = context
  const { head } = source
  if (isMonitor(source)) {
    const monitor = monitorOf(context)
    if (monitor !== null) return named(source, monitor)
  }
  const sameHead = (one: Known): boolean =>
    one.form !== 'short' &&
    (one.head === head || hasWord(one.claimant.name, head) || hasWord(one.claimant.role ?? '', head))
  const back = known.findLast(sameHead)
  if (back !== undefined) return back
  if (GROUP_NOUNS.has(head)) {
    const group = known.findLast((one) => one.claimant.kind === 'organisation')
    if (group !== undefined) return group
  }
  if (ORGANISATION_NOUNS.has(head))
    return (
      nameInText(source, context) ?? all.find((one) => sameHead(one) && one.claimant.kind === 'organisation') ?? source
    )
  if (DOCUMENT_NOUNS.has(head)) return resolveDocument(source, context)
  return (
    (ROLE_NOUNS.has(head) && !source.isPlural && source.claimant.kind === 'office' ? soleSpeaker(context) : null) ??
    source
  )
}

/** The only person who spoke in the last sentences: "the president" after "Jan Novak said". */
function soleSpeaker({ known, frame }: Context): NamedSource | null {
  const recent = known.filter((one) => frame.sentence - one.sentence <= SPEAKER_REACH && isPersonal(one))
  const last = recent.at(-1)
  if (last === undefined || last.claimant.kind !== 'person') return null
  return recent.every((one) => one.claimant.name === last.claimant.name) ? last : null
}

/** A fuller name with the same head that stands earlier in the text ("the Ministry of Health … the ministry"). */
function nameInText(source: NamedSource, { frame, sentences, text }: Context): NamedSource | null {
  for (let at = frame.sentence; at >= Math.max(0, frame.sentence - NAME_REACH); at--) {
    const sentence = sentences[at]
    if (sentence === undefined) break
    for (let i = sentence.tokens.length - 1; i >= 0; i--) {
      const token = sentence.tokens[i]
      if (
        token === undefined ||
        token.lower !== source.head ||
        (at === frame.sentence && i >= (frame.source?.first ?? 0))
      )
        continue
      let first = i
      while (first > 0 && isNamePart(sentence, first - 1)) first--
      const range = readSourceAfter(sentence, first)
      if (range === null || range.last < i) continue
      const one = nameClaimant(sentence, range, text)
      if (
        one.form === 'full' &&
        one.claimant.kind === 'organisation' &&
        one.claimant.name.length > source.claimant.name.length
      )
        return one
    }
  }
  return null
}

function isNamePart(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at]
  if (token === undefined) return false
  if (token.kind === 'clitic') return true
  return (
    token.kind === 'word' &&
    (/^\p{Lu}/u.test(token.text) || ['defence', 'defense', 'health', 'interior', 'foreign'].includes(token.lower)) &&
    token.lower !== 'the'
  )
}

function named(source: NamedSource, claimant: Claimant | null): NamedSource {
  return claimant === null ? source : { ...source, form: 'full', claimant }
}

function hasWord(name: string, word: string): boolean {
  return name
    .toLowerCase()
    .split(/[\s'’-]+/u)
    .includes(word)
}
