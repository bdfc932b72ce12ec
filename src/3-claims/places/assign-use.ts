import { FACILITY_NOUNS } from '../../../data/words/facility-nouns.ts'
import {
  ACTOR_HEADS,
  ACTOR_VERBS,
  BEARINGS,
  DIRECTIONS,
  LOCATIVES,
  MOVEMENT,
  ORGANISATION_HEADS,
  ORIGIN_HEADS,
  PLACE_TYPES,
  SEATED,
  STRIKE_VERBS,
} from '../../../data/words/place-cues.ts'
import type { GazetteerEntry } from '../../model/gazetteer.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import { isName } from './capital.ts'
import type { NameMention } from './name-mention.ts'
import type { PlaceUse } from './place-index.ts'
import { isCapitalCity, isPowerAfter, isSufferingCapital } from './read-metonym.ts'
import { isSpeakerSeat } from './speaker-seat.ts'

export interface AssignedUse {
  readonly use: PlaceUse
  /** How surely a site: 2 behind a preposition or place noun, 1 bare, 0 no site. */
  readonly strength: 0 | 1 | 2
  readonly rule: string
}

const SEATS_OF_POWER = new Set([
  'pentagon',
  'kremlin',
  'white house',
  'downing street',
  'whitehall',
  'capitol hill',
  'wall street',
])
const ASKED = new Set(
  'asked speaking talking spoke talked wrote writing questions question pressed concerned concerns'.split(' '),
)
const AUXILIARIES = new Set('has have had is was will would could should may might must does did do can'.split(' '))
/** Capitalised after a name of a place, these make it the name of a body. */
const BODY_WORDS = new Set(
  'department observatory congress command federation center centre agency front front-line'.split(' '),
)
/** Between a place and its body: "the X regional administration", "the X city council". */
const OF_BODIES = new Set(
  'regional provincial state interim military local civil health defence defense foreign interior city municipal district security police civilian province region education'.split(
    ' ',
  ),
)
const BODY_HEADS = new Set(
  'administration government authorities council ministry ministries minister governor police spokesman spokeswoman department directorate commission official officials mayor assembly parliament command court bureau office'.split(
    ' ',
  ),
)
const PEOPLE_CUES = new Set('by against with between versus vs'.split(' '))
/** A dateline ends within this many tokens of the line's head. */
const DATELINE_TOKENS = 14

