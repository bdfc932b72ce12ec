import { DETERMINERS, isFunctionWord, VERB_GROUP_ADVERBS } from '../../../data/words/function-words.ts'
import { HYPOTHESIS_WORDS, VICTIM_NOUNS } from '../../../data/words/harm-words.ts'
import { isPlural } from './find-people-phrases.ts'
import { NOT_ONE_PERSON } from '../../../data/words/people-collectives.ts'
import type { HarmDraft, Mood, ReadSentence } from './harm-draft.ts'
import { asOnePerson, type PeoplePhrase } from './people-phrase.ts'
import { type HarmReading, readHarm } from './read-harm.ts'
import { readVerbGroup, type VerbGroup } from './verb-group.ts'
import { findObject } from './find-object.ts'
import { readNamesBefore } from './read-name.ts'
import { readNameEndingAt, readRollBefore } from './read-roll.ts'
import { findSubject } from './find-subject.ts'
import { isHarmWord } from './victim-words.ts'

/** The harms that verbs state: active, passive, reduced passive and intransitive. */
export function findVerbHarms(sentence: ReadSentence): HarmDraft[] {
  const drafts: HarmDraft[] = []
  const { tokens } = sentence
  for (let at = 0; at < tokens.length; at++) {
    const harm = readHarm(tokens, at)
    if (harm === null) continue
    drafts.push(...readFrame(sentence, at, harm))
    at = harm.end - 1
  }
  return drafts
}

/** Said of things first: only counted people are its victims ("destroyed 80 fighters"). */
const RUINING = /^(?:destroy|obliterat)/u

interface Found {
  readonly phrases: readonly PeoplePhrase[]
  readonly rule: string
  readonly strength: 2 | 3
}

function readFrame(sentence: ReadSentence, at: number, harm: HarmReading): HarmDraft[] {
  const group = readVerbGroup(sentence.tokens, at)
  const found = harm.seat === 'subject' ? subjectOf(sentence, at, harm, group) : seatOf(sentence, at, harm, group)
  if (found === null) return []
  const mood = moodOf(sentence, group, at)
  const isRuin = RUINING.test(sentence.tokens[at]?.lower ?? '')
  const drafts: HarmDraft[] = []
  for (const one of found.phrases) {
    const phrase = withoutStrayName(sentence, one)
    if (isLooseShare(phrase) && found.rule.startsWith('participle')) continue
    if (isRuin && phrase.kind !== 'counted') continue
    if (!isVictim(sentence, phrase, harm) || (group.isNegated && phrase.kind === 'one')) continue
    drafts.push({
      phrase,
      measure: isShotDead(sentence, phrase, harm) ? 'killed' : harm.measure,
      triggerStart: at,
      triggerEnd: harm.end,
      mood: phrase.kind === 'none' ? 'stated' : mood,
      rule: found.rule,
      strength: found.strength,
    })
  }
  return drafts
}

function seatOf(sentence: ReadSentence, at: number, harm: HarmReading, group: VerbGroup): Found | null {
  if (harm.form === 'gerund' || harm.form === 'base' || harm.form === 'third' || harm.form === 'past') {
    if (sentence.tokens[harm.end]?.lower === 'of' || isNoun(sentence, at, harm)) return null
    const allowsName = harm.peopleOnly && (harm.form !== 'base' || group.voice === 'infinitive')
    return {
      phrases: findObject(sentence, harm.end, { allowsName }).map((phrase) =>
        asHeadlineVictim(sentence, phrase, harm, group),
      ),
      rule: `active-${harm.form}`,
      strength: 3,
    }
  }
  if (group.voice === 'passive') {
    const roll = sentence.isUpperCase ? readRollBefore(sentence, group.start, numberOf(sentence, group)) : []
    if (roll.length > 0) return { phrases: roll, rule: 'passive-roll', strength: 3 }
    const search = {
      allowsName: group.isSingular && !isOngoing(sentence, at) && (harm.peopleOnly || harm.measure === 'detained'),
      allowsBareNoun: group.isSingular,
      isReduced: false,
    }
    const phrases = findSubject(sentence, group.start, search)
    const names =
      phrases.length === 0 && !group.isSingular && harm.measure === 'killed'
        ? readNamesBefore(sentence, group.start)
        : []
    return { phrases: [...phrases, ...names], rule: 'passive', strength: 3 }
  }
  if (group.voice === 'perfect' || group.voice === 'infinitive') {
    return {
      phrases: findObject(sentence, harm.end, { allowsName: harm.peopleOnly }),
      rule: 'active-perfect',
      strength: 3,
    }
  }
  return beside(sentence, at, harm)
}

