import { CALENDAR_WORDS, UNIT_NOUNS } from '../../../data/words/quantity-modifiers.ts'
import type { Token } from '../text/token.ts'

const CURRENCY = new Set(['$', '€', '£', '¥', '₽', '₴', '#', '№'])
const LABELS = new Set([
  'no',
  'nr',
  'number',
  'no.',
  'highway',
  'route',
  'page',
  'chapter',
  'article',
  'section',
  'room',
  'ward',
  'zone',
  'phase',
  'class',
  'grade',
  'age',
  'aged',
  'ages',
  'flight',
  'channel',
  'gate',
  'category',
  'level',
  'area',
  'day',
  'resolution',
  'version',
  'group-of',
])
const DASHES = new Set(['-', '–', '—', '‑'])
const LOWEST_YEAR = 1800
const HIGHEST_YEAR = 2099

/** "No. 1", "$5", "aged 34", "Resolution 2254". */
export function isLabelled(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (before === undefined) return false
  if (CURRENCY.has(before.text)) return true
  if (before.lower === 'of' && /^ages?$/u.test(tokens[at - 2]?.lower ?? '')) return true
  if (isListedAge(tokens, at)) return true
  if (before.text === '.' && LABELS.has(tokens[at - 2]?.lower ?? '') && before.end <= (tokens[at]?.start ?? 0))
    return (tokens[at - 2]?.lower ?? '') === 'no'
  if (
    tokens[at]?.kind === 'number' &&
    LABELS.has(before.lower) &&
    !(before.lower === 'no' && !before.text.startsWith('N'))
  )
    return before.lower !== 'area' && before.lower !== 'number' && !isPastDay(tokens, at)
  // a number glued to what stands before it: "S-300" is one token, "10.30" and "10:30" are not counts
  // "Ramos, 34, was": an age
  const after = tokens[at + 1]
  if (
    ((before.text === ',' && after?.text === ',') || (before.text === '(' && after?.text === ')')) &&
    tokens[at]?.kind === 'number' &&
    (tokens[at - 2]?.kind === 'word' || /^[JS]r$/u.test(tokens[at - 3]?.text ?? '')) &&
    Number(tokens[at]?.text) < 115
  )
    return true
  const glued = before.end === tokens[at]?.start
  return (
    glued &&
    (before.text === ':' ||
      before.text === '/' ||
      before.text === '.' ||
      before.text === ',' ||
      (before.text === '-' && tokens[at - 2]?.end === before.start && tokens[at - 2]?.kind !== 'word'))
  )
}

/** Most tokens of a list of ages before the number. */
const MAX_AGES = 12
const OLDEST = 115

/** "ages 17, 18 and 22", "between the ages of 27 and 45", "two boys, 15 and 16, were", "Ivan Petrov, 26 was". */
function isListedAge(tokens: readonly Token[], at: number): boolean {
  if (!isAgeLike(tokens[at])) return false
  let from = at
  while (
    from > 0 &&
    at - from < MAX_AGES &&
    (isAgeLike(tokens[from - 1]) || AGE_LINKS.has(tokens[from - 1]?.lower ?? ''))
  )
    from -= 1
  const isNamed =
    from < at && AGE_WORDS.has(tokens[tokens[from - 1]?.lower === 'of' ? from - 2 : from - 1]?.lower ?? '')
  if (isNamed) return true
  if (tokens[from]?.text !== ',' || tokens[from - 1]?.kind !== 'word') return false
  // "Ivan Petrov, 26 was": more than one person "were"
  if (from === at - 1 && tokens[at + 1]?.lower === 'was' && Number(tokens[at]?.text) > 1) return true
  const isPair = isAgeLike(tokens[from + 1]) && tokens[from + 2]?.lower === 'and' && isAgeLike(tokens[from + 3])
  // "in two towns, 15 and 16 people": a count has its noun
  return isPair && (at === from + 1 || at === from + 3) && /^(?:,|were|are)$/u.test(tokens[from + 4]?.lower ?? '')
}

