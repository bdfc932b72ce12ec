import type { AcledEvent, Measure } from '../model/claim.ts'
import type { Account, CivilianHarm, Finding, HarmRange, Position } from '../model/record.ts'
import { areCivilians } from './group-covers.ts'
import type { FigureRow } from './measure-table.ts'

/** Rows after the check, and what is contested. */
export interface ContestedRows {
  readonly rows: readonly FigureRow[]
  readonly findings: readonly Finding[]
}

/**
 * Puts the minimum at 0 on both sides where it is contested whether the harmed were civilians (codebook, "Civilian
 * status"; Airwars): one claimant counts them all as combatants and another as civilians, their numbers are compatible and
 * nobody counts both. That the side which did it alone calls them combatants decides nothing.
 *
 * @param perpetrators sides that accept responsibility or are blamed
 */
export function contestStatus(rows: readonly FigureRow[], perpetrators: ReadonlySet<string>): ContestedRows {
  const findings: Finding[] = []
  const contested = rows.map((row) => {
    const { who, measure, scope } = row.figure
    const isCombatants = who.length === 1 && who[0] === 'combatants'
    if (scope !== 'incident' || (!isCombatants && !(who.length === 1 && who[0] === 'civilians'))) return row
    const contest = row.rivals.findContest(isCombatants, perpetrators)
    if (contest === null) return row
    const [combatants, civilians] = contest
    const against = (isCombatants ? civilians : combatants).claims[0]?.claim.id ?? null
    if (findings.every(({ rule, message }) => rule !== CONTESTED || !message.startsWith(measure)))
      findings.push({
        rule: CONTESTED,
        message: `${measure}: combatants by ${combatants.claimant}, civilians by ${civilians.claimant}`,
        claims: contest.flatMap(({ claims }) => claims.map(({ claim }) => claim.id)),
      })
    return {
      figure: { ...row.figure, low: 0, lowClaim: against },
      choice: row.choice,
      rivals: row.rivals,
      isContested: true,
      get accounts() {
        return row.accounts
      },
    }
  })
  return { rows: contested, findings }
}

/** The side that accepts responsibility or is blamed; null when none is. */
export function perpetratorOf({ kind, party, blamed }: Position): string | null {
  return kind === 'accepts' ? party : kind === 'blames' ? blamed : null
}

/** Rule of a minimum that is 0 because civilian status is contested. */
export const CONTESTED = 'record/civilian-status-contested'

/**
 * The Airwars view of one measure: people are civilians unless the text says otherwise; where that is not known, as in a
 * battle, or contested, the minimum is 0.
 *
 * @param all rows after `contestStatus`
 */
export function readCivilianHarm(all: readonly FigureRow[], measure: Measure, event: AcledEvent): CivilianHarm {
  const rows = all.filter(({ figure }) => figure.measure === measure)
  const accounts = [...new Set(rows.flatMap(({ figure, accounts: own }) => (figure.scope === 'incident' ? own : [])))]
  const fighters = accounts.filter(({ who }) => who.join() === 'combatants')
  const named = accounts.filter(({ who }) => areCivilians(who))
  const people = accounts.filter(({ who, claims }) => who.includes('people') && claims.length === 1)
  const isUnknown = named.length === 0 && event === 'Battles'
  const isContested = rows.some(({ figure, accounts: own }) => figure.low === 0 && own.every(({ low }) => low !== 0))
  const presumed = fighters.length > 0 && named.length > 0 ? named : [...named, ...people]
  return {
    measure,
    civilians: rangeOf(presumed, isUnknown || isContested),
    combatants: rangeOf(fighters, isContested),
  }
}

function rangeOf(accounts: readonly Account[], isOpenBelow: boolean): HarmRange {
  if (accounts.length === 0) return { min: null, max: null }
  const lows = accounts.flatMap(({ low }) => (low === null ? [] : [low]))
  const highs = accounts.flatMap(({ high }) => (high === null ? [] : [high]))
  const min = isOpenBelow || lows.length === 0 ? 0 : lows.reduce((a, b) => Math.min(a, b))
  const largest = highs.length === 0 ? null : highs.reduce((a, b) => Math.max(a, b))
  const isOpen = accounts.some(({ low, high }) => high === null && low !== null && low > (largest ?? -1))
  return { min, max: isOpen ? null : largest }
}
