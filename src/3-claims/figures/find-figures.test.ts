import { expect, test } from 'vitest'

import type { Document } from '../../model/document.ts'
import { splitSentences } from '../text/split-sentences.ts'
import { findFigures } from './find-figures.ts'

/** A figure as "measure bounds: the words" ("killed 5-: at least five people"; vague words stand in brackets). */
function figuresOf(text: string): string[] {
  const line = { start: 0, end: text.length, role: 'body', reason: '', postedAt: null } as const
  const document = { text, lines: [line] } as unknown as Document
  return findFigures(splitSentences(document)).map(({ measure, low, high, approx, vague, span, mood }) => {
    const bounds = vague === null ? (low === high ? `${low}` : `${low ?? ''}-${high ?? ''}`) : `(${vague})`
    const extra = mood === 'stated' ? '' : ` ${mood}`
    return `${measure} ${approx ? '~' : ''}${bounds}${extra}: ${text.slice(span.start, span.end)}`
  })
}

const ACTIVE: readonly [sentence: string, figures: readonly string[]][] = [
  ['A drone killed three soldiers near the river.', ['killed 3: three soldiers']],
  [
    'Gunmen killed at least 14 villagers and wounded scores.',
    ['killed 14-: at least 14 villagers', 'injured (scores): scores'],
  ],
  ['Five gunmen opened fire on the market.', []],
  ['Fighters killed near 40 soldiers in the pass.', ['killed ~40: near 40 soldiers']],
  ['Shells hit the bakery, killing 12 people and wounding 30.', ['killed 12: 12 people', 'injured 30: 30']],
  ['The storm killed three birds.', []],
]

const PASSIVE: readonly [sentence: string, figures: readonly string[]][] = [
  ['Three were killed in an ambush outside Goma.', ['killed 3: Three']],
  ['Three killed in an ambush outside Goma', ['killed 3: Three']],
  ['Fighters killed near Gao were buried on Friday.', []],
  [
    'Three soldiers, two children and a nurse were killed in Taiz.',
    ['killed 3: Three soldiers', 'killed 2: two children', 'killed 1: a nurse'],
  ],
  ['No one was hurt when the mine went off.', ['injured 0: No one']],
  ['One woman was killed and two more injured in Sumy.', ['killed 1: One woman', 'injured 2: two more']],
  ['Between five and eight farmers were abducted on Monday.', ['abducted 5-8: Between five and eight farmers']],
  ['Up to 30 people may have been killed.', ['killed -30 conditional: Up to 30 people']],
]

const NOMINAL: readonly [sentence: string, figures: readonly string[]][] = [
  ['The strike left six dead and about 20 injured.', ['killed 6: six', 'injured ~20: about 20']],
  ['The death toll from the raid on the camp rose from 10 to 12.', ['killed 12: 12']],
  ['The bodies of 200 people were found in a cellar.', ['bodies_found 200: 200 people']],
  ['The bombing claimed the lives of nine pilgrims.', ['killed 9: nine pilgrims']],
  ['The ceasefire could save the lives of tens of thousands.', []],
]

const PARTS: readonly [sentence: string, figures: readonly string[]][] = [
  [
    'At least 24 people including five children and two women were killed.',
    ['killed 24-: At least 24 people', 'killed 5: five children', 'killed 2: two women'],
  ],
]

test.each(ACTIVE)('active: %s', (sentence, figures) => expect(figuresOf(sentence)).toEqual(figures))
test.each(PASSIVE)('passive: %s', (sentence, figures) => expect(figuresOf(sentence)).toEqual(figures))
test.each(NOMINAL)('nominal: %s', (sentence, figures) => expect(figuresOf(sentence)).toEqual(figures))
test.each(PARTS)('parts: %s', (sentence, figures) => expect(figuresOf(sentence)).toEqual(figures))
