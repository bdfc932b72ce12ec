import { LOCATIVES } from '../../../data/words/place-cues.ts'
import {
  AFTERMATH_NOUNS,
  ATTACK_HARMS,
  ATTACK_NOUNS,
  ATTACK_VERBS,
  BESIDE_JOINTS,
  BESIDE_WORDS,
  CARE_SITES,
  CARE_WORDS,
  CLAUSE_STARTS,
  DAMAGE_VERBS,
  HARM_WORDS,
  IMPACT_VERBS,
  RELATIVE_STARTS,
  RUINED,
  SHELTER_WORDS,
  SITE_AUXILIARIES,
  SITE_DETERMINERS,
  SITE_PARTS,
  SITE_PEOPLE,
  SITE_SAYING,
  TARGET_PREPOSITIONS,
  UNDER_WORDS,
  WITNESS_WORDS,
} from '../../../data/words/site-words.ts'
import type { Token } from '../text/token.ts'
import type { SiteStanding } from './find-sites.ts'

/** A phrase for a site by its tokens. */
export interface SitePhrase {
  readonly first: number
  readonly last: number
  /** Singular of its noun. */
  readonly kind: string
  readonly isPlural: boolean
}

/** Tokens before and after the phrase that are looked at. */
const MAX_BEFORE = 12
const MAX_AFTER = 12
const MAX_ADJECTIVES = 4

/** What the words around a site say of it: see `Site.standing`. */
export function judgeSite(tokens: readonly Token[], site: SitePhrase): SiteStanding {
  const after = judgeAfter(tokens, site)
  if (after === 'struck' || after === 'apart') return after
  const before = judgeBefore(tokens, site)
  if (before === 'apart' || before === 'struck') return before
  if (tokens[site.last + 1]?.lower === 'nearby') return 'beside'
  return after ?? before
}

/** By the words behind it: "X was hit", "the X bombing", "X staff said". */
function judgeAfter(tokens: readonly Token[], { last }: SitePhrase): SiteStanding | null {
  const next = tokens[last + 1]
  if (next === undefined) return null
  if (next.lower === "'s") return SITE_PARTS.has(tokens[last + 2]?.lower ?? '') ? null : 'apart'
  if (SITE_PEOPLE.has(next.lower)) return 'apart'
  if (ATTACK_NOUNS.has(next.lower) && !ATTACK_VERBS.has(next.lower)) return 'struck'
  if (AFTERMATH_NOUNS.has(next.lower)) return 'scene'
  for (let i = last + 1; i <= last + MAX_AFTER; i++) {
    const token = tokens[i]
    if (token === undefined || (token.kind === 'punct' && token.text !== ',')) return null
    const { lower } = token
    if (SITE_AUXILIARIES.has(lower)) return passiveAt(tokens, i + 1)
    if (i === last + 1 && SITE_SAYING.has(lower)) return 'apart'
    if (i === last + 1 && (ATTACK_VERBS.has(lower) || RUINED.has(lower))) return 'struck'
    if (i === last + 1 && DAMAGE_VERBS.has(lower)) return 'scene'
    if (RELATIVE_STARTS.has(lower)) return attackWithin(tokens, i + 1)
    if (CLAUSE_STARTS.has(lower) || SITE_SAYING.has(lower) || ATTACK_VERBS.has(lower)) return null
  }
  return null
}

/** "was mistakenly struck", "came under fire", "was the target" */
function passiveAt(tokens: readonly Token[], from: number): SiteStanding | null {
  for (let i = from; i < from + 5; i++) {
    const token = tokens[i]
    if (token === undefined || token.kind === 'punct') return null
    const { lower } = token
    if (lower === 'by' || lower === 'to' || lower === 'in' || lower === 'used') return null
    if (lower === 'not') continue
    if (lower === 'fire' || lower === 'target' || RUINED.has(lower)) return 'struck'
    if (ATTACK_VERBS.has(lower) || ATTACK_NOUNS.has(lower)) return 'struck'
    if (DAMAGE_VERBS.has(lower)) return 'scene'
  }
  return null
}

/** "the school that gunmen had raided", "a hall where people were killed" */
function attackWithin(tokens: readonly Token[], from: number): SiteStanding | null {
  for (let i = from; i < from + 7; i++) {
    const token = tokens[i]
    if (token === undefined || token.kind === 'punct') return null
    if (SITE_SAYING.has(token.lower)) return null
    if (ATTACK_VERBS.has(token.lower)) return 'struck'
    if (HARM_WORDS.has(token.lower)) return 'scene'
  }
  return null
}

