import { expect, test } from 'vitest'

import type { Measure } from '../../model/claim.ts'
import { newsDocument } from '../../../test/support/news-document.ts'
import type { FigureMention } from '../figures/figure-mention.ts'
import { findFigures } from '../figures/find-figures.ts'
import { classifyPeople } from '../people/classify-people.ts'
import type { Sentence } from '../text/sentence.ts'
import { splitSentences } from '../text/split-sentences.ts'
import { tokenize } from '../text/tokenize.ts'
import { findTimes } from '../times/find-times.ts'
import type { TimeIndex } from '../times/time-index.ts'
import { assignScope } from './assign-scope.ts'

const WEEK = {
  asWritten: null,
  start: '2023-05-01',
  end: '2023-05-07',
  datePrec: 3,
  timePrecision: 2,
  anchor: 'publication',
} as const
const TIMES: TimeIndex = { mentions: [], whenOf: () => null, periodOf: () => WEEK, rememberedUntil: null }

/** Each figure is "[number words]", "{measure: number words}" where it is not `killed`; a line break ends a sentence. */
const TABLE: readonly [marked: string, scopes: string][] = [
  ['A missile hit a café on Friday and killed [4 people].', 'incident'],
  ['A missile killed [14 people], including [3 children].', 'incident subset'],
  ['A missile killed [14 people], among them [3 children] and [2 medics].', 'incident subset subset'],
  ['[2 nurses] were among [31 people] killed in the raid on Monday.', 'subset incident'],
  ['A mine killed [9 soldiers] on Monday, [4 of them] conscripts.', 'incident subset'],
  ['[910 civilians] have been killed since the siege began in March.', 'cumulative'],
  ['[66 aid workers] have been killed so far.', 'cumulative'],
  [
    'A raid killed [at least 42 people].\nThe dead were [24 patients], [14 nurses] and [4 relatives].',
    'incident subset subset subset',
  ],
  ['A raid killed [4 people] on Monday.\nThe dead were [4 soldiers].', 'incident incident'],
  ['It is five years since a bomb killed [40 people].', 'incident'],
  ['In the two years since the siege began, [910 civilians] have been killed.', 'cumulative'],
  ['Shelling killed [120 people] over the past month.', 'cumulative'],
  ['The army lost [40 soldiers] in the last 24 hours.', 'cumulative'],
  ['The war has killed [more than 300000 people].', 'cumulative'],
  ['[310 soldiers] had been killed in the battle for the port.', 'cumulative'],
  ['Weeks of fighting have left [240 people] dead.', 'cumulative'],
  [
    'A blast on Monday killed [6 people] and was the first raid to hit the heart of the old town since 2019.',
    'incident',
  ],
  ['{bodies_found: 12 bodies} have been pulled out so far.', 'incident'],
  ['[A poet] has been held since April.', 'incident'],
  ['It was the deadliest raid since 2019 and killed [11 villagers].', 'incident'],
  ['{injured: 3 people} hurt in the blast died [2] since being moved to the capital.', 'incident incident'],
  ['The army is losing [90 soldiers] every day.', 'other'],
  ['{displaced: 2000000 people} have fled the country.', 'cumulative'],
  ['Buses carrying {displaced: 800 people} left the town under the deal.', 'other'],
  ['{other_people: 60000 people} live in the besieged town.', 'other'],
  ['[212 fighters] have died since Tuesday.\nAnother [30 soldiers] were also killed.', 'cumulative cumulative'],
]

