import type { FoundDocument } from '../../ports/record-store.ts'
import { type ExitCode, EXIT } from '../exit-codes.ts'
import type { DocumentListOptions } from '../program/add-lookup-commands.ts'
import { findScreen } from '../terminal/screen.ts'
import { showFoundDocuments } from '../terminal/show-found-documents.ts'
import { writerTo } from '../write-out.ts'
import { isMachine, printList, words } from './claims.ts'
import { listPages } from './list-pages.ts'
import { openForReading } from './open-workspace.ts'

/** `cairn documents`: lists documents of the workspace. */
export async function runDocuments(options: DocumentListOptions): Promise<ExitCode> {
  const { outlet, language, from, to, text, limit } = options
  const filter = {
    outlet: words(outlet),
    language: words(language),
    from: from ?? null,
    to: to ?? null,
    text: words(text),
  }
  const workspace = await openForReading(options)
  const screen = findScreen(process.stdout, process.env)
  try {
    const list = listPages((page) => workspace.store.documents(filter, page), limit)
    const count = await printList(list, options, writerTo(process.stdout), {
      toJson: (document: FoundDocument) => ({ schema: 'cairn/document@1', ...document }),
      show: (documents) => showFoundDocuments(documents, screen),
    })
    if (count > 0) {
      if (count === limit && !isMachine(options))
        process.stderr.write(`cairn: the first ${count} are listed; there may be more: --limit 0 lists all.\n`)
      return EXIT.ok
    }
  } finally {
    await workspace.close()
  }
  process.stderr.write('cairn: no document matches.\n')
  return EXIT.notFound
}
