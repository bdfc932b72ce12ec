import { expect, test } from 'vitest'

import { describeReports } from '../../src/4-incidents/merge/describe-reports.ts'
import { mergeReports } from '../../src/4-incidents/merge/merge-reports.ts'
import { readArticle } from '../support/read-article.ts'

const read = (outlet: string, published: string, title: string, text: string): ReturnType<typeof readArticle> =>
  readArticle({ outlet, published, title, text })

/** Type, town and site of every report that a text founds. */
function reportsOf(text: string): string[] {
  const { incidents } = read('Wire A', '2022-11-21', 'Kremlin on homes', text).reading
  return incidents.map(({ type, place }) => [type.subEvent, place?.name, place?.facility].join(', '))
}

test.each([
  [
    'Russian forces do not attack residential buildings, the Kremlin said when asked about a tower in Izium.',
    ['Attack, Izyum, residential buildings'],
  ],
  [
    'The ministry denied that its forces were active near the railway station in Kramatorsk.',
    ['Attack, Kramatorsk, railway station'],
  ],
  ['The army denied striking the hospital in Izium.', ['Attack, Izyum, hospital']],
  // no town, no site, or nobody but the outlet
  ['Russian forces do not attack residential buildings, the Kremlin said on Monday.', []],
  ['Russian forces do not attack civilians in Izium, the Kremlin said on Monday.', []],
  ['There was no attack on the hospital in Izium.', []],
])('what a party denies at a site in a town is a report of it: %s', (text, expected) => {
  expect(reportsOf(text)).toEqual(expected)
})

const HOUSE = read(
  'Wire A',
  '2022-11-20',
  'Missile hits apartment block in Izium',
  'At least nine people were killed and 20 wounded on Sunday when a missile hit a five-storey apartment block in Izium, the governor of the region, Oleh Synehubov, said. Rescuers searched the ruins for people trapped under the concrete.',
)
const DENIAL = read(
  'Agency B',
  '2022-11-21',
  'Kremlin: homes are no targets',
  'Russian forces do not attack residential buildings, Kremlin spokesman Dmitry Peskov said on Monday when asked about the apartment block in Izium. He suggested that Ukrainian air defence was to blame.',
)
const MARKET = read(
  'Wire A',
  '2022-11-20',
  'Missile hits market in Izium',
  'Fourteen people were killed on Sunday when a missile hit the covered market in Izium, the governor of the region, Oleh Synehubov, said. The roof of the market burned for hours.',
)
const DEPOT = read(
  'Agency B',
  '2022-11-21',
  'Ministry: ammunition was the target in Izium',
  'Russian aircraft struck a depot with ammunition from the United States in Izium, the defence ministry said on Monday of its attack. Exploding ammunition set fire to a covered market nearby, the ministry said. It denied that the market itself had been hit.',
)

test.each([
  ['a denial and the strike on the house', [HOUSE, DENIAL], 1],
  ['a denial and the strike on the market of the same day', [MARKET, DENIAL], 2],
  ["the party's own target beside the market, and the market", [MARKET, DEPOT], 1],
])('%s', (_, documents, incidents) => {
  expect(mergeReports(documents.flatMap((one) => describeReports(one))).incidents).toHaveLength(incidents)
})
