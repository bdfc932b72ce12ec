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
  const index = indexIdentities(all, claims)
  const joined = new Map<string, { to: Identity; trace: Trace }>()
  for (const one of all) {
    const found =
      surnameOf(one, index) ??
      acronymOf(one, index) ??
      shortFormOf(one, index, areTogether) ??
      branchOf(one, index) ??
      holderOf(one, index, captures.get(idOf(one)) ?? NOWHERE)
    if (found !== null) joined.set(idOf(one), found)
  }
  return joined
}

const NOWHERE: ReadonlySet<string> = new Set()

/** The identities of a matter by what another may be found by: in a matter of many claimants nobody goes through all of them. */
interface IdentityIndex {
  /** Persons with more than one name, by the last. */
  readonly byLastName: Lists<Identity>
  /** Bodies of several words, by their initials. */
  readonly byInitials: Lists<Identity>
  /** Bodies of every kind by each word of their keys and names, with all their words. */
  readonly byWord: Lists<{ readonly identity: Identity; readonly words: ReadonlySet<string> }>
  /** Bodies of states by state and kind ("UA:police:"). */
  readonly byKind: Lists<Identity>
  /** Claims of persons by each word of the office that they hold. */
  readonly byOffice: Lists<NamedClaim>
}

type Lists<T> = ReadonlyMap<string, readonly T[]>

function indexIdentities(all: readonly Identity[], claims: readonly NamedClaim[]): IdentityIndex {
  const byLastName = new Map<string, Identity[]>()
  const byInitials = new Map<string, Identity[]>()
  const byWord = new Map<string, { identity: Identity; words: ReadonlySet<string> }[]>()
  const byKind = new Map<string, Identity[]>()
  const byOffice = new Map<string, NamedClaim[]>()
  for (const identity of all) {
    const { kind, key, name } = identity
    if (kind === 'person' && key.includes(' ')) put(byLastName, key.slice(key.lastIndexOf(' ') + 1), identity)
    if (kind === 'body' && key.includes(' ')) put(byInitials, initialsOf(key), identity)
    if (kind === 'state') put(byKind, kindOf(key), identity)
    if (!BODIES.has(kind)) continue
    const words = new Set(`${key} ${foldClaimant(name)}`.split(' '))
    for (const word of words) put(byWord, word, { identity, words })
  }
  for (const claim of claims) {
    if (claim.identity.kind !== 'person' || claim.role === null) continue
    for (const word of officesOf(claim.role)) put(byOffice, word, claim)
  }
  return { byLastName, byInitials, byWord, byKind, byOffice }
}

function put<T>(lists: Map<string, T[]>, key: string, one: T): void {
  const known = lists.get(key)
  if (known === undefined) lists.set(key, [one])
  else known.push(one)
}

/** "UA:police:" of "UA:police:kharkiv". */
function kindOf(key: string): string {
  return key.slice(0, key.indexOf(':', key.indexOf(':') + 1) + 1)
}

type Found = { readonly to: Identity; readonly trace: Trace } | null

function only(candidates: readonly Identity[], rule: string, quote: string, why: (name: string) => string): Found {
  const distinct = new Map(candidates.map((one) => [idOf(one), one]))
  const [to] = distinct.values()
  return to === undefined || distinct.size > 1 ? null : { to, trace: { rule, quote, reason: why(to.name) } }
}

function surnameOf(one: Identity, { byLastName }: IdentityIndex): Found {
  if (one.kind !== 'person' || one.key.includes(' ')) return null
  const full = byLastName.get(one.key) ?? []
  return only(full, 'origin/surname', one.name, (name) => `the only full name of the matter that ends so is ${name}`)
}

function acronymOf(one: Identity, { byInitials }: IdentityIndex): Found {
  if (one.kind !== 'body' || !/^\p{Lu}{2,7}$/u.test(one.name)) return null
  return only(byInitials.get(one.key) ?? [], 'origin/acronym', one.name, (name) => `initials of ${name}`)
}

function initialsOf(key: string): string {
  const words = key.split(' ').filter((word) => !/^(?:of|the|for|and|in|on|de|des|du|la|le)$/u.test(word))
  return words.map((word) => word.charAt(0)).join('')
}

/** "the Observatory", "Lowland Observatory": every word of it stands in the name of one other body; for a body of a state, of one in the same document. */
function shortFormOf(
  one: Identity,
  { byWord }: IdentityIndex,
  areTogether: (a: Identity, b: Identity) => boolean,
): Found {
  if (one.kind !== 'body' || one.key.startsWith('?')) return null
  const words = foldClaimant(one.name).split(' ')
  const isBare = one.key.includes(':')
  // Whoever has all the words stands under the rarest of them.
  const [holding = []] = words.map((word) => byWord.get(word) ?? []).sort((a, b) => a.length - b.length)
  const longer = holding.flatMap(({ identity: other, words: theirs }) => {
    if (other.key === one.key || theirs.size <= words.length || !words.every((word) => theirs.has(word))) return []
    return (isBare || other.kind === 'state') && !areTogether(one, other) ? [] : [other]
  })
  return only(longer, 'origin/short-form', one.name, (name) => `short for the only body with these words, ${name}`)
}

const BODIES: ReadonlySet<Identity['kind']> = new Set(['body', 'state', 'organisation', 'outlet'])

/** "police" to the only police of that state that the matter names more closely. */
function branchOf(one: Identity, { byKind }: IdentityIndex): Found {
  if (one.kind !== 'state' || !one.key.endsWith(':')) return null
  if (!/:(?:police|emergency-service|health-ministry|prosecutors):$/u.test(one.key)) return null
  const closer = (byKind.get(kindOf(one.key)) ?? []).filter(({ key }) => key !== one.key && key.startsWith(one.key))
  return only(
    closer,
    'origin/branch',
    one.name,
    (name) => `the only such body that the matter names more closely is ${name}`,
  )
}

/** An office to the person who holds it by the texts of the matter, in its own document first. */
function holderOf(one: Identity, { byOffice }: IdentityIndex, captures: ReadonlySet<string>): Found {
  if (one.kind !== 'office') return null
  const held = byOffice.get(one.key.split(' ').at(-1) ?? one.key) ?? []
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

/** The words of a role that is held now; none of a former or a deputy's one. */
function officesOf(role: string): ReadonlySet<string> {
  const words = new Set(foldClaimant(role).split(' '))
  return words.has('former') || words.has('ex') || words.has('deputy') ? new Set() : words
}
