import { NATION_WORDS, SEATS, STATE_LABELS } from '../../../data/claimants/nations.ts'
import { BARE_BODIES, SEAT_BODIES, STATE_BODIES } from '../../../data/claimants/state-bodies.ts'
import type { Claimant } from '../../model/claim.ts'
import type { ClaimantEntry } from '../../model/registry.ts'
import type { ClaimantRegistry } from './claimant-registry.ts'
import { foldClaimant } from './fold-claimant.ts'
import { parseStateBody } from './parse-state-body.ts'
import type { DocumentContext } from './read-context.ts'

/** Who a claimant is, as far as the claim, its document and the registry tell. */
export interface Identity {
  /**
   * `text`: the document's own voice or an unnamed one, which belongs to the text. `office`, `person` and `body` are
   * known by their words, and joined to others inside a matter only. `state`, `organisation` and `outlet` are known everywhere.
   */
  readonly kind: 'text' | 'office' | 'person' | 'body' | 'state' | 'organisation' | 'outlet'
  /** Equal for the same claimant; empty for `text`. */
  readonly key: string
  readonly name: string
  /** State whose organ it is or whose people it names, ISO 3166-1; null when not known. */
  readonly state: string | null
  readonly entry: ClaimantEntry | null
  readonly rule: string
}

const SPEAKS_FOR = /\b(?:spokes\w+|representative|press secretary|press officer|press service|statement)\b/iu
const SPOKESMAN_FOR = /^(?:an? |the )?(?:[\p{L}-]+ )?(?:spokes\w+|representative) (?:for|of) (.{2,80})$/iu
/** Who commands the forces of a state speaks for them; what follows "in" is where they are. */
const COMMANDS = /^(?:the )?(?:top |chief |supreme )?commander(?: in chief)? of (.{2,60}?)(?: in .*)?$/u
const LEADS =
  /\b(?:head|chief|director|founder|chair\w*|leader|president|secretary general|coordinator|commissioner)\b/iu
/** Whoever commands a police force speaks for it. */
const POLICE_CHIEF =
  /\bpolice (?:chief|commissioner|commander|superintendent|director)\b|\b(?:chief|commissioner|inspector general|director) of (?:the )?police\b/iu
const POLICE_OFFICES = /\b(?:chief|commissioner|commander|superintendent|inspector general|director)\b/gu
const MINISTER = /\b(?:minister|secretary|president|premier|chancellor)\b/iu
/** Offices that one person holds for the place of the matter. */
const SOLE_OFFICES: ReadonlySet<string> = new Set([
  'governor',
  'mayor',
  'coroner',
  'sheriff',
  'principal',
  'headmaster',
  'rector',
])
/** Bodies that are the state's own in the place of the matter when nothing else is said. */
const DOMESTIC: ReadonlySet<string> = new Set(
  'police emergency-service emergencies-ministry health-ministry interior-ministry justice-ministry prosecutors'.split(
    ' ',
  ),
)
/** Offices at a body that speak for somebody else. */
const NOT_OF = /\b(?:ambassador|envoy|delegate|former|ex)\b/iu
const OFFICIAL_NOUN =
  /\b(?:officials?|authorities|soldiers?|troops|officers?|army|military|security|government|intelligence|diplomats?|commanders?)\b/iu

/** Common nouns for a body that the text names elsewhere ("the charity"), with the kinds of the registry that they can stand for. */
const COMMON_NOUNS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [
    ['charity ngo', 'ngo'],
    ['monitor observatory watchdog', 'monitor'],
    ['group organisation', 'ngo monitor group'],
    ['movement militia insurgents rebels', 'group'],
  ].flatMap(([nouns = '', kinds = '']) =>
    nouns.split(' ').map((noun): [string, ReadonlySet<string>] => [noun, new Set(kinds.split(' '))]),
  ),
)
/** Words that say of which kind a body is and name none. */
const KIND_WORDS: ReadonlySet<string> = new Set(
  'medical aid relief rights human monitoring war militant armed islamist rebel humanitarian international'.split(' '),
)

const OUTLET_NOUN = /\b(?:news agency|agency|channel|newspaper|television|tv|website|broadcaster|radio)\b/iu
const OUTLET_NOUNS = /\b(?:news agency|agency|channel|newspaper|television|tv|website|broadcaster|radio|news)\b/gu

/** What a claimant is identified with. */
export interface IdentifyContext {
  readonly registry: ClaimantRegistry
  readonly document: DocumentContext
  /** State in which the matter took place; null when not known or more than one. */
  readonly country: string | null
}

/**
 * Finds out who a claimant is (codebook, "Claimant"): the registry's body for its names, spokespeople and heads; a body of
 * a state by its kind and the state that the phrase or the document names; a person by name; an unnamed voice by its text.
 */
