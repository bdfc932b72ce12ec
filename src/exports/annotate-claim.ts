import type { SettledClaim } from '../model/record.ts'
import { countCodePoints } from './count-code-points.ts'
import { describeWhen } from './describe-when.ts'
import type { ExportSet } from './export-set.ts'
import type { Agent } from './name-agents.ts'
import { iriOf } from './iri-of.ts'
import { omitNulls, type JsonNode } from './omit-nulls.ts'

/** Where a claim stands in the record. */
export interface ClaimSetting {
  /** Id of the incident. */
  readonly incident: string
  /** IRIs of the incident's claims by their ids. */
  readonly iris: ReadonlyMap<string, readonly string[]>
  /** Agents by the record's names of the claimants. */
  readonly agents: ReadonlyMap<string, Agent>
}

/**
 * A figure claim as a Web Annotation: its body is the figure, its target the words in the document's text. Positions count
 * Unicode code points, as the Recommendation asks for; the words themselves stand in it at the full level only.
 */
export function annotateClaim(settled: SettledClaim, setting: ClaimSetting, set: ExportSet): JsonNode {
  const { entry, state, by, rule } = settled
  const { claim, captureId } = entry
  const { figure, attribution, evidence } = claim
  const isFull = set.level === 'full'
  const text = set.captures.get(captureId)?.text ?? ''
  const [start = 0, end = 0] = countCodePoints(text, [evidence.start, evidence.end])
  const { exact, prefix, suffix } = evidence
  return omitNulls({
    id: iriOf('claim', captureId, claim.id),
    type: ['oa:Annotation', 'prov:Entity', 'Claim'],
    claimId: claim.id,
    incident: iriOf('incident', setting.incident),
    body:
      figure === null
        ? null
        : omitNulls({
            type: 'Figure',
            measure: figure.measure,
            who: figure.who,
            scope: figure.scope,
            low: figure.low,
            high: figure.high,
            approx: figure.approx,
            vague: figure.vague,
            asWritten: isFull ? figure.asWritten : null,
            subsetOf: figure.subsetOf,
            period: describeWhen(figure.period),
          }),
    target: {
      type: 'oa:SpecificResource',
      source: iriOf('document', captureId),
      selector: [
        { type: 'oa:TextPositionSelector', start, end },
        ...(isFull ? [{ type: 'oa:TextQuoteSelector', exact, prefix, suffix }] : []),
      ],
    },
    stance: attribution.stance,
    hedges: attribution.hedges,
    party: entry.party,
    state,
    rule,
    supersededBy: by === null ? null : (setting.iris.get(by)?.[0] ?? null),
    saidAt: entry.saidAt,
    confidence: claim.confidence,
    wasDerivedFrom: iriOf('capture', captureId),
    wasGeneratedBy: iriOf('reading', captureId),
    wasAttributedTo: setting.agents.get(entry.claimant)?.id ?? null,
  })
}