function isAgeLike(token: Token | undefined): boolean {
  return token?.kind === 'number' && /^\d{1,3}$/u.test(token.text) && Number(token.text) < OLDEST
}

const AGE_LINKS = new Set([',', 'and', 'to', 'or'])
const AGE_WORDS = new Set(['age', 'aged', 'ages'])

/** "over the past day 8 civilians": the day is a stretch of time that the number does not name. */
function isPastDay(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at - 1]?.lower === 'day' &&
    /^(?:past|last|previous|same|this|every|per|a|each)$/u.test(tokens[at - 2]?.lower ?? '')
  )
}

/** "35%", "five years", "53-year-old", "41st", "2,000-strong" is none of these. */
export function isMeasure(tokens: readonly Token[], at: number, end: number): boolean {
  const [last, next, after] = [tokens[end - 1], tokens[end], tokens[end + 1]]
  if (next === undefined || last === undefined) return false
  const glued = next.start === last.end
  if (glued && next.kind === 'word' && last.kind === 'number') return true
  if (glued && (next.text === ':' || next.text === '/') && after?.kind === 'number') return true
  if (glued && DASHES.has(next.text) && after !== undefined && after.start === next.end && after.kind === 'word')
    return after.lower !== 'strong'
  if (glued && next.text === '.' && after?.kind === 'number' && after.start === next.end) return true
  if (UNIT_NOUNS.has(next.lower)) return true
  const middle =
    /^(?:square|cubic|consecutive|straight|more|other|full|long|additional|further|and|whole|nautical|billion|calendar|working|us|u\.s\.|american|canadian|australian)$/u.test(
      next.lower,
    )
  if (middle && after !== undefined && UNIT_NOUNS.has(after.lower) && next.lower !== 'and') return true
  return at > 0 && tokens[at - 1]?.text === '/'
}

/** "7 October", "October 7", "in 2014". A year directly before a people noun is told apart by the caller's noun phrase. */
export function isDate(tokens: readonly Token[], at: number, end: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[end]]
  const value = end - at === 1 && tokens[at]?.kind === 'number' ? Number(tokens[at]?.text) : Number.NaN
  if (Number.isNaN(value)) return false
  const isMonth = (token: Token | undefined): boolean =>
    token !== undefined && CALENDAR_WORDS.has(token.lower) && (/^\p{Lu}/u.test(token.text) || token.lower !== 'may')
  if (value <= 31 && isMonth(next) && !(next?.lower === 'may' && !/^\p{Lu}/u.test(next.text))) return true
  if (value <= 31 && isMonth(before) && next?.kind !== 'word') return true
  if (value <= 31 && before?.text === '.' && isMonth(tokens[at - 2])) return true
  if (value < LOWEST_YEAR || value > HIGHEST_YEAR) return false
  // "18 August 2016 70 rebels", "Oct 7, 2014 Hundreds": the year of a date that stands before a headline
  const beforeIsDay = before?.kind === 'number' && (isMonth(tokens[at - 2]) || isMonth(tokens[at - 3]))
  if (
    beforeIsDay ||
    (next !== undefined && (next.kind === 'number' || /^\p{Lu}/u.test(next.text)) && !isPeopleWord(next))
  )
    return true
  if (isMonth(before) || (before?.text === ',' && isMonth(tokens[at - 3]))) return true
  return (
    /^(?:in|since|until|by|from|of|during|late|early|mid|year|after|before|between|and|spring|summer|autumn|fall|winter|to)$/u.test(
      before?.lower ?? '',
    ) && !isPeopleWord(next)
  )
}

function isPeopleWord(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.kind === 'word' &&
    /^(?:people|civilians|soldiers|men|women|children|troops|fighters|persons|were|have|had|was|wounded|injured|dead|killed|of)$/u.test(
      token.lower,
    )
  )
}
