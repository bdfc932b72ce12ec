import { describe, expect, test } from 'vitest'

import type { Document } from '../../model/document.ts'
import { splitSentences } from '../text/split-sentences.ts'
import { findFigures } from './find-figures.ts'

/** "measure bounds: the words", as in find-figures.test.ts. */
function figuresOf(text: string): string[] {
  const line = { start: 0, end: text.length, role: 'body', reason: '', postedAt: null } as const
  const document = { text, lines: [line] } as unknown as Document
  return findFigures(splitSentences(document)).map(({ measure, low, high, approx, vague, span }) => {
    const bounds = vague === null ? (low === high ? `${low}` : `${low ?? ''}-${high ?? ''}`) : `(${vague})`
    return `${measure} ${approx ? '~' : ''}${bounds}: ${text.slice(span.start, span.end)}`
  })
}

type Row = readonly [text: string, figures: readonly string[]]

const IN_PERIL: readonly Row[] = [
  ['An estimated 90,000 people remain in the city.', ['other_people ~90000: An estimated 90,000 people']],
  ['The besieged town is home to some 45,000 people.', ['other_people ~45000: some 45,000 people']],
  ['The town is home to some 45,000 people.', []],
  ['About 12,000 people in the valley are in need of food.', ['other_people ~12000: About 12,000 people']],
  ['The siege threatens 300,000 civilians.', ['other_people 300000: 300,000 civilians']],
  ['Some 7,000 residents are cut off from water.', ['other_people ~7000: Some 7,000 residents']],
  ['Nearly 3,000 people remain in hospital.', ['injured ~3000: Nearly 3,000 people']],
  ['Two thousand soldiers remain in the barracks.', []],
  ['Four people remain in the house.', []],
  ['More than 20,000 people live in the port.', []],
]

const COMPANIONS: readonly Row[] = [
  ['The judge was killed along with three clerks.', ['killed 1: The judge', 'killed 3: three clerks']],
  ['Four drivers died in the blast along with a guard.', ['killed 4: Four drivers', 'killed 1: a guard']],
  ['Omar Diallo was killed with his two sons.', ['killed 1: Omar Diallo', 'killed 2: his two sons']],
  ['Five miners were killed, along with two rescuers.', ['killed 5: Five miners', 'killed 2: two rescuers']],
  ['The gunmen killed her and another woman.', ['killed 1: her', 'killed 1: another woman']],
]

const CARE: readonly Row[] = [
  ['Ten people were taken by ambulance to a nearby hospital.', ['injured 10: Ten people']],
  ['Some 20 others were treated in hospital.', ['injured ~20: Some 20 others']],
  ['Three bodies were taken to the hospital.', ['bodies_found 3: Three bodies']],
  ['He was flown to a hospital, where he was later pronounced dead.', ['killed 1: he']],
  ['The woman was taken to St. Anne Hospital in Lodi where she died.', ['killed 1: she']],
  ['The boy was rushed to a local hospital but died.', ['killed 1: The boy']],
  ['Two women were taken to hospital and pronounced dead.', ['killed 2: Two women']],
  ['Five people were taken to hospital, where two died.', ['injured 5: Five people', 'killed 2: two']],
  ['Five people were taken to hospital, and the gunman died.', ['injured 5: Five people', 'killed 1: the gunman']],
  ['The officer fired one shot, police said.', []],
  ['There was just one shot heard, the sergeant said.', []],
  ['Two men were killed and one shot in the leg.', ['killed 2: Two men', 'injured 1: one']],
  ['Six people suffered smoke inhalation.', ['injured 6: Six people']],
]

const COMMUNIQUES: readonly Row[] = [
  ['Missiles destroyed more than 80 militants and 12 vehicles.', ['killed 80-: more than 80 militants']],
  ['Enemy losses amounted to up to 150 servicemen.', ['killed_or_injured -150: up to 150 servicemen']],
  ['Six soldiers were blown up by a mine.', ['killed 6: Six soldiers']],
  ['The bridge was blown up.', []],
  ['The brigade took 56 prisoners.', ['detained 56: 56 prisoners']],
  ['Over the past day 8 civilians were wounded.', ['injured 8: 8 civilians']],
  ['In the region: 2 killed, 5 injured.', ['killed 2: 2', 'injured 5: 5']],
  ['He laid a wreath where the marshal who led the defence spoke of those that died in it.', []],
]

const SPEAKERS_AND_DATES: readonly Row[] = [
  ["The blast tore through the market, wounding 64, the region's governor said.", ['injured 64: 64']],
  ['The blast wounded 64, the governor, Omar Diallo, told reporters.', ['injured 64: 64']],
  ['The blast wounded 64, regional police chief Omar Diallo said.', ['injured 64: 64']],
  [
    'The blast wounded a nurse, the governor, and two of his aides.',
    ['injured 1: a nurse', 'injured 1: the governor', 'injured 2: two of his aides'],
  ],
  ['Dozens die in a market blast', ['killed (dozens): Dozens']],
  ['Two more died, bringing to 12 the number of dead.', ['killed 2: Two more', 'killed 12: 12']],
  ['Millions have been forced to flee.', ['displaced (millions): Millions']],
  ['Fifty families were displaced.', ['displaced (Fifty families): Fifty families']],
  ['There were no injuries.', ['injured 0: no injuries']],
  ['Four men coming from a wake for a slain friend were shot.', ['injured 4: Four men']],
  ['Dozens were unaccounted for.', ['missing (dozens): Dozens']],
  ['The treaty calls for the elimination of Syrian Chemical Weapons.', []],
]

