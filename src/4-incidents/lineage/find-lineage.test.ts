import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { type GivenText, readText } from '../../../test/support/read-document.ts'
import { describeText } from './describe-text.ts'
import { findLineage } from './find-lineage.ts'
import { LineageIndex } from './lineage-index.ts'

const WIRE = `ZALIV, May 4 (Harbour Wire) - A shell hit a bus depot on the southern edge of Zaliv on Tuesday evening, killing nine drivers who had gathered there for the change of shifts, the head of the transport union said.

Four mechanics were pulled out alive after two hours of digging, rescuers told reporters at the scene. One of them had lost a hand.

The depot's manager, who had left the yard ten minutes earlier, said that no soldiers had ever been quartered in the building. The claim could not be checked.

Trams and buses stopped running across the city. The town hall asked people to stay at home until Thursday and opened two schools for families from the burnt houses beside the yard.`

const CUT = `A shell hit a bus depot on the southern edge of Zaliv on Tuesday evening, killing nine drivers who had gathered there for the change of shifts, the head of the transport union said.

Four mechanics were pulled out alive after two hours of digging, rescuers told reporters at the scene.`

const EDITED = `A shell struck a bus depot on the southern edge of Zaliv late on Tuesday, killing nine drivers who had gathered there for the change of shifts, the union's head said.

Four mechanics were pulled out alive after three hours of digging, rescuers told journalists at the scene. One of them had lost a hand.

The manager of the depot, who had left the yard ten minutes earlier, said no soldiers had ever been quartered in the building.`

const NEW_LEAD = `Our city mourned again on Wednesday. Flags on the town hall hung at half mast, and the bells of Saint Barbara rang for nine minutes at noon.

Four mechanics were pulled out alive after two hours of digging, rescuers told reporters at the scene. One of them had lost a hand.

The depot's manager, who had left the yard ten minutes earlier, said that no soldiers had ever been quartered in the building.`

const OWN_REPORT = `Nine bus drivers died when a shell fell on their depot in Zaliv, the transport union reports. They were waiting for the evening shift to begin.

The mechanics Rostik and Bohdan owe their lives to neighbours who dug with bare hands. We spoke with them in hospital on Wednesday morning. "It was dark, then there was a voice," one of them said.

Nobody we asked had seen soldiers in the yard, whatever the other side's television may claim.`

const wire: GivenText = { id: 'wire', text: WIRE, outlet: 'Harbour Wire', published: '2021-05-04' }

describe('where a text comes from', () => {
  test.each<[name: string, given: Partial<GivenText> & { text: string }, kind: string | null, rule: string | null]>([
    ['the same words', { text: WIRE }, 'exact', 'published earlier (2021-05-04 before 2021-05-05)'],
    [
      'the same words in capitals and other lines',
      { text: WIRE.toUpperCase().replaceAll('\n\n', '\n') },
      'exact',
      null,
    ],
    ['cut to the first third', { text: CUT, title: 'Nine drivers dead' }, 'copy', null],
    [
      'a third, on the day of the wire, credited to it',
      { text: `${CUT} (Harbour Wire)`, published: '2021-05-04' },
      'copy',
      'the other credits Harbour Wire',
    ],
    ['words changed in every sentence', { text: EDITED }, 'copy', null],
    ['a new lead', { text: NEW_LEAD }, 'copy', null],
    ['a report of its own on the same event', { text: OWN_REPORT }, null, null],
  ])('%s', (_, given, kind, reason) => {
    const lineage = findLineage([
      readText(wire),
      readText({ id: 'other', outlet: 'Zaliv Courier', published: '2021-05-05', ...given }),
    ])
    expect(lineage.links.map(({ captureId, from, kind: found }) => [captureId, from, found])).toEqual(
      kind === null ? [] : [['other', 'wire', kind]],
    )
    expect(lineage.rootOf('other')).toBe(kind === null ? 'other' : 'wire')
    if (reason !== null) expect(lineage.links[0]?.trace.map((trace) => trace.reason)).toContain(reason)
  })

  test.each<[why: string, a: string, b: string]>([
    [
      'headlines are no lineage',
      'Explosions heard in the capital overnight',
      'Explosions heard in the capital overnight',
    ],
    [
      'two reports by one pattern on two events',
      'Three people were killed and five wounded when a mortar bomb fell on the market of Darsa on Monday, the provincial health office said. The dead were brought to the central hospital.',
      'Two people were killed and nine wounded when a roadside bomb went off near the bridge of Kelmet on Friday, the provincial health office said. The injured were brought to the central hospital.',
    ],
  ])('not a copy: %s', (_, a, b) => {
    const one = readText({ id: 'a', text: a, outlet: 'Morning Mail', published: '2021-05-04' })
    const other = readText({ id: 'b', text: b, outlet: 'Evening Star', published: '2021-05-05' })
    expect(findLineage([one, other]).links).toEqual([])
  })

  test('no copy by one sentence of background that is half of a very short text: the same closing line about the conflict in two short texts', () => {
    const one = readText({
      id: 'a',
      text: 'A sniper shot a shepherd near Orun. More than forty thousand people have been killed since the war began seven years ago, according to the Lowland Observatory.',
      outlet: 'Morning Mail',
      published: '2021-05-04',
    })
    const other = readText({
      id: 'b',
      text: 'The ferry across the Tis sank with its cargo of flour. Nobody drowned, its captain said on the quay this morning, wet and in good spirits. More than forty thousand people have been killed since the war began seven years ago.',
      outlet: 'Evening Star',
      published: '2021-05-05',
    })
    expect(findLineage([one, other]).links).toEqual([])
  })

  test('lines that are set aside do not make a copy', () => {
    const teasers =
      'Read more: Harvest of wheat begins in the lowlands after the longest drought in living memory\nRead more: The harbour of Zaliv opens again for ships under three flags after a closure of two years'
    const a = readText({ id: 'a', text: `The council met.\n\n${teasers}`, outlet: 'Morning Mail' })
    const b = readText({ id: 'b', text: `A fire burnt down the mill.\n\n${teasers}`, outlet: 'Evening Star' })
    expect(findLineage([a, b]).links).toEqual([])
  })

  test('page furniture that many unrelated texts share is learnt, and links none of them', () => {
    const furniture = 'Lowland Radio is the voice of the twelve valleys. Call the studio at any hour of the day.'
    const stories = [
      'The bakery on Mill Lane has burnt down. Its oven was a hundred years old and nobody was hurt. The baker wants to build it up again before the winter, and neighbours have brought him bricks and beams from their own yards.',
      'A patrol found three boats without a crew on the lake. The nets were still wet, an officer said. Divers are to look for the fishermen as soon as the wind drops, which may take until the end of the week.',
      'Teachers of the girls school went back to work after nine weeks. Their pay is to come in June. The headmistress said that a third of the pupils had left for the coast with their parents and might not come back.',
      'A landmine tore the leg off a cow in the upper pasture. Its owner had been told to keep away. Deminers have cleared only two of the eleven fields that were marked on the map of the regiment that left.',
      'The bridge at Orun will stay shut. Engineers have found cracks in two of its five pillars now. Lorries with flour take the long way round by the dam, and bread costs twice as much as it did in March.',
      'Four brothers came home from the front on Sunday. Nobody had told their mother. She was in the garden, she told us, when the dog began to bark as it had not done for two years, and then she saw them.',
    ]
    const documents = stories.map((story, i) =>
      readText({ id: `s${i}`, text: `${story}\n\n${furniture}`, published: '2021-05-04' }),
    )
    expect(findLineage(documents).links).toEqual([])
  })
})

