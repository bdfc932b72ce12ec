import { PASSIVE_AUXILIARIES, VERB_GROUP_ADVERBS } from '../../../data/words/function-words.ts'
import type { FigureMention } from './figure-mention.ts'
import type { HarmDraft, ReadSentence } from './harm-draft.ts'
import { findObject } from './find-object.ts'
import type { PeoplePhrase } from './people-phrase.ts'
import { readRollFrom } from './read-roll.ts'

/** How many sentences back the whole may have been told. */
const MAX_BACK = 2

/** A part told in a sentence of its own, with the position of its whole in the document's list. */
export interface LaterPart {
  readonly draft: HarmDraft
  readonly partOf: number
}

/**
 * Parts of a figure told just before, in a sentence that states no harm itself: "Four were children.", "Among them were
 * two nurses.", "They included a driver.", "Six were still being held."
 *
 * @param known the document's mentions so far
 * @param index position of this sentence
 */
export function findLaterParts(sentence: ReadSentence, known: readonly FigureMention[], index: number): LaterPart[] {
  const last = known.at(-1)
  if (last === undefined || index - last.sentence > MAX_BACK) return []
  const held = readHeld(sentence)
  const { start, end, phrases } = held ?? readParts(sentence)
  const draftOf = (phrase: PeoplePhrase, whole: FigureMention): HarmDraft => ({
    phrase,
    measure: whole.measure,
    triggerStart: start,
    triggerEnd: end,
    mood: whole.mood,
    rule: held === null ? 'later-part' : 'later-held',
    strength: 1,
  })
  return phrases.flatMap((phrase): LaterPart[] => {
    const partOf = known.findIndex(
      (whole) =>
        whole.sentence === last.sentence &&
        isWholeOf(whole, phrase) &&
        (held === null || whole.measure === 'abducted' || whole.measure === 'detained'),
    )
    const whole = known[partOf]
    return whole === undefined ? [] : [{ draft: draftOf(phrase, whole), partOf }]
  })
}

function isWholeOf(whole: FigureMention, part: PeoplePhrase): boolean {
  const size = whole.low ?? whole.high
  const isMany = size === null ? whole.vague !== null && whole.vague !== 'family' : size > 1
  return whole.partOf === null && isMany && (part.low === null || size === null || part.low <= size)
}

interface Parts {
  readonly start: number
  readonly end: number
  readonly phrases: readonly PeoplePhrase[]
}

function readParts(sentence: ReadSentence): Parts {
  const { tokens, phrases, startingAt } = sentence
  const [first, second] = [tokens[0]?.lower ?? '', tokens[1]?.lower ?? '']
  // "Among them were two nurses", "They included a driver"
  const isAmong = (first === 'among' || first === 'amongst') && second === 'them'
  if (isAmong || (first === 'they' && /^includ(?:e|ed)$/u.test(second))) {
    const start = isAmong && PASSIVE_AUXILIARIES.has(tokens[2]?.lower ?? '') ? 3 : 2
    const found = findObject(sentence, start, { allowsName: false })
    return { start: 0, end: 2, phrases: found.filter((phrase) => isCount(phrase)) }
  }
  // "THEY ARE IVAN SOTO AND ANA LUNA", "THE VICTIMS WERE IDENTIFIED AS ..." in text that is all capitals
  if (sentence.isUpperCase && (first === 'they' || first === 'these') && /^(?:are|were|have)$/u.test(second)) {
    let i = 2
    while (/^(?:been|identified|named|as|:)$/u.test(tokens[i]?.lower ?? '')) i++
    return { start: 0, end: 2, phrases: readRollFrom(sentence, i) }
  }
  // "Four were children", "Three of them are women"
  const index = startingAt[0]
  const share = index === undefined ? undefined : phrases[index]
  if (share?.kind !== 'counted' || !(share.isBare || tokens[share.tokenEnd - 1]?.lower === 'them')) return NO_PARTS
  const verb = share.tokenEnd
  if (!/^(?:were|was|are|is)$/u.test(tokens[verb]?.lower ?? '')) return NO_PARTS
  let i = verb + 1
  while (VERB_GROUP_ADVERBS.has(tokens[i]?.lower ?? '')) i++
  const next = startingAt[i]
  const people = next === undefined ? undefined : phrases[next]
  const isAge = tokens[i]?.lower === 'under' || tokens[i]?.lower === 'aged'
  if (!isAge && people?.kind !== 'plain' && !(people?.kind === 'one' && share.high === 1)) return NO_PARTS
  const tokenEnd = people?.tokenEnd ?? share.tokenEnd
  const opening = { ...share, tokenEnd }
  return { start: verb, end: verb + 1, phrases: [opening, ...furtherShares(sentence, tokenEnd)] }
}

