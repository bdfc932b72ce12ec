import { expect, test } from 'vitest'

import type { Place } from '../../model/place.ts'
import { comparePlaces } from './compare-places.ts'

const place = (asWritten: string, at: Partial<Place>): Place => ({
  asWritten,
  name: null,
  geonameId: null,
  lat: null,
  lon: null,
  country: 'SY',
  admin1: null,
  facility: null,
  wherePrec: 1,
  geoPrecision: 1,
  ...at,
})
const aleppo = place('Aleppo', { geonameId: 170063, lat: 36.2, lon: 37.16, admin1: 'Aleppo' })

test.each<[string, Place, Place, number | null]>([
  ['the same name', aleppo, place('ALEPPO', {}), 1.5],
  ['a suburb within walking distance', aleppo, place('Hanano', { geonameId: 1, lat: 36.23, lon: 37.2 }), 1],
  ['a town a day away', aleppo, place('Homs', { geonameId: 2, lat: 34.73, lon: 36.71 }), null],
  ['the country around a town', aleppo, place('Syria', { geonameId: 3, lat: 35, lon: 38, wherePrec: 6 }), 0.25],
  ['another country', aleppo, place('Iraq', { geonameId: 4, lat: 33, lon: 44, wherePrec: 6, country: 'IQ' }), null],
  ['a street and a school of one name', place('Nahda Street', {}), place('Nahda school', {}), 0.5],
  ['two quarters the gazetteer lacks', place('Zuhur quarter', {}), place('Furqan quarter', {}), null],
])('%s', (_, a, b, fit) => {
  expect(comparePlaces(a, b)).toBe(fit)
})
