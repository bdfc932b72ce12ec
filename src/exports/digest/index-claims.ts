import type { Claim } from '../../model/claim.ts'
import type { ReadDocument } from '../../model/incident.ts'
import { HIDDEN_UNIT } from '../../model/hidden-words.ts'
import type { IncidentRecord, RecordClaim } from '../../model/record.ts'
import type { ExportLevel } from '../export-set.ts'
import { protectClaimant, protectUrl } from '../protect-record.ts'
import type { ToldClaim } from './digest-facts.ts'

const NO_OUTLET = 'an outlet that is not named'

/** Claims by their ids, as the digest may tell them. */
export interface ClaimIndex {
  /** A claim of an incident; null when neither the record nor a document holds it. */
  tell(record: IncidentRecord, claimId: string): ToldClaim | null
  /** A claim of no incident in particular, from the document that had it first. */
  tellAlone(claimId: string, voice: Voice): ToldClaim | null
  /** Every claim of an incident's reports, of any kind, originals before copies, by publication. */
  claimsOf(record: IncidentRecord): readonly ToldClaim[]
}

/** Who says a claim, known across documents. */
export interface Voice {
  readonly claimant: string
  readonly party: string | null
}

/**
 * Makes the claims of documents and records ready to be told at a level.
 *
 * @param documents without the words that people hid (`hideInDocument`)
 */
export function indexClaims(documents: readonly ReadDocument[], level: ExportLevel): ClaimIndex {
  const byCapture = new Map(documents.map((document) => [document.captureId, document]))
  const homes = new Map<string, string>()
  for (const { captureId, reading } of [...documents].sort(byPublication))
    for (const { id } of reading.claims) if (!homes.has(id)) homes.set(id, captureId)
  const incidents = new WeakMap<IncidentRecord, IncidentClaims>()
  const ofRecord = (record: IncidentRecord): IncidentClaims => {
    const known = incidents.get(record)
    if (known !== undefined) return known
    const made = gatherIncident(record, byCapture)
    incidents.set(record, made)
    return made
  }
  const tellIn = (captureId: string, claim: Claim, voice: Voice, names: IncidentNames): ToldClaim | null => {
    const document = byCapture.get(captureId)
    return document === undefined ? null : tellClaim({ claim, document, voice, names }, level)
  }
  const tell = (record: IncidentRecord, claimId: string): ToldClaim | null => {
    const { entries, homes: own, voices, names } = ofRecord(record)
    const entry = entries.get(claimId)
    if (entry !== undefined) return tellIn(entry.captureId, entry.claim, entry, names)
    const found = own.get(claimId)
    if (found === undefined) return null
    return tellIn(found.captureId, found.claim, voices.get(claimId) ?? ownVoice(found.claim), names)
  }
  return {
    tell,
    tellAlone: (claimId, voice) => {
      const captureId = homes.get(claimId)
      const claim = byCapture.get(captureId ?? '')?.reading.claims.find(({ id }) => id === claimId)
      return captureId === undefined || claim === undefined ? null : tellIn(captureId, claim, voice, NO_NAMES)
    },
    claimsOf: (record) => {
      const { homes: own, rejected } = ofRecord(record)
      return [...own.keys()].flatMap((claimId) => (rejected.has(claimId) ? [] : (tell(record, claimId) ?? [])))
    },
  }
}

interface IncidentClaims {
  readonly entries: ReadonlyMap<string, RecordClaim>
  readonly homes: ReadonlyMap<string, { readonly captureId: string; readonly claim: Claim }>
  readonly voices: ReadonlyMap<string, Voice>
  readonly names: IncidentNames
  readonly rejected: ReadonlySet<string>
}

/** What is known of the names in an incident. */
interface IncidentNames {
  /** By which role each person goes in the whole incident. */
  readonly roles: ReadonlyMap<string, string>
  /** Names of organisations, offices and outlets, which may stand at any level. */
  readonly bodies: ReadonlySet<string>
}

const NO_NAMES: IncidentNames = { roles: new Map(), bodies: new Set() }

/** Claims of an incident by id: each in the document that had it first, copies last. */
function gatherIncident(record: IncidentRecord, byCapture: ReadonlyMap<string, ReadDocument>): IncidentClaims {
  const { incident, claims, positions } = record
  const ours = new Set(incident.origins.flatMap((origin) => origin.claims))
  const homes = new Map<string, { captureId: string; claim: Claim }>()
  const ordered = [...incident.documents].sort((a, b) => Number(a.copyOf !== null) - Number(b.copyOf !== null))
  for (const { captureId } of ordered)
    for (const claim of byCapture.get(captureId)?.reading.claims ?? [])
      if (ours.has(claim.id) && !homes.has(claim.id)) homes.set(claim.id, { captureId, claim })
  const entries = new Map<string, RecordClaim>()
  for (const { entry } of claims) {
    const known = entries.get(entry.claim.id)
    if (known === undefined || (known.copyOf !== null && entry.copyOf === null)) entries.set(entry.claim.id, entry)
  }
  const voices = new Map<string, Voice>()
  for (const { claimant, party, claims: ids } of incident.origins)
    for (const id of ids) {
      const kind = homes.get(id)?.claim.attribution.claimant.kind
      if (kind === 'unnamed' || kind === 'outlet') continue
      voices.set(id, { claimant, party })
    }
  for (const { claimId, claimant, party } of positions) voices.set(claimId, { claimant, party })
  return {
    entries,
    homes,
    voices,
    names: gatherNames(homes, entries, voices),
    rejected: new Set(claims.flatMap(({ entry, rule }) => (rule === 'decision/rejected' ? [entry.claim.id] : []))),
  }
}

