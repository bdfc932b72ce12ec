import { expect, test } from 'vitest'

import type { FigureMention } from '../figures/figure-mention.ts'
import type { Sentence } from '../text/sentence.ts'
import { tokenize } from '../text/tokenize.ts'
import { classifyPeople } from './classify-people.ts'
import { resolvePeople } from './resolve-people.ts'

/** Each figure stands between square brackets; the last one's groups are expected. A line break ends a sentence. */
const TABLE: readonly [marked: string, groups: string, rule: string | null][] = [
  ['[Five soldiers] died and [15 others] were wounded.', 'combatants', 'people/antecedent'],
  ['[Six civilians], among them [two children], died and [dozens more] were hurt.', 'civilians', 'people/antecedent'],
  ['[A boy] and [three others] were hurt.', 'people', null],
  ['[Two medics] were among [31 dead].', 'people', null],
  ['Police said [three] were killed.', 'people', null],
  ['[Nine fighters] died.\n[Four of them] came from abroad.', 'combatants', 'people/antecedent'],
  ['[Nine fighters] died.\n[Four people] were hurt.', 'people', null],
  ['The army has suffered [heavy losses].', 'combatants', 'people/losses'],
  ['A base of the Taliban was hit and [a number of its members] died.', 'combatants', 'people/members'],
  ['Gen. Andrei Orlov spoke to cadets.\nA sniper killed [Orlov].', 'combatants', 'people/name'],
  ['A mine killed [Maria Lind], a nurse, near the port.', 'medics', 'people/name'],
  ['A mine killed [Maria Lind].', 'people', null],
  ['[Nine staff] of the Red Cross were killed.', 'aid_workers', 'people/aid-staff'],
  ['[Two Oxfam workers] were killed.', 'aid_workers', 'people/aid-staff'],
  ['The charity said [12 of its staff] were killed.', 'aid_workers', 'people/aid-staff'],
  ['[Forty people] died, the charity said.\nThe dead were [14 staff] and a cook.', 'aid_workers', 'people/aid-staff'],
  ['UNRWA said a strike killed [three of its employees].', 'aid_workers', 'people/aid-staff'],
  ['[Three colleagues] from the aid agency died.', 'aid_workers', 'people/aid-staff'],
  // other bodies, and people who are no staff
  ['The bank said [12 of its staff] were killed.', 'civilians', null],
  ['The charity said [12 patients] were killed.', 'people', null],
  ['The charity said [three soldiers] were killed.', 'combatants', null],
  ['The charity said [three workers] died in the mine.', 'civilians', null],
  ['[She] was hit in the leg.', 'women', 'people/pronoun'],
]

test.each(TABLE)('%s counts %s', (marked, groups, rule) => {
  const sentences: Sentence[] = []
  const mentions: FigureMention[] = []
  let offset = 0
  marked.split('\n').forEach((line, index) => {
    const text = line.replace(/[[\]]/gu, '')
    const sentence: Sentence = {
      start: offset,
      end: offset + text.length,
      index,
      line: index,
      role: 'body',
      text,
      tokens: tokenize(text, offset),
      isUpperCase: false,
      postedAt: null,
    }
    sentences.push(sentence)
    Array.from(line.matchAll(/\[([^\]]+)\]/gu)).forEach((match, i) => {
      const start = offset + match.index - 2 * i
      const span = { start, end: start + (match[1] ?? '').length }
      const first = sentence.tokens.findIndex((token) => token.start >= span.start)
      const count = sentence.tokens.filter((token) => token.start >= span.start && token.end <= span.end).length
      mentions.push({
        sentence: index,
        span,
        trigger: span,
        measure: 'killed',
        low: null,
        high: null,
        approx: false,
        vague: null,
        asWritten: match[1] ?? '',
        who: classifyPeople(sentence, first, first + count),
        partOf: null,
        mood: 'stated',
        rule: 'test',
        trace: [],
      })
    })
    offset += text.length + 1
  })
  const last = resolvePeople(mentions, sentences).at(-1)
  expect([last?.who.join(' '), last?.trace[0]?.rule ?? null]).toEqual([groups, rule])
})
