import { NEWS_AGENCIES } from '../../../data/claimants/news-agencies.ts'
import type { Document, Line } from '../../model/document.ts'
import { foldName } from '../../model/fold-name.ts'

/** The news agency that a text names as its author. */
export interface Credit {
  /** As written. */
  readonly agency: string
  /** Whether the agency is the outlet that published the text. False also when the outlet is not known. */
  readonly isOwn: boolean
  readonly rule: string
  readonly quote: string
}

const KNOWN: ReadonlySet<string> = new Set(NEWS_AGENCIES.flatMap(({ names }) => names.map(foldName)))
/** Words that make a name an agency's even when it is not listed. */
const AGENCY_WORD =
  /\b(?:Wire|Wires|News Agency|Press Agency|Agency|Newswire|Press|News Service|Nachrichtenagentur|Agence|Agencia)$/iu
/** "KABUL, Oct 3 (Harbour Wire) - ", "KYIV (Reuters) —": a place in capitals, then the agency in brackets, then a dash. */
const DATELINE = /^[^\p{Ll}()\n]{0,3}\p{Lu}[\p{L}\p{N} ,./'’-]{1,70}\(([^()\n]{2,40})\)\s{0,2}[-–—:]/u
/** "… in the evening. (Harbour Wire)", "— AFP" at the very end. */
const SIGN_OFF = /(?:\(([^()\n]{2,40})\)|(?:^|[.”"’]\s{0,3})[-–—]{1,2}\s?([\p{L}\p{N} .'’-]{2,40}))\s{0,3}$/u
/** "Source: AFP", "Reporting by Jan Novak; Harbour Wire", "With reporting from AP", "HARBOUR WIRE" on a line alone. */
const SOURCE_LINE = /^(?:sources?|credit|via|agency)\s?:\s?([^\n]{2,60})$/iu
const BYLINE_AGENCY =
  /(?:^by\s|[,;|/–—-]\s{0,2}|^)((?:The\s)?[\p{Lu}][\p{L}\p{N}.'’-]*(?:\s[\p{L}][\p{L}.'’-]*){0,3})\s{0,2}$/iu
const LONGEST_CREDIT_UNITS = 120
/** How much of the first and the last line of the body is looked at. */
const EDGE_UNITS = 160

/** Reads which agency a text is credited to: in its dateline, its last words, a credit line or its byline; null when none is named. */
export function readCredit(document: Document): Credit | null {
  const found =
    agencyInDateline(document) ?? agencyInLines(document) ?? agencyAtEnd(document) ?? agencyInByline(document)
  if (found === null) return null
  const agency = knownPart(found.agency)
  return { ...found, agency, isOwn: isOutlet(agency, document) }
}

/** "Reuters Staff", "AP Photo": the agency alone. */
function knownPart(agency: string): string {
  const first = agency.split(' ')[0] ?? ''
  return !KNOWN.has(foldName(agency)) && KNOWN.has(foldName(first)) ? first : agency
}

type Found = Omit<Credit, 'isOwn'>

function agencyInDateline(document: Document): Found | null {
  for (const line of document.lines) {
    if (line.role !== 'body' && line.role !== 'dateline') continue
    const head = document.text.slice(line.start, Math.min(line.end, line.start + EDGE_UNITS))
    const [quote, agency] = DATELINE.exec(head) ?? []
    if (quote !== undefined && agency !== undefined && startsInCapitals(quote) && isName(agency))
      return { agency: agency.trim(), rule: 'credit/dateline', quote }
    if (line.role === 'body') return null
  }
  return null
}

function agencyInLines(document: Document): Found | null {
  for (const line of document.lines) {
    if (line.role === 'headline' || line.end - line.start > LONGEST_CREDIT_UNITS) continue
    const text = textOf(document, line)
    const named = SOURCE_LINE.exec(text)?.[1]
    const agency = (named ?? text).replace(/^[-–—([\s]+|[-–—)\].\s]+$/gu, '')
    if (
      KNOWN.has(foldName(agency)) ||
      ((named !== undefined || isShouted(text)) && AGENCY_WORD.test(agency) && isName(agency))
    )
      return { agency, rule: 'credit/line', quote: text }
    if (/^(?:additional\s)?(?:reporting|writing|with reporting) (?:by|from)\b/iu.test(text)) {
      const parts = text.split(/[;,/]|\b(?:by|from|for)\b/u).map((part) => part.replace(/[.\s]+$/u, '').trim())
      const known = parts.find((part) => KNOWN.has(foldName(part)) || AGENCY_WORD.test(part))
      if (known !== undefined) return { agency: known, rule: 'credit/reporting', quote: text }
    }
  }
  return null
}

function agencyAtEnd(document: Document): Found | null {
  const last = document.lines.findLast(({ role }) => role === 'body' || role === 'credit')
  if (last === undefined) return null
  const tail = document.text.slice(Math.max(last.start, last.end - EDGE_UNITS), last.end)
  const [quote, bracketed, dashed] = SIGN_OFF.exec(tail) ?? []
  const agency = bracketed ?? dashed
  if (quote === undefined || agency === undefined) return null
  return isAgency(agency) ? { agency: agency.trim(), rule: 'credit/sign-off', quote: quote.trim() } : null
}

function agencyInByline(document: Document): Found | null {
  const bylines = document.lines.filter(({ role }) => role === 'byline').map((line) => textOf(document, line))
  for (const byline of document.byline === null ? bylines : [document.byline, ...bylines]) {
    if (byline.length > LONGEST_CREDIT_UNITS) continue
    const agency = BYLINE_AGENCY.exec(byline.trim())?.[1]?.replace(/^by\s/iu, '')
    if (agency !== undefined && isAgency(agency)) return { agency, rule: 'credit/byline', quote: byline }
  }
  return null
}

function textOf(document: Document, line: Line): string {
  return document.text.slice(line.start, line.end).trim()
}

/** The place of a dateline is written in capitals: at least its first word. */
function startsInCapitals(dateline: string): boolean {
  const word = /\p{L}+/u.exec(dateline)?.[0] ?? ''
  return word.length > 1 && word === word.toUpperCase()
}

function isShouted(text: string): boolean {
  return text === text.toUpperCase()
}

/** One to five words that begin with a capital or are an address: no date, no remark in brackets. */
function isName(text: string): boolean {
  const words = text.trim().split(/\s+/u)
  return words.length <= 5 && /^\p{Lu}/u.test(words[0] ?? '') && !/\d{2}/u.test(text)
}

function isAgency(text: string): boolean {
  return KNOWN.has(foldName(text)) || (AGENCY_WORD.test(text) && isName(text))
}

function isOutlet(agency: string, { outlet, url }: Document): boolean {
  const name = foldName(agency).replace(/^the /u, '')
  if (outlet !== null && foldName(outlet).replace(/^the /u, '') === name) return true
  const host = url === null ? '' : (/^[a-z]+:\/\/(?:www\.)?([^/:?#]+)/iu.exec(url)?.[1] ?? '')
  const squeezed = name.replaceAll(' ', '')
  return (
    squeezed.length > 2 &&
    host
      .toLowerCase()
      .replace(/[^a-z0-9]/gu, '')
      .startsWith(squeezed)
  )
}
