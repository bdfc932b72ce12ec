import type { Claim, Figure } from '../model/claim.ts'
import type { Position, RecordClaim, SettledClaim } from '../model/record.ts'
import { compareText } from './order-entries.ts'

/** Somebody independent who attests the incident: an origin, or one side of the conflict however many speak for it. */
export interface Voice {
  readonly name: string
  /** The side, or null. */
  readonly party: string | null
  /** Texts it is known from, copies counted as what they were copied from; at most `MAX_TEXTS`. */
  readonly texts: ReadonlySet<string>
  /** Whether it says how many were harmed, more than nobody; else it only tells of the event. */
  readonly countsHarm: boolean
}

/** Voices of an authority that is not told: any named official may be one of them. */
const OFFICIALS = /\b(?:officials?|authorities)\b/iu
/** More texts than this say nothing more about who is independent of whom. */
const MAX_TEXTS = 64

/**
 * The voices that attest an incident with a count, an account of an event or, as witnesses, what they saw, as documents come in.
 *
 * Unnamed officials who give only the number of a named claimant are no voice of their own (codebook, "Origin": another
 * primary source). Denials and conditionals attest nothing, and neither do headlines. The outlet itself attests only where its document
 * names no other source, and an outlet that is known as unreliable (Admiralty E) not at all.
 */
export class VoiceFold {
  readonly #voices = new Map<
    string,
    { readonly party: string | null; readonly texts: Set<string>; countsHarm: boolean }
  >()
  readonly #sources = new Map<string, string>()
  /** Numbers that somebody with a name has given. */
  readonly #named = new Set<string>()

  /**
   * Takes one document in.
   *
   * @param aside what `settleDocument` set aside of it
   * @returns the claims that bring a new voice, a voice in a new text, or the first count of one
   */
  add(document: readonly RecordClaim[], aside: readonly SettledClaim[]): RecordClaim[] {
    const silent = new Set(aside.filter(isSilent).map(({ entry }) => entry.claim.id))
    const attesting = document.filter((entry) => attests(entry) && !silent.has(entry.claim.id))
    const isSourced = attesting.some((entry) => !isOwnVoice(entry))
    for (const { captureId, copyOf } of document) if (copyOf !== null) this.#sources.set(captureId, copyOf)
    const news: RecordClaim[] = []
    const echoing = this.#findEchoes(attesting)
    for (const entry of attesting) {
      const { figure, attribution } = entry.claim
      const { kind, name } = attribution.claimant
      if (figure !== null && kind !== 'outlet' && kind !== 'unnamed') this.#named.add(numberOf(figure))
      if ((isOwnVoice(entry) && isSourced) || (kind === 'unnamed' && echoing.has(name))) continue
      if (this.#hear(entry)) news.push(entry)
    }
    return news
  }

  /** Officials without a name who give only numbers that somebody with a name has given: they are not shown to be another source. */
  #findEchoes(document: readonly RecordClaim[]): ReadonlySet<string> {
    const isKnown = new Map<string, boolean>()
    for (const { claim } of document) {
      const { kind, name } = claim.attribution.claimant
      if (claim.figure === null || kind !== 'unnamed' || !OFFICIALS.test(name)) continue
      isKnown.set(name, (isKnown.get(name) ?? true) && this.#named.has(numberOf(claim.figure)))
    }
    return new Set([...isKnown].flatMap(([name, known]) => (known ? [name] : [])))
  }

  /** In the order of their names. */
  voices(): Voice[] {
    return [...this.#voices]
      .map(([name, { party, texts, countsHarm }]) => ({ name, party, texts, countsHarm }))
      .sort((a, b) => compareText(a.name, b.name))
  }

  #hear(entry: RecordClaim): boolean {
    const { party, origin, claimant, captureId } = entry
    const countsHarm = countsHarmed(entry)
    const name = party === null ? (origin ?? claimant) : `side ${party}`
    const text = this.#rootOf(captureId)
    const known = this.#voices.get(name)
    if (known === undefined) {
      this.#voices.set(name, { party, texts: new Set([text]), countsHarm })
      return true
    }
    const isFirstCount = countsHarm && !known.countsHarm
    known.countsHarm ||= countsHarm
    if (known.texts.has(text) || known.texts.size >= MAX_TEXTS) return isFirstCount
    known.texts.add(text)
    return true
  }

  /** The text a document goes back to, over copies of copies. */
  #rootOf(captureId: string): string {
    const passed = new Set<string>()
    let at = captureId
    for (let from = this.#sources.get(at); from !== undefined && !passed.has(at); from = this.#sources.get(at)) {
      passed.add(at)
      at = from
    }
    // The way from each of them is short the next time, however long the chain of copies grows.
    for (const one of passed) if (one !== at) this.#sources.set(one, at)
    return at
  }
}