/** A past form without auxiliary: an active verb with its object on the right, or a participle with its victims on the left. */
function beside(sentence: ReadSentence, at: number, harm: HarmReading): Found | null {
  // "ENGINEER IVAN SOTO, KIDNAPPED LAST TUESDAY BY GUERRILLAS"
  if (sentence.isUpperCase && sentence.tokens[at - 1]?.text === ',' && harm.form !== 'past') {
    const name = readNameEndingAt(sentence.tokens, at - 1)
    if (name !== null) return { phrases: [name], rule: 'participle-name', strength: 2 }
  }
  const left = phraseBefore(sentence, at)
  const ending = left === null ? undefined : sentence.phrases[sentence.endingAt[left] ?? -1]
  const right = findObject(sentence, harm.end, {
    allowsName: harm.peopleOnly && (ending === undefined || ending.kind === 'plain'),
  })
  const rightFirst = right[0]
  const rightIsOwn = rightFirst !== undefined && !isVictimOfNext(sentence, rightFirst)
  if (harm.form !== 'participle' && rightIsOwn) {
    return { phrases: right, rule: 'active-past', strength: 3 }
  }
  if (left !== null) {
    const phrases = findSubject(sentence, left, { allowsName: false, allowsBareNoun: true, isReduced: true })
    return { phrases, rule: 'participle', strength: 2 }
  }
  const inverted = findInverted(sentence, at, harm)
  if (inverted !== null) return inverted
  const next = sentence.tokens[harm.end]
  const endsPhrase =
    next === undefined ||
    next.kind === 'punct' ||
    /^(?:in|by|as|after|when|during|near|at|on|since|while|and|so|across|from)$/u.test(next.lower)
  if (!endsPhrase) return null
  const phrases = findSubject(sentence, at, { allowsName: false, allowsBareNoun: true, isReduced: true })
  return phrases.length === 0 ? null : { phrases, rule: 'participle-far', strength: 2 }
}

/** How far the verb may stand behind an inverted participle, in tokens. */
const MAX_INVERSION = 10

/** "Killed in the raid were a baker and two of his sons", "Also wounded was the driver". */
function findInverted(sentence: ReadSentence, at: number, harm: HarmReading): Found | null {
  const { tokens } = sentence
  if (at > 1 || (at === 1 && tokens[0]?.lower !== 'also' && tokens[0]?.lower !== 'among')) return null
  for (let i = harm.end; i < tokens.length && i < harm.end + MAX_INVERSION; i++) {
    const lower = tokens[i]?.lower ?? ''
    if (tokens[i]?.kind === 'punct') return null
    if (lower !== 'were' && lower !== 'was') continue
    return { phrases: findObject(sentence, i + 1, { allowsName: true }), rule: 'inverted', strength: 3 }
  }
  return null
}

/** Token position where the phrase right before a participle ends, adverbs between them skipped; null when there is none. */
function phraseBefore(sentence: ReadSentence, at: number): number | null {
  for (let i = at; i > 0 && i >= at - 3; i--) {
    if (sentence.endingAt[i] !== undefined) return i
    if (!VERB_GROUP_ADVERBS.has(sentence.tokens[i - 1]?.lower ?? '')) return null
  }
  return null
}

/** "8 people killed 58 others injured": a phrase directly before another harm word belongs to that one. */
function isVictimOfNext(sentence: ReadSentence, phrase: PeoplePhrase): boolean {
  return isHarmWord(sentence.tokens[phrase.tokenEnd]?.lower ?? '')
}

function subjectOf(sentence: ReadSentence, at: number, harm: HarmReading, group: VerbGroup): Found | null {
  const start = group.voice === 'bare' ? at : group.start
  const roll = sentence.isUpperCase && harm.form !== 'gerund' ? readRollBefore(sentence, start, null) : []
  if (roll.length > 0) return { phrases: roll, rule: 'intransitive-roll', strength: 3 }
  const phrases = findSubject(sentence, start, {
    allowsName: harm.measure === 'killed',
    allowsBareNoun: true,
    isReduced: harm.form === 'gerund',
  })
  return phrases.length === 0 ? null : { phrases, rule: 'intransitive', strength: 3 }
}

/** Whether the verb group says that its subject is one; null when its form does not tell ("HAD BEEN"). */
function numberOf({ tokens }: ReadSentence, group: VerbGroup): boolean | null {
  if (group.isSingular) return true
  return /^(?:were|are|have)$/u.test(tokens[group.start]?.lower ?? '') ? false : null
}

