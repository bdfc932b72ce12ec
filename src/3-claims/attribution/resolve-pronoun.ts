import { ROLE_NOUNS } from '../../../data/words/source-nouns.ts'
import type { BodyIndex } from './index-bodies.ts'
import type { NameIndex } from './index-names.ts'
import type { NamedSource } from './name-claimant.ts'
import type { RawFrame } from './raw-frame.ts'
import type { SubjectIndex } from './read-subjects.ts'
import type { Known, SourceMemory } from './remember-sources.ts'

/** What a source is looked up in. */
export interface Context {
  readonly frame: RawFrame
  /** Sources before it, resolved. */
  readonly known: SourceMemory
  /** Every source of the document, as written. */
  readonly all: SourceMemory
  readonly names: NameIndex
  readonly bodies: BodyIndex
  readonly subjects: SubjectIndex
  /** The first watching body of the document that is named in full. */
  readonly monitor: Known | null
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
      return newer(subject, known.last(isPersonal)) ?? null
    }
    case 'it': {
      const subject = subjectBefore(context, (one) => one.claimant.kind === 'organisation')
      return newer(subject, known.last(isBody)) ?? known.last(() => true) ?? null
    }
    case 'they': {
      const subject = subjectBefore(context, (one) => one.isPlural)
      const last = known.last((one) => one.isPlural && frame.sentence - one.sentence <= PLURAL_REACH)
      return newer(subject, last) ?? known.last(isBody) ?? known.last(() => true) ?? null
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
  { frame, subjects, known, names }: Context,
  isWanted: (one: NamedSource) => boolean,
): Known | undefined {
  for (let at = frame.sentence; at >= Math.max(0, frame.sentence - PRONOUN_REACH); at--) {
    const subject = subjects.subjectOf(at)
    if (subject === null) continue
    const { range, source } = subject
    if (at === frame.sentence && frame.source !== null && range.last >= frame.source.first) continue
    if (source.form === 'pronoun' || source.form === 'short' || !isWanted(source)) continue
    if (source.claimant.kind === 'person' && !isKnownPerson(source, known, names)) continue
    return { ...source, sentence: at }
  }
  return undefined
}

/** A capitalised subject is a person when an office stands beside it, it has spoken before or is named by its last word too; "New Harbour" is a town. */
function isKnownPerson(one: NamedSource, known: SourceMemory, names: NameIndex): boolean {
  const isFullName = one.claimant.name.includes(' ')
  return one.claimant.role !== null || known.hasPerson(one.head) || (isFullName && names.standsAlone(one.claimant.name))
}

function newer(subject: Known | undefined, last: Known | undefined): Known | undefined {
  if (subject === undefined || last === undefined) return subject ?? last
  return subject.sentence > last.sentence ? subject : last
}
