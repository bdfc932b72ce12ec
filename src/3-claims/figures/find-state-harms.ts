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
  const drafts: HarmDraft[] = []
  findAdjectives(sentence, drafts)
  findInside(sentence, drafts)
  return drafts
}

function findAdjectives(sentence: ReadSentence, drafts: HarmDraft[]): void {
  const { tokens } = sentence
  for (let at = 0; at < tokens.length; at++) {
    const measure = isInCondition(tokens, at) ? 'injured' : HARM_ADJECTIVES.get(tokens[at]?.lower ?? '')
    if (measure === undefined || isPersonNoun(tokens[at + 1]?.lower ?? '')) continue
    const group = readVerbGroup(tokens, at)
    const isPredicate = group.voice === 'passive'
    const end = isPredicate ? group.start : besideEnd(sentence, at)
    if (end < 0) continue
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
  }
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

function findInside({ tokens, phrases }: ReadSentence, drafts: HarmDraft[]): void {
  for (const phrase of phrases) {
    if (phrase.kind === 'plain' || phrase.kind === 'thing' || phrase.kind === 'named' || phrase.kind === 'one') continue
    const last = phrase.tokenEnd - 1
    const noun =
      tokens[last]?.lower === 'lives'
        ? livesLost(tokens, phrase)
        : tokens[last]?.lower === 'toll'
          ? 'killed'
          : phrase.kind === 'none' && tokens[last]?.lower === 'victims'
            ? 'killed_or_injured'
            : VICTIM_NOUNS.get(tokens[last]?.lower ?? '')
    if (noun === undefined) {
      const at = harmWordIn(tokens, phrase)
      const measure = at < 0 ? undefined : harmOf(tokens[at]?.lower ?? '')
      if (measure !== undefined) drafts.push(insideDraft(phrase, measure, at, 'harmed-noun'))
    } else if (!isSetFree(tokens, phrase)) drafts.push(insideDraft(phrase, noun, last, 'victim-noun'))
  }
}

function insideDraft(phrase: PeoplePhrase, measure: Measure, at: number, rule: string): HarmDraft {
  return { phrase, measure, triggerStart: at, triggerEnd: at + 1, mood: 'stated', rule, strength: 1 }
}

/** Token position of the first word between number and noun that says a harm; -1 when there is none. */
function harmWordIn(tokens: readonly Token[], phrase: PeoplePhrase): number {
  for (let at = phrase.quantityEnd; at < phrase.tokenEnd - 1; at++)
    if (harmOf(tokens[at]?.lower ?? '') !== undefined) return at
  return -1
}

function harmOf(lower: string): Measure | undefined {
  const verb = HARM_VERBS.get(lower)
  return verb !== undefined && (verb.form === 'past-or-participle' || verb.form === 'participle')
    ? verb.measure
    : HARM_ADJECTIVES.get(lower)
}
