import {
  BLAMED_DEEDS,
  CLAIMING,
  LAYING_BLAME,
  LETTING_GO,
  OWN_DEEDS,
  OWNING_UP,
  WEAPONS,
} from '../../data/words/responsibility-words.ts'
import type { Claim } from '../model/claim.ts'
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
const LAYS_BLAME = new RegExp(`\\b(?:${LAYING_BLAME.join('|')})\\b`, 'u')
/** What it is blamed for, where the words say: "blamed X for the wrong information"; "accused X of lying". */
const FOR_MATTER = /\bfor (?!(?:it|this|that)\b)/u
const OF_MATTER = /\bof /u
const DEED = new RegExp(`\\b(?:${BLAMED_DEEDS.join('|')})\\b`, 'u')
/** Right before the name of the side whose weapon it was. */
const WEAPON_OF = new RegExp(
  `\\b(?:(?:${LETTING_GO.join('|')})(?: [a-z]+)? by|(?:${WEAPONS.join('|')}) (?:of|from|by)) (?:the |an? )?(?:[a-z]+ ){0,2}$`,
  'u',
)
/** Right after the name of a side that opens the statement: "a Y missile hit the house". */
const OWN_WEAPON = new RegExp(
  `^ (?:[a-z-]+ ){0,2}?(?:${WEAPONS.join('|')}|forces|troops|soldiers|army|military)\\b`,
  'u',
)
/** Right after it: "Y bombed the house". */
const STRIKES =
  /^ (?:had |has |have )?(?:[a-z]+ly )?(?:bombed|shelled|struck|hit|attacked|blew up|blown up|destroyed|massacred|fired (?:on|at)|opened fire)\b/u
const OPENING = /^\W*(?:that )?(?:the |an? )?(?:[a-z-]+ )?$/u
const HARMS = new RegExp(
  `\\b(?:hit|hits|struck|strikes|killed|kills|bombed|shelled|attacked|fired|destroyed|exploded|landed|fell)\\b`,
  'u',
)
/** A run of capitalised words: a name, perhaps of a side. */
const NAME = /\p{Lu}[\p{L}\p{M}'’.-]*(?: (?:of |the |and )?\p{Lu}[\p{L}\p{M}'’.-]*){0,4}/gu

/**
 * What is said about who did it: parties that own up, deny or blame, and everybody else who blames, once each.
 *
 * Blaming takes a word of blame, or the statement of a party that the weapon was another side's. What is blamed on somebody
 * without being the deed ("for the wrong information") blames nobody, and who names a side has no second, nameless blame.
 *
 * Owning up takes words of responsibility, or an admission of the claimant's own deed by a party to the conflict. A party
 * that reports a strike of its own on a military target owns up to no harm.
 *
 * @param partyOf side of the conflict that a name stands for, or null
 */
