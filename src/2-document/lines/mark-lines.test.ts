import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { LineRole } from '../../model/document.ts'
import type { DomEvidence } from './dom-evidence.ts'
import { markLines } from './mark-lines.ts'

/** A report with other matter mixed in, as it comes out of a page: each line with the role it must get. */
const MIXED: readonly [line: string, role: LineRole][] = [
  ['Shelling kills nine at a bus stop in Harvest Street', 'headline'],
  ['By Olena Marchuk and Piet de Vries', 'byline'],
  ['Published 4 March 2023 at 18:20', 'dateline'],
  [
    'Nine people were killed when shells fell on a bus stop in the north of the city on Saturday, the regional governor said.',
    'body',
  ],
  ['Rescuers carry a stretcher past the burnt-out bus (Ivan Koval/Reuters)', 'caption'],
  ['Read more: Border town evacuated after dam warning', 'teaser'],
  [
    'The governor, writing online, said the shells had come from across the river and that two of the dead were schoolchildren.',
    'body',
  ],
  ['Football league to resume next month despite protests from smaller clubs', 'teaser'],
  ['Grain talks: Ministers “cautiously hopeful” as ships queue in the strait', 'teaser'],
  [
    'Hospitals in the city asked for blood donors, and the power company said four districts had no electricity.',
    'body',
  ],
  ['Hospitals ask for blood donors as power cuts spread', 'heading'],
  ['A surgeon at the main hospital said blood was running short and that operations went on by torchlight.', 'body'],
  ['What we know', 'heading'],
  ['• The shells struck at about 8.15 in the morning', 'bullet'],
  ['• Two schoolchildren are among the dead', 'bullet'],
  ['The army of the other side did not comment on the shelling, and its spokesman did not answer calls.', 'body'],
  ['Sign up to our free morning briefing for the latest from the front', 'promo'],
  ['Follow us on Telegram for live coverage', 'promo'],
  ['ADVERTISEMENT', 'promo'],
  ['Additional reporting by Anna Lind; editing by Tomas Ruiz', 'credit'],
  ['Source: Harbour Wire', 'credit'],
]

describe('the lines of a page with other stories mixed in', () => {
  const text = MIXED.map(([line]) => line).join('\n\n')
  const roles = markLines(text, null).map(({ start, end, role }) => [text.slice(start, end), role])
  test.each(MIXED.map(([line, role], i) => ({ line, role, i })))('$role: $line', ({ line, role, i }) => {
    expect(roles[i]).toEqual([line, role])
  })
})

test('a hard-wrapped text is read by paragraphs', () => {
  const text =
    '   HARBOUR CITY, 12 MAY 91 (COAST RADIO) -- THREE SOLDIERS DIED WHEN A\nMINE WENT OFF UNDER THEIR TRUCK ON THE ROAD TO THE AIRPORT, THE\nDEFENCE MINISTRY REPORTED TODAY.\n\n   NOBODY CLAIMED THE ATTACK. THE ROAD WAS CLOSED FOR THE REST OF THE\nDAY WHILE TROOPS SEARCHED THE FIELDS ON BOTH SIDES.\n'
  expect(markLines(text, null).map(({ start, end }) => text.slice(start, end).split('\n').length)).toEqual([3, 2])
})

test('a flattened page is cut where its list of other stories begins', () => {
  const prose =
    'Government troops shelled the northern suburb for a third day, killing four people at a bakery, residents said. An army spokesman said that only armed men had been targeted. '.repeat(
      4,
    )
  const text = `${prose}Related News Ceasefire talks resume in the capital | Five films to see this winter | The price of bread`
  expect(markLines(text, null).map(({ role }) => role)).toEqual(['body', 'teaser'])
})

test('a table of a toll stays the document’s own text', () => {
  const text =
    'The figures as of Monday, from the relief office:\n\nCOASTLAND:\nTotal dead: 192\nInjured: 4,877\nHospitalised: 542'
  expect(markLines(text, null).filter(({ role }) => role === 'teaser' || role === 'promo')).toEqual([])
})

test('the page’s structure tells a linked headline from the same words in a heading', () => {
  const prose = 'The bridge was hit twice on Friday night and three guards were hurt, the district head said.'
  const line = 'Dam repairs begin as engineers reach the northern gate'
  const text = `${prose}\n\n${line}\n\n${prose}`
  const dom = (linkDensity: number, tag: string): DomEvidence[] => [
    {
      start: prose.length + 2,
      end: prose.length + 2 + line.length,
      tag,
      linkDensity,
      container: 'article-body',
      postedAt: null,
    },
  ]
  expect(markLines(text, null, dom(1, 'p'))[1]?.role).toBe('teaser')
  expect(markLines(text, null, dom(0, 'h2'))[1]?.role).toBe('heading')
})

test('any text: lines lie in order, do not overlap, are trimmed, and hold every visible character', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\n', '\r\n', ' ', 'Related News A', 'Tags'))),
      (pieces) => {
        const text = pieces.join('')
        const lines = markLines(text, null)
        let at = 0
        for (const { start, end } of lines) {
          expect(text.slice(at, start).trim()).toBe('')
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(text.slice(at).trim()).toBe('')
      },
    ),
  )
})
