import { describe, expect, test } from 'vitest'

import type { Document } from '../../model/document.ts'
import { splitSentences } from '../text/split-sentences.ts'
import { findFigures } from './find-figures.ts'

/** "measure bounds mood: the words"; "5-" is open above, "-5" open below, "~" approximate, vague words stand in brackets. */
function figuresOf(text: string): string[] {
  const line = { start: 0, end: text.length, role: 'body', reason: '', postedAt: null } as const
  const document = { text, lines: [line] } as unknown as Document
  return findFigures(splitSentences(document)).map(({ measure, low, high, approx, vague, span, mood }) => {
    const bounds = vague === null ? (low === high ? `${low}` : `${low ?? ''}-${high ?? ''}`) : `(${vague})`
    const extra = mood === 'stated' ? '' : ` ${mood}`
    return `${measure} ${approx ? '~' : ''}${bounds}${extra}: ${text.slice(span.start, span.end)}`
  })
}

type Row = readonly [sentence: string, figures: readonly string[]]

const ACTIVE: readonly Row[] = [
  ['A drone killed three soldiers near the river.', ['killed 3: three soldiers']],
  [
    'Gunmen killed at least 14 villagers and wounded scores.',
    ['killed 14-: at least 14 villagers', 'injured (scores): scores'],
  ],
  ['Five gunmen opened fire on the market.', []],
  ['Fighters killed near 40 soldiers in the pass.', ['killed ~40: near 40 soldiers']],
  ['Shells hit the bakery, killing 12 people and wounding 30.', ['killed 12: 12 people', 'injured 30: 30']],
  ['A rocket killed a mother and her three children.', ['killed 1: a mother', 'killed 3: her three children']],
  ['Gunmen shot dead three policemen in Quetta.', ['killed 3: three policemen']],
  ['Soldiers shot three men dead.', ['killed 3: three men']],
  ['Militants took 20 students hostage.', ['abducted 20: 20 students']],
  ['Troops killed two rebels and captured seven.', ['killed 2: two rebels', 'detained 7: seven']],
  ['The storm displaced 3.2 million people and damaged 400 houses.', ['displaced 3200000: 3.2 million people']],
  ['The patrol lost 12 soldiers in the gorge.', ['killed 12: 12 soldiers']],
  ['Mortar fire claims nine villagers in Rakhine', ['killed 9: nine villagers']],
  ['The police shot down three drones.', []],
  ['The storm killed three birds.', []],
  ['The flood killed 30 cows.', []],
  ['The team beat its rivals and killed off the game with two goals.', []],
  ['The army captured the rebel stronghold after a week.', []],
]

const PASSIVE: readonly Row[] = [
  ['Three were killed in an ambush outside Goma.', ['killed 3: Three']],
  ['Three killed in an ambush outside Goma', ['killed 3: Three']],
  ['Soldier killed in ambush near Gao', ['killed 1: Soldier']],
  ['Fighters killed near Gao were buried on Friday.', []],
  [
    'Three soldiers, two children and a nurse were killed in Taiz.',
    ['killed 3: Three soldiers', 'killed 2: two children', 'killed 1: a nurse'],
  ],
  [
    'A mother and her three children were killed in the shelling.',
    ['killed 1: A mother', 'killed 3: her three children'],
  ],
  ['The governor and his two sons were killed.', ['killed 1: The governor', 'killed 2: his two sons']],
  ['One woman was killed and two more hurt near Sumy.', ['killed 1: One woman', 'injured 2: two more']],
  [
    'At least five people were killed and 19 injured at the rail yard.',
    ['killed 5-: At least five people', 'injured 19: 19'],
  ],
  [
    'Eleven people were killed and 34 were wounded when a car bomb exploded.',
    ['killed 11: Eleven people', 'injured 34: 34'],
  ],
  ['Both men were killed.', ['killed 2: Both men']],
  ['The two brothers were executed.', ['killed 2: The two brothers']],
  ['More than a dozen were wounded.', ['injured 12-: More than a dozen']],
  ['Five or six farmers were kidnapped.', ['abducted 5-6: Five or six farmers']],
  ['Between five and eight farmers were abducted on Monday.', ['abducted 5-8: Between five and eight farmers']],
  ['Half a dozen officers were arrested.', ['detained 6: Half a dozen officers']],
  [
    'Hundreds of thousands of people were displaced.',
    ['displaced (hundreds of thousands): Hundreds of thousands of people'],
  ],
  ['900 soldiers were killed or wounded in a day.', ['killed_or_injured 900: 900 soldiers']],
  ['The 12 people killed in the raid were buried on Sunday.', ['killed 12: The 12 people']],
  ['Five people who were travelling in a convoy were killed.', ['killed 5: Five people']],
  ['Twenty-one Copts were beheaded in Libya.', ['killed 21: Twenty-one Copts']],
  ['Three aid workers were taken hostage.', ['abducted 3: Three aid workers']],
  ["The minister's driver was killed at the gate.", ["killed 1: The minister's driver"]],
]

