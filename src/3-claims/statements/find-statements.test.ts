import { expect, test } from 'vitest'

import type { Document } from '../../model/document.ts'
import { findAttributions } from '../attribution/find-attributions.ts'
import { splitSentences } from '../text/split-sentences.ts'
import { findStatements } from './find-statements.ts'

function statementsIn(text: string): string[][] {
  const document: Document = {
    id: 'sha256:0',
    captureId: 'sha256:0',
    sourceId: null,
    title: null,
    outlet: null,
    byline: null,
    url: null,
    language: 'en',
    publishedAt: null,
    publishedFrom: 'none',
    modifiedAt: null,
    text,
    lines: [{ start: 0, end: text.length, role: 'body', reason: 'test', postedAt: null }],
    sourceMap: [],
  }
  const sentences = splitSentences(document)
  return findStatements(sentences, findAttributions(sentences, document)).map(({ span, frame }) => [
    frame.claimant.name,
    frame.act,
    frame.stance,
    text.slice(span.start, span.end),
  ])
}

test.each([
  [
    'The mayor accused the army of shelling the hospital.',
    [['The mayor', 'accusation', 'accused', 'the army of shelling the hospital']],
  ],
  [
    'The ministry said the attack on the market was staged.',
    [['The ministry', 'denial', 'denied', 'the attack on the market was staged']],
  ],
  [
    'The ministry called the reports of shelling at the school fake.',
    [['The ministry', 'denial', 'denied', 'the reports of shelling at the school fake']],
  ],
  [
    'The government said its troops had nothing to do with the killings.',
    [['The government', 'denial', 'denied', 'its troops had nothing to do with the killings']],
  ],
  [
    'The ministry rejected claims that its forces shelled the school.',
    [['The ministry', 'denial', 'denied', 'claims that its forces shelled the school']],
  ],
  [
    'The army apologised for the strike on the market.',
    [['The army', 'admission', 'asserted', 'for the strike on the market']],
  ],
  [
    'Medics described people choking after the gas attack.',
    [['Medics', 'assessment', 'asserted', 'people choking after the gas attack']],
  ],
  [
    'Residents described scenes of panic after the attack.',
    [['Residents', 'assessment', 'asserted', 'scenes of panic after the attack']],
  ],
  [
    'Gunmen abducted the girls on Monday. Parents said on Thursday that most of the girls had not come back.',
    [['Parents', 'assessment', 'asserted', 'that most of the girls had not come back']],
  ],
  ['The club won on Monday. Parents said on Thursday that the coach had not come back.', []],
  [
    'Gunmen abducted the girls on Monday. The principal, Ama Dela, denied that.',
    [['Ama Dela', 'denial', 'denied', 'that']],
  ],
  ['The army denied shelling the hospital.', [['The army', 'denial', 'denied', 'shelling the hospital']]],
  ['The army said it was not behind the attack.', [['The army', 'denial', 'denied', 'it was not behind the attack']]],
  [
    'The Northern Front claimed responsibility for the bombing.',
    [['Northern Front', 'responsibility', 'asserted', 'responsibility for the bombing']],
  ],
  [
    'The army admitted that its drones hit the convoy.',
    [['The army', 'admission', 'asserted', 'that its drones hit the convoy']],
  ],
  [
    'Jan Novak warned that the siege could starve the town.',
    [['Jan Novak', 'warning', 'conditional', 'that the siege could starve the town']],
  ],
  [
    'The Red Cross called on both armies to open a corridor.',
    [['Red Cross', 'demand', 'asserted', 'on both armies to open a corridor']],
  ],
  [
    'Analysts said the offensive has lost its momentum.',
    [['Analysts', 'assessment', 'asserted', 'the offensive has lost its momentum']],
  ],
  [
    'The minister called the strike “a war crime”.',
    [['The minister', 'accusation', 'accused', 'the strike “a war crime”']],
  ],
  [
    '“The occupiers drop a second bomb when the medics come,” Jan Novak said.',
    [['Jan Novak', 'accusation', 'accused', '“The occupiers drop a second bomb when the medics come,”']],
  ],
  [
    'The defence ministry said the fall of the bridge would cut the last road out of the besieged town.',
    [
      [
        'The defence ministry',
        'assessment',
        'conditional',
        'the fall of the bridge would cut the last road out of the besieged town',
      ],
    ],
  ],
  [
    'The governor said the army will not be able to hold the bridge.',
    [['The governor', 'assessment', 'conditional', 'the army will not be able to hold the bridge']],
  ],
  [
    'Its aircraft carried out no strikes on the port, the defence ministry said.',
    [['the defence ministry', 'denial', 'denied', 'Its aircraft carried out no strikes on the port']],
  ],
  [
    '“We do not know who fired the shells,” Jan Novak said.',
    [['Jan Novak', 'assessment', 'asserted', '“We do not know who fired the shells,”']],
  ],
  [
    'Defence minister Jan Novak said the army is deliberately slowing its offensive to let residents out – though its guns have hit the road.',
    [['Jan Novak', 'assessment', 'asserted', 'the army is deliberately slowing its offensive to let residents out']],
  ],
])('%s', (text, expected) => {
  expect(statementsIn(text)).toEqual(expected)
})

test.each([
  ['said by the outlet itself', 'The army shelled the hospital on Monday.'],
  ['about something else', 'The mayor praised the new swimming pool.'],
  ['a casualty count, which is a figure', 'The mayor said 12 people were killed in the strike.'],
  ['a state that puts a law in force', 'Ruritania declares a “state of emergency” because of the war.'],
  ['the outlet passing on blame without a source', 'The army is accused of shelling the hospital.'],
])('no statement: %s', (_, text) => {
  expect(statementsIn(text)).toEqual([])
})

test('a quotation over sentences gives one statement a sentence', () => {
  expect(
    statementsIn(
      '“The shelling never stops at night. Our people sleep in cellars now,” Jan Novak told the channel.',
    ).map(([name, , , words]) => [name, words]),
  ).toEqual([
    ['Jan Novak', '“The shelling never stops at night.'],
    ['Jan Novak', 'Our people sleep in cellars now,”'],
  ])
})
