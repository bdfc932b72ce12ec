import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { type GivenText, readReport } from '../../../test/support/read-document.ts'
import type { ReadDocument } from '../../model/incident.ts'
import { findCitations } from '../lineage/find-citations.ts'
import { findLineage } from '../lineage/find-lineage.ts'
import { findOrigins } from './find-origins.ts'
import type { Matter } from './gather-claims.ts'

const REPORTS: readonly GivenText[] = [
  {
    id: 'wire',
    outlet: 'Harbour Wire',
    published: '2022-06-02',
    title: 'Shell hits bakery in Kramatorsk',
    text: `KRAMATORSK, Ukraine, June 2 (Harbour Wire) - A shell hit a bakery in Kramatorsk on Thursday morning, killing seven people, the governor of the region, Pavlo Kyrylenko, said.

Residents said that two children had been wounded in the queue outside the shop.

The Russian defence ministry denied that its forces had fired on the city.`,
  },
  {
    id: 'copy',
    outlet: 'Valley Courier',
    published: '2022-06-03',
    title: 'Seven die at bakery',
    text: `A shell hit a bakery in Kramatorsk on Thursday morning, killing seven people, the governor of the region, Pavlo Kyrylenko, said.

Residents said that two children had been wounded in the queue outside the shop. (Harbour Wire)`,
  },
  {
    id: 'own',
    outlet: 'Meridian Broadcasting',
    published: '2022-06-03',
    title: 'Bakery in Kramatorsk in ruins',
    text: `Eight people were killed when a shell fell on a bakery in Kramatorsk on Thursday, Kyrylenko said. He had spoken of seven dead before.

The general staff of Russia's armed forces said that it knew of no strike on Kramatorsk.

The United Nations human rights office said at least eight civilians had been killed in the attack.`,
  },
  {
    id: 'citing',
    outlet: 'Savanna Courier',
    published: '2022-06-04',
    title: 'Toll of Kramatorsk bakery',
    text: `Nine people were killed by the shell that struck the Kramatorsk bakery on Thursday, OHCHR said on Saturday.

Two children were wounded, Harbour Wire reported.`,
  },
]

function matterOf(documents: readonly ReadDocument[]): Matter {
  const claims = documents.flatMap(({ captureId, reading }) =>
    reading.claims.filter(({ kind }) => kind === 'figure').map(({ id }) => ({ captureId, claimId: id })),
  )
  return { id: 'i-bakery', documents, claims }
}

const documents = REPORTS.map(readReport)
const found = findOrigins(matterOf(documents), findLineage(documents))

describe('origins of one matter', () => {
  test.each<[claimant: string, documents: string[], party: string | null]>([
    ['Pavlo Kyrylenko', ['wire', 'copy', 'own'], null],
    ['Harbour Wire', ['wire', 'copy', 'citing'], null],
    ['UN human rights office', ['own', 'citing'], null],
  ])('%s', (claimant, inDocuments, party) => {
    const origin = found.origins.find((one) => one.claimant === claimant)
    expect(origin).toMatchObject({ documents: inDocuments, party })
    expect(origin?.trace.length).toBeGreaterThan(0)
  })

  test('a copy adds no origin', () => {
    const without = documents.filter(({ captureId }) => captureId !== 'copy')
    const fewer = findOrigins(matterOf(without), findLineage(without))
    expect(fewer.origins.map(({ id }) => id)).toEqual(found.origins.map(({ id }) => id))
  })

  test('every claim of the matter is in one origin, and the origin holds it', () => {
    expect(found.claims).toHaveLength(matterOf(documents).claims.length)
    for (const { claimId, origin, captureId } of found.claims) {
      const holder = found.origins.find(({ id }) => id === origin)
      expect(holder?.claims).toContain(claimId)
      expect(holder?.documents).toContain(captureId)
    }
  })

  test('a voice without a name says through whom it is known', () => {
    expect(found.claims.map(({ claimant }) => claimant)).toContain('Residents, by Harbour Wire')
  })

  test('the order of documents and claims does not matter, nor that they are given twice', () => {
    const lineage = findLineage(documents)
    const { claims } = matterOf(documents)
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...documents, ...documents], { minLength: documents.length * 2 }),
        fc.shuffledSubarray([...claims, ...claims], { minLength: claims.length * 2 }),
        (someDocuments, someClaims) => {
          expect(findOrigins({ id: 'i-bakery', documents: someDocuments, claims: someClaims }, lineage)).toEqual(found)
        },
      ),
      { numRuns: 20 },
    )
  })
})

test('a report that names another as its source is linked to it, once', () => {
  const links = findCitations(documents, findLineage(documents))
  expect(links.map(({ captureId, from, kind }) => [captureId, from, kind])).toEqual([['citing', 'wire', 'citation']])
  expect(links[0]?.trace[0]?.quote).toBe('Two children were wounded, Harbour Wire reported.')
})

test('two texts that credit one agency are one origin, though they share no words', () => {
  const texts = [
    {
      id: 'a',
      outlet: 'Valley Courier',
      published: '2022-06-03',
      text: 'KYIV (AFP) - Four people were killed when a rocket fell on a market in Kharkiv on Friday.',
    },
    {
      id: 'b',
      outlet: 'Morning Mail',
      published: '2022-06-03',
      text: 'Rocket fire on Kharkiv left four people dead among the stalls on Friday.\n\nTrams stood still until the evening, and the market is to stay shut for a week. -- AFP',
    },
    {
      id: 'c',
      outlet: 'Evening Star',
      published: '2022-06-03',
      text: 'Our reporter counted four people killed at the market in Kharkiv on Friday.',
    },
  ].map(readReport)
  const { origins } = findOrigins(matterOf(texts), findLineage(texts))
  expect(origins.map(({ claimant, documents: all }) => [claimant, all]).sort()).toEqual([
    ['AFP', ['a', 'b']],
    ['Evening Star', ['c']],
  ])
})
