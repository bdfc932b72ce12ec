import { hash } from 'node:crypto'

import type { Claim } from '../../model/claim.ts'
import type { Origin } from '../../model/incident.ts'
import type { Trace } from '../../model/trace.ts'
import type { Lineage } from '../lineage/lineage.ts'
import { type ClaimantRegistry, REVIEWED } from './claimant-registry.ts'
import { findParty, type MatterSetting } from './find-party.ts'
import { foldClaimant } from './fold-claimant.ts'
import { gatherClaims, type Matter, type MatterClaim, settingOf } from './gather-claims.ts'
import { comparePublished, groupTexts, type TextFamily } from './group-texts.ts'
import { type Identity, identifyClaimant } from './identify-claimant.ts'
import { idOf, joinInMatter } from './join-in-matter.ts'
import type { IdentifiedClaim, MatterOrigins } from './matter-origins.ts'
import { type DocumentContext, readContext } from './read-context.ts'

const ID_DIGITS = 16

/**
 * Finds the independent roots of what is claimed of a matter (codebook, "Origin").
 *
 * Claims of one claimant are one origin, whoever carries them. The own voice of a text and the voices that it does not name
 * belong to whoever wrote it: all copies of a wire are one origin with the wire, and so are all reports of one outlet.
 * The result does not depend on the order of documents or claims.
 */
export function findOrigins(matter: Matter, lineage: Lineage, registry: ClaimantRegistry = REVIEWED): MatterOrigins {
  const claims = gatherClaims(matter)
  const setting = settingOf(claims)
  const country = setting.countries.length === 1 ? (setting.countries[0] ?? null) : null
  const documents = [...new Map(claims.map(({ document }) => [document.captureId, document])).values()]
  const families = groupTexts(documents, lineage)
  const outlets = new Set(
    documents
      .flatMap(({ captureId, reading }) => [reading.document.outlet, lineage.creditOf(captureId)])
      .flatMap((name) => (name === null ? [] : [foldClaimant(name)])),
  )
  const contexts = new Map(
    documents.map(({ captureId, reading }) => [captureId, readContext(reading.document, captureId, registry)]),
  )
  const identities = claims.map(({ claim, document }) => {
    const context = contexts.get(document.captureId)
    const { claimant } = claim.attribution
    const name = foldClaimant(claimant.name)
    if (context === undefined || (claimant.kind !== 'outlet' && claimant.kind !== 'unnamed' && outlets.has(name)))
      return outletOf(claimant.name, registry, 'origin/outlet-of-matter')
    return identifyClaimant(claimant, { registry, document: context, country })
  })
  const joined = joinInMatter(
    claims.map(({ claim, document }, i) => ({
      captureId: document.captureId,
      identity: identities[i] ?? outletOf('', registry, ''),
      role: claim.attribution.claimant.role,
    })),
  )
  const byName = new Map(identities.filter(({ kind }) => kind !== 'text').map((one) => [foldClaimant(one.name), one]))
  const groups = new Map<string, Group>()
  const found: (Omit<IdentifiedClaim, 'origin'> & { readonly group: string })[] = []
  claims.forEach((one, i) => {
    const first = identities[i]
    if (first === undefined) return
    const join = joined.get(idOf(first))
    const own = join?.to ?? first
    const family = families.get(one.document.captureId)
    const isOfText = own.kind === 'text' || (own.kind === 'office' && own.rule !== 'origin/sole-office')
    const relayed = isOfText
      ? relayOf(one.claim, {
          byName,
          outlets,
          registry,
          document: contexts.get(one.document.captureId),
          country,
        })
      : null
    const passedOn = relayed === null ? undefined : joined.get(idOf(relayed))?.to
    const voice = isOfText ? (passedOn ?? relayed ?? voiceOf(one, family, registry)) : own
    const key = idOf(voice)
    const traces = isOfText ? (family?.traces ?? []) : []
    const group = groups.get(key) ?? { voice, claims: [], traces: new Map<string, Trace>() }
    groups.set(key, group)
    group.claims.push(one)
    for (const trace of [
      ...(join === undefined ? [] : [join.trace]),
      traceOf(one.claim, isOfText ? own : voice, voice),
      ...traces,
    ])
      group.traces.set(`${trace.rule}\n${trace.quote}\n${trace.reason}`, trace)
    const said = isOfText && own.rule !== 'origin/own-voice' ? `${own.name}, by ${voice.name}` : voice.name
    const party = findParty(
      isOfText && own.state !== null ? { state: own.state, entry: null } : partyOf(voice),
      setting,
    )
    found.push({ captureId: one.document.captureId, claimId: one.claim.id, claimant: said, party, group: key })
  })
  const ids = new Map([...groups.keys()].map((key) => [key, idOfOrigin(matter.id, key)]))
  const origins = [...groups].map(([key, group]) => originOf(ids.get(key) ?? '', group, setting))
  return {
    setting,
    origins: origins.sort((a, b) => (a.id < b.id ? -1 : 1)),
    claims: found
      .map(({ group, ...claim }) => ({ ...claim, origin: ids.get(group) ?? '' }))
      .sort((a, b) => (`${a.captureId} ${a.claimId}` < `${b.captureId} ${b.claimId}` ? -1 : 1)),
  }
}

