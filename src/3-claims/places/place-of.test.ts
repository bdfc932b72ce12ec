import { expect, test } from 'vitest'

import { readPlaces, readPosts } from '../../../test/support/read-places.ts'

type Row = readonly [text: string, words: string, asWritten: string | null]

const EVENTS: readonly Row[] = [
  // In its own sentence.
  ['Gunmen raided a bank in Tripoli. Shells hit Misrata.', 'Shells hit', 'Misrata'],
  // The words go back to the event told before.
  ['A bomb went off in Kirkuk on Monday. Police closed the roads. The blast wounded four guards.', 'blast', 'Kirkuk'],
  ['Rebels stormed a base in Marawi. Saturday’s attack lasted an hour.', 'attack', 'Marawi'],
  // The next sentence of the paragraph tells on.
  ['A lorry blew up in Jalalabad. Two guards were shot.', 'shot', 'Jalalabad'],
  // Another paragraph and another event do not.
  ['A lorry blew up in Jalalabad.\n\nIn the capital, two guards were shot.', 'shot', null],
  ['A lorry blew up in Jalalabad. Another bomb was found later.', 'bomb', null],
  // Attacks at large have no place.
  ['Shells hit Zawiya. Such attacks have become frequent.', 'attacks', null],
  ['Shells hit Zawiya. Medics say airstrikes often follow.', 'airstrikes', null],
  // A campaign is of many places.
  ['Troops took the village of Andriivka. The offensive would go on, the minister vowed.', 'offensive', null],
  ['Fighting went on in Homs. The country accused Syria of hiding its attacks.', 'attacks', null],
  // A place named by its kind.
  ['Mortars fell on Taiz.\n\nThe army holds the rest of the city.', 'holds', 'Taiz'],
  [
    'Fighters gathered in Goma.\n\nHundreds are at the Rutshuru hospital.\n\nTroops shelled the city.',
    'shelled',
    'Goma',
  ],
  ['Jets flew over Hama province. The village was shelled.', 'shelled', null],
  ['A raid emptied Djibo. Soldiers of the city council were shot.', 'shot', 'Djibo'],
  ['Boats left Misrata and Zliten. Raids hit the towns later.', 'hit', 'Misrata and Zliten'],
  [
    'Rebels in Homs spoke of calm. Shells hit the Waer district. Police left Hama. The district was bombed.',
    'bombed',
    'Waer district',
  ],
  // A building told of before lies in its town; another one does not.
  ['A rocket hit a school in Aden. Sana denied that its men had fired on the school.', 'fired', 'Aden'],
  ['A rocket hit a school in Aden.\n\nTwo guards were shot at a school.', 'shot', null],
  ['In Potocari, mourners met thirty years after their sons were killed.', 'killed', null],
  ['The general was asked about Dnipro. Troops attack no homes, he said.', 'attack', null],
  [
    'Shells killed ten on the market of Togoga, said an aide to the Tigray regional administration.',
    'killed',
    'Togoga',
  ],
  ['Colonel Getnet Adane denied that guards were shot.', 'shot', null],
  ['SANAA - Jets struck a hall of mourners in the Yemeni capital.', 'struck', 'SANAA'],
  ['Kyiv denied it. Moscow said nothing. Ukraine is calm. Shells fell in the Ukrainian capital.', 'fell', 'Kyiv'],
  ['Shells fell in Hama.\n\nRebels shot guards in the provincial capital.', 'shot', null],
  ['Troops (a group banned in Russia) were shot in northern Syria.', 'shot', 'northern Syria'],
  ['Fighting shook Homs. All of the city except the district of Waer was shelled.', 'shelled', 'Homs'],
  // What other sections and bullets tell is of other developments.
  ['Key developments:\n\n• A mine killed two in Aden.\n\n• Rebels shot a guard.', 'shot', null],
  ['Clashes shook Juba.\n\n• A mine went off in Aden.\n\nThe clashes killed nine.', 'clashes', 'Juba'],
]
test.each(EVENTS)('event: %s [%s]', (text, words, asWritten) => {
  expect(readPlaces(text).placeOf(words, 'incident')?.asWritten ?? null).toBe(asWritten)
})

const STATEMENTS: readonly Row[] = [
  ['The army shelled Aleppo. The minister said the plan would go on.', 'the plan would go on', null],
  ['The envoy warned that the siege of Aleppo could last.', 'the siege of Aleppo could last', 'Aleppo'],
  ['“We will not stop,” the general told reporters in Cairo.', 'We will not stop', null],
  ['Speaking on Friday in Geneva, the envoy accused the rebels of murder.', 'the rebels of murder', null],
]
test.each(STATEMENTS)('statement: %s', (text, words, asWritten) => {
  expect(readPlaces(text).placeOf(words, 'sentence')?.asWritten ?? null).toBe(asWritten)
})

test('a live blog’s post takes no place from another post, a figure its headline’s', () => {
  const lines = [
    ['headline', null, 'Rockets hit Kharkiv: live'],
    ['body', '2024-03-12T10:00:00Z', 'Two people were shot.'],
    ['body', '2024-03-12T09:00:00Z', 'A shell fell in Sumy.'],
  ] as const
  const { placeOf } = readPosts(lines)
  expect(placeOf('Two people', 'story')?.asWritten).toBe('Kharkiv')
  expect(placeOf('shot', 'incident')).toBeNull()
})

/** A government that its capital or country stands for is no place of harm. */
const METONYMS: readonly Row[] = [
  ['Kyiv accused Russia of striking a school.', 'striking', null],
  ['Moscow is slowing its offensive, the minister said.', 'offensive', null],
  ['Officials said Moscow’s advance had stalled.', 'advance', null],
  ['Damascus denies that its troops shot protesters.', 'shot', null],
  ['Israel struck two depots overnight.', 'struck', null],
  ['Washington warned of more attacks.', 'attacks', null],
  ['Khartoum bombed the rebels again.', 'bombed', null],
  ['The raid raised pressure on Tehran.', 'raid', null],
  ['The shelling halted supplies of arms to Kyiv.', 'shelling', null],
  ['Baku’s troops shelled the road.', 'shelled', null],
  ['Missiles fell across Russia overnight.', 'fell', 'Russia'],
  ['Six people were shot in Syria.', 'shot', 'Syria'],
  ['Kyiv was shelled before dawn.', 'shelled', 'Kyiv'],
  ['Baghdad hit by twin bombings.', 'bombings', 'Baghdad'],
  ['Kabul bombing kills nine.', 'bombing', 'Kabul'],
  ['Rockets were fired on Tripoli from the hills.', 'fired', 'Tripoli'],
  ['Rebels seized the road to Khartoum.', 'seized', 'Khartoum'],
]
test.each(METONYMS)('metonym: %s', (text, words, asWritten) => {
  const { placeOf } = readPlaces(text)
  expect(placeOf(words, 'incident')?.asWritten ?? null).toBe(asWritten)
})

test('a finding says which rule took the place, and from which words', () => {
  const { places, text } = readPlaces('A bomb went off in Kirkuk. The blast wounded four.')
  const start = text.indexOf('blast')
  expect(places.placeOf(1, { start, end: start + 5 }, 'incident')?.trace).toMatchObject({
    rule: 'places/goes-back',
    quote: 'Kirkuk',
  })
})
