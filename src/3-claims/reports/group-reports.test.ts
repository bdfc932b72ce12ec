import { expect, test } from 'vitest'

import type { Claim } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import type { Gazetteer } from '../../model/gazetteer.ts'
import { findClaims } from '../find-claims.ts'

const NO_GAZETTEER: Gazetteer = {
  version: 'none',
  find: () => [],
  findById: () => null,
  hasPrefix: () => false,
  findSimilar: () => [],
}

/** The words of each report's claims, by report. */
function groupsOf(text: string): string[][] {
  const lines = text.split('\n').reduce<{ start: number; end: number }[]>((spans, line) => {
    const start = (spans.at(-1)?.end ?? -1) + 1
    return [...spans, { start, end: start + line.length }]
  }, [])
  const document = {
    id: 'sha256:test',
    language: 'en',
    publishedAt: '2024-03-12',
    text,
    lines: lines.map((span) => ({ ...span, role: 'body', reason: '', postedAt: null })),
    sourceMap: [],
  } as unknown as Document
  const { claims, incidents } = findClaims(document, NO_GAZETTEER)
  const byId = new Map<string, Claim>(claims.map((claim) => [claim.id, claim]))
  return incidents.map(({ claims: ids }) =>
    ids
      .map((id) => byId.get(id))
      .filter((claim) => claim?.kind === 'event')
      .map((claim) => claim?.evidence.exact ?? ''),
  )
}

test.each<[name: string, text: string, groups: string[][]]>([
  [
    'the general word carries on the report before it',
    'A car bomb exploded outside a police station.\nThe blast wounded several officers.',
    [['car bomb', 'blast']],
  ],
  [
    'another attack is another report',
    'A car bomb exploded outside a police station.\nAnother car bomb went off near a school.',
    [['car bomb'], ['car bomb']],
  ],
  [
    'events of different kinds are different reports',
    'Rebels kidnapped two engineers.\nThe army shelled a village.',
    [['kidnapped'], ['shelled']],
  ],
  [
    'the attacks of a battle are no part of one strike in the town',
    'A rocket hit a bakery in Sirte on Monday.\nThe battle for Sirte has lasted two months.',
    [['hit'], ['battle']],
  ],
  [
    'further victims belong to the same attack',
    'A mortar attack on a camp killed nine people.\nAnother 12 people were wounded.',
    [['mortar attack', 'wounded']],
  ],
  [
    'what burns near what was hit is its doing',
    'Aircraft bombed hangars with ammunition.\nExploding shells set fire to a shopping centre nearby.',
    [['bombed', 'set fire to']],
  ],
  [
    'rival accounts of what hit one building',
    'A blast at the Nasr hospital killed 50 people on Tuesday.\nThe ministry blamed an air strike on the Nasr hospital.\nThe army said a rocket fired by militants hit the Nasr hospital.',
    [['blast', 'air strike', 'fired']],
  ],
  [
    'what an attack sets on fire is its doing',
    'A missile struck a crowded market on Monday afternoon and set it on fire.',
    [['struck', 'set it on fire']],
  ],
  [
    'a siege beside a total founds no report',
    'At least 21,000 civilians were killed in the weeks of the siege, the mayor said.',
    [['killed']],
  ],
  [
    'another person abducted is another report',
    'The rebels kidnapped the trader Luis Perez.\nThe farmer Juan Soto was kidnapped on a road.\nThey kidnapped Luis Perez at his farm.',
    [['kidnapped', 'kidnapped'], ['kidnapped']],
  ],
  [
    'the same person told again is the same report',
    'Gunmen murdered a judge in her car.\nThe judge was murdered on her way to court.',
    [['murdered', 'murdered']],
  ],
  [
    'the past that a text of remembrance looks back on founds no report',
    'Crowds marked the 30th anniversary on Tuesday.\nMore than 4,000 men were murdered after Orun fell to rebels in July 1994.',
    [],
  ],
  [
    'one bombing that is remembered founds one',
    'Crowds marked the tenth anniversary on Tuesday.\nA car bomb killed 40 people in the market in July 2014.',
    [['car bomb']],
  ],
  [
    'the same past in another text founds reports',
    'The council met on Tuesday.\nMore than 900 men were murdered after Orun fell to rebels in July 1994.',
    [['murdered'], ['fell to']],
  ],
  ['an event that is only possible founds no report', 'Rebels could shell the airport.', []],
])('%s', (_, text, groups) => {
  expect(groupsOf(text)).toEqual(groups)
})
