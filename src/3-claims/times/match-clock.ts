import { DAY_PARTS } from '../../../data/words/time-words.ts'
import type { Token } from '../text/token.ts'
import { type Day, dayPeriod, isoOf, pad } from './calendar.ts'
import { integerAt } from './read-numbers.ts'
import { lowerAt, type Scene, type TimeMatch, touches, undated } from './scene.ts'

const ZONES: ReadonlySet<string> = new Set('gmt utc est edt cst cdt pst pdt bst cet cest eet eest msk local'.split(' '))
const MERIDIEM = /^([ap])\.?m\.?$/u

/** A clock time of a day: its TIMEX3 ending and the token after it. */
interface Clock {
  readonly value: string
  readonly to: number
}

/** "10:35 a.m.", "6am", "19:30 GMT", "10 p.m. EST". */
export function clockAt(tokens: readonly Token[], i: number): Clock | null {
  const hour = integerAt(tokens, i)
  if (hour === null || hour > 24) return null
  const isPair = /^[:.]$/u.test(lowerAt(tokens, i + 1)) && touches(tokens, i) && touches(tokens, i + 1)
  const minute = isPair ? integerAt(tokens, i + 2) : null
  const after = minute === null ? i + 1 : i + 3
  const half = MERIDIEM.exec(lowerAt(tokens, after))
  if (half === null && (minute === null || lowerAt(tokens, i + 1) !== ':' || tokens[i + 2]?.text.length !== 2))
    return null
  if ((minute ?? 0) > 59 || (half !== null && hour > 12)) return null
  const hours = half === null ? hour : (hour % 12) + (half[1] === 'p' ? 12 : 0)
  let to = half === null ? after : after + 1
  if (half !== null && lowerAt(tokens, to) === '.' && touches(tokens, to - 1) && to + 1 < tokens.length) to += 1
  if (ZONES.has(lowerAt(tokens, to)))
    to += lowerAt(tokens, to) === 'local' ? (lowerAt(tokens, to + 1) === 'time' ? 2 : 0) : 1
  return { value: `T${pad(hours, 2)}:${pad(minute ?? 0, 2)}`, to }
}

/** Adds to a matched day the part of the day or clock time that stands right before or after it ("Friday night", "noon Thursday"). */
export function withPartOfDay(tokens: readonly Token[], match: TimeMatch): TimeMatch {
  if (match.period === null || match.period.grain !== 'day' || match.type !== 'DATE') {
    if (match.type !== 'SET' || match.value === null || !match.value.startsWith('XXXX-WXX')) return match
    const code = DAY_PARTS.get(lowerAt(tokens, match.to))
    return code === undefined ? match : { ...match, value: match.value + `T${code}`, to: match.to + 1 }
  }
  const after = DAY_PARTS.get(lowerAt(tokens, match.to))
  if (after !== undefined) return timed(match, `T${after}`, [match.from, match.to + 1])
  const modified = /^(early|late)$/u.test(lowerAt(tokens, match.to))
    ? DAY_PARTS.get(lowerAt(tokens, match.to + 1))
    : undefined
  if (modified !== undefined) return timed(match, `T${modified}`, [match.from, match.to + 2])
  const on =
    lowerAt(tokens, match.from - 1) === 'on' || lowerAt(tokens, match.from - 1) === ',' ? match.from - 1 : match.from
  const before = DAY_PARTS.get(lowerAt(tokens, on - 1))
  if (before !== undefined) return timed(match, `T${before}`, [on - 1, match.to])
  const clock = clockBefore(tokens, on)
  return clock === null ? match : timed(match, clock.value, [clock.from, match.to])
}

function timed(match: TimeMatch, ending: string, range: readonly [number, number]): TimeMatch {
  const value = match.value === null ? null : `${match.value.slice(0, 10)}${ending}`
  return { ...match, from: range[0], to: range[1], type: 'TIME', value }
}

function clockBefore(tokens: readonly Token[], end: number): { readonly value: string; readonly from: number } | null {
  for (let from = end - 2; from >= Math.max(0, end - 6); from -= 1) {
    const clock = clockAt(tokens, from)
    if (clock !== null && clock.to === end) return { value: clock.value, from }
  }
  return null
}

/** A clock time without a day: of the day the text speaks of, else of the anchor's day. */
export function matchClock(tokens: readonly Token[], i: number, scene: Scene): TimeMatch | null {
  const clock = clockAt(tokens, i)
  return clock === null ? null : ofDay([i, clock.to], clock.value, scene)
}

/** "this morning", "last night", "tonight", "overnight", "at dawn", "in the morning". */
export function matchDayPart(tokens: readonly Token[], i: number, scene: Scene): TimeMatch | null {
  const word = lowerAt(tokens, i)
  if (word === 'overnight') return overnight([i, i + 1], scene)
  const code = DAY_PARTS.get(word)
  if (code === undefined) return null
  const before = lowerAt(tokens, i - 1)
  const ending = `T${code}`
  const { anchor, anchorKind } = scene
  const onAnchor = (range: readonly [number, number], step: number): TimeMatch =>
    anchor === null
      ? undated(range, 'TIME', null, 'times/part-without-anchor')
      : whole(range, anchor + step, ending, anchorKind)
  if (before === 'this') return onAnchor([i - 1, i + 1], 0)
  if (before === 'last' && code === 'NI') return onAnchor([i - 1, i + 1], -1)
  if ((before === 'early' || before === 'late') && lowerAt(tokens, i - 2) === 'this') return onAnchor([i - 2, i + 1], 0)
  if (before === 'next' || before === 'following') {
    if (scene.referenceDay === null) return undated([i - 1, i + 1], 'TIME', null, 'times/part-of-unknown')
    const from = lowerAt(tokens, i - 2) === 'the' ? i - 2 : i - 1
    return whole([from, i + 1], scene.referenceDay + 1, ending, 'text')
  }
  if (word === 'night' || word === 'nights' || word.endsWith('s')) return null
  if (
    before === 'the' ||
    before === 'at' ||
    before === 'by' ||
    before === 'around' ||
    before === 'before' ||
    before === 'after'
  ) {
    const inThe = before === 'the' && /^(in|during|until|throughout)$/u.test(lowerAt(tokens, i - 2))
    if (before === 'the' && !inThe) return null
    return ofDay([before === 'the' ? i - 1 : i, i + 1], ending, scene)
  }
  return null
}

/** The night before the anchor's day and its small hours: two calendar days. */
function overnight(range: readonly [number, number], scene: Scene): TimeMatch {
  const { anchor } = scene
  if (anchor === null) return undated(range, 'TIME', null, 'times/overnight-without-anchor')
  return {
    ...whole(range, anchor - 1, 'TNI', scene.anchorKind),
    interval: { start: anchor - 1, end: anchor },
    rule: 'times/overnight',
  }
}

function ofDay(range: readonly [number, number], ending: string, scene: Scene): TimeMatch {
  const day = scene.referenceDay ?? scene.anchor
  if (day === null) return undated(range, 'TIME', null, 'times/part-of-unknown')
  // The day is a guess from what was said before: good enough for the value, not for a claim's date.
  return undated(range, 'TIME', `${isoOf(day)}${ending}`, 'times/part-of-day')
}

function whole(range: readonly [number, number], day: Day, ending: string, anchor: TimeMatch['anchor']): TimeMatch {
  const period = dayPeriod(day)
  return {
    from: range[0],
    to: range[1],
    type: 'TIME',
    value: `${period.value}${ending}`,
    interval: period,
    period,
    anchor,
    rule: 'times/part-of-day',
  }
}
