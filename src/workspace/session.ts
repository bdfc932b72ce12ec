import { createHash, randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'

/** A run that takes evidence in: who, on which machine, with which software. Private; never exported. */
export interface Session {
  /** Opaque id that the custody log and the captures carry. */
  readonly id: string
  /** SHA-256 of the private line, hex: in the custody log, so that the line can be proven later without being published. */
  readonly sha256: string
}

/** Folder for what must never leave with an export: collector, machine. */
export const PRIVATE_FOLDER = 'private'

/**
 * Notes a run in the private folder (research/field.md, "Source item" 3: collector identity is held privately).
 *
 * @param collector  name of the person or project that collects, or null for the system's user name
 */
export function startSession(folder: string, at: string, software: string, collector: string | null): Session {
  const id = randomBytes(8).toString('hex')
  const salt = randomBytes(16).toString('hex')
  const line = JSON.stringify({ id, at, collector: collector ?? userName(), host: hostname(), software, salt })
  mkdirSync(join(folder, PRIVATE_FOLDER), { recursive: true, mode: 0o700 })
  appendFileSync(join(folder, PRIVATE_FOLDER, 'sessions.ndjson'), `${line}\n`, { mode: 0o600 })
  return { id, sha256: createHash('sha256').update(line).digest('hex') }
}

function userName(): string | null {
  try {
    return userInfo().username
  } catch {
    return null
  }
}
