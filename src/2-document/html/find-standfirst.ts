import type { Block } from './collect-blocks.ts'
import { comparable } from './comparable.ts'

/** Class words of a standfirst, in the languages of the outlets at hand. */
const STANDFIRST =
  /(?:^|[\s_-])(?:standfirst|lead|lede|leadtext|dek|deck|subtitle|sub-title|subheadline|subheading|subhead|strapline|intro|introduction|summary|excerpt|abstract|vorspann|chapo|chapeau|sapo|entradilla|bajada|copete|sumario|ingress|perex|preamble|description|spot|kicker-text)(?:[\s_-]|$)/iu
const MIN_UNITS = 40
/** A description in the metadata may be cut; this much of its front tells which block it is. */
const SAME_FRONT_UNITS = 50
/** A standfirst stands near its headline. */
const MAX_BLOCKS_AFTER_TITLE = 12

/**
 * The summary blocks between headline and body that the main text lacks: those whose text the page's description repeats,
 * and those that are marked as standfirst by their class.
 *
 * @param page every block of the page, in order
 * @param body the blocks of the main text
 */
export function findStandfirst(
  page: readonly Block[],
  body: readonly Block[],
  title: string | null,
  descriptions: readonly string[],
): Block[] {
  const inBody = new Set(body.map(({ key }) => key))
  const fronts = new Set(
    descriptions.map((text) => comparable(text).slice(0, SAME_FRONT_UNITS)).filter((front) => front.length >= 20),
  )
  const first = body[0] === undefined ? -1 : page.findIndex(({ text }) => text === body[0]?.text)
  const headline = title === null ? -1 : page.findIndex(({ key, tag }) => tag === 'h1' && key === comparable(title))
  if (headline === -1 && first === -1) return []
  const from = headline === -1 ? Math.max(0, first - MAX_BLOCKS_AFTER_TITLE) : headline + 1
  const to = Math.min(first > headline ? first : page.length, from + MAX_BLOCKS_AFTER_TITLE)
  return page.slice(from, to).filter(({ text, key, container, linkDensity }) => {
    if (text.length < MIN_UNITS || linkDensity > 0.5 || inBody.has(key)) return false
    if (title !== null && key === comparable(title)) return false
    return fronts.has(key.slice(0, SAME_FRONT_UNITS)) || (headline !== -1 && STANDFIRST.test(nearest(container)))
  })
}

/** The class words of the block itself and its nearest ancestors. */
function nearest(container: string): string {
  return container.slice(0, 80)
}
