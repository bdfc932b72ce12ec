import { REMEMBERED_SPANS } from '../../../data/words/time-cues.ts'
import type { Token } from '../text/token.ts'
import type { ResolvedMention } from './find-mentions.ts'
import { lowerAt } from './scene.ts'
import { COUNT_NOUN, COUNT_VERB, FILLER, HARM, REACTION, signsAt, SPEECH, STATEMENT, timeSigns } from './time-signs.ts'

/** How many words may stand between a verb of saying and its time. */
const SPEECH_REACH = 8
/** How many between a fronted time and the verb of saying ("On Monday, the head of the regional council, … said"). */
const FRONTED_REACH = 14
/** How many between a verb of telling and a time that "that" follows. */
const HEARER_REACH = 20
/** How many between a verb of answering or counting and its time. */
const ANSWER_REACH = 8
/** How far before its verb the noun of a count may stand ("the toll from the strike on the town rose"). */
const COUNT_REACH = 14

/**
 * Whether the time at tokens [from, to) is that of the telling and not of what is told: of the saying ("said on Tuesday"), of an
 * answer to the harm ("on Tuesday condemned", "were buried on Tuesday") or of a new count ("the toll rose to 40 on Tuesday").
 *
 * @param isNews whether the time is near the day of writing; a fronted one long before it dates what is told
 */
export function datesTelling(tokens: readonly Token[], resolved: ResolvedMention, isNews: boolean): boolean {
  return datesSpeech(tokens, resolved, isNews) || datesReaction(tokens, resolved) || datesCount(tokens, resolved)
}

/** Whether the time is that of saying what is told. */
function datesSpeech(tokens: readonly Token[], resolved: ResolvedMention, isNews: boolean): boolean {
  const { from, to } = resolved
  const after = lowerAt(tokens, to) === "'s" ? to + 1 : to
  const signs = signsAt(tokens, after)
  if ((signs & SPEECH) !== 0) return !startsClaim(tokens, from)
  if ((signs & STATEMENT) !== 0 && lowerAt(tokens, after) !== 'toll') return true
  if (followsSpeech(tokens, resolved) || followsTold(tokens, from)) return true
  return isNews && from <= 2 && frontsSpeech(tokens, to)
}

/** "on Monday claimed the lives of": here the verb is one of harm. */
function startsClaim(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < from + 6; i += 1) {
    if (CLAIMS.has(lowerAt(tokens, i)))
      return /^(lives|life)$/u.test(lowerAt(tokens, i + 2)) || /^(lives|life)$/u.test(lowerAt(tokens, i + 1))
  }
  return false
}

const CLAIMS: ReadonlySet<string> = new Set(['claim', 'claims', 'claimed', 'claiming'])

/** "said on Tuesday", "told the agency late Monday", "said in a statement on Thursday", "a report released on Wednesday". */
function followsSpeech(tokens: readonly Token[], { from, to }: ResolvedMention): boolean {
  let hasStatement = false
  let namesHearer = false
  for (let i = from - 1; i >= 0 && i >= from - SPEECH_REACH; i -= 1) {
    const token = tokens[i]
    if (token === undefined) return false
    const signs = timeSigns(token)
    if ((signs & SPEECH) !== 0) {
      const isTold = /^(told|tells|telling|informed|informing)$/u.test(token.lower)
      return !namesHearer || isTold || token.lower === 'quoted'
    }
    if ((signs & STATEMENT) !== 0) hasStatement = true
    else if (/^\p{Lu}/u.test(token.text)) namesHearer = true
    else if ((signs & FILLER) === 0 && !isConfirmedDead(tokens, i)) break
  }
  // "in a statement on Thursday", "a statement of 3 May", without a verb in reach.
  const joint = lowerAt(tokens, from - 1)
  if (joint === 'of') return lowerAt(tokens, to) !== "'s" && SAID_ON.has(lowerAt(tokens, from - 2))
  return hasStatement && (signsAt(tokens, from - (joint === 'on' ? 2 : 1)) & STATEMENT) !== 0
}

/** Nouns that "of" and a date make one of the saying. */
const SAID_ON: ReadonlySet<string> = new Set(
  'statement statements letter announcement communique communiqué briefing bulletin'.split(' '),
)

/** "were confirmed dead on Tuesday". */
function isConfirmedDead(tokens: readonly Token[], i: number): boolean {
  return lowerAt(tokens, i) === 'dead' && lowerAt(tokens, i - 1) === 'confirmed'
}

