import type { Trace } from '../../model/trace.ts'
import { foldClaimant } from './fold-claimant.ts'
import type { Identity } from './identify-claimant.ts'

/** An identity of one claim, with what tells two of the same words apart. */
export interface NamedClaim {
  readonly captureId: string
  readonly identity: Identity
  /** Role of a person as written, or null. */
  readonly role: string | null
}

/** Which identities are one inside a matter: the longer for the shorter, with the reason. */
export type Joined = ReadonlyMap<string, { readonly to: Identity; readonly trace: Trace }>

export function idOf({ kind, key }: Identity): string {
  return `${kind}:${key}`
}

/**
 * Joins forms of a name that are one only inside a matter: a surname to the one full name that ends in it, an acronym to the
 * one body whose initials it has, a short form to the one body that holds its words, an office to the one person in it.
 */
export function joinInMatter(claims: readonly NamedClaim[]): Joined {
  const identities = new Map<string, Identity>()
  for (const { identity } of claims) if (!identities.has(idOf(identity))) identities.set(idOf(identity), identity)
  const all = [...identities.values()].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
  const captures = new Map<string, Set<string>>()
  for (const { captureId, identity } of claims) {
    const known = captures.get(idOf(identity))
    if (known === undefined) captures.set(idOf(identity), new Set([captureId]))
    else known.add(captureId)
  }
  const areTogether = (a: Identity, b: Identity): boolean => {
    const others = captures.get(idOf(b))
    return [...(captures.get(idOf(a)) ?? [])].some((capture) => others?.has(capture) === true)
  }
  const joined = new Map<string, { to: Identity; trace: Trace }>()
  for (const one of all) {
    const found =
      surnameOf(one, all) ??
      acronymOf(one, all) ??
      shortFormOf(one, all, areTogether) ??
      branchOf(one, all) ??
      holderOf(one, claims)
    if (found !== null) joined.set(idOf(one), found)
  }
  return joined
}

type Found = { readonly to: Identity; readonly trace: Trace } | null

function only(candidates: readonly Identity[], rule: string, quote: string, why: (name: string) => string): Found {
  const distinct = new Map(candidates.map((one) => [idOf(one), one]))
  const [to] = distinct.values()
  return to === undefined || distinct.size > 1 ? null : { to, trace: { rule, quote, reason: why(to.name) } }
}

function surnameOf(one: Identity, all: readonly Identity[]): Found {
  if (one.kind !== 'person' || one.key.includes(' ')) return null
  const full = all.filter(({ kind, key }) => kind === 'person' && key.endsWith(` ${one.key}`))
  return only(full, 'origin/surname', one.name, (name) => `the only full name of the matter that ends so is ${name}`)
}

function acronymOf(one: Identity, all: readonly Identity[]): Found {
  if (one.kind !== 'body' || !/^\p{Lu}{2,7}$/u.test(one.name)) return null
  const spelled = all.filter(({ kind, key }) => kind === 'body' && key.includes(' ') && initialsOf(key) === one.key)
  return only(spelled, 'origin/acronym', one.name, (name) => `initials of ${name}`)
}

function initialsOf(key: string): string {
  const words = key.split(' ').filter((word) => !/^(?:of|the|for|and|in|on|de|des|du|la|le)$/u.test(word))
  return words.map((word) => word.charAt(0)).join('')
}

/** "the Observatory", "Lowland Observatory": every word of it stands in the name of one other body; for a body of a state, of one in the same document. */
function shortFormOf(
  one: Identity,
  all: readonly Identity[],
  areTogether: (a: Identity, b: Identity) => boolean,
): Found {
  if (one.kind !== 'body' || one.key.startsWith('?')) return null
  const words = foldClaimant(one.name).split(' ')
  const isBare = one.key.includes(':')
  const longer = all.filter((other) => {
    if (!BODIES.has(other.kind) || other.key === one.key) return false
    if ((isBare || other.kind === 'state') && !areTogether(one, other)) return false
    const theirs = new Set(`${other.key} ${foldClaimant(other.name)}`.split(' '))
    return theirs.size > words.length && words.every((word) => theirs.has(word))
  })
  return only(longer, 'origin/short-form', one.name, (name) => `short for the only body with these words, ${name}`)
}

const BODIES: ReadonlySet<Identity['kind']> = new Set(['body', 'state', 'organisation', 'outlet'])

/** "police" to the only police of that state that the matter names more closely. */
function branchOf(one: Identity, all: readonly Identity[]): Found {
  if (one.kind !== 'state' || !one.key.endsWith(':')) return null
  if (!/:(?:police|emergency-service|health-ministry|prosecutors):$/u.test(one.key)) return null
  const closer = all.filter(({ kind, key }) => kind === 'state' && key !== one.key && key.startsWith(one.key))
  return only(
    closer,
    'origin/branch',
    one.name,
    (name) => `the only such body that the matter names more closely is ${name}`,
  )
}

/** An office to the person who holds it by the texts of the matter, in its own document first. */
function holderOf(one: Identity, claims: readonly NamedClaim[]): Found {
  if (one.kind !== 'office') return null
  const head = one.key.split(' ').at(-1) ?? one.key
  const held = claims.filter(({ identity, role }) => identity.kind === 'person' && role !== null && holds(role, head))
  const captures = new Set(
    claims.filter(({ identity }) => idOf(identity) === idOf(one)).map(({ captureId }) => captureId),
  )
  const beside = held.filter(({ captureId }) => captures.has(captureId))
  const isSole = one.rule === 'origin/sole-office'
  const holders = (beside.length > 0 ? beside : isSole ? held : []).map(({ identity }) => identity)
  const full = holders.filter(({ key }) => key.includes(' '))
  return only(
    full.length > 0 ? full : holders,
    'origin/office-holder',
    one.name,
    (name) => `${name} is the only one of the matter in this office`,
  )
}

function holds(role: string, head: string): boolean {
  const words = foldClaimant(role).split(' ')
  if (words.some((word) => word === 'former' || word === 'ex' || word === 'deputy')) return false
  return words.includes(head)
}
