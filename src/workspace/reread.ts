import type { Claim } from '../model/claim.ts'
import { hiddenIn, hideInClaim } from '../model/hidden-words.ts'
import type { Span } from '../model/span.ts'
import type { StoredReading } from '../ports/record-store.ts'
import { commit } from './commit.ts'
import { loadHiddenSpans } from './decisions/load-hidden-spans.ts'
import { PRODUCER_SETTING } from './settings.ts'
import type { Workspace } from './workspace.ts'

/** How one claim differs between two readings of one capture. */
export interface ClaimChange {
  readonly kind: 'added' | 'removed' | 'changed'
  readonly captureId: string
  readonly resource: string
  readonly before: Claim | null
  readonly after: Claim | null
}

export interface Changes {
  readonly captures: number
  /** Captures of which at least one claim differs. */
  readonly touched: number
  readonly added: number
  readonly removed: number
  readonly changed: number
}

const PAGE = 200

/**
 * Compares what two extractors read in every capture, claim by claim. Claims are the same when their ids are; of these, one
 * is changed when anything but its producer and trace differs. Words that people hid are told as hidden.
 */
export async function compareReadings(
  workspace: Workspace,
  before: string,
  after: string,
  onChange: (change: ClaimChange) => void,
): Promise<Changes> {
  const { store } = workspace
  const spans = await loadHiddenSpans(workspace)
  const counts = { added: 0, removed: 0, changed: 0 }
  let captures = 0
  let touched = 0
  let last: string | null = null
  for (;;) {
    const page = await store.captures(last, PAGE)
    for (const { id, resource } of page) {
      captures++
      const [was, now] = [await store.reading(id, before), await store.reading(id, after)]
      const changes = compareClaims(claimsOf(was), claimsOf(now))
      if (changes.length > 0) touched++
      for (const change of changes) {
        counts[change.kind]++
        const shown = { ...change, before: hideIn(change.before, was, spans), after: hideIn(change.after, now, spans) }
        onChange({ ...shown, captureId: id, resource })
      }
    }
    const end = page.at(-1)
    if (end === undefined) return { captures, touched, ...counts }
    last = end.id
  }
}

/** Makes the readings of an extractor the ones that are listed, and says so in the custody log. */
export async function switchProducer(workspace: Workspace, before: string | null, after: string): Promise<void> {
  await commit(workspace, async ({ writer, log }) => {
    const at = workspace.clock.now().toISOString()
    await log([{ kind: 'note', at, what: 'producer-switched', detail: { before, after } }])
    await writer.setSetting(PRODUCER_SETTING, after)
  })
}

type Difference = Pick<ClaimChange, 'kind' | 'before' | 'after'>

function compareClaims(before: readonly Claim[], after: readonly Claim[]): readonly Difference[] {
  const now = new Map(after.map((claim) => [claim.id, claim]))
  const was = new Map(before.map((claim) => [claim.id, claim]))
  const gone = before.flatMap((claim): Difference[] => {
    const counterpart = now.get(claim.id)
    if (counterpart === undefined) return [{ kind: 'removed', before: claim, after: null }]
    const isSame = substance(claim) === substance(counterpart)
    return isSame ? [] : [{ kind: 'changed', before: claim, after: counterpart }]
  })
  const fresh = after.filter(({ id }) => !was.has(id))
  return [...gone, ...fresh.map((claim): Difference => ({ kind: 'added', before: null, after: claim }))]
}

/** A claim without the words that people hid in its text. */
function hideIn(
  claim: Claim | null,
  reading: StoredReading | null,
  spans: ReadonlyMap<string, readonly Span[]>,
): Claim | null {
  if (claim === null || reading === null || 'reason' in reading.result) return claim
  const { id, text } = reading.result.document
  const own = spans.get(id)
  return own === undefined ? claim : hideInClaim(claim, hiddenIn(text, own))
}

function substance({ producer: _producer, trace: _trace, ...claim }: Claim): string {
  return JSON.stringify(claim)
}

function claimsOf(reading: StoredReading | null): readonly Claim[] {
  return reading === null || 'reason' in reading.result ? [] : reading.result.claims
}
