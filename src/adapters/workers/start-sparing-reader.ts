import type { Gazetteer } from '../../model/gazetteer.ts'
import { loadGazetteer } from '../gazetteer/load-gazetteer.ts'
import { type ReadTask, readTask } from './read-task.ts'
import { type Reader, type ReaderOptions, startReader } from './start-reader.ts'

/** Text up to this size is read in a few milliseconds: less than a thread takes to start. */
const MAX_BYTES_HERE = 64 * 1024
/** After so many documents it is a bulk run, and the threads are worth their start. */
const MAX_DOCUMENTS_HERE = 8

/**
 * A reader that reads the first few small texts in this thread and everything else on others.
 *
 * HTML always goes to a thread: a page can hang or crash its reader. With no workers all is read here, without limit
 * of time.
 */
export function startSparingReader(options: ReaderOptions): Reader {
  const threads = startReader(options)
  let gazetteer: Gazetteer | null = null
  let readHere = 0

  function isForHere(task: ReadTask): boolean {
    if (options.workers === 0) return true
    return task.format === 'text' && task.bytes.length <= MAX_BYTES_HERE && readHere < MAX_DOCUMENTS_HERE
  }

  return {
    async read(task) {
      if (!isForHere(task)) return threads.read(task)
      readHere++
      gazetteer ??= loadGazetteer()
      return readTask(task, gazetteer)
    },
    close: () => threads.close(),
  }
}
