import type { Block } from './collect-blocks.ts'
import { isInOtherPart } from './drop-other-parts.ts'

/** A form that fewer paragraphs of the main text share is not the form of its paragraphs. */
const MIN_SHARED_FORM = 2
const MIN_PROSE_UNITS = 60
const MIN_CAPTION_UNITS = 30
const MAX_LINK_DENSITY = 0.4
const HEADINGS: ReadonlySet<string> = new Set(['h2', 'h3', 'h4'])

/**
 * Adds the paragraphs of the page that have the same form (tag and class words) as those of the main text and stand
 * between or after them, up to the next headline: readability takes one of several containers that an article is cut into,
 * and drops captions with their images.
 */
export function continueText(read: readonly Block[], page: readonly Block[]): readonly Block[] {
  const known = new Set(read.map(({ key }) => key))
  const forms = new Map<string, number>()
  for (const block of page) {
    if (block.text.length < MIN_PROSE_UNITS || !known.has(block.key)) continue
    const form = formOf(block)
    forms.set(form, (forms.get(form) ?? 0) + 1)
  }
  return addInOrder(read, page, (block) => isMore(block, forms))
}

/**
 * Adds the wanted blocks of the page to what was read of it, each behind the block that it follows in the page, with the
 * heading right above it; nothing in front of the first block read, nothing behind the next headline (h1).
 */
export function addInOrder(
  read: readonly Block[],
  page: readonly Block[],
  isWanted: (block: Block) => boolean,
): readonly Block[] {
  const known = new Set(read.map(({ key }) => key))
  const added = new Map<string, Block[]>()
  let anchor: string | null = null
  let heading: Block | null = null
  let captions: Block[] = []
  const add = (to: string, blocks: readonly Block[]): void => {
    added.set(to, [...(added.get(to) ?? []), ...blocks])
    for (const block of blocks) known.add(block.key)
  }
  for (const block of page) {
    const { key } = block
    if (known.has(key)) {
      // A caption is the article's when more of the article follows it.
      if (anchor !== null && captions.length > 0) add(anchor, captions)
      captions = []
      if (!added.has(key)) anchor = key
      heading = null
    } else if (anchor !== null && block.tag === 'h1') {
      break
    } else if (anchor !== null && HEADINGS.has(block.tag) && !isInOtherPart(block)) {
      heading = block
    } else if (anchor !== null && isWanted(block)) {
      if (block.tag === 'figcaption') {
        captions.push(block)
        continue
      }
      add(anchor, [...captions, ...(heading === null ? [] : [heading]), block])
      captions = []
      heading = null
    }
  }
  if (added.size === 0) return read
  const done = new Set<string>()
  return read.flatMap((block) => {
    const { key } = block
    const more = done.has(key) ? undefined : added.get(key)
    done.add(key)
    return more === undefined ? [block] : [block, ...more]
  })
}

function isMore(block: Block, forms: ReadonlyMap<string, number>): boolean {
  const { text, linkDensity, tag } = block
  if (tag === 'figcaption')
    return text.length >= MIN_CAPTION_UNITS && linkDensity <= MAX_LINK_DENSITY && !isInOtherPart(block)
  return (
    text.length >= MIN_PROSE_UNITS &&
    linkDensity <= MAX_LINK_DENSITY &&
    (forms.get(formOf(block)) ?? 0) >= MIN_SHARED_FORM &&
    !isInOtherPart(block)
  )
}

/** The tag and class words of a block; words with digits are numbers of single elements. */
function formOf({ tag, container }: Block): string {
  const words = container.split(' ').filter((word) => !/\d/u.test(word))
  return `${tag} ${words.join(' ')}`
}
