import type { GazetteerEntry } from '../../model/gazetteer.ts'
import type { Sentence } from '../text/sentence.ts'
import type { Site } from './find-sites.ts'
import type { PlaceMention } from './place-index.ts'
import type { Section } from './read-sections.ts'

/** A place mention with what choosing among several needs. */
export interface LocatedMention extends PlaceMention {
  readonly first: number
  readonly last: number
  readonly entry: GazetteerEntry | null
  /** How surely a site: 2 behind a preposition or place noun, 1 bare, 0 no site. */
  readonly strength: 0 | 1 | 2
  readonly useRule: string
  readonly isFacility: boolean
}

/** The mentions and built sites of a document, by sentence. */
export interface PlacesOfDocument {
  readonly sentences: readonly Sentence[]
  readonly bySentence: readonly (readonly LocatedMention[])[]
  /** The built sites of a sentence, by what it says of them. */
  sitesOf(sentence: number): readonly Site[]
  readonly sections: readonly Section[]
  readonly text: string
  /** The country that most of the document's sites lie in, as it is named; null when no site has one. */
  readonly theatre: LocatedMention | null
  /** Whether a sentence speaks of a total, by sentence; filled when first asked, as several figures of one sentence ask. */
  readonly totals: (boolean | undefined)[]
}
