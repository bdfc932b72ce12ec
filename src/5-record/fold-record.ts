import type { Decision, IncidentAnchor } from '../model/decision.ts'
import type { Grade, IncidentStatus, Policy, RecordChange } from '../model/incident.ts'
import type { Finding, Position, RecordClaim, SettledClaim } from '../model/record.ts'
import { FigureTable, type MeasureState } from './build-figures.ts'
import { contestStatus, perpetratorOf } from './contest-status.ts'
import type { Voice } from './count-voices.ts'
import { applyToClaims } from './decisions/apply-to-claims.ts'
import { findActive, orderDecisions } from './decisions/find-active.ts'
import { type IncidentSettings, readSettings } from './decisions/read-settings.ts'
import type { GivenGrade } from './grade-incident.ts'
import type { FigureRow } from './measure-table.ts'
import { compareText } from './order-entries.ts'
import { GradeFold } from './publish-grade.ts'
import { type PersonalCause, ValueFold } from './publish-values.ts'
import type { FigureEntry } from './settle-document.ts'
import { FigureFold, groupByCapture } from './settle-figures.ts'

/** What a record is folded from. */
export interface FoldSources {
  /** Claims of every kind, as they were read. */
  readonly entries: readonly RecordClaim[]
  /** What claims, as they were decided, say about who did it (`findPositions`). */
  readonly positionsOf: (entries: readonly RecordClaim[]) => readonly Position[]
  readonly policy: Policy
  /** Those about these claims and this incident, in any order. */
  readonly decisions: readonly Decision[]
  /** Whether an incident that was decided about is this one. */
  readonly isOurs: (incident: IncidentAnchor) => boolean
}

/** The record of one incident's figures and grade after all that is known, and how it came to be. */
export interface FoldedRecord {
  readonly rows: readonly FigureRow[]
  readonly states: readonly MeasureState[]
  /** Where it is contested whether the harmed were civilians. */
  readonly findings: readonly Finding[]
  /** The machine's; what a person set stands in `settings`. */
  readonly grade: GivenGrade
  readonly settings: IncidentSettings
  readonly positions: readonly Position[]
  readonly voices: readonly Voice[]
  /** Every figure claim and what became of it. */
  readonly claims: readonly SettledClaim[]
  readonly history: readonly RecordChange[]
}

/**
 * Folds claims and decisions in the order in which they could be known, claims by capture time, and notes every change of
 * a published value with the claim or decision that caused it. The order of input never matters, and the history up to a
 * date is the history of what was captured and decided until then.
 */
export function foldRecord(sources: FoldSources): FoldedRecord {
  const fold = new RecordFold(sources)
  for (const step of stepsOf(sources)) {
    if ('decision' in step) fold.decide(step.decision)
    else fold.capture(step.at, step.documents)
  }
  return fold.result()
}

type Step =
  | { readonly at: string; readonly documents: readonly (readonly RecordClaim[])[] }
  | { readonly at: string; readonly decision: Decision }

/** What became known and what was decided, by time; of one moment the captures first. */
function stepsOf({ entries, decisions }: FoldSources): Step[] {
  const steps: { at: string; documents: (readonly RecordClaim[])[] }[] = []
  for (const document of groupByCapture(entries)) {
    const at = document[0]?.receivedAt ?? ''
    const last = steps.at(-1)
    if (last?.at === at) last.documents.push(document)
    else steps.push({ at, documents: [document] })
  }
  const decided = orderDecisions(decisions).map((decision) => ({ at: decision.at, decision }))
  return [...steps, ...decided].sort(
    (a, b) => compareText(a.at, b.at) || Number('decision' in a) - Number('decision' in b),
  )
}

function inOrder(positions: readonly Position[]): Position[] {
  return [...positions].sort((a, b) => compareText(a.receivedAt, b.receivedAt) || compareText(a.claimId, b.claimId))
}

class RecordFold {
  readonly #sources: FoldSources
  readonly #history: RecordChange[] = []
  readonly #documents: (readonly RecordClaim[])[] = []
  readonly #decisions: Decision[] = []
  #active: readonly Decision[] = []
  /** By when they came in. */
  #positions: readonly Position[]
  /** How many of them are known. */
  #known = 0
  /** Sides that accept responsibility or are blamed. */
  #perpetrators = new Set<string>()
  #figures = new FigureFold()
  #table: FigureTable
  #grades: GradeFold
  #values = new ValueFold()
  #rows: readonly FigureRow[] = []
  #findings: readonly Finding[] = []
  #rejected: SettledClaim[] = []
  #settings: IncidentSettings = { grade: null, status: null, notes: [] }

