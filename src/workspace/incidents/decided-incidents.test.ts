import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { ingestReports, localReader, openForWriting } from '../../../test/support/make-workspace.ts'
import type { DecisionAct } from '../../model/decision.ts'
import type { IncidentRecord } from '../../model/record.ts'
import { recordIncidents } from '../../pipeline.ts'
import type { IncidentStore } from '../../ports/incident-store.ts'
import { isRefusal } from '../decisions/find-target.ts'
import { keepDecision } from '../decisions/keep-decision.ts'
import { loadDecisions } from '../decisions/load-decisions.ts'
import { type DecisionRequest, planAct } from '../decisions/plan-act.ts'
import { switchProducer } from '../reread.ts'
import type { Workspace } from '../workspace.ts'
import { loadDocuments } from './load-documents.ts'
import { openIncidents } from './open-incidents.ts'
import { allRecords } from './record-of.ts'
import { isBehind, updateIncidents } from './update-incidents.ts'

let folder: string
let workspace: Workspace
let incidents: IncidentStore
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-decided-'))
  workspace = await openForWriting(join(folder, 'workspace'))
  incidents = await openIncidents(workspace, 'write')
  await ingestReports(workspace, [0, 1, 2])
  await ingestReports(workspace, [40, 41], { town: 'Goma' })
})
afterEach(async () => {
  await incidents.close()
  await workspace.close()
  rmSync(folder, { recursive: true, force: true })
})

async function records(): Promise<readonly IncidentRecord[]> {
  await updateIncidents(workspace, incidents, { merged: () => undefined, recorded: () => undefined })
  const found: IncidentRecord[] = []
  for await (const record of allRecords(workspace, incidents, 'cairn')) found.push(record)
  return found
}

async function plan(request: DecisionRequest): Promise<DecisionAct> {
  const record = {
    documents: await loadDocuments(workspace),
    records: await records(),
    decisions: await loadDecisions(workspace),
  }
  const act = planAct(request, record)
  if (isRefusal(act)) throw new Error(act.message)
  return act
}

async function decide(request: DecisionRequest): Promise<string> {
  return (await keepDecision(workspace, await plan(request), { actor: 'Reviewer', reason: 'checked' })).id
}

/** Number of reports of each incident, the most reported first. */
const sizes = (found: readonly IncidentRecord[]): number[] =>
  found.map(({ reports }) => reports.length).sort((a, b) => b - a)
const idsOf = (found: readonly IncidentRecord[]): string[] => found.map(({ incident }) => incident.id).sort()
/** Everything but how it came about. */
const values = (found: readonly IncidentRecord[]): string[] =>
  found
    .map(({ incident, decisions: _taken, ...rest }) => {
      const { history: _history, ...published } = incident
      return JSON.stringify({ ...rest, incident: published })
    })
    .sort()

/** The same without former ids: which of them were ever known depends on what was merged first. */
const believed = (found: readonly IncidentRecord[]): string[] =>
  values(found.map((record) => ({ ...record, incident: { ...record.incident, previousIds: [] } })))

/** What the record is when it is made from nothing: from the readings and decisions alone. */
async function fromNothing(): Promise<readonly IncidentRecord[]> {
  return recordIncidents(await loadDocuments(workspace), {
    policy: 'cairn',
    decisions: await loadDecisions(workspace),
  })
}

/** An incident of several reports is made out of all there are, whatever merging made of them. */
async function mergeAll(): Promise<string> {
  const found = await records()
  return decide({ action: 'merge', incidents: idsOf(found) })
}

