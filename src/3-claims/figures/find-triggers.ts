import { ACT_NOUNS, HARM_VERBS, TOLL_NOUNS } from '../../../data/words/harm-words.ts'
import { SCALES } from '../../../data/words/number-words.ts'
import { ENDANGERING, PERILS, STAYING } from '../../../data/words/peril-words.ts'
import type { Token } from '../text/token.ts'
import { tabulate } from '../text/word-table.ts'
import { ACT_TRIGGERS, ACT_VERBS } from './find-act-harms.ts'
import { AMONG_TRIGGERS } from './find-among-harms.ts'
import { AID_WORDS } from './find-peril-harms.ts'
import { STATE_TRIGGERS } from './find-state-harms.ts'
import { TOLL_TRIGGERS } from './find-toll-harms.ts'
import { readHarm, VERB_TRIGGERS } from './read-harm.ts'

/** Which kinds of harm a sentence has words for: bits of one number. */
export const TRIGGER = { verb: 1, state: 2, act: 4, toll: 8, among: 16, harmed: 32, peril: 64 } as const

/** A word of one of these may tell a harm alone; `among` only beside `harmed`. */
const ALONE = TRIGGER.verb | TRIGGER.state | TRIGGER.act | TRIGGER.toll | TRIGGER.peril

const BITS: ReadonlyMap<string, number> = buildBits()
const bitsOf = tabulate((lower) => BITS.get(lower) ?? 0)

/** The bits of `TRIGGER` of all words of a sentence; a kind without its bit has no harm in it, and 0 is no harm at all. */
export function findTriggers(tokens: readonly Token[]): number {
  let bits = 0
  for (const token of tokens) bits |= bitsOf(token)
  // words that begin a harm only together with those after them
  if (
    (bits & TRIGGER.verb) !== 0 &&
    !tokens.some((token, at) => (bitsOf(token) & TRIGGER.verb) !== 0 && readHarm(tokens, at))
  )
    bits ^= TRIGGER.verb
  if ((bits & TRIGGER.act) !== 0 && !tokens.some((token, at) => isAct(token, tokens[at + 1]))) bits ^= TRIGGER.act
  if ((bits & TRIGGER.peril) !== 0 && !tokens.some(isLarge)) bits ^= TRIGGER.peril
  const isAmong = (bits & TRIGGER.among) !== 0 && (bits & TRIGGER.harmed) !== 0
  return isAmong || (bits & ALONE) !== 0 ? bits : 0
}

function isAct(token: Token, next: Token | undefined): boolean {
  if ((bitsOf(token) & TRIGGER.act) === 0) return false
  return next?.lower === 'of' || !ACT_NOUNS.has(token.lower) || ACT_VERBS.has(token.lower)
}

/** Whether a token may be of a number of people as large as a population. */
function isLarge({ kind, lower }: Token): boolean {
  return kind === 'number' ? lower.length >= 3 : LARGE_WORDS.has(lower) || lower.includes('-')
}

const LARGE_WORDS: ReadonlySet<string> = new Set([...SCALES.keys(), 'hundreds', 'thousands', 'millions'])

function buildBits(): Map<string, number> {
  const bits = new Map<string, number>()
  const mark = (words: Iterable<string>, bit: number): void => {
    for (const word of words) bits.set(word, (bits.get(word) ?? 0) | bit)
  }
  mark(VERB_TRIGGERS, TRIGGER.verb)
  mark(STATE_TRIGGERS, TRIGGER.state)
  mark(ACT_TRIGGERS, TRIGGER.act)
  mark(TOLL_TRIGGERS, TRIGGER.toll)
  mark(AMONG_TRIGGERS, TRIGGER.among)
  mark([...TOLL_NOUNS.keys(), ...HARM_VERBS.keys(), 'toll'], TRIGGER.harmed)
  mark([...STAYING, ...ENDANGERING, ...PERILS.flatMap((words) => words[0] ?? []), 'home', ...AID_WORDS], TRIGGER.peril)
  return bits
}
