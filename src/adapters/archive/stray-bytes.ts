import { open, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'

import type { ArchiveLocation } from '../../model/archived.ts'
import { CairnError } from '../../model/error.ts'
import type { StrayBytes } from '../../ports/archive.ts'
import { hasLivingWriter, isPlainName, listArchiveFiles, syncFolder } from './archive-files.ts'

/** Bytes of the archive's files that none of the spans covers. Holds 16 bytes for each span. */
export async function findStrayBytes(
  folder: string,
  locations: Iterable<ArchiveLocation>,
): Promise<readonly StrayBytes[]> {
  const spans = new Map<string, SpanList>()
  for (const { file, offset, length } of locations) {
    const list = spans.get(file) ?? startSpanList()
    list.add(offset, offset + length)
    spans.set(file, list)
  }
  const stray: StrayBytes[] = []
  for (const file of await listArchiveFiles(folder)) {
    const path = join(folder, file)
    const found = await stat(path).catch(() => null)
    if (found === null) continue // Somebody dropped it meanwhile.
    const isUnderway = hasLivingWriter(path, file, found.mtimeMs)
    if (found.size === 0 && !spans.has(file)) stray.push({ file, offset: 0, length: 0, isUnderway })
    for (const [start, end] of (spans.get(file) ?? startSpanList()).gaps(found.size))
      stray.push({ file, offset: start, length: end - start, isUnderway })
  }
  return stray
}

/** Cuts stray bytes off the end of their file; a file of which nothing is left is removed. */
export async function dropStrayBytes(folder: string, { file, offset, length }: StrayBytes): Promise<void> {
  const refuse = (why: string): CairnError =>
    new CairnError('bad-usage', `The bytes from ${offset} on in ${file} were not cut off: ${why}`)
  if (!isPlainName(file)) throw refuse('that is not the name of a file of the archive.')
  const path = join(folder, file)
  const { size, mtimeMs } = await stat(path)
  if (hasLivingWriter(path, file, mtimeMs)) throw refuse('its writer is still at work.')
  if (offset < 0 || offset + length !== size) throw refuse('they are not the end of the file.')
  if (offset === 0) {
    await unlink(path)
    await syncFolder(folder)
    return
  }
  const handle = await open(path, 'r+')
  try {
    await handle.truncate(offset)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

interface SpanList {
  add(start: number, end: number): void
  /** Stretches of [0, size) that no span covers. */
  gaps(size: number): readonly (readonly [start: number, end: number])[]
}

/** Spans of one file as plain numbers, so that a million of them stay small. */
function startSpanList(): SpanList {
  let starts = new Float64Array(64)
  let ends = new Float64Array(64)
  let count = 0
  const grown = (old: Float64Array): Float64Array<ArrayBuffer> => {
    const larger = new Float64Array(old.length * 2)
    larger.set(old)
    return larger
  }
  return {
    add(start, end) {
      if (count === starts.length) {
        starts = grown(starts)
        ends = grown(ends)
      }
      starts[count] = start
      ends[count] = end
      count++
    },
    gaps(size) {
      const order = Uint32Array.from({ length: count }, (_, i) => i).sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0))
      const gaps: [number, number][] = []
      let covered = 0
      for (const i of order) {
        const start = starts[i] ?? 0
        if (start > covered && covered < size) gaps.push([covered, Math.min(start, size)])
        covered = Math.max(covered, ends[i] ?? 0)
      }
      if (covered < size) gaps.push([covered, size])
      return gaps
    },
  }
}
