import type { LineageLink } from '../../model/incident.ts'
import type { DescribedText } from './describe-text.ts'
import type { Lineage } from './lineage.ts'

/** A link with the share of the later text that comes from the other, 0 to 1. */
export interface WeighedLink {
  readonly link: LineageLink
  readonly share: number
}

/** Below it a text is not taken as a copy: it quotes a short one, or gathers several. */
const MAIN_SHARE = 0.2

/** Orders links so that they are read by document. */
export function gatherLineage(texts: readonly DescribedText[], weighed: readonly WeighedLink[]): Lineage {
  const sources = new Map<string, WeighedLink[]>()
  for (const one of weighed) {
    const known = sources.get(one.link.captureId)
    if (known === undefined) sources.set(one.link.captureId, [one])
    else known.push(one)
  }
  for (const list of sources.values()) {
    list.sort((a, b) => b.share - a.share || (a.link.from < b.link.from ? -1 : 1))
  }
  const captures = [...sources.keys()].sort()
  const credits = new Map(texts.map(({ captureId, agency }) => [captureId, agency]))
  const roots = new Map<string, string>()
  const rootOf = (captureId: string): string => {
    const path: string[] = []
    let at = captureId
    for (let root = roots.get(at); root === undefined; root = roots.get(at)) {
      const main = sources.get(at)?.[0]
      if (main === undefined || main.share < MAIN_SHARE) break
      path.push(at)
      at = main.link.from
    }
    const root = roots.get(at) ?? at
    for (const passed of path) roots.set(passed, root)
    return root
  }
  const sourcesOf = (captureId: string): LineageLink[] => (sources.get(captureId) ?? []).map(({ link }) => link)
  return {
    links: captures.flatMap(sourcesOf),
    sourcesOf,
    rootOf,
    creditOf: (captureId) => credits.get(captureId) ?? null,
  }
}
