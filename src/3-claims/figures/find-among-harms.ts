import { PASSIVE_AUXILIARIES } from '../../../data/words/function-words.ts'
import { HARM_VERBS, TOLL_NOUNS } from '../../../data/words/harm-words.ts'
import type { Measure } from '../../model/claim.ts'
import type { HarmDraft, ReadSentence } from './harm-draft.ts'
import type { PeoplePhrase } from './people-phrase.ts'
import { findObject } from './find-object.ts'
import { findSubject } from './find-subject.ts'

/** How far the harm word may stand behind "among", in tokens. */
const MAX_AMONG_GAP = 6
const INCLUDES = new Set(['include', 'includes', 'included', 'were', 'was', 'are'])

/** Every word that can tell of people among the harmed. */
export const AMONG_TRIGGERS: ReadonlySet<string> = new Set([...INCLUDES, 'among', 'amongst'])

/**
 * People said to be among the harmed: "two nurses were among the dead", "among the wounded was a priest", "those killed
 * include a child", "ten children were among 48 people killed".
 *
 * @param drafts what the sentence says otherwise: "among 48 people killed" takes its measure from there
 */
export function findAmongHarms(sentence: ReadSentence, drafts: readonly HarmDraft[]): HarmDraft[] {
  const { tokens } = sentence
  const found: HarmDraft[] = []
  for (let at = 0; at < tokens.length; at++) {
    const lower = tokens[at]?.lower ?? ''
    if (lower === 'among' || lower === 'amongst') found.push(...readAmong(sentence, drafts, at))
    else if (INCLUDES.has(lower)) found.push(...readInclusion(sentence, at))
  }
  return found
}

interface Harmed {
  readonly measure: Measure
  readonly end: number
}

function readAmong(sentence: ReadSentence, drafts: readonly HarmDraft[], at: number): HarmDraft[] {
  const { tokens, phrases, endingAt } = sentence
  const harmed = draftAfter(sentence, drafts, at + 1) ?? harmedAfter(sentence, at + 1)
  if (harmed === null) return []
  let verb = at - 1
  while (tokens[verb]?.lower === 'also' || tokens[verb]?.lower === 'reportedly') verb--
  if (PASSIVE_AUXILIARIES.has(tokens[verb]?.lower ?? '')) {
    const isSingular = tokens[verb]?.lower === 'was' || tokens[verb]?.lower === 'is'
    return draftsOf(
      findSubject(sentence, verb, { allowsName: isSingular, allowsBareNoun: false, isReduced: false }),
      harmed.measure,
      at,
      at + 1,
    )
  }
  const before = endingAt[at]
  if (before !== undefined && (phrases[before]?.kind === 'counted' || phrases[before]?.kind === 'one'))
    return draftsOf([phrases[before]], harmed.measure, at, at + 1)
  // "among the dead from the blast were a judge and ..."
  for (let i = harmed.end; i < tokens.length && i < harmed.end + 8; i++) {
    const lower = tokens[i]?.lower ?? ''
    if (lower !== 'were' && lower !== 'was' && lower !== 'are' && lower !== 'is') continue
    return draftsOf(findObject(sentence, i + 1, { allowsName: true }), harmed.measure, at, at + 1)
  }
  return []
}

/** "the dead", "those killed", "the 40 wounded", "Wednesday's dead". */
function harmedAfter({ tokens }: ReadSentence, from: number): Harmed | null {
  for (let i = from; i < tokens.length && i < from + MAX_AMONG_GAP; i++) {
    const lower = tokens[i]?.lower ?? ''
    const measure = TOLL_NOUNS.get(lower)
    if (measure !== undefined) return { measure: lower === 'victims' ? 'killed' : measure, end: i + 1 }
    // "among those who died"
    if (lower === 'who') {
      const verb = HARM_VERBS.get(tokens[i + 1]?.lower ?? '') ?? HARM_VERBS.get(tokens[i + 2]?.lower ?? '')
      return verb === undefined ? null : { measure: verb.measure, end: i + 2 }
    }
    if (tokens[i]?.kind === 'punct' || PASSIVE_AUXILIARIES.has(lower) || tokens[i]?.kind === 'number') return null
  }
  return null
}

/** "among 48 people killed": the phrase after "among" suffers a harm already found. */
function draftAfter(sentence: ReadSentence, drafts: readonly HarmDraft[], from: number): Harmed | null {
  const index = sentence.startingAt[from]
  const phrase = index === undefined ? undefined : sentence.phrases[index]
  const draft = drafts.find((known) => known.phrase === phrase)
  return draft === undefined || phrase === undefined ? null : { measure: draft.measure, end: phrase.tokenEnd }
}

/** "the dead include three children", "those killed included a nurse", "the victims were two brothers". */
function readInclusion(sentence: ReadSentence, at: number): HarmDraft[] {
  const { tokens } = sentence
  const noun = tokens[at - 1]?.lower ?? ''
  const measure = noun === 'toll' ? 'killed' : TOLL_NOUNS.get(noun)
  if (measure === undefined) return []
  const article = tokens[at - 2]?.lower ?? ''
  if (
    article !== 'the' &&
    article !== 'those' &&
    article !== 'fatal' &&
    article !== 'death' &&
    tokens[at - 2]?.kind !== 'clitic'
  )
    return []
  const isVerbForm = tokens[at]?.lower.startsWith('include') === true
  // "the dead were identified as a baker and his son"
  const isNamed = /^(?:identified|named)$/u.test(tokens[at + 1]?.lower ?? '') && tokens[at + 2]?.lower === 'as'
  const found = findObject(sentence, isNamed ? at + 3 : at + 1, { allowsName: isVerbForm || isNamed })
  return draftsOf(found, noun === 'victims' ? 'killed' : measure, at - 1, at)
}

function draftsOf(
  found: readonly (PeoplePhrase | undefined)[],
  measure: Measure,
  triggerStart: number,
  triggerEnd: number,
): HarmDraft[] {
  return found.flatMap((phrase): HarmDraft[] => {
    if (
      phrase === undefined ||
      phrase.kind === 'plain' ||
      phrase.kind === 'thing' ||
      (!phrase.isCertain && !phrase.isBare)
    )
      return []
    return [{ phrase, measure, triggerStart, triggerEnd, mood: 'stated', rule: 'among', strength: 2 }]
  })
}
