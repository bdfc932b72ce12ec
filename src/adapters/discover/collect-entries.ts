import { cleanTitle } from './clean-title.ts'
import type { DiscoveredEntry } from './discovery.ts'
import { identifyUrl } from './identify-url.ts'
import { parseFeedDate } from './parse-feed-date.ts'

/** Articles taken from one feed or sitemap (a sitemap may hold 50 000 by its protocol). */
export const MAX_ENTRIES = 50_000

/** What a source says of one article, as its parser gave it. */
export interface RawEntry {
  readonly url: string | null | undefined
  /** What relative addresses are relative to, innermost first. */
  readonly bases: readonly (string | null | undefined)[]
  readonly title: string | null | undefined
  readonly published: string | null | undefined
  readonly outlet: string | null | undefined
  readonly language: string | null | undefined
}

export interface CollectedEntries {
  readonly entries: readonly DiscoveredEntry[]
  readonly notes: readonly string[]
}

/** Resolves addresses, cleans titles, reads dates; the first of several entries of one article stays. What is left out is counted in the notes. */
export function collectEntries(
  raw: Iterable<RawEntry>,
  way: DiscoveredEntry['way'],
  feedUrl: string,
): CollectedEntries {
  const entries = new Map<string, DiscoveredEntry>()
  const left = { without: 0, repeated: 0, unclear: 0, beyond: 0 }
  for (const one of raw) {
    const url = resolveUrl(one.url, [...one.bases, feedUrl])
    if (url === null) {
      left.without++
      continue
    }
    const identity = identifyUrl(url)
    if (entries.has(identity)) left.repeated++
    else if (entries.size >= MAX_ENTRIES) left.beyond++
    else {
      const written = one.published?.trim() ?? ''
      const published = written === '' ? null : parseFeedDate(written)
      if (written !== '' && published === null) left.unclear++
      entries.set(identity, {
        url,
        identity,
        title: cleanTitle(one.title),
        published,
        publishedAsWritten: written === '' ? null : written,
        outlet: cleanTitle(one.outlet),
        language: cleanLanguage(one.language),
        way,
      })
    }
  }
  return { entries: [...entries.values()], notes: describeLeft(left) }
}

/**
 * An absolute http(s) address; relative ones are resolved against the first base that gives one, itself resolved against those
 * after it. Null when there is none.
 */
export function resolveUrl(
  url: string | null | undefined,
  bases: readonly (string | null | undefined)[],
): string | null {
  const given = url?.trim() ?? ''
  if (given === '') return null
  let base: string | undefined
  for (const candidate of bases.toReversed()) {
    const trimmed = candidate?.trim() ?? ''
    if (trimmed !== '' && URL.canParse(trimmed, base)) {
      const next = new URL(trimmed, base)
      if (next.protocol === 'http:' || next.protocol === 'https:') base = next.href
    }
  }
  if (!URL.canParse(given, base)) return null
  const resolved = new URL(given, base)
  return resolved.protocol === 'http:' || resolved.protocol === 'https:' ? resolved.href : null
}

function cleanLanguage(tag: string | null | undefined): string | null {
  const lower = tag?.trim().toLowerCase().replaceAll('_', '-') ?? ''
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,5}$/u.test(lower) ? lower : null
}

function describeLeft(left: Readonly<Record<'without' | 'repeated' | 'unclear' | 'beyond', number>>): string[] {
  const notes: [number, string][] = [
    [left.without, 'without a web address, left out'],
    [left.repeated, 'for an article that was listed before, left out'],
    [left.unclear, 'with a date that cannot be read, kept without it'],
    [left.beyond, `beyond the first ${MAX_ENTRIES}, left out`],
  ]
  return notes
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${count === 1 ? 'entry' : 'entries'} ${what}`)
}
