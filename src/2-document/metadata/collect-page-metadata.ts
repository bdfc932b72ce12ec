import { isElement, type PageDocument, type PageElement } from '../html/page-dom.ts'
import type { MetadataCandidate, MetadataField, MetadataOrigin } from './metadata-candidate.ts'

/** Meta keys (name, property or itemprop, lower case) and what they say; within a field the earlier key is believed first. */
const META_KEYS: ReadonlyMap<string, MetadataField> = new Map([
  ...list(
    'published',
    'article:published_time og:article:published_time og:published_time datepublished date.published article.published publish-date publish_date publishdate published_date publication_date publicationdate pubdate parsely-pub-date sailthru.date dcterms.created dcterms.date dc.date.issued dc.date.created dc.date dcterms.issued article:published article_date_original cxenseparse:recs:publishtime cxenseparse:publishtime originalpublicationdate rnews:datepublished bt:pubdate date last-published displaydate creation_date',
  ),
  ...list(
    'modified',
    'article:modified_time og:updated_time og:article:modified_time datemodified last-modified lastmod revised dcterms.modified dc.date.modified article:modified modified-date updated_time',
  ),
  ...list('title', 'og:title twitter:title parsely-title sailthru.title dc.title dcterms.title title headline'),
  ...list(
    'outlet',
    'og:site_name application-name publisher dc.publisher article:publisher apple-mobile-web-app-title',
  ),
  ...list(
    'byline',
    'author article:author og:article:author parsely-author sailthru.author dc.creator dcterms.creator byl cxenseparse:author creator',
  ),
  ...list('url', 'og:url twitter:url parsely-link'),
  ...list('language', 'og:locale content-language dc.language dcterms.language inlanguage language'),
  ...list('description', 'og:description description twitter:description dc.description sailthru.description'),
])
const ITEMPROP_FIELDS: ReadonlyMap<string, MetadataField> = new Map([
  ['datepublished', 'published'],
  ['datecreated', 'published'],
  ['datemodified', 'modified'],
  ['author', 'byline'],
])
const BYLINE_CLASS =
  /(?:^|[\s_-])(?:byline|author|authors|autor|auteur|autore|writer|reporter)(?:name|s)?(?:[\s_-]|$)/iu
/** A byline element holds names, not a biography. */
const MAX_BYLINE_UNITS = 120
/** `time` elements in the page's other parts are those of other stories. */
const MAX_TIMES = 3
const MAX_HEADLINES = 3
const MARKED: ReadonlySet<string> = new Set(['span', 'div', 'a', 'p', 'address', 'li'])

/** The candidates that the page's own elements give. */
export function collectPageMetadata(document: PageDocument): MetadataCandidate[] {
  const collector = new Collector()
  const root = document.documentElement
  collector.add('language', root?.getAttribute('lang') ?? root?.getAttribute('xml:lang') ?? null, 'html-lang', 'lang')
  if (root !== null) walk(root, (element) => collector.look(element))
  const order = [...META_KEYS.keys()]
  const isMeta = ({ origin }: MetadataCandidate): boolean => origin === 'meta'
  const metas = collector.candidates.filter(isMeta).sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
  return [...metas, ...collector.candidates.filter((candidate) => !isMeta(candidate))]
}

function walk(element: PageElement, look: (element: PageElement) => void): void {
  look(element)
  const children = element.childNodes
  for (let i = 0; i < children.length; i++) {
    const child = children[i]
    if (child !== undefined && isElement(child)) walk(child, look)
  }
}

class Collector {
  readonly candidates: MetadataCandidate[] = []
  #times = 0
  #headlines = 0

  add(field: MetadataField, value: string | null, origin: MetadataOrigin, key: string): void {
    const clean = (value ?? '').replace(/\s+/gu, ' ').trim()
    if (clean !== '') this.candidates.push({ field, value: clean, origin, key })
  }

  look(element: PageElement): void {
    const name = element.localName
    if (name === 'meta') this.#lookAtMeta(element)
    else if (name === 'link') {
      if (element.getAttribute('rel')?.toLowerCase() === 'canonical')
        this.add('url', element.getAttribute('href'), 'link', 'canonical')
    } else if (name === 'title') this.add('title', element.textContent, 'title-element', 'title')
    else if (name === 'h1') {
      if (this.#headlines++ < MAX_HEADLINES) this.add('title', element.textContent, 'h1', 'h1')
    } else if (name === 'time') this.#lookAtTime(element)
    else if (MARKED.has(name)) this.#lookAtMarked(element)
  }

  #lookAtMeta(meta: PageElement): void {
    const value = meta.getAttribute('content')
    if (value === null) return
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      for (const key of meta.getAttribute(attribute)?.toLowerCase().split(/\s+/u) ?? []) {
        const field = META_KEYS.get(key)
        if (field !== undefined) this.add(field, value, 'meta', key)
      }
    }
  }

  #lookAtTime(time: PageElement): void {
    const value = time.getAttribute('datetime') ?? time.textContent
    const itemprop = time.getAttribute('itemprop') ?? ''
    if (time.getAttribute('pubdate') !== null || /datepublished/iu.test(itemprop))
      this.add('published', value, 'itemprop', 'time')
    else if (this.#times < MAX_TIMES && !isModified(time)) {
      this.#times++
      this.add('published', value, 'time', 'time')
    }
  }

  /** Elements marked as author or date by itemprop, rel or class. */
  #lookAtMarked(element: PageElement): void {
    const itemprop = element.getAttribute('itemprop')?.toLowerCase()
    const field = itemprop === undefined ? undefined : ITEMPROP_FIELDS.get(itemprop)
    if (field !== undefined) {
      const value = element.getAttribute('content') ?? element.getAttribute('datetime') ?? element.textContent
      if ((value ?? '').length <= MAX_BYLINE_UNITS) this.add(field, value, 'itemprop', itemprop ?? '')
    } else if (element.getAttribute('rel') === 'author' || BYLINE_CLASS.test(element.getAttribute('class') ?? '')) {
      const value = element.textContent ?? ''
      if (value.trim().length <= MAX_BYLINE_UNITS) this.add('byline', value, 'byline-element', 'class')
    }
  }
}

/** Whether a `time` element or its surroundings say that it is the time of a change. */
function isModified(time: PageElement): boolean {
  const around = `${time.getAttribute('class') ?? ''} ${time.getAttribute('itemprop') ?? ''} ${time.parentElement?.getAttribute('class') ?? ''} ${time.parentElement?.textContent?.slice(0, 60) ?? ''}`
  return /modif|updated|update|aktualisiert|geändert|actualizad|mis à jour|aggiornat|uppdatera|oppdatert|opdateret|bijgewerkt|güncelle|atualizad|обновлено|оновлено|更新|수정/iu.test(
    around,
  )
}

function list(field: MetadataField, keys: string): (readonly [string, MetadataField])[] {
  return keys.split(' ').map((key) => [key, field] as const)
}
