import type { Gazetteer, GazetteerEntry } from '../../src/model/gazetteer.ts'
import { readDocument } from '../../src/2-document/read-document.ts'
import { captureBytes } from '../../src/1-capture/capture-bytes.ts'
import { findPlaces } from '../../src/3-claims/places/find-places.ts'
import type { PlaceMention } from '../../src/3-claims/places/place-index.ts'
import { splitSentences } from '../../src/3-claims/text/split-sentences.ts'
import { goldRows } from '../gold-data.ts'
import { precisionRecall, score, type Score, type Suite, type SuiteInput } from '../suite.ts'

interface GoldToponym {
  readonly start: number
  readonly end: number
  readonly phrase: string
  /** Kind of place expression (GeoWebNews); absent in LGL, where every annotation is a toponym. */
  readonly type?: string
  readonly geonameid?: string
  readonly lat?: number
  readonly lon?: number
  readonly country?: string
}
interface GoldRow {
  readonly id: string
  readonly text: string
  readonly gold: { readonly toponyms: readonly GoldToponym[] }
}

/** Kinds that name no place on the map: neither required nor wrong. */
const NEUTRAL: ReadonlySet<string> = new Set(['Literal_Expression', 'Non_Lit_Expression', 'Non_Toponym', 'Language'])
/** Greatest distance on the globe, as the literature uses it for the area under the curve of log errors. */
const MAX_ERROR_KM = 20_039
const NEAR_KM = 161

/** Place names in local and web news: found, and put on the map. */
export const toponyms: Suite = {
  name: 'toponyms',
  title:
    'Place names found and resolved. "Acc@161km" is over found toponyms with ground truth, as in the literature; "end to end" over all with ground truth, missed ones counting as wrong',
  files: ['toponyms/lgl_dev.jsonl', 'toponyms/geowebnews_dev.jsonl'],
  run: (input) => Promise.resolve(input.data.flatMap((path) => scoreSet(path, input))),
}

function scoreSet(path: string, { gazetteer, error }: SuiteInput): Score[] {
  const rows = goldRows<GoldRow>(path)
  const set = path.includes('geowebnews')
    ? 'GeoWebNews'
    : path.includes('lgl')
      ? 'LGL'
      : (path.split('/').pop() ?? path)
  const points = pointsOf(gazetteer)
  const found = { gold: 0, predicted: 0, exact: 0, overlap: 0 }
  const errors: number[] = []
  const country = { right: 0, n: 0 }
  let grounded = 0
  let uncovered = 0
  for (const row of rows) {
    const mentions = placesOf(row, gazetteer)
    const gold = row.gold.toponyms.filter(({ type }) => type === undefined || !NEUTRAL.has(type))
    const neutral = row.gold.toponyms.filter(({ type }) => type !== undefined && NEUTRAL.has(type))
    found.gold += gold.length
    for (const mention of mentions) {
      const isGold = gold.some((other) => overlaps(mention, other))
      if (!isGold && neutral.some((other) => overlaps(mention, other))) continue
      found.predicted++
      if (!isGold)
        error({
          set,
          id: row.id,
          falseAlarm: row.text.slice(mention.start, mention.end),
          rule: mention.rule,
          context: row.text.slice(Math.max(0, mention.start - 40), mention.end + 30),
        })
    }
    for (const toponym of gold) {
      const exact = mentions.find(({ start, end }) => start === toponym.start && end === toponym.end)
      const match = exact ?? mentions.find((mention) => overlaps(mention, toponym))
      if (exact !== undefined) found.exact++
      if (match !== undefined) found.overlap++
      else
        error({
          set,
          id: row.id,
          missed: toponym.phrase,
          type: toponym.type,
          context: row.text.slice(Math.max(0, toponym.start - 40), toponym.end + 30),
        })
      const truth = points(toponym)
      if (truth === null) {
        if (toponym.geonameid !== undefined) uncovered++
        continue
      }
      grounded++
      if (match === undefined) continue
      const { lat, lon } = match.place
      const km = lat === null || lon === null ? MAX_ERROR_KM : kilometres(lat, lon, truth.lat, truth.lon)
      errors.push(km)
      if (truth.country !== null) {
        country.n++
        if (match.place.country === truth.country) country.right++
      }
      if (km > NEAR_KM)
        error({
          set,
          id: row.id,
          wrong: toponym.phrase,
          km: Math.round(km),
          got: `${match.place.name}, ${match.place.admin1}, ${match.place.country}`,
          want: truth.label,
          context: row.text.slice(Math.max(0, toponym.start - 40), toponym.end + 40),
        })
    }
  }
  const exact = precisionRecall(found.exact, found.predicted, found.gold)
  const loose = precisionRecall(found.overlap, found.predicted, found.gold)
  const near = errors.filter((km) => km <= NEAR_KM).length
  const resolved = errors.filter((km) => km < MAX_ERROR_KM)
  const mean = (values: readonly number[]): number | null =>
    values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length
  return [
    score(`${set}: precision (exact span)`, exact.precision, found.predicted),
    score(`${set}: recall (exact span)`, exact.recall, found.gold),
    score(`${set}: F1 (exact span)`, exact.f1, found.gold),
    score(`${set}: F1 (overlap)`, loose.f1, found.gold),
    score(`${set}: Acc@161km`, errors.length === 0 ? null : near / errors.length, errors.length, 0.8),
    score(`${set}: Acc@161km end to end`, grounded === 0 ? null : near / grounded, grounded),
    score(`${set}: country`, country.n === 0 ? null : country.right / country.n, country.n),
    score(
      `${set}: AUC of log error (0 is best)`,
      mean(errors.map((km) => Math.log(km + 1) / Math.log(MAX_ERROR_KM))),
      errors.length,
    ),
    score(
      `${set}: mean error km, resolved`,
      mean(resolved.map(Math.round)) === null ? null : Math.round(mean(resolved) ?? 0),
      resolved.length,
    ),
    score(`${set}: ids without coordinates here`, uncovered, grounded + uncovered),
  ]
}

