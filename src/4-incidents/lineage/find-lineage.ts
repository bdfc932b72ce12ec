import type { ReadDocument } from '../../model/incident.ts'
import { describeText } from './describe-text.ts'
import { Furniture } from './furniture.ts'
import { gatherLineage } from './gather-lineage.ts'
import type { Lineage } from './lineage.ts'
import { LineageIndex } from './lineage-index.ts'
import { compareSources } from './order-sources.ts'

/**
 * Finds which texts of a set are copies of which, cut, edited or whole, and what each is credited to.
 *
 * Texts are compared by sampled runs of five words over the lines of the article (research/ingestion.md, section 10);
 * links of a text go to one text of each family of copies, never to all of them. The set is read twice: once to learn which
 * runs are page furniture, once to judge. The order of the documents does not matter.
 */
export function findLineage(documents: readonly ReadDocument[]): Lineage {
  const texts = documents.map(describeText).sort(compareSources)
  const furniture = new Furniture()
  const learning = new LineageIndex(furniture)
  for (const text of texts) learning.add(text)
  const index = new LineageIndex(furniture, false)
  for (const text of texts) index.add(text)
  return gatherLineage(texts, index.links)
}
