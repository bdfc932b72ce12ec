import { EXCEEDING, TOLL_LINKS, TOLL_NOUNS } from '../../../data/words/harm-words.ts'
import { isPersonNoun } from '../people/classify-people.ts'
import type { Measure } from '../../model/claim.ts'
import type { HarmDraft, ReadSentence } from './harm-draft.ts'
import type { PeoplePhrase } from './people-phrase.ts'

/** How far the number of a running total may stand from its noun, in tokens. */
const MAX_TOLL_GAP = 24
const OF_SKIP = new Set([
  'the',
  'of',
  'people',
  'those',
  'russian',
  'confirmed',
  'civilian',
  'military',
  'persons',
  'internally',
  'forcibly',
  'total',
  'overall',
])

/** Numbers of running totals: "the death toll rose to 12", "the number of wounded stands at 40". */
export function findTollHarms(sentence: ReadSentence): HarmDraft[] {
  const { tokens } = sentence
  const drafts: HarmDraft[] = []
  for (let at = 0; at < tokens.length; at++) {
    const head = readTollHead(sentence, at)
    if (head === null) continue
    const found = findTotal(sentence, head.end) ?? totalBefore(sentence, at)
    if (found !== null)
      drafts.push({
        phrase: found,
        measure: head.measure,
        triggerStart: at,
        triggerEnd: head.end,
        mood: 'stated',
        rule: 'toll',
        strength: 2,
      })
    at = head.end - 1
  }
  return drafts
}

const SPREADING = new Set(['losses', 'casualties', 'deaths', 'fatalities'])
/** Every word that can head a running total. */
export const TOLL_TRIGGERS: ReadonlySet<string> = new Set([
  ...SPREADING,
  'toll',
  'tolls',
  'total',
  'number',
  'numbers',
  'count',
])
const BRINGING = new Set([
  'bringing',
  'raising',
  'taking',
  'pushing',
  'brings',
  'brought',
  'raised',
  'took',
  'takes',
  'raises',
  'pushed',
])
const REACHING = /^(?:reach|exceed|total|amount|pass|surpass|top|number|stand|stood|r[io]se|climb|cross)/u
const REACHING_SKIP = new Set([
  'have',
  'has',
  'had',
  'personnel',
  'manpower',
  'already',
  'now',
  'currently',
  'also',
  'in',
  'the',
])

/** Whether "reached", "exceed", "stood at" follows directly. */
function leadsToTotal(tokens: ReadSentence['tokens'], at: number): boolean {
  let i = at
  while (i < at + 4 && REACHING_SKIP.has(tokens[i]?.lower ?? '')) i++
  return REACHING.test(tokens[i]?.lower ?? '')
}

function readTollHead(
  { tokens }: ReadSentence,
  at: number,
): { readonly end: number; readonly measure: Measure } | null {
  const lower = tokens[at]?.lower ?? ''
  if (lower === 'toll' || lower === 'tolls') {
    const before = tokens[at - 1]?.lower ?? ''
    if (/^(?:heavy|mental|psychological|emotional|economic|bell|road|takes|taken|took|take|its)$/u.test(before))
      return null
    return { end: at + 1, measure: /^(?:casualty|casualties)$/u.test(before) ? 'killed_or_injured' : 'killed' }
  }
  const spread = TOLL_NOUNS.get(lower)
  // "losses reached 500,000", "casualties have passed 40,000"
  if (spread !== undefined && SPREADING.has(lower) && leadsToTotal(tokens, at + 1))
    return { end: at + 1, measure: spread }
  if (lower === 'total' && BRINGING.has(tokens[at - 2]?.lower ?? '') && tokens[at + 1]?.lower === 'to')
    return { end: at + 1, measure: 'killed' }
  if (lower !== 'number' && lower !== 'numbers' && lower !== 'count' && lower !== 'total') return null
  if (tokens[at + 1]?.lower !== 'of') return null
  for (let i = at + 2; i < tokens.length && i < at + 8; i++) {
    const measure = TOLL_NOUNS.get(tokens[i]?.lower ?? '')
    if (measure !== undefined) return { end: i + 1, measure }
    if (
      !OF_SKIP.has(tokens[i]?.lower ?? '') &&
      !isPersonNoun(tokens[i]?.lower ?? '') &&
      !/^\p{Lu}/u.test(tokens[i]?.text ?? '')
    )
      return null
  }
  return null
}

/** "bringing to 12 the number of dead": the number before its noun. */
function totalBefore({ tokens, phrases, endingAt }: ReadSentence, at: number): PeoplePhrase | null {
  const start = tokens[at - 1]?.lower === 'death' ? at - 1 : at
  const index = tokens[start - 1]?.lower === 'the' ? endingAt[start - 1] : undefined
  const phrase = index === undefined ? undefined : phrases[index]
  if (phrase?.kind !== 'counted' || tokens[phrase.tokenStart - 1]?.lower !== 'to') return null
  return BRINGING.has(tokens[phrase.tokenStart - 2]?.lower ?? '') ? phrase : null
}

function findTotal(sentence: ReadSentence, from: number): PeoplePhrase | null {
  const { tokens, phrases, startingAt } = sentence
  for (let i = from; i < tokens.length && i < from + MAX_TOLL_GAP; i++) {
    const index = startingAt[i]
    const phrase = index === undefined ? undefined : phrases[index]
    if (phrase === undefined) {
      if (tokens[i]?.text === ';') return null
      continue
    }
    const link = tokens[i - 1]?.lower ?? ''
    const isTotal =
      (phrase.kind === 'counted' || phrase.kind === 'none') &&
      (phrase.isBare || phrase.isCertain) &&
      (TOLL_LINKS.has(link) || (i === from && link === 'toll') || (i === from + 1 && link === ':'))
    if (!isTotal) continue
    // "from 10 to 12"
    const higher = tokens[phrase.tokenEnd]?.lower === 'to' ? startingAt[phrase.tokenEnd + 1] : undefined
    const chosen = higher === undefined ? phrase : (phrases[higher] ?? phrase)
    if (EXCEEDING.has(link) && chosen === phrase && phrase.low !== null)
      return { ...phrase, tokenStart: i - 1, high: null }
    return chosen
  }
  return null
}