const SUBJECT: readonly Row[] = [
  ['Five died in Homs and three in Hama.', ['killed 5: Five', 'killed 3: three']],
  ['As many as 60 pilgrims died.', ['killed -60: As many as 60 pilgrims']],
  ['No fewer than 40 people perished.', ['killed 40-: No fewer than 40 people']],
  ['A hundred and seventy people drowned off Zuwara.', ['killed 170: A hundred and seventy people']],
  ['The couple died in their home.', ['killed 2: The couple']],
  ['Seventy thousand people have fled.', ['displaced 70000: Seventy thousand people']],
  ['Thirty militants fled into the hills.', []],
  ['Some 1,700 fighters laid down their arms.', ['surrendered ~1700: Some 1,700 fighters']],
  ['The 2,000-strong garrison surrendered.', ['surrendered 2000: The 2,000']],
  [
    'Another daughter and a grandmother sustained grave injuries.',
    ['injured 1: Another daughter', 'injured 1: a grandmother'],
  ],
  ['An estimated 1,000 civilians were sheltering inside the plant.', ['trapped ~1000: An estimated 1,000 civilians']],
  ['Around 90,000 people have crossed into Chad.', ['displaced ~90000: Around 90,000 people']],
  ['Many residents lost their lives.', ['killed (many): Many residents']],
]

const STATES: readonly Row[] = [
  ['The strike left six dead and about 20 injured.', ['killed 6: six', 'injured ~20: about 20']],
  ['21 dead and 40 injured in Peshawar bombing', ['killed 21: 21', 'injured 40: 40']],
  ['3-5 people are missing.', ['missing 3-5: 3-5 people']],
  ['About 300 people are trapped under the rubble.', ['trapped ~300: About 300 people']],
  ['A bomb exploded, leaving hundreds homeless.', ['displaced (hundreds): hundreds']],
  ['Four men are in critical condition.', ['injured 4: Four men']],
  ['Up to 100 migrants are feared dead.', ['killed -100 conditional: Up to 100 migrants']],
]

const NOUNS: readonly Row[] = [
  ['The bodies of 200 people were found in a cellar.', ['bodies_found 200: 200 people']],
  ['Nine bodies were found in a well.', ['bodies_found 9: Nine bodies']],
  ['The burial of 11 fighters took place on Monday.', ['bodies_found 11: 11 fighters']],
  ['The deaths of 14 miners shocked the town.', ['killed 14: 14 miners']],
  ['They mourned the massacre of 30 villagers.', ['killed 30: 30 villagers']],
  ['There were 14 fatalities and 30 casualties.', ['killed 14: 14 fatalities', 'killed_or_injured 30: 30 casualties']],
  ['The bombing claimed the lives of nine pilgrims.', ['killed 9: nine pilgrims']],
  ['The battle cost 600 lives.', ['killed 600: 600 lives']],
  ['The ceasefire could save the lives of tens of thousands.', []],
  ['Both sides are taking heavy casualties.', ['killed_or_injured (heavy): heavy casualties']],
  ['Rebels freed 12 hostages.', []],
]

