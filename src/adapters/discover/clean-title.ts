import { parseHTML } from 'linkedom'

const REFERENCE = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});/iu
const TAG = /<\/?[a-z][^<>]{0,1000}>/giu
const MAX_TITLE_CHARS = 1000

/**
 * The words of a title: markup out, references that were escaped twice decoded, white space as single blanks; null when nothing is left.
 *
 * @param title  as it stands after the parser decoded it once
 */
export function cleanTitle(title: string | null | undefined): string | null {
  const bare = (title ?? '').slice(0, MAX_TITLE_CHARS).replaceAll(TAG, ' ')
  const decoded = REFERENCE.test(bare) ? decodeReferences(bare) : bare
  // oxlint-disable-next-line no-control-regex -- titles are shown in terminals
  const plain = decoded.replaceAll(/[\s\u0000-\u001f\u007f-\u009f]+/gu, ' ').trim()
  return plain === '' ? null : plain
}

function decodeReferences(text: string): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  document.body.innerHTML = text.replaceAll('<', '&lt;')
  return document.body.textContent
}
