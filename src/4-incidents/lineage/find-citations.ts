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
      const cited = byOutlet.get(outlet)?.findLast((other) => isBefore(other, document))
      if (outlet === own || cited === undefined || copied.has(cited.captureId)) continue
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

function isBefore(a: ReadDocument, b: ReadDocument): boolean {
  const [left, right] = [a, b].map(({ reading }) => reading.document.publishedAt?.slice(0, 10) ?? null)
  return (
    a.captureId !== b.captureId &&
    left !== null &&
    right !== null &&
    left !== undefined &&
    right !== undefined &&
    left <= right
  )
}

function compare(a: ReadDocument, b: ReadDocument): number {
  const [left, right] = [a, b].map(({ reading, captureId }) => `${reading.document.publishedAt ?? '9999'} ${captureId}`)
  return (left ?? '') < (right ?? '') ? -1 : 1
}
