import { captureBytes } from '../../src/1-capture/capture-bytes.ts'
import { readDocument } from '../../src/2-document/read-document.ts'
import { findPlaces } from '../../src/3-claims/places/find-places.ts'
import type { PlaceIndex } from '../../src/3-claims/places/place-index.ts'
import type { Reach } from '../../src/3-claims/reach.ts'
import { splitSentences } from '../../src/3-claims/text/split-sentences.ts'
import { loadGazetteer } from '../../src/adapters/gazetteer/load-gazetteer.ts'
import type { Document, LineRole } from '../../src/model/document.ts'
import type { Place } from '../../src/model/place.ts'

export const GAZETTEER = loadGazetteer()

export interface ReadPlaces {
  readonly text: string
  readonly places: PlaceIndex
  /** The place of the first words in the text that are `words`. */
  placeOf(words: string, reach?: Reach): Place | null
}

/** The places of a text that has no title. */
export function readPlaces(text: string): ReadPlaces {
  const given = { sourceId: null, title: null, published: null, url: null, outlet: null }
  const document = readDocument(captureBytes(new TextEncoder().encode(text), 'text', given))
  if ('reason' in document) throw new Error(document.reason)
  return placesOf(document)
}

/** The places of lines with their roles and the times of their live-blog posts. */
export function readPosts(
  lines: readonly (readonly [role: LineRole, postedAt: string | null, text: string])[],
): ReadPlaces {
  const text = lines.map(([, , line]) => line).join('\n')
  const given = { sourceId: null, title: null, published: null, url: null, outlet: null }
  const document = readDocument(captureBytes(new TextEncoder().encode(text), 'text', given))
  if ('reason' in document) throw new Error(document.reason)
  let start = 0
  const marked = lines.map(([role, postedAt, line]) => {
    const span = { start, end: start + line.length }
    start = span.end + 1
    return { ...span, role, postedAt, reason: 'given' }
  })
  return placesOf({ ...document, text, lines: marked })
}

function placesOf(document: Document): ReadPlaces {
  const sentences = splitSentences(document)
  const places = findPlaces(sentences, document, GAZETTEER)
  return {
    text: document.text,
    places,
    placeOf: (words, reach = 'story') => {
      const start = document.text.indexOf(words)
      const at = sentences.findIndex((sentence) => sentence.start <= start && start < sentence.end)
      return places.placeOf(at, { start, end: start + words.length }, reach)?.place ?? null
    },
  }
}
