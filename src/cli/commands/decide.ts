import { userInfo } from 'node:os'

import type { DecisionAct } from '../../model/decision.ts'
import type { ReadDocument } from '../../model/incident.ts'
import type { IncidentRecord } from '../../model/record.ts'
import { compareRecords } from '../../pipeline.ts'
import { gatherDecidable, recordsTouchedBy } from '../../workspace/decisions/gather-decidable.ts'
import { isRefusal } from '../../workspace/decisions/find-target.ts'
import { keepDecision } from '../../workspace/decisions/keep-decision.ts'
import { type DecisionRequest, planAct } from '../../workspace/decisions/plan-act.ts'
import { locateWorkspace } from '../../workspace/locate-workspace.ts'
import { openWorkspace } from '../../workspace/open-workspace.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { DecideOptions } from '../program/add-decision-commands.ts'
import { findScreen } from '../terminal/screen.ts'
import { showDecided } from '../terminal/show-decisions.ts'
import { writerTo } from '../write-out.ts'
import { withIncidents } from './open-record.ts'
import { tellRefusal } from './refusal.ts'

/** `cairn decide …`: takes a decision into custody and tells what it changed. */
export async function runDecide(request: DecisionRequest, options: DecideOptions): Promise<ExitCode> {
  const folder = locateWorkspace(options.workspace ?? null, process.env)
  const workspace = await openWorkspace(folder, { access: 'write' })
  const write = writerTo(process.stdout)
  try {
    const record = await withIncidents(workspace, (incidents) => gatherDecidable(workspace, incidents, request))
    const act = planAct(request, record)
    if (isRefusal(act)) return tellRefusal(act)
    const look = (): Promise<readonly IncidentRecord[]> =>
      withIncidents(workspace, (incidents) =>
        recordsTouchedBy(act, record.decisions, { store: workspace.store, incidents }),
      )
    const before = await look()
    const decision = await keepDecision(workspace, act, {
      actor: findActor(options.actor, process.env),
      reason: options.reason.trim(),
    })
    const changes = compareRecords(before, await look())
    if (options.json === true) await write(`${JSON.stringify({ decision, changes }, null, 2)}\n`)
    else {
      const screen = findScreen(process.stdout, process.env)
      await write(`${showDecided(decision, claimsOf(act, record.documents), changes, screen).join('\n')}\n`)
    }
    return EXIT.ok
  } finally {
    await workspace.close()
  }
}

/** Ids of the claims that an act is about. */
function claimsOf(act: DecisionAct, documents: readonly ReadDocument[]): readonly string[] {
  const anchor = 'claim' in act ? act.claim : act.action === 'note' && 'kind' in act.target ? act.target : null
  const found = documents.flatMap(({ reading }) =>
    reading.document.id === anchor?.documentId
      ? reading.claims.filter(
          ({ kind, evidence }) =>
            kind === anchor.kind && evidence.start === anchor.start && evidence.end === anchor.end,
        )
      : [],
  )
  return [...new Set(found.map(({ id }) => id))]
}

/** Who decides: as named, else the variable CAIRN_ACTOR, else the system's user name. */
function findActor(named: string | undefined, env: Readonly<Record<string, string | undefined>>): string {
  for (const name of [named, env['CAIRN_ACTOR']]) if (name !== undefined && name.trim() !== '') return name.trim()
  try {
    return userInfo().username
  } catch {
    return 'not named'
  }
}
