import { HARM_PHRASES } from '../../../data/words/harm-phrases.ts'
import { ACT_NOUNS, HARM_ADJECTIVES, HARM_VERBS, TOLL_NOUNS, VICTIM_NOUNS } from '../../../data/words/harm-words.ts'
import { SMALL_NUMBERS, VAGUE_COUNTS } from '../../../data/words/number-words.ts'
import { ENDANGERING, PERILS, STAYING } from '../../../data/words/peril-words.ts'
import type { Group } from '../../model/claim.ts'
import { classifyPeople } from '../people/classify-people.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Token } from '../text/token.ts'
import { tabulate } from '../text/word-table.ts'
import type { FigureMention } from './figure-mention.ts'
import { findAmongHarms } from './find-among-harms.ts'
import { DRIVING, findActHarms } from './find-act-harms.ts'
import { withEllipses } from './find-ellipses.ts'
import { findCompanions } from './find-companions.ts'
import { findPartHarms } from './find-part-harms.ts'
import { findLaterParts } from './find-later-parts.ts'
import { findNamedHarms } from './find-named-harms.ts'
import { findPerilHarms } from './find-peril-harms.ts'
import { findPeoplePhrases } from './find-people-phrases.ts'
import { findStateHarms } from './find-state-harms.ts'
import { findTriggers, TRIGGER } from './find-triggers.ts'
import { findTollHarms } from './find-toll-harms.ts'
import { findVerbHarms } from './find-verb-harms.ts'
import type { HarmDraft, ReadSentence } from './harm-draft.ts'
import { linkPhrases } from './link-phrases.ts'

/** Every word that can state a harm: a sentence without one has no figure. */
const HARM_GATE: ReadonlySet<string> = new Set([
  ...HARM_VERBS.keys(),
  ...HARM_PHRASES.keys(),
  ...HARM_ADJECTIVES.keys(),
  ...VICTIM_NOUNS.keys(),
  ...ACT_NOUNS.keys(),
  ...TOLL_NOUNS.keys(),
  'toll',
  'victim',
  'victims',
  'wounds',
  'wound',
  'burns',
  'concussion',
  'concussions',
  'fractures',
  'treatment',
  'fell',
  'fallen',
  'gunfire',
  'shrapnel',
  'bullets',
  'bullet',
  'sniper',
  'fragments',
  'debris',
  'respiratory',
  ...DRIVING,
  'body',
  'suffocation',
  'inhalation',
  'poisoning',
  'breathing',
  'bruises',
  'hospital',
  'hospitals',
  'clinic',
  'care',
  'destroyed',
  'condition',
  'lost',
  'lives',
  'claim',
  'claims',
  'claimed',
  'claiming',
])

/**
 * Finds the figures of one sentence.
 *
 * @param known the document's mentions before this sentence
 */
export function readFigures(sentence: Sentence, known: readonly FigureMention[]): FigureMention[] {
  const mentions = mayHoldHarm(sentence.tokens) ? readHarms(sentence, known.length) : []
  return mentions.length > 0 || (sentence.tokens.length > MAX_PART_SENTENCE && !sentence.isUpperCase)
    ? mentions
    : readLaterParts(sentence, known)
}

/** Words that say people are in peril: only beside a large number do they make a figure. */
const PERIL_GATE: ReadonlySet<string> = new Set([
  ...STAYING,
  ...ENDANGERING,
  ...PERILS.flatMap((words) => words.at(-1) ?? []),
  'home',
  'aid',
  'supplies',
])
const LARGE_COUNTS = new Set(['hundred', 'hundreds', 'thousand', 'thousands', 'million', 'millions'])

const GATE = { harm: 1, peril: 2, large: 4 } as const
const gatesOf = tabulate(
  (lower) =>
    (HARM_GATE.has(lower) ? GATE.harm : 0) |
    (PERIL_GATE.has(lower) ? GATE.peril : 0) |
    (LARGE_COUNTS.has(lower) ? GATE.large : 0),
)

function mayHoldHarm(tokens: readonly Token[]): boolean {
  let gates = 0
  for (const token of tokens) {
    gates |= gatesOf(token)
    if ((gates & GATE.harm) !== 0) return true
    if (token.kind === 'number' && token.lower.length >= 3) gates |= GATE.large
  }
  return gates === (GATE.peril | GATE.large)
}

const PART_OPENERS = new Set(['among', 'amongst', 'they', 'at', 'about', 'around', 'some', 'more', 'nearly', 'another'])

/** Words that tell anywhere in a sentence how many of the taken are held yet. */
const HOLDING: ReadonlySet<string> = new Set(['held', 'captive', 'captives', 'captivity', 'hostage', 'hostages'])

/** Longest sentence that is read for parts of a figure told before it, in tokens. */
const MAX_PART_SENTENCE = 40

function readLaterParts(sentence: Sentence, known: readonly FigureMention[]): FigureMention[] {
  const last = known.at(-1)
  if (last === undefined || sentence.index - last.sentence > 2) return []
  const first = sentence.tokens[0]
  if (first === undefined) return []
  if (
    first.kind !== 'number' &&
    !SMALL_NUMBERS.has(first.lower) &&
    !VAGUE_COUNTS.has(first.lower) &&
    !PART_OPENERS.has(first.lower) &&
    !sentence.tokens.some(({ lower }) => HOLDING.has(lower))
  )
    return []
  return findLaterParts(readSentence(sentence), known, sentence.index).map(({ draft, partOf }) =>
    mentionOf(sentence, draft, partOf),
  )
}

