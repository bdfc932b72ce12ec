import type { Decision, LinkDecision, ReportAnchor } from '../../model/decision.ts'
import type { ReportRef } from '../../model/incident.ts'
import { type AnchorIndex, reportKey } from './anchors.ts'

/** What merges and splits ask of the merging stage. */
export interface ReportLinks {
  readonly links: readonly LinkDecision[]
  /** Keys (`reportKey`) of reports that stand in one document with others of another side: they carry nothing on. */
  readonly separate: ReadonlySet<string>
}

/**
 * Turns merges and splits into links between reports, so that merging itself respects them and reports that come later go
 * to the right side: a merge is a chain of together-links over all its reports; a split is such a chain within each part
 * and within the rest, and an apart-link between each two of these groups. Where a later decision contradicts an earlier
 * one on the same reports, the later holds.
 *
 * @param active decisions in force, in their order (`findActive`)
 */
export function linkReports(active: readonly Decision[], index: Pick<AnchorIndex, 'reportsAt'>): ReportLinks {
  let links: LinkDecision[] = []
  const separate = new Set<string>()
  for (const decision of active) {
    if (decision.action !== 'merge' && decision.action !== 'split') continue
    const groups = (decision.action === 'merge' ? [decision.reports.flat()] : [...decision.parts, decision.rest])
      .map((anchors) => resolve(anchors, index))
      .filter(({ length }) => length > 0)
    const sides = sidesOf(groups)
    links = links.filter((link) => !isContradicted(link, sides))
    links.push(...groups.flatMap(chain), ...keepApart(groups))
    for (const key of separated(groups)) separate.add(key)
  }
  return { links, separate }
}

/** Reports of now, once each, in the order of the anchors. */
function resolve(anchors: readonly ReportAnchor[], index: Pick<AnchorIndex, 'reportsAt'>): ReportRef[] {
  const refs = anchors.flatMap((anchor) => index.reportsAt(anchor))
  return [...new Map(refs.map((ref) => [reportKey(ref), ref])).values()]
}

function sidesOf(groups: readonly (readonly ReportRef[])[]): ReadonlyMap<string, number> {
  return new Map(groups.flatMap((group, side) => group.map((ref) => [reportKey(ref), side] as const)))
}

function isContradicted({ kind, a, b }: LinkDecision, sides: ReadonlyMap<string, number>): boolean {
  const [x, y] = [sides.get(reportKey(a)), sides.get(reportKey(b))]
  return x !== undefined && y !== undefined && (kind === 'together' ? x !== y : x === y)
}

function chain(group: readonly ReportRef[]): LinkDecision[] {
  return group.slice(1).flatMap((b, i): LinkDecision[] => {
    const a = group[i]
    return a === undefined ? [] : [{ kind: 'together', a, b }]
  })
}

function keepApart(groups: readonly (readonly ReportRef[])[]): LinkDecision[] {
  const heads = groups.flatMap((group) => group.slice(0, 1))
  return heads.flatMap((a, i) => heads.slice(i + 1).map((b): LinkDecision => ({ kind: 'apart', a, b })))
}

function separated(groups: readonly (readonly ReportRef[])[]): string[] {
  const sides = new Map<string, Set<number>>()
  groups.forEach((group, side) => {
    for (const { captureId } of group) sides.set(captureId, (sides.get(captureId) ?? new Set()).add(side))
  })
  return groups.flat().flatMap((ref) => ((sides.get(ref.captureId)?.size ?? 0) > 1 ? [reportKey(ref)] : []))
}
