import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { ALL_CLAIMS } from '../ports/record-store.ts'
import { ingestReports, localReader, openForWriting, RULES_1 } from '../../test/support/make-workspace.ts'
import { verifyFolder } from '../../test/support/verify-folder.ts'
import type { Reading } from '../model/reading.ts'
import { anchorClaim } from '../pipeline.ts'
import { keepDecision } from './decisions/keep-decision.ts'
import { rebuildDatabase } from './rebuild-database.ts'
import { type ClaimChange, compareReadings, switchProducer } from './reread.ts'
import type { Workspace } from './workspace.ts'

const RULES_2 = 'rules 0.0.2'
const folder = mkdtempSync(join(tmpdir(), 'cairn-reread-'))
let workspace: Workspace
beforeAll(async () => {
  workspace = await openForWriting(join(folder, 'workspace'))
  await ingestReports(workspace, [0, 1, 2, 3])
})
afterAll(async () => {
  await workspace.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Another version: finds no wounded in the first report, another claimant in the second; only its version differs in the rest. */
function readOtherwise(reading: Reading): Reading {
  const claims = reading.claims.map((claim) => ({ ...claim, producer: { name: 'rules', version: '0.0.2' } }))
  const { text } = reading.document
  if (text.startsWith('At least 2 '))
    return { ...reading, claims: claims.filter(({ figure }) => figure?.measure !== 'injured') }
  if (!text.startsWith('At least 3 ')) return { ...reading, claims }
  const [first, ...rest] = claims
  if (first === undefined) throw new Error('the report has no claim')
  const claimant = { ...first.attribution.claimant, name: 'the deputy mayor' }
  return { ...reading, claims: [{ ...first, attribution: { ...first.attribution, claimant } }, ...rest] }
}

/** Takes a claim's words out of what is told. */
async function redactFirst(exact: string): Promise<void> {
  const { items } = await workspace.store.claims(ALL_CLAIMS, { limit: 100, after: null })
  const found = items.find(({ claim }) => claim.evidence.exact === exact)
  if (found === undefined) throw new Error(`no claim has the words ${exact}`)
  const act = { action: 'redact', claim: anchorClaim(found.documentId, found.claim) } as const
  await keepDecision(workspace, act, { actor: 'a', reason: 'b' })
}

const listed = async (): Promise<readonly string[]> =>
  (await workspace.store.claims(ALL_CLAIMS, { limit: 100, after: null })).items.map(
    ({ claim }) => `${claim.figure?.measure} ${claim.figure?.low} ${claim.attribution.claimant.name}`,
  )

test('another version reads beside the one before; what changed is told; then it is switched', async () => {
  const before = await listed()
  expect(before).toHaveLength(12)
  const { counts } = await ingestReports(workspace, [], { reader: localReader(readOtherwise), producer: RULES_2 })
  expect(counts).toMatchObject({ captured: 0, resumed: 4, read: 4 })
  expect(await listed()).toEqual(before)

  const changes: ClaimChange[] = []
  const sums = await compareReadings(workspace, RULES_1, RULES_2, (change) => changes.push(change))
  expect(sums).toEqual({ captures: 4, touched: 2, added: 0, removed: 1, changed: 1 })
  expect(changes.map(({ kind, resource }) => [kind, resource])).toEqual([
    ['removed', 'urn:cairn:line:0'],
    ['changed', 'urn:cairn:line:1'],
  ])
  expect(changes[1]?.after?.attribution.claimant.name).toBe('the deputy mayor')
  expect(changes[1]?.after?.evidence.exact).toBe('At least 3 people')

  await redactFirst('At least 3 people')
  const told: ClaimChange[] = []
  await compareReadings(workspace, RULES_1, RULES_2, (change) => told.push(change))
  expect(told.map(({ before: was, after: now }) => [was?.evidence.exact, now?.evidence.exact])).toEqual([
    ['5', undefined],
    ['[redacted]', '[redacted]'],
  ])

  await switchProducer(workspace, RULES_1, RULES_2)
  const after = await listed()
  expect(after.filter((claim) => !before.includes(claim))).toEqual(['killed 3 the deputy mayor'])
  expect(after).toHaveLength(11)
  const notes: unknown[] = []
  for await (const [, entry] of workspace.custody.entries()) if (entry.kind === 'note') notes.push(entry)
  expect(notes.at(-1)).toMatchObject({ what: 'producer-switched', detail: { before: RULES_1, after: RULES_2 } })
})

test('a database that is made again holds the readings of this version only, which is no fault', async () => {
  const options = { reader: localReader(readOtherwise), producer: RULES_2, workers: 1, maxBytes: 1e6 }
  const copy = join(folder, 'copy')
  cpSync(workspace.folder, copy, { recursive: true })
  expect(await rebuildDatabase(copy, options, () => undefined)).toMatchObject({ captures: 4, readings: 4, unlike: 0 })
  expect(await verifyFolder(copy)).toEqual([])
})

test('the readings of the version before stay', async () => {
  for (const { id } of await workspace.store.captures(null, 10))
    expect(await workspace.store.producers(id)).toEqual([RULES_1, RULES_2])
})
