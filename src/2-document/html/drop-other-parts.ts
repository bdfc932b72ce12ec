import type { Block } from './collect-blocks.ts'
import { sizeOf } from './compare-blocks.ts'

/** Class words of parts of a page that are not its article, whatever stands in them. */
const SURE =
  /(?:^|[\s_-])(?:form|promo\w*|related|recommend\w*|newsletters?|sign-?up|sponsor\w*|advert\w*|outbrain|taboola|cookie\w*|consent|subscri(?:be|ption)\w*|author-?(?:bio|box|card|info)|bio|disclaimer|most-?read|trending)(?=[\s_-]|$)/giu
/** Class words of parts that hold no running text of the article; some outlets call its standfirst or its frame so. */
const LIKELY =
  /(?:^|[\s_-])(?:comments?|replies|teasers?|footer|sidebar|aside|ads?|share|sharing|social|copyright|paywall|subscri\w*|more-?(?:on|from|stories)|read-?(?:more|next|also)|popular|breadcrumbs?|timestamp|cta|tags|topics|byline|authors?|meta|placeholder)(?=[\s_-]|$)/giu
/** Class words of the block and its nearest ancestors: those further out are said of the page. */
const NEAREST_UNITS = 200
/** A word that stands around more of the text is said of the page, not of a part of it. */
const MAX_SHARE = 0.3
const MIN_PROSE_UNITS = 80
const MAX_LINK_DENSITY = 0.4

/** Whether class words say that a block belongs to a part of the page that is not its article. */
export function isInOtherPart(block: Block): boolean {
  return wordsOf(block).length > 0
}

/**
 * Leaves out the blocks whose class words say that they are no part of the article: sign-up forms, offers, related stories,
 * lines about the author. A word that much of the text shares says nothing, and running text goes only for a word that
 * says it for sure.
 */
export function dropOtherParts(blocks: readonly Block[]): readonly Block[] {
  const words = blocks.map(wordsOf)
  const sizes = new Map<string, number>()
  blocks.forEach(({ text }, i) => {
    for (const word of new Set(words[i])) sizes.set(word, (sizes.get(word) ?? 0) + text.length)
  })
  if (sizes.size === 0) return blocks
  const most = sizeOf(blocks) * MAX_SHARE
  return blocks.filter((block, i) => {
    const said = isProse(block) ? matchesOf(SURE, block) : (words[i] ?? [])
    return said.every((word) => (sizes.get(word) ?? 0) > most)
  })
}

function wordsOf(block: Block): readonly string[] {
  return [...matchesOf(SURE, block), ...matchesOf(LIKELY, block)]
}

function matchesOf(words: RegExp, { container }: Block): readonly string[] {
  return (
    container
      .slice(0, NEAREST_UNITS)
      .match(words)
      ?.map((word) => word.replace(/^[\s_-]/u, '')) ?? []
  )
}

function isProse({ text, linkDensity }: Block): boolean {
  return text.length >= MIN_PROSE_UNITS && linkDensity <= MAX_LINK_DENSITY
}