/**
 * The voices that attest the harm. A side that denies the deed and counts nobody tells another story of it: its account of
 * the event is no second source for what it denies.
 */
export function withoutDeniers(voices: readonly Voice[], positions: readonly Position[]): Voice[] {
  const denying = sidesThatDeny(positions)
  return voices.filter(({ party, countsHarm }) => countsHarm || party === null || !denying.has(party))
}

function sidesThatDeny(positions: readonly Position[]): ReadonlySet<string> {
  return new Set(positions.flatMap(({ kind, party }) => (kind === 'denies' && party !== null ? [party] : [])))
}

/** The first of the claims that attests the harm; null when only sides that deny it were heard. */
export function findAttesting(claims: readonly RecordClaim[], positions: readonly Position[]): RecordClaim | null {
  const denying = sidesThatDeny(positions)
  return claims.find((entry) => countsHarmed(entry) || entry.party === null || !denying.has(entry.party)) ?? null
}

function countsHarmed({ claim: { figure } }: RecordClaim): boolean {
  return figure !== null && !(figure.low === 0 && figure.high === 0)
}

/**
 * How many voices are independent: another primary source AND another author (codebook, "Origin"). Two people quoted in
 * one text, or in copies of it, are known through one author and count as one.
 */
export function countIndependent(voices: readonly Voice[]): number {
  const used = new Set<string>()
  for (const { texts } of [...voices].sort((a, b) => a.texts.size - b.texts.size || compareText(a.name, b.name))) {
    const free = [...texts].sort(compareText).find((text) => !used.has(text))
    if (free !== undefined) used.add(free)
  }
  return used.size
}

function numberOf({ measure, low, high, vague }: Figure): string {
  return `${measure} ${low} ${high} ${vague}`
}

function isSilent({ state, rule }: SettledClaim): boolean {
  return (
    state === 'not-counted' ||
    state === 'cumulative' ||
    rule === 'record/own-voice-repeat' ||
    rule === 'record/part-of-whole'
  )
}

function attests({ claim, isHeadline, reliability }: RecordClaim): boolean {
  const { stance } = claim.attribution
  if (stance === 'denied' || stance === 'conditional' || reliability === 'E' || isHeadline) return false
  return claim.kind !== 'statement' || isTestimony(claim)
}

/** Those who were there, or who had the wounded under their hands. */
const WITNESSES =
  /\b(?:(?:eye)?witness(?:es)?|survivors?|residents?|villagers?|townspeople|neighbou?rs?|locals|medics?|doctors?|nurses?|surgeons?|paramedics?|rescuers?|firefighters?|relatives?|parents?|families|mourners|patients?|students?|teachers?|shopkeepers?|drivers?|passengers?|worshippers?)$/iu

/** What witnesses say they saw, without a count: "Medics described people choking". */
function isTestimony({ attribution: { claimant, stance } }: Claim): boolean {
  return stance === 'asserted' && claimant.kind !== 'outlet' && WITNESSES.test(claimant.name)
}

function isOwnVoice({ claim }: RecordClaim): boolean {
  return claim.attribution.claimant.kind === 'outlet'
}
