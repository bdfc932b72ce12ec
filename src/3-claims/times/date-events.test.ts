import { expect, test } from 'vitest'

import type { Reach } from '../reach.ts'
import { splitSentences } from '../text/split-sentences.ts'
import { findTimes } from './find-times.ts'
import { newsDocument } from '../../../test/support/news-document.ts'

/** What whenOf or periodOf says of the claim `span` (its first occurrence) as `start/end`. */
function dateOf(kind: Reach | 'period', text: string, span: string, published: string | null): string | null {
  const document = newsDocument(text, published)
  const sentences = splitSentences(document)
  const start = text.indexOf(span)
  const sentence = sentences.find((each) => each.start <= start && start < each.end)
  const times = findTimes(sentences, document)
  const place = [sentence?.index ?? -1, { start, end: start + span.length }] as const
  const when = kind === 'period' ? times.periodOf(...place) : times.whenOf(...place, kind)
  return when === null ? null : `${when.start ?? ''}/${when.end ?? ''}`
}

// 2022-05-25 is a Wednesday.
test.each([
  // The date of the harm's own clause.
  ['A shell killed five people on Monday.', 'five people', '2022-05-23/2022-05-23'],
  ['On Monday, a shell killed five people near the mill.', 'five people', '2022-05-23/2022-05-23'],
  ["Monday's strike left five people dead.", 'five people', '2022-05-23/2022-05-23'],
  ['Nine died on Monday and four were hurt on Sunday.', 'four', '2022-05-22/2022-05-22'],
  ['Nine died on Monday and four were hurt on Sunday.', 'Nine', '2022-05-23/2022-05-23'],
  ['In August 2019 a raid killed nine, and the year before four died there.', 'four', '2018-01-01/2018-12-31'],
  ['In August 2019 a raid killed nine, and the year before four died there.', 'nine', '2019-08-01/2019-08-31'],
  ["Tuesday's deaths followed a raid on Sunday when four people died.", 'four people', '2022-05-22/2022-05-22'],
  [
    'The strike on Tuesday came a week after a raid killed four people at the port.',
    'four people',
    '2022-05-17/2022-05-17',
  ],
  ['Five people died on Tuesday last week.', 'Five people', '2022-05-17/2022-05-17'],
  // Not the date of the saying.
  ['The mayor said on Tuesday that five people were killed on Sunday.', 'five people', '2022-05-22/2022-05-22'],
  ['Five people were killed on Sunday, the mayor told the agency on Tuesday.', 'Five people', '2022-05-22/2022-05-22'],
  [
    'Five people were killed on Sunday, the ministry said in a statement late on Tuesday.',
    'Five people',
    '2022-05-22/2022-05-22',
  ],
  ['The army announced Friday that five people were killed on Wednesday.', 'five people', '2022-05-18/2022-05-18'],
  ['Five people were killed on Wednesday, the army announced on Friday.', 'Five people', '2022-05-18/2022-05-18'],
  ['The mayor said on Sunday that five people were killed on Sunday.', 'five people', '2022-05-22/2022-05-22'],
  [
    'In a statement issued on 3 May, the army said that five people were killed on 1 May.',
    'five people',
    '2022-05-01/2022-05-01',
  ],
  // Only the saying is dated: the harm may lie long before it.
  ['In a statement issued on 3 May, the army said that five people were killed.', 'five people', null],
  ['The army said in a statement issued on 3 May that five people were killed.', 'five people', null],
  ["The ministry's statement of 3 May put the toll at 50.", '50', null],
  ['Five people were killed, the governor told reporters Tuesday.', 'Five people', null],
  ['On Tuesday the army said that five people had been abducted.', 'five people', null],
  ['It was announced on Tuesday that five people had been killed.', 'five people', null],
  ['The deaths of five people were confirmed on Tuesday.', 'five people', null],
  ['Five people were killed by shelling, the mayor said on Tuesday.', 'Five people', null],
  [
    'Fifty people are now known to have died in the raid, the mayor told a parliament committee on Tuesday.',
    'Fifty people',
    null,
  ],
  ['Parents told the governor, a former general, on Monday that 40 girls were missing.', '40 girls', null],
  // A length of time counted to the harm, or from it.
  ['Receipts from the week before the strike that killed five people were found.', 'five people', null],
  // What a day of remembrance remembers: the day or the year it counts back to.
  [
    'On Friday seven men were buried thirty years after five people were killed.',
    'five people',
    '1992-01-01/1992-12-31',
  ],
  ['Tuesday marked ten years since five people were killed at the mill.', 'five people', '2012-05-24/2012-05-24'],
  [
    'They lit candles on Tuesday, the 20th anniversary of the massacre of five people.',
    'five people',
    '2002-05-24/2002-05-24',
  ],
  [
    'Crowds met on Tuesday to mark the first anniversary of the blast that killed five people.',
    'five people',
    '2021-05-21/2021-05-27',
  ],
  [
    'On the one-year anniversary of the raid, in which five people died, relatives laid flowers on Tuesday.',
    'five people',
    '2021-05-24/2021-05-24',
  ],
  ['Five years ago on Tuesday, a bomb killed five people at the mill.', 'five people', '2017-05-24/2017-05-24'],
  [
    'This year marks the tenth anniversary of the raid that killed five people.',
    'five people',
    '2012-01-01/2012-12-31',
  ],
  ['Ten years ago today, five people were killed at the mill.', 'five people', '2012-05-25/2012-05-25'],
  [
    'Two years to the day after a bomb killed five people, nobody has been charged.',
    'five people',
    '2020-05-25/2020-05-25',
  ],
  [
    'A year after a bomb killed nine people at the mill, five people died in a raid on Monday.',
    'five people',
    '2022-05-23/2022-05-23',
  ],
  [
    'On the first anniversary of the war, shelling killed five people on Tuesday.',
    'five people',
    '2022-05-24/2022-05-24',
  ],
  ['Shelling killed five people on Tuesday, the first anniversary of the war.', 'five people', '2022-05-24/2022-05-24'],
  // The day of an answer to a harm, of a burial, of a new count.
  ['The council on Tuesday remembered the five people killed in the raid.', 'five people', null],
  [
    'On Tuesday, the town mourned the five people killed by the army in May 1992.',
    'five people',
    '1992-05-01/1992-05-31',
  ],
  ['The minister condemned on Tuesday an attack that killed five people.', 'five people', null],
  ['Five people killed in the raid were buried in the town on Tuesday.', 'Five people', null],
  ['Five people killed on Sunday were laid to rest on Tuesday.', 'Five people', '2022-05-22/2022-05-22'],
  ['A landslide buried five people after the shelling on Tuesday.', 'five people', '2022-05-24/2022-05-24'],
  ['The toll from the strike rose to 50 on Tuesday.', '50', null],
  ['On Tuesday, the number of dead climbed to 50.', '50', null],
  ['The number of people killed in the strike on Monday rose to 50 on Tuesday.', '50', '2022-05-23/2022-05-23'],
  ['Five people were confirmed dead on Tuesday.', 'Five people', null],
  // The date of a clause about something else.
  ['Some 40 bodies lay in a cellar in Dorvik, the port that the army took last week.', '40 bodies', null],
  ['Five people died in Dorvik in a blast that happened on Monday.', 'Five people', '2022-05-23/2022-05-23'],
  ['In June 2015 raids killed five people.', 'five people', '2015-06-01/2015-06-30'],
  // A day after the month, though "killed" follows.
  ['The strike of May 14 killed 45 people.', '45 people', '2022-05-14/2022-05-14'],
  ['From 2 March to 8 April they counted 45 dead.', '45 dead', '2022-03-02/2022-04-08'],
  [
    "Toll of blast rises to 50\nThe toll of Monday's suspected gas attack has risen to 50.",
    '50',
    '2022-05-23/2022-05-23',
  ],
  // A window told of on an earlier day ends on that day.
  ['Shelling killed 60 people in the past 24 hours, the mayor said on Monday.', '60 people', '2022-05-22/2022-05-23'],
  // From the sentences around it.
  ['A shell hit the mill on Monday. Five people were killed.', 'Five people', '2022-05-23/2022-05-23'],
  [
    'Five killed as shell hits mill\nA shell hit the mill on Monday, killing five people.',
    'Five',
    '2022-05-23/2022-05-23',
  ],
  // Background does not leak into the story, nor the story into what is yet to come.
  [
    'A shell hit the mill on Monday.\nIn 2014 a raid on the same street killed nine people.\nFive people were killed in the mill.',
    'Five people',
    '2022-05-23/2022-05-23',
  ],
  ['A shell hit the mill on Monday. An earlier attack killed nine people.', 'nine people', null],
  // What follows a harm does not date it; the date that stands with its noun does.
  ['Two men were charged on Tuesday with the murder of five villagers.', 'five villagers', null],
  ['The council on Tuesday condemned the murder of five villagers.', 'five villagers', null],
  ['The bishop lamented on Tuesday the murder of five villagers.', 'murder', null],
  [
    'Two men were charged on Tuesday with the 3 May murder of five villagers.',
    'five villagers',
    '2022-05-03/2022-05-03',
  ],
  ['A raid on Tuesday led to the deaths of five villagers.', 'five villagers', '2022-05-24/2022-05-24'],
  // What has happened is never dated ahead.
  ['Mourners for the five dead will gather on Friday.', 'five dead', null],
  // A week is narrowed by the day on which the harm is said to have happened.
  ['Five people died at the mill last week. It happened on Thursday night.', 'Five people', '2022-05-19/2022-05-19'],
  // The date of a picture is not the date of what it shows.
  [
    'A picture taken on 21 May 2022 shows the mill. Five people were killed there on Monday.',
    'Five people',
    '2022-05-23/2022-05-23',
  ],
  // The text does not tell.
  ['Five people were killed near the mill.', 'Five people', null],
] as const)('%s | %s', (text, span, expected) => {
  expect(dateOf('story', text, span, '2022-05-25')).toBe(expected)
})

