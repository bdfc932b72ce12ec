import { REPORTING_VERBS } from '../../../data/words/clause-words.ts'
import {
  AUXILIARIES,
  DETERMINERS,
  isFunctionWord,
  POSSESSIVES,
  PREPOSITIONS,
} from '../../../data/words/function-words.ts'
import { HARM_VERBS } from '../../../data/words/harm-words.ts'
import { isPersonNoun } from '../people/classify-people.ts'
import type { Token } from '../text/token.ts'
import type { ReadSentence } from './harm-draft.ts'
import { isShare } from './link-phrases.ts'
import { readNameBefore } from './read-name.ts'
import { asOnePerson, type PeoplePhrase } from './people-phrase.ts'

import { isPluralOrGroup, pronounAt } from './victim-words.ts'

/** How far a subject may stand from its verb, in tokens. */
const MAX_SUBJECT_GAP = 30
const RELATIVES = new Set(['who', 'which', 'that', 'whom'])
/** Words that are also prepositions and open a clause whose subject follows. */
const CLAUSE_OPENERS = new Set([
  'when',
  'where',
  'while',
  'as',
  'after',
  'before',
  'since',
  'until',
  'like',
  'because',
  'whose',
  'than',
])
const PLURAL_VERBS = new Set(['were', 'are', 'have'])
const WALLS = new Set([';', ':'])

/** What the search for a subject may take. */
export interface SubjectSearch {
  /** Whether the verb group is singular ("was", "has"), so that a name may be its subject. */
  readonly allowsName: boolean
  /** Whether a people noun without article may be a person ("Soldier killed in ambush"). */
  readonly allowsBareNoun: boolean
  /** Whether a participle or adjective beside the phrase says the harm ("12 people killed in"), not a finite verb. */
  readonly isReduced: boolean
}

/**
 * The people phrases that are the subject of the verb group that begins at token `end`: the nearest people phrase to the
 * left that does not hang on a preposition, with the list it ends.
 */
export function findSubject(sentence: ReadSentence, end: number, search: SubjectSearch): readonly PeoplePhrase[] {
  const found = searchSubject(sentence, end, search, false)
  const [only] = found
  if (found.length !== 1 || only?.kind !== 'one' || !PLURAL_VERBS.has(sentence.tokens[end]?.lower ?? '')) return found
  // "four men who came to honour a friend were shot": one person is no subject of a plural verb where another is at hand
  const other = searchSubject(sentence, end, search, true)
  return other.length === 0 ? found : other
}

function searchSubject(
  sentence: ReadSentence,
  end: number,
  search: SubjectSearch,
  passesOne: boolean,
): readonly PeoplePhrase[] {
  const { tokens, phrases, endingAt } = sentence
  let i = end
  const least = Math.max(0, end - MAX_SUBJECT_GAP)
  while (i > least) {
    const ending = endingAt[i]
    if (ending !== undefined) {
      // "700 people, including 47 wounded": what is said beside a bare part is said of the part
      // and so is what is said of a share right after it: "40 pilgrims, 17 of whom died"
      const part = phrases[ending]
      const isOwn = i === end && part !== undefined && ((search.isReduced && part.isBare) || isShare(tokens, part))
      const top = isOwn ? [ending] : topOf(sentence, ending)
      const first = phrases[top[0] ?? ending]
      if (first === undefined) return []
      if (passesOne && top.length === 1 && first.kind === 'one') {
        i = first.tokenStart - 1
        continue
      }
      // "with 12 people killed", "of 39 people who died": the harm is said of the phrase itself, whatever it hangs on
      const isDirect = (search.isReduced && i === end) || RELATIVES.has(tokens[i]?.lower ?? '')
      if (!isDirect && hangsOnPreposition(sentence, first)) {
        i = first.tokenStart - 1
        continue
      }
      const found = nameBeforeList(sentence, first)
      for (const at of top) {
        const phrase = phrases[at]
        if (phrase !== undefined) found.push(search.allowsBareNoun ? asPerson(sentence, phrase) : phrase)
      }
      return found
    }
    const token = tokens[i - 1]
    if (token === undefined || WALLS.has(token.text)) return []
    // "for those that died"
    if (token.lower === 'those' && RELATIVES.has(tokens[i]?.lower ?? '')) return []
    if (token.kind === 'open') return []
    if (i === end && (token.lower === 'he' || token.lower === 'she')) return [pronounAt(i - 1)]
    if (search.allowsName && (token.kind === 'word' || token.text === '.')) {
      const name =
        i === end || tokens[i]?.text === ',' || RELATIVES.has(tokens[i]?.lower ?? '')
          ? readNameBefore(sentence, i)
          : null
      if (name !== null) return [name]
    }
    if ((AUXILIARIES.has(token.lower) && token.text !== 'IS') || REPORTING_VERBS.has(token.lower)) {
      const relative = relativeBefore(sentence, i - 1)
      if (relative < 0) return []
      i = relative
      continue
    }
    if (isFinitePast(sentence, i - 1)) {
      const relative = relativeBefore(sentence, i - 1)
      if (relative < 0) return []
      i = relative
      continue
    }
    i--
  }
  return []
}

