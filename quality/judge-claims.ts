import type { Claim, ClaimKind } from '../src/model/claim.ts'
import type { Reading } from '../src/model/reading.ts'
import { type GoldDocument } from './read-gold.ts'
import { fold } from './overreach.ts'

interface GoldAttributed {
  readonly sentence: string
  readonly claimant: string
  readonly stance: string
}

/** A gold row with any of the three kinds of labels; a kind that is absent was not labelled. */
export interface GoldLabels extends GoldDocument {
  readonly figures?: readonly (GoldAttributed & {
    readonly quote: string
    readonly measure: string
    readonly low: number | null
    readonly high: number | null
    readonly vague: string | null
    readonly scope: string
  })[]
  readonly events?: readonly (GoldAttributed & { readonly trigger: string; readonly type: string })[]
  readonly statements?: readonly GoldAttributed[]
}

/** A claim of ours and whether the labels say that it is right in full (see `scoreConfidence`). */
export interface JudgedClaim {
  readonly kind: ClaimKind
  readonly claim: Claim
  readonly isRight: boolean
}

/** Words of a name that do not tell it from another. */
const EMPTY_WORDS: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'of',
  'for',
  'and',
  'in',
  'on',
  'to',
  'state',
  'news',
  'agency',
  'who',
])

/** Holds every claim of the labelled kinds against the labels; each label is used once. */
export function judgeClaims(reading: Reading, gold: GoldLabels): JudgedClaim[] {
  const used = new Set<unknown>()
  const take = <Label extends GoldAttributed>(
    claim: Claim,
    labels: readonly Label[],
    fits: (label: Label) => boolean,
  ): boolean => {
    const label = labels.find((one) => !used.has(one) && standsIn(reading, claim, one.sentence) && fits(one))
    if (label === undefined) return false
    used.add(label)
    return claim.attribution.stance === label.stance && sameClaimant(claim, label.claimant)
  }
  const judged: JudgedClaim[] = []
  for (const claim of reading.claims) {
    const { kind, figure, event } = claim
    if (kind === 'figure' && figure !== null && gold.figures !== undefined) {
      const isRight = take(
        claim,
        gold.figures,
        (label) =>
          label.measure === figure.measure &&
          label.low === figure.low &&
          label.high === figure.high &&
          (label.vague === null) === (figure.vague === null) &&
          label.scope === figure.scope,
      )
      judged.push({ kind, claim, isRight })
    } else if (kind === 'event' && event !== null && gold.events !== undefined) {
      judged.push({ kind, claim, isRight: take(claim, gold.events, (label) => label.type === event.acled.subEvent) })
    } else if (kind === 'statement' && gold.statements !== undefined) {
      judged.push({ kind, claim, isRight: take(claim, gold.statements, () => true) })
    }
  }
  return judged
}

function standsIn(reading: Reading, claim: Claim, sentence: string): boolean {
  const { start, end } = claim.evidence.sentence
  const own = fold(reading.document.text.slice(start, end))
  const gold = fold(sentence)
  return own.includes(gold) || gold.includes(own)
}

/** The scorers' rule: the outlet must be the outlet, other names share a telling word. */
function sameClaimant({ attribution: { claimant } }: Claim, gold: string): boolean {
  if (gold === 'outlet' || claimant.kind === 'outlet') return gold === 'outlet' && claimant.kind === 'outlet'
  const words = (name: string): string[] =>
    (fold(name).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !EMPTY_WORDS.has(word))
  const known = new Set(words(gold))
  return words(claimant.name).some((word) => known.has(word))
}
