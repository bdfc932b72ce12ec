import { CLAIMING, OWN_DEEDS, OWNING_UP } from '../../data/words/responsibility-words.ts'
import type { Position, RecordClaim } from '../model/record.ts'
import { compareText } from './order-entries.ts'

const OWNS_UP = new RegExp(`\\b(?:${OWNING_UP.join('|')})`, 'u')
const CLAIMS = new RegExp(`\\b(?:${CLAIMING.join('|')})\\b`, 'u')
const OWN_DEED = new RegExp(`\\b(?:${OWN_DEEDS.join('|')})\\b`, 'u')
const RESPONSIBILITY = /^\W*(?:full |joint )?(?:responsibility|credit) for\b/u
const CLAIMING_CUE = /\b(?:claim|accept|assum|t[ao]k|took)/u
const NEGATED = /\b(?:not|no|never|denied|denies|deny|without|nobody|none|[a-z]+n['’]t)\b/u
/** What is merely claimed about a number blames nobody: "that more than 30 people were killed". */
const IS_COUNT = /^\W*that\b[^.]{0,80}\b(?:were|was|had been|have been|died) ?(?:killed|wounded|injured|hurt)?$/u
/** A run of capitalised words: a name, perhaps of a side. */
const NAME = /\p{Lu}[\p{L}\p{M}'’.-]*(?: (?:of |the |and )?\p{Lu}[\p{L}\p{M}'’.-]*){0,4}/gu

/**
 * What is said about who did it: parties that own up, deny or blame, and everybody else who blames, once each.
 *
 * Owning up takes words of responsibility, or an admission of the claimant's own deed by a party to the conflict. A party
 * that reports a strike of its own on a military target owns up to no harm.
 *
 * @param partyOf side of the conflict that a name stands for, or null
 */
export function findPositions(entries: readonly RecordClaim[], partyOf: (name: string) => string | null): Position[] {
  const found = new Map<string, Position>()
  for (const entry of entries) {
    const kind = positionOf(entry)
    if (kind === null) continue
    const blamed = kind === 'blames' ? findBlamed(entry, partyOf) : null
    const position = {
      kind,
      claimant: entry.claimant,
      party: entry.party,
      blamed,
      claimId: entry.claim.id,
      receivedAt: entry.receivedAt,
      quote: entry.claim.evidence.exact,
    }
    const key = `${kind} ${entry.claimant} ${blamed ?? ''}`
    const known = found.get(key)
    if (known === undefined || comparePositions(position, known) < 0) found.set(key, position)
  }
  return [...found.values()].sort(comparePositions)
}

function comparePositions(a: Position, b: Position): number {
  return compareText(a.receivedAt, b.receivedAt) || compareText(a.claimId, b.claimId) || compareText(a.kind, b.kind)
}

function positionOf({ claim, party }: RecordClaim): Position['kind'] | null {
  const { attribution, evidence, kind } = claim
  if (kind !== 'statement' || attribution.claimant.kind === 'outlet') return null
  const words = evidence.exact.toLowerCase()
  if (attribution.stance === 'denied') return party === null ? null : 'denies'
  if (attribution.stance === 'accused') return IS_COUNT.test(words) ? null : 'blames'
  if (attribution.stance !== 'asserted') return null
  const cue = (attribution.cue ?? '').toLowerCase()
  const claims = CLAIMS.test(`${cue} ${words}`) || (RESPONSIBILITY.test(words) && CLAIMING_CUE.test(cue))
  if (claims && !NEGATED.test(words)) return 'accepts'
  const admits = OWNS_UP.test(cue) || OWNS_UP.test(words)
  return party !== null && admits && OWN_DEED.test(words) && !NEGATED.test(words) ? 'accepts' : null
}

/** The first side named in the words that is not the claimant's own. */
function findBlamed({ claim, party }: RecordClaim, partyOf: (name: string) => string | null): string | null {
  for (const [name] of claim.evidence.exact.matchAll(NAME)) {
    for (const part of [name, ...name.split(' ')]) {
      const side = partyOf(part)
      if (side !== null && side !== party) return side
    }
  }
  return null
}
