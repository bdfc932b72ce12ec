import type { PageDocument, PageElement } from '../html/page-dom.ts'
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
const HEADLINE_COUNT = 3

/** The candidates that the page's own elements give. */
export function collectPageMetadata(document: PageDocument): MetadataCandidate[] {
  const candidates: MetadataCandidate[] = []
  const add = (field: MetadataField, value: string | null, origin: MetadataOrigin, key: string): void => {
    const clean = (value ?? '').replace(/\s+/gu, ' ').trim()
    if (clean !== '') candidates.push({ field, value: clean, origin, key })
  }
  const metas: MetadataCandidate[] = []
  for (const meta of document.getElementsByTagName('meta')) {
    const value = (meta.getAttribute('content') ?? '').replace(/\s+/gu, ' ').trim()
    const names = ['property', 'name', 'itemprop', 'http-equiv'].flatMap(
      (key) => meta.getAttribute(key)?.toLowerCase().split(/\s+/u) ?? [],
    )
    for (const key of names) {
      const field = META_KEYS.get(key)
      if (field !== undefined && value !== '') metas.push({ field, value, origin: 'meta', key })
    }
  }
  const order = [...META_KEYS.keys()]
  candidates.push(...metas.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key)))
  for (const link of document.getElementsByTagName('link')) {
    if (link.getAttribute('rel')?.toLowerCase() === 'canonical')
      add('url', link.getAttribute('href'), 'link', 'canonical')
  }
  add(
    'language',
    document.documentElement?.getAttribute('lang') ?? document.documentElement?.getAttribute('xml:lang') ?? null,
    'html-lang',
    'lang',
  )
  for (const heading of [...document.getElementsByTagName('h1')].slice(0, HEADLINE_COUNT))
    add('title', heading.textContent, 'h1', 'h1')
  add('title', document.getElementsByTagName('title')[0]?.textContent ?? null, 'title-element', 'title')
  let times = 0
  for (const time of document.getElementsByTagName('time')) {
    const value = time.getAttribute('datetime') ?? time.textContent
    const isPublished =
      time.getAttribute('pubdate') !== null || /datepublished/iu.test(time.getAttribute('itemprop') ?? '')
    if (isPublished) add('published', value, 'itemprop', 'time')
    else if (!isModified(time) && times++ < MAX_TIMES) add('published', value, 'time', 'time')
  }
  collectMarkedElements(document, add)
  return candidates
}

/** Elements marked as author or date by itemprop, rel or class. */
function collectMarkedElements(
  document: PageDocument,
  add: (field: MetadataField, value: string | null, origin: MetadataOrigin, key: string) => void,
): void {
  for (const name of ['span', 'div', 'a', 'p', 'address', 'li']) {
    for (const element of document.getElementsByTagName(name)) {
      const itemprop = element.getAttribute('itemprop')?.toLowerCase()
      const field = itemprop === undefined ? undefined : ITEMPROP_FIELDS.get(itemprop)
      if (field !== undefined) {
        const value = element.getAttribute('content') ?? element.getAttribute('datetime') ?? element.textContent
        if ((value ?? '').length <= MAX_BYLINE_UNITS) add(field, value, 'itemprop', itemprop ?? '')
      } else if (element.getAttribute('rel') === 'author' || BYLINE_CLASS.test(element.getAttribute('class') ?? '')) {
        const value = element.textContent ?? ''
        if (value.trim().length <= MAX_BYLINE_UNITS)
          add('byline', value, 'byline-element', element.getAttribute('class') ?? 'rel')
      }
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