interface Group {
  readonly voice: Identity
  readonly claims: MatterClaim[]
  readonly traces: Map<string, Trace>
}

function outletOf(name: string, registry: ClaimantRegistry, rule: string): Identity {
  const entry = registry.find(foldClaimant(name))
  const state = entry?.isState === true ? entry.country : null
  return { kind: 'outlet', key: foldClaimant(entry?.name ?? name), name: entry?.name ?? name, state, entry, rule }
}

/** Who passed on a voice that is not named, when that is known by name: the one next to it in the chain. */
function relayOf({ attribution }: Claim, { byName, outlets, registry, document, country }: Known): Identity | null {
  const relay = attribution.relay.at(-1)
  if (relay === undefined) return null
  const folded = foldClaimant(relay)
  const known = byName.get(folded)
  if (known !== undefined) return known
  if (outlets.has(folded)) return outletOf(relay, registry, 'origin/relay')
  const role = document?.besideName(relay) ?? null
  const kind = role === null ? 'organisation' : 'person'
  const claimant = { kind, name: relay, role, affiliation: null } as const
  const found = document === undefined ? null : identifyClaimant(claimant, { registry, document, country })
  return found === null ? null : { ...found, rule: 'origin/relay' }
}

interface Known {
  readonly byName: ReadonlyMap<string, Identity>
  readonly outlets: ReadonlySet<string>
  readonly registry: ClaimantRegistry
  readonly document: DocumentContext | undefined
  readonly country: string | null
}

/** Whose the own voice of a text is: the author of its family, else the text itself. */
function voiceOf({ document }: MatterClaim, family: TextFamily | undefined, registry: ClaimantRegistry): Identity {
  if (family?.author != null) return outletOf(family.author, registry, 'origin/author')
  const root = family?.root ?? document.captureId
  const name = document.reading.document.outlet ?? 'outlet'
  return { kind: 'text', key: root, name, state: null, entry: null, rule: 'origin/own-voice' }
}

function partyOf({ state, entry }: Identity): { readonly state: string | null; readonly entry: Identity['entry'] } {
  return { state, entry }
}

const REASONS: Readonly<Record<string, string>> = {
  'origin/registry': 'a name of',
  'origin/registry-edge': 'holds the name of',
  'origin/official': 'speaks for',
  'origin/speaks-for': 'speaks by office for',
  'origin/seat': 'stands for',
  'origin/only-organisation': 'the only such body that the text names,',
  'origin/state-body': 'is read as',
  'origin/body-of-unknown-state': 'no state is named with it:',
  'origin/same-name': 'the same name as',
  'origin/same-person': 'the same name as',
  'origin/sole-office': 'the one office of',
  'origin/own-voice': 'own voice of the text, written by',
  'origin/unnamed': 'not named; known only from the text of',
  'origin/relay': 'passed on by',
  'origin/outlet-of-matter': 'an outlet that reports on the matter,',
}

function traceOf({ attribution }: Claim, identity: Identity, voice: Identity): Trace {
  const { name, role, affiliation } = attribution.claimant
  const quote = [name, role, affiliation].filter((part) => part !== null).join(', ')
  return { rule: identity.rule, quote, reason: `${REASONS[identity.rule] ?? 'belongs to'} ${voice.name}` }
}

function originOf(id: string, { voice, claims, traces }: Group, setting: MatterSetting): Origin {
  const documents = [...new Map(claims.map(({ document }) => [document.captureId, document])).values()].sort(
    comparePublished,
  )
  return {
    id,
    claimant: voice.name,
    party: findParty(partyOf(voice), setting),
    documents: documents.map(({ captureId }) => captureId),
    claims: [...new Set(claims.map(({ claim }) => claim.id))],
    trace: [...traces.values()],
  }
}

function idOfOrigin(matterId: string, key: string): string {
  return `o-${hash('sha256', `${matterId}\n${key}`, 'hex').slice(0, ID_DIGITS)}`
}
