import { texts } from '../metadata/collect-json-ld.ts'
import { hasType, isNode, type JsonLdNode } from '../metadata/parse-json-ld.ts'
import { parsePageDate } from '../metadata/parse-page-date.ts'
import { type Block, collectBlocks } from './collect-blocks.ts'
import { comparable } from './comparable.ts'
import { isElement, type PageDocument, type PageElement } from './page-dom.ts'

/** Fewer dated posts are no live blog. */
const MIN_POSTS = 3
/** A post says something: this much running text. */
const MIN_POST_UNITS = 60
const MAX_LINK_DENSITY = 0.5
/** A page's posts are looked for among this many times. */
const MAX_TIMES = 2000
const CLOCK = /\d{1,2}:\d{2}/u
const LIVE =
  /(?:^|[\s_-])(?:live\w*|ticker\w*|timeline|updates?|minute\w*|directo|diretta|endirect|newsfeed)(?:[\s_-]|$)/iu
const LIVE_TITLE = /\b(?:live|ticker|liveticker|newsblog|en direct|en directo|diretta|as it happened)\b/iu
const NO_POST =
  /(?:^|[\s_-])(?:comments?|replies|related|teasers?|recommend\w*|most-?read|popular|trending|promo\w*)(?:[\s_-]|$)/iu

/**
 * The posts of a live blog, each block with the time its post shows; null when the page is none.
 *
 * A live blog is declared (schema.org LiveBlogPosting) or seen: at least three dated containers of running text side by
 * side in a part of the page, or under a title, that says so.
 *
 * @param nodes the page's JSON-LD
 * @param page every block of the page
 */
export function findLivePosts(
  document: PageDocument,
  nodes: readonly JsonLdNode[],
  page: readonly Block[],
  title: string | null,
): readonly Block[] | null {
  const live = nodes.filter((node) => hasType(node, /LiveBlogPosting$/u))
  const seen = findPostElements(document)
  const isLive = live.length > 0 || seen.some(isNamedLive) || (title !== null && LIVE_TITLE.test(title))
  if (isLive && seen.length >= MIN_POSTS) return seen.flatMap(readPost)
  const declared = live.flatMap(declaredPosts)
  return declared.length >= MIN_POSTS ? placeDeclared(declared, page) : null
}

interface PostElement {
  readonly element: PageElement
  readonly postedAt: string
}

/** The largest group of sibling containers that each hold a time and running text, in page order. */
function findPostElements(document: PageDocument): readonly PostElement[] {
  const groups = new Map<PageElement, Map<PageElement, string>>()
  let n = 0
  for (const time of document.getElementsByTagName('time')) {
    if (n++ >= MAX_TIMES) break
    const postedAt = timeOf(time)
    if (postedAt === null) continue
    let child = time
    for (
      let parent = time.parentElement;
      parent !== null && parent.localName !== 'html';
      parent = parent.parentElement
    ) {
      const group = groups.get(parent) ?? new Map<PageElement, string>()
      if (!group.has(child)) group.set(child, postedAt)
      groups.set(parent, group)
      child = parent
    }
  }
  let best: readonly PostElement[] = []
  for (const group of groups.values()) {
    if (group.size < MIN_POSTS || group.size <= best.length) continue
    const posts = [...group]
      .map(([element, postedAt]) => ({ element, postedAt }))
      .filter(({ element }) => isPost(element))
    if (posts.length >= MIN_POSTS && posts.length > best.length) best = posts
  }
  return best
}

function timeOf(time: PageElement): string | null {
  const value = time.getAttribute('datetime') ?? ''
  if (!CLOCK.test(value)) return null
  return inUtc(parsePageDate(value))
}

function isPost(element: PageElement): boolean {
  if (NO_POST.test(`${classesOf(element)} ${element.parentElement === null ? '' : classesOf(element.parentElement)}`))
    return false
  const prose = collectBlocks(element).filter(({ linkDensity }) => linkDensity <= MAX_LINK_DENSITY)
  return prose.some(({ text }) => text.length >= MIN_POST_UNITS)
}

function isNamedLive({ element }: PostElement): boolean {
  let at: PageElement | null = element
  for (let up = 0; at !== null && up < 4; up++, at = at.parentElement) if (LIVE.test(classesOf(at))) return true
  return false
}

function classesOf(element: PageElement): string {
  return isElement(element) ? `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}` : ''
}

function readPost({ element, postedAt }: PostElement): Block[] {
  return collectBlocks(element).map((block) => ({ ...block, postedAt }))
}

interface DeclaredPost {
  readonly postedAt: string | null
  readonly lines: readonly string[]
}

function declaredPosts(live: JsonLdNode): DeclaredPost[] {
  const updates = live['liveBlogUpdate']
  return (Array.isArray(updates) ? updates : [updates]).filter(isNode).map((update) => {
    const body = update['articleBody'] ?? update['text']
    const lines = typeof body === 'string' ? body.split(/[\r\n]+/u) : []
    const [date] = [...texts(update['datePublished']), ...texts(update['dateCreated'])]
    return {
      postedAt: date === undefined ? null : inUtc(parsePageDate(date)),
      lines: [...texts(update['headline']), ...lines]
        .map((line) =>
          line
            .replace(/<[^<>]{1,200}>/gu, ' ')
            .replace(/\s+/gu, ' ')
            .trim(),
        )
        .filter((line) => line !== ''),
    }
  })
}

/** The declared posts as the page shows them; as declared when the page does not show them. */
function placeDeclared(posts: readonly DeclaredPost[], page: readonly Block[]): readonly Block[] {
  const keyed = posts.map(({ postedAt, lines }) => ({ postedAt, key: lines.map(comparable).join('\n') }))
  const shown = page.flatMap((block) => {
    const post = block.key.length < 12 ? undefined : keyed.find(({ key }) => key.includes(block.key))
    return post === undefined ? [] : [{ ...block, postedAt: post.postedAt }]
  })
  const declaredSize = keyed.reduce((sum, { key }) => sum + key.length, 0)
  if (shown.reduce((sum, { key }) => sum + key.length, 0) * 2 >= declaredSize) return shown
  return posts.flatMap(({ postedAt, lines }) =>
    lines.map((text) => ({
      text,
      key: comparable(text),
      tag: 'p',
      linkDensity: 0,
      container: '',
      postedAt,
      sourceOffset: null,
    })),
  )
}

/** A time with zone in UTC; a date stays a date. */
function inUtc(date: string | null): string | null {
  return date === null || !date.includes('T') ? date : new Date(date).toISOString().replace('.000Z', 'Z')
}