/** The places step alone on the text as it stands, so that the offsets are the text's own. */
function placesOf({ id, text }: GoldRow, gazetteer: Gazetteer): readonly PlaceMention[] {
  const given = { sourceId: id, title: null, published: null, url: null, outlet: null }
  const document = readDocument(captureBytes(new TextEncoder().encode(text), 'text', given))
  if ('reason' in document) return []
  if (document.text !== text) throw new Error(`${id}: the document's text is not the text that was given`)
  return findPlaces(splitSentences(document), document, gazetteer).mentions
}

interface Point {
  readonly lat: number
  readonly lon: number
  readonly country: string | null
  readonly label: string
}

/** Where a gold toponym lies: its own coordinates, else those of its GeoNames id as the gazetteer has them. */
function pointsOf(gazetteer: Gazetteer): (toponym: GoldToponym) => Point | null {
  const codes = new Map<string, string>()
  const english = new Intl.DisplayNames(['en'], { type: 'region' })
  for (let a = 65; a <= 90; a++)
    for (let b = 65; b <= 90; b++) {
      const code = String.fromCharCode(a, b)
      const name = english.of(code)
      if (name !== undefined && name !== code) codes.set(name, code)
    }
  return ({ geonameid, lat, lon, country, phrase }) => {
    const id = geonameid === undefined ? NaN : Number(geonameid)
    const entry: GazetteerEntry | null = Number.isNaN(id) ? null : gazetteer.findById(id)
    const code = entry?.country ?? (country === undefined ? null : (codes.get(country) ?? null))
    const label = `${entry?.name ?? phrase} ${lat ?? entry?.lat},${lon ?? entry?.lon}`
    if (lat !== undefined && lon !== undefined) return { lat, lon, country: code, label }
    return entry === null ? null : { lat: entry.lat, lon: entry.lon, country: code, label }
  }
}

function overlaps(
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
): boolean {
  return a.start < b.end && b.start < a.end
}

function kilometres(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const rad = Math.PI / 180
  const h =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(h)))
}
