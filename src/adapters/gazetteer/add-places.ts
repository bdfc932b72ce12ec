import { CairnError } from '../../model/error.ts'
import { foldName } from '../../model/fold-name.ts'
import { type Gazetteer, type GazetteerEntry, PLACE_KINDS, type PlaceKind } from '../../model/gazetteer.ts'
import { parseCsv } from './parse-csv.ts'

/**
 * Lays a reader's own places over a gazetteer.
 *
 * @param table CSV with the columns of data/gazetteer/aliases.csv: names (first is the main one, others after |), kind,
 *   country, of, target, lat, lon, geonameid
 * @throws {CairnError} "missing-data" naming every row that points to no known place or has no coordinates
 */
export function addPlaces(base: Gazetteer, table: string, version: string): Gazetteer {
  const added = new Map<string, GazetteerEntry[]>()
  const prefixes = new Set<string>()
  const faults: string[] = []
  for (const row of parseCsv(table)) {
    const names = (row['names'] ?? '').split('|')
    const entry = readRow(row, names[0] ?? '', base)
    if (typeof entry === 'string') faults.push(entry)
    else {
      for (const name of names) {
        const key = foldName(name)
        added.set(key, [...(added.get(key) ?? []), entry])
        const words = key.split(' ')
        words.forEach((_, i) => prefixes.add(words.slice(0, i + 1).join(' ')))
      }
    }
  }
  if (faults.length > 0) throw new CairnError('missing-data', faults.join('\n'))
  return {
    version,
    find: (key) => {
      const own = added.get(key)
      return own === undefined ? base.find(key) : [...own, ...base.find(key).filter((entry) => !own.includes(entry))]
    },
    findById: (id) => base.findById(id),
    hasPrefix: (key) => prefixes.has(key) || base.hasPrefix(key),
    findSimilar: (key) => base.findSimilar(key),
  }
}

function readRow(row: Readonly<Record<string, string>>, name: string, base: Gazetteer): GazetteerEntry | string {
  const { kind = '', country = '', of = '', target = '', lat = '', lon = '', geonameid = '' } = row
  const kinds = kind === 'alias' && target !== '' ? target.split('|') : ['settlement']
  const home = base.find(foldName(of)).find((entry) => entry.country === country && kinds.includes(entry.kind))
  if (of !== '' && home === undefined) return `"${name}": no ${kinds.join(' or ')} "${of}" in ${country}`
  if (kind === 'alias') return home ?? `"${name}": an alias needs the place it is a name of`
  const known = PLACE_KINDS.find((other): other is PlaceKind => other === kind)
  if (known === undefined) return `"${name}": unknown kind "${kind}"`
  if ((lat === '' || lon === '') && home === undefined) return `"${name}": neither coordinates nor a settlement`
  return {
    name,
    geonameId: geonameid === '' ? null : Number(geonameid),
    lat: lat === '' ? (home?.lat ?? 0) : Number(lat),
    lon: lon === '' ? (home?.lon ?? 0) : Number(lon),
    country: country === '' ? null : country,
    admin1: home?.admin1 ?? null,
    admin2: home?.admin2 ?? null,
    kind: known,
    population: 0,
    settlement: home?.name ?? null,
  }
}
