import type { Claim } from '../../src/model/claim.ts'
import type { IncidentReport, Reading } from '../../src/model/reading.ts'
import { goldRows } from '../gold-data.ts'
import { type GoldDocument, readGold } from '../read-gold.ts'
import { score, type Suite } from '../suite.ts'

interface GunViolenceArticle extends GoldDocument {
  readonly gold: {
    readonly killed: number
    readonly injured: number
    readonly when_where: { readonly city: { readonly value: string }; readonly date: string | null }
  }
}

type Harm = 'killed' | 'injured'

/**
 * Local news on shootings, one incident an article (Gun Violence Database): a kind of text the rules were not written for.
 *
 * - The article's incident is the report with the most claims, the first of equals.
 * - Its killed (injured) are the largest number of people that one sentence gives as killed (injured) in it: the groups
 *   of a sentence add up ("a man and two boys"), parts of a figure do not, sentences never do, as a toll is told again
 *   and again. No figure counts as 0, as the articles rarely say that nobody died.
 * - City: the report's place, by name or as written. Date: the report's single day; the articles come without a
 *   publication date, and some gold dates have the wrong year, so "day and month" stands beside it.
 */
export const gvdb: Suite = {
  name: 'gvdb',
  title: 'Victims, city and date of shootings in local news (Gun Violence Database)',
  files: ['gvdb/dev.jsonl'],
  run: (input) => {
    const tally = new Map<string, { right: number; n: number }>()
    const mark = (name: string, isRight: boolean): void => {
      const { right, n } = tally.get(name) ?? { right: 0, n: 0 }
      tally.set(name, { right: right + (isRight ? 1 : 0), n: n + 1 })
    }
    for (const article of input.data.flatMap((path) => goldRows<GunViolenceArticle>(path))) {
      const { gold, id } = article
      const reading = readGold(article, input.gazetteer)
      const report = reading === null ? null : mainReport(reading)
      for (const harm of ['killed', 'injured'] as const) {
        const own = reading === null ? 0 : countHarmed(reading, report, harm)
        mark(`${harm} exact`, own === gold[harm])
        if (gold[harm] > 0) mark(`${harm} exact where any`, own === gold[harm])
        if (gold[harm] > 1) mark(`${harm} exact where several`, own === gold[harm])
        if (own !== gold[harm]) input.error({ id, harm, want: gold[harm], got: own })
      }
      const city = fold(gold.when_where.city.value)
      if (city !== '') {
        const names = [report?.place?.asWritten, report?.place?.name].map((name) => fold(name ?? ''))
        mark('city', names.includes(city))
        if (!names.includes(city)) input.error({ id, city, got: names })
      }
      const { date } = gold.when_where
      if (date !== null && date !== '') {
        const day = report?.when?.start !== report?.when?.end ? null : (report?.when?.start ?? null)
        mark('date', day === date)
        mark('date given', day !== null)
        if (day !== null) mark('day and month where given', day.slice(5) === date.slice(5))
      }
    }
    return Promise.resolve([...tally].map(([name, { right, n }]) => score(name, right / n, n)))
  },
}

function mainReport({ incidents }: Reading): IncidentReport | null {
  return incidents.reduce<IncidentReport | null>(
    (best, one) => (best === null || one.claims.length > best.claims.length ? one : best),
    null,
  )
}

/** The largest number of people that one sentence gives for the harm in the report; 0 where none does. */
function countHarmed(reading: Reading, report: IncidentReport | null, harm: Harm): number {
  const own = new Set(report?.claims)
  const bySentence = new Map<number, number>()
  for (const claim of reading.claims) {
    if (!own.has(claim.id) || !isToll(claim, harm)) continue
    const at = claim.evidence.sentence.start
    bySentence.set(at, (bySentence.get(at) ?? 0) + (claim.figure?.low ?? claim.figure?.high ?? 0))
  }
  return Math.max(0, ...bySentence.values())
}

function isToll({ figure, attribution }: Claim, harm: Harm): boolean {
  return (
    figure?.measure === harm &&
    figure.scope === 'incident' &&
    attribution.stance !== 'denied' &&
    attribution.stance !== 'conditional'
  )
}

function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
