import type { StoredCapture } from '../../ports/record-store.ts'
import { PRODUCER_SETTING } from '../settings.ts'
import type { Workspace } from '../workspace.ts'
import { loadHiddenSpans } from './load-hidden-spans.ts'

const PAGE = 200

/**
 * Ids of the captures whose bytes hold words that people hid: those in which such a text is read, and all that have the same
 * bytes. A redacted text that nothing reads now is looked for in what earlier extractors read.
 */
export async function findRedacted({ store }: Pick<Workspace, 'store'>): Promise<ReadonlySet<string>> {
  const texts = new Set((await loadHiddenSpans({ store })).keys())
  if (texts.size === 0) return new Set()
  const producer = (await store.setting(PRODUCER_SETTING)) ?? ''
  const captures: StoredCapture[] = []
  for (let page = await store.captures(null, PAGE); page.length > 0;) {
    captures.push(...page)
    page = await store.captures(page.at(-1)?.id ?? null, PAGE)
  }
  const payloads = new Set<string>()
  const found = new Set<string>()
  const look = async (capture: StoredCapture, reader: string): Promise<void> => {
    const stored = await store.reading(capture.id, reader)
    if (stored === null || 'reason' in stored.result || !texts.has(stored.result.document.id)) return
    found.add(stored.result.document.id)
    payloads.add(capture.payloadSha256)
  }
  for (const capture of captures) await look(capture, producer)
  if (found.size < texts.size)
    for (const capture of captures)
      for (const earlier of await store.producers(capture.id)) await look(capture, earlier)
  return new Set(captures.flatMap(({ id, payloadSha256 }) => (payloads.has(payloadSha256) ? id : [])))
}
