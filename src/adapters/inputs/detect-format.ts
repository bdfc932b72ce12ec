import { extname } from 'node:path'

import { probeMember } from '../warc/gzip-member.ts'
import { looksLikeRecord } from '../warc/read-record.ts'

/** What the bytes at the head of an input look like. */
export type DetectedFormat = 'text' | 'html' | 'jsonl' | 'warc' | 'wacz' | 'pdf' | Unsupported
/** A kind of file that holds no text we can read, and what to do with it. */
export interface Unsupported {
  readonly what: string
  readonly advice: string
}

const EXTENSIONS: Readonly<Record<string, 'text' | 'html' | 'jsonl' | 'warc' | 'wacz'>> = {
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.txt': 'text',
  '.text': 'text',
  '.md': 'text',
  '.warc': 'warc',
  '.wacz': 'wacz',
}

const GZIP = '\x1f\x8b'
const ZIP = 'PK\x03\x04'
/** Where the name of a ZIP's first entry stands, and what it is in a WACZ package. */
const ZIP_NAME_AT = 30
const WACZ_ENTRY_FIRST = /^(?:archive\/[^/]+\.warc|datapackage\.json|(?:indexes|pages)\/)/u
const MAGIC: readonly [head: string, what: string, advice: string][] = [
  [GZIP, 'compressed (gzip)', 'Decompress it first (gunzip).'],
  [ZIP, 'a ZIP archive (or an office document)', 'Unpack it, or save it as text, and read that.'],
  ['\x89PNG', 'a picture (PNG)', 'Only text, HTML and JSONL can be read.'],
  ['\xff\xd8\xff', 'a picture (JPEG)', 'Only text, HTML and JSONL can be read.'],
  ['GIF8', 'a picture (GIF)', 'Only text, HTML and JSONL can be read.'],
  ['\x7fELF', 'a program', 'Only text, HTML and JSONL can be read.'],
  ['BZh', 'compressed (bzip2)', 'Decompress it first (bunzip2).'],
  ['\xfd7zXZ', 'compressed (xz)', 'Decompress it first (unxz).'],
  ['(\xb5/\xfd', 'compressed (zstd)', 'Decompress it first (unzstd).'],
]
const ONE_LINE_ADVICE = 'Write each document as one object on one line (jq -c .).'
/** What a page or a piece of one begins with. */
const TAG_FIRST =
  /^\s*<(?:!--|(?:!doctype\s+html|html|head|body|article|main|section|header|div|p|h[1-6]|meta|title|script|style|table|ul|ol)\b)/iu
const XML_FIRST = /^\s*<\?xml\b/iu
/** A line that begins a JSON object with its first field. */
const JSON_LINE_FIRST = /^\s*\{[ \t]*"[^"\n]*"[ \t]*:/u
/** JSON laid out over several lines, or a list. */
const JSON_FIRST = /^\s*(?:\{\s*["}]|\[\s*[[{"\]])/u

/** How many bytes at the head of an input are looked at. */
const HEAD_BYTES = 4096

/**
 * The format of an input by its file name and its first bytes.
 *
 * A known kind of binary file is named; a known extension decides, except that a page saved as .txt is still a page;
 * without one the content decides, and what is neither HTML nor JSON is text.
 *
 * @param path  file name, or null for standard input
 * @param head  the first bytes of the input; at most HEAD_BYTES of them are looked at
 */
export function detectFormat(path: string | null, head: Uint8Array): DetectedFormat {
  const bytes = head.subarray(0, HEAD_BYTES)
  const latin = Buffer.from(bytes).toString('latin1')
  const web = webArchive(path, bytes, latin)
  if (web !== null) return web
  if (latin.startsWith('%PDF-')) return 'pdf'
  const magic = MAGIC.find(([mark]) => latin.startsWith(mark))
  if (magic !== undefined) return { what: magic[1], advice: magic[2] }
  const text = withoutMark(latin, bytes)
  const looksLikeHtml = TAG_FIRST.test(text) || (XML_FIRST.test(text) && /<html\b/iu.test(text))
  const byName = path === null ? undefined : EXTENSIONS[extname(path).toLowerCase()]
  if (byName !== undefined) return byName === 'text' && looksLikeHtml ? 'html' : byName
  if (looksLikeHtml) return 'html'
  if (XML_FIRST.test(text))
    return { what: 'XML, not HTML', advice: 'Save the articles as text or HTML and read those.' }
  if (JSON_LINE_FIRST.test(text)) return 'jsonl'
  return JSON_FIRST.test(text) ? { what: 'JSON, but not JSON lines', advice: ONE_LINE_ADVICE } : 'text'
}

/** A WARC, also a compressed one, and a WACZ package: by what they begin with, or by a name that says so. */
function webArchive(path: string | null, bytes: Uint8Array, latin: string): 'warc' | 'wacz' | null {
  const name = path?.toLowerCase() ?? ''
  if (latin.startsWith('WARC/') || name.endsWith('.warc.gz')) return 'warc'
  if (latin.startsWith(GZIP)) return looksLikeRecord(probeMember(Buffer.from(bytes))) ? 'warc' : null
  const isPackage = latin.startsWith(ZIP) && (name.endsWith('.wacz') || WACZ_ENTRY_FIRST.test(latin.slice(ZIP_NAME_AT)))
  return isPackage ? 'wacz' : null
}

/** The head without its byte order mark; two-byte text is decoded so that its marks can be seen. */
function withoutMark(latin: string, head: Uint8Array): string {
  if (latin.startsWith('\xef\xbb\xbf')) return latin.slice(3)
  if (latin.startsWith('\xff\xfe')) return new TextDecoder('utf-16le').decode(head)
  if (latin.startsWith('\xfe\xff')) return new TextDecoder('utf-16be').decode(head)
  return latin
}
