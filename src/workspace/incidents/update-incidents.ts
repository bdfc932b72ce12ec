import { hash } from 'node:crypto'

import type { ReadDocument } from '../../model/incident.ts'
import type { IncidentRecord } from '../../model/record.ts'
import {
  describeReports,
  MERGE_VERSION,
  placeReports,
  prepareDecisions,
  prepareRegistry,
  spreadDecisions,
  textsOf,
  WeighedProfiles,
} from '../../pipeline.ts'
import type { FormerId, IncidentState, IncidentStore, IncidentWriter } from '../../ports/incident-store.ts'
import type { RecordStore } from '../../ports/record-store.ts'
import { loadRegistry, REGISTRY_SETTING } from '../registry.ts'
import { PRODUCER_SETTING } from '../settings.ts'
import type { Workspace } from '../workspace.ts'
import { type DecidedDocuments, loadDecided } from '../decisions/load-decided.ts'
import { readCaptures, readOf } from './load-documents.ts'
import { KEPT_POLICY, makeRecord } from './record-of.ts'
import type { RecordPace } from './record-pace.ts'

/** What an update came to. */
export interface IncidentUpdate {
  /** Documents merged now. */
  readonly documents: number
  /** Incidents whose records were made. */
  readonly records: number
  /** Captures that the extractor has not read yet: an unfinished ingest. */
  readonly waiting: number
}

/** Hears how far an update has come. */
export interface UpdateObserver {
  merged(documents: number): void
  recorded(records: number): void
}

const NOTHING_DECIDED: DecidedDocuments = { decisions: [], documents: [], prepared: prepareDecisions([], []) }
/** Records made in one transaction. */
const RECORD_BATCH = 50

/**
 * Brings the incidents up to date with the readings and with what people decided: merges the reports of what was read since the last time, then makes
 * the records of the incidents that this changed. Killed at any moment it goes on where it stood; run again it does nothing;
 * two at once do the work once.
 *
 * What was merged by another extractor or version of merging is made again from the first capture on.
 *
 * @param pace which records may wait for whoever looks next; null for none
 */
export async function updateIncidents(
  workspace: Workspace,
  incidents: IncidentStore,
  observer: UpdateObserver,
  pace: RecordPace | null = null,
): Promise<IncidentUpdate> {
  const producer = await workspace.store.setting(PRODUCER_SETTING)
  if (producer === null) return { documents: 0, records: 0, waiting: 0 }
  const update = new Update({ workspace, incidents, producer, observer, pace })
  while (!(await update.run()));
  return update.result()
}

/** Whether readings or decisions have come in that the incidents do not know yet. */
export async function isBehind({ store }: Pick<Workspace, 'store'>, incidents: IncidentStore): Promise<boolean> {
  const producer = await store.setting(PRODUCER_SETTING)
  if (producer === null) return false
  const state = await incidents.state()
  if (state?.version !== (await versionOf(store, producer))) return true
  if ((await incidents.stale(1)).length > 0) return true
  if (state.decisions !== (await store.decisionCount())) return true
  if ((await store.captures(state.through, 1)).length > 0) return true
  for (const id of state.skipped) if ((await store.reading(id, producer)) !== null) return true
  return false
}

/** What all of it depends on besides readings and decisions: where that is another, everything is made again. */
async function versionOf(store: RecordStore, producer: string): Promise<string> {
  const registry = await store.setting(REGISTRY_SETTING)
  const own = registry === null ? '' : `, registry ${hash('sha256', registry).slice(0, 16)}`
  return `${producer}, merge ${MERGE_VERSION}${own}`
}

interface UpdateParts {
  readonly workspace: Workspace
  readonly incidents: IncidentStore
  readonly producer: string
  readonly observer: UpdateObserver
  readonly pace: RecordPace | null
}

class Update {
  readonly #workspace: Workspace
  readonly #incidents: IncidentStore
  readonly #producer: string
  readonly #observer: UpdateObserver
  readonly #pace: RecordPace | null
  readonly #weighed = new WeighedProfiles()
  #state: IncidentState | null = null
  #decided: DecidedDocuments = NOTHING_DECIDED
  #documents = 0
  #records = 0

