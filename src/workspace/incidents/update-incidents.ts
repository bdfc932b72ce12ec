import type { ReadDocument } from '../../model/incident.ts'
import type { IncidentRecord } from '../../model/record.ts'
import { describeReports, MERGE_VERSION, placeReports, type WeighedProfiles } from '../../pipeline.ts'
import type { IncidentState, IncidentStore, IncidentWriter } from '../../ports/incident-store.ts'
import { PRODUCER_SETTING } from '../settings.ts'
import type { Workspace } from '../workspace.ts'
import { readCaptures, readOf } from './load-documents.ts'
import { KEPT_POLICY, makeRecord } from './record-of.ts'

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

/** Records made in one transaction. */
const RECORD_BATCH = 50

/**
 * Brings the incidents up to date with the readings: merges the reports of what was read since the last time, then makes
 * the records of the incidents that this changed. Killed at any moment it goes on where it stood; run again it does nothing;
 * two at once do the work once.
 *
 * What was merged by another extractor or version of merging is made again from the first capture on.
 */
export async function updateIncidents(
  workspace: Workspace,
  incidents: IncidentStore,
  observer: UpdateObserver,
): Promise<IncidentUpdate> {
  const producer = await workspace.store.setting(PRODUCER_SETTING)
  if (producer === null) return { documents: 0, records: 0, waiting: 0 }
  const update = new Update({ workspace, incidents, producer, observer })
  while (!(await update.run()));
  return update.result()
}

/** Whether readings have come in that the incidents do not know yet. */
export async function isBehind({ store }: Pick<Workspace, 'store'>, incidents: IncidentStore): Promise<boolean> {
  const producer = await store.setting(PRODUCER_SETTING)
  if (producer === null) return false
  const state = await incidents.state()
  if (state?.version !== versionOf(producer)) return true
  if ((await incidents.stale(1)).length > 0) return true
  if ((await store.captures(state.through, 1)).length > 0) return true
  for (const id of state.skipped) if ((await store.reading(id, producer)) !== null) return true
  return false
}

function versionOf(producer: string): string {
  return `${producer}, merge ${MERGE_VERSION}`
}

interface UpdateParts {
  readonly workspace: Workspace
  readonly incidents: IncidentStore
  readonly producer: string
  readonly observer: UpdateObserver
}

class Update {
  readonly #workspace: Workspace
  readonly #incidents: IncidentStore
  readonly #producer: string
  readonly #observer: UpdateObserver
  readonly #weighed: WeighedProfiles = new Map()
  #state: IncidentState | null = null
  #documents = 0
  #records = 0

  constructor({ workspace, incidents, producer, observer }: UpdateParts) {
    this.#workspace = workspace
    this.#incidents = incidents
    this.#producer = producer
    this.#observer = observer
  }

  result(): IncidentUpdate {
    return { documents: this.#documents, records: this.#records, waiting: this.#state?.skipped.length ?? 0 }
  }

  /** @returns false when another process went on meanwhile: start again from where it is */
  async run(): Promise<boolean> {
    this.#state = await this.#incidents.state()
    return (
      (await this.#begin()) && (await this.#takeSkipped()) && (await this.#takeNew()) && (await this.#makeRecords())
    )
  }

  async #begin(): Promise<boolean> {
    const version = versionOf(this.#producer)
    if (this.#state?.version === version) return true
    const next = { version, through: null, skipped: [], decisions: 0 }
    return this.#step(next, (writer) => writer.clear())
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

  /** Places the reports of documents, and keeps that in one transaction with how far it has come. */
  async #merge(found: readonly ReadDocument[], next: IncidentState): Promise<boolean> {
    const newcomers = found.flatMap((document) => describeReports(document))
    const isDone = await this.#step(next, async (writer) => {
      const placement = await placeReports(newcomers, this.#incidents, [], this.#weighed)
      await writer.addReports(placement.placed)
      await writer.moveReports(placement.moved)
      await writer.addFormerIds(placement.former)
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
    for (;;) {
      const stale = await this.#incidents.stale(RECORD_BATCH)
      if (stale.length === 0) return true
      const records: IncidentRecord[] = []
      for (const id of stale)
        records.push(await makeRecord(this.#workspace, this.#incidents, this.#producer, id, KEPT_POLICY))
      const isDone = await this.#step(this.#state, async (writer) => {
        for (const record of records) await writer.putRecord(record)
      })
      if (!isDone) return false
      this.#records += records.length
      this.#observer.recorded(this.#records)
    }
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
