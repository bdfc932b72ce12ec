import { findHiddenSpans } from '../../model/hidden-words.ts'
import type { Span } from '../../model/span.ts'
import { findActive } from '../../pipeline.ts'
import type { Workspace } from '../workspace.ts'
import { loadDecisions } from './load-decisions.ts'

/** What people hid by now and did not undo: stretches by the digest of their text. */
export async function loadHiddenSpans(
  workspace: Pick<Workspace, 'store'>,
): Promise<ReadonlyMap<string, readonly Span[]>> {
  return findHiddenSpans(findActive(await loadDecisions(workspace)))
}
