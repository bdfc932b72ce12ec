import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { ingestReports, openForWriting } from '../../test/support/make-workspace.ts'
import { openIncidents } from './incidents/open-incidents.ts'
import { allRecords } from './incidents/record-of.ts'
import { isBehind, updateIncidents } from './incidents/update-incidents.ts'
import { keepRegistry, loadRegistry, parseRegistry } from './registry.ts'

describe('a registry as a person writes it', () => {
  test('what is left out is filled in', () => {
    expect(
      parseRegistry(
        '{"claimants":[{"name":" Harbour Watch "}],"outlets":[{"name":"Sloboda Gazette","reliability":"B"}]}',
      ),
    ).toEqual({
      claimants: [{ name: 'Harbour Watch', aliases: [], kind: 'group', country: null, isState: false }],
      outlets: [{ name: 'Sloboda Gazette', aliases: [], reliability: 'B' }],
    })
  })
  test.each([
    ['{', 'is no JSON'],
    ['[]', 'the registry must be an object'],
    ['{"claimant":[]}', 'has "claimant"; it may have "claimants" and "outlets"'],
    ['{"claimants":{}}', 'claimants must be a list'],
    ['{"claimants":[{"name":""}]}', 'claimants[0].name must be a text that is not empty'],
    ['{"claimants":[{"name":"A","country":"Ukraine"}]}', 'claimants[0].country must be two capital letters'],
    ['{"claimants":[{"name":"A","isState":"yes"}]}', 'claimants[0].isState must be true or false'],
    ['{"claimants":[{"name":"A","sides":[{"countries":["UA"]}]}]}', 'claimants[0].sides[0].side must be a text'],
    ['{"outlets":[{"name":"A"}]}', 'outlets[0].reliability must be one of the Admiralty letters'],
  ])('%s', (text, message) => {
    expect(() => parseRegistry(text)).toThrow(message)
  })
})

test('own entries name claimants and give outlets a letter, and are noted in the log', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-registry-'))
  const workspace = await openForWriting(join(folder, 'workspace'))
  const incidents = await openIncidents(workspace, 'write')
  const quiet = { merged: () => undefined, recorded: () => undefined }
  const facts = async (): Promise<readonly string[]> => {
    const found: string[] = []
    for await (const { admiralty, claims } of allRecords(workspace, incidents, 'cairn'))
      found.push(admiralty.reliability, ...new Set(claims.map(({ entry }) => entry.claimant)))
    return found
  }
  try {
    await ingestReports(workspace, [0])
    await updateIncidents(workspace, incidents, quiet)
    expect(await facts()).toEqual(['F', 'mayor'])
    await keepRegistry(workspace, {
      claimants: [
        { name: 'Town Hall of Nikopol', aliases: ['the mayor'], kind: 'office', country: 'UA', isState: false },
      ],
      outlets: [{ name: 'Harbour Wire', aliases: [], reliability: 'B' }],
    })
    expect((await loadRegistry(workspace)).outlets).toHaveLength(1)
    expect(await isBehind(workspace, incidents)).toBe(true)
    await updateIncidents(workspace, incidents, quiet)
    expect(await facts()).toEqual(['B', 'Town Hall of Nikopol'])
    const notes: string[] = []
    for await (const [, entry] of workspace.custody.entries()) if (entry.kind === 'note') notes.push(entry.what)
    expect(notes).toContain('registry-replaced')
  } finally {
    await incidents.close()
    await workspace.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
