import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { CairnError } from '../model/error.ts'
import { loggedSpans } from './clear-tails.ts'
import { INCIDENTS_FILE, openIncidents } from './incidents/open-incidents.ts'
import { isBehind } from './incidents/update-incidents.ts'
import { WORKSPACE_FORMAT, readManifest } from './manifest.ts'
import { PRODUCER_SETTING } from './settings.ts'
import type { Workspace } from './workspace.ts'

/** One thing that was looked at. */
export interface Finding {
  /** Stable word for what was looked at. */
  readonly check: string
  readonly level: 'ok' | 'warning' | 'fault'
  readonly message: string
  /** What to do about it; null where nothing is to be done. */
  readonly advice: string | null
}

const MIN_NODE = [20, 19] as const
const LOW_SPACE_BYTES = 1_000_000_000
const LARGE_WAL_BYTES = 512_000_000
/** Others must not read the signing key. */
const OTHERS = 0o077

/** What can be told of a folder before it is opened: machine, files, rights, space. */
export function examineFolder(folder: string, nodeVersion: string): Finding[] {
  const findings: Finding[] = [examineNode(nodeVersion)]
  if (!existsSync(folder)) {
    const advice = 'Make it with "cairn init", or name another one with --workspace or CAIRN_WORKSPACE.'
    return [...findings, { check: 'folder', level: 'fault', message: `${folder} does not exist.`, advice }]
  }
  if (!statSync(folder).isDirectory()) {
    const advice = 'Name the folder of a workspace with --workspace or CAIRN_WORKSPACE.'
    return [...findings, { check: 'folder', level: 'fault', message: `${folder} is not a folder.`, advice }]
  }
  findings.push(examineManifest(folder))
  for (const [name, advice] of [
    ['cairn.db', '"cairn rebuild" makes it again from the archive and the log.'],
    ['archive', 'Restore it from a backup; without it nothing can be proven.'],
    ['custody.log', 'Restore it from a backup; without it nothing can be proven.'],
    ['custody.checkpoints', 'Restore it from a backup.'],
    ['custody.pub', 'Restore it from a backup.'],
    [join('keys', 'custody.key'), 'Restore it from a backup: without it the log can be verified, but not continued.'],
  ] as const) {
    const isThere = existsSync(join(folder, name))
    findings.push({
      check: 'file',
      level: isThere ? 'ok' : 'fault',
      message: isThere ? `${name} is there.` : `${name} is missing.`,
      advice: isThere ? null : advice,
    })
  }
  return [...findings, ...examineKey(folder), examineSpace(folder), ...examineWal(folder)]
}

/** What can be told of an opened workspace without hashing it all ("cairn verify" does that). */
export async function examineWorkspace(workspace: Workspace, producer: string): Promise<Finding[]> {
  const findings: Finding[] = []
  const { store, custody } = workspace
  const head = await custody.head()
  const known = await store.custodyHead()
  const agrees = head.size === known.size && head.root === known.root
  findings.push({
    check: 'log',
    level: agrees ? 'ok' : 'warning',
    message: agrees
      ? `Log and database agree at ${head.size} entries.`
      : `The log has ${head.size} entries, the database stands at ${known.size}.`,
    advice: agrees ? null : 'Run "cairn ingest" without sources to bring them together; if it refuses, "cairn verify".',
  })
  const active = await store.setting(PRODUCER_SETTING)
  const isCurrent = active === null || active === producer
  findings.push({
    check: 'extractor',
    level: isCurrent ? 'ok' : 'warning',
    message: isCurrent ? `Readings are by ${producer}.` : `Readings are by ${active}; this Cairn reads as ${producer}.`,
    advice: isCurrent ? null : '"cairn reread" reads all captures again, shows what changes and switches.',
  })
  const counts = await store.counts(active ?? producer)
  const unread = counts.captures - counts.readings - counts.failed
  findings.push({
    check: 'ledger',
    level: unread === 0 ? 'ok' : 'warning',
    message: `${counts.captures} captures: ${counts.readings} read, ${counts.failed} not readable, ${unread} waiting.`,
    advice: unread === 0 ? null : 'Run "cairn ingest" without sources to read what waits.',
  })
  findings.push(await examineIncidents(workspace))
  const stray = (await workspace.archive.findStray(await loggedSpans(custody))).filter(({ isUnderway }) => !isUnderway)
  findings.push({
    check: 'archive',
    level: stray.length === 0 ? 'ok' : 'warning',
    message:
      stray.length === 0
        ? 'Every byte of the archive is in the log.'
        : `${stray.length} stretches of the archive are in no log entry: an interrupted run left them.`,
    advice: stray.length === 0 ? null : 'The next "cairn ingest" clears them away.',
  })
  return findings
}

