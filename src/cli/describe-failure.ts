import { CairnError } from '../model/error.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'

/** What a command that failed tells: one line for what a person can mend, the stack for what is our fault. */
export interface Failure {
  readonly message: string
  readonly exitCode: ExitCode
}

/** What the system's error codes mean, with what to do. */
const SYSTEM: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'may not be read or written by you. Check its owner and rights.'],
  ['EPERM', 'may not be changed by you. Check its owner and rights.'],
  ['EROFS', 'lies on a file system that is read-only. Make it writable, or work on a copy.'],
  ['ENOENT', 'does not exist. Check the path.'],
  ['ENOTDIR', 'leads through something that is not a folder. Check the path.'],
  ['EISDIR', 'is a folder; a file was expected. Check the path.'],
  ['EEXIST', 'is there already. Name another one.'],
  ['ENOTEMPTY', 'is not empty. Name another one.'],
  ['EBUSY', 'is in use by the system. Name a folder below it.'],
  ['EXDEV', 'lies on another file system. Name a folder below it.'],
  ['ENAMETOOLONG', 'has a name that is too long.'],
  ['ELOOP', 'is a link that leads back to itself.'],
  ['EIO', 'could not be read or written: the disk reports a fault. Copy what is on it.'],
  [
    'ENOSPC',
    'could not be written: the disk is full. Make space and run the command again; nothing acknowledged is lost.',
  ],
  [
    'EDQUOT',
    'could not be written: your quota is used up. Make space and run the command again; nothing acknowledged is lost.',
  ],
  ['EMFILE', 'could not be opened: too many files are open. Raise the limit (ulimit -n).'],
])

export function describeFailure(error: unknown): Failure {
  if (error instanceof CairnError) {
    const isUsage = error.code === 'bad-usage' || error.code === 'no-workspace'
    return { message: `${error.message} [${error.code}]`, exitCode: isUsage ? EXIT.usage : EXIT.failure }
  }
  if (!(error instanceof Error)) return { message: String(error), exitCode: EXIT.failure }
  const { code, path } = error as NodeJS.ErrnoException
  const meaning = code === undefined ? undefined : SYSTEM.get(code)
  if (meaning === undefined) return { message: error.stack ?? error.message, exitCode: EXIT.failure }
  return { message: `${path ?? 'A file'} ${meaning} [${code}]`, exitCode: EXIT.failure }
}
