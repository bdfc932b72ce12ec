import type { Decision } from '../../model/decision.ts'
import type { ReadDocument } from '../../model/incident.ts'
import { ALL_CLAIMS } from '../../ports/record-store.ts'
import { prepareDecisions, type PreparedDecisions, textsOf } from '../../pipeline.ts'
import { loadDocumentsOf } from '../incidents/load-documents.ts'
import type { Workspace } from '../workspace.ts'
import { loadDecisions } from './load-decisions.ts'

/** Every decision of a workspace, with the documents that they hold on to. */
export interface DecidedDocuments {
  readonly decisions: readonly Decision[]
  /** Every capture of a text that a decision names, as the extractor read it. */
  readonly documents: readonly ReadDocument[]
  readonly prepared: PreparedDecisions
}

export async function loadDecided(workspace: Pick<Workspace, 'store'>, producer: string): Promise<DecidedDocuments> {
  const decisions = await loadDecisions(workspace)
  const captures = new Set<string>()
  for (const text of textsOf(decisions))
    for (const captureId of await capturesOfText(workspace, text)) captures.add(captureId)
  const documents = await loadDocumentsOf(workspace, producer, captures)
  return { decisions, documents, prepared: prepareDecisions(decisions, documents) }
}

const PAGE = 200

/** Captures whose text holds a claim and has this digest. */
export async function capturesOfText(
  { store }: Pick<Workspace, 'store'>,
  document: string,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof store.claims>> = await store.claims(
      { ...ALL_CLAIMS, document },
      { limit: PAGE, after },
    )
    for (const { captureId } of page.items) found.add(captureId)
    after = page.next
  } while (after !== null)
  return found
}