describe('decisions change the incidents that are kept', () => {
  test('a merge, and its undoing byte by byte', async () => {
    const before = await records()
    expect(before.length).toBeGreaterThan(1)
    const merge = await mergeAll()
    expect(await isBehind(workspace, incidents)).toBe(true)
    const [merged, ...others] = await records()
    expect(await isBehind(workspace, incidents)).toBe(false)
    expect(others).toEqual([])
    expect(merged?.reports).toHaveLength(5)
    expect([merged?.incident.id, ...(merged?.incident.previousIds ?? [])]).toEqual(
      expect.arrayContaining(idsOf(before)),
    )
    expect(merged?.incident.history.at(-1)).toMatchObject({
      field: 'reports',
      after: '5',
      cause: merge,
      by: 'Reviewer',
    })
    expect(believed(await fromNothing())).toEqual(believed(merged === undefined ? [] : [merged]))

    await decide({ action: 'undo', decision: merge })
    expect(values(await records())).toEqual(values(before))
  })

  test('a merge and then the split of the same reports restore the incidents', async () => {
    const before = await records()
    await mergeAll()
    const [merged] = await records()
    const parts = before
      .filter(({ incident }) => incident.id !== merged?.incident.id)
      .map(({ reports }) => reports.map(({ captureId }) => captureId))
    await decide({ action: 'split', incident: merged?.incident.id ?? '', parts })
    expect(values(await records())).toEqual(values(before))
    expect(believed(await fromNothing())).toEqual(believed(before))
  })

  test('a part that is split off says where it came from, and what comes later goes to a side', async () => {
    await mergeAll()
    const [merged] = await records()
    const part = merged?.reports.at(-1)?.captureId ?? ''
    await decide({ action: 'split', incident: merged?.incident.id ?? '', parts: [[part]] })
    const [large, small] = (await records()).toSorted((a, b) => b.reports.length - a.reports.length)
    expect([large?.reports.length, small?.reports.length]).toEqual([4, 1])
    await ingestReports(workspace, [42], { town: 'Goma' })
    const later = await records()
    expect(sizes(later).reduce((sum, size) => sum + size, 0)).toBe(6)
    const holdsPart = later.filter(({ reports }) => reports.some(({ captureId }) => captureId === part))
    expect(
      holdsPart.flatMap(({ reports }) => reports).some(({ captureId }) => large?.reports[0]?.captureId === captureId),
    ).toBe(false)
  })

  test('what was undone stays in the history of every incident that it was about, with who did it, when and why', async () => {
    const before = await records()
    const merge = await mergeAll()
    const undo = await decide({ action: 'undo', decision: merge })
    const decisions = new Map((await loadDecisions(workspace)).map((decision) => [decision.id, decision]))
    const after = await records()
    expect(idsOf(after)).toEqual(idsOf(before))
    for (const { incident, reports } of after) {
      const own = String(reports.length)
      const cause = (id: string) => ({ cause: id, at: decisions.get(id)?.at, by: 'Reviewer', reason: 'checked' })
      expect(incident.history.filter(({ field }) => field === 'reports')).toEqual([
        { field: 'reports', before: own, after: '5', ...cause(merge) },
        { field: 'reports', before: '5', after: own, ...cause(undo) },
      ])
    }
    await decide({ action: 'undo', decision: undo })
    const [whole] = await records()
    expect(whole?.incident.history.filter(({ field }) => field === 'reports').map((one) => one.after)).toEqual([
      '5',
      expect.stringMatching(/^[1-4]$/u),
      '5',
    ])
  })

  test('ids that a merge, a split or an undone split gave lead to the incident, also in a store that is made again', async () => {
    const before = await records()
    await mergeAll()
    const [merged] = await records()
    const whole = merged?.incident.id ?? ''
    const part = merged?.reports.at(-1)?.captureId ?? ''
    const split = await decide({ action: 'split', incident: whole, parts: [[part]] })
    const parts = idsOf(await records())
    await decide({ action: 'undo', decision: split })
    const known = new Set([...idsOf(before), ...parts])
    expect(known.size).toBeGreaterThan(2)
    const lookUp = async (): Promise<unknown> => {
      expect((await records()).map(({ incident }) => [incident.id, ...incident.previousIds].sort())).toEqual([
        [...known].sort(),
      ])
      return Promise.all([...known].map((id) => incidents.incidentIds(id)))
    }
    const found = await lookUp()
    expect(found).toEqual([...known].map(() => [whole]))
    await incidents.write((writer) => writer.clear())
    expect(await lookUp()).toEqual(found)
  })

  test('they survive a new reading that gives other ids, and a database of incidents that is thrown away', async () => {
    await mergeAll()
    const [merged] = await records()
    await decide({ action: 'set-status', incident: merged?.incident.id ?? '', status: 'reviewed' })
    const claim = merged?.claims.find(({ state }) => state === 'current')?.entry.claim.id ?? ''
    await decide({ action: 'reject', claim })
    const [decided] = await records()
    const renamed = (id: string): string => `${id.slice(0, 2)}new${id.slice(2)}`
    const reader = localReader((reading) => ({
      ...reading,
      claims: reading.claims.map((one) => ({
        ...one,
        id: renamed(one.id),
        incident: one.incident === null ? null : renamed(one.incident),
      })),
      incidents: reading.incidents.map((one) => ({ ...one, id: renamed(one.id), claims: one.claims.map(renamed) })),
    }))
    await ingestReports(workspace, [], { producer: 'rules 0.0.2', reader })
    await switchProducer(workspace, 'rules 0.0.1', 'rules 0.0.2')
    const [again, ...others] = await records()
    expect(others).toEqual([])
    expect(again?.incident.status).toBe('reviewed')
    expect(again?.incident.previousIds).toContain(decided?.incident.id)
    expect(again?.findings.filter(({ rule }) => rule.startsWith('decision/'))).toEqual([])
    const numbers = (record: IncidentRecord | undefined) =>
      record?.incident.figures.map(({ measure, low, high, best }) => ({ measure, low, high, best }))
    expect(numbers(again)).toEqual(numbers(decided))
    expect(again?.claims.find(({ rule }) => rule === 'decision/rejected')?.entry.claim.id).toBe(renamed(claim))

    const kept = believed(await records())
    await incidents.write((writer) => writer.clear())
    expect(believed(await records())).toEqual(kept)
  })
})

