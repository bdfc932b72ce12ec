import type { ClaimFilter, FoundClaim } from '../../ports/record-store.ts'
import type { ExitCode } from '../exit-codes.ts'
import type { ClaimListOptions } from '../program/add-lookup-commands.ts'
import { typedWords } from '../terminal/clean-text.ts'
import { showFoundClaims } from '../terminal/show-found-claims.ts'
import { runListing } from './print-list.ts'

/** `cairn claims`: lists claims of the workspace. */
export function runClaims(options: ClaimListOptions): Promise<ExitCode> {
  const filter = filterOf(options)
  return runListing<FoundClaim>(options, {
    load: ({ store }, page) => store.claims(filter, page),
    hide: async (found, hiding) => ({
      ...found,
      claim: await hiding.claim(found.claim, found),
      title: await hiding.title(found.title, found),
    }),
    toJson: claimToJson,
    show: showFoundClaims,
    whenEmpty: 'no claim matches. This is no evidence that nobody was harmed.',
  })
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
    claimant: typedWords(claimant),
    place: typedWords(place),
    country: country ?? null,
    from: from ?? null,
    to: to ?? null,
    outlet: typedWords(outlet),
    text: typedWords(text),
    document: document ?? null,
  }
}
