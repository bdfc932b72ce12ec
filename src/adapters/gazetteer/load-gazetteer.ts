import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

import { CairnError } from '../../model/error.ts'
import type { Gazetteer } from '../../model/gazetteer.ts'
import { addPlaces } from './add-places.ts'
import { readPacked } from './packed-file.ts'
import { PackedLookup } from './packed-lookup.ts'

/** Loads the packed gazetteer that ships in data/gazetteer; `extra` names a CSV of the form of aliases.csv to add to it. */
export function loadGazetteer({ extra }: { readonly extra?: string } = {}): Gazetteer {
  const path = findFile()
  const file = readFileSync(path)
  const packed = readPacked(file)
  if (packed === null)
    throw new CairnError('missing-data', `${path} is not a gazetteer of this version; build it again.`)
  const digest = readFileSync(`${path}.sha256`, 'utf8').slice(0, 12)
  const gazetteer = new PackedLookup(packed, digest)
  if (extra === undefined) return gazetteer
  const table = readFileSync(extra, 'utf8')
  return addPlaces(gazetteer, table, `${digest}+${createHash('sha256').update(table).digest('hex').slice(0, 12)}`)
}

/** The data folder lies beside src/ in the checkout and beside dist/ once compiled. */
function findFile(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(resolve(folder), 'data/gazetteer/gazetteer.bin')
    if (existsSync(path)) return path
  }
  throw new CairnError('missing-data', 'data/gazetteer/gazetteer.bin is missing; run node scripts/build-gazetteer.mjs.')
}