function readHarms(sentence: Sentence, offset: number): FigureMention[] {
  const { tokens } = sentence
  const triggers = findTriggers(tokens)
  const has = (kind: keyof typeof TRIGGER): boolean => (triggers & TRIGGER[kind]) !== 0
  if (triggers === 0 && !sentence.isUpperCase) return []
  const read = readSentence(sentence)
  const told: HarmDraft[] = sentence.isUpperCase ? findNamedHarms(read) : []
  if (has('verb')) told.push(...findVerbHarms(read))
  if (has('state')) told.push(...findStateHarms(read))
  if (has('act')) told.push(...findActHarms(read))
  if (has('toll')) told.push(...findTollHarms(read))
  if (has('among') && (has('harmed') || told.length > 0)) told.push(...findAmongHarms(read, told))
  if (has('peril')) told.push(...findPerilHarms(read))
  if (told.length === 0) return []
  told.push(...findCompanions(read, told))
  const drafts = strongest(told, tokens)
  const all = findPartHarms(read, withEllipses(read, drafts))
  const mentions = all.map(({ draft, partOf }) => mentionOf(sentence, draft, partOf === null ? null : partOf + offset))
  return mentions.some(isNoFlight) ? withoutFlights(mentions, offset) : mentions
}

const NOT_DISPLACED: ReadonlySet<Group> = new Set(['combatants', 'police', 'prisoners'])

/** Fighters, police and prisoners who flee are not displaced people. */
function isNoFlight(mention: FigureMention): boolean {
  return (
    mention.measure === 'displaced' &&
    mention.rule === 'figure-intransitive' &&
    mention.who.every((group) => NOT_DISPLACED.has(group))
  )
}

/** Leaves out flights that displace nobody; the places of the parts' wholes move with what is left. */
function withoutFlights(mentions: readonly FigureMention[], offset: number): FigureMention[] {
  const kept = mentions.filter((mention) => !isNoFlight(mention))
  return kept.map((mention) => {
    if (mention.partOf === null) return mention
    const whole = mentions[mention.partOf - offset]
    const at = whole === undefined ? -1 : kept.indexOf(whole)
    return { ...mention, partOf: at < 0 ? null : at + offset }
  })
}

function readSentence(sentence: Sentence): ReadSentence {
  const { tokens } = sentence
  const phrases = findPeoplePhrases(tokens)
  const startingAt: (number | undefined)[] = []
  const endingAt: (number | undefined)[] = []
  phrases.forEach((phrase, i) => {
    startingAt[phrase.tokenStart] = i
    endingAt[phrase.tokenEnd] = i
  })
  const isHeadline = sentence.role === 'headline' || sentence.role === 'heading'
  return {
    tokens,
    phrases,
    links: linkPhrases(tokens, phrases),
    startingAt,
    endingAt,
    isUpperCase: sentence.isUpperCase,
    isHeadline,
  }
}

/** "mourned the deaths of five, who were shot": of those shot and said to be dead it is told that they are dead. */
function isDeathOfShot(draft: HarmDraft, known: HarmDraft, tokens: readonly Token[]): boolean {
  return (
    draft.measure === 'killed' &&
    draft.strength > 1 &&
    known.measure === 'injured' &&
    /^shoot|^shot/u.test(tokens[known.triggerStart]?.lower ?? '')
  )
}

/** One harm for each phrase: the strongest reading, then the first. */
function strongest(drafts: readonly HarmDraft[], tokens: readonly Token[]): HarmDraft[] {
  const best = new Map<number, HarmDraft>()
  for (const draft of drafts) {
    const key = draft.phrase.quantityEnd * 1000 + draft.phrase.tokenEnd
    const known = best.get(key)
    if (known === undefined || isDeathOfShot(draft, known, tokens)) best.set(key, draft)
    else if (draft.strength > known.strength && !isDeathOfShot(known, draft, tokens)) best.set(key, draft)
  }
  return [...best.values()].sort((a, b) => a.phrase.tokenStart - b.phrase.tokenStart)
}

function mentionOf(sentence: Sentence, draft: HarmDraft, partOf: number | null): FigureMention {
  const { tokens } = sentence
  const { phrase } = draft
  const start = tokens[phrase.tokenStart]?.start ?? sentence.start
  const end = tokens[phrase.tokenEnd - 1]?.end ?? sentence.end
  const triggerStart = tokens[draft.triggerStart]?.start ?? start
  const triggerEnd = tokens[draft.triggerEnd - 1]?.end ?? end
  const countEnd = phrase.quantityEnd > phrase.tokenStart ? (tokens[phrase.quantityEnd - 1]?.end ?? end) : end
  return {
    sentence: sentence.index,
    span: { start, end },
    trigger: { start: triggerStart, end: triggerEnd },
    measure: draft.measure,
    low: phrase.low,
    high: phrase.high,
    approx: phrase.approx,
    vague: phrase.vague,
    asWritten: sentence.text.slice(start - sentence.start, countEnd - sentence.start),
    who: classifyPeople(sentence, phrase.tokenStart, phrase.tokenEnd),
    partOf,
    mood: draft.mood,
    rule: `figure-${draft.rule}`,
    trace: [
      {
        rule: `figure-${draft.rule}`,
        quote: sentence.text.slice(
          Math.min(start, triggerStart) - sentence.start,
          Math.max(end, triggerEnd) - sentence.start,
        ),
        reason: `${draft.measure} said of a ${phrase.kind} phrase`,
      },
    ],
  }
}
