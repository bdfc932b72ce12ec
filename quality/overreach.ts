import type { Claim } from '../src/model/claim.ts'
import type { Reading } from '../src/model/reading.ts'
import { goldRows } from './gold-data.ts'
import { type GoldDocument, readGold } from './read-gold.ts'
import { score, type Score, type SuiteInput } from './suite.ts'

/** What a gold figure or event says about itself, as far as it matters here. */
interface GoldClaim {
  readonly sentence: string
  readonly place: string | null
  readonly date: string | null
}

interface GoldRow<Entry extends GoldClaim> extends GoldDocument {
  readonly figures?: readonly Entry[]
  readonly events?: readonly Entry[]
}

/** How to find the gold claims of a row, and which of our claims is meant by one of them. */
export interface OverreachOptions<Entry extends GoldClaim> {
  readonly entriesOf: (row: GoldRow<Entry>) => readonly Entry[]
  readonly matches: (claim: Claim, entry: Entry) => boolean
}

const DAY_MS = 86_400_000

/**
 * How often a claim is given a place or a date that the text does not tell (gold null). The scorers that ship with the
 * gold data look at filled fields only; a wrong place or date is worse than none (codebook, "Where and when").
 */
export function overreachScores<Entry extends GoldClaim>(input: SuiteInput, options: OverreachOptions<Entry>): Score[] {
  const tally = { placeNull: 0, placeGiven: 0, dateNull: 0, dateGiven: 0, dated: 0, dateRight: 0 }
  for (const row of input.data.flatMap((path) => goldRows<GoldRow<Entry>>(path))) {
    const reading = readGold(row, input.gazetteer)
    if (reading === null) continue
    const used = new Set<string>()
    for (const entry of options.entriesOf(row)) {
      const claim = reading.claims.find(
        (one) => !used.has(one.id) && standsIn(reading, one, entry.sentence) && options.matches(one, entry),
      )
      if (claim === undefined) continue
      used.add(claim.id)
      if (entry.place === null) {
        tally.placeNull++
        if (claim.place !== null) {
          tally.placeGiven++
          input.error({
            id: row.id,
            noPlace: claim.evidence.exact,
            got: claim.place.asWritten,
            sentence: entry.sentence,
          })
        }
      }
      if (entry.date === null) {
        tally.dateNull++
        if (claim.when !== null) {
          tally.dateGiven++
          input.error({ id: row.id, noDate: claim.evidence.exact, got: claim.when, sentence: entry.sentence })
        }
      } else {
        tally.dated++
        if (agrees(claim, entry.date)) tally.dateRight++
      }
    }
  }
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)
  return [
    score(
      'place given where the text tells none',
      share(tally.placeGiven, tally.placeNull),
      tally.placeNull,
      null,
      'at-most',
    ),
    score(
      'date given where the text tells none',
      share(tally.dateGiven, tally.dateNull),
      tally.dateNull,
      null,
      'at-most',
    ),
    score('date right where the text tells one', share(tally.dateRight, tally.dated), tally.dated),
  ]
}

/** The same rule as the scorers': the intervals overlap and their ends lie within a day. */
function agrees(claim: Claim, date: string): boolean {
  const [start = '', end = start] = date.split('/')
  const { when } = claim
  if (when?.start == null || when.end === null) return false
  const apart = Math.abs(Date.parse(when.end) - Date.parse(end))
  return when.start <= end && when.end >= start && apart <= DAY_MS
}

function standsIn(reading: Reading, claim: Claim, sentence: string): boolean {
  const { start, end } = claim.evidence.sentence
  const own = fold(reading.document.text.slice(start, end))
  const gold = fold(sentence)
  return own.includes(gold) || gold.includes(own)
}

/** Case, apostrophes and white space folded, for comparing quotes. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’`´]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/\s+/gu, ' ')
    .trim()
}
