import type { GivenMetadata } from '../../model/capture.ts'
import { articleBodyOf, collectJsonLd, findArticleNode } from '../metadata/collect-json-ld.ts'
import { collectPageMetadata } from '../metadata/collect-page-metadata.ts'
import { chooseMetadata, type ChosenMetadata } from '../metadata/choose-metadata.ts'
import { parseJsonLd } from '../metadata/parse-json-ld.ts'
import { type Block, collectBlocks } from './collect-blocks.ts'
import { comparable } from './comparable.ts'
import { withoutRepeats } from './compare-blocks.ts'
import { type Extractor, extractMainText } from './extract-main-text.ts'
import { findLivePosts } from './find-live-posts.ts'
import { findStandfirst } from './find-standfirst.ts'
import { parsePage } from './page-dom.ts'
import { scanHtml } from './scan-html.ts'

/** A page's main text, block by block in reading order, and its metadata. */
export interface ReadPage {
  readonly metadata: ChosenMetadata
  /** What stands around the headline, one block a line: byline and date are looked for in it. */
  readonly head: string
  /** Without the title. */
  readonly blocks: readonly Block[]
}

/** Blocks at the front that may repeat the title. */
const TITLE_ZONE = 6
/** Blocks after the headline in which byline and date stand. */
const HEAD_BLOCKS = 8

/** Reads main text and metadata out of a page's source. */
export function readPage(source: string, given: GivenMetadata, extractor: Extractor, markOffsets: boolean): ReadPage {
  const { html, jsonLd, elements } = scanHtml(source, markOffsets)
  const document = parsePage(html)
  const nodes = parseJsonLd(jsonLd)
  const candidates = collectPageMetadata(document)
  const addresses = candidates.filter(({ field }) => field === 'url').map(({ value }) => value)
  if (given.url !== null) addresses.unshift(given.url)
  const article = findArticleNode(nodes, addresses)
  candidates.unshift(...collectJsonLd(nodes, article))
  const metadata = chooseMetadata(given, candidates)
  const pageBlocks = document.body === null ? [] : collectBlocks(document.body)
  const posts = findLivePosts(document, nodes, pageBlocks, metadata.title)
  const main = extractMainText({ html, document, elements, pageBlocks, articleBody: articleBodyOf(article) }, extractor)
  const body = withoutTitle(withoutRepeats(posts === null ? main : withPosts(main, posts, pageBlocks)), metadata.title)
  const descriptions = candidates.filter(({ field }) => field === 'description').map(({ value }) => value)
  return {
    metadata,
    head: headOf(pageBlocks, metadata.title),
    blocks: [...findStandfirst(pageBlocks, body, metadata.title, descriptions), ...body],
  }
}

/** The posts of a live blog with the rest of the main text around them: what stands above the first post in front. */
function withPosts(main: readonly Block[], posts: readonly Block[], page: readonly Block[]): readonly Block[] {
  const ofPosts = new Set(posts.map(({ key }) => key))
  const first = page.findIndex(({ key }) => key !== '' && key === posts[0]?.key)
  const above = new Set(page.slice(0, Math.max(0, first)).map(({ key }) => key))
  const rest = main.filter(({ key }) => !ofPosts.has(key))
  return [...rest.filter(({ key }) => above.has(key)), ...posts, ...rest.filter(({ key }) => !above.has(key))]
}

/** Leaves out what repeats the title at the front: it is the document's first line already. */
function withoutTitle(blocks: readonly Block[], title: string | null): Block[] {
  if (title === null) return [...blocks]
  const key = comparable(title)
  return blocks.filter((block, i) => i >= TITLE_ZONE || block.key !== key)
}

function headOf(blocks: readonly Block[], title: string | null): string {
  const key = title === null ? '' : comparable(title)
  const at = blocks.findIndex((block) => block.tag === 'h1' || block.key === key)
  const head = at === -1 ? [] : blocks.slice(at + 1, at + 1 + HEAD_BLOCKS)
  return head.map(({ text }) => text).join('\n')
}
