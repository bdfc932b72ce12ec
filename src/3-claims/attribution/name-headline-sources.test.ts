import { expect, test } from 'vitest'

import type { Document } from '../../model/document.ts'
import { splitSentences } from '../text/split-sentences.ts'
import { findAttributions } from './find-attributions.ts'

/** Who vouches for the number in the headline, the first of the lines. */
function claimantOfHeadline(text: string): string {
  const lines = [...text.matchAll(/[^\n]+/gu)].map((match, i) => ({
    start: match.index,
    end: match.index + match[0].length,
    role: i === 0 ? 'headline' : 'body',
    reason: 'test',
    postedAt: null,
  }))
  const document = { text, lines } as unknown as Document
  const start = text.search(/\d/u)
  return findAttributions(splitSentences(document), document).attributionOf(0, { start, end: start + 2 }).claimant.name
}

test.each([
  ['WHO: 70 killed in attack on hospital', 'WHO'],
  ['MSF: 12 staff killed in raid', 'MSF'],
  ['Red Crescent: 12 medics missing after raid', 'Red Crescent'],
  ['WHO says 70 killed in attack on hospital', 'WHO'],
  ['Strike kills 70 in hospital: WHO', 'WHO'],
  ['Strike kills 70 in hospital: MSF', 'MSF'],
  ['Arad: local officials count 64 dead', 'local officials'],
  ['Monitors record at least 12 deaths in Arad', 'Monitors'],
  // a kind of piece, a state, a place: nobody speaks
  ['LIVE: 70 killed in attack on hospital', 'outlet'],
  ['US: 12 killed in raid on base', 'outlet'],
  ['Body count 64 after fall of Arad', 'outlet'],
  // a building is what the piece is about, unless one speaks in it or is quoted
  ['Arad hospital: 19 dead', 'outlet'],
  ['Arad hospital: 19 dead\nThe bodies of 19 people were brought in, the hospital said.', 'Arad hospital'],
  ['Arad hospital: "Only 19 beds left"', 'Arad hospital'],
])('%s: %s', (text, expected) => {
  expect(claimantOfHeadline(text)).toBe(expected)
})