test.each([
  ['At least 900 people have died since February.', '900 people', '2022-02-01/2022-05-25'],
  ['At least 900 people have died since the war began in March 2011.', '900 people', '2011-03-01/2022-05-25'],
  ['The ministry said on Monday that 900 people have died since February.', '900 people', '2022-02-01/2022-05-23'],
  ['At least 900 people died from March to April 2021.', '900 people', '2021-03-01/2021-04-30'],
  ['From 1 to 15 May some 900 people died.', '900 people', '2022-05-01/2022-05-15'],
  ['In the first six months of 2015 some 900 people died.', '900 people', '2015-01-01/2015-06-30'],
  ['Some 900 people died in 2014-2015.', '900 people', '2014-01-01/2015-12-31'],
  ['Some 900 people died in 2014.', '900 people', '2014-01-01/2014-12-31'],
  ['Some 900 people have died this year.', '900 people', '2022-01-01/2022-05-25'],
  ['Some 900 people have died in the past week.', '900 people', '2022-05-18/2022-05-25'],
  [
    'The war began on 24 February 2022. Officials count 900 dead since the invasion started.',
    '900 dead',
    '2022-02-24/2022-05-25',
  ],
  ['More than 900 people have died in the war.', '900 people', null],
  ['Some 900 people have fled since 1 May. Up to 400 people may flee.', '400 people', null],
] as const)('total: %s', (text, span, expected) => {
  expect(dateOf('period', text, span, '2022-05-25')).toBe(expected)
})

