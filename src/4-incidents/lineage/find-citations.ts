import { NEWS_AGENCIES } from '../../../data/claimants/news-agencies.ts'
import type { Claim } from '../../model/claim.ts'
import { foldName } from '../../model/fold-name.ts'
import type { LineageLink, ReadDocument } from '../../model/incident.ts'
import type { Trace } from '../../model/trace.ts'
import type { Lineage } from './lineage.ts'

/** Names under which an outlet is cited, folded, to the first of them. */
const ONE_NAME: ReadonlyMap<string, string> = new Map(
  NEWS_AGENCIES.flatMap(({ names }) =>
    names.map((name): [string, string] => [outletKey(name), outletKey(names[0] ?? name)]),
  ),
)

/**
 * Finds which documents of one matter name another of them as their source ("Harbour Wire reported", a credit to the
 * agency) without holding its words: each is linked to the latest report of the outlet it names that is not later than itself.
 *
 * @param documents of one matter (an incident): an outlet that is cited has written much else
 */
export function findCitations(documents: readonly ReadDocument[], lineage: Lineage): readonly LineageLink[] {
  const byOutlet = new Map<string, ReadDocument[]>()
  const unique = [...new Map(documents.map((document) => [document.captureId, document])).values()].sort(compare)
  for (const document of unique) {
    const { outlet } = document.reading.document
    if (outlet === null) continue
    const key = canonical(outlet)
    const known = byOutlet.get(key)
    if (known === undefined) byOutlet.set(key, [document])
    else known.push(document)
  }
  const links: LineageLink[] = []
  for (const document of unique) {
    const copied = new Set(lineage.sourcesOf(document.captureId).map(({ from }) => from))
    const own = document.reading.document.outlet === null ? '' : canonical(document.reading.document.outlet)
    for (const [outlet, trace] of citedBy(document, lineage)) {
      const cited = outlet === own ? null : latestUntil(byOutlet.get(outlet) ?? [], document)
      if (cited === null || copied.has(cited.captureId)) continue
      links.push({
        captureId: document.captureId,
        from: cited.captureId,
        kind: 'citation',
        containment: null,
        trace: [
          trace,
          {
            rule: 'lineage/cited-report',
            quote: cited.reading.document.title ?? '',
            reason: 'the latest report of that outlet on the matter until then',
          },
        ],
      })
    }
  }
  return links
}

/** Outlets that a document names as where it has something from, with the words. */
function citedBy({ captureId, reading }: ReadDocument, lineage: Lineage): ReadonlyMap<string, Trace> {
  const cited = new Map<string, Trace>()
  const note = (name: string, trace: Trace): void => {
    if (!cited.has(canonical(name))) cited.set(canonical(name), trace)
  }
  const credit = lineage.creditOf(captureId)
  if (credit !== null) note(credit, { rule: 'lineage/credited', quote: credit, reason: 'the text credits this outlet' })
  for (const claim of reading.claims) {
    const { claimant, relay } = claim.attribution
    for (const name of [...relay, ...(claimant.kind === 'outlet' ? [] : [claimant.name])]) {
      note(name, {
        rule: 'lineage/cited',
        quote: sentenceOf(claim, reading.document.text),
        reason: `names ${name} as where it is from`,
      })
    }
  }
  return cited
}

function sentenceOf({ evidence }: Claim, text: string): string {
  return text.slice(evidence.sentence.start, evidence.sentence.end)
}

function canonical(name: string): string {
  const key = outletKey(name)
  return ONE_NAME.get(key) ?? key
}

function outletKey(name: string): string {
  return foldName(name).replace(/^the /u, '')
}

/**
 * The last of an outlet's documents that came out no later than the day of another, itself left out; null when none did or
 * the day is not known.
 *
 * @param documents in the order of `compare`
 */
function latestUntil(documents: readonly ReadDocument[], one: ReadDocument): ReadDocument | null {
  const day = dayOf(one)
  if (day === null) return null
  let low = 0
  let high = documents.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = documents[middle]
    // Those without a day stand last.
    if (other !== undefined && (dayOf(other) ?? '9999') <= day) low = middle + 1
    else high = middle
  }
  const last = documents[low - 1]
  return (last?.captureId === one.captureId ? documents[low - 2] : last) ?? null
}

function dayOf({ reading }: ReadDocument): string | null {
  return reading.document.publishedAt?.slice(0, 10) ?? null
}

function compare(a: ReadDocument, b: ReadDocument): number {
  const [left, right] = [a, b].map(({ reading, captureId }) => `${reading.document.publishedAt ?? '9999'} ${captureId}`)
  return (left ?? '') < (right ?? '') ? -1 : 1
}
