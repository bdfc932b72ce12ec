/**
 * How far the place or time of something may be looked for: `sentence` (statements) in its own words and sentence;
 * `incident` (events) also where the event goes on with what was told before; `story` (figures) in all of the document's
 * story.
 */
export type Reach = 'sentence' | 'incident' | 'story'