/** What the name does in its sentence (see PlaceUse). `previous` is the mention before it in the sentence, already judged. */
export function assignUse(
  sentence: Sentence,
  mention: NameMention,
  entry: GazetteerEntry | null,
  previous: { readonly mention: NameMention; readonly assigned: AssignedUse } | null,
): AssignedUse {
  const { tokens } = sentence
  const { first, last, form } = mention
  if (form === 'adjective') return { use: 'actor', strength: 0, rule: 'use/adjective' }
  if (form === 'compound') return readCompoundUse(sentence.tokens[first]?.lower ?? '')
  const hyphen = tokens[last + 1]
  if (/^[-‐‑]$/u.test(hyphen?.text ?? '') && hyphen?.start === mention.end && tokens[last + 2]?.kind === 'word')
    return readCompoundUse(`-${tokens[last + 2]?.lower}`)
  // In mixed case, a town in capitals opens a report: "MOSCOW Some 120 fighters were killed".
  if (!sentence.isUpperCase && tokens.slice(first, last + 1).every(({ text }) => /^\p{Lu}{4,}$/u.test(text)))
    return { use: 'report', strength: 0, rule: 'use/capitals' }
  if (isDateline(sentence, last)) return { use: 'report', strength: 0, rule: 'use/dateline' }
  const isPower =
    entry?.kind === 'country' ||
    entry?.kind === 'admin1' ||
    entry?.kind === 'facility' ||
    (entry?.population ?? 0) > 300_000
  const next = tokens[last + 1]
  const start = headStart(tokens, first)
  const before = tokens[start - 1]?.lower ?? ''
  const site = (rule: string, strength: 1 | 2 = 2): AssignedUse => ({ use: 'site', strength, rule })
  const no = (use: 'actor' | 'origin', rule: string): AssignedUse => ({ use, strength: 0, rule })

  if (form === 'possessive' || next?.lower === "'s" || next?.lower === "'") {
    const owned = form === 'possessive' ? last + 1 : last + 2
    const phrase = tokens.slice(owned, owned + 4)
    const ends = phrase.findIndex(({ lower, kind }) => kind !== 'word' || lower === 'of' || LOCATIVES.has(lower))
    const what = phrase
      .slice(0, ends < 0 ? 4 : ends)
      .find(({ lower }) => PLACE_TYPES.has(lower) || FACILITY_NOUNS.has(lower) || ACTOR_HEADS.has(lower))
    if (what !== undefined && ACTOR_HEADS.has(what.lower)) return no('actor', 'use/possessive-power')
    if (what !== undefined || DIRECTIONS.has(tokens[owned]?.lower ?? '') || isName(tokens[owned]?.text ?? ''))
      return LOCATIVES.has(before) || start === 0 ? site('use/possessive-site', 2) : site('use/possessive-site', 1)
    return LOCATIVES.has(before) ? site('use/possessive-site', 1) : no('origin', 'use/possessive')
  }
  const owner = previous?.assigned.rule === 'use/possessive-site' ? previous : null
  if (owner !== null && tokens.slice(owner.mention.last + 1, start).every(({ lower }) => lower === "'s"))
    return { ...owner.assigned, rule: 'use/owned' }
  if (next !== undefined && next.kind === 'word') {
    if (ACTOR_VERBS.has(next.lower) && isPower && !LOCATIVES.has(before)) return no('actor', 'use/says')
    const isBody = ORGANISATION_HEADS.has(next.lower) || BODY_WORDS.has(next.lower)
    if (isBody && isName(next.text) && !sentence.isUpperCase) return no('actor', 'use/organisation')
    if (ACTOR_HEADS.has(next.lower) && !PLACE_TYPES.has(next.lower)) return no('actor', 'use/power')
    if (OF_BODIES.has(next.lower) && BODY_HEADS.has(tokens[last + 2]?.lower ?? '')) return no('actor', 'use/power')
    if (AUXILIARIES.has(next.lower) && entry?.kind === 'country' && !LOCATIVES.has(before))
      return no('actor', 'use/subject-country')
  }
  if (before === 'from') {
    const lead = tokens.slice(Math.max(0, start - 7), start - 1).map(({ lower }) => lower)
    if (lead.some((word) => /^(?:km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|away)$/u.test(word)))
      return site('use/distance')
    return lead.some((word) => MOVEMENT.has(word)) ? site('use/moved-from') : no('origin', 'use/from')
  }
  if (before === 'of') {
    const head = tokens[start - 2]?.lower ?? ''
    if (PLACE_TYPES.has(head) || BEARINGS.has(head)) return site('use/type-of')
    if (isOriginHead(tokens, start - 2)) return no('origin', 'use/head-of')
    return site('use/of', entry?.kind === 'country' ? 1 : 2)
  }
  if (SEATED.has(tokens[start - 2]?.lower ?? '') && LOCATIVES.has(before)) return no('origin', 'use/seat')
  if (LOCATIVES.has(before)) {
    if (isSpeakerSeat(tokens, start - 1)) return { use: 'report', strength: 0, rule: 'use/speaks-there' }
    const lead = tokens.slice(Math.max(0, start - 8), start - 1).map(({ lower }) => lower)
    if ((before === 'to' || before === 'into') && lead.some((word) => MOVEMENT.has(word)))
      return site('use/destination', 1)
    const isPowerName = entry?.kind === 'country' || isCapitalCity(mention)
    if (isPowerName && isPowerAfter(tokens, start - 1)) return no('actor', `use/power-after-${before}`)
    if ((before === 'to' || before === 'on') && entry?.kind === 'country') return site(`use/${before}`, 1)
    return site('use/preposition')
  }
  if (before === 'about' && ASKED.has(tokens[start - 2]?.lower ?? '')) return no('origin', 'use/topic')
  if (STRIKE_VERBS.has(before)) return site('use/struck')
  if (MOVEMENT.has(before)) return site('use/left', 2)
  if (PEOPLE_CUES.has(before) && isPower) return no('actor', 'use/party')
  if (previous !== null && isListGap(tokens.slice(previous.mention.last + 1, start))) {
    const { use, strength } = previous.assigned
    return { use, strength, rule: 'use/list' }
  }
  if (next !== undefined && PLACE_TYPES.has(next.lower)) return site('use/name-type')
  if (next !== undefined && FACILITY_NOUNS.has(next.lower)) return site('use/facility')
  if (entry?.kind === 'country') return no('actor', 'use/bare-country')
  if (isCapitalCity(mention) && !isSufferingCapital(sentence, last)) return no('actor', 'use/bare-capital')
  // A seat of power, unless something is said to be at it.
  if (entry?.kind === 'facility' && SEATS_OF_POWER.has(mention.key)) return no('actor', 'use/seat-of-power')
  return site('use/bare', 1)
}

