import type { FoundDocument } from '../../ports/record-store.ts'
import type { ExitCode } from '../exit-codes.ts'
import type { DocumentListOptions } from '../program/add-lookup-commands.ts'
import { typedWords } from '../terminal/clean-text.ts'
import { showFoundDocuments } from '../terminal/show-found-documents.ts'
import { runListing } from './print-list.ts'

/** `cairn documents`: lists documents of the workspace. */
export function runDocuments(options: DocumentListOptions): Promise<ExitCode> {
  const { outlet, language, from, to, text } = options
  const filter = {
    outlet: typedWords(outlet),
    language: typedWords(language),
    from: from ?? null,
    to: to ?? null,
    text: typedWords(text),
  }
  return runListing<FoundDocument>(options, {
    load: ({ store }, page) => store.documents(filter, page),
    hide: async (document, hiding) => ({ ...document, title: await hiding.title(document.title, document) }),
    toJson: (document) => ({ schema: 'cairn/document@1', ...document }),
    show: showFoundDocuments,
    whenEmpty: 'no document matches.',
  })
}