const LATER_PARTS: readonly Row[] = [
  [
    'At least 11 people were killed. Four were children.',
    ['killed 11-: At least 11 people', 'killed 4: Four were children'],
  ],
  ['Nine people died. Three of them were women.', ['killed 9: Nine people', 'killed 3: Three of them were women']],
  ['Twelve people were wounded. Among them are two nurses.', ['injured 12: Twelve people', 'injured 2: two nurses']],
  [
    'Nineteen people died. Twelve were members of its staff and seven were patients, three of them children.',
    [
      'killed 19: Nineteen people',
      'killed 12: Twelve were members',
      'killed 7: seven were patients',
      'killed 3: three of them children',
    ],
  ],
  [
    'Nine people were wounded. Six were women, two children and one a nurse.',
    ['injured 9: Nine people', 'injured 6: Six were women', 'injured 2: two children', 'injured 1: one a nurse'],
  ],
  ['Two people died. Four were children.', ['killed 2: Two people']],
  ['Nine people died. They included a lorry and two cranes.', ['killed 9: Nine people']],
  ['The council met. Four were women.', []],
]

const NAMES: readonly Row[] = [
  [
    'The raid killed commanders Karim Saleh, Omar Diallo and Yusuf Amin.',
    ['killed 1: Karim Saleh', 'killed 1: Omar Diallo', 'killed 1: Yusuf Amin'],
  ],
  ['Omar Diallo, 34, and Musa Keita, 29, were shot dead.', ['killed 1: Omar Diallo', 'killed 1: Musa Keita']],
  ['Terry Robins Jr., 28, of Avon, was hurt.', []],
  [
    'The army killed the commander Abu Yazan and six of his men.',
    ['killed 1: the commander', 'killed 6: six of his men'],
  ],
  ['Several in New York and Los Angeles were killed.', ['killed (several): Several']],
]

const SHARED_VERBS: readonly Row[] = [
  [
    'The raids claimed the lives of 23 civilians in the market and 21 others in the bakery.',
    ['killed 23: 23 civilians', 'killed 21: 21 others'],
  ],
  ['The fighting has driven 40,000 people from their homes.', ['displaced 40000: 40,000 people']],
  ['The plan has driven 40,000 people to the polls.', []],
  ['Another 14 remain in hospital.', ['injured 14: Another 14']],
  ['Death toll: 16.', ['killed 16: 16']],
  [
    'The raid killed 22 people, the ministry said: 12 nurses and 10 patients.',
    ['killed 22: 22 people', 'killed 12: 12 nurses', 'killed 10: 10 patients'],
  ],
  ['The raid killed 22 people: 12 nurses and 9 patients were nearby.', ['killed 22: 22 people']],
  [
    'Some 86 people were killed there, it said, 30 of them children and 20 women.',
    ['killed ~86: Some 86 people', 'killed 30: 30 of them children', 'killed 20: 20 women'],
  ],
  ['A porter and her baby were among those who died.', ['killed 1: A porter', 'killed 1: her baby']],
  ['The dead were identified as a baker and his son.', ['killed 1: a baker', 'killed 1: his son']],
  [
    'It killed Globe journalist Omar Diallo and wounded six others.',
    ['killed 1: Omar Diallo', 'injured 6: six others'],
  ],
  ['Two sappers fell in battle.', ['killed 2: Two sappers']],
  ['Over 5,000 people have lost their homes.', ['displaced 5000-: Over 5,000 people']],
  ['Five people were shot at a checkpoint.', ['injured 5: Five people']],
  ['Five people were shot at by snipers.', []],
  ['Three men were hit by gunfire.', ['injured 3: Three men']],
  ['The number of civilians killed in the valley has risen to 20.', ['killed 20: 20']],
  ['Two of those miners have since died.', ['killed 2: Two of those miners']],
  ['The reporter was killed along with 90 who were kidnapped.', ['killed 1: The reporter', 'abducted 90: 90']],
]

const NOBODY: readonly Row[] = [
  ['The bomb caused no casualties.', ['killed_or_injured 0: no casualties']],
  ['THE FIRE LEFT NO VICTIMS.', ['killed_or_injured 0: NO VICTIMS']],
  ['The shells did not cause any deaths.', ['killed 0: not cause any deaths']],
  ['A grenade hit the wall without causing any injuries.', ['injured 0: without causing any injuries']],
  ['The siege ended without casualties.', ['killed_or_injured 0: without casualties']],
  ['He did not know of any casualties.', []],
  ['The plan was for any casualties to be flown out.', []],
  ["No victims' families came.", []],
  ['The families of the victims wept.', []],
]

describe.each<[construction: string, rows: readonly Row[]]>([
  ['people in peril', IN_PERIL],
  ['companions', COMPANIONS],
  ['people brought to hospital', CARE],
  ['communiqués', COMMUNIQUES],
  ['parts in a sentence of their own', LATER_PARTS],
  ['names in lists', NAMES],
  ['nobody', NOBODY],
  ['verbs shared or split', SHARED_VERBS],
  ['speakers, headlines, totals', SPEAKERS_AND_DATES],
])('%s', (_construction, rows) => {
  test.each(rows)('%s', (text, figures) => expect(figuresOf(text)).toEqual(figures))
})

test('"May" with a day is a month and makes no hypothesis', () => {
  const text = 'The strikes since 21 May have killed 30 people.'
  const line = { start: 0, end: text.length, role: 'body', reason: '', postedAt: null } as const
  const document = { text, lines: [line] } as unknown as Document
  expect(findFigures(splitSentences(document)).map(({ mood }) => mood)).toEqual(['stated'])
})