test.each(TABLE)('%s is %s', (marked, scopes) => {
  const { sentences, mentions } = read(marked)
  const scoped = assignScope(mentions, sentences, TIMES)
  expect(scoped.map(({ scope }) => scope).join(' ')).toBe(scopes)
  for (const { scope, period, trace } of scoped) {
    expect(period).toBe(scope === 'cumulative' ? WEEK : null)
    expect(trace[0]?.rule).toMatch(/^scope\//u)
  }
})

test.each([
  ['A missile killed [14 people], including [3 children].', [null, 0]],
  ['[2 nurses] were among [31 people] killed in the raid on Monday.', [1, null]],
  ['A raid killed [14 people].\nThe dead included [3 children].', [null, 0]],
  ['A raid wounded {injured: 14 people}, including [3 children].', [null, null]],
])('%s: wholes %s', (marked, wholes) => {
  const { sentences, mentions } = read(marked)
  expect(assignScope(mentions, sentences, TIMES).map(({ subsetOf }) => subsetOf)).toEqual(wholes)
})

function read(marked: string): { sentences: Sentence[]; mentions: FigureMention[] } {
  const sentences: Sentence[] = []
  const mentions: FigureMention[] = []
  let offset = 0
  marked.split('\n').forEach((line, index) => {
    const marks: { start: number; words: string; measure: Measure }[] = []
    let text = ''
    for (const [, plain, bare, measure, words] of line.matchAll(/([^[{]+)|\[([^\]]+)\]|\{(\w+): ([^}]+)\}/gu)) {
      const piece = plain ?? bare ?? words ?? ''
      if (plain === undefined)
        marks.push({ start: offset + text.length, words: piece, measure: (measure ?? 'killed') as Measure })
      text += piece
    }
    const tokens = tokenize(text, offset)
    const sentence: Sentence = {
      start: offset,
      end: offset + text.length,
      index,
      line: index,
      role: 'body',
      text,
      tokens,
      isUpperCase: false,
      postedAt: null,
    }
    sentences.push(sentence)
    for (const { start, words, measure } of marks) {
      const span = { start, end: start + words.length }
      const first = tokens.findIndex((token) => token.start >= span.start)
      const count = tokens.filter((token) => token.start >= span.start && token.end <= span.end).length
      const value = Number(/\d+/u.exec(words)?.[0] ?? '1')
      mentions.push({
        sentence: index,
        span,
        trigger: span,
        measure,
        low: value,
        high: words.startsWith('more than') ? null : value,
        approx: false,
        vague: null,
        asWritten: words,
        who: classifyPeople(sentence, first, first + count),
        partOf: null,
        mood: 'stated',
        rule: 'test',
        trace: [],
      })
    }
    offset += text.length + 1
  })
  return { sentences, mentions }
}

test.each([
  // from one day to another, weeks later: a total
  [
    'The office recorded 6952 civilians killed in Orun from 24 February 2022 to 8 January 2023.',
    '6952 civilians',
    'cumulative',
  ],
  // a text of remembrance: the count of a chapter of the past
  [
    'Crowds gathered on Sunday to mark the 30th anniversary. More than 4000 men were killed in Orun in July 1993.',
    'More than 4000 men',
    'cumulative',
  ],
  ['It is the 30th anniversary. A bomb killed 40 people in Orun in July 1993.', '40 people', 'incident'],
  ['The council met on Sunday. More than 4000 men were killed in Orun in July 1993.', 'More than 4000 men', 'incident'],
  // a forecast counts nobody yet
  ['Some 70000 people have fled Orun. Up to 400000 people may flee.', 'Up to 400000 people', 'other'],
  ['Some 70000 people have fled Orun.', 'Some 70000 people', 'cumulative'],
  // one moment, or a few days
  ['Shelling from 3 May to 5 May killed 12 people.', '12 people', 'incident'],
  ['A missile killed 12 people on 3 May.', '12 people', 'incident'],
])('%s', (text, words, scope) => {
  const document = newsDocument(text, '2023-01-09')
  const sentences = splitSentences(document)
  const figures = findFigures(sentences)
  const scopes = assignScope(figures, sentences, findTimes(sentences, document))
  const at = figures.findIndex(({ span }) => text.slice(span.start, span.end) === words)
  expect(scopes[at]?.scope).toBe(scope)
})

test.each([
  ['Hundreds killed in Orun', 'A missile hit a school in Orun on Monday and killed 300 people.', 'incident'],
  ['Hundreds killed in Orun', 'Some 300 people have been killed in Orun since March.', 'cumulative'],
])('a headline counts what its text counts: %s | %s', (headline, body, scope) => {
  const document = newsDocument(`${headline}\n${body}`, '2023-01-09')
  const lines = document.lines.map((line, i) => (i === 0 ? { ...line, role: 'headline' as const } : line))
  const sentences = splitSentences({ ...document, lines })
  const figures = findFigures(sentences)
  expect(assignScope(figures, sentences, findTimes(sentences, document))[0]?.scope).toBe(scope)
})
