import { type HarmDraft, type ReadSentence, shareHarm } from './harm-draft.ts'
import { findShareHarms, type ShareHarm } from './find-share-harms.ts'
import { isShare } from './link-phrases.ts'
import { readNameFrom } from './read-name.ts'
import { readRollFrom } from './read-roll.ts'
import type { PeoplePhrase } from './people-phrase.ts'

/** A harm with the position of the one it is part of, or null. */
export interface PartedHarm {
  readonly draft: HarmDraft
  readonly partOf: number | null
}

/** Adds the parts that share the harm of their whole ("12 people, including three children"), in reading order. */
export function findPartHarms(sentence: ReadSentence, drafts: readonly HarmDraft[]): PartedHarm[] {
  const { phrases, links } = sentence
  const wholes = new Map<HarmDraft, HarmDraft>()
  const all = [...drafts]
  const draftOf = (phrase: PeoplePhrase | undefined): HarmDraft | undefined =>
    all.find((draft) => draft.phrase.tokenStart === phrase?.tokenStart)
  const addShares = (shares: readonly ShareHarm[]): void => {
    for (const { draft, whole } of shares) {
      all.push(draft)
      wholes.set(draft, whole)
    }
  }
  addShares(findShareHarms(sentence, drafts))
  phrases.forEach((phrase, i) => {
    const link = links[i]
    if (link?.kind !== 'part') return
    const whole = draftOf(phrases[link.to])
    if (whole === undefined) return
    const own = draftOf(phrase)
    if (own !== undefined) {
      if (own.measure === whole.measure) wholes.set(own, whole)
      return
    }
    if (
      phrase.kind === 'plain' ||
      phrase.kind === 'thing' ||
      phrase.kind === 'none' ||
      (phrase.vague !== null && isShare(sentence.tokens, phrase)) ||
      !isWithin(phrase, whole.phrase)
    )
      return
    const draft = shareHarm(whole, phrase, 'part', 2)
    all.push(draft)
    wholes.set(draft, whole)
  })
  const further: ShareHarm[] = []
  if (sentence.isUpperCase) findRollParts(sentence, all, further)
  else findNamedParts(sentence, all, further)
  findColonParts(sentence, all, further)
  addShares(further)
  const ordered = all.sort((a, b) => a.phrase.tokenStart - b.phrase.tokenStart)
  return ordered.map((draft) => {
    const whole = wholes.get(draft)
    return { draft, partOf: whole === undefined ? null : ordered.indexOf(whole) }
  })
}

/** "three commanders, including Omar Diallo": a person named right after the word that brings in a part. */
function findNamedParts(sentence: ReadSentence, drafts: readonly HarmDraft[], found: ShareHarm[]): void {
  const { tokens, startingAt } = sentence
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]?.lower !== 'including' || startingAt[at + 1] !== undefined) continue
    const whole = drafts.find(
      ({ phrase }) => phrase.kind === 'counted' && phrase.tokenEnd <= at && at - phrase.tokenEnd <= 2,
    )
    const name = whole === undefined ? null : readNameFrom(sentence, at + 1)
    if (whole === undefined || name === null || name.tokenEnd - name.tokenStart < 2) continue
    found.push({ draft: shareHarm(whole, name, 'part-named', 2), whole })
  }
}

/** How far behind its whole a roll of names may begin, in tokens. */
const MAX_ROLL_GAP = 12

/** The same in text that is all capitals, and "KILLED THREE CLERKS: IVAN SOTO, ANA LUNA, AND PEDRO ROJAS". */
function findRollParts(sentence: ReadSentence, drafts: readonly HarmDraft[], found: ShareHarm[]): void {
  const { tokens } = sentence
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]?.lower !== 'including' && tokens[at]?.text !== ':') continue
    const whole = drafts.findLast(
      ({ phrase }) => phrase.kind === 'counted' && phrase.tokenEnd <= at && at - phrase.tokenEnd <= MAX_ROLL_GAP,
    )
    const names = whole === undefined ? [] : readRollFrom(sentence, at + 1)
    if (whole === undefined || (whole.phrase.low ?? names.length) < names.length) continue
    for (const name of names)
      if (!drafts.some(({ phrase }) => phrase.tokenStart === name.tokenStart))
        found.push({ draft: shareHarm(whole, name, 'part-named', 2), whole })
  }
}

/** "The raid killed 22 people: 12 nurses and 10 patients": counts after a colon that add up to the figure before it. */
function findColonParts(sentence: ReadSentence, drafts: readonly HarmDraft[], found: ShareHarm[]): void {
  const { tokens, phrases, startingAt, links } = sentence
  for (let at = 0; at < tokens.length; at++) {
    const first = tokens[at]?.text === ':' ? startingAt[at + 1] : undefined
    if (first === undefined) continue
    const parts: PeoplePhrase[] = []
    for (let i = first; i < phrases.length && (i === first || links[i]?.kind === 'list'); i++) {
      const phrase = phrases[i]
      if (phrase !== undefined) parts.push(phrase)
    }
    const sum = parts.reduce((total, { low }) => total + (low ?? Number.NaN), 0)
    const whole = drafts.find(({ phrase }) => phrase.tokenEnd <= at && phrase.low === sum)
    if (parts.length < 2 || whole === undefined || !parts.every((part) => part.isCertain || part.isBare)) continue
    if (drafts.some(({ phrase }) => phrase.tokenStart > at)) continue
    for (const phrase of parts) found.push({ draft: shareHarm(whole, phrase, 'part', 2), whole })
  }
}

/** A part is no larger than its whole. */
function isWithin(part: PeoplePhrase, whole: PeoplePhrase): boolean {
  return part.low === null || whole.high === null || part.low <= whole.high
}