/** "told a Senate committee on Tuesday", "told the governor, a former general, on Monday that": whoever heard it stands between. */
function followsTold(tokens: readonly Token[], from: number): boolean {
  const introduces = lowerAt(tokens, from + 1) === 'that' || lowerAt(tokens, from + 2) === 'that'
  for (let i = from - 1; i >= 0 && i >= from - (introduces ? HEARER_REACH : SPEECH_REACH); i -= 1) {
    const word = lowerAt(tokens, i)
    if ((signsAt(tokens, i) & HARM) !== 0 || word === 'that' || word === ';') return false
    if (TELLING.has(word)) return true
  }
  return false
}

const TELLING: ReadonlySet<string> = new Set(['told', 'tells', 'telling', 'informed', 'informs'])

/** "On Monday, officials said …": the time of the saying, which may be that of the event too. */
function frontsSpeech(tokens: readonly Token[], to: number): boolean {
  for (let i = to; i < tokens.length && i < to + FRONTED_REACH; i += 1) {
    const word = lowerAt(tokens, i)
    const signs = signsAt(tokens, i)
    if ((signs & SPEECH) !== 0) return (signsAt(tokens, i - 1) & HARM) === 0
    if ((signs & HARM) !== 0 || word === 'was' || word === 'were') return false
  }
  return false
}

/** "on Tuesday condemned", "on Tuesday, the town remembered", "were buried in the town on Tuesday". */
function datesReaction(tokens: readonly Token[], { from, to }: ResolvedMention): boolean {
  if (lowerAt(tokens, to) === "'s") return false
  for (let i = from - 1; i >= 0 && i >= from - ANSWER_REACH; i -= 1) {
    const word = lowerAt(tokens, i)
    if (isReaction(tokens, i)) return true
    if ((signsAt(tokens, i) & (HARM | SPEECH)) !== 0 || BREAKS.has(word)) break
  }
  if (isReaction(tokens, to)) return true
  if (from > 2) return false
  for (let i = to; i < tokens.length && i < to + FRONTED_REACH; i += 1) {
    if (isReaction(tokens, i)) return true
    if ((signsAt(tokens, i) & (HARM | SPEECH)) !== 0) return false
  }
  return false
}

const BREAKS: ReadonlySet<string> = new Set([',', ';', ':', 'that', 'who', 'which', 'after', 'before', 'when'])
const PASSIVES: ReadonlySet<string> = new Set('was were been be are is being'.split(' '))
/** Nouns that make a plain verb one of remembrance ("laid flowers", "lit candles", "paid tribute"). */
const TRIBUTES: ReadonlySet<string> = new Set('flowers wreath wreaths candles tribute tributes respects'.split(' '))
const TRIBUTE_VERBS: ReadonlySet<string> = new Set('laid lay laying lit light lighting paid pay paying'.split(' '))
/** How far behind "marked" the years or the anniversary may stand. */
const MARKED_REACH = 6

function isReaction(tokens: readonly Token[], i: number): boolean {
  const word = lowerAt(tokens, i)
  // "a landslide buried five" is a harm.
  if (word === 'buried') return PASSIVES.has(lowerAt(tokens, i - 1))
  if (word === 'rest') return lowerAt(tokens, i - 1) === 'to' && lowerAt(tokens, i - 2) === 'laid'
  if (TRIBUTES.has(word)) return TRIBUTE_VERBS.has(lowerAt(tokens, i - 1))
  if (word === 'mark' || word === 'marks' || word === 'marked' || word === 'marking')
    return tokens.slice(i + 1, i + 1 + MARKED_REACH).some(({ lower }) => REMEMBERED_SPANS.has(lower))
  return (signsAt(tokens, i) & REACTION) !== 0
}

/** Words of harm that a count is in, not told of: "rose to 40 dead on Tuesday". */
const COUNTED: ReadonlySet<string> = new Set(['dead', 'death', 'deaths', 'casualties', 'victims', 'fatalities', 'toll'])

/** "the toll rose to 40 on Tuesday", "On Tuesday, the toll reached 40". */
function datesCount(tokens: readonly Token[], { from, to }: ResolvedMention): boolean {
  for (let i = from - 1; i >= 0 && i >= from - ANSWER_REACH; i -= 1) {
    const signs = signsAt(tokens, i)
    if ((signs & COUNT_VERB) !== 0) return hasCount(tokens, i - COUNT_REACH, i)
    if ((signs & HARM) !== 0 && !COUNTED.has(lowerAt(tokens, i))) break
  }
  if (from > 2) return false
  for (let i = to; i < tokens.length && i < to + FRONTED_REACH; i += 1) {
    const signs = signsAt(tokens, i)
    if ((signs & COUNT_VERB) !== 0) return hasCount(tokens, to, i)
    if ((signs & HARM) !== 0 && !COUNTED.has(lowerAt(tokens, i))) return false
  }
  return false
}

function hasCount(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = Math.max(0, from); i < to; i += 1) if ((signsAt(tokens, i) & COUNT_NOUN) !== 0) return true
  return false
}
