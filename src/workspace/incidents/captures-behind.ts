import type { IncidentRecord } from '../../model/record.ts'
import { PRODUCER_SETTING } from '../settings.ts'
import type { Workspace } from '../workspace.ts'
import { readOf } from './load-documents.ts'

/** What is told of a capture that an incident rests on. */
export interface CaptureBehind {
  /** SHA-256 of the bytes received, `sha256:` and hex. */
  readonly digest: string
  /** ISO 8601, UTC. */
  readonly receivedAt: string
  /** ISO 639-1; null when it cannot be told, and where texts are not asked for. */
  readonly language: string | null
  /** The text that was read; empty where texts are not asked for. */
  readonly text: string
}

/** The captures of an incident's documents, by id. @param withTexts reads the texts too, which takes longer */
export async function capturesBehind(
  { store }: Pick<Workspace, 'store'>,
  { incident }: IncidentRecord,
  withTexts: boolean,
): Promise<ReadonlyMap<string, CaptureBehind>> {
  const producer = (await store.setting(PRODUCER_SETTING)) ?? ''
  const found = new Map<string, CaptureBehind>()
  for (const { captureId } of incident.documents) {
    const capture = await store.capture(captureId)
    if (capture === null) continue
    const { receivedAt, payloadSha256 } = capture
    const document = withTexts ? (await readOf({ store }, producer, capture)).document : null
    const { language = null, text = '' } = document?.reading.document ?? {}
    found.set(captureId, { digest: `sha256:${payloadSha256}`, receivedAt, language, text })
  }
  return found
}

const PAGE = 200

/** When the last document that could be read was received: ISO 8601, UTC; null when there is none. */
export async function lastReceived({ store }: Pick<Workspace, 'store'>): Promise<string | null> {
  const everything = { outlet: null, language: null, from: null, to: null, text: null }
  let last: string | null = null
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof store.documents>> = await store.documents(everything, { limit: PAGE, after })
    for (const { receivedAt } of page.items) if (last === null || receivedAt > last) last = receivedAt
    after = page.next
  } while (after !== null)
  return last
}
