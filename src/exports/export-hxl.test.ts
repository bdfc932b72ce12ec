import { describe, expect, test } from 'vitest'

import { HXL_HASHTAGS } from '../../data/words/hxl-hashtags.ts'
import { marketSet, readCsv } from '../../test/support/export-set.ts'
import { exportHxl, HXL_TAGS } from './export-hxl.ts'
import { writeCsv } from './write-csv.ts'

/** A tag specification as HXL 1.1 defines it ("Hashtag row"): a hashtag, then attributes; blanks may stand between. */
const TAG_SPEC = /^\s*#[A-Za-z][_0-9A-Za-z]*(?:\s*\+[A-Za-z][_0-9A-Za-z]*)*\s*$/u

test.each([
  ['#event', true],
  ['#affected+killed+min', true],
  ['#geo +lat', true],
  ['#affected+killed+', false],
  ['affected', false],
  ['#1event', false],
  ['#geo+lat lon', false],
  ['#geo-lat', false],
])('the grammar takes %j: %s', (tag, isTag) => {
  expect(TAG_SPEC.test(tag)).toBe(isTag)
})

test('every tag keeps the grammar', () => {
  expect(HXL_TAGS.filter((tag) => !TAG_SPEC.test(tag))).toEqual([])
})

test('every hashtag is a core hashtag', () => {
  expect(HXL_TAGS.filter((tag) => !HXL_HASHTAGS.has(tag.replace(/\+.*$/u, '')))).toEqual([])
})

test('no two columns have the same tag, in whatever order its attributes stand', () => {
  const sorted = HXL_TAGS.map((tag) => tag.split('+').sort().join('+'))
  expect(new Set(sorted).size).toBe(sorted.length)
})

test('killed and injured stand under #affected only, and armed actors under #group', () => {
  expect(HXL_TAGS.filter((tag) => /\+(?:killed|injured)\b/u.test(tag) && !tag.startsWith('#affected'))).toEqual([])
  expect(HXL_TAGS.filter((tag) => tag.startsWith('#org'))).toEqual([])
})

describe('the rows', () => {
  const table = exportHxl(marketSet())
  const rows = readCsv(writeCsv(table, HXL_TAGS))

  test('the second row holds the hashtags, and only hashtags', () => {
    expect(Object.values(rows[0] ?? {})).toEqual(HXL_TAGS)
  })

  test.each([
    ['#event+name', 'Air strike, Port Elen, 1 May 2030'],
    ['#date+occurred+start', '2030-05-01'],
    ['#country+code+v_iso2', 'UA'],
    ['#geo+lat', '46.5'],
    ['#affected+killed+min', '38'],
    ['#affected+killed+max', '41'],
    ['#affected+killed+best', '41'],
    ['#affected+killed+children+min', '4'],
    ['#affected+killed+civilian+max', '41'],
    ['#affected+injured+min', ''],
    ['#status+grade', 'confirmed'],
    ['#meta+documents+num', '4'],
  ])('%s is %j', (tag, value) => {
    const header = table.columns[HXL_TAGS.indexOf(tag)]?.name ?? ''
    expect(rows[1]?.[header]).toBe(value)
  })
})