export function identifyClaimant(claimant: Claimant, context: IdentifyContext): Identity {
  const folded = foldClaimant(claimant.name)
  if (claimant.kind === 'outlet' || folded === '') return ofText(claimant, 'origin/own-voice', null)
  if (claimant.kind === 'unnamed') {
    const body = byOwnSpokesman(claimant, context)
    if (body !== null) return body
    const state = OFFICIAL_NOUN.test(claimant.name) ? nationIn(folded) : null
    return ofText(claimant, 'origin/unnamed', state)
  }
  const named = byRegistry(folded, context) ?? byOfficial(folded, context)
  if (named !== null) return named
  if (claimant.kind === 'person') return ofPerson(claimant, folded, context)
  const outlet = outletAtEdge(claimant.name, folded, context)
  if (outlet !== null) return outlet
  const whole = [claimant.name, claimant.affiliation ?? ''].join(' ')
  const state = bySeat(folded) ?? byStateBody(foldClaimant(whole), claimant.name, context)
  if (state !== null) return state
  const common = byCommonNoun(folded, context)
  if (common !== null) return common
  const entry = NOT_OF.test(claimant.name) ? null : context.registry.findAtEdge(folded)
  if (entry !== null) return ofEntry(entry, 'origin/registry-edge')
  if (claimant.kind === 'organisation') {
    const key = BARE_BODIES.has(folded) ? `${folded}:${context.document.captureId}` : folded
    return { ...plain('body', key, claimant.name), rule: 'origin/same-name' }
  }
  return ofOffice(claimant, folded)
}

function byRegistry(folded: string, { registry }: IdentifyContext): Identity | null {
  const entry = registry.find(folded)
  return entry === null ? null : ofEntry(entry, 'origin/registry')
}

function ofEntry(entry: ClaimantEntry, rule: string): Identity {
  const key = foldClaimant(entry.name)
  const state = entry.isState ? entry.country : null
  return { kind: entry.kind === 'outlet' ? 'outlet' : 'organisation', key, name: entry.name, state, entry, rule }
}

/** "The medical charity", "the group": the only organisation of that kind in the text. */
function byCommonNoun(folded: string, { document }: IdentifyContext): Identity | null {
  const words = folded.split(' ')
  const kinds = COMMON_NOUNS.get(words.at(-1) ?? '')
  if (kinds === undefined || !words.slice(0, -1).every((word) => KIND_WORDS.has(word))) return null
  const entry = document.organisationOf(kinds)
  return entry === null ? null : ofEntry(entry, 'origin/only-organisation')
}

/** "A spokesman for US forces": he has no name and speaks for a body that has one. */
function byOwnSpokesman({ name }: Claimant, context: IdentifyContext): Identity | null {
  const body = SPOKESMAN_FOR.exec(name)?.[1]
  if (body === undefined) return null
  const folded = foldClaimant(body)
  const found = byRegistry(folded, context) ?? bySeat(folded) ?? byStateBody(folded, body, context)
  return found === null || found.kind === 'body' ? null : { ...found, rule: 'origin/speaks-for' }
}

/** "the official SANA news agency", "state TV channel …": words for an outlet, and the name of one at either end. */
function outletAtEdge(name: string, folded: string, { registry }: IdentifyContext): Identity | null {
  if (!OUTLET_NOUN.test(name)) return null
  const words = folded.replace(OUTLET_NOUNS, ' ').trim().split(/ +/u)
  const entry = registry.find(words.at(-1) ?? '') ?? registry.find(words[0] ?? '')
  return entry?.kind === 'outlet' ? ofEntry(entry, 'origin/registry-edge') : null
}

/** Heads of state, ministers and spokespeople of the registry, in office when the document was published. */
function byOfficial(folded: string, { registry, document }: IdentifyContext): Identity | null {
  const day = document.publishedAt?.slice(0, 10) ?? null
  const official = registry
    .officials(folded)
    .find(({ since, until, isShort }) => (day === null ? !isShort : day >= since && (until === null || day <= until)))
  if (official === undefined) return null
  const [country = '', body] = official.body.split(':')
  if (body === undefined) {
    const entry = registry.find(foldClaimant(official.body))
    return entry === null ? null : ofEntry(entry, 'origin/official')
  }
  return ofState(country, body, '', 'origin/official')
}

/** "Kremlin", "Moscow", "Ukraine" as the whole name. */
function bySeat(folded: string): Identity | null {
  const seat = SEAT_BODIES.get(folded)
  if (seat !== undefined) return ofState(seat[0], seat[1], '', 'origin/seat')
  const country = SEATS.get(folded) ?? NATION_WORDS.get(folded)
  return country === undefined ? null : ofState(country, 'government', '', 'origin/seat')
}

