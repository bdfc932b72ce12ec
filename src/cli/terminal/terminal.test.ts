import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Attribution, Figure } from '../../model/claim.ts'
import type { Place } from '../../model/place.ts'
import type { When } from '../../model/when.ts'
import { cleanText } from './clean-text.ts'
import { describeBounds, describeClaimant, describeLanguage, describePlace, describeWhen } from './describe-claim.ts'
import { displayWidth } from './display-width.ts'
import { layOutTable } from './lay-out-table.ts'
import { findScreen, paint } from './screen.ts'
import { wrapPieces, wrapText } from './wrap-text.ts'

const PLAIN = { width: 40, hasColour: false }

describe('text of a document is made harmless, one unit for one', () => {
  test.each([
    ['\u001b[31mred\u001b[0m', '␛[31mred␛[0m'],
    ['bell\u0007 null\u0000 delete\u007f', 'bell␇ null␀ delete␡'],
    ['\u009b31m', '\ufffd31m'],
    ['a\r\nb\tc', 'a \nb\tc'],
    ['\u202enihton\u202c', '\ufffdnihton\ufffd'],
    ['Слава, 你好, שלום, e\u0301', 'Слава, 你好, שלום, e\u0301'],
  ])('%j', (text, clean) => expect(cleanText(text)).toBe(clean))

  test('property: offsets hold and no control character is left', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(text)).toHaveLength(text.length)
        expect(cleanText(text)).not.toMatch(/[^\P{Cc}\t\n]/u)
      }),
    )
  })
})

test.each([
  ['plain', 5],
  ['Київ', 4],
  ['e\u0301', 1],
  ['日本', 4],
  ['한국', 4],
  ['שלום', 4],
  ['💥', 2],
  ['👨‍👩‍👧', 2],
  ['ﷺ', 1],
  ['', 0],
])('%s takes %d columns', (text, width) => expect(displayWidth(text)).toBe(width))

describe('wrapping', () => {
  test.each([
    ['four words on lines', 10, ['four words', 'on lines']],
    ['  blanks   are one ', 20, ['blanks are one']],
    ['a verylongwordhere b', 8, ['a', 'verylong', 'wordhere', 'b']],
    ['日本語の文字列', 6, ['日本語', 'の文字', '列']],
    ['', 10, []],
  ])('%j at %d', (text, width, lines) => expect(wrapText(text, width)).toEqual(lines))

  test('styles do not count and do not leak over a line', () => {
    const screen = { width: 9, hasColour: true }
    const pieces = [
      { text: 'At least ', styles: [] },
      { text: '40 people', styles: ['bold', 'figure'] },
      { text: ', he said', styles: [] },
    ] as const
    expect(wrapPieces(pieces, 9, screen)).toEqual([
      'At least',
      '\u001b[33m\u001b[1m40\u001b[22m\u001b[39m',
      '\u001b[33m\u001b[1mpeople\u001b[22m\u001b[39m,',
      'he said',
    ])
  })

  test('property: no line is wider than asked and nothing is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 30 }), (text, width) => {
        const lines = wrapText(text, width)
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replace(/[ \t\n]/gu, ''))
      }),
    )
  })
})

test('a table keeps to the width, the widest column giving way first', () => {
  const rows = [
    ['F1', '"at least 40"', 'the mayor of a town with a long name'],
    ['F2', '"3"', 'residents'],
  ]
  expect(layOutTable(['', 'as written', 'claimant'], rows, PLAIN)).toEqual([
    '    as written     claimant',
    'F1  "at least 40"  the mayor of a town',
    '                   with a long name',
    'F2  "3"            residents',
  ])
})