  constructor(sources: FoldSources) {
    this.#sources = sources
    this.#table = new FigureTable(sources.policy)
    this.#positions = inOrder(sources.positionsOf(sources.entries))
    this.#grades = new GradeFold(this.#positions)
  }

  capture(at: string, documents: readonly (readonly RecordClaim[])[]): void {
    const news: FigureEntry[] = []
    const entries: RecordClaim[] = []
    for (const document of documents) {
      this.#documents.push(document)
      entries.push(...document)
      news.push(...this.#take(document))
    }
    const said = this.#learnPerpetrators(at)
    if (news.length > 0 || said !== undefined) {
      this.#buildRows()
      this.#history.push(...this.#values.publish(at, this.#rows, news, this.#figures, said))
    }
    const graded = this.#grades.publish(at, entries, this.#rows)
    // What a person set stands until a person takes it back.
    if (this.#settings.grade === null) this.#history.push(...graded)
  }

  /** Takes a decision in: the claims known so far are gone through again with it in force. */
  decide(decision: Decision): void {
    this.#decisions.push(decision)
    this.#active = findActive(this.#decisions)
    const { at, id, actor, reason } = decision
    const cause = { cause: id, by: actor, reason }
    const before = this.#publishedGrade()
    const machine = this.#grades.grade()
    const { wasHarmClaimed } = this.#grades
    this.#figures = new FigureFold()
    this.#table = new FigureTable(this.#sources.policy)
    this.#rejected = []
    this.#positions = inOrder(this.#sources.positionsOf(applyToClaims(this.#sources.entries, this.#active).entries))
    this.#known = 0
    this.#perpetrators = new Set()
    this.#grades = new GradeFold(this.#positions)
    if (this.#documents.length > 0) this.#grades.inherit(machine, wasHarmClaimed)
    for (const document of this.#documents) this.#take(document)
    this.#learnPerpetrators(at)
    this.#buildRows()
    this.#history.push(...this.#values.publish(at, this.#rows, cause, this.#figures))
    this.#grades.publish(at, cause, this.#rows)
    this.#publishSettings(at, cause, before)
  }

  result(): FoldedRecord {
    return {
      rows: this.#rows,
      states: this.#figures.states(),
      findings: this.#findings,
      grade: this.#grades.grade(),
      settings: this.#settings,
      positions: this.#positions,
      voices: this.#grades.voices(),
      claims: [...this.#figures.claims(), ...this.#rejected],
      history: this.#history,
    }
  }

  /** The figures by what is known, with what positions known until then leave contested. */
  #buildRows(): void {
    for (const change of this.#figures.changes()) this.#table.change(change)
    const { rows, findings } = contestStatus(this.#table.rows(), this.#perpetrators)
    this.#rows = rows
    this.#findings = findings
  }

  /** @returns the first position of that time that names a side which nobody had named */
  #learnPerpetrators(at: string): Position | undefined {
    let first: Position | undefined
    for (; (this.#positions[this.#known]?.receivedAt ?? '~') <= at; this.#known += 1) {
      const said = this.#positions[this.#known]
      const side = said === undefined ? null : perpetratorOf(said)
      if (side === null || this.#perpetrators.has(side)) continue
      this.#perpetrators.add(side)
      first ??= said
    }
    return first
  }

  /** @returns figures of the document that may change a value */
  #take(document: readonly RecordClaim[]): FigureEntry[] {
    const { entries, rejected } = applyToClaims(document, this.#active)
    this.#rejected.push(...rejected.filter(({ entry }) => entry.claim.kind === 'figure'))
    const { counted, aside } = this.#figures.add(entries)
    this.#grades.add(entries, aside)
    const news = counted.filter(({ entry }) => entry.copyOf === null || !this.#values.has(entry))
    this.#values.note(counted)
    return news
  }

  #publishedGrade(): Grade | null {
    return this.#settings.grade?.value ?? (this.#documents.length === 0 ? null : this.#grades.grade().value)
  }

  #publishSettings(at: string, cause: PersonalCause, grade: Grade | null): void {
    const before = this.#settings
    this.#settings = readSettings(this.#sources.isOurs, this.#active)
    const publish = (field: string, old: string | null, now: string | null): void => {
      if (old !== now) this.#history.push({ at, field, before: old, after: now, ...cause })
    }
    publish('grade', grade, this.#publishedGrade())
    const statusOf = ({ status }: IncidentSettings): IncidentStatus => status?.value ?? 'machine'
    publish('status', statusOf(before), statusOf(this.#settings))
    const notesOf = ({ notes }: IncidentSettings): string | null => notes.map(({ text }) => text).join('\n') || null
    publish('notes', notesOf(before), notesOf(this.#settings))
  }
}
