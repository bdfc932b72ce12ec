import type { Claim, ClaimantKind, Group, Measure, Scope, Stance } from '../../src/model/claim.ts'
import type { RecordClaim } from '../../src/model/record.ts'

/** What a made-up figure claim says; all but the number has a default. */
export interface MadeUpClaim {
  readonly by?: string
  readonly kind?: ClaimantKind
  readonly measure?: Measure
  /** "39", "39+" (at least), "-8" (up to), "100-300", or a vague word. */
  readonly count: string
  readonly who?: readonly Group[]
  readonly scope?: Scope
  readonly stance?: Stance
  /** Publication; null when the source does not say. */
  readonly on?: string | null
  /** Capture time; the publication day's midnight when left out. */
  readonly received?: string
  readonly document?: string
  readonly at?: number
  readonly party?: string | null
  readonly origin?: string
  readonly copyOf?: string | null
  readonly reliability?: RecordClaim['reliability']
  readonly isHeadline?: boolean
  readonly isEarlier?: boolean
  readonly subsetOf?: string | null
  readonly id?: string
}

const NUMBERS = /^(\d*)(\+|-)?(\d*)$/u

/** A claim of the record as a test writes it. Its id is `document:at` unless given. */
export function madeUpClaim(made: MadeUpClaim): RecordClaim {
  const by = made.by ?? 'Mayor'
  const on = made.on === undefined ? '2030-05-01' : made.on
  const document = made.document ?? `${by} ${on} ${made.count}`
  const at = made.at ?? 0
  const receivedAt = made.received ?? `${on?.slice(0, 10) ?? '2030-06-01'}T12:00:00Z`
  return {
    claim: claimOf(made, by, document, at),
    documentId: `sha256:${document}`,
    captureId: document,
    receivedAt,
    saidAt: on,
    claimant: by,
    party: made.party ?? null,
    origin: made.origin ?? `o-${by}`,
    copyOf: made.copyOf ?? null,
    reliability: made.reliability ?? null,
    isHeadline: made.isHeadline ?? false,
    isEarlier: made.isEarlier ?? false,
  }
}

function claimOf(made: MadeUpClaim, by: string, document: string, at: number): Claim {
  const parts = NUMBERS.exec(made.count)
  const [, first = '', sign = '', second = ''] = parts ?? []
  const low = parts === null || first === '' ? null : Number(first)
  const high = parts === null || sign === '+' ? null : sign === '-' ? Number(second) : low
  return {
    id: made.id ?? `${document}:${at}`,
    kind: 'figure',
    evidence: {
      start: at,
      end: at + made.count.length,
      exact: made.count,
      prefix: '',
      suffix: '',
      sentence: { start: at, end: at + made.count.length },
    },
    attribution: {
      claimant: { kind: made.kind ?? 'person', name: by, role: null, affiliation: null },
      cue: 'said',
      stance: made.stance ?? 'asserted',
      hedges: [],
      relay: [],
    },
    figure: {
      measure: made.measure ?? 'killed',
      low,
      high,
      approx: false,
      vague: parts === null ? made.count : null,
      asWritten: made.count,
      who: made.who ?? ['people'],
      scope: made.scope ?? 'incident',
      subsetOf: made.subsetOf ?? null,
      period: null,
    },
    event: null,
    place: null,
    when: null,
    incident: 'r-1',
    confidence: 0.9,
    producer: { name: 'rules', version: '1' },
    trace: [],
  }
}