export function findPositions(entries: readonly RecordClaim[], partyOf: (name: string) => string | null): Position[] {
  const found = new Map<string, Position>()
  for (const entry of entries) {
    const stated = positionOf(entry, partyOf)
    const accused = stated === null ? findAccused(entry, partyOf) : null
    const kind = accused === null ? stated : 'blames'
    if (kind === null) continue
    const blamed = accused ?? (kind === 'blames' ? findBlamed(entry, partyOf) : null)
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
  const all = [...found.values()]
  const naming = new Set(all.flatMap(({ blamed, claimant }) => (blamed === null ? [] : [claimant])))
  return all
    .filter(({ kind, blamed, claimant }) => kind !== 'blames' || blamed !== null || !naming.has(claimant))
    .sort(comparePositions)
}

function comparePositions(a: Position, b: Position): number {
  return compareText(a.receivedAt, b.receivedAt) || compareText(a.claimId, b.claimId) || compareText(a.kind, b.kind)
}

function positionOf(entry: RecordClaim, partyOf: (name: string) => string | null): Position['kind'] | null {
  const { claim, party } = entry
  const { attribution, evidence, kind } = claim
  if (kind !== 'statement' || attribution.claimant.kind === 'outlet') return null
  const words = evidence.exact.toLowerCase()
  if (attribution.stance === 'denied') return party === null ? null : 'denies'
  if (attribution.stance === 'accused')
    return isMereClaim(claim) || IS_COUNT.test(words) || !isOfDeed(words, attribution.cue ?? '') ? null : 'blames'
  if (attribution.stance !== 'asserted') return null
  const cue = (attribution.cue ?? '').toLowerCase()
  const claims = CLAIMS.test(`${cue} ${words}`) || (RESPONSIBILITY.test(words) && CLAIMING_CUE.test(cue))
  if (claims && !NEGATED.test(words)) return 'accepts'
  if (party === null || NEGATED.test(words)) return null
  const admits = OWNS_UP.test(cue) || OWNS_UP.test(words)
  if (admits && (OWN_DEED.test(words) || (APOLOGISES.test(cue) && isForDeed(words)))) return 'accepts'
  return MISTAKEN.test(words) && !BY_OTHERS.test(words) && findBlamed(entry, partyOf) === null ? 'accepts' : null
}

/** "was mistakenly struck", "had been hit by mistake": by whom, the speaker does not say, and so by his own side. */
const MISTAKEN =
  /\b(?:was|were|been|being) \W?(?:(?:mistakenly|accidentally|inadvertently|unintentionally|wrongly) (?:hit|struck|bombed|shelled|targeted|attacked|fired on|killed|shot)|(?:hit|struck|bombed|shelled|targeted|attacked|fired on|killed|shot)\W? (?:by mistake|by accident|in error|mistakenly|accidentally|inadvertently|unintentionally))\b/u
/** "mistakenly struck by the rebels", "by rebel fire". */
const BY_OTHERS =
  /\bby (?!mistake|accident|us\b|our|its|the coalition|a coalition|coalition|an? (?:air ?strike|drone|missile|shell|aircraft|gunship|bomb))\w/u

const APOLOGISES = /apologi[sz]/u
/** "for the strike on the market": what an apology is for. */
function isForDeed(words: string): boolean {
  return /^\W*for\b/u.test(words) && DEED.test(words)
}

/** "claimed that …", "alleged that …": what is merely claimed blames only whom it names as the author (`findAccused`). */
function isMereClaim({ attribution }: Claim): boolean {
  return attribution.stance === 'accused' && /\b(?:claim|alleg)/u.test((attribution.cue ?? '').toLowerCase())
}

/** Whether a blame is for the deed, or does not say for what. */
function isOfDeed(words: string, cue: string): boolean {
  const matter = /accus/u.test(cue) ? OF_MATTER : FOR_MATTER
  return !matter.test(words) || DEED.test(words)
}

/**
 * The side that a party to the conflict gives as the author, without a word of blame: "a rocket fired by X hit the house";
 * or that anybody claims to be it.
 */
function findAccused({ claim, party }: RecordClaim, partyOf: (name: string) => string | null): string | null {
  const { attribution, evidence, kind } = claim
  if (kind !== 'statement' || attribution.claimant.kind === 'outlet') return null
  if (!isMereClaim(claim) && (party === null || attribution.stance !== 'asserted')) return null
  const words = evidence.exact
  const lower = words.toLowerCase()
  if (NEGATED.test(lower)) return null
  const laysBlame = LAYS_BLAME.test(lower)
  if (!laysBlame && !HARMS.test(lower)) return null
  for (const found of words.matchAll(NAME)) {
    const [name] = found
    const before = lower.slice(0, found.index)
    const after = lower.slice(found.index + name.length)
    const isAuthor = laysBlame
      ? LAYS_BLAME.test(after)
      : WEAPON_OF.test(before) ||
        (OPENING.test(before) && (STRIKES.test(after) || (OWN_WEAPON.test(after) && HARMS.test(after))))
    if (!isAuthor) continue
    for (const part of [name, ...name.split(' ')]) {
      const side = partyOf(part)
      if (side !== null && side !== party) return side
    }
  }
  return null
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
