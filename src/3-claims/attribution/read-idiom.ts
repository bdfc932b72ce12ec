import { REPORTING_NOUNS, type ReportingVerb } from '../../../data/words/reporting-verbs.ts'
import type { Sentence } from '../text/sentence.ts'

const AS: ReadonlySet<string> = new Set(['as'])
const COMPARED: ReadonlySet<string> = new Set(['to', 'with'])
const LIVES: ReadonlySet<string> = new Set(['life', 'lives', 'victims', 'casualties', 'martyrs', 'victory', 'credit'])
const TOLL_WORDS: ReadonlySet<string> = new Set([
  'toll',
  'number',
  'figure',
  'count',
  'total',
  'tally',
  'casualties',
  'dead',
])

/** What a state puts in force by declaring it: an act, not a report. */
const PROCLAIMED: ReadonlySet<string> = new Set(
  'emergency danger martial curfew holiday mourning alert independence bankruptcy'.split(' '),
)

/**
 * What the verb says together with the words after it: "claimed responsibility", "pointed the finger at", "called for", "put the toll at",
 * "stands by its count of", "had spoken of some 300 dead".
 *
 * @returns null when the words after it make it no report ("claimed the lives of", "put out the fire")
 */
export function readIdiom(sentence: Sentence, at: number, verb: ReportingVerb): ReportingVerb | null {
  const next = (offset: number): string => sentence.tokens[at + offset]?.lower ?? ''
  const within = (words: ReadonlySet<string>, reach: number): boolean => {
    for (let offset = 1; offset <= reach; offset++) if (words.has(next(offset))) return true
    return false
  }
  switch (verb.lemma) {
    case 'claim':
      if (next(1) === 'responsibility' || next(2) === 'responsibility')
        return { ...verb, takes: 'target', act: 'responsibility' }
      return within(LIVES, 3) ? null : verb
    case 'take':
    case 'accept':
    case 'assume':
      return next(1) === 'responsibility' || next(2) === 'responsibility'
        ? { ...verb, takes: 'target', act: 'responsibility' }
        : null
    case 'point':
      if (next(1) === 'the' && next(2) === 'finger') return { ...verb, takes: 'target', act: 'accusation' }
      return next(1) === 'out' || next(1) === 'to' ? verb : null
    case 'call':
      if (['itself', 'himself', 'herself', 'themselves'].includes(next(1))) return null
      if (['for', 'on', 'upon'].includes(next(1)) || ['for', 'on', 'upon'].includes(next(2))) return verb
      if (calledFalse(sentence, at)) return { ...verb, takes: 'target', act: 'denial' }
      return hasQuotationWithin(sentence, at, 16) ? { ...verb, takes: 'quote', act: 'assessment' } : null
    case 'apologise':
    case 'apologize':
      return next(1) === 'for' || next(1) === 'that' || next(3) === 'for' ? verb : null
    case 'put':
    case 'give':
      return within(TOLL_WORDS, 4) ? verb : null
    case 'speak':
      return next(1) === 'of' ? verb : null
    case 'stand':
      return next(1) === 'by' && within(TOLL_WORDS, 4) ? verb : null
    case 'name':
    case 'identify':
      return within(AS, 9) ? verb : null
    case 'describe':
      if (tellsScene(sentence, at)) return { ...verb, takes: 'target', act: 'assessment' }
      return describedAs(sentence, at, verb)
    case 'label':
      return describedAs(sentence, at, verb)
    case 'compare':
      return within(COMPARED, 9) && verb.form !== 'base' ? verb : null
    case 'issue':
    case 'make':
    case 'renew':
    case 'voice':
    case 'repeat':
      return withNoun(sentence, at, verb)
    case 'estimate':
      return ['close', 'some', 'about', 'around', 'nearly'].includes(next(1)) ? { ...verb, takes: 'count' } : verb
    case 'declare':
      return within(PROCLAIMED, 6) && next(1) !== 'that' ? null : verb
    case 'appeal':
      return ['for', 'to'].includes(next(1)) ? verb : null
    default:
      return verb
  }
}

/** "issued a warning", "repeated its denial": the noun says what is done. "Repeat that" reports by itself. */
function withNoun(sentence: Sentence, at: number, verb: ReportingVerb): ReportingVerb | null {
  for (let offset = 1; offset <= 5; offset++) {
    const act = REPORTING_NOUNS.get(sentence.tokens[at + offset]?.lower ?? '')
    if (act !== undefined) return { ...verb, act }
  }
  return verb.lemma === 'repeat' && sentence.tokens[at + 1]?.lower === 'that' ? { ...verb, takes: 'clause' } : null
}

/** "described it as a massacre": what it is called is what is said. */
function describedAs(sentence: Sentence, at: number, verb: ReportingVerb): ReportingVerb {
  for (let offset = 1; offset <= AS_REACH; offset++)
    if (AS.has(sentence.tokens[at + offset]?.lower ?? ''))
      return hasQuotationWithin(sentence, at, 1) ? verb : { ...verb, takes: 'target', act: 'assessment' }
  return verb
}

const AS_REACH = 9
const SCENES: ReadonlySet<string> = new Set(['how', 'scene', 'scenes'])
const SENSING: ReadonlySet<string> = new Set(
  'seeing hearing finding watching feeling smelling running fleeing escaping losing carrying being having'.split(' '),
)
const SCENE_REACH = 4

/** "described people choking", "described seeing bodies", "described scenes of panic": what witnesses saw. */
function tellsScene({ tokens }: Sentence, at: number): boolean {
  for (let offset = 1; offset <= SCENE_REACH; offset++) {
    const token = tokens[at + offset]
    if (token === undefined || token.kind !== 'word' || AS.has(token.lower)) return false
    if (SCENES.has(token.lower)) return true
    // "described training camps": a gerund right after is what somebody lived through only where it is a sense.
    if (offset === 1 ? SENSING.has(token.lower) : token.lower.length > 5 && token.lower.endsWith('ing')) return true
  }
  return false
}

const FALSE_REACH = 14
const FALSE_WORDS: ReadonlySet<string> = new Set(
  'fake faked false fabricated staged untrue baseless groundless unfounded invented hoax fabrication fabrications lie lies fiction propaganda disinformation provocation nonsense absurd'.split(
    ' ',
  ),
)
const DENIED_THINGS: ReadonlySet<string> = new Set(
  'report reports claim claims accusation accusations allegation allegations account accounts footage video videos images pictures photographs story stories attack strike massacre killings shelling bombing it this that'.split(
    ' ',
  ),
)

/** "called the reports of a strike fake", "calls the footage a fabrication": a denial. */
function calledFalse({ tokens }: Sentence, at: number): boolean {
  let isOfDeed = false
  for (let offset = 1; offset <= FALSE_REACH; offset++) {
    const token = tokens[at + offset]
    if (token === undefined || token.kind === 'punct') return false
    if (FALSE_WORDS.has(token.lower)) return isOfDeed
    if (DENIED_THINGS.has(token.lower)) isOfDeed = true
  }
  return false
}

/** Words after "told" that are no recipient. */
export function isIdiomOfReport(lower: string): boolean {
  return lower === 'how' || lower === 'that' || lower === 'of' || lower === 'to'
}

function hasQuotationWithin(sentence: Sentence, at: number, reach: number): boolean {
  for (let offset = 1; offset <= reach; offset++) {
    const token = sentence.tokens[at + offset]
    if (token === undefined) return false
    if (token.kind === 'open') return true
  }
  return false
}
