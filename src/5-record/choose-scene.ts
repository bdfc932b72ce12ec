import { ACLED_SUB_EVENTS, type AcledSubEvent, type Measure } from '../model/claim.ts'
import type { Incident } from '../model/incident.ts'
import type { Place } from '../model/place.ts'
import type { Actor, IncidentReport } from '../model/reading.ts'
import type { When } from '../model/when.ts'
import { compareText } from './order-entries.ts'

/** One document's account, with the text it goes back to: copies have no vote of their own. */
export interface VotingReport {
  readonly report: IncidentReport
  readonly text: string
  /** Whether it counts people who came to harm. */
  readonly isCounting: boolean
}

const SUB_EVENTS = Object.keys(ACLED_SUB_EVENTS)
/** What texts are given that do not say how: any closer type that a third as many texts give says more. */
const VAGUE_TYPES: ReadonlySet<AcledSubEvent> = new Set(['Attack', 'Other', 'Armed clash'])
const CLOSER_SHARE = 1 / 3

/**
 * What happened, where and when, as most texts have it; of equals the closest. The reports that count the harm are asked
 * first, the others where those do not tell, and then only those that tell of the same kind of event.
 *
 * @param main what the incident's first figure counts; null when nobody gives one
 */
export function chooseScene(
  reports: readonly VotingReport[],
  main: Measure | null,
): Pick<Incident, 'type' | 'place' | 'when'> {
  const counting = reports.filter(({ isCounting }) => isCounting)
  const first = counting.length > 0 ? counting : reports
  const type = chooseType(first)
  const alike = reports.filter(
    ({ report }) => report.type.subEvent === type.subEvent || VAGUE_TYPES.has(report.type.subEvent),
  )
  return {
    type: main === 'bodies_found' && VAGUE_TYPES.has(type.subEvent) ? FOUND : type,
    place: choosePlace(first) ?? choosePlace(alike),
    when: chooseWhen(first) ?? chooseWhen(alike),
  }
}

/** A find of bodies, where nobody says how they died (ACLED). */
const FOUND: Incident['type'] = { event: 'Strategic developments', subEvent: 'Other' }

function chooseType(reports: readonly VotingReport[]): Incident['type'] {
  const votes = tally(reports, ({ report }) => report.type.subEvent)
  const ranked = [...votes].sort(
    (a, b) => b.texts.size - a.texts.size || SUB_EVENTS.indexOf(a.key) - SUB_EVENTS.indexOf(b.key),
  )
  const [first] = ranked
  if (first === undefined) return { event: 'Strategic developments', subEvent: 'Other' }
  const closer = ranked.find(({ key }) => !VAGUE_TYPES.has(key as AcledSubEvent))
  const isCloser = VAGUE_TYPES.has(first.key as AcledSubEvent) && closer !== undefined
  const chosen = isCloser && closer.texts.size >= first.texts.size * CLOSER_SHARE ? closer : first
  const subEvent = chosen.key as AcledSubEvent
  return { event: ACLED_SUB_EVENTS[subEvent], subEvent }
}

/** The closest kind of place that any text names, then the one that most texts name. */
function choosePlace(reports: readonly VotingReport[]): Place | null {
  const placed = reports.filter(({ report }) => report.place !== null)
  const [first] = tally(placed, ({ report: { place } }) =>
    String(place?.geonameId ?? place?.name ?? place?.asWritten),
  ).sort((a, b) => closeness(a.votes) - closeness(b.votes) || b.texts.size - a.texts.size || compareText(a.key, b.key))
  if (first === undefined) return null
  const places = first.votes.flatMap(({ report: { place } }) => (place === null ? [] : [place]))
  const place = [...places].sort(
    (a, b) => (a.wherePrec ?? 9) - (b.wherePrec ?? 9) || compareText(a.asWritten, b.asWritten),
  )[0]
  if (place === undefined) return null
  const [facility] = tally(
    placed.filter(({ report }) => report.place?.facility !== null),
    ({ report }) => report.place?.facility?.toLowerCase() ?? '',
  ).sort((a, b) => b.texts.size - a.texts.size || compareText(a.key, b.key))
  return { ...place, facility: facility?.votes[0]?.report.place?.facility ?? place.facility }
}

/** A name that the gazetteer lacks is a village or a spot: closer than any region, without coordinates. */
const UNRESOLVED = 3.5
const NAMED = /\p{Lu}/u

/** Settlements before districts, what the gazetteer lacks before regions, regions before countries. */
function closeness(votes: readonly VotingReport[]): number {
  return votes.reduce((found, { report: { place } }) => {
    if (place === null) return Math.min(found, 8)
    if (place.name === null) return Math.min(found, NAMED.test(place.asWritten) ? UNRESOLVED : 8)
    return Math.min(found, Math.max(2, place.wherePrec ?? 7))
  }, Infinity)
}

/** The closest interval that any text gives, then the one that most texts give, then the earliest. */
function chooseWhen(reports: readonly VotingReport[]): When | null {
  const dated = reports.filter(({ report: { when } }) => when !== null && (when.start !== null || when.end !== null))
  const [first] = tally(dated, ({ report: { when } }) => `${when?.start ?? ''} ${when?.end ?? ''}`).sort(
    (a, b) => precision(a.votes) - precision(b.votes) || b.texts.size - a.texts.size || compareText(a.key, b.key),
  )
  const votes = first?.votes ?? []
  return (
    [...votes].sort((a, b) => compareText(a.text, b.text) || compareText(a.report.id, b.report.id))[0]?.report.when ??
    null
  )
}

function precision(votes: readonly VotingReport[]): number {
  return votes.reduce((found, { report }) => Math.min(found, report.when?.datePrec ?? 6), Infinity)
}

/** The actors that the reports name, the one in most texts first; one name in one part is one. */
export function rankActors(reports: readonly VotingReport[]): Actor[] {
  const named = reports.flatMap(({ report, text }) => report.actors.map((actor) => ({ actor, text })))
  const found = new Map<string, { readonly actor: Actor; readonly texts: Set<string> }>()
  for (const { actor, text } of named) {
    const key = `${actor.role} ${actor.name.toLowerCase()} ${actor.stance}`
    const known = found.get(key)
    if (known === undefined) found.set(key, { actor, texts: new Set([text]) })
    else known.texts.add(text)
  }
  return [...found]
    .sort(([a, { texts }], [b, others]) => others.texts.size - texts.size || compareText(a, b))
    .map(([, { actor }]) => actor)
}

interface Tally {
  readonly key: string
  readonly votes: readonly VotingReport[]
  readonly texts: ReadonlySet<string>
}

function tally(reports: readonly VotingReport[], keyOf: (report: VotingReport) => string): Tally[] {
  const found = new Map<string, { votes: VotingReport[]; texts: Set<string> }>()
  for (const one of reports) {
    const key = keyOf(one)
    const known = found.get(key)
    if (known === undefined) found.set(key, { votes: [one], texts: new Set([one.text]) })
    else {
      known.votes.push(one)
      known.texts.add(one.text)
    }
  }
  return [...found].map(([key, { votes, texts }]) => ({ key, votes, texts }))
}
