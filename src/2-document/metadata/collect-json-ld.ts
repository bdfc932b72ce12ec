import { decodeEntities } from '../html/decode-entities.ts'
import { hasType, isNode, type JsonLdNode } from './parse-json-ld.ts'
import type { MetadataCandidate, MetadataField } from './metadata-candidate.ts'

const ARTICLE = /(?:Article|BlogPosting|Report|SocialMediaPosting|Review)$/u
const PAGE = /(?:WebPage|VideoObject)$/u
const URL_FRONT = /^https?:\/\/(?:www\.|m\.|amp\.)?/u

/**
 * The node that describes this page's article: of several, the one whose address is the page's, else the first.
 *
 * @param urls addresses of the page: as given and its canonical one
 */
export function findArticleNode(nodes: readonly JsonLdNode[], urls: readonly string[]): JsonLdNode | null {
  const articles = nodes.filter((node) => hasType(node, ARTICLE))
  const own = new Set(urls.map(plainUrl))
  const ours = articles.filter((node) => nodeUrls(node).some((url) => own.has(plainUrl(url))))
  return ours.find(isDated) ?? ours[0] ?? articles.find(isDated) ?? articles[0] ?? null
}

/** The candidates that a page's JSON-LD gives. */
export function collectJsonLd(nodes: readonly JsonLdNode[], article: JsonLdNode | null): MetadataCandidate[] {
  const candidates: MetadataCandidate[] = []
  const add = (field: MetadataField, key: string, values: readonly string[]): void => {
    for (const value of values) candidates.push({ field, value, origin: 'json-ld', key })
  }
  const pages = nodes.filter((node) => hasType(node, PAGE))
  if (article !== null) {
    add('title', 'headline', texts(article['headline']))
    const names = [...texts(article['author']), ...texts(article['creator'])]
    add('byline', 'author', [...new Set(names)])
    add('outlet', 'publisher', texts(article['publisher']))
    add('url', 'url', nodeUrls(article))
    add('language', 'inLanguage', texts(article['inLanguage']))
    add('description', 'description', texts(article['description']))
  }
  for (const node of article === null ? pages : [article, ...pages]) {
    const type = hasType(node, PAGE) ? 'page:' : ''
    for (const key of ['datePublished', 'dateCreated', 'uploadDate'])
      add('published', `${type}${key}`, texts(node[key]))
    add('modified', `${type}dateModified`, texts(node['dateModified']))
  }
  for (const node of nodes.filter((each) => hasType(each, /WebSite$/u))) add('outlet', 'website', texts(node['name']))
  return candidates
}

/** The text that the page declares to be its article's. */
export function articleBodyOf(article: JsonLdNode | null): string | null {
  const body = article === null ? null : (article['articleBody'] ?? article['text'])
  return typeof body === 'string' && body.trim() !== '' ? body : null
}

/** The strings of a value: itself, the names of nodes, or those of every member. */
export function texts(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') {
    const text = decodeEntities(value).replace(/\s+/gu, ' ').trim()
    return text === '' ? [] : [text]
  }
  if (depth > 3) return []
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((member) => texts(member, depth + 1))
  if (!isNode(value)) return []
  return texts(value['name'] ?? value['@value'] ?? value['alternateName'], depth + 1)
}

function nodeUrls(node: JsonLdNode): string[] {
  const page = node['mainEntityOfPage']
  const values = [node['url'], isNode(page) ? (page['@id'] ?? page['url']) : page, node['@id']]
  return values.filter((value) => typeof value === 'string').filter((url) => /^https?:/u.test(url))
}

function isDated(node: JsonLdNode): boolean {
  return typeof node['datePublished'] === 'string'
}

/** An address without what differs between two addresses of one page: scheme, www, query, fragment, last slash. */
function plainUrl(url: string): string {
  return (url.trim().toLowerCase().split(/[?#]/u)[0] ?? '').replace(URL_FRONT, '').replace(/\/$/u, '')
}
