import type { ReadDocument } from '../../model/incident.ts'
import type { Trace } from '../../model/trace.ts'
import type { Lineage } from '../lineage/lineage.ts'

/** The texts of a matter that go back to one, and whose it is. */
export interface TextFamily {
  /** Capture of the root; it may stand outside the matter. */
  readonly root: string
  /** Agency or outlet that the text is of; null when neither is known. */
  readonly author: string | null
  /** Why the document belongs to it, and why it is this author's. */
  readonly traces: readonly Trace[]
}

/**
 * Groups the documents of a matter by text lineage: each goes to the root of its text, and to the document of the matter that it
 * takes most from. The family's author is the agency that its root credits, else the one agency that its members credit,
 * else the outlet of its root.
 */
export function groupTexts(documents: readonly ReadDocument[], lineage: Lineage): ReadonlyMap<string, TextFamily> {
  const parent = new Map<string, string>()
  const rootOf = (id: string): string => {
    let root = id
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up
    if (root !== id) parent.set(id, root)
    return root
  }
  const sorted = [...documents].sort(comparePublished)
  const inMatter = new Set(sorted.map(({ captureId }) => captureId))
  const traces = new Map<string, Trace[]>()
  for (const { captureId } of sorted) {
    const links = lineage.sourcesOf(captureId)
    const link = links.find(({ from }) => inMatter.has(from))
    const root = lineage.rootOf(captureId)
    if (link !== undefined) unite(parent, rootOf(captureId), rootOf(link.from))
    if (root !== captureId) unite(parent, rootOf(captureId), rootOf(root))
    const why = link ?? (root === captureId ? undefined : links[0])
    if (why !== undefined) traces.set(captureId, [...why.trace])
  }
  const members = new Map<string, ReadDocument[]>()
  for (const document of sorted) {
    const key = rootOf(document.captureId)
    const known = members.get(key)
    if (known === undefined) members.set(key, [document])
    else known.push(document)
  }
  const families = new Map<string, TextFamily>()
  for (const family of members.values()) {
    const { root, author, trace } = describe(family, lineage)
    for (const { captureId } of family) {
      families.set(captureId, { root, author, traces: [...trace, ...(traces.get(captureId) ?? [])] })
    }
  }
  return families
}

function unite(parent: Map<string, string>, a: string, b: string): void {
  const [first, second] = a < b ? [a, b] : [b, a]
  parent.set(first, first)
  parent.set(second, first)
}

function describe(
  family: readonly ReadDocument[],
  lineage: Lineage,
): { readonly root: string; readonly author: string | null; readonly trace: readonly Trace[] } {
  const roots = new Set(family.map(({ captureId }) => lineage.rootOf(captureId)))
  const first = family.find(({ captureId }) => roots.has(captureId)) ?? family[0]
  const root = first === undefined ? '' : lineage.rootOf(first.captureId)
  const credits = new Set(family.flatMap(({ captureId }) => lineage.creditOf(captureId) ?? []))
  const [credited] = credits
  const agency = lineage.creditOf(root) ?? (credits.size === 1 ? (credited ?? null) : null)
  const rootDocument = family.find(({ captureId }) => captureId === root)
  return {
    root,
    author: agency ?? rootDocument?.reading.document.outlet ?? null,
    trace:
      agency === null ? [] : [{ rule: 'origin/credit', quote: agency, reason: 'the text is credited to this agency' }],
  }
}

/** By day of publication, those without one last, then by capture. */
export function comparePublished(a: ReadDocument, b: ReadDocument): number {
  const [left, right] = [a, b].map(({ reading }) => reading.document.publishedAt ?? '9999')
  if (left !== right) return (left ?? '') < (right ?? '') ? -1 : 1
  return a.captureId < b.captureId ? -1 : a.captureId > b.captureId ? 1 : 0
}
