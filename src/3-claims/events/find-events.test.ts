import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Document } from '../../model/document.ts'
import type { PlaceIndex } from '../places/place-index.ts'
import { splitSentences } from '../text/split-sentences.ts'
import type { EventMention } from './event-mention.ts'
import { findEvents } from './find-events.ts'

const NO_PLACES: PlaceIndex = { mentions: [], placeOf: () => null, sitesOf: () => [] }

function eventsOf(text: string): EventMention[] {
  const lines = text.split('\n').reduce<{ start: number; end: number }[]>((spans, line) => {
    const start = (spans.at(-1)?.end ?? -1) + 1
    return [...spans, { start, end: start + line.length }]
  }, [])
  const document = {
    text,
    lines: lines.map((span) => ({ ...span, role: 'body', reason: '', postedAt: null })),
  } as unknown as Document
  return findEvents(splitSentences(document), NO_PLACES)
}

type Row = readonly [trigger: string, subEvent: string, perpetrator: string | null, target: string | null, mood: string]

function rowsOf(text: string): Row[] {
  const quote = (span: { start: number; end: number } | null): string | null =>
    span === null ? null : text.slice(span.start, span.end)
  return eventsOf(text).map(({ trigger, type, perpetrator, target, mood }) => [
    quote(trigger) ?? '',
    type.acled.subEvent,
    quote(perpetrator),
    quote(target),
    mood,
  ])
}

