import { DOCUMENT_NOUNS, ORGANISATION_NOUNS, ROLE_NOUNS, STATE_NAMES } from '../../../data/words/source-nouns.ts'
import type { Claimant } from '../../model/claim.ts'
import type { Sentence } from '../text/sentence.ts'
import { type NamedSource, nameClaimant } from './name-claimant.ts'
import { indexBodies } from './index-bodies.ts'
import { indexNames } from './index-names.ts'
import type { RawFrame } from './raw-frame.ts'
import { readSubjects } from './read-subjects.ts'
import { type Known, rememberSources } from './remember-sources.ts'
import { type Context, isPersonal, resolvePronoun } from './resolve-pronoun.ts'

/** Common nouns for a body that watches and counts; its name may come later in the text ("a monitor said"). */
const MONITOR_NOUNS: ReadonlySet<string> = new Set(
  'monitor monitors watchdog observatory network ngo monitoring-group'.split(' '),
)
const MONITOR_NAME = /\b(?:Observatory|Watch|Network|Monitor|Amnesty|Centre|Center|Committees?|Association)\b/u
/** How many sentences back the issuer of "the report" may stand. */
const DOCUMENT_REACH = 6
/** How many sentences back a speaker may stand for "the president". */
const SPEAKER_REACH = 3
const STATE_NOUNS: ReadonlySet<string> = new Set(['country', 'nation'])
/** How many sentences back the state may stand that "the country" is. */
const STATE_REACH = 2
const DEMONYM = /(?:ian|ish|ese|ench|utch|aeli|aqi|eni|ani)$/u
const GROUP_NOUNS: ReadonlySet<string> = new Set(
  'group organisation organization agency body charity ngo institution association movement'.split(' '),
)

const OFFICE_HEADS: ReadonlySet<string> = new Set(
  'ministry army military government police parliament court council department presidency administration kremlin pentagon'.split(
    ' ',
  ),
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
  const nouns: Known[] = []
  asWritten.forEach((source, i) => {
    const frame = frames[i]
    if (source !== null && frame !== undefined && source.form !== 'pronoun') nouns.push(knownAt(source, frame.sentence))
  })
  const all = rememberSources(nouns)
  const known = rememberSources()
  const names = indexNames(sentences, text)
  const bodies = indexBodies(sentences, text)
  const subjects = readSubjects(sentences, text)
  const monitor = firstMonitor(nouns)
  return asWritten.map((source, i) => {
    const frame = frames[i]
    if (source === null || frame === undefined) return null
    const found = resolveOne(source, { frame, known, all, names, bodies, subjects, monitor })
    if (found !== null) known.add(knownAt(found, frame.sentence))
    return found
  })
}

function knownAt({ claimant, form, head, isPlural, issued }: NamedSource, sentence: number): Known {
  return { claimant, form, head, isPlural, issued, sentence }
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

/** The first watching body of the document that is named in full. */
function firstMonitor(sources: readonly Known[]): Known | null {
  return sources.find((one) => one.form === 'full' && isNamedMonitor(one)) ?? null
}

function isNamedMonitor({ claimant }: NamedSource): boolean {
  return claimant.kind === 'organisation' && MONITOR_NAME.test(claimant.name)
}

function monitorOf({ known, monitor, bodies }: Context): Claimant | null {
  const one = known.last((candidate) => candidate.form === 'full' && isNamedMonitor(candidate)) ?? monitor
  return one?.claimant ?? bodies.observatory()?.claimant ?? null
}

function withFullName(source: NamedSource, { all, names }: Context): NamedSource {
  const full = names.fullNameOf(source.claimant.name)
  if (full === null) return source
  const role = all.firstWithRole(full)?.claimant ?? null
  const { kind } = source.claimant
  return named(source, {
    kind,
    name: full,
    role: source.claimant.role ?? role?.role ?? null,
    affiliation: source.claimant.affiliation ?? role?.affiliation ?? null,
  })
}

function withSpelledOut(source: NamedSource, { names }: Context): NamedSource {
  const full = names.spelledOut(source.claimant.name)
  return full === null ? source : { ...source, claimant: { ...source.claimant, name: full } }
}

/** "the report", "the statement": whoever issued the last one so called, else the last body or person that spoke. */
function resolveDocument(source: NamedSource, { known, frame }: Context): NamedSource {
  const issued = known.last((one) => one.issued === source.head)
  if (issued !== undefined) return issued
  const recent = known.since(frame.sentence - DOCUMENT_REACH)
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
  if (STATE_NOUNS.has(head)) {
    const state = known.since(context.frame.sentence - STATE_REACH).findLast(speaksForState)
    return state ?? source
  }
  const back = known.lastWithWord(head)
  if (back !== undefined) return back
  if (GROUP_NOUNS.has(head)) {
    const group = known.last((one) => one.claimant.kind === 'organisation' && !isState(one) && !isOffice(one))
    if (group !== undefined) return group
  }
  if (ORGANISATION_NOUNS.has(head)) {
    const at = context.frame.source?.first ?? 0
    const body = context.bodies.before(head, context.frame.sentence, at, source.claimant.name)
    return body ?? all.firstBodyWithWord(head) ?? source
  }
  if (DOCUMENT_NOUNS.has(head)) return resolveDocument(source, context)
  return (
    (ROLE_NOUNS.has(head) && !source.isPlural && source.claimant.kind === 'office' ? soleSpeaker(context) : null) ??
    source
  )
}

/** A state's bare name: no group is meant by it. */
function isState({ claimant }: NamedSource): boolean {
  return STATE_NAMES.has(claimant.name.toLowerCase())
}

/** A ministry, an army, a court: a body, and no group. */
function isOffice({ head }: NamedSource): boolean {
  return OFFICE_HEADS.has(head)
}

/** "Ruritanian authorities", "Ruritania": a body of a whole state. */
function speaksForState({ claimant }: Known): boolean {
  if (claimant.kind !== 'organisation') return false
  const words = claimant.name.toLowerCase().split(/[\s'’]+/u)
  return words.some((word) => STATE_NAMES.has(word) || (DEMONYM.test(word) && words.length > 1))
}

/** The only person who spoke in the last sentences: "the president" after "Jan Novak said". */
function soleSpeaker({ known, frame }: Context): NamedSource | null {
  const recent = known.since(frame.sentence - SPEAKER_REACH).filter(isPersonal)
  const last = recent.at(-1)
  if (last === undefined || last.claimant.kind !== 'person') return null
  return recent.every((one) => one.claimant.name === last.claimant.name) ? last : null
}

function named(source: NamedSource, claimant: Claimant | null): NamedSource {
  if (claimant === null) return source
  const { head, isPlural, issued } = source
  return { claimant, form: 'full', head, isPlural, issued }
}
