import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'

import { CairnError } from '../../model/error.ts'
import { sqliteCode } from './connection.ts'

/** Below this SQLite's short writes have no other cause than a full disk. */
const NO_SPACE_BYTES = 1 << 20

/** Turns an error of SQLite or of the disk into one that says what, where and what to do; others come back as they are. */
export function explainError(error: unknown, path: string): unknown {
  if (error instanceof CairnError) return error
  const code = sqliteCode(error)
  const detail = error instanceof Error ? error.message : String(error)
  if (isDiskFull(error, code, path)) {
    return new CairnError(
      'disk-full',
      `No space left to write ${path}. Nothing of this transaction was kept; what was acknowledged before is safe. ` +
        'Free some space and run the command again.',
      { cause: error },
    )
  }
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') return busyError(path, error)
  if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB') {
    return new CairnError(
      'bad-workspace',
      `${path} is damaged (${detail}). Check it with "cairn verify"; it can be rebuilt from the archive.`,
      { cause: error },
    )
  }
  return error
}

function isDiskFull(error: unknown, code: string, path: string): boolean {
  if (code === 'SQLITE_FULL') return true
  if (code.startsWith('SQLITE_IOERR')) return freeBytes(path) < NO_SPACE_BYTES
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
}

export function busyError(path: string, cause?: unknown): CairnError {
  return new CairnError(
    'store-busy',
    `${path} is being written by another process that did not finish in time. Nothing was kept; run the command again.`,
    { cause },
  )
}

function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(dirname(path))
  return bavail * bsize
}
