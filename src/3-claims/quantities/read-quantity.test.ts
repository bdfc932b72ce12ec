import { expect, test } from 'vitest'

import { tokenize } from '../text/tokenize.ts'
import { readQuantity } from './read-quantity.ts'

/** The first quantity of the text as "low-high", "~" for approximate, the vague word, or "none". */
function first(text: string): string {
  const tokens = tokenize(text, 0)
  for (let at = 0; at < tokens.length; at++) {
    const quantity = readQuantity(tokens, at)
    if (quantity === null) continue
    const { low, high, approx, vague } = quantity
    return vague ?? `${approx ? '~' : ''}${low ?? ''}-${high ?? ''}`
  }
  return 'none'
}

test.each<[text: string, quantity: string]>([
  ['2,500 men', '2500-2500'],
  ['473 400 people', '473400-473400'],
  ['2.5 million people', '2500000-2500000'],
  ['twenty-one', '21-21'],
  ['twenty one people', '21-21'],
  ['a hundred and seventy', '170-170'],
  ['two hundred and fifty thousand', '250000-250000'],
  ['half a million', '500000-500000'],
  ['a quarter of a million', '250000-250000'],
  ['half a dozen', '6-6'],
  ['two dozen', '24-24'],
  ['a couple of men', '2-2'],
  ['at least five', '5-'],
  ['no fewer than 40', '40-'],
  ['more than a dozen', '12-'],
  ['50 or more', '50-'],
  ['50+', '50-'],
  ['up to 30', '-30'],
  ['as many as 60', '-60'],
  ['fewer than ten', '-10'],
  ['about 40', '~40-40'],
  ['an estimated 1,000', '~1000-1000'],
  ['some 300', '~300-300'],
  ['5 to 8 men', '5-8'],
  ['5-8 men', '5-8'],
  ['between 5 and 8', '5-8'],
  ['five or six', '5-6'],
  ['hundreds of thousands', 'hundreds of thousands'],
  ['a large number of rebels', 'a large number'],
  ['several dozen men', 'several dozen'],
  ['many', 'many'],
])('%s', (text, quantity) => expect(first(text)).toBe(quantity))

test.each([
  '35% of them',
  '$500',
  '12 km away',
  'five years',
  'in 2014',
  'on 7 October',
  'October 7, 2023',
  'at 10:30',
  'No. 1',
  'the 41st Army',
  'a T-72 and an S-300',
  'a 53-year-old',
  'Ramos, 34, was',
])('%s is no count of people', (text) => expect(first(text)).toBe('none'))
