import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { expect, test } from 'vitest'

import { foldName } from '../../model/fold-name.ts'
import { loadGazetteer } from './load-gazetteer.ts'

const gazetteer = loadGazetteer()
const FOLDER = resolve(import.meta.dirname, '../../../data/gazetteer')

test('the packed file is the one its checksum speaks of', () => {
  const digest = createHash('sha256')
    .update(readFileSync(join(FOLDER, 'gazetteer.bin')))
    .digest('hex')
  expect(readFileSync(join(FOLDER, 'gazetteer.bin.sha256'), 'utf8')).toBe(`${digest}  gazetteer.bin\n`)
})

const SPELLINGS: readonly [name: string, geonameId: number, country: string][] = [
  ['Severodonetsk', 691999, 'UA'],
  ['Sievierodonetsk', 691999, 'UA'],
  ['Syeverodonetsk', 691999, 'UA'],
  ['Deir ez-Zor', 170794, 'SY'],
  ['Deir Ezzor', 170794, 'SY'],
  ['Dayr az-Zawr', 170794, 'SY'],
  ["Sana'a", 71137, 'YE'],
  ['Sana’a', 71137, 'YE'],
  ['Hodeidah', 79415, 'YE'],
  ['Al-Hudaydah', 79415, 'YE'],
  ['Kyiv', 703448, 'UA'],
  ['KIEV', 703448, 'UA'],
  ['Svitlodarsk', 692093, 'UA'],
  ['Ciudad Juárez', 4013708, 'MX'],
  ['Mazar-i-Sharif', 1133616, 'AF'],
  ['El Fasher', 379555, 'SD'],
  ['Beledweyne', 64460, 'SO'],
]
test.each(SPELLINGS)('%s is a name of GeoNames entry %i in %s', (name, geonameId, country) => {
  const entries = gazetteer.find(foldName(name)).filter((entry) => entry.kind === 'settlement')
  expect(entries.map((entry) => [entry.geonameId, entry.country])).toContainEqual([geonameId, country])
})

test('divisions and countries have their places and names', () => {
  expect(gazetteer.find('lamar county')).toContainEqual(
    expect.objectContaining({ kind: 'admin2', admin1: 'Texas', country: 'US' }),
  )
  expect(gazetteer.find('conn')[0]).toMatchObject({ name: 'Connecticut', kind: 'admin1', geonameId: 4831725 })
  expect(gazetteer.find('ukraine')[0]).toMatchObject({ kind: 'country', country: 'UA', lat: 49, lon: 32 })
})

test('a facility hangs on its settlement', () => {
  expect(gazetteer.find('azovstal')[0]).toMatchObject({ kind: 'facility', settlement: 'Mariupol', country: 'UA' })
})

test('an unknown spelling finds the names it transliterates', () => {
  expect(gazetteer.find('khan shaikhoun')).toEqual([])
  expect(gazetteer.findSimilar('khan shaikhoun')[0]).toMatchObject({ country: 'SY', name: 'Khān Shaykhūn' })
})

test('a scanner learns when no name goes on', () => {
  expect(gazetteer.hasPrefix('khan')).toBe(true)
  expect(gazetteer.hasPrefix('khan you')).toBe(false)
  expect(gazetteer.hasPrefix('zzyzx')).toBe(false)
})

test("a reader's own places lie over the shipped ones", () => {
  const path = join(mkdtempSync(join(tmpdir(), 'cairn-')), 'extra.csv')
  writeFileSync(
    path,
    [
      'names,kind,country,of,target,lat,lon,geonameid',
      'Grain Silo 4|the fourth silo,facility,UA,Mariupol,,,,',
      'Novy Gorod,alias,UA,Mariupol,,,,',
      'Sand Ridge,region,YE,,,15.1,44.2,',
    ].join('\n'),
  )
  const extended = loadGazetteer({ extra: path })
  expect(extended.find('the fourth silo')[0]).toMatchObject({ kind: 'facility', settlement: 'Mariupol' })
  expect(extended.find('novy gorod')[0]).toMatchObject({ geonameId: 701822 })
  expect(extended.find('sand ridge')[0]).toMatchObject({ lat: 15.1, country: 'YE' })
  expect(extended.hasPrefix('grain silo')).toBe(true)
  expect(extended.version).not.toBe(gazetteer.version)
})

test('a row that points nowhere is named', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'cairn-')), 'extra.csv')
  writeFileSync(path, 'names,kind,country,of,target,lat,lon,geonameid\nNowhere,alias,UA,No Such Town,,,,')
  expect(() => loadGazetteer({ extra: path })).toThrow('"Nowhere": no settlement "No Such Town" in UA')
})
