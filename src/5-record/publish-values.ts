import type { IncidentFigure, RecordChange } from '../model/incident.ts'
import type { Position, RecordClaim } from '../model/record.ts'
import { CONTESTED } from './contest-status.ts'
import { groupKey } from './group-covers.ts'
import type { FigureRow } from './measure-table.ts'
import type { FigureEntry } from './settle-document.ts'
import type { FigureFold } from './settle-figures.ts'

/** A person's act, when that and no claim is what changes values. */
export interface PersonalCause {
  readonly cause: string
  readonly by: string
  readonly reason: string
}

interface Published {
  readonly value: string
  readonly claim: string | null
  readonly rule: string
}

/** The figures as they were published last, and the numbers that stand in copies of what is known already and change nothing. */
export class ValueFold {
  #values: ReadonlyMap<string, Published> = new Map()
  readonly #said = new Set<string>()

  has(entry: RecordClaim): boolean {
    return this.#said.has(sayingOf(entry))
  }

  note(counted: readonly FigureEntry[]): void {
    for (const { entry } of counted) this.#said.add(sayingOf(entry))
  }

  /**
   * The values that changed, each with what caused it.
   *
   * @param news figures that came in since the last time, or the decision that was taken
   * @param said what somebody said about who did it, which came in with them
   */
  publish(
    at: string,
    rows: readonly FigureRow[],
    news: readonly FigureEntry[] | PersonalCause,
    figures: FigureFold,
    said?: Position,
  ): RecordChange[] {
    const values = new Map(rows.flatMap((row, i) => publishedValues(row, isToll(rows, i))))
    const before = this.#values
    this.#values = values
    return [...new Set([...before.keys(), ...values.keys()])].flatMap((field) => {
      const old = before.get(field)?.value ?? null
      const value = values.get(field) ?? null
      if (old === (value?.value ?? null)) return []
      const change = { at, field, before: old, after: value?.value ?? null }
      if ('cause' in news) return [{ ...change, ...news }]
      const cause = findCause(value, field, news)
      if (cause === null && said !== undefined)
        return [{ ...change, cause: said.claimId, by: CONTESTED, reason: `${said.claimant}: "${said.quote}"` }]
      return [
        {
          ...change,
          cause: cause?.entry.claim.id ?? null,
          by: value?.rule ?? 'record/no-claim-left',
          reason: cause === null ? 'no claim gives it any longer' : explain(cause, figures),
        },
      ]
    })
  }
}

/** A number as its claimant says it. */
function sayingOf({ claimant, claim: { figure } }: RecordClaim): string {
  if (figure === null) return claimant
  const { measure, low, high, vague, scope, who } = figure
  return `${measure} ${low} ${high} ${vague} ${scope} ${who.join()} ${claimant}`
}

function isToll(rows: readonly FigureRow[], at: number): boolean {
  const { measure, scope } = rows[at]?.figure ?? {}
  return scope === 'incident' && rows[at - 1]?.figure.measure !== measure
}

function publishedValues({ figure, choice, isContested }: FigureRow, toll: boolean): (readonly [string, Published])[] {
  const path = figurePath(figure, toll)
  const values: (readonly [string, Published])[] = []
  const publish = (name: string, value: number | null, claim: string | null, rule: string): void => {
    if (value !== null) values.push([`${path} ${name}`, { value: String(value), claim, rule }])
  }
  publish('low', figure.low, figure.lowClaim, isContested ? CONTESTED : 'record/smallest-lower-bound')
  if (figure.high === null && figure.highClaim !== null)
    values.push([`${path} high`, { value: 'open', claim: figure.highClaim, rule: 'record/open-above' }])
  publish('high', figure.high, figure.highClaim, 'record/largest-upper-bound')
  publish('best', figure.best, figure.bestClaim, choice.rule)
  return values
}

/** "killed people", "killed children (part)": the toll goes by people, whomever its claimants count. */
export function figurePath({ measure, who, scope }: IncidentFigure, toll: boolean): string {
  if (toll) return `${measure} people`
  return `${measure} ${groupKey(who)}${scope === 'subset' ? ' (part)' : ''}`
}

/** The claim that gives the new value, when it is new; else the first new one of the measure. */
function findCause(value: Published | null, field: string, news: readonly FigureEntry[]): FigureEntry | null {
  const giving = value === null ? undefined : news.find(({ entry }) => entry.claim.id === value.claim)
  return giving ?? news.find(({ figure }) => field.startsWith(`${figure.measure} `)) ?? null
}

function explain(cause: FigureEntry, figures: FigureFold): string {
  const { entry, figure } = cause
  const said = `${entry.claimant}: "${figure.asWritten}"${entry.saidAt === null ? '' : `, ${entry.saidAt.slice(0, 10)}`}`
  const old = figures.firstSupersededBy(cause)?.entry.claim.figure?.asWritten
  return old === undefined ? said : `${said}; supersedes "${old}"`
}
