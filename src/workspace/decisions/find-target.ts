import type { Claim } from '../../model/claim.ts'
import type { Decision } from '../../model/decision.ts'
import { findHiddenSpans, hideInClaim } from '../../model/hidden-words.ts'
import type { ReadDocument } from '../../model/incident.ts'
import type { IncidentRecord } from '../../model/record.ts'
import { findActive } from '../../pipeline.ts'
import type { IncidentStore } from '../../ports/incident-store.ts'

/** Why something cannot be decided; `candidates` is what the person may have meant. */
export interface Refusal {
  readonly reason: 'unknown' | 'ambiguous' | 'not-allowed'
  readonly message: string
  readonly candidates: readonly string[]
}

/** What the record is now: what decisions are about. */
export interface DecidableRecord {
  readonly documents: readonly ReadDocument[]
  readonly records: readonly IncidentRecord[]
  readonly decisions: readonly Decision[]
}

/** A claim with the text it stands in. */
export interface TargetClaim {
  readonly claim: Claim
  readonly documentId: string
}

const MAX_CANDIDATES = 10

export function isRefusal<T extends object>(found: T | Refusal): found is Refusal {
  return 'candidates' in found
}

/** The claim whose id starts so. The same text in several captures holds the same claim. */
export function findClaim({ documents, decisions }: DecidableRecord, prefix: string): TargetClaim | Refusal {
  const spans = findHiddenSpans(findActive(decisions))
  const found = new Map<string, TargetClaim>()
  for (const { reading } of documents)
    for (const claim of reading.claims)
      if (claim.id.startsWith(prefix)) found.set(claim.id, { claim, documentId: reading.document.id })
  return theOnly([...found.values()], {
    kind: 'claim',
    prefix,
    list: 'cairn claims',
    name: ({ claim, documentId }) => {
      const hidden = { spans: spans.get(documentId) ?? [], words: [] }
      return `${claim.id} "${hideInClaim(claim, hidden).evidence.exact}"`
    },
  })
}

/** Of these the incident whose id, or one that it had before, starts so; its own id wins. */
export function chooseIncident(records: readonly IncidentRecord[], prefix: string): IncidentRecord | Refusal {
  const own = records.filter(({ incident }) => incident.id.startsWith(prefix))
  const former = records.filter(({ incident }) => incident.previousIds.some((id) => id.startsWith(prefix)))
  return theOnly(own.length > 0 ? own : former, {
    kind: 'incident',
    prefix,
    list: 'cairn incidents',
    name: ({ incident, label }) => `${incident.id} ${label}`,
  })
}

/** The incident of the store whose id, or one that it had before, starts so; its own id wins. */
export async function findIncident(
  incidents: Pick<IncidentStore, 'incident' | 'incidentIds'>,
  prefix: string,
): Promise<IncidentRecord | Refusal> {
  return chooseIncident(await incidentsNamed(incidents, prefix), prefix)
}

/** The incidents that begin so, ten at most. */
export async function incidentsNamed(
  incidents: Pick<IncidentStore, 'incident' | 'incidentIds'>,
  prefix: string,
): Promise<readonly IncidentRecord[]> {
  const ids = await incidents.incidentIds(prefix)
  const records = await Promise.all(ids.map((id) => incidents.incident(id)))
  return records.filter((record) => record !== null)
}

/** The decision whose id starts so. */
export function findDecision({ decisions }: Pick<DecidableRecord, 'decisions'>, prefix: string): Decision | Refusal {
  return theOnly(
    decisions.filter(({ id }) => id.startsWith(prefix)),
    {
      kind: 'decision',
      prefix,
      list: 'cairn decisions',
      name: ({ id, action, at }) => `${id} ${action}, ${at}`,
    },
  )
}

interface Naming<T> {
  readonly kind: string
  readonly prefix: string
  /** Command that lists what there is. */
  readonly list: string
  readonly name: (item: T) => string
}

function theOnly<T extends object>(items: readonly T[], { kind, prefix, list, name }: Naming<T>): T | Refusal {
  const [first] = items
  if (first !== undefined && items.length === 1) return first
  if (first === undefined)
    return {
      reason: 'unknown',
      message: `No ${kind} begins with ${prefix}. "${list}" lists their ids.`,
      candidates: [],
    }
  return {
    reason: 'ambiguous',
    message: `${items.length} ${kind}s begin with ${prefix}; give more of the id:`,
    candidates: items.slice(0, MAX_CANDIDATES).map(name),
  }
}
