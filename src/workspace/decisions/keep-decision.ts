import { randomBytes } from 'node:crypto'

import { encodeDecision } from '../../adapters/custody/encode-decision.ts'
import type { Decision, DecisionAct } from '../../model/decision.ts'
import { commit } from '../commit.ts'
import type { Workspace } from '../workspace.ts'
import { clearDecisionTail } from './clear-decision-tail.ts'

/** Who decided, and why. */
export interface Responsibility {
  readonly actor: string
  readonly reason: string
}

/**
 * Takes a decision into custody in one step: written to its file, logged (which acknowledges it), stored.
 *
 * @throws {CairnError} "bad-workspace" | "disk-full" | "store-busy"
 */
export async function keepDecision(
  workspace: Workspace,
  act: DecisionAct,
  { actor, reason }: Responsibility,
): Promise<Decision> {
  return commit(workspace, async ({ writer, log }) => {
    await clearDecisionTail(workspace, writer)
    const last = (await writer.lastDecision())?.decision.at ?? ''
    const now = workspace.clock.now().toISOString()
    const at = now > last ? now : new Date(Date.parse(last) + 1).toISOString()
    const id = `dec-${randomBytes(8).toString('hex')}`
    const decision: Decision = { ...act, id, at, actor, reason }
    const { json, sha256 } = encodeDecision(decision, randomBytes(16).toString('hex'))
    const fileEnd = await workspace.decisions.append(json)
    const custodyIndex = await log([{ kind: 'decision', at, decisionId: id, sha256 }])
    await writer.addDecisions([{ decision, json, sha256, fileEnd, custodyIndex }])
    return decision
  })
}