/** How far one share of a list may stand from the next, in tokens: "twelve were members of its staff and seven were patients". */
const LIST_GAP = 6

const BE_OR_REMAIN: ReadonlySet<string> = new Set(['are', 'is', 'was', 'were', 'remain', 'remains', 'remained'])
const HELD: ReadonlySet<string> = new Set(['held', 'captive', 'captives', 'hostage', 'hostages'])
const CAPTIVITY: ReadonlySet<string> = new Set(['captivity', 'custody'])

/** "53 of them had escaped, and 223 were still being held", "20 remain in captivity": those of the taken who are held yet; or null. */
function readHeld({ tokens, phrases }: ReadSentence): Parts | null {
  for (const phrase of phrases) {
    const isOpen = phrase.isBare || tokens[phrase.tokenEnd - 1]?.lower === 'them'
    if (phrase.kind !== 'counted' || !isOpen || !BE_OR_REMAIN.has(tokens[phrase.tokenEnd]?.lower ?? '')) continue
    let i = phrase.tokenEnd + 1
    while (VERB_GROUP_ADVERBS.has(tokens[i]?.lower ?? '') || tokens[i]?.lower === 'being') i++
    const word = tokens[i]?.lower ?? ''
    const isIn = word === 'in' && CAPTIVITY.has(tokens[i + 1]?.lower ?? '')
    const isStill = i > phrase.tokenEnd + 1 || tokens[phrase.tokenEnd]?.lower.startsWith('remain') === true
    if ((HELD.has(word) && isStill) || isIn) return { start: i, end: isIn ? i + 2 : i + 1, phrases: [phrase] }
  }
  return null
}

/** "…, seven were patients, three of them children and one a nurse": the shares that go on with the list. */
function furtherShares({ tokens, phrases }: ReadSentence, from: number): PeoplePhrase[] {
  const found: PeoplePhrase[] = []
  let at = from
  for (const share of phrases) {
    if (share.tokenStart < at || share.kind !== 'counted') continue
    const before = tokens[share.tokenStart - 1]?.lower ?? ''
    const joins = before === ',' || before === 'and' || before === ';' || before === 'while'
    if (share.tokenStart - at > LIST_GAP || !joins || share.high === null) break
    let i = share.tokenEnd
    if (/^(?:were|was|are|is)$/u.test(tokens[i]?.lower ?? '')) i++
    while (VERB_GROUP_ADVERBS.has(tokens[i]?.lower ?? '')) i++
    const people = phrases.find(({ tokenStart, kind }) => tokenStart === i && (kind === 'plain' || kind === 'one'))
    const isOpen = share.isBare || tokens[share.tokenEnd - 1]?.lower === 'them'
    if (isOpen && people === undefined) break
    found.push(people === undefined ? share : { ...share, tokenEnd: people.tokenEnd })
    at = people?.tokenEnd ?? share.tokenEnd
  }
  return found
}

const NO_PARTS: Parts = { start: 0, end: 0, phrases: [] }

function isCount(phrase: PeoplePhrase): boolean {
  return (phrase.kind === 'counted' || phrase.kind === 'one') && phrase.isCertain
}