/** Whether the incidents can be read and know every reading. */
async function examineIncidents(workspace: Workspace): Promise<Finding> {
  const check = 'incidents'
  try {
    const incidents = await openIncidents(workspace, 'read')
    try {
      const { incidents: count, reports } = await incidents.counts()
      const isCurrent = !(await isBehind(workspace, incidents))
      return {
        check,
        level: isCurrent ? 'ok' : 'warning',
        message: isCurrent
          ? `${count} incidents of ${reports} reports.`
          : 'Some readings are not merged into incidents yet.',
        advice: isCurrent ? null : 'The next "cairn incidents" merges them.',
      }
    } finally {
      await incidents.close()
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const advice = `Delete ${INCIDENTS_FILE}: it is derived, and "cairn incidents" makes it again.`
    return { check, level: 'fault', message, advice }
  }
}

function examineNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isEnough = major > MIN_NODE[0] || (major === MIN_NODE[0] && minor >= MIN_NODE[1])
  return {
    check: 'node',
    level: isEnough ? 'ok' : 'fault',
    message: `Node ${version}.`,
    advice: isEnough ? null : `Cairn needs Node ${MIN_NODE.join('.')} or later.`,
  }
}

function examineManifest(folder: string): Finding {
  try {
    readManifest(folder)
    return { check: 'format', level: 'ok', message: `Format ${WORKSPACE_FORMAT}.`, advice: null }
  } catch (error) {
    if (!(error instanceof CairnError)) throw error
    const advice = 'Use the version of Cairn that made it; where it was damaged, restore workspace.json from a backup.'
    return { check: 'format', level: 'fault', message: error.message, advice }
  }
}

function examineKey(folder: string): Finding[] {
  const path = join(folder, 'keys', 'custody.key')
  if (!existsSync(path) || process.platform === 'win32') return []
  const isOpen = (statSync(path).mode & OTHERS) !== 0
  return [
    {
      check: 'key',
      level: isOpen ? 'warning' : 'ok',
      message: isOpen ? 'Others on this machine can read the signing key.' : 'Only you can read the signing key.',
      advice: isOpen ? `chmod 600 ${path}` : null,
    },
  ]
}

function examineSpace(folder: string): Finding {
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  const isLow = free < LOW_SPACE_BYTES
  return {
    check: 'space',
    level: isLow ? 'warning' : 'ok',
    message: `${(free / 1e9).toFixed(1)} GB are free where the workspace lies.`,
    advice: isLow ? 'Make space: a run that finds none stops, and goes on once there is.' : null,
  }
}

function examineWal(folder: string): Finding[] {
  const wal = readdirSync(folder).find((name) => name === 'cairn.db-wal')
  const size = wal === undefined ? 0 : statSync(join(folder, wal)).size
  if (size < LARGE_WAL_BYTES) return []
  const message = `The database's write-ahead log has ${(size / 1e6).toFixed(0)} MB.`
  return [{ check: 'database', level: 'warning', message, advice: 'Run "cairn ingest" without sources to fold it in.' }]
}
