import type { Page, PageRequest } from '../../ports/record-store.ts'
import { loadHidden, type WorkspaceHiding } from '../../workspace/decisions/load-hidden.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { ListOptions } from '../program/add-lookup-commands.ts'
import { findScreen, type Screen } from '../terminal/screen.ts'
import { writerTo } from '../write-out.ts'
import { listPages } from './list-pages.ts'
import { openForReading } from './open-workspace.ts'

/** How the items of a list are told. */
export interface Printing<T> {
  readonly toJson: (item: T) => object
  readonly show: (items: readonly T[], screen: Screen) => readonly string[]
}

interface MachineOptions {
  readonly json?: boolean
  readonly jsonl?: boolean
}

/** A list of the store, and how to tell of it. */
export interface Listing<T> extends Printing<T> {
  readonly load: (workspace: Workspace, page: PageRequest) => Promise<Page<T>>
  /** The item without the words that people hid. */
  readonly hide: (item: T, hiding: WorkspaceHiding) => Promise<T>
  /** Said when nothing is listed. */
  readonly whenEmpty: string
}

const SHOWN_AT_ONCE = 50

/** Runs a command that lists what the store holds. */
export async function runListing<T>(options: ListOptions, listing: Listing<T>): Promise<ExitCode> {
  const workspace = await openForReading(options)
  try {
    const hiding = await loadHidden(workspace)
    const load = async (page: PageRequest): Promise<Page<T>> => {
      const { items, next } = await listing.load(workspace, page)
      return { items: await Promise.all(items.map((item) => listing.hide(item, hiding))), next }
    }
    return tellCount(await printList(listPages(load, options.limit), options, listing), options, listing.whenEmpty)
  } finally {
    await workspace.close()
  }
}

/** What is said when a list has ended: that there may be more, or that there is nothing. */
export function tellCount(
  count: number,
  options: MachineOptions & { readonly limit: number },
  whenEmpty: string,
): ExitCode {
  if (count === 0) {
    process.stderr.write(`cairn: ${whenEmpty}\n`)
    return EXIT.notFound
  }
  if (count === options.limit && !isMachine(options))
    process.stderr.write(`cairn: the first ${count} are listed; there may be more: --limit 0 lists all.\n`)
  return EXIT.ok
}

/**
 * Prints a list on standard output as the options ask, without holding more of it than a screen.
 *
 * @returns how many were printed
 */
export async function printList<T>(
  list: AsyncIterable<T> | Iterable<T>,
  options: MachineOptions,
  printing: Printing<T>,
): Promise<number> {
  const write = writerTo(process.stdout)
  const screen = findScreen(process.stdout, process.env)
  let count = 0
  let held: T[] = []
  const flush = async (): Promise<void> => {
    if (held.length > 0) await write(`${printing.show(held, screen).join('\n')}\n`)
    held = []
  }
  for await (const item of list) {
    count++
    if (options.jsonl === true) await write(`${JSON.stringify(printing.toJson(item))}\n`)
    else if (options.json === true)
      await write(`${count === 1 ? '[\n' : ',\n'}${JSON.stringify(printing.toJson(item))}`)
    else if (held.push(item) >= SHOWN_AT_ONCE) await flush()
  }
  await flush()
  if (options.json === true) await write(count === 0 ? '[]\n' : '\n]\n')
  return count
}

/** Whether the output is for a program. */
export function isMachine({ json, jsonl }: MachineOptions): boolean {
  return json === true || jsonl === true
}
