import { join } from 'node:path'

import { type ArchiveOptions, openArchive } from '../adapters/archive/open-archive.ts'
import type { Archive } from '../ports/archive.ts'
import type { Clock } from '../ports/clock.ts'
import { software } from './software.ts'

export const ARCHIVE_FOLDER = 'archive'

/** Opens the archive of a workspace's folder. @param findPayload the content-addressed index: the store's table of captures */
export function openArchiveOf(
  folder: string,
  clock: Clock,
  findPayload: ArchiveOptions['findPayload'] = () => Promise.resolve(null),
): Promise<Archive> {
  return openArchive({ folder: join(folder, ARCHIVE_FOLDER), clock, software: software(), findPayload })
}
