import type { When } from '../model/when.ts'
import { omitNulls, type JsonNode } from './omit-nulls.ts'

/** An interval of days with its precision as a node; null where nothing is known. */
export function describeWhen(when: When | null): JsonNode | null {
  if (when === null) return null
  const { start, end, datePrec, timePrecision, anchor } = when
  return omitNulls({ type: 'When', from: start, to: end, datePrec, timePrecision, anchor })
}
