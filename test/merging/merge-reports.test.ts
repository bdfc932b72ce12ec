import { describe, expect, test } from 'vitest'

import { describeReports } from '../../src/4-incidents/merge/describe-reports.ts'
import { mergeReports } from '../../src/4-incidents/merge/merge-reports.ts'
import type { ReadDocument } from '../../src/model/incident.ts'
import { type Article, readArticle } from '../support/read-article.ts'

const article = (outlet: string, published: string, title: string, text: string): Article => ({
  outlet,
  published,
  title,
  text,
})

const MARKET = article(
  'Wire A',
  '2016-03-15',
  'Air strike on Darat Izza market kills 14',
  'At least 14 people were killed and 30 wounded when an air strike hit a vegetable market in Darat Izza on Tuesday, rescue workers said. The Civil Defence said two missiles struck the market at about 10 a.m. Among the dead were four children.',
)
const MARKET_REVISED = article(
  'Daily B',
  '2016-03-16',
  'Death toll of Darat Izza market strike rises to 17',
  'The death toll from an air strike on a crowded vegetable market in Darat Izza has risen to 17, the Civil Defence said on Wednesday. Two missiles hit the market on Tuesday morning. Four children were among those killed.',
)
const MARKET_LATER = article(
  'Daily B',
  '2016-05-21',
  'Air strike on Darat Izza clinic kills three',
  'Three people were killed on Friday when an air strike hit a clinic in Darat Izza, a nurse said. The clinic had served two camps.',
)
const SHELLING = article(
  'Post C',
  '2016-03-15',
  'Shelling in Homs kills two',
  'Two people were killed by shelling in the al-Waer district of Homs on Tuesday, activists said.',
)
const SHOOTING = article(
  'Channel D',
  '2014-06-09',
  'Police: teen shot on Larkspur Avenue dies',
  'A 17-year-old boy who was shot on Larkspur Avenue on Sunday night has died, police said. Officers found Devon Whitlock lying on a porch in the 2100 block of Larkspur Avenue about 11:40 p.m. Detectives have no suspects.',
)
const SHOOTING_NAMED = article(
  'Tribune E',
  '2014-06-10',
  'Victim of Larkspur Avenue shooting identified as Devon Whitlock',
  'Police have identified a 17-year-old killed in a shooting late Sunday as Devon Whitlock. Whitlock was found on a porch in the 2100 block of Larkspur Avenue. No arrests have been made.',
)
const OTHER_SHOOTING = article(
  'Channel D',
  '2014-06-09',
  'Woman wounded in Maple Street shooting',
  'A 31-year-old woman was wounded in a shooting at a gas station on Maple Street on Sunday afternoon, police said. She was taken to hospital with a wound to the leg.',
)

const DEPOT = article(
  'Wire A',
  '2019-07-20',
  'Missiles hit bus depot in Taiz',
  'Nine people were killed and 21 wounded when two missiles hit the bus depot in Taiz on Friday evening, a hospital official said.',
)
const DEPOT_WEEK_LATER = article(
  'Daily B',
  '2019-07-26',
  'Taiz buries the dead of the bus depot',
  'Eleven people are now known to have died in the attack on the bus depot in Taiz, the health office said. Two of the wounded died in hospital.',
)
const BULLETIN = article(
  'Radio F',
  '',
  'Explosion',
  'Two people were killed by an explosion in a town, the radio said.',
)

/** What every story of one war ends with. */
const OF_THIS_WAR =
  'The Popular Salvation Front has fought the Federal Transitional Army since 2019. More than 41,000 people have been killed, according to the Relief Monitor for Human Rights, a group that relies on a network of activists and medics.'
const BRIDGE = article(
  'Wire A',
  '2021-05-11',
  'Shells kill nine at bridge in Debre Birhan',
  `Shells fired by the Popular Salvation Front killed nine people who were crossing a bridge in Debre Birhan on Tuesday, the Relief Monitor for Human Rights said. ${OF_THIS_WAR}`,
)
const BRIDGE_LATER = article(
  'Daily B',
  '2021-05-14',
  'Debre Birhan buries those who died on the bridge',
  'Eleven people who lost their lives when shells hit the bridge in Debre Birhan on Tuesday have been buried, a priest said. Two of them had been in hospital until Thursday.',
)
const CAMP = article(
  'Wire A',
  '2021-05-15',
  'Air raid on tents near Debre Birhan kills six',
  `Warplanes of the Federal Transitional Army killed six people in a camp near Debre Birhan on Saturday, the Relief Monitor for Human Rights said. The Popular Salvation Front called it a crime. ${OF_THIS_WAR}`,
)

const OTHERS = [MARKET_LATER, SHELLING, OTHER_SHOOTING]

function outletsOf(articles: readonly Article[]): string[][] {
  const documents = articles.map((one, i) => readArticle(one, i))
  return mergeAll(documents)
    .incidents.map(({ reports }) => [...new Set(reports.map(({ captureId }) => captureId))])
    .map((captures) => captures.map((captureId) => titleOf(documents, captureId)))
    .filter((titles) => titles.length > 1)
}

function mergeAll(documents: readonly ReadDocument[]): ReturnType<typeof mergeReports> {
  const profiles = documents.flatMap((document) => describeReports(document))
  return mergeReports(profiles)
}

function titleOf(documents: readonly ReadDocument[], captureId: string): string {
  return documents.find((one) => one.captureId === captureId)?.reading.document.title ?? ''
}

describe('two reports are one incident', () => {
  test.each([
    ['a toll that rises', MARKET, MARKET_REVISED],
    ['a victim who is named the next day', SHOOTING, SHOOTING_NAMED],
    ['a story of the site a week later that gives no day', DEPOT, DEPOT_WEEK_LATER],
    ['a funeral days later, told by others than the first report', BRIDGE, BRIDGE_LATER],
    ['the same text without any date', BULLETIN, { ...BULLETIN, outlet: 'Channel D' }],
  ])('%s', (_, one, other) => {
    expect(outletsOf([one, other, ...OTHERS])).toEqual([[one.title, other.title]])
  })
})

describe('two reports are two incidents', () => {
  test.each([
    ['another strike on the town, weeks later', MARKET, MARKET_LATER],
    ['the same day in another town', MARKET, SHELLING],
    ['two attacks of one war, told by the same speakers with the same background', BRIDGE, CAMP],
    ['two shootings of one night', SHOOTING, OTHER_SHOOTING],
  ])('%s', (_, one, other) => {
    expect(outletsOf([one, other])).toEqual([])
  })
})

describe('what a report is compared by', () => {
  test.each([
    ['the words of what happened', ['shell', 'killed', 'bridge'], true],
    ['the place', ['debre', 'birhan'], true],
    ['not who speaks of it', ['relief', 'monitor'], false],
    ['not who fights', ['transitional', 'army'], false],
  ])('%s', (_, words, isCompared) => {
    const main = describeReports(readArticle(BRIDGE)).find(({ isMain }) => isMain)
    for (const word of words) expect([word, main?.words.has(word)]).toEqual([word, isCompared])
  })
})
