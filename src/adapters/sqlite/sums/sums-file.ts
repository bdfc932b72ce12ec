import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

import { decodeSums, encodeSums, type PageSums } from './page-sums.ts'

/** Where the sums of a database stand. */
export function sumsPath(path: string): string {
  return `${path}.sums`
}

/** The sums beside the database; a word for the fault when there are none to rely on. */
export function readSums(path: string): PageSums | 'missing' | 'damaged' {
  const file = sumsPath(path)
  if (!existsSync(file)) return 'missing'
  return decodeSums(readFileSync(file)) ?? 'damaged'
}

/** Replaces the sums in one step; they are on the disk when this returns. Gives them with their new generation. */
export function writeSums(path: string, sums: PageSums): PageSums {
  const written = { ...sums, generation: sums.generation + 1 }
  const bytes = encodeSums(written)
  const file = sumsPath(path)
  const descriptor = openSync(`${file}.tmp`, 'w')
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(`${file}.tmp`, file)
  const folder = openSync(dirname(file), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
  return written
}