function byStateBody(folded: string, asWritten: string, { document, country }: IdentifyContext): Identity | null {
  const parsed = parseStateBody(folded)
  if (parsed === null) return null
  const { body, branch } = parsed
  const found = parsed.country ?? document.stateOf(body.key) ?? (DOMESTIC.has(body.key) ? country : document.seat)
  if (found !== null) return ofState(found, body.key, branch, 'origin/state-body')
  const key = `?:${body.key}:${branch}:${document.captureId}`
  return { kind: 'body', key, name: asWritten, state: null, entry: null, rule: 'origin/body-of-unknown-state' }
}

function ofState(country: string, bodyKey: string, branch: string, rule: string): Identity {
  const label = LABELS.get(bodyKey) ?? bodyKey
  const place = STATE_LABELS.get(country) ?? country
  const name = branch === '' ? `${label} (${place})` : `${label} (${capitalised(branch)}, ${place})`
  return { kind: 'state', key: `${country}:${bodyKey}:${branch}`, name, state: country, entry: null, rule }
}

const LABELS: ReadonlyMap<string, string> = new Map([...STATE_BODIES.values()].map(({ key, label }) => [key, label]))

function capitalised(words: string): string {
  return words.replace(/(?:^| )\p{L}/gu, (start) => start.toUpperCase())
}

/** A person stands for the body that he or she speaks for or leads, else for himself or herself. */
function ofPerson(claimant: Claimant, folded: string, context: IdentifyContext): Identity {
  const role = claimant.role ?? ''
  const isSaidTwice = claimant.affiliation !== null && role.includes(claimant.affiliation)
  const phrase = foldClaimant(isSaidTwice ? role : [role, claimant.affiliation ?? ''].join(' '))
  const speaks = SPEAKS_FOR.test(role)
  if (speaks || LEADS.test(role)) {
    const affiliation = foldClaimant(claimant.affiliation ?? '')
    const entry =
      context.registry.find(affiliation) ??
      context.registry.findAtEdge(phrase) ??
      context.registry.findAtEdge(affiliation)
    if (entry !== null && entry.kind !== 'outlet') return ofEntry(entry, 'origin/speaks-for')
    const seat = speaks ? seatIn(phrase) : null
    if (seat !== null) return { ...seat, rule: 'origin/speaks-for' }
  }
  const commanded = COMMANDS.exec(foldClaimant(role))?.[1]
  const forces = commanded === undefined ? null : byStateBody(commanded, claimant.name, context)
  if (forces?.kind === 'state') return { ...forces, rule: 'origin/speaks-for' }
  const isPoliceChief = POLICE_CHIEF.test(role)
  if (speaks || isPoliceChief || MINISTER.test(role)) {
    const bare = (isPoliceChief ? phrase.replace(POLICE_OFFICES, ' ') : phrase)
      .replace(SPEAKS_FOR, ' ')
      .replace(/\b(?:deputy|vice|former|ex)\b/gu, ' $& ')
      .replace(/ +/gu, ' ')
      .trim()
    const isFormer = /\b(?:former|ex|deputy|vice)\b/u.test(bare)
    const state = isFormer || bare === '' ? null : byStateBody(bare, claimant.name, context)
    if (state !== null && state.kind === 'state') return { ...state, rule: 'origin/speaks-for' }
  }
  return { ...plain('person', folded, claimant.name), state: nationIn(phrase), rule: 'origin/same-person' }
}

function seatIn(phrase: string): Identity | null {
  for (const word of phrase.split(' ')) {
    const found = SEAT_BODIES.get(word)
    if (found !== undefined) return ofState(found[0], found[1], '', 'origin/seat')
  }
  return null
}

function ofOffice(claimant: Claimant, folded: string): Identity {
  const head = folded.split(' ').at(-1) ?? folded
  const sole = SOLE_OFFICES.has(head) ? head : folded
  return {
    ...plain('office', sole, claimant.name),
    state: nationIn(folded),
    rule: SOLE_OFFICES.has(head) ? 'origin/sole-office' : 'origin/unnamed',
  }
}

function ofText(claimant: Claimant, rule: string, state: string | null): Identity {
  return { kind: 'text', key: '', name: claimant.name, state, entry: null, rule }
}

function plain(kind: Identity['kind'], key: string, name: string): Omit<Identity, 'rule'> {
  return { kind, key, name: name.replace(/^the\s/iu, ''), state: null, entry: null }
}

/** The only state that a folded phrase names, or null. */
function nationIn(folded: string): string | null {
  const words = folded.split(' ')
  const codes = new Set(
    words.flatMap((word, i) => NATION_WORDS.get(`${word} ${words[i + 1] ?? ''}`) ?? NATION_WORDS.get(word) ?? []),
  )
  const [only] = codes
  return codes.size === 1 ? (only ?? null) : null
}
