import { REPORTING_VERBS } from '../../../data/words/clause-words.ts'
import { AUXILIARIES, VERB_GROUP_ADVERBS } from '../../../data/words/function-words.ts'
import type { Token } from '../text/token.ts'
import type { ReadSentence } from './harm-draft.ts'
import { readNameFrom } from './read-name.ts'
import { readRollFrom } from './read-roll.ts'
import type { PeoplePhrase } from './people-phrase.ts'

import { isHarmWord, isPluralOrGroup, pronounAt } from './victim-words.ts'

/** What the search for an object may take. */
export interface ObjectSearch {
  readonly allowsName: boolean
  /** Whether the noun of an act governs the list, so that a finite verb after it is the noun's ("the death of A and B was"). */
  readonly isOfAct?: boolean
}

/**
 * The people phrases that begin at token `start` or right after adverbs: the object of the verb group that ends there,
 * with the list it begins. A phrase that begins a clause of its own ("... and two others were hurt") is left out.
 */
export function findObject(sentence: ReadSentence, start: number, search: ObjectSearch): readonly PeoplePhrase[] {
  const { tokens, phrases, startingAt } = sentence
  let i = start
  while (i < tokens.length && i < start + 5) {
    const roll = sentence.isUpperCase && search.allowsName ? readRollFrom(sentence, i) : []
    if (roll.length > 0) return roll
    const first = startingAt[i]
    const titled = first === undefined || !search.allowsName ? null : readTitledName(sentence, phrases[first], i)
    if (titled !== null) return withRest(sentence, titled)
    // "Reuters journalist Omar Diallo"
    const next = startingAt[i + 1]
    const employed =
      search.allowsName && !sentence.isUpperCase && next !== undefined && /^\p{Lu}/u.test(tokens[i]?.text ?? '')
        ? readTitledName(sentence, phrases[next], i + 1)
        : null
    if (first === undefined && employed !== null) return withRest(sentence, employed)
    const office = first === undefined ? undefined : phrases[first]
    if (office !== undefined && search.allowsName) {
      const named = readNamesAfter(sentence, office)
      if (named.length > 0) return named
    }
    if (first !== undefined) return listFrom(sentence, first, search.isOfAct === true)
    const token = tokens[i]
    if (token === undefined) return []
    if (token.lower === 'him' || token.lower === 'her') return withRest(sentence, pronounAt(i))
    if (search.allowsName) {
      const name = readNameFrom(sentence, i)
      if (name !== null) return withRest(sentence, name)
    }
    if (/^(?:him|her|them)sel(?:f|ves)$/u.test(token.lower) && tokens[i + 1]?.lower === 'and') {
      i += 2
      continue
    }
    const skipped = skipAside(sentence, i)
    if (skipped > i) {
      i = skipped
      continue
    }
    if (VERB_GROUP_ADVERBS.has(token.lower) || token.kind === 'close' || token.kind === 'open') i++
    else return []
  }
  return []
}

/** "General Omar Diallo", "senior commander Omar Diallo": a title before a name names one person. */
function readTitledName(sentence: ReadSentence, phrase: PeoplePhrase | undefined, at: number): PeoplePhrase | null {
  if (phrase?.kind !== 'plain' || isPluralOrGroup(sentence.tokens[phrase.tokenEnd - 1]?.lower ?? '')) return null
  return readNameFrom(sentence, at) ?? readNameFrom(sentence, phrase.tokenEnd)
}

/** "the commander Omar Diallo and six of his men", "commanders Omar Diallo, Awa Cisse and Musa Keita". */
function readNamesAfter(sentence: ReadSentence, office: PeoplePhrase): PeoplePhrase[] {
  if (office.kind !== 'one' && office.kind !== 'plain') return []
  const name = readNameFrom(sentence, office.tokenEnd)
  if (name === null) return []
  const all = withRest(sentence, name)
  if (all.length < 2) return []
  return office.kind === 'one' ? [office, ...all.slice(1)] : all
}

/** The further names of a list that begins with a name and ends with "and" and a name; none when it is no such list. */
function furtherNames(sentence: ReadSentence, from: number): PeoplePhrase[] {
  const { tokens } = sentence
  const names: PeoplePhrase[] = []
  let i = from
  while (i < tokens.length) {
    if (tokens[i]?.text === ',' && tokens[i + 1]?.kind === 'number' && names.length < 9) i += 2
    if (tokens[i]?.text === ',') i++
    const isLast = tokens[i]?.lower === 'and'
    if (i === from && !isLast) return []
    const name = readNameFrom(sentence, isLast ? i + 1 : i)
    if (name === null || name.tokenEnd - name.tokenStart < 2) return []
    names.push(name)
    if (isLast) return names
    i = name.tokenEnd
    if (tokens[i]?.text !== ',' && tokens[i]?.lower !== 'and') return []
  }
  return []
}

