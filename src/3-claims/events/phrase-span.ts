import type { Span } from '../../model/span.ts'
import type { Scene } from './read-scene.ts'

/** Words that end a noun phrase. */
export const PHRASE_ENDS: ReadonlySet<string> = new Set(
  'in|on|at|by|for|from|with|near|that|which|who|as|to|was|were|is|are|has|have|had|when|where|while|but|after|before|since|during|killing|wounding|injuring|leaving|including|said|says|killed|and|could|would|will|late|early|over|across|outside|inside|around|behind|beside|beneath|under|through|along|among|amid|until|though|although|because|if|between|within|throughout|following|despite|about'.split(
    '|',
  ),
)

/** The stretch of text of the tokens [start, end), or null when there are none. */
export function tokenSpan(scene: Scene, start: number, end: number): Span | null {
  const first = scene.sentence.tokens[start]
  const last = scene.sentence.tokens[end - 1]
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end }
}
