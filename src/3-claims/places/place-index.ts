import type { Place } from '../../model/place.ts'
import type { Span } from '../../model/span.ts'
import type { Trace } from '../../model/trace.ts'

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

/**
 * How far the place of something may be looked for: `sentence` (statements) in its own words and sentence; `incident`
 * (events) also where the event goes on with what was told before; `story` (figures) in all of the document's story, up
 * to the country it is about.
 */
export type Reach = 'sentence' | 'incident' | 'story'

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
}
