import type { Grade, RecordChange } from '../model/incident.ts'
import type { Position, RecordClaim, SettledClaim } from '../model/record.ts'
import { findAttesting, type Voice, VoiceFold, withoutDeniers } from './count-voices.ts'
import { type GivenGrade, gradeIncident } from './grade-incident.ts'
import type { FigureRow } from './measure-table.ts'
import { compareText } from './order-entries.ts'
import type { PersonalCause } from './publish-values.ts'

/** The grade as claims and positions come in. */
export class GradeFold {
  /** By when they came in. */
  readonly #positions: readonly Position[]
  /** What they say of sides, each once: who says the same again changes no grade. */
  readonly #sayings = new Set<string>()
  readonly #voices = new VoiceFold()
  #known = 0
  #grade: GivenGrade | null = null
  /** Claims that brought a new voice since the grade was published. */
  #newVoices: RecordClaim[] = []
  #wasHarmClaimed = false
  #isHarmClaimed = false

  constructor(positions: readonly Position[]) {
    this.#positions = [...positions].sort((a, b) => compareText(a.receivedAt, b.receivedAt))
  }

  /** Goes on from what was published before the claims were gone through again. */
  inherit({ value }: GivenGrade, wasHarmClaimed: boolean): void {
    this.#grade = { value, rules: [] }
    this.#wasHarmClaimed = wasHarmClaimed
  }

  get wasHarmClaimed(): boolean {
    return this.#wasHarmClaimed
  }

  add(document: readonly RecordClaim[], aside: readonly SettledClaim[]): void {
    this.#newVoices.push(...this.#voices.add(document, aside))
  }

  /** Those that attest the harm, by what is said of it so far. */
  voices(): Voice[] {
    return withoutDeniers(this.#voices.voices(), this.#positions.slice(0, this.#known))
  }

  /** The grade by all that came in. */
  grade(): GivenGrade {
    return gradeIncident({
      voices: this.voices(),
      positions: this.#positions.slice(0, this.#known),
      wasHarmClaimed: this.#wasHarmClaimed,
      isHarmClaimed: this.#isHarmClaimed,
    })
  }

  /** The change of the grade, when there is one. */
  publish(at: string, news: readonly RecordClaim[] | PersonalCause, rows: readonly FigureRow[]): RecordChange[] {
    const known = this.#known
    const isNewlySaid = this.#learn(at)
    const newVoice = findAttesting(this.#newVoices, this.#positions.slice(0, this.#known))?.claim.id ?? null
    const isHarmClaimed = claimsHarm(rows)
    const before: Grade | null = this.#grade?.value ?? null
    // Once two independent voices are there, more of them give no other grade.
    const isSettled = !isNewlySaid && isHarmClaimed === this.#isHarmClaimed
    const mayChange = 'cause' in news || before === null || !isSettled || (newVoice !== null && before === 'weak')
    this.#newVoices = []
    this.#isHarmClaimed = isHarmClaimed
    this.#wasHarmClaimed ||= isHarmClaimed
    if (!mayChange) return []
    this.#grade = this.grade()
    const { value, rules } = this.#grade
    if (before === value) return []
    if ('cause' in news) return [{ at, field: 'grade', before, after: value, ...news }]
    const said = this.#positions.slice(known, this.#known).findLast(({ receivedAt }) => receivedAt === at)
    const isByPosition = value === 'confirmed' || value === 'contested'
    const cause = (isByPosition ? said?.claimId : newVoice) ?? news[0]?.claim.id ?? null
    const by = rules[0]?.split(':')[0] ?? 'record/grade'
    return [{ at, field: 'grade', before, after: value, cause, by, reason: rules.join('; ') }]
  }

  /** Takes in what was said until then. @returns whether any of it was not said before */
  #learn(at: string): boolean {
    const before = this.#sayings.size
    for (; (this.#positions[this.#known]?.receivedAt ?? '~') <= at; this.#known += 1) {
      const position = this.#positions[this.#known]
      if (position !== undefined) this.#sayings.add(sayingOf(position))
    }
    return this.#sayings.size > before
  }
}

/** What a position says of sides, whoever says it. */
function sayingOf({ kind, party, claimant, blamed }: Position): string {
  return `${kind} ${blamed ?? ''} by ${party ?? (kind === 'accepts' ? claimant : '')}`
}

/** Whether a current figure counts people who were harmed and are not combatants alone. */
function claimsHarm(rows: readonly FigureRow[]): boolean {
  return rows.some(
    ({ figure: { who, low, high } }) => who.some((group) => group !== 'combatants') && !(low === 0 && high === 0),
  )
}
