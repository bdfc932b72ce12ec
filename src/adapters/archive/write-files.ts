import { open, unlink, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'

import { CairnError } from '../../model/error.ts'
import type { Clock } from '../../ports/clock.ts'
import { holdOpen, nameNewFile, syncFolder } from './archive-files.ts'

/** A file is left for a new one when it has grown to this. */
const DEFAULT_MAX_FILE_BYTES = 1_000_000_000
/** Small parts are gathered to this before they are written. */
const WRITE_BYTES = 1 << 20
const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** Where parts were written. */
export interface WrittenPart {
  readonly file: string
  readonly offset: number
}

export interface FileWriterOptions {
  readonly folder: string
  readonly clock: Clock
  /** Default 1 GB. */
  readonly maxFileBytes?: number
}

/** Appends to files that only this process writes to. */
export interface FileWriter {
  /**
   * Writes the parts one after the other into one file and syncs it. All of them, or none.
   *
   * @param writeHead  what a new file begins with; its place is the first one given back when `isNew`
   * @throws {CairnError} "disk-full"
   */
  append(parts: Iterable<Buffer> | AsyncIterable<Buffer>, writeHead: (file: string) => Buffer): Promise<Written>
  close(): Promise<void>
}

export interface Written {
  /** Place of the head where a new file was begun. */
  readonly head: (WrittenPart & { readonly bytes: Buffer }) | null
  readonly parts: readonly WrittenPart[]
}

interface OpenFile {
  readonly name: string
  readonly path: string
  readonly handle: FileHandle
  readonly release: () => void
  size: number
}

export function startFileWriter({
  folder,
  clock,
  maxFileBytes = DEFAULT_MAX_FILE_BYTES,
}: FileWriterOptions): FileWriter {
  let current: OpenFile | null = null

  const begin = async (): Promise<OpenFile> => {
    const name = nameNewFile(clock.now())
    const path = join(folder, name)
    const release = holdOpen(path)
    try {
      return { name, path, handle: await open(path, 'wx', 0o644), release, size: 0 }
    } catch (error) {
      release()
      throw inOurWords(error, folder)
    }
  }
  const leave = async (): Promise<void> => {
    const file = current
    current = null
    await file?.handle.close()
    file?.release()
  }
  /** The file to go on with; another one when somebody has touched it or it is large enough. */
  const fileToUse = async (): Promise<OpenFile> => {
    if (current !== null && (current.size >= maxFileBytes || !(await isAsLeft(current)))) await leave()
    current ??= await begin()
    return current
  }
  /** Takes back what was written since `size`, so that the file is as it was; a file that failed otherwise than by being full is left. */
  const undo = async (file: OpenFile, size: number, isFull: boolean): Promise<void> => {
    try {
      if ((await file.handle.stat()).size > size) await file.handle.truncate(size)
      file.size = size
      if (size > 0 && isFull) return
      await leave()
      if (size === 0) await unlink(file.path)
    } catch {
      // What cannot be taken back stays as bytes that nothing refers to; the file is not written to again.
      await leave().catch(() => undefined)
    }
  }

  return {
    async append(parts, writeHead) {
      const file = await fileToUse()
      const start = file.size
      const places: WrittenPart[] = []
      let head: Written['head'] = null
      try {
        if (start === 0) {
          const bytes = writeHead(file.name)
          head = { file: file.name, offset: 0, bytes }
          await write(file, bytes)
        }
        let waiting: Buffer[] = []
        let waitingBytes = 0
        for await (const part of parts) {
          places.push({ file: file.name, offset: file.size + waitingBytes })
          waiting.push(part)
          waitingBytes += part.length
          if (waitingBytes < WRITE_BYTES) continue
          await write(file, Buffer.concat(waiting))
          waiting = []
          waitingBytes = 0
        }
        await write(file, Buffer.concat(waiting))
        await file.handle.sync()
        if (start === 0) await syncFolder(folder)
        if (!(await isAsLeft(file)))
          throw new Error(`${file.path} was changed by another program while it was written.`)
        return { head, parts: places }
      } catch (error) {
        const told = inOurWords(error, folder)
        await undo(file, start, told !== error)
        throw told
      }
    },
    close: leave,
  }
}

async function write(file: OpenFile, bytes: Buffer): Promise<void> {
  for (let from = 0; from < bytes.length;) {
    const { bytesWritten } = await file.handle.write(bytes, from, bytes.length - from, file.size)
    from += bytesWritten
    file.size += bytesWritten
  }
}

async function isAsLeft(file: OpenFile): Promise<boolean> {
  const { size, nlink } = await file.handle.stat()
  return size === file.size && nlink > 0
}

function inOurWords(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!FULL.has(code)) return error
  const message = `The archive ${folder} cannot be written to: the disk is full (${code}). Nothing of this batch was kept. Free some space and go on.`
  return new CairnError('disk-full', message, { cause: error })
}