  constructor({ workspace, incidents, producer, observer, pace }: UpdateParts) {
    this.#workspace = workspace
    this.#incidents = incidents
    this.#producer = producer
    this.#observer = observer
    this.#pace = pace
  }

  result(): IncidentUpdate {
    return { documents: this.#documents, records: this.#records, waiting: this.#state?.skipped.length ?? 0 }
  }

  /** @returns false when another process went on meanwhile: start again from where it is */
  async run(): Promise<boolean> {
    this.#state = await this.#incidents.state()
    this.#decided = await loadDecided(this.#workspace, this.#producer)
    return (
      (await this.#begin()) &&
      (await this.#takeDecisions()) &&
      (await this.#takeSkipped()) &&
      (await this.#takeNew()) &&
      (await this.#makeRecords())
    )
  }

  async #begin(): Promise<boolean> {
    const version = await versionOf(this.#workspace.store, this.#producer)
    return this.#state?.version === version || this.#beginAgain()
  }

  /** Merges everything again, with every decision in mind. */
  async #beginAgain(): Promise<boolean> {
    const next = {
      version: await versionOf(this.#workspace.store, this.#producer),
      through: null,
      skipped: [],
      decisions: this.#decided.decisions.length,
    }
    return this.#step(next, (writer) => writer.clear())
  }

  /** Looks again at the reports that new decisions name, and makes the records anew that they change. */
  async #takeDecisions(): Promise<boolean> {
    const { decisions, documents, prepared } = this.#decided
    const state = this.#state
    if (state === null || state.decisions === decisions.length) return true
    // A decision is never taken away; where fewer are there than were known, it is another record.
    if (state.decisions > decisions.length) return this.#beginAgain()
    const spread = spreadDecisions(decisions.slice(state.decisions), decisions)
    const regroups = textsOf(spread.filter(({ action }) => action === 'merge' || action === 'split'))
    const known = await this.#incidents.reportsOfCaptures(documents.map(({ captureId }) => captureId))
    const merged = new Set(known.map(({ captureId }) => captureId))
    const again = documents.filter(
      ({ captureId, reading }) => merged.has(captureId) && regroups.has(reading.document.id),
    )
    const described = again.flatMap((one) => describeReports(one, prepared.separate))
    const parts = new Map(
      described.map(({ key, refs }) => [
        key,
        refs
          .slice(1)
          .map(({ reportId }) => reportId)
          .join(),
      ]),
    )
    const given = new Set(again.map(({ captureId }) => captureId))
    // A report that is taken apart from its document's main one, or is part of it again: the main one is another report then.
    if (known.some((report) => given.has(report.captureId) && parts.get(report.key) !== report.parts.join()))
      return this.#beginAgain()
    // While reports are looked at again they stand alone for a moment: nobody ever knew those incidents.
    const ids = new Set(known.map(({ incident }) => incident))
    if (again.length > 0 && !(await this.#merge(again, state, ids))) return false
    const texts = textsOf(spread)
    const captures = documents.filter(({ reading }) => texts.has(reading.document.id)).map(({ captureId }) => captureId)
    const standing = await this.#incidents.reportsOfCaptures(captures)
    return this.#step({ ...state, decisions: decisions.length }, (writer) =>
      writer.markStale([...new Set(standing.map(({ incident }) => incident))]),
    )
  }

  /** Takes the captures that were passed over because they were not read then, and have been read since. */
  async #takeSkipped(): Promise<boolean> {
    const state = this.#state
    if (state === null || state.skipped.length === 0) return true
    const found: ReadDocument[] = []
    const skipped: string[] = []
    for (const id of state.skipped) {
      const capture = await this.#workspace.store.capture(id)
      if (capture === null) continue
      const { document, isWaiting } = await readOf(this.#workspace, this.#producer, capture)
      if (isWaiting) skipped.push(id)
      else if (document !== null) found.push(document)
    }
    return skipped.length === state.skipped.length || this.#merge(found, { ...state, skipped })
  }

  async #takeNew(): Promise<boolean> {
    for await (const page of readCaptures(this.#workspace, this.#producer, this.#state?.through ?? null)) {
      const state = this.#state
      const last = page.at(-1)
      if (state === null || last === undefined) return true
      const skipped = page.filter(({ isWaiting }) => isWaiting).map(({ captureId }) => captureId)
      const found = page.flatMap(({ document }) => document ?? [])
      const next = { ...state, through: last.captureId, skipped: [...state.skipped, ...skipped] }
      if (!(await this.#merge(found, next))) return false
    }
    return true
  }

  /**
   * Places the reports of documents, and keeps that in one transaction with how far it has come.
   *
   * @param named ids that are kept as former ones where their incidents go; null for all
   */
  async #merge(
    found: readonly ReadDocument[],
    next: IncidentState,
    named: ReadonlySet<string> | null = null,
  ): Promise<boolean> {
    const newcomers = found.flatMap((document) => describeReports(document, this.#decided.prepared.separate))
    const isDone = await this.#step(next, async (writer) => {
      const placement = await placeReports(newcomers, this.#incidents, this.#decided.prepared.links, this.#weighed)
      await writer.addReports(placement.placed)
      await writer.moveReports(placement.moved)
      await writer.addFormerIds(placement.former.filter(({ id }) => named === null || named.has(id)))
      await writer.removeIncidents(placement.vanished)
      await writer.putQuestions(placement.asked, placement.questions)
      await writer.markStale(placement.touched)
    })
    if (!isDone) return false
    this.#documents += found.length
    if (found.length > 0) this.#observer.merged(this.#documents)
    return true
  }

  async #makeRecords(): Promise<boolean> {
    const parts = {
      workspace: this.#workspace,
      incidents: this.#incidents,
      producer: this.#producer,
      decided: this.#decided.prepared,
      registry: prepareRegistry(await loadRegistry(this.#workspace)),
    }
    const waiting = new Set<string>()
    for (;;) {
      const stale = (await this.#incidents.stale(RECORD_BATCH + waiting.size)).filter((id) => !waiting.has(id))
      if (stale.length === 0) return true
      const records: IncidentRecord[] = []
      for (const id of stale) {
        if (await this.#canWait(id)) waiting.add(id)
        else records.push(await makeRecord(parts, id, KEPT_POLICY))
      }
      if (records.length === 0) continue
      const former: FormerId[] = []
      for (const record of records) former.push(...(await this.#findUnknownIds(record)))
      const isDone = await this.#step(this.#state, async (writer) => {
        for (const record of records) await writer.putRecord(record)
        await writer.addFormerIds(former)
      })
      if (!isDone) return false
      for (const { incident, reports } of records) this.#pace?.note(incident.id, reports.length)
      this.#records += records.length
      this.#observer.recorded(this.#records)
    }
  }

  async #canWait(id: string): Promise<boolean> {
    const countReports = async (): Promise<number> => (await this.#incidents.reportsOf(id)).length
    return this.#pace !== null && this.#pace.canWait(id, countReports)
  }

  /**
   * Ids that an incident had by what people decided and from which nothing leads to it: a store that is made again has not seen
   * them go. An id that an incident was split off from is another one's.
   */
  async #findUnknownIds({ incident, reports: [first], decisions }: IncidentRecord): Promise<FormerId[]> {
    const found: FormerId[] = []
    if (first === undefined || decisions.length === 0) return found
    const splitFrom = new Set(
      decisions.flatMap(({ decision }) => (decision.action === 'split' ? decision.incident : [])),
    )
    for (const id of incident.previousIds) {
      if (splitFrom.has(id) || (await this.#incidents.incident(id)) !== null) continue
      if ((await this.#incidents.reportsOf(id)).length > 0) continue
      found.push({ id, report: `${first.captureId} ${first.reportId}` })
    }
    return found
  }

  /** One transaction, if nobody else has gone on since the state was read. */
  async #step(next: IncidentState | null, work: (writer: IncidentWriter) => Promise<void>): Promise<boolean> {
    const isDone = await this.#incidents.write(async (writer) => {
      if (!isSame(await this.#incidents.state(), this.#state)) return false
      await work(writer)
      if (next !== null) await writer.setState(next)
      return true
    })
    if (isDone) this.#state = next
    return isDone
  }
}

function isSame(a: IncidentState | null, b: IncidentState | null): boolean {
  if (a === null || b === null) return a === b
  return (
    a.version === b.version &&
    a.through === b.through &&
    a.decisions === b.decisions &&
    a.skipped.join() === b.skipped.join()
  )
}