/** The first token of the phrase around the name: over "the", directions and place nouns ("in the eastern city of X"). */
function headStart(tokens: readonly Token[], first: number): number {
  let start = first
  const isPart = (i: number): boolean => {
    const lower = tokens[i]?.lower ?? ''
    return DIRECTIONS.has(lower) || lower === 'the' || lower === 'a' || lower === 'nearby' || lower === 'embattled'
  }
  if (tokens[start - 1]?.lower === 'of' && PLACE_TYPES.has(tokens[start - 2]?.lower ?? '')) {
    let head = start - 2
    // "in the Syrian border town of X"
    for (let steps = 0; steps < 4 && head > 0 && !LOCATIVES.has(tokens[head - 1]?.lower ?? ''); steps++) {
      if (tokens[head - 1]?.kind !== 'word' && tokens[head - 1]?.kind !== 'clitic') break
      head--
    }
    return LOCATIVES.has(tokens[head - 1]?.lower ?? '') ? head : start
  }
  while (
    start > 0 &&
    (isPart(start - 1) || (tokens[start - 1]?.lower === 'and' && DIRECTIONS.has(tokens[start - 2]?.lower ?? '')))
  )
    start--
  return start
}

function isOriginHead(tokens: readonly Token[], i: number): boolean {
  return ORIGIN_HEADS.has(tokens[i]?.lower ?? '')
}

function isListGap(gap: readonly Token[]): boolean {
  return (
    gap.length > 0 &&
    gap.length <= 3 &&
    gap.every(
      ({ lower }) =>
        lower === ',' || lower === 'and' || lower === 'or' || lower === 'the' || lower === '/' || lower === '&',
    )
  )
}

function readCompoundUse(word: string): AssignedUse {
  const rest = word.slice(word.search(/[-‐‑]/u) + 1)
  if (/^(?:based|born|bound)$/u.test(rest)) return { use: 'origin', strength: 0, rule: 'use/based' }
  if (/^(?:held|controlled|occupied|administered)$/u.test(rest))
    return { use: 'actor', strength: 0, rule: 'use/holder' }
  return { use: 'actor', strength: 0, rule: 'use/compound' }
}

/** "KYIV, May 24 (Agency) -", "Beirut —": the head of the line up to a dash or an agency in brackets. */
function isDateline(sentence: Sentence, last: number): boolean {
  const { tokens } = sentence
  if (sentence.role === 'dateline') return true
  if (last > 5 || tokens[0]?.kind !== 'word') return false
  for (let i = last + 1; i < Math.min(tokens.length, DATELINE_TOKENS); i++) {
    const token = tokens[i]
    if (token === undefined) return false
    if (/^[—–-]{1,2}$/u.test(token.text)) return i + 1 < tokens.length
    if (token.kind === 'word' && !isName(token.text) && token.lower !== 'the') return false
    if (token.kind === 'open' || token.kind === 'clitic') return false
  }
  return false
}
