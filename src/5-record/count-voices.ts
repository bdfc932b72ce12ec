import type { Figure } from '../model/claim.ts'
import type { RecordClaim, SettledClaim } from '../model/record.ts'
import { compareText } from './order-entries.ts'

/** Somebody independent who attests the incident: an origin, or one side of the conflict however many speak for it. */
export interface Voice {
  readonly name: string
  /** The side, or null. */
  readonly party: string | null
  /** Texts it is known from, copies counted as what they were copied from; at most `MAX_TEXTS`. */
  readonly texts: ReadonlySet<string>
}

/** Voices of an authority that is not told: any named official may be one of them. */
const OFFICIALS = /\b(?:officials?|authorities)\b/iu
/** More texts than this say nothing more about who is independent of whom. */
const MAX_TEXTS = 64

/**
 * The voices that attest an incident with a count or an account of an event that they stand by, as documents come in.
 *
 * Unnamed officials who give only the number of a named claimant are no voice of their own (codebook, "Origin": another
 * primary source). Denials and conditionals attest nothing, and neither do headlines. The outlet itself attests only where its document
 * names no other source, and an outlet that is known as unreliable (Admiralty E) not at all.
 */
export class VoiceFold {
  readonly #voices = new Map<string, { readonly party: string | null; readonly texts: Set<string> }>()
  readonly #sources = new Map<string, string>()
  /** Numbers that somebody with a name has given. */
  readonly #named = new Set<string>()

  /**
   * Takes one document in.
   *
   * @param aside what `settleDocument` set aside of it
   * @returns the first claim that brings a new voice, or a voice in a new text; null when none does
   */
  add(document: readonly RecordClaim[], aside: readonly SettledClaim[]): RecordClaim | null {
    const silent = new Set(aside.filter(isSilent).map(({ entry }) => entry.claim.id))
    const attesting = document.filter((entry) => attests(entry) && !silent.has(entry.claim.id))
    const isSourced = attesting.some((entry) => !isOwnVoice(entry))
    for (const { captureId, copyOf } of document) if (copyOf !== null) this.#sources.set(captureId, copyOf)
    let first: RecordClaim | null = null
    const echoing = this.#findEchoes(attesting)
    for (const entry of attesting) {
      const { figure, attribution } = entry.claim
      const { kind, name } = attribution.claimant
      if (figure !== null && kind !== 'outlet' && kind !== 'unnamed') this.#named.add(numberOf(figure))
      if ((isOwnVoice(entry) && isSourced) || (kind === 'unnamed' && echoing.has(name))) continue
      if (this.#hear(entry)) first ??= entry
    }
    return first
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
      .map(([name, { party, texts }]) => ({ name, party, texts }))
      .sort((a, b) => compareText(a.name, b.name))
  }

  #hear({ party, origin, claimant, captureId }: RecordClaim): boolean {
    const name = party === null ? (origin ?? claimant) : `side ${party}`
    const text = this.#rootOf(captureId)
    const known = this.#voices.get(name)
    if (known === undefined) {
      this.#voices.set(name, { party, texts: new Set([text]) })
      return true
    }
    if (known.texts.has(text) || known.texts.size >= MAX_TEXTS) return false
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
  return claim.kind === 'event' || claim.kind === 'figure'
}

function isOwnVoice({ claim }: RecordClaim): boolean {
  return claim.attribution.claimant.kind === 'outlet'
}