const TOLLS: readonly Row[] = [
  ['The death toll from the raid on the camp rose from 10 to 12.', ['killed 12: 12']],
  ['The death toll now stands at 88.', ['killed 88: 88']],
  ['The number of wounded has passed 4,000.', ['injured 4000-: passed 4,000']],
  ['Russian losses reached 500,000, the ministry said.', ['killed_or_injured 500000: 500,000']],
  ['Rescuers found more remains, bringing the total to 15.', ['killed 15: 15']],
]

const NOBODY: readonly Row[] = [
  ['No one was hurt when the mine went off.', ['injured 0: No one']],
  ['There were no casualties.', ['killed_or_injured 0: no casualties']],
  ['The shell hit a field and killed nobody.', ['killed 0: nobody']],
  ['No Turkish soldiers were injured.', ['injured 0: No Turkish soldiers']],
]

const MOODS: readonly Row[] = [
  ['Up to 30 people may have been killed.', ['killed -30 conditional: Up to 30 people']],
  ['The sniper could have killed three children.', ['killed 3 conditional: three children']],
  ['The army denied killing 12 herders.', ['killed 12 denied: 12 herders']],
  ['The group threatened to kill ten hostages.', ['killed 10 conditional: ten hostages']],
]

const PARTS: readonly Row[] = [
  [
    'At least 26 villagers including six children and three women were killed.',
    ['killed 26-: At least 26 villagers', 'killed 6: six children', 'killed 3: three women'],
  ],
  [
    'The blast killed 12 people, including three children, and wounded 30.',
    ['killed 12: 12 people', 'killed 3: three children', 'injured 30: 30'],
  ],
  [
    'At least three people, two of them soldiers, were killed.',
    ['killed 3-: At least three people', 'killed 2: two of them soldiers'],
  ],
  [
    'Rockets killed 60 people, many of whom were civilians.',
    ['killed 60: 60 people', 'killed (many): many of whom were civilians'],
  ],
  ['Five policemen were among the dead.', ['killed 5: Five policemen']],
  ['Ten nurses were among 48 people killed in the raid.', ['killed 10: Ten nurses', 'killed 48: 48 people']],
  ['Among the dead were a judge and two clerks.', ['killed 1: a judge', 'killed 2: two clerks']],
  ['The wounded include two medics and a driver.', ['injured 2: two medics', 'injured 1: a driver']],
  ['The bus carried 40 pilgrims, 17 of whom died.', ['killed 17: 17 of whom']],
  ['Three of the dead were children.', ['killed 3: Three of the dead']],
]

const NAMED: readonly Row[] = [
  ['Colonel Amadou Keita was killed near Kidal.', ['killed 1: Colonel Amadou Keita']],
  ['She was wounded by shrapnel.', ['injured 1: She']],
  ['The 41st Army lost a T-72 and an S-300.', []],
  ['Kharkiv was shelled and two were wounded.', ['injured 2: two']],
  ['The death of General Omar Diallo was confirmed.', ['killed 1: General Omar Diallo']],
]

const UPPER: readonly Row[] = [
  ['THREE SOLDIERS AND A CHILD WERE KILLED IN THE AMBUSH.', ['killed 3: THREE SOLDIERS', 'killed 1: A CHILD']],
  ['THE REBELS KILLED 12 POLICEMEN AND WOUNDED FIVE OTHERS.', ['killed 12: 12 POLICEMEN', 'injured 5: FIVE OTHERS']],
  ['MAYOR PEDRO RUIZ WAS SHOT TO DEATH ON TUESDAY.', ['killed 1: MAYOR PEDRO RUIZ']],
  ['THE MURDER OF TRADE UNION LEADERS MUST STOP.', []],
]

const BROKEN: readonly Row[] = [
  ['8 people killed 12 others injured in mortar fire on Taiz', ['killed 8: 8 people', 'injured 12: 12 others']],
  [
    'Shells hit the depot killing 6 citizens wounding many others and doing damage.',
    ['killed 6: 6 citizens', 'injured (many): many others'],
  ],
  ['Thu Aug 18 2016 70 Militants Killed in Hajjah', ['killed 70: 70 Militants']],
  [
    'Nine civilians several of them children killed by an air raid',
    ['killed 9: Nine civilians', 'killed (several): several of them children'],
  ],
]

