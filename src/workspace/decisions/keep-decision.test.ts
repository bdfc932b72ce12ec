import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'

import { ingestReports, localReader, openForWriting, RULES_1 } from '../../../test/support/make-workspace.ts'
import { verifyFolder } from '../../../test/support/verify-folder.ts'
import { encodeDecision } from '../../adapters/custody/encode-decision.ts'
import { openStore } from '../../adapters/store/open-store.ts'
import type { Decision } from '../../model/decision.ts'
import { backUp } from '../backup.ts'
import { rebuildDatabase } from '../rebuild-database.ts'
import { restore } from '../restore.ts'
import type { Workspace } from '../workspace.ts'
import { keepDecision } from './keep-decision.ts'
import { loadDecisions } from './load-decisions.ts'

const root = mkdtempSync(join(tmpdir(), 'cairn-decisions-'))
let folder = ''
let workspace: Workspace
beforeEach(async () => {
  folder = join(mkdtempSync(join(root, 'w-')), 'workspace')
  workspace = await openForWriting(folder)
  await ingestReports(workspace, [0])
})
afterEach(() => workspace.close())
afterAll(() => rmSync(root, { recursive: true, force: true }))

const file = (): string => join(folder, 'decisions.ndjson')
const lines = (): readonly string[] => readFileSync(file(), 'utf8').trimEnd().split('\n')
const decide = (reason: string): Promise<Decision> =>
  keepDecision(workspace, { action: 'undo', decision: 'dec-none' }, { actor: 'Reviewer', reason })

async function reopen(): Promise<void> {
  await workspace.close()
  workspace = await openForWriting(folder)
}

async function faults(at = folder): Promise<readonly string[]> {
  return (await verifyFolder(at)).map(({ part, reason }) => `${part} ${reason}`)
}

describe('a decision', () => {
  test('is a line of its file, an entry of the log that tells nothing of it, and a row of the store', async () => {
    const decision = await decide('the report was right')
    const [line = ''] = lines()
    const { salt, ...kept } = JSON.parse(line) as Decision & { readonly salt: string }
    expect(kept).toEqual(decision)
    expect(salt).toMatch(/^[0-9a-f]{32}$/u)
    expect(decision).toMatchObject({ actor: 'Reviewer', reason: 'the report was right' })
    const { sha256 } = encodeDecision(decision, salt)
    const entries: object[] = []
    for await (const [, entry] of workspace.custody.entries()) entries.push(entry)
    expect(entries.at(-1)).toEqual({ kind: 'decision', at: decision.at, decisionId: decision.id, sha256 })
    expect(await loadDecisions(workspace)).toEqual([decision])
    expect(await faults()).toEqual([])
    expect(statSync(file()).mode & 0o077).toBe(0)
  })

  test('is later than the one before, whatever the clock says', async () => {
    const times: string[] = []
    for (const reason of ['a', 'b', 'c', 'd']) times.push((await decide(reason)).at)
    expect(new Set(times).size).toBe(4)
    expect([...times].sort()).toEqual(times)
  })

  test('that was written and not logged was never taken: the next run cuts it off', async () => {
    const decision = await decide('kept')
    for (const tail of [`${JSON.stringify({ id: 'dec-lost' })}\n`, '{"half']) {
      appendFileSync(file(), tail)
      expect(await faults()).toEqual(['decisions unlogged-decision'])
      await reopen()
      expect(await faults()).toEqual([])
      expect(lines()).toHaveLength(1)
    }
    expect(await loadDecisions(workspace)).toEqual([decision])
  })

  test('that was logged and not stored is taken over by the next run', async () => {
    const decision: Decision = {
      action: 'undo',
      decision: 'dec-none',
      id: 'dec-logged',
      at: '2030-01-01T00:00:00.000Z',
      actor: 'Reviewer',
      reason: 'killed meanwhile',
    }
    const { json, sha256 } = encodeDecision(decision, 'salt')
    await workspace.decisions.append(json)
    await workspace.custody.append([{ kind: 'decision', at: decision.at, decisionId: decision.id, sha256 }])
    await reopen()
    expect(await loadDecisions(workspace)).toEqual([decision])
    expect((await decide('next')).at).toBe('2030-01-01T00:00:00.001Z')
    expect(await faults()).toEqual([])
  })

  test('comes back from the file and the log, and from a backup', async () => {
    const decisions = [await decide('one'), await decide('two')]
    const copy = join(folder, '..', 'backup')
    await backUp(workspace, copy, 'cairn/test')
    await workspace.close()
    const options = { reader: localReader(), producer: RULES_1, workers: 1, maxBytes: 1e6 }
    expect(await rebuildDatabase(folder, options, () => undefined)).toMatchObject({ decisions: 2, lost: [] })
    workspace = await openForWriting(folder)
    expect(await loadDecisions(workspace)).toEqual(decisions)
    expect(await faults()).toEqual([])

    const restored = join(folder, '..', 'restored')
    await restore(copy, restored, (draft) => openStore(join(draft, 'cairn.db')))
    expect(await faults(restored)).toEqual([])
    const again = await openForWriting(restored)
    expect(await loadDecisions(again)).toEqual(decisions)
    await again.close()
  })
})

describe('whatever is done to the file of decisions is found and named', () => {
  const change = async (edit: (lines: readonly string[]) => readonly string[]): Promise<readonly string[]> => {
    for (const reason of ['one', 'two', 'three']) await decide(reason)
    await workspace.close()
    const copy = join(folder, '..', 'changed')
    cpSync(folder, copy, { recursive: true })
    writeFileSync(
      join(copy, 'decisions.ndjson'),
      edit(lines())
        .map((line) => `${line}\n`)
        .join(''),
    )
    workspace = await openForWriting(folder)
    return faults(copy)
  }
  test.each<[string, (lines: readonly string[]) => readonly string[], readonly string[]]>([
    ['a word changed', ([a = '', ...rest]) => [a.replace('one', 'uno'), ...rest], ['decisions changed-decision']],
    ['the last line gone', (all) => all.slice(0, -1), ['decisions changed-decision']],
    ['all gone', () => [], Array.from({ length: 3 }, () => 'decisions changed-decision')],
    [
      'the first line gone',
      ([, ...rest]) => rest,
      ['decisions changed-decision', 'decisions moved-decision', 'decisions moved-decision'],
    ],
    [
      'two lines changed about',
      ([a = '', b = '', c = '']) => [b, a, c],
      ['decisions moved-decision', 'decisions moved-decision'],
    ],
    ['a line added', (all) => [...all, '{"id":"dec-new"}'], ['decisions unlogged-decision']],
    ['a line twice', (all) => [...all, all[0] ?? ''], ['decisions moved-decision', 'decisions repeated-decision']],
  ])('%s', async (_, edit, expected) => {
    expect(await change(edit)).toEqual(expected)
  })

  test('nothing is written behind a line that lost its end', async () => {
    await decide('one')
    const text = readFileSync(file(), 'utf8')
    writeFileSync(file(), `${text.slice(0, -1)}x`)
    await expect(decide('two')).rejects.toThrow(/its last line does not end\. Run "cairn verify"/u)
    writeFileSync(file(), text.slice(1))
    await expect(decide('two')).rejects.toThrow(/not as the log says from line 1 on/u)
    writeFileSync(file(), text)
  })
})
