import { parsePage } from './page-dom.ts'

const REFERENCE = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});/iu

/** Replaces character references in text that did not pass through a DOM (JSON-LD); unknown ones stay as they are. */
export function decodeEntities(text: string): string {
  if (!REFERENCE.test(text)) return text
  return parsePage(text.replaceAll('<', '&lt;')).body?.textContent ?? text
}
