import { expect, test } from 'vitest'

import type { Sentence } from '../text/sentence.ts'
import { tokenize } from '../text/tokenize.ts'
import { classifyPeople, isPersonNoun } from './classify-people.ts'

function sentenceOf(text: string): Sentence {
  return {
    start: 0,
    end: text.length,
    index: 0,
    line: 0,
    role: 'body',
    text,
    tokens: tokenize(text, 0),
    isUpperCase: !/\p{Ll}{2}/u.test(text),
    postedAt: null,
  }
}

/** The phrase stands between square brackets; they are taken out before reading. */
const TABLE: readonly [marked: string, groups: string][] = [
  ['Shelling killed [five people] in the port.', 'people'],
  ['Shelling killed [five civilians] in the port.', 'civilians'],
  ['[Three villagers] and a dog were hit.', 'civilians'],
  ['[Two Russian servicemen] were shot at the gate.', 'combatants'],
  ['[Two police officers] were shot at the gate.', 'police'],
  ['[A policewoman] was stabbed.', 'women police'],
  ['[Nine aid workers] were missing.', 'aid_workers'],
  ['[Two health workers] were missing.', 'medics'],
  ['[A construction worker] fell.', 'civilians'],
  ['[A 12-year-old girl] was pulled out.', 'children'],
  ['[A 71-year-old] was pulled out.', 'elderly'],
  ['[A 34-year-old woman] was pulled out.', 'women'],
  ['[Women and children] fled.', 'children women'],
  ['[Six members of the Taliban] were killed.', 'combatants'],
  ['[Four Hezbollah members] were killed.', 'combatants'],
  ['[Four members of his family] were killed.', 'civilians'],
  ['[An army driver] was hurt.', 'combatants'],
  ['[A truck driver] was hurt.', 'civilians'],
  ['[Two prisoners of war] were shot.', 'prisoners'],
  ['[At least 30 Ukrainians] crossed the river.', 'people'],
  ['[160 people], mostly women and children, were buried.', 'children women'],
  ['[Four of them] were children.', 'children'],
  ['[Four of them] were killed near the children.', 'people'],
  ['Rockets killed [Gen. Andrei Orlov].', 'combatants'],
  ['GUNMEN SHOT [THE MAYOR] AND [HIS TWO BODYGUARDS].', 'officials'],
  ['[Three cameramen] came under fire.', 'journalists'],
  ['[The boy] was buried.', 'children'],
  ['[A grandmother] was buried.', 'civilians women'],
]

test.each(TABLE)('%s counts %s', (marked, groups) => {
  const open = marked.indexOf('[')
  const close = marked.indexOf(']') - 1
  const sentence = sentenceOf(marked.replace(/[[\]]/gu, ''))
  const start = sentence.tokens.findIndex((token) => token.start >= open)
  const after = sentence.tokens.findIndex((token) => token.start >= close)
  expect(classifyPeople(sentence, start, after).join(' ')).toBe(groups)
})

test.each([
  ['soldiers', true],
  ['fishermen', true],
  ['great-grandmother', true],
  ['ex-fighters', true],
  ['ukrainians', true],
  ['conscripts', true],
  ['families', true],
  ['russian', false],
  ['missiles', false],
  ['tanks', false],
  ['houses', false],
])('%s names people: %s', (word, expected) => {
  expect(isPersonNoun(word)).toBe(expected)
})
