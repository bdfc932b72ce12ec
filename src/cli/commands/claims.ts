import type { ClaimFilter, FoundClaim } from '../../ports/record-store.ts'
import { type ExitCode, EXIT } from '../exit-codes.ts'
import type { ClaimListOptions } from '../program/add-lookup-commands.ts'
import { cleanText } from '../terminal/clean-text.ts'
import { findScreen } from '../terminal/screen.ts'
import { showFoundClaims } from '../terminal/show-found-claims.ts'
import { writerTo } from '../write-out.ts'
import { listPages } from './list-pages.ts'
import { openForReading } from './open-workspace.ts'

/** `cairn claims`: lists claims of the workspace. */
export async function runClaims(options: ClaimListOptions): Promise<ExitCode> {
  const workspace = await openForReading(options)
  const write = writerTo(process.stdout)
  const screen = findScreen(process.stdout, process.env)
  try {
    const list = listPages((page) => workspace.store.claims(filterOf(options), page), options.limit)
    const count = await printList(list, options, write, {
      toJson: claimToJson,
      show: (claims) => showFoundClaims(claims, screen),
    })
    if (count > 0) {
      if (count === options.limit && !isMachine(options))
        process.stderr.write(`cairn: the first ${count} are listed; there may be more: --limit 0 lists all.\n`)
      return EXIT.ok
    }
  } finally {
    await workspace.close()
  }
  process.stderr.write('cairn: no claim matches. This is no evidence that nobody was harmed.\n')
  return EXIT.notFound
}

interface Printing<T> {
  readonly toJson: (item: T) => object
  readonly show: (items: readonly T[]) => readonly string[]
}

const SHOWN_AT_ONCE = 50

/** Prints a list as the options ask, without holding more of it than a screen. @returns how many were printed */
export async function printList<T>(
  list: AsyncIterable<T>,
  options: { readonly json?: boolean; readonly jsonl?: boolean },
  write: (text: string) => Promise<void>,
  printing: Printing<T>,
): Promise<number> {
  let count = 0
  let held: T[] = []
  const flush = async (): Promise<void> => {
    if (held.length > 0) await write(`${printing.show(held).join('\n')}\n`)
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

export function isMachine(options: { readonly json?: boolean; readonly jsonl?: boolean }): boolean {
  return options.json === true || options.jsonl === true
}

/** The claim by the record contract, with the document that carries it. */
function claimToJson({ claim, captureId, documentId, title, outlet, url, publishedAt }: FoundClaim): object {
  return { schema: 'cairn/claim@1', ...claim, carrier: { documentId, captureId, title, outlet, url, publishedAt } }
}

function filterOf(options: ClaimListOptions): ClaimFilter {
  const { kind, measure, who, stance, scope, claimant, place, country, from, to, outlet, text, document } = options
  return {
    kind: kind ?? null,
    measure: measure ?? null,
    who: who ?? null,
    stance: stance ?? null,
    scope: scope ?? null,
    claimant: words(claimant),
    place: words(place),
    country: country ?? null,
    from: from ?? null,
    to: to ?? null,
    outlet: words(outlet),
    text: words(text),
    document: document ?? null,
  }
}

/** Words as typed, without characters that could steer the terminal when they come back in a message. */
export function words(value: string | undefined): string | null {
  const clean = cleanText(value ?? '').trim()
  return clean === '' ? null : clean
}