test.each([
  ['Five people died on Friday.', null],
  ['Five people died on 20 May 2022.', '2022-05-20/2022-05-20'],
])('without a publication date: %s', (text, expected) => {
  expect(dateOf('story', text, 'Five people', null)).toBe(expected)
})

const STORY = 'A shell hit the mill on Monday.'
/** The story, and enough told after it that the lead is over. */
const FILLED = `${STORY} The roof fell in. The mayor wept. The road was closed.`

test.each([
  // The event's own clause or sentence.
  ['A shell hit the mill on Monday.', 'hit', '2022-05-23/2022-05-23'],
  // Headline and lead tell the story's own incident.
  ['Shell hits mill\nA shell hit the mill on Monday.', 'hits', '2022-05-23/2022-05-23'],
  ['A shell has hit the mill.\nThe strike came on Monday.', 'hit', '2022-05-23/2022-05-23'],
  // It goes on in the next sentences, or takes the incident up by name.
  [`${STORY} The roof collapsed and the depot exploded.`, 'exploded', '2022-05-23/2022-05-23'],
  [`${FILLED} The ministry called the attack a crime.`, 'attack', '2022-05-23/2022-05-23'],
  // An aim, a quality, a habit, a state, a possibility: no day.
  [`${STORY} The army wants to capture the town.`, 'capture', null],
  [`On Monday the army fired at the mill to capture the town.`, 'capture', null],
  [`${STORY} People fled to two besieged towns.`, 'besieged', null],
  [`On Monday a convoy reached two besieged towns.`, 'besieged', null],
  [`${STORY} Such attacks are a tactic of the rebels.`, 'attacks', null],
  [`${STORY} The town was under siege for two years.`, 'siege', null],
  [`${STORY} The rebels could attack the town.`, 'attack', null],
  [`${STORY} The aid came in the wake of recent strikes on the port.`, 'strikes', null],
  // The perfect below the lead is background.
  [`${FILLED} The rebels have captured three villages.`, 'captured', null],
  [`${FILLED} The town is surrounded by the army.`, 'surrounded', null],
  // Another place, another time.
  [`${FILLED}\nMeanwhile, in the south, rebels shelled a port.`, 'shelled', null],
  [
    'The council met.\nResidents spoke of fear.\nA road was shelled.\nA mast fell.\nLast week troops were told to retreat.',
    'shelled',
    null,
  ],
] as const)('event: %s | %s', (text, span, expected) => {
  expect(dateOf('incident', text, span, '2022-05-25')).toBe(expected)
})

