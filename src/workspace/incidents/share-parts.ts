import type { Claim } from '../../model/claim.ts'
import type { ReadDocument } from '../../model/incident.ts'

/**
 * Holds equal parts of readings once: most documents of a large incident are copies of few texts, and say the same of the same
 * place, by the same claimant, found by the same rules. What is given back says what was given.
 */
export class SharedParts {
  readonly #parts = new Map<string, unknown>()

  share(document: ReadDocument): ReadDocument {
    const { reading } = document
    return { ...document, reading: { ...reading, claims: reading.claims.map((claim) => this.#shareClaim(claim)) } }
  }

  #shareClaim(claim: Claim): Claim {
    const { attribution, place, when, producer, trace } = claim
    return {
      ...claim,
      attribution: this.#once(attribution),
      place: this.#once(place),
      when: this.#once(when),
      producer: this.#once(producer),
      trace: this.#once(trace),
    }
  }

  #once<T>(part: T): T {
    if (part === null) return part
    const key = JSON.stringify(part)
    const known = this.#parts.get(key)
    if (known !== undefined) return known as T
    this.#parts.set(key, part)
    return part
  }
}