test.each([
  [{ isTTY: true, columns: 120 }, {}, { width: 120, hasColour: true }],
  [{ isTTY: true, columns: 120 }, { NO_COLOR: '1' }, { width: 120, hasColour: false }],
  [{ isTTY: true, columns: 120 }, { NO_COLOR: '' }, { width: 120, hasColour: true }],
  [{ isTTY: true, columns: 120 }, { TERM: 'dumb' }, { width: 120, hasColour: false }],
  [{}, { COLUMNS: '100' }, { width: 100, hasColour: false }],
  [{}, { FORCE_COLOR: '1', NO_COLOR: '1' }, { width: 80, hasColour: true }],
  [{ isTTY: true, columns: 10 }, { FORCE_COLOR: '0' }, { width: 40, hasColour: false }],
])('the screen of %j with %j', (output, env, screen) => {
  expect(findScreen(output, env)).toEqual(screen)
  expect(paint(findScreen(output, env), ['bold'], 'x')).toBe(screen.hasColour ? '\u001b[1mx\u001b[22m' : 'x')
})

describe('a claim in words', () => {
  const figure = (low: number | null, high: number | null, rest: Partial<Figure> = {}): Figure => ({
    measure: 'killed',
    low,
    high,
    approx: false,
    vague: null,
    asWritten: '',
    who: ['people'],
    scope: 'incident',
    subsetOf: null,
    period: null,
    ...rest,
  })
  test.each([
    [figure(5, 5), '5'],
    [figure(21000, null), '21,000 or more'],
    [figure(null, 5), 'up to 5'],
    [figure(5, 8), '5 to 8'],
    [figure(200, 200, { approx: true }), 'about 200'],
    [figure(null, null, { vague: 'dozens' }), '"dozens", no number'],
    [figure(0, 0), '0'],
  ])('bounds %#: %s', (given, words) => expect(describeBounds(given)).toBe(words))

  const attribution = (rest: Partial<Attribution['claimant']>, relay: string[] = []): Attribution => ({
    claimant: { kind: 'person', name: 'Ivan Petrenko', role: null, affiliation: null, ...rest },
    cue: 'said',
    stance: 'asserted',
    hedges: [],
    relay,
  })
  test.each([
    [attribution({}), 'Ivan Petrenko'],
    [attribution({ role: 'mayor', affiliation: 'Kharkiv' }), 'Ivan Petrenko, mayor, Kharkiv'],
    [attribution({ name: 'the mayor of Kharkiv', role: 'mayor' }), 'the mayor of Kharkiv'],
    [attribution({}, ['agency X', 'paper Y']), 'Ivan Petrenko (via agency X, via paper Y)'],
    [attribution({ kind: 'outlet', name: 'outlet' }), 'the outlet itself'],
  ])('claimant %#: %s', (given, words) => expect(describeClaimant(given)).toBe(words))

  const when = (start: string | null, end: string | null, asWritten: string | null = null): When => ({
    asWritten,
    start,
    end,
    datePrec: null,
    timePrecision: null,
    anchor: 'text',
  })
  test.each([
    [null, 'not said'],
    [when('2022-05-24', '2022-05-24'), '2022-05-24'],
    [when('2022-02-24', '2022-05-24'), '2022-02-24 to 2022-05-24'],
    [when('2022-02-24', null), 'since 2022-02-24'],
    [when(null, '2022-05-24'), 'until 2022-05-24'],
    [when(null, null, 'on Friday'), '"on Friday"'],
  ])('date %#: %s', (given, words) => expect(describeWhen(given)).toBe(words))

  const place = (rest: Partial<Place>): Place => ({
    asWritten: 'Kiev',
    name: 'Kyiv',
    geonameId: 1,
    lat: 50,
    lon: 30,
    country: 'UA',
    admin1: null,
    facility: null,
    wherePrec: 1,
    geoPrecision: 1,
    ...rest,
  })
  test.each([
    [null, 'not said'],
    [place({}), 'Kyiv, UA'],
    [place({ facility: 'maternity hospital' }), 'maternity hospital, Kyiv, UA'],
    [place({ asWritten: 'Ukraine', name: 'Ukraine', wherePrec: 6 }), 'Ukraine'],
    [place({ name: null, country: null, asWritten: 'Oldtown' }), 'Oldtown (not found)'],
  ])('place %#: %s', (given, words) => expect(describePlace(given)).toBe(words))

  test.each([
    ['de', 'German (de)'],
    ['uk', 'Ukrainian (uk)'],
    [null, 'language not known'],
  ])('language %s: %s', (code, words) => expect(describeLanguage(code)).toBe(words))
})