/** "Omar Diallo, a baker, and two of his daughters": the list that goes on behind a name and what is said of it. */
function withRest(sentence: ReadSentence, name: PeoplePhrase): PeoplePhrase[] {
  const { tokens, phrases, startingAt } = sentence
  const further = furtherNames(sentence, name.tokenEnd)
  if (further.length > 0) return [name, ...further]
  let i = name.tokenEnd
  const aside = tokens[i]?.text === ',' ? startingAt[i + 1] : undefined
  const said = aside === undefined ? undefined : phrases[aside]
  if (said?.kind === 'one' && (tokens[said.tokenEnd]?.text === ',' || tokens[said.tokenEnd]?.lower === 'and'))
    i = said.tokenEnd
  if (tokens[i]?.text === ',') i++
  if (tokens[i]?.lower !== 'and') return [name]
  const next = startingAt[i + 1]
  const first = next === undefined ? undefined : phrases[next]
  if (next === undefined || first === undefined || opensClause(sentence, first, false)) return [name]
  return [name, ...listFrom(sentence, next, false)]
}

/** One past ", according to X," or "among others" when it begins at `at`. */
function skipAside({ tokens }: ReadSentence, at: number): number {
  if (tokens[at]?.text !== ',') return at
  for (let i = at + 1; i < tokens.length && i <= at + 9; i++)
    if (tokens[i]?.text === ',') return /^(?:according|among|in|by|on)$/u.test(tokens[at + 1]?.lower ?? '') ? i + 1 : at
  return at
}

function listFrom(sentence: ReadSentence, first: number, isOfAct: boolean): PeoplePhrase[] {
  const { phrases, links } = sentence
  const list: PeoplePhrase[] = []
  for (let i = first; i < phrases.length; i++) {
    const phrase = phrases[i]
    if (phrase === undefined) break
    if (i > first) {
      const link = links[i]
      if (link === null || link === undefined) break
      if (link.kind === 'part') continue
      if (opensClause(sentence, phrase, isOfAct)) break
    }
    list.push(phrase)
  }
  return list
}

/** Whether nothing follows that a participle ("two others reported killed") would lead to. */
function isLastWord(token: Token | undefined): boolean {
  return token === undefined || token.kind !== 'word' || !isHarmWord(token.lower)
}

/** How many words a speaker's name may have. */
const NAME_WORDS = 6

/** ", the governor, Omar Diallo, said", ", police chief Omar Diallo told reporters": one person behind a comma, whose name speaks. */
function isNamedSpeaker(tokens: readonly Token[], { kind, tokenStart, tokenEnd }: PeoplePhrase): boolean {
  if (kind !== 'one' || tokens[tokenStart - 1]?.text !== ',') return false
  let i = tokens[tokenEnd]?.text === ',' ? tokenEnd + 1 : tokenEnd
  const from = i
  while (i < from + NAME_WORDS && tokens[i]?.kind === 'word' && /^\p{Lu}/u.test(tokens[i]?.text ?? '')) i++
  if (i === from) return false
  if (tokens[i]?.text === ',') i++
  return REPORTING_VERBS.has(tokens[i]?.lower ?? '') && isLastWord(tokens[i + 1])
}

/** Whether the phrase is the subject of what follows: "two others were", "30 wounded", "a spokesman said". */
function opensClause({ tokens }: ReadSentence, phrase: PeoplePhrase, isOfAct: boolean): boolean {
  let i = phrase.tokenEnd
  // "the governor said": the clause of a speaker, whatever else the word may be
  if (
    tokens[phrase.tokenStart - 1]?.text === ',' &&
    REPORTING_VERBS.has(tokens[i]?.lower ?? '') &&
    isLastWord(tokens[i + 1])
  )
    return true
  if (isNamedSpeaker(tokens, phrase)) return true
  while (VERB_GROUP_ADVERBS.has(tokens[i]?.lower ?? '') && !AUXILIARIES.has(tokens[i]?.lower ?? '')) i++
  const next = tokens[i]
  if (next === undefined || next.kind !== 'word') return false
  const isLast = tokens[phrase.tokenStart - 1]?.lower === 'and'
  if (isOfAct && isLast && AUXILIARIES.has(next.lower)) return isHarmWord(tokens[i + 1]?.lower ?? '')
  return AUXILIARIES.has(next.lower) || REPORTING_VERBS.has(next.lower) || isHarmWord(next.lower)
}