/** By the words that lead to it: the verb whose object it is, or its preposition and what stands before that. */
function judgeBefore(tokens: readonly Token[], { first, kind, isPlural }: SitePhrase): SiteStanding {
  let { at, isRuined, isBare } = leadOf(tokens, first)
  // "part of a nine-storey building", "the ruins of a high-rise"
  for (let turns = 0; turns < 2; turns++) {
    const part = tokens[at - 1]?.lower ?? ''
    if (!SITE_PARTS.has(part) || !/^(?:of|to|in|at|the)$/u.test(tokens[at]?.lower ?? '')) break
    if (ATTACK_NOUNS.has(part)) return 'struck'
    ;({ at } = leadOf(tokens, at - 1))
  }
  if (tokens[at]?.lower === "'s" && tokens[at - 1] !== undefined) at = ownerOf(tokens, at)
  if (isRuined) return 'struck'
  const lead = tokens[at]?.lower ?? ''
  if (ATTACK_VERBS.has(lead)) return 'struck'
  if (DAMAGE_VERBS.has(lead)) return 'scene'
  const isBeside = BESIDE_WORDS.has(lead) || (BESIDE_JOINTS.has(lead) && BESIDE_WORDS.has(tokens[at - 1]?.lower ?? ''))
  if (!isBeside && !LOCATIVES.has(lead) && !TARGET_PREPOSITIONS.has(lead) && !UNDER_WORDS.has(lead)) return 'topic'
  const isCare = CARE_SITES.has(kind)
  // British "in hospital", "to hospital": care, whoever is in it.
  const isInCare = isCare && isBare && (lead === 'in' || lead === 'to' || (isPlural && lead === 'at'))
  const cue = cueBefore(tokens, at, lead, isCare)
  if (cue === 'struck') return isBeside && lead !== 'from' ? 'beside' : 'struck'
  if (isInCare || cue === 'apart') return 'apart'
  if (isBeside) return cue === 'scene' && lead === 'from' ? 'scene' : lead === 'from' ? 'topic' : 'beside'
  return cue ?? 'located'
}

/** The nearest word before a preposition at `at` that tells what happened there. */
function cueBefore(tokens: readonly Token[], at: number, lead: string, isCare: boolean): SiteStanding | null {
  let found: SiteStanding | null = null
  for (let i = at - 1; i >= Math.max(0, at - MAX_BEFORE); i--) {
    const token = tokens[i]
    if (token === undefined || token.kind === 'open' || token.kind === 'close') break
    if (token.kind === 'punct' && token.text !== ',' && token.text !== '-') break
    const { lower } = token
    const gap = at - i
    if (ATTACK_NOUNS.has(lower) || ATTACK_VERBS.has(lower)) {
      if (TARGET_PREPOSITIONS.has(lead) || BESIDE_WORDS.has(lead)) return gap <= 8 ? 'struck' : 'scene'
      return 'scene'
    }
    if (IMPACT_VERBS.has(lower) && gap <= 4 && !(lead === 'to' && CARE_WORDS.has(lower))) return 'struck'
    if (CARE_WORDS.has(lower) && found !== 'scene') return isCare || lead === 'to' || lead === 'into' ? 'apart' : found
    if (SHELTER_WORDS.has(lower)) return i > 0 && wasHarmed(tokens, i) ? 'located' : 'apart'
    if (WITNESS_WORDS.has(lower)) return found ?? 'apart'
    if (HARM_WORDS.has(lower)) {
      if (isCare && !ATTACK_HARMS.has(lower)) return 'apart'
      found = 'scene'
      if (gap <= 6) return found
    }
    if (found === null && CLAUSE_STARTS.has(lower) && lower !== 'and') break
  }
  return found
}

function wasHarmed(tokens: readonly Token[], before: number): boolean {
  return tokens
    .slice(Math.max(0, before - MAX_BEFORE), before)
    .some(({ lower }) => HARM_WORDS.has(lower) || ATTACK_VERBS.has(lower))
}

/** The token that leads to the phrase at `first`, over its article and adjectives. */
function leadOf(tokens: readonly Token[], first: number): { at: number; isRuined: boolean; isBare: boolean } {
  let isRuined = false
  for (let i = first - 1; i >= Math.max(0, first - MAX_ADJECTIVES - 1); i--) {
    const token = tokens[i]
    if (token === undefined) break
    const { lower, kind } = token
    if (kind === 'clitic' && lower === "'s") return { at: i, isRuined, isBare: false }
    if (kind === 'number') continue
    if (SITE_DETERMINERS.has(lower)) return { at: i - 1, isRuined, isBare: false }
    if (kind === 'punct' && lower === ',') continue
    if (
      kind !== 'word' ||
      LOCATIVES.has(lower) ||
      lower === 'of' ||
      SITE_AUXILIARIES.has(lower) ||
      CLAUSE_STARTS.has(lower)
    )
      break
    // A verb of attack right before an article was met above; here "bombed" may be verb or adjective.
    if (RUINED.has(lower)) isRuined = true
    if (ATTACK_VERBS.has(lower)) return { at: i, isRuined: false, isBare: true }
  }
  // Without an article: the adjectives right before it, no verbs.
  let at = first - 1
  while (at >= 0 && (ADJECTIVE.test(tokens[at]?.lower ?? '') || tokens[at]?.kind === 'number') && !isCue(tokens[at]))
    at--
  return { at, isRuined: isRuined || RUINED.has(tokens[first - 1]?.lower ?? ''), isBare: true }
}
const ADJECTIVE =
  /^(?:crowded|packed|busy|big|large|small|major|biggest|largest|main|local|empty|disused|abandoned|historic|makeshift|overcrowded|besieged|nearby|overflowing|heavily|\p{L}+-run|\p{L}+-backed|\p{L}+-held|un-run)$/u

function isCue(token: Token | undefined): boolean {
  return token !== undefined && (ATTACK_VERBS.has(token.lower) || RUINED.has(token.lower))
}

/** "the group's hospital": what leads to the owner. */
function ownerOf(tokens: readonly Token[], clitic: number): number {
  for (let i = clitic - 1; i >= Math.max(0, clitic - MAX_ADJECTIVES - 1); i--) {
    const token = tokens[i]
    if (token === undefined || token.kind !== 'word') return i
    if (SITE_DETERMINERS.has(token.lower)) return i - 1
    if (LOCATIVES.has(token.lower) || token.lower === 'of' || ATTACK_VERBS.has(token.lower)) return i
  }
  return clitic - 1
}