/** Whether a phrase may be a victim of the verb: it counts people, or is taken for people by a verb said only of people. */
function isVictim(sentence: ReadSentence, phrase: PeoplePhrase, harm: HarmReading): boolean {
  if (phrase.kind === 'plain' || phrase.kind === 'thing') return false
  if (
    harm.measure === 'injured' &&
    VICTIM_NOUNS.get(sentence.tokens[phrase.tokenEnd - 1]?.lower ?? '') === 'bodies_found'
  )
    return false
  if (phrase.kind === 'named' && !harm.peopleOnly && phrase.tokenEnd - phrase.tokenStart < 2) return false
  if (harm.measure === 'displaced' && phrase.kind === 'one' && harm.seat === 'subject') return false
  if (phrase.isCertain) return harm.peopleOnly || phrase.kind !== 'one' || !namesAThing(sentence, phrase)
  if (harm.peopleOnly) return phrase.isBare || looksPlural(sentence, phrase)
  return (
    phrase.isBare &&
    phrase.high !== 1 &&
    (harm.measure === 'detained' || harm.measure === 'displaced' || harm.measure === 'surrendered')
  )
}

/** "the killing", "his murder", "a capture": a verb form that an article or an owner makes a noun. */
function isNoun({ tokens }: ReadSentence, at: number, harm: HarmReading): boolean {
  if (harm.form !== 'gerund' && harm.form !== 'base') return false
  const before = tokens[at - 1]
  return before !== undefined && (before.kind === 'clitic' || DETERMINERS.has(before.lower))
}

/** "Gunmen kill priest": in a headline a single people noun without article right after the verb is one person. */
function asHeadlineVictim(
  sentence: ReadSentence,
  phrase: PeoplePhrase,
  harm: HarmReading,
  group: VerbGroup,
): PeoplePhrase {
  const isHeadlineVerb = (harm.form === 'base' || harm.form === 'third') && group.voice === 'bare' && harm.peopleOnly
  if (!isHeadlineVerb || phrase.kind !== 'plain' || phrase.tokenStart !== harm.end || sentence.isUpperCase)
    return phrase
  const noun = sentence.tokens[phrase.tokenEnd - 1]?.lower ?? ''
  return isPlural(noun) || NOT_ONE_PERSON.has(noun) ? phrase : asOnePerson(phrase)
}

/** "most of the gunmen killed at the farm were foreigners" speaks of the dead and counts nobody. */
function isLooseShare(phrase: PeoplePhrase): boolean {
  return phrase.vague !== null && /^(?:all|most|some|majority|half|rest|part)$/u.test(phrase.vague)
}

/** "kills 14 State media": in a headline that lost its mark, a capitalised word after the number begins something else. */
function withoutStrayName(sentence: ReadSentence, phrase: PeoplePhrase): PeoplePhrase {
  if (phrase.isCertain || phrase.isBare || phrase.kind !== 'counted' || looksPlural(sentence, phrase)) return phrase
  const first = sentence.tokens[phrase.quantityEnd]
  if (first === undefined || !/^\p{Lu}\p{Ll}/u.test(first.text)) return phrase
  return { ...phrase, tokenEnd: phrase.quantityEnd, isBare: true }
}

/** A noun we do not know is taken for people when it is a plural or a name: "killed 30 Rohingya", not "a 911 call". */
function looksPlural({ tokens }: ReadSentence, phrase: PeoplePhrase): boolean {
  const noun = tokens[phrase.tokenEnd - 1]
  return noun !== undefined && (isPlural(noun.lower) || /^\p{Lu}\p{Ll}/u.test(noun.text))
}

/** "is being killed" tells of no death yet. */
function isOngoing({ tokens }: ReadSentence, at: number): boolean {
  return tokens[at - 1]?.lower === 'being' || tokens[at - 2]?.lower === 'being'
}

/** "shot three men dead". */
function isShotDead({ tokens }: ReadSentence, phrase: PeoplePhrase, harm: HarmReading): boolean {
  return harm.measure === 'injured' && tokens[phrase.tokenEnd]?.lower === 'dead'
}

/** "captured the extremist stronghold": a single people noun directly before another noun only describes it. */
function namesAThing({ tokens }: ReadSentence, phrase: PeoplePhrase): boolean {
  const next = tokens[phrase.tokenEnd]
  return (
    next !== undefined &&
    next.kind === 'word' &&
    !isFunctionWord(next.lower) &&
    /^\p{Ll}/u.test(next.text) &&
    !/(?:ed|ly|ing)$/u.test(next.lower)
  )
}

function moodOf({ tokens }: ReadSentence, group: VerbGroup, at: number): Mood {
  // "the army denied killing 12 herders"
  if (/^den(?:y|ies|ied|ying)$/u.test(tokens[group.start - 1]?.lower ?? '')) return 'denied'
  if (group.mood !== 'stated') return group.mood
  // "an attempt by the group to kidnap two ministers": the noun may stand further off than a verb
  const reach = tokens[at - 1]?.lower === 'to' ? 8 : 4
  for (let i = Math.max(0, group.start - reach); i < at; i++) {
    const lower = tokens[i]?.lower ?? ''
    if (HYPOTHESIS_WORDS.has(lower) && (lower !== 'may' || (group.start === i && tokens[i]?.text !== 'May')))
      return 'conditional'
  }
  return 'stated'
}