function gatherNames(
  homes: IncidentClaims['homes'],
  entries: IncidentClaims['entries'],
  voices: IncidentClaims['voices'],
): IncidentNames {
  const roles = new Map<string, string>()
  const bodies = new Set<string>()
  for (const [id, { claim }] of homes) {
    const { kind, name, role } = claim.attribution.claimant
    const { claimant } = entries.get(id) ?? voices.get(id) ?? ownVoice(claim)
    if (kind === 'organisation' || kind === 'office') bodies.add(claimant).add(name)
    if (kind === 'person' && role !== null && !roles.has(claimant)) roles.set(claimant, role)
  }
  return { roles, bodies }
}

function ownVoice({ attribution }: Claim): Voice {
  return { claimant: attribution.claimant.name, party: null }
}

interface ClaimInPlace {
  readonly claim: Claim
  readonly document: ReadDocument
  readonly voice: Voice
  readonly names: IncidentNames
}

/** Words before a role that make an article of ours needless. */
const DETERMINED = /^(?:an?|the|his|her|its|their|one|some)\b/iu

/**
 * Who says a claim, as the digest names them: a private person by one role throughout an incident, and a voice that is not
 * named by the source's words, with who passed it on when that is not the carrier.
 */
function nameClaimant({ claim, document, voice, names }: ClaimInPlace, level: ExportLevel): string {
  const { kind, name } = claim.attribution.claimant
  if (kind === 'person' && level === 'public') {
    const role = names.roles.get(voice.claimant) ?? claim.attribution.claimant.role
    if (role === null) return protectClaimant({ claim, claimant: voice.claimant }, level)
    if (/^who\b/iu.test(role)) return `the one ${role}`
    return DETERMINED.test(role) ? role : `the ${role}`
  }
  const split = voice.claimant.lastIndexOf(PASSED_ON)
  if (split === -1) return voice.claimant
  const by = voice.claimant.slice(split + PASSED_ON.length)
  const isNamed =
    by !== document.reading.document.outlet && by !== 'outlet' && (level === 'full' || names.bodies.has(by))
  return isNamed ? `${name}, passed on by ${by}` : name
}

/** How the record names a voice that somebody else passed on. */
const PASSED_ON = ', by '

function tellClaim({ claim, document, voice, names }: ClaimInPlace, level: ExportLevel): ToldClaim {
  const { evidence, attribution, figure, kind, id } = claim
  const { captureId, receivedAt, reading } = document
  const { outlet, url, language, title, publishedAt, lines, text } = reading.document
  const isOwnVoice = attribution.claimant.kind === 'outlet'
  const line = lines.find(({ start, end }) => start <= evidence.start && evidence.start < end)
  const { sentence } = evidence
  const isInSentence = sentence.start <= evidence.start && evidence.end <= sentence.end
  return {
    captureId,
    claimId: id,
    kind,
    figure,
    claimant: isOwnVoice ? (outlet ?? NO_OUTLET) : nameClaimant({ claim, document, voice, names }, level),
    isOwnVoice,
    party: voice.party,
    stance: attribution.stance,
    hedges: attribution.hedges,
    saidAt: line?.postedAt ?? publishedAt,
    receivedAt,
    digest: reading.document.captureId,
    outlet,
    url: protectUrl(url, level),
    language,
    start: evidence.start,
    end: evidence.end,
    title: level === 'full' ? title : null,
    quote: level === 'full' ? evidence.exact : null,
    context:
      level === 'full' && isInSentence && !text.slice(sentence.start, sentence.end).includes(HIDDEN_UNIT)
        ? [text.slice(sentence.start, evidence.start), text.slice(evidence.end, sentence.end)]
        : null,
  }
}

function byPublication(a: ReadDocument, b: ReadDocument): number {
  const keyOf = ({ reading, receivedAt, captureId }: ReadDocument): string =>
    `${reading.document.publishedAt ?? '9999'} ${receivedAt} ${captureId}`
  const [left, right] = [keyOf(a), keyOf(b)]
  return left < right ? -1 : left > right ? 1 : 0
}