describe('an event is found with its type, perpetrator, target and mood', () => {
  test.each<[string, Row[]]>([
    [
      'Saudi-led coalition warplanes bombed a wedding hall in Dhamar on Monday.',
      [['bombed', 'Air/drone strike', 'Saudi-led coalition warplanes', 'a wedding hall', 'stated']],
    ],
    [
      'Houthi rebels fired two ballistic missiles at the port of Mocha.',
      [['fired', 'Shelling/artillery/missile attack', 'Houthi rebels', 'the port of Mocha', 'stated']],
    ],
    [
      'Government forces shelled the market in Douma.',
      [['shelled', 'Shelling/artillery/missile attack', 'Government forces', 'the market', 'stated']],
    ],
    [
      'A suicide bomber blew himself up outside a police academy in Kabul.',
      [['suicide bomber', 'Suicide bomb', 'suicide bomber', null, 'stated']],
    ],
    [
      'General Luis Mora escaped unhurt from a bomb attack.',
      [['bomb attack', 'Remote explosive/landmine/IED', null, 'General Luis Mora', 'stated']],
    ],
    [
      'A roadside bomb hit their convoy.',
      [['roadside bomb', 'Remote explosive/landmine/IED', null, 'their convoy', 'stated']],
    ],
    [
      'Heavy clashes broke out between the army and M23 rebels near Goma.',
      [['clashes', 'Armed clash', 'army and M23 rebels', null, 'stated']],
    ],
    [
      'Taliban fighters captured the district of Sangin.',
      [['captured', 'Non-state actor overtakes territory', 'Taliban fighters', 'the district of Sangin', 'stated']],
    ],
    [
      'Iraqi troops retook the town of Hawija.',
      [['retook', 'Government regains territory', 'Iraqi troops', 'the town of Hawija', 'stated']],
    ],
    [
      'Boko Haram militants abducted 40 schoolgirls.',
      [['abducted', 'Abduction/forced disappearance', 'Boko Haram militants', '40 schoolgirls', 'stated']],
    ],
    [
      'REBELS SET TWO SCHOOLS AND SEVERAL HOUSES ON FIRE.',
      [['SET TWO SCHOOLS AND SEVERAL HOUSES ON FIRE', 'Looting/property destruction', 'REBELS', null, 'stated']],
    ],
    [
      'Rebels burned the houses of the murdered farmers.',
      [
        ['burned', 'Looting/property destruction', 'Rebels', 'the houses of the murdered farmers', 'stated'],
        ['murdered', 'Attack', null, 'farmers', 'stated'],
      ],
    ],
    [
      'The rebels sabotaged the power grid.',
      [['sabotaged', 'Looting/property destruction', 'rebels', 'the power grid', 'stated']],
    ],
    [
      'Unidentified men placed two bombs in a hotel garden.',
      [['placed', 'Remote explosive/landmine/IED', 'Unidentified men', null, 'stated']],
    ],
    [
      'Two bombs were set off near the port.',
      [['set off', 'Remote explosive/landmine/IED', null, 'Two bombs', 'stated']],
    ],
    [
      'Masked men riddled the mayor with bullets.',
      [['riddled the mayor with bullets', 'Attack', 'Masked men', null, 'stated']],
    ],
    [
      'An attempt was made on the life of the minister.',
      [['attempt was made on the life', 'Attack', null, null, 'stated']],
    ],
    ['Militiamen raped women in the camp.', [['raped', 'Sexual violence', 'Militiamen', 'women', 'stated']]],
    [
      'Air defences intercepted nine drones over Odesa, the army said.',
      [['intercepted', 'Disrupted weapons use', null, 'nine drones', 'stated']],
    ],
    [
      'The two sides signed a ceasefire after the shelling.',
      [
        ['ceasefire', 'Agreement', null, null, 'stated'],
        ['shelling', 'Shelling/artillery/missile attack', null, null, 'stated'],
      ],
    ],
    [
      'RSF fighters looted the hospital.',
      [['looted', 'Looting/property destruction', 'RSF fighters', 'the hospital', 'stated']],
    ],
    [
      'GUERRILLAS OF THE FARC KIDNAPPED THE MAYOR OF A TOWN IN ANTIOQUIA.',
      [['KIDNAPPED', 'Abduction/forced disappearance', 'GUERRILLAS OF THE FARC', 'THE MAYOR OF A TOWN', 'stated']],
    ],
    [
      'The rebels could shell the airport again.',
      [['shell', 'Shelling/artillery/missile attack', 'rebels', 'the airport again', 'conditional']],
    ],
    [
      'Shelling of the port, with attacks carried out against sites such as a clinic and a cinema.',
      [
        ['Shelling', 'Shelling/artillery/missile attack', null, 'the port', 'stated'],
        ['attacks', 'Shelling/artillery/missile attack', null, 'sites such as a clinic and a cinema', 'stated'],
      ],
    ],
    [
      'Hundreds died in the battle for Sirte, with attacks carried out against sites such as a clinic and a cinema.',
      [
        ['battle', 'Armed clash', null, null, 'stated'],
        ['attacks', 'Attack', null, 'sites such as a clinic and a cinema', 'stated'],
      ],
    ],
    [
      'Video shows rebel trucks ‘stealing factory machines’.',
      [['stealing', 'Looting/property destruction', 'rebel', 'factory machines', 'accused']],
    ],
    [
      'The rebels’ capture of the border crossing would cut the last road to the capital.',
      [['capture', 'Non-state actor overtakes territory', 'rebels', 'the border crossing', 'conditional']],
    ],
    [
      'The general said the army was seeking to inflict as much pain and destruction as possible.',
      [['destruction', 'Looting/property destruction', 'army', null, 'conditional']],
    ],
    [
      'Residents say militiamen burned the bodies and dug a mass grave behind the school.',
      [
        ['burned the bodies', 'Other', 'militiamen', null, 'stated'],
        ['dug a mass grave', 'Other', 'militiamen', null, 'stated'],
      ],
    ],
    [
      'GORIS, Armenia, May 3 - A shell struck the bakery on Sunday.',
      [['struck', 'Shelling/artillery/missile attack', null, 'the bakery', 'stated']],
    ],
    [
      'The clinic in Rafah was mistakenly shelled.',
      [['shelled', 'Shelling/artillery/missile attack', null, 'The clinic in Rafah', 'stated']],
    ],
    [
      'Two guards who watched the gate were kidnapped by the militia.',
      [['kidnapped', 'Abduction/forced disappearance', 'militia', 'Two guards', 'stated']],
    ],
    [
      'The army announced the release of the abducted teachers.',
      [['abducted', 'Abduction/forced disappearance', null, 'teachers', 'stated']],
    ],
    [
      'The rocket attack of 4 May killed nobody.',
      [['rocket attack', 'Shelling/artillery/missile attack', null, null, 'stated']],
    ],
    [
      'Three students were killed in a shooting at a college in Tacoma.',
      [['shooting', 'Attack', null, 'a college', 'stated']],
    ],
    [
      'Pro-government fighters recaptured the village of Bara.',
      [['recaptured', 'Government regains territory', 'Pro-government fighters', 'the village of Bara', 'stated']],
    ],
    [
      'Gunmen abducted a 19-year-old student.',
      [['abducted', 'Abduction/forced disappearance', 'Gunmen', 'a 19-year-old student', 'stated']],
    ],
    ['The theatre was bombed.', [['bombed', 'Air/drone strike', null, 'The theatre', 'stated']]],
    [
      'The army did not shell the village.',
      [['shell', 'Shelling/artillery/missile attack', 'army', 'the village', 'denied']],
    ],
  ])('%s', (text, rows) => {
    expect(rowsOf(text)).toEqual(rows)
  })
})