const PEOPLE_LISTS: readonly Row[] = [
  [
    'Omar Diallo, his wife and their three children died.',
    ['killed 1: Omar Diallo', 'killed 1: his wife', 'killed 3: their three children'],
  ],
  [
    'The bomb killed Omar Diallo, a baker, and two of his daughters.',
    ['killed 1: Omar Diallo', 'killed 2: two of his daughters'],
  ],
  ['Killed in the raid were a nurse and two porters.', ['killed 1: a nurse', 'killed 2: two porters']],
  [
    'A suicide bomber struck the gate, killing himself and at least 30 worshippers.',
    ['killed 30-: at least 30 worshippers'],
  ],
  [
    'The head of the town council and several colleagues were killed.',
    ['killed 1: The head', 'killed (several): several colleagues'],
  ],
  ['Three commanders, including Omar Diallo, were killed.', ['killed 3: Three commanders', 'killed 1: Omar Diallo']],
]

const TRAPS: readonly Row[] = [
  ['Syrian girl, 8, dies of wounds', ['killed 1: girl']],
  ['Five people, ages 18 to 40, were shot.', ['injured 5: Five people']],
  ['Three men ages 17, 18 and 22 were shot.', ['injured 3: Three men']],
  ['Two boys, 15 and 16, were wounded.', ['injured 2: Two boys']],
  ['In the village, 15 were wounded.', ['injured 15: 15']],
  ['The company cut 300 jobs and killed two projects.', []],
  ['He visited troops on Monday and three deputies went along.', []],
  ['Of the 16 members of the family, only three survived.', []],
  ['There were no immediate reports of casualties.', []],
  ['Most of the fighters killed in the raid were foreigners.', []],
  ['Clashes killed 14 State media', ['killed 14: 14']],
  ['Gunmen kill priest in Kaduna', ['killed 1: priest']],
]

describe.each<[construction: string, rows: readonly Row[]]>([
  ['active verbs', ACTIVE],
  ['passives and participles', PASSIVE],
  ['verbs whose subject is the victim', SUBJECT],
  ['states', STATES],
  ['nouns of victims and of acts', NOUNS],
  ['running totals', TOLLS],
  ['nobody', NOBODY],
  ['hypotheses and denials', MOODS],
  ['parts of a whole', PARTS],
  ['named and single people', NAMED],
  ['upper-case text', UPPER],
  ['text that lost its commas and stops', BROKEN],
  ['people named and listed together', PEOPLE_LISTS],
  ['traps', TRAPS],
])('%s', (_construction, rows) => {
  test.each(rows)('%s', (sentence, figures) => expect(figuresOf(sentence)).toEqual(figures))
})

test('a part names its whole by its place in the list', () => {
  const text = 'Two died on Monday. On Tuesday 12 people, including three children, were killed.'
  const line = { start: 0, end: text.length, role: 'body', reason: '', postedAt: null } as const
  const document = { text, lines: [line] } as unknown as Document
  expect(findFigures(splitSentences(document)).map(({ low, partOf }) => [low, partOf])).toEqual([
    [2, null],
    [12, null],
    [3, 1],
  ])
})

test.each([
  [
    'Rebels abducted 30 girls on Monday. Fourteen of them escaped, and 16 were still being held.',
    [
      [30, null],
      [16, 0],
    ],
  ],
  [
    'Rebels abducted 30 girls on Monday. Some 16 are still in captivity.',
    [
      [30, null],
      [16, 0],
    ],
  ],
  [
    'Rebels abducted 30 girls on Monday. Ten were freed and 20 remain captive.',
    [
      [30, null],
      [20, 0],
    ],
  ],
  // no part of a toll of dead, and no more than the whole
  ['Rebels killed 30 men on Monday. Some 16 are still in captivity.', [[30, null]]],
  ['Rebels abducted 30 girls on Monday. Elections were held, and 50 were still being held.', [[30, null]]],
])('those who are held yet are part of those taken: %s', (text, figures) => {
  const line = { start: 0, end: text.length, role: 'body', reason: '', postedAt: null } as const
  const document = { text, lines: [line] } as unknown as Document
  expect(findFigures(splitSentences(document)).map(({ low, partOf }) => [low, partOf])).toEqual(figures)
})
