import { VERB_GROUP_ADVERBS } from '../../../data/words/function-words.ts'
import { HARM_ADJECTIVES, HARM_VERBS, VICTIM_NOUNS } from '../../../data/words/harm-words.ts'
import { isPersonNoun } from '../people/classify-people.ts'
import type { Measure } from '../../model/claim.ts'
import type { Token } from '../text/token.ts'
import type { PeoplePhrase } from './people-phrase.ts'
import type { HarmDraft, ReadSentence } from './harm-draft.ts'
import { readVerbGroup } from './verb-group.ts'
import { findSubject } from './find-subject.ts'

/** Harms said by adjectives ("21 dead", "left six dead", "are missing") and inside the phrase itself ("three wounded soldiers", "12 bodies"). */
export function findStateHarms(sentence: ReadSentence): HarmDraft[] {
  return [...findAdjectives(sentence), ...findInside(sentence)]
}

function findAdjectives(sentence: ReadSentence): HarmDraft[] {
  const { tokens } = sentence
  const drafts: HarmDraft[] = []
  tokens.forEach((token, at) => {
    const measure = isInCondition(tokens, at) ? 'injured' : HARM_ADJECTIVES.get(token.lower)
    if (measure === undefined || isPersonNoun(tokens[at + 1]?.lower ?? '')) return
    const group = readVerbGroup(tokens, at)
    const isPredicate = group.voice === 'passive'
    const end = isPredicate ? group.start : besideEnd(sentence, at)
    if (end < 0) return
    const phrases = findSubject(sentence, end, {
      allowsName: isPredicate && group.isSingular,
      allowsBareNoun: true,
      isReduced: !isPredicate,
    })
    for (const phrase of phrases) {
      if (phrase.kind === 'plain' || phrase.kind === 'thing' || phrase.vague === 'all') continue
      if (!phrase.isCertain && !phrase.isBare && measure !== 'killed') continue
      drafts.push({
        phrase,
        measure,
        triggerStart: at,
        triggerEnd: at + 1,
        mood: phrase.kind === 'none' ? 'stated' : moodBefore(sentence, at, group.mood),
        rule: isPredicate ? 'state' : 'state-beside',
        strength: 2,
      })
    }
  })
  return drafts
}

const CONDITIONS = new Set(['critical', 'serious', 'grave', 'stable', 'guarded', 'severe', 'life-threatening'])

/** Every word without which no state is told. */
export const STATE_TRIGGERS: ReadonlySet<string> = new Set([
  ...HARM_ADJECTIVES.keys(),
  ...HARM_VERBS.keys(),
  ...VICTIM_NOUNS.keys(),
  ...CONDITIONS,
  'lives',
  'toll',
  'victims',
])

/** "in critical condition", "in serious but stable condition". */
function isInCondition(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.lower !== 'in') return false
  const first = tokens[at + 1]?.lower === 'a' || tokens[at + 1]?.lower === 'very' ? at + 2 : at + 1
  if (!CONDITIONS.has(tokens[first]?.lower ?? '')) return false
  for (let i = first + 1; i < first + 4; i++) if (tokens[i]?.lower === 'condition') return true
  return false
}

function moodBefore({ tokens }: ReadSentence, at: number, mood: HarmDraft['mood']): HarmDraft['mood'] {
  return tokens[at - 1]?.lower === 'feared' || tokens[at - 1]?.lower === 'presumed' ? 'conditional' : mood
}

/** Token position where the phrase beside an adjective ends; -1 when none stands there. */
function besideEnd(sentence: ReadSentence, at: number): number {
  for (let i = at; i > 0 && i >= at - 3; i--) {
    if (sentence.endingAt[i] !== undefined) return i
    if (!VERB_GROUP_ADVERBS.has(sentence.tokens[i - 1]?.lower ?? '')) return -1
  }
  return -1
}

const FREEING =
  /^(?:fre(?:e|ed|es|eing)|releas(?:e|ed|es|ing)|rescu(?:e|ed|es|ing)|exchang(?:e|ed|es|ing)|swapp(?:ed|ing))$/u

/** "freed 12 hostages", "12 detainees were released". */
function isSetFree(tokens: readonly Token[], phrase: PeoplePhrase): boolean {
  for (let i = phrase.tokenStart - 2; i < phrase.tokenStart; i++) if (FREEING.test(tokens[i]?.lower ?? '')) return true
  for (let i = phrase.tokenEnd; i < phrase.tokenEnd + 4; i++) if (FREEING.test(tokens[i]?.lower ?? '')) return true
  return false
}

const TAKES_LIVES = /^(?:claim|cost|took|tak|lost|los|end)/u

/** "cost more than 500 lives", "12 lives were lost"; lives that are saved or at risk are none. */
function livesLost(tokens: readonly Token[], phrase: PeoplePhrase): Measure | undefined {
  for (let i = phrase.tokenStart - 1; i >= 0 && i >= phrase.tokenStart - 3; i--)
    if (TAKES_LIVES.test(tokens[i]?.lower ?? '')) return 'killed'
  for (let i = phrase.tokenEnd; i < phrase.tokenEnd + 5; i++)
    if (/^(?:lost|claimed|taken)$/u.test(tokens[i]?.lower ?? '')) return 'killed'
  return undefined
}

function findInside({ tokens, phrases }: ReadSentence): HarmDraft[] {
  return phrases.flatMap((phrase): HarmDraft[] => {
    if (phrase.kind === 'plain' || phrase.kind === 'thing' || phrase.kind === 'named') return []
    const last = phrase.tokenEnd - 1
    const noun =
      tokens[last]?.lower === 'lives'
        ? livesLost(tokens, phrase)
        : tokens[last]?.lower === 'toll'
          ? 'killed'
          : phrase.kind === 'none' && tokens[last]?.lower === 'victims'
            ? 'killed_or_injured'
            : VICTIM_NOUNS.get(tokens[last]?.lower ?? '')
    const shared = { phrase, mood: 'stated', strength: 1 } as const
    if (noun !== undefined && phrase.kind === 'one') return []
    if (noun !== undefined && isSetFree(tokens, phrase)) return []
    if (noun !== undefined)
      return [{ ...shared, measure: noun, triggerStart: last, triggerEnd: last + 1, rule: 'victim-noun' }]
    if (phrase.kind === 'one') return []
    for (let i = phrase.quantityEnd; i < last; i++) {
      const lower = tokens[i]?.lower ?? ''
      const verb = HARM_VERBS.get(lower)
      const measure =
        verb !== undefined && (verb.form === 'past-or-participle' || verb.form === 'participle')
          ? verb.measure
          : HARM_ADJECTIVES.get(lower)
      if (measure !== undefined)
        return [{ ...shared, measure, triggerStart: i, triggerEnd: i + 1, rule: 'harmed-noun' }]
    }
    return []
  })
}
