import type { HarmDraft, ReadSentence } from './harm-draft.ts'
import { findShareHarms } from './find-share-harms.ts'
import { isShare } from './link-phrases.ts'
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
  for (const { draft, whole } of findShareHarms(sentence, drafts)) {
    all.push(draft)
    wholes.set(draft, whole)
  }
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
    const draft: HarmDraft = { ...whole, phrase, rule: 'part', strength: 2 }
    all.push(draft)
    wholes.set(draft, whole)
  })
  const ordered = all.sort((a, b) => a.phrase.tokenStart - b.phrase.tokenStart)
  return ordered.map((draft) => {
    const whole = wholes.get(draft)
    return { draft, partOf: whole === undefined ? null : ordered.indexOf(whole) }
  })
}

/** A part is no larger than its whole. */
function isWithin(part: PeoplePhrase, whole: PeoplePhrase): boolean {
  return part.low === null || whole.high === null || part.low <= whole.high
}
