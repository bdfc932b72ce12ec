import { countSlots } from './score-slots.ts'
import type { KeyTemplate, Response } from './template.ts'

export interface Aligned {
  readonly key: KeyTemplate | null
  readonly own: Response | null
}

/**
 * Pairs keys and responses, best pairs first by right slots (correct + partial / 2), each once. A pair needs a right
 * type, or a right place, date and victim together worth as much; what is left stands alone (missing or spurious).
 */
export function alignTemplates(
  keys: readonly KeyTemplate[],
  responses: readonly Response[],
  published: string | null,
): Aligned[] {
  const pairs = keys
    .flatMap((key) => responses.map((own) => ({ key, own, value: likeness(key, own, published) })))
    .filter(({ value }) => value >= LEAST_LIKENESS)
    .sort((a, b) => b.value - a.value)
  const aligned: Aligned[] = []
  const keysDone = new Set<KeyTemplate>()
  const ownDone = new Set<Response>()
  for (const { key, own } of pairs) {
    if (keysDone.has(key) || ownDone.has(own)) continue
    keysDone.add(key)
    ownDone.add(own)
    aligned.push({ key, own })
  }
  return [
    ...aligned,
    ...keys.filter((key) => !keysDone.has(key)).map((key) => ({ key, own: null })),
    ...responses.filter((own) => !ownDone.has(own)).map((own) => ({ key: null, own })),
  ]
}

/** A right type alone makes a pair possible, as in the official alignment. */
const LEAST_LIKENESS = 1

function likeness(key: KeyTemplate, own: Response, published: string | null): number {
  const counts = countSlots(key, own, published)
  const value = (slot: keyof typeof counts): number => counts[slot].correct + counts[slot].partial / 2
  const people = Math.min(2, value('hum-tgt number') + value('hum-tgt effect'))
  return (
    value('incident type') +
    value('incident date') / 2 +
    value('incident location') / 2 +
    people +
    value('perpetrator organisation') / 2
  )
}