test('the order of the documents does not change the lineage, and a document given twice adds nothing', () => {
  const documents = [
    readText(wire),
    readText({ id: 'cut', text: CUT, outlet: 'Zaliv Courier', published: '2021-05-05' }),
    readText({ id: 'edited', text: EDITED, outlet: 'Morning Mail', published: '2021-05-05' }),
    readText({ id: 'lead', text: NEW_LEAD, outlet: 'Evening Star', published: '2021-05-06' }),
    readText({ id: 'own', text: OWN_REPORT, outlet: 'Lowland Radio', published: '2021-05-06' }),
  ]
  const expected = findLineage(documents).links
  expect(expected).toHaveLength(3)
  fc.assert(
    fc.property(fc.shuffledSubarray([...documents, ...documents], { minLength: 10 }), (shuffled) => {
      expect(findLineage(shuffled).links).toEqual(expected)
    }),
    { numRuns: 30 },
  )
})

test('texts that arrive one by one, in any order, end at the same roots', () => {
  const documents = [
    readText(wire),
    readText({ id: 'same', text: WIRE, outlet: 'Highland Post', published: '2021-05-05' }),
    readText({ id: 'cut', text: CUT, outlet: 'Zaliv Courier', published: '2021-05-05' }),
    readText({ id: 'edited', text: EDITED, outlet: 'Morning Mail', published: '2021-05-05' }),
    readText({ id: 'lead', text: NEW_LEAD, outlet: 'Evening Star', published: '2021-05-06' }),
    readText({ id: 'own', text: OWN_REPORT, outlet: 'Lowland Radio', published: '2021-05-06' }),
  ]
  const texts = documents.map(describeText)
  fc.assert(
    fc.property(fc.shuffledSubarray(texts, { minLength: texts.length }), (arriving) => {
      const index = new LineageIndex()
      for (const text of arriving) index.add(text)
      const lineage = index.lineage()
      expect(texts.map(({ captureId }) => lineage.rootOf(captureId))).toEqual([
        'wire',
        'wire',
        'wire',
        'wire',
        'wire',
        'own',
      ])
    }),
    { numRuns: 100 },
  )
})

test('20,000 edited copies of one story cost a link each', () => {
  const words = WIRE.split(' ')
  const documents = Array.from({ length: 20_000 }, (_, i) => {
    const text = words.map((word, at) => (at % 40 === i % 40 ? `word${i}` : word)).join(' ')
    return readText({ id: `copy-${i}`, text, outlet: `Outlet ${i}`, published: '2021-05-05' })
  })
  const lineage = findLineage([readText(wire), ...documents])
  expect(lineage.links).toHaveLength(20_000)
  expect(documents.every(({ captureId }) => lineage.rootOf(captureId) === 'wire')).toBe(true)
})
