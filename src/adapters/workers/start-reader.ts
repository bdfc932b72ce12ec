import { Worker } from 'node:worker_threads'

import { CairnError } from '../../model/error.ts'
import { type ReadOutcome, type ReadTask, unread } from './read-task.ts'

/** Reads documents on other threads. */
export interface Reader {
  /** Resolves for every task: a document that hangs or kills its thread is an outcome, not an error. */
  read(task: ReadTask): Promise<ReadOutcome>
  /** Stops every thread at once; tasks that are not answered stay so. */
  close(): Promise<void>
}

export interface ReaderOptions {
  /** Threads at most, one or more. They are started as they are needed. */
  readonly workers: number
  /** A document that takes longer ends its thread. Counted from when the thread turns to it. */
  readonly timeLimitMs: number
  /** Memory of one thread; a document that needs more is told as a crash, and the run goes on. @default 1024 */
  readonly maxMegabytes?: number
  /** The thread's program; another one only in tests. */
  readonly script?: URL
}

const DEFAULT_MAX_MEGABYTES = 1024
/** Time for answers that lie ready to be taken in, where this thread itself stood still (a full pipe). */
const GRACE_MS = 100

interface Job {
  readonly task: ReadTask
  readonly resolve: (outcome: ReadOutcome) => void
  readonly reject: (error: Error) => void
}

/** One thread and the tasks it was given, in the order in which it will answer. */
interface Slot {
  worker: Worker | null
  isReady: boolean
  jobs: Job[]
  timer: NodeJS.Timeout | undefined
}

/**
 * Starts a pool of reader threads.
 *
 * A thread that exceeds the time limit or dies is replaced; the document it was reading is told as `timeout` or
 * `crash`, and those it had been given after it are read by its successor.
 *
 * @throws {CairnError} "broken-worker" from `read` when a thread dies before it can take a task
 */
export function startReader(options: ReaderOptions): Reader {
  const { workers, timeLimitMs, maxMegabytes = DEFAULT_MAX_MEGABYTES, script = defaultScript() } = options
  const slots: Slot[] = []

  function read(task: ReadTask): Promise<ReadOutcome> {
    return new Promise((resolve, reject) => {
      const slot = chooseSlot()
      slot.jobs.push({ task, resolve, reject })
      slot.worker ??= startThread(slot)
      slot.worker.postMessage(task)
      if (slot.isReady && slot.jobs.length === 1) restartTimer(slot)
    })
  }

  async function close(): Promise<void> {
    // Without its jobs a slot has nothing to time out and nothing to hand to another thread.
    for (const slot of slots) slot.jobs = []
    await Promise.all(slots.splice(0).map(stopThread))
  }

  function chooseSlot(): Slot {
    const free = slots.find((slot) => slot.jobs.length === 0)
    if (free !== undefined) return free
    if (slots.length < workers) {
      const slot: Slot = { worker: null, isReady: false, jobs: [], timer: undefined }
      slots.push(slot)
      return slot
    }
    return slots.reduce((least, slot) => (slot.jobs.length < least.jobs.length ? slot : least))
  }

  function startThread(slot: Slot): Worker {
    const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: maxMegabytes } })
    slot.isReady = false
    let died = ''
    worker.on('message', (message: ReadOutcome | 'ready') => {
      if (message === 'ready') slot.isReady = true
      else slot.jobs.shift()?.resolve(message)
      restartTimer(slot)
    })
    worker.on('error', (error: Error & { readonly code?: string }) => {
      died = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? `more than ${maxMegabytes} MB of memory` : error.message
    })
    worker.on('exit', (code) => {
      if (slot.worker !== worker) return
      const reason = died === '' ? `exit code ${code}` : died
      if (slot.isReady) replaceThread(slot, 'crash', `Reading this document ended its thread (${reason}).`)
      else failSlot(slot, reason)
    })
    return worker
  }

  /** Counts anew for the document the thread turns to now. */
  function restartTimer(slot: Slot): void {
    clearTimeout(slot.timer)
    if (slot.jobs.length === 0) return
    slot.timer = setTimeout(() => {
      slot.timer = setTimeout(giveUp, GRACE_MS, slot)
    }, timeLimitMs)
  }

  function giveUp(slot: Slot): void {
    const seconds = timeLimitMs / 1000
    replaceThread(slot, 'timeout', `Reading took longer than ${seconds} s. Raise the limit with --time-limit.`)
  }

  /**
   * Gives up the document being read and hands those behind it to a new thread.
   *
   * A page gets a second try with the fast extractor, which the page's own shape cannot hold up; its first try's
   * fault is told only when the second fails too.
   */
  function replaceThread(slot: Slot, reason: 'timeout' | 'crash', message: string): void {
    void stopThread(slot)
    const job = slot.jobs.shift()
    const isFirstTry = job?.task.format === 'html' && job.task.options.extractor !== 'fast'
    if (job !== undefined && isFirstTry) {
      const task = { ...job.task, options: { ...job.task.options, extractor: 'fast' } } as const
      slot.jobs.unshift({ ...job, task })
    } else job?.resolve(unread(job.task, reason, message))
    if (slot.jobs.length === 0) return
    slot.worker = startThread(slot)
    for (const { task } of slot.jobs) slot.worker.postMessage(task)
  }

  function failSlot(slot: Slot, reason: string): void {
    slot.worker = null
    const error = new CairnError(
      'broken-worker',
      `A reader thread did not start: ${reason}. Run npm run build or reinstall.`,
    )
    for (const job of slot.jobs.splice(0)) job.reject(error)
  }

  return { read, close }
}

async function stopThread(slot: Slot): Promise<void> {
  clearTimeout(slot.timer)
  const { worker } = slot
  slot.worker = null
  await worker?.terminate()
}

function defaultScript(): URL {
  return new URL('read-worker.js', import.meta.url)
}
