import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { localReader, openForWriting, reportItem, RULES_1 } from '../../../test/support/make-workspace.ts'
import type { IncidentRecord } from '../../model/record.ts'
import type { IncidentStore } from '../../ports/incident-store.ts'
import { gatherDecidable } from '../decisions/gather-decidable.ts'
import { isRefusal } from '../decisions/find-target.ts'
import { keepDecision } from '../decisions/keep-decision.ts'
import { loadDecisions } from '../decisions/load-decisions.ts'
import { type DecisionRequest, planAct } from '../decisions/plan-act.ts'
import { ingest } from '../ingest/ingest.ts'
import type { Sourced } from '../ingest/source-item.ts'
import { startTally } from '../ingest/tally.ts'
import type { Workspace } from '../workspace.ts'
import { openIncidents } from './open-incidents.ts'
import { recordAsOf } from './record-as-of.ts'
import { allRecords } from './record-of.ts'
import { updateIncidents } from './update-incidents.ts'

const TOWNS = ['Nikopol', 'Goma', 'Aleppo']
type Step =
  | { readonly kind: 'report'; readonly town: number; readonly n: number }
  | { readonly kind: 'merge' | 'split' | 'reject' | 'status' | 'undo'; readonly pick: number }
const report = fc.record({ kind: fc.constant('report' as const), town: fc.nat(2), n: fc.nat(6) })
const decision = fc.record({
  kind: fc.constantFrom('merge' as const, 'split' as const, 'reject' as const, 'status' as const, 'undo' as const),
  pick: fc.nat(20),
})
const sequences = fc.array(fc.oneof({ weight: 2, arbitrary: report }, { weight: 3, arbitrary: decision }), {
  minLength: 3,
  maxLength: 9,
})

const EVERY_KIND: Step[] = [
  { kind: 'report', town: 0, n: 0 },
  { kind: 'report', town: 1, n: 1 },
  { kind: 'merge', pick: 0 },
  { kind: 'split', pick: 0 },
  { kind: 'report', town: 0, n: 2 },
  { kind: 'reject', pick: 0 },
  { kind: 'status', pick: 1 },
  { kind: 'undo', pick: 0 },
]

async function take(workspace: Workspace, town: string, n: number): Promise<string> {
  const receivedAt = new Date().toISOString()
  async function* sources(): AsyncGenerator<Sourced> {
    yield { kind: 'item', label: town, item: { ...reportItem(n, town), receivedAt }, bookmark: null }
  }
  const options = { reader: localReader(), producer: RULES_1, workers: 1, maxBytes: 1e6 }
  await ingest(
    workspace,
    sources(),
    options,
    startTally(() => 0),
  )
  return receivedAt
}

/** What a step asks for, or null where there is nothing to ask it of. */
async function requestOf(
  { kind, pick }: Extract<Step, { readonly pick: number }>,
  records: readonly IncidentRecord[],
  workspace: Workspace,
): Promise<DecisionRequest | null> {
  const one = records[pick % Math.max(1, records.length)]
  const other = records[(pick + 1) % Math.max(1, records.length)]
  if (one === undefined || other === undefined) return null
  const { id } = one.incident
  const claim = one.claims[pick % Math.max(1, one.claims.length)]?.entry.claim.id
  const decisions = await loadDecisions(workspace)
  const undone = decisions[pick % Math.max(1, decisions.length)]?.id
  switch (kind) {
    case 'merge':
      return one === other ? null : { action: 'merge', incidents: [id, other.incident.id] }
    case 'split':
      return { action: 'split', incident: id, parts: [[one.reports.at(-1)?.captureId ?? '']] }
    case 'reject':
      return claim === undefined ? null : { action: 'reject', claim }
    case 'status':
      return { action: 'set-status', incident: id, status: pick % 2 === 0 ? 'reviewed' : 'rejected' }
    case 'undo':
      return undone === undefined ? null : { action: 'undo', decision: undone }
  }
}

async function recordsOf(workspace: Workspace, incidents: IncidentStore): Promise<IncidentRecord[]> {
  await updateIncidents(workspace, incidents, { merged: () => undefined, recorded: () => undefined })
  const found: IncidentRecord[] = []
  for await (const record of allRecords(workspace, incidents, 'cairn')) found.push(record)
  return found
}

const byId = (records: readonly IncidentRecord[]): IncidentRecord[] =>
  records.toSorted((a, b) => (a.incident.id < b.incident.id ? -1 : 1))

test('as of any moment the record is what it was then, as of the last one what it is, and before the first there is none', async () => {
  const met = new Set<string>()
  await fc.assert(
    fc.asyncProperty(sequences, async (steps) => {
      const folder = mkdtempSync(join(tmpdir(), 'cairn-as-of-'))
      const workspace = await openForWriting(join(folder, 'workspace'))
      const incidents = await openIncidents(workspace, 'write')
      try {
        const then: (readonly [at: string, records: readonly IncidentRecord[]])[] = []
        for (const step of steps) {
          // Steps of one millisecond would be one moment.
          await new Promise((done) => setTimeout(done, 2))
          if (step.kind === 'report') {
            const at = await take(workspace, TOWNS[step.town] ?? '', step.n)
            then.push([at, await recordsOf(workspace, incidents)])
            continue
          }
          const request = await requestOf(step, await recordsOf(workspace, incidents), workspace)
          const act = request === null ? null : planAct(request, await gatherDecidable(workspace, incidents, request))
          if (act === null || isRefusal(act)) continue
          const { at } = await keepDecision(workspace, act, { actor: 'a', reason: 'b' })
          met.add(step.kind)
          then.push([at, await recordsOf(workspace, incidents)])
        }
        const known = byId(await recordsOf(workspace, incidents))
        for (const [at, records] of then) expect(byId(await recordAsOf(workspace, at, 'cairn'))).toEqual(byId(records))
        expect(byId(await recordAsOf(workspace, '9999-12-31T23:59:59.999Z', 'cairn'))).toEqual(known)
        const [first] = then
        if (first !== undefined)
          expect(await recordAsOf(workspace, new Date(Date.parse(first[0]) - 1).toISOString(), 'cairn')).toEqual([])
      } finally {
        await incidents.close()
        await workspace.close()
        rmSync(folder, { recursive: true, force: true })
      }
    }),
    { numRuns: 4, examples: [[EVERY_KIND]] },
  )
  expect([...met].sort()).toEqual(['merge', 'reject', 'split', 'status', 'undo'])
}, 180_000)