test.each([
  // A time named in passing dates nothing before it.
  [
    'The bodies of 40 people were found in a cellar.\nThe mayor wept.\nIt was cold.\nThe city is in ruins.\nLast week, troops were told to stop firing.',
    '40 people',
    null,
  ],
  // A report that opens with its own date and names no day: the lead only.
  ['KYIV, May 24 (Example) -- Shelling killed five people.', 'five people', '2022-05-23/2022-05-24'],
  [
    'KYIV, May 24 (Example) -- Shelling hit a mill. It was loud. The mayor wept. Prices rose. Nine people died.',
    'Nine people',
    null,
  ],
  // "In 2014" dates its own sentence only.
  [`${STORY} In 2014 a raid killed nine people. Four men were hurt.`, 'Four men', null],
] as const)('figure: %s | %s', (text, span, expected) => {
  expect(dateOf('story', text, span, '2022-05-25')).toBe(expected)
})

test.each([
  // The day of the saying is not that of what is said.
  ['The mayor said on Tuesday that the city was empty.', 'the city was empty', null],
  ['The mayor said on Tuesday that the city was shelled on Monday.', 'the city was shelled', '2022-05-23/2022-05-23'],
  [`${STORY} The mayor said that the city was empty.`, 'the city was empty', null],
] as const)('statement: %s | %s', (text, span, expected) => {
  expect(dateOf('sentence', text, span, '2022-05-25')).toBe(expected)
})
