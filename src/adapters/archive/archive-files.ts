import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { open, readdir } from 'node:fs/promises'

const SUFFIX = '.warc.gz'
const NAME = /^cairn-\d{8}T\d{9}Z-(\d{1,10})-[0-9a-f]{8}\.warc\.gz$/u
/** A name that cannot lead out of the archive's folder. */
const PLAIN_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,250}$/u
/** Ticks of a process's start time, the same on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100

/** Paths of the files that this process writes to now. */
const openHere = new Set<string>()

/** The name of a new file: when, by which process, and something that no other has. */
export function nameNewFile(now: Date): string {
  const stamp = now.toISOString().replaceAll(/[-:.]/gu, '')
  return `cairn-${stamp}-${process.pid}-${randomBytes(4).toString('hex')}${SUFFIX}`
}

export function isPlainName(name: string): boolean {
  return PLAIN_NAME.test(name)
}

/** Names of the WARC files of a folder, in a stable order; whatever else lies there is none of the archive's. */
export async function listArchiveFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder)
  return names.filter((name) => name.endsWith(SUFFIX) && isPlainName(name)).sort()
}

/** Notes that this process writes to a file, until the returned function is called. */
export function holdOpen(path: string): () => void {
  openHere.add(path)
  return () => void openHere.delete(path)
}

/**
 * Whether the process that writes to a file still lives. All processes that share an archive must see each other's
 * process ids.
 *
 * @param modifiedAt  when the file was last written to, in milliseconds: a process that started later is not its writer
 */
export function hasLivingWriter(path: string, name: string, modifiedAt: number): boolean {
  const pid = Number(NAME.exec(name)?.[1] ?? 0)
  if (pid === 0) return false
  if (pid === process.pid) return openHere.has(path)
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  const started = startOf(pid)
  return started === null || started <= modifiedAt + 2000
}

/** When a process started, in milliseconds, as far as Linux tells; infinite for one that is dead and not yet buried. */
function startOf(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? []
    const boot = /^btime (\d+)$/mu.exec(readFileSync('/proc/stat', 'latin1'))?.[1]
    if (fields[0] === 'Z') return Number.POSITIVE_INFINITY
    return boot === undefined ? null : (Number(boot) + Number(fields[19]) / TICKS_PER_SECOND) * 1000
  } catch {
    return null
  }
}

/** Makes the names in a folder durable, where the system can. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  if (handle === null) return
  try {
    await handle.sync()
  } catch (error) {
    // Some systems cannot sync a folder and do not need to.
    if (!(error instanceof Error && 'code' in error && ['EINVAL', 'EPERM', 'EISDIR'].includes(String(error.code))))
      throw error
  } finally {
    await handle.close()
  }
}