describe('words of violence that name no event are left alone', () => {
  test.each([
    'The minister came under fire from critics over the budget.',
    'He died of a heart attack on Sunday.',
    'Rail workers voted for strike action in a row over pay.',
    'The company launched a website and hit record sales.',
    'The two leaders struck a deal on fishing quotas.',
    'The striker fired his team into the final.',
    'Washington approved the sale of attack helicopters to Riyadh.',
    'The tribunal for war crimes charges reopened on Monday.',
    'The campaign lost momentum and voters lost faith in the party.',
    'The new tariffs hit exporters and target companies in both countries.',
    'The National Liberation Front opened an office in the capital.',
    'The soldier was taken to the military hospital.',
    'Soldiers took them to the barracks.',
    'BUS DRIVERS IN REBEL TOWNS BEGAN AN INDEFINITE STRIKE.',
    'A SPOKESMAN OF THE NATIONAL LIBERATION ARMY WAS IN THE TOWN.',
    'Soldiers rested in the fields surrounding the town.',
    'A wounded man lay surrounded by debris beside two soldiers.',
    'Soldiers clearing the rubble of the tower found a notebook.',
  ])('%s', (text) => {
    expect(rowsOf(text)).toEqual([])
  })
})

describe('what nobody would say of an event told before claims nothing anew', () => {
  const lead = 'Air strikes on rebel troops destroyed a bridge in Arad on Monday.'
  test.each([
    ['The mayor did not say who had carried out the attack.', 0],
    ['He declined to say why the deadly attack was launched.', 0],
    ['It was not immediately clear who was behind the attack.', 0],
    ['The ministry left without saying how the attack began.', 0],
    ['The mayor said who had carried out the attack.', 1],
    ['The mayor did not say that rebels shelled the school.', 1],
  ])('%s adds %i events', (text, more) => {
    expect(rowsOf(`${lead}\n${text}`).length - rowsOf(lead).length).toBe(more)
  })

  test('the first event of a text is one also where nobody says who did it', () => {
    expect(rowsOf('The army did not say who had carried out the bombing of the bridge.')).toHaveLength(1)
  })
})

test('the general word takes up the attack told before it', () => {
  expect(
    rowsOf('A suicide car bomb killed four soldiers in Mogadishu.\nThe blast destroyed a checkpoint.').map(([t, s]) => [
      t,
      s,
    ]),
  ).toEqual([
    ['suicide car bomb', 'Suicide bomb'],
    ['blast', 'Suicide bomb'],
  ])
})

test('who blames and who is blamed are told apart, and the blame shows in the stance', () => {
  const text = 'The army accused the rebels of shelling a market.'
  const [event] = eventsOf(text)
  expect(event?.perpetrator && text.slice(event.perpetrator.start, event.perpetrator.end)).toBe('rebels')
  expect(event?.perpetratorStance).toBe('accused')
})

test.each<[name: string, text: string, perpetrators: (string | null)[]]>([
  [
    'a pronoun takes the one party of the sentence before',
    'Rebels entered the town of Bria on Monday.\nThey have since shelled the airport.',
    ['Rebels'],
  ],
  ['its offensive', 'Ethiopia halted its eastern offensive after heavy shelling.', ['Ethiopia', null]],
  ['two parties before leave it open', 'Rebels met the army.\nThey shelled the airport.', [null]],
  ['blame on somebody', "The mayor blamed Sunday's bombing on the militia.", ['militia']],
])('%s', (_, text, perpetrators) => {
  expect(eventsOf(text).map(({ perpetrator: p }) => (p === null ? null : text.slice(p.start, p.end)))).toEqual(
    perpetrators,
  )
})

test('any text gives triggers inside their sentences, and the same text the same events', () => {
  const words = [
    'rebels',
    'shelled',
    'the',
    'town',
    'attack',
    'on',
    'Army',
    '12',
    ',',
    '“',
    'killed',
    'by',
    'could',
    '.',
    '\n',
  ]
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 6 })), { maxLength: 40 }),
      (parts) => {
        const text = parts.join(' ')
        const found = eventsOf(text)
        for (const { trigger } of found) {
          expect(trigger.start).toBeLessThan(trigger.end)
          expect(trigger.end).toBeLessThanOrEqual(text.length)
        }
        expect(eventsOf(text)).toEqual(found)
      },
    ),
  )
})
