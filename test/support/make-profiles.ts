import type { ReportProfile } from '../../src/4-incidents/merge/report-profile.ts'

/** What a made-up report tells of: which event, by which of its tellers. */
export interface Telling {
  readonly event: number
  readonly teller: number
}

const WORDS_AN_EVENT = 14
const WORDS_A_TELLER = 4
const EVENTS_A_DAY = 6

/** A report as it would be described: events differ in words, day and town, tellers in a few words of their own. */
export function makeProfile({ event, teller }: Telling): ReportProfile {
  const captureId = `capture-${event}-${teller}`
  const day = 19_000 + Math.floor(event / EVENTS_A_DAY)
  const own = Array.from({ length: WORDS_AN_EVENT }, (_, i) => `event${event}word${i}`)
  // Each teller leaves out some of the event's words.
  const told = own.filter((_, i) => (teller + i) % 5 !== 0)
  const words = [
    ...told,
    ...Array.from({ length: WORDS_A_TELLER }, (_, i) => `teller${teller}word${i}`),
    'strike',
    'killed',
  ]
  const date = new Date(day * 86_400_000).toISOString().slice(0, 10)
  return {
    ref: { captureId, reportId: 'i-1' },
    refs: [{ captureId, reportId: 'i-1' }],
    key: `${captureId} i-1`,
    receivedAt: new Date(Date.UTC(2024, 0, 1) + teller * 1000).toISOString(),
    report: {
      id: 'i-1',
      type: { event: 'Explosions/Remote violence', subEvent: 'Air/drone strike' },
      place: {
        asWritten: `Town ${event}`,
        name: `Town ${event}`,
        geonameId: event + 1,
        lat: 30 + (event % 60) / 10,
        lon: 36 + (event % 7),
        country: 'SY',
        admin1: null,
        facility: null,
        wherePrec: 1,
        geoPrecision: 1,
      },
      when: { asWritten: null, start: date, end: date, datePrec: 1, timePrecision: 1, anchor: 'absolute' },
      actors: [],
      claims: ['c-1'],
    },
    claims: 1,
    isMain: true,
    outlet: `outlet-${teller}`,
    published: day,
    days: { from: day, to: day },
    words: new Map(words.map((word) => [word, 1])),
    coreWords: new Set(words),
    titleWords: new Set(told.slice(0, 5)),
    names: new Set([`person${event} name${event}`]),
    tellsNames: true,
    ages: new Set(),
    weapons: new Set(['aircraft']),
    actorWords: new Set(),
    claimDays: new Set([day]),
    placeWords: new Set([`town${event}`]),
    placeSkeletons: new Set([`tvn${event}`]),
    facilityWords: new Set(),
    siteKinds: new Set<string>(),
    namedKinds: new Set<string>(),
    text: null,
    killed: { low: 10 + (event % 9), high: 10 + (event % 9) },
    injured: null,
  }
}
