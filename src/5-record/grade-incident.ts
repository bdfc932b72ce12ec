import type { Grade, IncidentFigure } from '../model/incident.ts'
import type { Admiralty, Position, RecordClaim, Reliability } from '../model/record.ts'
import { countIndependent, type Voice } from './count-voices.ts'

/** What a grade is given by. */
export interface GradeFacts {
  /** Those that attest the harm (`withoutDeniers`). */
  readonly voices: readonly Voice[]
  readonly positions: readonly Position[]
  /** Whether some claim ever counted civilians or people among the harmed. */
  readonly wasHarmClaimed: boolean
  /** Whether a current figure still does. */
  readonly isHarmClaimed: boolean
}

export interface GivenGrade {
  readonly value: Grade
  /** Rule ids, each with what it found after a colon. */
  readonly rules: readonly string[]
}

/**
 * Grades how well an incident is attested (codebook, "Grade"; Airwars), with the rules that gave the grade.
 *
 * `confirmed` only when a party accepts responsibility; `contested` when responsibility is claimed by several or laid on
 * several; `discounted` when harm was claimed and no current account claims it; `fair` with two or more independent
 * voices; else `weak`. A denial alone contests nothing and is listed: only a competing account contests. The account of a
 * side that denies and counts nobody attests nothing either.
 */
export function gradeIncident(facts: GradeFacts): GivenGrade {
  const { voices, positions, wasHarmClaimed, isHarmClaimed } = facts
  const notes = unique(
    positions.filter(({ kind }) => kind === 'denies').map(({ claimant }) => `grade/denied-by: ${claimant}`),
  )
  const accepting = unique(positions.filter(({ kind }) => kind === 'accepts').map(sideOf))
  const blamed = blamedSides(positions)
  if (accepting.length > 1)
    return { value: 'contested', rules: [`grade/several-accept: ${accepting.join(', ')}`, ...notes] }
  if (accepting.length === 1)
    return { value: 'confirmed', rules: [`grade/responsibility-accepted: ${accepting[0] ?? ''}`, ...notes] }
  if (wasHarmClaimed && !isHarmClaimed) return { value: 'discounted', rules: ['grade/harm-withdrawn', ...notes] }
  if (blamed.length > 1)
    return { value: 'contested', rules: [`grade/competing-claims-of-responsibility: ${blamed.join(', ')}`, ...notes] }
  const independent = countIndependent(voices)
  if (independent >= 2) return { value: 'fair', rules: [`grade/independent-origins: ${independent}`, ...notes] }
  return { value: 'weak', rules: [weakness(voices), ...notes] }
}

function weakness(voices: readonly Voice[]): string {
  if (voices.length === 0) return 'grade/nobody-stands-by-it'
  if (voices.length > 1) return `grade/one-text: ${voices.length} origins`
  const [only] = voices
  return only?.party === null ? 'grade/one-origin' : `grade/one-party-only: ${only?.party ?? ''}`
}

/**
 * The sides that the deed is laid on. Whoever is blamed and blames somebody else in turn makes two, even where it is not
 * known which side the second is.
 */
function blamedSides(positions: readonly Position[]): string[] {
  const blames = positions.filter(({ kind }) => kind === 'blames')
  const sides = unique(blames.flatMap(({ blamed }) => (blamed === null ? [] : [blamed])))
  if (sides.length !== 1) return sides
  const turned = blames.find(({ party, blamed }) => party !== null && party === sides[0] && blamed !== party)
  return turned === undefined ? sides : [...sides, `another, by ${turned.claimant}`]
}

function sideOf({ party, claimant }: Position): string {
  return party ?? claimant
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].sort()
}

const LETTERS: readonly Reliability[] = ['A', 'B', 'C', 'D', 'E', 'F']

/**
 * The Admiralty axes (research/field.md, 4.9), apart from each other and from the grade.
 *
 * Credibility 1 takes two or more independent origins whose counts agree; 2 takes two; 3 is one origin that is no party;
 * 4 one party alone, or competing accounts; 5 harm that was withdrawn; 6 when nobody stands by anything.
 *
 * @param toll the figure that the origins are compared by: the first row, or null when nothing is counted
 */
export function rateAdmiralty(
  entries: readonly RecordClaim[],
  voices: readonly Voice[],
  grade: GivenGrade,
  toll: Pick<IncidentFigure, 'low' | 'high'> | null,
): Admiralty {
  const independent = countIndependent(voices)
  const agrees = toll !== null && toll.low !== null && toll.low === toll.high
  const best = entries.reduce((found, one) => Math.min(found, LETTERS.indexOf(one.reliability ?? 'F')), 5)
  const reliability = LETTERS[best] ?? 'F'
  const rate = (credibility: Admiralty['credibility'], rule: string): Admiralty => ({
    reliability,
    credibility,
    rules: [`admiralty/${rule}`],
  })
  if (voices.length === 0) return rate(6, 'nothing-to-judge')
  if (grade.value === 'discounted') return rate(5, 'withdrawn')
  if (grade.value === 'contested') return rate(4, 'competing-accounts')
  if (independent >= 2) return agrees ? rate(1, `origins-agree: ${independent}`) : rate(2, `origins: ${independent}`)
  return voices.some(({ party }) => party === null) ? rate(3, 'one-origin') : rate(4, 'one-party-only')
}
