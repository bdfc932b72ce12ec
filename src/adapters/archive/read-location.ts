import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { join } from 'node:path'

import type { ArchiveLocation } from '../../model/archived.ts'
import type { ArchiveFault } from '../../ports/archive.ts'
import { isPlainName } from './archive-files.ts'

const PART_BYTES = 1 << 20

/** Hashes a span part by part; each part is given to `take` where it is wanted. Null when the span is as it was logged. */
export async function hashSpan(
  folder: string,
  location: ArchiveLocation,
  take: (part: Buffer) => void = () => undefined,
): Promise<ArchiveFault | null> {
  const { file, offset, length, sha256 } = location
  const fault = (reason: ArchiveFault['reason'], message: string): ArchiveFault => ({
    location,
    reason,
    message: `${file}, byte ${offset}: ${message}`,
  })
  if (!isPlainName(file)) return fault('missing', 'is not the name of a file of the archive.')
  if (!Number.isSafeInteger(offset) || !Number.isSafeInteger(length) || offset < 0 || length <= 0)
    return fault('missing', `a span of ${length} bytes cannot be there.`)
  const handle = await open(join(folder, file), 'r').catch((error: unknown) => codeOf(error))
  if (typeof handle === 'string') {
    const isGone = ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(handle)
    return isGone
      ? fault('missing', 'the file is not there. Restore it from a backup.')
      : fault('unreadable', `the file cannot be opened (${handle}). Check its permissions and the disk.`)
  }
  try {
    const { size } = await handle.stat()
    if (offset >= size) return fault('missing', `the file ends at byte ${size}. Restore it from a backup.`)
    if (offset + length > size)
      return fault('truncated', `the file ends ${offset + length - size} bytes too early. Restore it from a backup.`)
    const hash = createHash('sha256')
    for (let done = 0; done < length;) {
      const count = Math.min(PART_BYTES, length - done)
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(count), 0, count, offset + done)
      if (bytesRead === 0) return fault('truncated', 'the file ended while it was read. Restore it from a backup.')
      const part = buffer.subarray(0, bytesRead)
      hash.update(part)
      take(part)
      done += bytesRead
    }
    if (hash.digest('hex') === sha256) return null
    return fault('changed', `its ${length} bytes do not have the SHA-256 that was logged. Restore it from a backup.`)
  } catch (error) {
    return fault('unreadable', `cannot be read (${codeOf(error)}). Check the disk.`)
  } finally {
    await handle.close()
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
}
