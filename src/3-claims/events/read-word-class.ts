import type { Sentence } from '../text/sentence.ts'

const VERB_BEFORE: ReadonlySet<string> = new Set(
  'to|will|would|could|may|might|must|can|should|shall|cannot|did|does|do|not|they|he|she|it|we|i|you|who|that|which|then|also|repeatedly|deliberately|sometimes|often|still|regularly|reportedly|allegedly|forces|troops|rebels|militants|gunmen|insurgents|guerrillas|terrorists|fighters|soldiers|warplanes|jets|planes|helicopters|drones|police|army|airstrikes|missiles|rockets|shells|mortars|bombers'.split(
    '|',
  ),
)
const NOUN_BEFORE: ReadonlySet<string> = new Set(
  'a|an|one|the|this|that|these|those|his|her|its|their|our|my|your|no|any|some|every|each|another|many|several|more|most|such|of|in|on|by|for|from|with|during|after|before|since|under|against|amid|following|despite|between|into|over|about|as|and|or|recent|new|heavy|deadly|fresh|intense|fierce|further|major|massive|alleged|suspected|similar|other|first|last|latest|deadliest|worst|repeat|repeated|direct|relentless|air|armed|violent|terrorist|terror|military|nighttime|overnight|daily'.split(
    '|',
  ),
)
const OBJECT_AFTER: ReadonlySet<string> = new Set(
  'the|a|an|his|her|its|their|our|them|him|us|it|several|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|scores|civilians|people|another|nearly|more|many|some|at|those|these|children|residents|targets'.split(
    '|',
  ),
)
const PREPOSITIONS: ReadonlySet<string> = new Set(
  'in|on|at|of|by|for|from|with|against|near|that|which|and|or|as|to|was|were|is|are|has|have|had|came|took|killed|left|who|when|where|but|into|over|outside|across|during|after|before|will|would|could|may|since|between|around|inside|along|within|throughout'.split(
    '|',
  ),
)

/**
 * Whether a form that is both noun and verb ("attack", "strikes", "raids") is a verb where it stands.
 *
 * @param at first token of the trigger
 * @param end one past its last token
 */
export function readsAsVerb(sentence: Sentence, at: number, end: number): boolean {
  const { tokens } = sentence
  const before = tokens[at - 1]
  const after = tokens[end]
  if (before === undefined || before.kind !== 'word') {
    // At the head of a clause: an imperative or a headline's noun; a verb only before an object and after a name or number.
    return before?.kind === 'number' && after !== undefined && OBJECT_AFTER.has(after.lower)
  }
  const lower = before.lower
  if (lower === 'that' || lower === 'which' || lower === 'who' || lower === 'to')
    return lower !== 'to' || !isNounAfterTo(tokens[end]?.lower)
  if (VERB_BEFORE.has(lower)) return !(after !== undefined && after.lower === 'of')
  if (NOUN_BEFORE.has(lower) || lower.endsWith('ian') || lower.endsWith('ly') || lower.endsWith('ing')) return false
  if (after === undefined || after.kind === 'punct') return false
  if (PREPOSITIONS.has(after.lower)) return false
  if (OBJECT_AFTER.has(after.lower) || after.kind === 'number') return true
  // "Russia hits rail hub", "Israel strikes Gaza": a name before, and a name or a plain noun after
  const nameBefore = /^\p{Lu}/u.test(before.text)
  return !sentence.isUpperCase && nameBefore && /^\p{L}/u.test(after.text)
}

/** Whether an -ing form is a noun where it stands: after an article, an adjective or a preposition, or at the head. */
export function readsAsNoun(sentence: Sentence, at: number): boolean {
  const before = sentence.tokens[at - 1]
  const after = sentence.tokens[at + 1]
  // "trucks 'stealing grain'": in quotation marks after its subject, with an object
  if (before !== undefined && /^[‘“"']$/u.test(before.text) && sentence.tokens[at - 2]?.kind === 'word')
    return after?.kind !== 'word' || PREPOSITIONS.has(after.lower)
  if (before === undefined || before.kind === 'punct') return after === undefined || !OBJECT_AFTER.has(after.lower)
  const { lower } = before
  if (lower === 'a' || lower === 'an' || lower === 'another' || lower === "'s") return true
  if (NOT_NOUN_BEFORE.has(lower)) return false
  if (PLAIN_PREPOSITIONS.has(lower))
    return after === undefined || after.kind !== 'word' || PREPOSITIONS.has(after.lower)
  return (NOUN_BEFORE.has(lower) || lower === 'to') && !(after !== undefined && OBJECT_AFTER.has(after.lower))
}

/** After these an -ing form with an object is a verb: "by firing missiles". */
const PLAIN_PREPOSITIONS: ReadonlySet<string> = new Set([
  'by',
  'of',
  'for',
  'from',
  'after',
  'before',
  'in',
  'on',
  'since',
  'despite',
])

/** Words of `NOUN_BEFORE` after which an -ing form is as often a verb: "after shelling the town", "and fighting the army". */
const NOT_NOUN_BEFORE: ReadonlySet<string> = new Set(['and', 'or', 'as', 'while'])

/** "in response to attacks on", "led to clashes in": the noun after "to". */
function isNounAfterTo(after: string | undefined): boolean {
  return (
    after === undefined || after === 'of' || after === 'on' || after === 'by' || after === 'in' || after === 'between'
  )
}
