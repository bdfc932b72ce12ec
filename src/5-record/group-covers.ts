import { type Group, GROUPS } from '../model/claim.ts'

/** Groups that never share a person, so that their counts may be added. */
const APART: readonly ReadonlySet<Group>[] = [
  new Set(['combatants', 'civilians', 'police']),
  new Set(['combatants', 'children', 'police']),
  new Set(['combatants', 'medics', 'journalists', 'police', 'officials']),
  new Set(['combatants', 'aid_workers', 'journalists', 'police', 'officials']),
  new Set(['children', 'women', 'men']),
  new Set(['children', 'elderly']),
]
/** Groups that are civilians unless the text says otherwise (codebook, "Civilian status"). */
const CIVILIANS: ReadonlySet<Group> = new Set([
  'civilians',
  'children',
  'women',
  'men',
  'elderly',
  'medics',
  'journalists',
  'aid_workers',
  'officials',
])

/** Whether everyone in `part` is counted by a figure of `whole`: `people` holds everyone, `civilians` those presumed so. */
export function covers(whole: readonly Group[], part: readonly Group[]): boolean {
  if (whole.includes('people')) return true
  return part.every((group) => whole.includes(group) || (whole.includes('civilians') && CIVILIANS.has(group)))
}

/** Whether nobody can be in both, so that a person counted in one is not counted in the other. */
export function areApart(a: readonly Group[], b: readonly Group[]): boolean {
  return a.every((left) => b.every((right) => left !== right && APART.some((set) => set.has(left) && set.has(right))))
}

/** Whether all of them are presumed civilians. */
export function areCivilians(who: readonly Group[]): boolean {
  return who.every((group) => CIVILIANS.has(group))
}

/** One spelling for a set of groups, in the codebook's order. */
export function groupKey(who: readonly Group[]): string {
  return who.length === 1 ? (who[0] ?? '') : GROUPS.filter((group) => who.includes(group)).join('+')
}
