import { expect, test } from 'vitest'

import type { Place } from '../../src/model/place.ts'
import { isDatelineOnly, locate } from './locate-response.ts'

const place = (asWritten: string, at: Partial<Place>): Place => ({
  asWritten,
  name: null,
  geonameId: null,
  lat: null,
  lon: null,
  country: null,
  admin1: null,
  facility: null,
  wherePrec: null,
  geoPrecision: null,
  ...at,
})

test.each<[string, Place | null, string, { country: string | null; names: string[] }]>([
  ['no place: the country the text is about', null, 'IN LIMA', { country: 'PE', names: [] }],
  [
    'a town of that country',
    place('TARMA', { name: 'Tarma', country: 'PE', wherePrec: 1 }),
    'IN TARMA, PERU',
    { country: 'PE', names: ['Tarma', 'TARMA'] },
  ],
  [
    'a town of another country that the text never names',
    place('SAN RAMON', { name: 'San Ramon', country: 'US', wherePrec: 1 }),
    'A BOMB WENT OFF IN SAN RAMON.',
    { country: 'PE', names: ['SAN RAMON'] },
  ],
  [
    'nor a person of such a name',
    place('CORDERO', { name: 'Cordero', country: 'VE', wherePrec: 1 }),
    'COLONEL CORDERO SPOKE.',
    { country: 'PE', names: [] },
  ],
  [
    'the country by the name of its capital',
    place('GUATEMALA', { name: 'Guatemala City', country: 'GT', wherePrec: 1 }),
    'IN GUATEMALA',
    { country: 'GT', names: [] },
  ],
])('%s', (_, where, text, expected) => {
  expect(locate(where, 'PE', text)).toEqual(expected)
})

test.each<[string, boolean]>([
  ['LIMA, 3 MAY 90 -- A MAYOR WAS SHOT IN TARMA.', true],
  ['LIMA, 3 MAY 90 -- A MAYOR WAS SHOT IN LIMA.', false],
  ['TARMA, 3 MAY 90 -- A MAYOR WAS SHOT IN LIMA.', false],
])('%s: Lima stands in the dateline alone: %s', (text, expected) => {
  expect(isDatelineOnly(place('LIMA', { name: 'Lima' }), text)).toBe(expected)
})
