import type { Decision } from '../../model/decision.ts'
import type { Workspace } from '../workspace.ts'

const PAGE = 500

/** Every decision of the workspace, undone ones and their undoings too, in order. */
export async function loadDecisions({ store }: Pick<Workspace, 'store'>): Promise<readonly Decision[]> {
  const decisions: Decision[] = []
  for (;;) {
    const page = await store.decisions(decisions.at(-1)?.id ?? null, PAGE)
    decisions.push(...page.map(({ decision }) => decision))
    if (page.length < PAGE) return decisions
  }
}
