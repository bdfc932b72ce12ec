import type { GivenMetadata } from '../../model/capture.ts'
import type { PublishedFrom } from '../../model/document.ts'
import { cleanNames } from './clean-names.ts'
import { comparable } from '../html/comparable.ts'
import type { MetadataCandidate, MetadataField, MetadataOrigin } from './metadata-candidate.ts'
import { parsePageDate } from './parse-page-date.ts'

/** What is believed of a page, after the choice. */
export interface ChosenMetadata {
  readonly title: string | null
  readonly outlet: string | null
  readonly byline: string | null
  readonly url: string | null
  /** ISO 639-1 code that the page declares, or null. */
  readonly language: string | null
  readonly publishedAt: string | null
  readonly publishedFrom: PublishedFrom
  readonly modifiedAt: string | null
}

/** For each field the origins that count, the most believed first; the publication date is never taken from a time of change. */
const ORDER: Readonly<Record<MetadataField, readonly MetadataOrigin[]>> = {
  title: ['h1', 'json-ld', 'meta', 'title-element'],
  outlet: ['meta', 'json-ld'],
  byline: ['json-ld', 'meta', 'itemprop', 'byline-element'],
  url: ['link', 'meta', 'json-ld'],
  language: ['html-lang', 'json-ld', 'meta'],
  published: ['json-ld', 'meta', 'itemprop', 'time', 'url'],
  modified: ['json-ld', 'meta', 'itemprop'],
  description: ['json-ld', 'meta'],
}
const URL_DATE = /[/_-](19\d{2}|20\d{2})[/_-](\d{1,2})[/_-](\d{1,2})(?=[/_.-]|$)|\/(20\d{2})(\d{2})(\d{2})(?=[/_.-])/u
/** An h1 that shares less with the page's other titles is a section's or the outlet's name. */
const MIN_SHARED_WORDS = 0.3
/** A title's parts end at these: story, section, outlet. */
const TITLE_PARTS = /\s+[|–—»·:-]{1,2}\s+/u

/** The date that stands in an address as year, month and day; null when there is none. */
export function dateInUrl(url: string): string | null {
  const match = URL_DATE.exec(url)
  return match === null
    ? null
    : parsePageDate(`${match[1] ?? match[4]}-${match[2] ?? match[5]}-${match[3] ?? match[6]}`)
}

/** Chooses one value for each field: what is given wins, then the most believed origin that holds a usable value. */
export function chooseMetadata(given: GivenMetadata, candidates: readonly MetadataCandidate[]): ChosenMetadata {
  const of = (field: MetadataField): MetadataCandidate[] => {
    const order = ORDER[field]
    return candidates
      .filter((candidate) => candidate.field === field && order.includes(candidate.origin))
      .sort((a, b) => order.indexOf(a.origin) - order.indexOf(b.origin))
  }
  const url = given.url ?? of('url').find(({ value }) => /^https?:\/\//iu.test(value))?.value ?? null
  const published = firstDate(of('published')) ?? (url === null ? null : dateInUrl(url))
  const outlet = given.outlet ?? of('outlet').find(({ value }) => !/^https?:|^@/iu.test(value))?.value ?? null
  return {
    title: (given.title === '' ? null : given.title) ?? chooseTitle(of('title'), outlet),
    outlet,
    byline: chooseByline(of('byline')),
    url,
    language: languageCode(of('language')),
    publishedAt: given.published ?? published,
    publishedFrom: given.published !== null ? 'given' : published !== null ? 'metadata' : 'none',
    modifiedAt: firstDate(of('modified')),
  }
}

function firstDate(candidates: readonly MetadataCandidate[]): string | null {
  for (const { value } of candidates) {
    const date = parsePageDate(value)
    if (date !== null) return date
  }
  return null
}

/**
 * The headline that two origins agree on (the one that readers see, h1, before the others), else the h1 that shares its
 * words with another origin, else that of the most believed origin; the outlet's name is cut off.
 */
function chooseTitle(candidates: readonly MetadataCandidate[], outlet: string | null): string | null {
  const titles = candidates
    .map(({ value, origin }) => ({ title: withoutOutlet(value, outlet, origin), origin }))
    .filter(({ title }) => title !== '' && comparable(title) !== comparable(outlet ?? ''))
  const others = titles.filter(({ origin }) => origin !== 'h1')
  const agreed = titles.find(({ title, origin }) =>
    titles.some((other) => other.origin !== origin && comparable(other.title) === comparable(title)),
  )
  const seen = titles.find(
    ({ title, origin }) => origin === 'h1' && others.some((other) => sharesWords(title, other.title)),
  )
  return (agreed ?? seen ?? others[0] ?? titles[0])?.title ?? null
}

/** Whether a fair part of the words of the shorter title stand in the other. */
function sharesWords(a: string, b: string): boolean {
  const [x, y] = [a, b].map((title) => new Set(title.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []))
  if (x === undefined || y === undefined) return false
  const shared = [...x].filter((word) => y.has(word)).length
  return shared >= Math.min(x.size, y.size) * MIN_SHARED_WORDS && shared > 0
}

/** Cuts the outlet's name from the end or front of a title; of a `<title>` element also a last short part of unknown name. */
function withoutOutlet(value: string, outlet: string | null, origin: MetadataOrigin): string {
  const title = value
    .replace(/\u00ad/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  const parts = title.split(TITLE_PARTS)
  if (parts.length < 2) return title
  const isOutlet = (part: string): boolean => outlet !== null && comparable(part) === comparable(outlet)
  const last = parts.at(-1) ?? ''
  const isName = origin === 'title-element' && last.split(' ').length <= 4 && last.length < (parts[0] ?? '').length
  if (isOutlet(last) || isName) return title.slice(0, title.length - last.length).replace(/\s+[|–—»·:-]{1,2}\s+$/u, '')
  if (isOutlet(parts[0] ?? '')) return title.slice((parts[0] ?? '').length).replace(/^\s+[|–—»·:-]{1,2}\s+/u, '')
  return title
}

/** The names of the most believed origin that names anybody. */
function chooseByline(candidates: readonly MetadataCandidate[]): string | null {
  for (const origin of ORDER.byline) {
    const names = cleanNames(candidates.filter((each) => each.origin === origin).map(({ value }) => value))
    if (names.length > 0) return names.join(', ')
  }
  return null
}

function languageCode(candidates: readonly MetadataCandidate[]): string | null {
  for (const { value } of candidates) {
    const code = /^([a-z]{2})(?:[-_]|$)/iu.exec(value)?.[1]?.toLowerCase()
    if (code !== undefined) return code
  }
  return null
}