/** A harm verb in a finite or participle form closes a clause that is not the subject's. */
function isFinitePast(sentence: ReadSentence, at: number): boolean {
  const lower = sentence.tokens[at]?.lower ?? ''
  const verb = HARM_VERBS.get(lower)
  if (verb === undefined || verb.form === 'gerund') return false
  // "a slain friend": an adjective between an article and its noun
  return !(DETERMINERS.has(sentence.tokens[at - 1]?.lower ?? '') && isPersonNoun(sentence.tokens[at + 1]?.lower ?? ''))
}

/** Token position of the relative pronoun whose clause holds the verb at `at`; -1 when it is a main verb. */
function relativeBefore({ tokens }: ReadSentence, at: number): number {
  for (let i = at - 1; i >= 0 && i >= at - 8; i--) {
    const token = tokens[i]
    if (token === undefined) return -1
    if (RELATIVES.has(token.lower))
      return token.lower === 'that' && REPORTING_VERBS.has(tokens[i - 1]?.lower ?? '') ? -1 : i
    if (WALLS.has(token.text)) return -1
  }
  return -1
}

/** The list that ends with phrase `at`: a part is climbed up to its whole, and what an active verb governs is cut off. */
function topOf(sentence: ReadSentence, at: number): number[] {
  const { phrases, links } = sentence
  let last = at
  for (let link = links[last]; link?.kind === 'part'; link = links[last]) last = link.to
  const list = [last]
  for (let link = links[last]; link?.kind === 'list'; link = links[list[0] ?? 0]) list.unshift(link.to)
  while (list.length > 1) {
    const first = phrases[list[0] ?? 0]
    const isFarOff = links[list[1] ?? 0]?.isFar === true && first !== undefined && hangsOnPreposition(sentence, first)
    if (first === undefined || !(isGoverned(sentence, first) || isFarOff)) break
    list.splice(0, list.length - 1)
  }
  // a part at the head of the list belongs to its whole
  const head = links[list[0] ?? 0]
  if (head?.kind === 'part') return topOf(sentence, head.to)
  return list
}

/** Whether a verb directly before the phrase takes it as its object. */
function isGoverned({ tokens }: ReadSentence, phrase: PeoplePhrase): boolean {
  const before = tokens[phrase.tokenStart - 1]
  if (before === undefined || before.kind !== 'word') return false
  const verb = HARM_VERBS.get(before.lower)
  return (
    verb !== undefined ||
    (/(?:ed|ing)$/u.test(before.lower) && !PREPOSITIONS.has(before.lower) && !REPORTING_VERBS.has(before.lower))
  )
}

function hangsOnPreposition({ tokens }: ReadSentence, phrase: PeoplePhrase): boolean {
  let start = phrase.tokenStart
  // "of government forces": a plain noun begins with the words before it
  while (phrase.kind === 'plain' && start > 0 && start > phrase.tokenStart - 4 && isContent(tokens[start - 1])) start--
  const before = tokens[start - 1]
  if (before === undefined || !PREPOSITIONS.has(before.lower)) return false
  if (before.lower === 'in' && tokens[phrase.tokenStart]?.lower === 'all') return false
  return !CLAUSE_OPENERS.has(before.lower)
}

function isContent(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.kind === 'word' &&
    !isFunctionWord(token.lower) &&
    !HARM_VERBS.has(token.lower) &&
    !REPORTING_VERBS.has(token.lower)
  )
}

/** "Soldier killed in ambush": a singular people noun without article is one person there. */
function asPerson(sentence: ReadSentence, phrase: PeoplePhrase): PeoplePhrase {
  if (phrase.kind !== 'plain' || sentence.isUpperCase) return phrase
  const noun = sentence.tokens[phrase.tokenEnd - 1]?.lower ?? ''
  const isFirst = phrase.tokenStart <= 3
  if (!isFirst || isPluralOrGroup(noun)) return phrase
  return asOnePerson(phrase)
}

/** "Omar Diallo and his two sons": the person named right before a list that belongs to them. */
function nameBeforeList(sentence: ReadSentence, first: PeoplePhrase): PeoplePhrase[] {
  const { tokens } = sentence
  let end = first.tokenStart
  if (tokens[end - 1]?.lower === 'and') end--
  if (tokens[end - 1]?.text === ',') end--
  if (end === first.tokenStart || !POSSESSIVES.has(tokens[first.tokenStart]?.lower ?? '')) return []
  const name = readNameBefore(sentence, end)
  return name === null ? [] : [name]
}
