import type { Standing } from './account-table.ts'
import { LiveHeap } from './live-heap.ts'
import { compareText } from './order-entries.ts'

/** Numbers that so many independent voices give are corroborated. */
const CORROBORATED = 2
/** Numbers that are not yet corroborated by a third of the best attested one's origins do not replace it. */
const ENOUGH_SUPPORT = 1 / 3
const DAY_MS = 86_400_000

/** A number that is chosen for its support. */
export interface SupportedNumber {
  readonly value: number
  /** The claim that gave it last. */
  readonly claim: string
  readonly isCorroborated: boolean
}

/**
 * Which numbers independent voices corroborate, as accounts come and go. What comes and goes costs the logarithm of the
 * accounts, and so does a choice, but for corroborated numbers of little support that are newer than the chosen one.
 */
export class SupportTally {
  readonly #numbers = new Map<number, NumberTally>()
  /** Numbers of several voices, the last corroborated first; and the most voices first. */
  readonly #corroborated = new LiveHeap<Support>(compareSupport, isOutdated)
  readonly #most = new LiveHeap<Support>((a, b) => b.voices - a.voices, isOutdated)
  /** Numbers of one voice, the latest first. */
  readonly #single = new LiveHeap<Support>(compareSupport, isOutdated)

  get isEmpty(): boolean {
    return this.#numbers.size === 0
  }

  add(value: number, standing: Standing): void {
    let number = this.#numbers.get(value)
    if (number === undefined) {
      number = new NumberTally(value)
      this.#numbers.set(value, number)
    }
    number.add(standing)
    this.#sort(number)
  }

  /** @param standing one that was added and has gone */
  remove(value: number, standing: Standing): void {
    const number = this.#numbers.get(value)
    if (number === undefined) return
    number.remove(standing)
    if (number.support === null) this.#numbers.delete(value)
    this.#sort(number)
  }

  /** The number that was corroborated last, else the latest; ties go to more voices, then to the lower number. Null when there is none. */
  choose(): SupportedNumber | null {
    const enough = (this.#most.first()?.voices ?? 0) * ENOUGH_SUPPORT
    const confirmed = this.#corroborated.firstThat(({ voices }) => voices >= enough)
    const chosen = confirmed ?? this.#single.first()
    if (chosen === null) return null
    return { value: chosen.of.value, claim: chosen.of.newestClaim, isCorroborated: confirmed !== null }
  }

  #sort({ support }: NumberTally): void {
    if (support === null) return
    if (support.voices < CORROBORATED) {
      this.#single.add(support)
      return
    }
    this.#corroborated.add(support)
    this.#most.add(support)
  }
}

interface Support {
  readonly of: NumberTally
  /** Independent origins, or sides when all are parties. */
  readonly voices: number
  /** When the number was corroborated: its second voice's day; the latest day it was said when it has one. */
  readonly day: number
}

/** Whether the number has come to something else since. */
function isOutdated(support: Support): boolean {
  return support.of.support !== support
}

function compareSupport(a: Support, b: Support): number {
  return b.day - a.day || b.voices - a.voices || a.of.value - b.of.value
}

/** Who gives one number, and since when. */
class NumberTally {
  readonly value: number
  /** What it has come to; null when nobody gives the number any longer. */
  support: Support | null = null
  readonly #voices = new Map<string, VoiceTally>()
  readonly #sinceByVoice = new LiveHeap<Since>(
    (a, b) => a.day - b.day || compareText(a.voice.name, b.voice.name),
    (since) => since.voice.since !== since,
  )
  readonly #newest = new LiveHeap<Standing>(
    (a, b) => b.saidAt - a.saidAt || compareText(a.entry.claim.id, b.entry.claim.id),
    ({ isGone }) => isGone,
  )

  constructor(value: number) {
    this.value = value
  }

  get newestClaim(): string {
    return this.#newest.first()?.entry.claim.id ?? ''
  }

  add(standing: Standing): void {
    const name = voiceOf(standing)
    const voice = this.#voices.get(name) ?? new VoiceTally(name)
    this.#voices.set(name, voice)
    this.#newest.add(standing)
    voice.add(standing)
    this.#weigh(voice)
  }

  remove(standing: Standing): void {
    const voice = this.#voices.get(voiceOf(standing))
    if (voice === undefined) return
    voice.remove()
    if (voice.isSilent) this.#voices.delete(voice.name)
    this.#weigh(voice)
  }

  #weigh(voice: VoiceTally): void {
    if (voice.renew() && voice.since !== null) this.#sinceByVoice.add(voice.since)
    const newest = this.#newest.first()
    const second = this.#sinceByVoice.second()
    const day = second?.day ?? Math.floor((newest?.saidAt ?? 0) / DAY_MS)
    this.support = newest === null ? null : { of: this, voices: this.#voices.size, day }
  }
}

/** Since when a voice has given a number. */
interface Since {
  readonly voice: VoiceTally
  readonly day: number
}

class VoiceTally {
  readonly name: string
  since: Since | null = null
  #accounts = 0
  readonly #earliest = new LiveHeap<{ readonly standing: Standing; readonly day: number }>(
    (a, b) => a.day - b.day || compareText(a.standing.entry.claim.id, b.standing.entry.claim.id),
    ({ standing }) => standing.isGone,
  )

  constructor(name: string) {
    this.name = name
  }

  get isSilent(): boolean {
    return this.#accounts === 0
  }

  add(standing: Standing): void {
    this.#accounts++
    this.#earliest.add({ standing, day: Math.floor(Date.parse(standing.account.since) / DAY_MS) })
  }

  remove(): void {
    this.#accounts--
  }

  /** @returns whether it is another day than before */
  renew(): boolean {
    const day = this.#earliest.first()?.day ?? null
    if (day === (this.since?.day ?? null)) return false
    this.since = day === null ? null : { voice: this, day }
    return true
  }
}

function voiceOf({ account, entry }: Standing): string {
  return account.party ?? entry.origin ?? account.claimant
}
