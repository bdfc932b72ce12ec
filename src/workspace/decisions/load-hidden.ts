import type { Claim } from '../../model/claim.ts'
import { hiddenIn, type HiddenWords, hideInClaim, hideInTitle } from '../../model/hidden-words.ts'
import type { Span } from '../../model/span.ts'
import { PRODUCER_SETTING } from '../settings.ts'
import type { Workspace } from '../workspace.ts'
import { loadHiddenSpans } from './load-hidden-spans.ts'

/** A text of the workspace: its digest, and a capture that it was read in. */
interface TextOfCapture {
  readonly documentId: string
  readonly captureId: string
}

/** Takes the words that people hid out of whatever is told of a workspace. */
export interface WorkspaceHiding {
  claim(claim: Claim, from: TextOfCapture): Promise<Claim>
  title(title: string | null, from: TextOfCapture): Promise<string | null>
}

/** What people hid by now. Texts are read only where something of them is hidden. */
export async function loadHidden(workspace: Pick<Workspace, 'store'>): Promise<WorkspaceHiding> {
  const spans = await loadHiddenSpans(workspace)
  const texts = new Map<string, { readonly text: string; readonly hidden: HiddenWords }>()
  const producer = (await workspace.store.setting(PRODUCER_SETTING)) ?? ''
  const read = async (
    { documentId, captureId }: TextOfCapture,
    own: readonly Span[],
  ): Promise<{ readonly text: string; readonly hidden: HiddenWords }> => {
    const known = texts.get(documentId)
    if (known !== undefined) return known
    const stored = await workspace.store.reading(captureId, producer)
    const text = stored !== null && 'document' in stored.result ? stored.result.document.text : ''
    const made = { text, hidden: hiddenIn(text, own) }
    texts.set(documentId, made)
    return made
  }
  return {
    async claim(claim, from) {
      const own = spans.get(from.documentId)
      return own === undefined ? claim : hideInClaim(claim, (await read(from, own)).hidden)
    },
    async title(title, from) {
      const own = spans.get(from.documentId)
      if (own === undefined) return title
      const { text, hidden } = await read(from, own)
      return hideInTitle({ title, text }, hidden)
    },
  }
}
