import { CAPITALS } from '../../../data/words/capitals.ts'
import { LOCATIVES } from '../../../data/words/place-cues.ts'
import { foldName } from '../../model/fold-name.ts'
import type { LocatedMention, PlacesOfDocument } from './located-mention.ts'

/** Sentences back to which "the capital" may refer. */
const MAX_BACK = 40
const MAX_MODIFIERS = 3
/** Parts of a town, before "of". */
const PARTS = new Set(
  `part parts section sections sector sectors area areas zone outskirts suburb suburbs center centre heart edge streets
  neighborhood neighborhoods neighbourhood neighbourhoods district districts north south east west end side`.split(
    /\s+/u,
  ),
)
/** Of other capitals and of money. */
const OTHER_CAPITALS = new Set(
  'provincial regional state district former ancient human political venture de facto'.split(' '),
)

/**
 * The capital that a sentence only calls so ("in the Yemeni capital"): the nearest capital named before, also in a dateline
 * or for its government, of the country the phrase names or else the document is about.
 *
 * @returns null when the sentence speaks of no capital, or the document names none that fits
 */
export function findCapital(document: PlacesOfDocument, index: number): LocatedMention | null {
  const tokens = document.sentences[index]?.tokens ?? []
  const at = tokens.findIndex(({ lower }, i) => lower === 'capital' && tokens[i + 1]?.lower !== 'of')
  if (at < 0) return null
  const from = tokens.findLastIndex(
    ({ lower }, i) => i < at && i >= at - MAX_MODIFIERS && (lower === 'the' || lower === 'this'),
  )
  const isGround =
    LOCATIVES.has(tokens[from - 1]?.lower ?? '') ||
    LOCATIVES.has(tokens[from - 2]?.lower ?? '') ||
    (tokens[from - 1]?.lower === 'of' && PARTS.has(tokens[from - 2]?.lower ?? ''))
  if (from < 0 || !isGround || tokens.slice(from, at).some(({ lower }) => OTHER_CAPITALS.has(lower))) return null
  const said = (document.bySentence[index] ?? []).find(({ first }) => first > from && first < at)
  const country = said?.entry?.country ?? document.theatre?.entry?.country ?? null
  for (let i = index; i >= Math.max(0, index - MAX_BACK); i--) {
    const named = (document.bySentence[i] ?? []).findLast(
      ({ entry, last }) =>
        entry?.kind === 'settlement' &&
        (i < index || last < at) &&
        CAPITALS.has(foldName(entry.name)) &&
        (country === null || entry.country === country),
    )
    if (named !== undefined) return named
  }
  return null
}
