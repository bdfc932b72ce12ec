import type { ToldClaim } from './digest-facts.ts'
import type { Block, DigestPages, Part } from './digest-pages.ts'

/** The claims that a digest cites, numbered from 1 in the order in which it cites them first. */
export interface NumberedSources {
  readonly sources: readonly ToldClaim[]
  readonly numberOf: (claim: ToldClaim) => number
}

/** Numbers every claim that the pages cite; one claim in one capture has one number. */
export function numberSources({ title, sections }: DigestPages): NumberedSources {
  const numbers = new Map<string, number>()
  const sources: ToldClaim[] = []
  const parts = [title, ...sections.flatMap(({ blocks }) => blocks.flatMap(partsOf))]
  for (const part of parts.flat()) {
    if (typeof part === 'string' || 'foreign' in part) continue
    for (const claim of part.cites) {
      if (numbers.has(keyOf(claim))) continue
      sources.push(claim)
      numbers.set(keyOf(claim), sources.length)
    }
  }
  return { sources, numberOf: (claim) => numbers.get(keyOf(claim)) ?? 0 }
}

function keyOf({ captureId, claimId }: ToldClaim): string {
  return `${captureId} ${claimId}`
}

/** The pieces of a block in reading order. */
function partsOf(block: Block): (readonly Part[])[] {
  if (block.kind === 'table') return block.rows.flat()
  if (block.kind === 'facts') return block.rows.map(([, value]) => value)
  const own = block.sentences.map(({ parts }) => parts)
  return block.kind === 'incident' ? [block.heading, ...own] : own
}
