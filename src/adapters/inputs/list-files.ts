import { opendir, stat } from 'node:fs/promises'
import { join } from 'node:path'

import type { InputFault, InputNote } from './input.ts'

export interface ListedFile {
  readonly kind: 'file'
  readonly path: string
  readonly size: number
}

/**
 * Walks the given paths in the order given; a directory is walked in full, its entries in the order of their names'
 * code units, so that every machine lists the same files in the same order.
 *
 * Hidden entries (a name that begins with a dot) of a directory are left out and counted in a note; a hidden path that
 * is named outright is read.
 */
export async function* listFiles(paths: readonly string[]): AsyncGenerator<ListedFile | InputFault | InputNote> {
  for (const path of paths) yield* listPath(path, new Set())
}

async function* listPath(
  path: string,
  above: ReadonlySet<string>,
): AsyncGenerator<ListedFile | InputFault | InputNote> {
  const found = await lookAt(path)
  if ('kind' in found) {
    yield found
    return
  }
  if (found.isFile()) {
    yield { kind: 'file', path, size: found.size }
    return
  }
  if (!found.isDirectory()) {
    yield fault(path, 'is neither a file nor a directory. Give a regular file, a directory, or - for standard input.')
    return
  }
  const identity = `${found.dev}:${found.ino}`
  if (above.has(identity)) {
    yield fault(path, 'links back to a directory that contains it. Remove the link or name the directory itself.')
    return
  }
  const names = await readNames(path)
  if ('kind' in names) {
    yield names
    return
  }
  const shown = names.filter((name) => !name.startsWith('.'))
  for (const name of shown) yield* listPath(join(path, name), new Set([...above, identity]))
  const hidden = names.length - shown.length
  if (hidden > 0) yield { kind: 'note', label: path, message: hiddenNote(hidden), isFault: false }
  if (names.length === 0) yield fault(path, 'is an empty directory. Put text, HTML or JSONL files into it.')
}

async function lookAt(path: string) {
  try {
    return await stat(path)
  } catch (error) {
    return systemFault(path, error)
  }
}

async function readNames(path: string): Promise<string[] | InputFault> {
  try {
    const names: string[] = []
    for await (const entry of await opendir(path)) names.push(entry.name)
    return names.sort((a, b) => (a < b ? -1 : 1))
  } catch (error) {
    return systemFault(path, error)
  }
}

function hiddenNote(count: number): string {
  const what = count === 1 ? '1 hidden entry was' : `${count} hidden entries were`
  return `${what} left out (a name that begins with a dot). Name it outright to read it.`
}

function fault(label: string, message: string): InputFault {
  return { kind: 'fault', label, message }
}

const SYSTEM_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist, or is a link to nothing. Check the path.',
  EACCES: 'may not be read by this user. Change its permissions (chmod +r) or run as its owner.',
  EPERM: 'may not be read by this user. Change its permissions (chmod +r) or run as its owner.',
  EISDIR: 'is a directory where a file was expected. Name the files in it.',
  ELOOP: 'is a link that leads back to itself. Remove the link.',
  ENAMETOOLONG: 'is a longer name than the system allows. Check the path.',
  EMFILE: 'could not be opened: too many files are open. Raise the limit (ulimit -n).',
}

/** The operating system's refusal in words a person can act on. */
export function systemFault(label: string, error: unknown): InputFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
  const message = SYSTEM_FAULTS[code] ?? `could not be read (${code}). Check the file and the disk it is on.`
  return fault(label, message)
}