describe('what cannot be decided is refused with what is allowed', () => {
  test.each<[string, (found: readonly IncidentRecord[]) => DecisionRequest, RegExp]>([
    [
      'merging an incident with itself',
      ([one]) => ({ action: 'merge', incidents: [one?.incident.id ?? '', one?.incident.id ?? ''] }),
      /is named twice/u,
    ],
    ['merging one', ([one]) => ({ action: 'merge', incidents: [one?.incident.id ?? ''] }), /takes two or more/u],
    [
      'splitting off everything',
      ([one]) => ({
        action: 'split',
        incident: one?.incident.id ?? '',
        parts: [one?.reports.map(({ captureId }) => captureId) ?? []],
      }),
      /Nothing of inc-\w+ would be left/u,
    ],
    [
      'splitting off nothing',
      ([one]) => ({ action: 'split', incident: one?.incident.id ?? '', parts: [[]] }),
      /names nothing/u,
    ],
    [
      'splitting off a stranger',
      ([one]) => ({ action: 'split', incident: one?.incident.id ?? '', parts: [['cap-zzz']] }),
      /holds no report of cap-zzz/u,
    ],
    ['an unknown incident', () => ({ action: 'set-grade', incident: 'inc-zzz', grade: 'fair' }), /No incident begins/u],
    ['an unknown claim', () => ({ action: 'reject', claim: 'c-zzz' }), /No claim begins with c-zzz/u],
    ['several', () => ({ action: 'reject', claim: 'c-' }), /\d+ claims begin with c-; give more of the id/u],
    ['an unknown decision', () => ({ action: 'undo', decision: 'dec-z' }), /No decision begins with dec-z/u],
    ['a note on nothing', () => ({ action: 'note', target: 'x-1', text: 'Hm.' }), /No claim and no incident begins/u],
    ['an empty note', ([one]) => ({ action: 'note', target: one?.incident.id ?? '', text: ' ' }), /says something/u],
  ])('%s', async (_, request, message) => {
    await expect(plan(request(await records()))).rejects.toThrow(message)
  })

  test('undoing what is undone', async () => {
    const [one] = await records()
    const note = await decide({ action: 'note', target: one?.incident.id ?? '', text: 'asked' })
    const undo = await decide({ action: 'undo', decision: note })
    await expect(plan({ action: 'undo', decision: note })).rejects.toThrow(/is undone already/u)
    await decide({ action: 'undo', decision: undo })
    expect((await plan({ action: 'undo', decision: note })).action).toBe('undo')
  })
})
