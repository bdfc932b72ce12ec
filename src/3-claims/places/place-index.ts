import type { Place } from '../../model/place.ts'
import type { Span } from '../../model/span.ts'
import type { Trace } from '../../model/trace.ts'
import type { Reach } from '../reach.ts'
import type { Site } from './find-sites.ts'

/**
 * What a place name does in its sentence: `site` is where something happens; `actor` is a metonym or a modifier of an
 * organisation ("Moscow said", "the Kyiv government", "Russian troops"); `origin` belongs to a person or thing
 * ("governor of Kharkiv"); `report` is where the reporting was done (dateline).
 */
export type PlaceUse = 'site' | 'actor' | 'origin' | 'report'

export interface PlaceMention extends Span {
  readonly sentence: number
  readonly place: Place
  readonly use: PlaceUse
  readonly rule: string
}

/** A place and the rule that took it. */
export interface PlaceFinding {
  readonly place: Place
  readonly trace: Trace
}

/** All place names of a document, resolved together. */
export interface PlaceIndex {
  readonly mentions: readonly PlaceMention[]
  /** The most precise place of what is named at `span` of sentence `sentence`, as far as `reach` allows; null when the text does not tell. */
  placeOf(sentence: number, span: Span, reach: Reach): PlaceFinding | null
  /** The built sites that sentence `sentence` names, with whether they were attacked. */
  sitesOf(sentence: number): readonly Site[]
}
